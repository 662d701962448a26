import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { claimedIds, crossCheck, type Problem } from './checks.js';
import { dataFiles } from './files.js';
import { type GeneRecord, geneRecordSchema } from './schema.js';
import { upgradeRecord } from './upgrade.js';

/** A records folder or file that cannot be used. `message` has one line for each problem: file, path, what was expected. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

const SCHEMA_FILE = 'record.schema.json';

/**
 * Reads every record of a folder: each `*.json` file in it except the generated schema is one gene and one slash command.
 * @param folder path of the records folder
 * @returns the records, ordered by file name; at least one
 * @throws RecordError when the folder cannot be read, holds no record, or any record in it is unsound
 */
export async function loadRecords(folder: string): Promise<GeneRecord[]> {
  const files = await recordFiles(folder);
  const records: { file: string; record: GeneRecord }[] = [];
  const problems: string[] = [];
  for (const file of files) {
    try {
      records.push({ file, record: await loadRecord(file) });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      problems.push(error.message);
    }
  }
  problems.push(...sharedCommands(records));
  if (problems.length > 0) throw new RecordError(problems.join('\n'));
  return records.map(({ record }) => record);
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
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new RecordError(`${file}: cannot read the file (${reason(error)})`);
  }
  return parseRecord(text, file);
}

/**
 * Parses the text of a record file.
 * @param text JSON
 * @param file the name that error messages show
 * @throws RecordError as `loadRecord` does
 */
export function parseRecord(text: string, file: string): GeneRecord {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new RecordError(`${file}: not JSON: ${reason(error)}`);
  }
  const upgraded = upgradeRecord(json);
  const parsed = geneRecordSchema.safeParse(upgraded.json);
  const problems = parsed.success ? crossCheck(parsed.data) : parsed.error.issues.map(problemOf);
  if (!parsed.success || problems.length > 0) {
    throw new RecordError(
      problems.map(({ path, message }) => `${file}: ${upgraded.writtenPath(path)}: ${message}`).join('\n'),
    );
  }
  return withMentions(parsed.data);
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

function sharedCommands(records: readonly { file: string; record: GeneRecord }[]): string[] {
  const first = new Map<string, string>();
  return records.flatMap(({ file, record: { command } }) => {
    const earlier = first.get(command);
    first.set(command, earlier ?? file);
    return earlier === undefined
      ? []
      : [
          `${file}: command: "${command}" is the command of ${earlier} already; expected one command for each record`,
        ];
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
