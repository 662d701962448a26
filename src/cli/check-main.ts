import { readFile, stat, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parseJson } from '../record/json-text.js';
import { loadRecord, loadRecords, parseRecord, RecordError, recordFiles } from '../record/load.js';
import { recordText } from '../record/record-text.js';
import type { GeneRecord } from '../record/schema.js';
import { upgradeRecord } from '../record/upgrade.js';
import { recordWarnings } from '../record/warnings.js';

/** Where the program writes, and the records folder that it checks unless told otherwise. */
export interface CheckTerminal {
  readonly folder: string;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

const USAGE = `Usage: npm run check -- [folder or files]
  Checks gene records: every problem with file, place and what was expected, and what will read badly.
  Without arguments: the records folder (RECORDS_DIR, or data).
  --upgrade FILE  writes a record of an older version in the present one, into the same file
`;

/**
 * Runs the terminal's `check`.
 * @param args the arguments behind the program's name
 * @returns the exit code: 0 when everything is sound, warnings or not; else 1
 */
export async function runCheck(args: readonly string[], terminal: CheckTerminal): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') {
    terminal.writeError(`${parsed}\n${USAGE}`);
    return 1;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    terminal.write(USAGE);
    return 0;
  }
  try {
    if (values.upgrade !== undefined) return await upgrade(values.upgrade, terminal);
    return await check(positionals.length === 0 ? [terminal.folder] : positionals, terminal);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    terminal.writeError(`${error.message}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { upgrade: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
}

/** Every file is looked at, whatever is wrong with those before it; then the folders, for what files share. */
async function check(paths: readonly string[], terminal: CheckTerminal): Promise<number> {
  let sound = true;
  const refused = (error: unknown): void => {
    if (!(error instanceof RecordError)) throw error;
    terminal.writeError(`${error.message}\n`);
    sound = false;
  };
  for (const path of paths) {
    const folder = await isFolder(path);
    const files = folder ? await recordFiles(path) : [path];
    const soundSoFar: boolean = sound;
    for (const file of files)
      await loadRecord(file).then((record) => report(file, record, terminal), refused);
    if (folder && soundSoFar && sound) await loadRecords(path).catch(refused);
  }
  return sound ? 0 : 1;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => !path.endsWith('.json'),
  );
}

function report(file: string, record: GeneRecord, { write }: CheckTerminal): void {
  const shown = relative(process.cwd(), file);
  const { names, identifiers, statements, references } = record;
  write(
    `${shown}: sound: /${record.command}, ${names.length} names, ${identifiers.length} cross-references, ${statements.length} statements, ${references.length} references\n`,
  );
  for (const { path, message } of recordWarnings(record)) write(`${shown}: ${path}: warning: ${message}\n`);
}

async function upgrade(file: string, { write }: CheckTerminal): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new RecordError(`${file}: cannot read the file (${error instanceof Error ? error.message : ''})`);
  });
  parseRecord(text, file);
  const content = parseJson(text);
  const before = 'json' in content ? content.json : null;
  const { json } = upgradeRecord(before);
  if (json === before) {
    write(`${file}: is in the present version already\n`);
    return 0;
  }
  await writeFile(file, recordText(json));
  write(`${file}: written in the present version\n`);
  return 0;
}
