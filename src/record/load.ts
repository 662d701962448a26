import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { claimedIds, crossCheck } from './checks.js';
import { dataFiles } from './files.js';
import { parseJson, readJson } from './json-text.js';
import { nameKey } from './names.js';
import type { Problem } from './problems.js';
import { type GeneRecord, geneRecordSchema } from './schema.js';
import { upgradeRecord } from './upgrade.js';
import { geneSymbol } from './words.js';

/** A records folder or file that cannot be used. `message` has one line for each problem: file, path, what was expected. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

const SCHEMA_FILE = 'record.schema.json';

/** A record with the file that it is from. */
export interface RecordFile {
  readonly file: string;
  readonly record: GeneRecord;
}

/** What was read of a file, and the state that it was in. */
interface Kept extends RecordFile {
  readonly state: string;
}

/** Reads the records of a folder, as often as it is asked to. */
export type ReadRecords = () => Promise<GeneRecord[]>;

/**
 * A reader of a records folder: each `*.json` file in it except the generated schema is one gene and one slash command. A
 * file that has not changed since is not read again: its record is the same object as before.
 * @param folder path of the records folder
 * @returns what reads the records, ordered by file name, at least one; it throws a RecordError when the folder cannot be read,
 * holds no record, any record in it is unsound, or two of them have one command or symbol
 */
export function recordsReader(folder: string): ReadRecords {
  let kept: ReadonlyMap<string, Kept> = new Map();
  return async () => {
    const read = new Map<string, Kept>();
    const problems: string[] = [];
    for (const file of await recordFiles(folder)) {
      try {
        read.set(file, await readAgain(file, kept.get(file)));
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        problems.push(error.message);
      }
    }
    const records = [...read.values()];
    problems.push(...sharedNames(records));
    if (problems.length > 0) throw new RecordError(problems.join('\n'));
    kept = read;
    return records.map(({ record }) => record);
  };
}

/** Reads every record of a folder once, as `recordsReader` says. */
export function loadRecords(folder: string): Promise<GeneRecord[]> {
  return recordsReader(folder)();
}

async function readAgain(file: string, before: Kept | undefined): Promise<Kept> {
  const state = await stateOf(file);
  if (before !== undefined && before.state === state) return before;
  return { file, record: await loadRecord(file), state };
}

async function stateOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    throw new RecordError(`${file}: cannot read the file (${reason(error)})`);
  }
}

/**
 * The files of a records folder that hold a record each, ordered by name.
 * @throws RecordError when the folder cannot be read or holds none
 */
export async function recordFiles(folder: string): Promise<string[]> {
  const files = await dataFiles(folder, '.json').catch((error: unknown) => {
    throw new RecordError(
      `${folder}: cannot read the records folder (${reason(error)}); expected a folder with one JSON file for each gene`,
    );
  });
  const records = files.filter((file) => basename(file) !== SCHEMA_FILE);
  if (records.length === 0) {
    throw new RecordError(`${folder}: no record found; expected at least one JSON file, one for each gene`);
  }
  return records;
}

/**
 * Reads one record file.
 * @throws RecordError naming the file, the path inside it and what was expected, one line for each problem
 */
export async function loadRecord(file: string): Promise<GeneRecord> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new RecordError(`${file}: cannot read the file (${reason(error)})`);
  }
  return recordFrom(readJson(bytes), file);
}

/**
 * Parses the text of a record file.
 * @param text JSON
 * @param file the name that error messages show
 * @throws RecordError as `loadRecord` does
 */
export function parseRecord(text: string, file: string): GeneRecord {
  return recordFrom(parseJson(text), file);
}

function recordFrom(content: ReturnType<typeof readJson>, file: string): GeneRecord {
  if ('problems' in content) throw problemsIn(file, content.problems);
  const upgraded = upgradeRecord(content.json);
  const parsed = geneRecordSchema.safeParse(upgraded.json);
  const problems = parsed.success ? crossCheck(parsed.data) : parsed.error.issues.map(problemOf);
  if (!parsed.success || problems.length > 0) {
    throw problemsIn(
      file,
      problems.map(({ path, message }) => ({ path: upgraded.writtenPath(path), message })),
    );
  }
  return withMentions(parsed.data);
}

function problemsIn(file: string, problems: readonly Problem[]): RecordError {
  return new RecordError(problems.map(({ path, message }) => `${file}: ${path}: ${message}`).join('\n'));
}

/** Whatever a claim names is mentioned by its sentence, whether the file says so or not. */
function withMentions(record: GeneRecord): GeneRecord {
  const entities = new Set(record.entities.map((entity) => entity.id));
  const statements = record.statements.map((statement) => ({
    ...statement,
    mentions: [...new Set([...statement.mentions, ...claimedIds(statement)])].filter((id) =>
      entities.has(id),
    ),
  }));
  return { ...record, statements };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  return { path: pathText(issue.path), message: issue.message };
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./u, '') || 'whole file';
}

/** A command or a symbol is that of one record: whoever asks for it must know which file answers. */
function sharedNames(records: readonly RecordFile[]): string[] {
  const commands = shared(records, 'command', ({ command }) => command, 'one command for each record');
  const symbols = shared(records, 'symbol', geneSymbol, 'one record for each gene', nameKey);
  return [...commands, ...symbols];
}

function shared(
  records: readonly RecordFile[],
  what: string,
  read: (record: GeneRecord) => string,
  expected: string,
  key: (value: string) => string = String,
): string[] {
  const first = new Map<string, string>();
  return records.flatMap(({ file, record }) => {
    const value = read(record);
    const earlier = first.get(key(value));
    first.set(key(value), earlier ?? file);
    return earlier === undefined
      ? []
      : [`${file}: ${what}: "${value}" is the ${what} of ${earlier} already; expected ${expected}`];
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
