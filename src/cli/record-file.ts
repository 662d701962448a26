import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { comparison, refresh } from '../import/differences.js';
import { soundRecord } from '../import/sound.js';
import { parseRecord } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';

/**
 * How a draft becomes a file without taking anybody's work away. What was written last is kept beside (`base`): a file that is still the
 * same was not edited.
 */
export interface RecordPlace {
  /** the record's file */
  readonly file: string;
  /** where the draft is kept as it was written */
  readonly base: string;
}

export interface WriteOptions extends RecordPlace {
  /** bring the facts that still come from a service up to date in an edited file */
  readonly refresh: boolean;
  /** a service did not answer: an existing file is not replaced by less */
  readonly isPartial: boolean;
  readonly print: (line: string) => void;
}

/** Drafts that are written beside a file do not end in .json: a record of that name would be served. */
const BESIDE = '.draft';

/** A record as the text of its file; what a record takes for granted is not written. */
export function recordText(record: object): string {
  const granted = (key: string, value: unknown): boolean =>
    (key === 'polarity' && value === 'positive') ||
    (key === 'certainty' && value === 'stated') ||
    (['also', 'credits', 'mentions', 'where'].includes(key) && Array.isArray(value) && value.length === 0);
  const text = JSON.stringify(record, (key, value: unknown) => (granted(key, value) ? undefined : value), 2);
  return `${text.replace(SHORT_LIST, onOneLine)}\n`;
}

/** A list of nothing but texts and numbers, as JSON.stringify breaks it into lines. */
const SHORT_LIST = /\[\s+(?:(?:"(?:[^"\\]|\\.)*"|-?\d+),?\s+)+\]/gu;
const LINE = 100;

function onOneLine(list: string): string {
  const line = list.replace(/\n\s*/gu, ' ').replace('[ ', '[').replace(/ \]$/u, ']');
  return line.length <= LINE ? line : list;
}

/** Writes a draft to its place, or beside it. @throws RecordError when the present file cannot be read as a record */
export async function writeDraft(draft: GeneRecord, options: WriteOptions): Promise<void> {
  const { file, base, print } = options;
  const text = recordText(draft);
  const present = await textOf(file);
  const kept = await textOf(base);
  if (present === null || (present === kept && !options.isPartial)) {
    await replace(file, text);
    await replace(base, text);
    print(present === null ? `Written: ${file}` : `Brought up to date: ${file}`);
    return;
  }
  const mine = parseRecord(present, file);
  if (options.refresh && kept !== null && !options.isPartial) {
    const merged = refreshed(parseRecord(kept, base), mine, draft);
    if (merged !== null) {
      await replace(file, recordText(merged.record));
      await replace(base, text);
      printChanges(mine, merged.record, ['before', 'now'], print);
      print(`Brought up to date: ${file}. ${merged.kept} edited facts were left as they are.`);
      return;
    }
  }
  await replace(`${file}${BESIDE}`, text);
  printChanges(mine, draft, [file, 'the new draft'], print);
  print(`${whyBeside(options, present === kept, kept !== null)} The new draft is ${file}${BESIDE}.`);
}

function whyBeside(
  { file, isPartial, refresh: wanted }: WriteOptions,
  isUnedited: boolean,
  isKnown: boolean,
): string {
  if (isPartial) return `Not every service answered, so ${file} stays as it is.`;
  if (isUnedited) return `${file} stays as it is.`;
  if (!isKnown) return `${file} was not written by this command, so it stays as it is.`;
  return wanted
    ? `${file} was edited in a way that does not fit what the services say now, so it stays as it is.`
    : `${file} was edited, so it stays as it is; --refresh brings only what still comes from a service up to date.`;
}

/** The merged record; null where it would lose something that was edited. */
function refreshed(
  base: GeneRecord,
  mine: GeneRecord,
  fresh: GeneRecord,
): { record: GeneRecord; kept: number } | null {
  const merged = refresh(base, mine, fresh);
  const { record, gaps } = soundRecord(merged.record);
  return gaps.length === 0 ? { record, kept: merged.kept } : null;
}

function printChanges(
  one: GeneRecord,
  other: GeneRecord,
  names: readonly [string, string],
  print: (line: string) => void,
): void {
  for (const line of comparison(one, other, names)) if (!line.startsWith('= ')) print(line);
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A running bot reads the old file or the whole new one. */
async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  try {
    await writeFile(fresh, text);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
