import { crossCheck } from '../record/checks.js';
import { type GeneRecord, geneRecordSchema } from '../record/schema.js';

/** What services sent is no record, whatever is left out of it. */
export class SoundError extends Error {
  override readonly name = 'SoundError';
}

type Rows = Record<string, unknown>[];

/** Fields without which a reference is none. */
const NEEDED = ['id', 'type', 'title'];
/** Each round leaves something out; a draft has fewer facts than this. */
const MOST_ROUNDS = 2_000;

/**
 * Makes a sound record of a draft: what a record cannot hold (an accession of another form, a coordinate beyond the chromosome, a page
 * that is none) is left out, and only that.
 * @returns the record, and a sentence for each fact that was left out
 * @throws SoundError when what is wrong is no single fact
 */
export function soundRecord(draft: Readonly<Record<string, unknown>>): {
  record: GeneRecord;
  gaps: string[];
} {
  const json = structuredClone(cleaned(draft)) as Record<string, unknown>;
  const gaps: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = geneRecordSchema.safeParse(json);
    const [problem] = parsed.success
      ? crossCheck(parsed.data)
      : parsed.error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
    if (problem === undefined && parsed.success) return { record: parsed.data, gaps };
    const gap = leaveOut(json, problem?.path ?? '', problem?.message ?? '');
    if (gap !== null) gaps.push(gap);
  }
  throw new SoundError('The services sent nothing of which a record can be made.');
}

/** Leaves out the fact at a path. @returns a sentence about it; null where it only stood there for another one */
function leaveOut(json: Record<string, unknown>, path: string, message: string): string | null {
  const [, list = '', index = '', field] = /^(\w+)\[(\d+)\](?:\.([\w-]+))?/u.exec(path) ?? [];
  const rows = json[list];
  if (!Array.isArray(rows) || rows[Number(index)] === undefined)
    throw new SoundError(`The services sent nothing of which a record can be made (${path}: ${message}).`);
  const row = (rows as Rows)[Number(index)] ?? {};
  const shown = String(row['accession'] ?? row['name'] ?? row['title'] ?? row['band'] ?? row['id'] ?? '');
  if (list === 'references' && field !== undefined && !NEEDED.includes(field)) delete row[field];
  else rows.splice(Number(index), 1);
  if (/^expected a statement that|^expected a fact that names/u.test(message)) return null;
  return `Left out of ${list}${field === undefined ? '' : ` (${field})`}: ${shown}: ${message}.`.replaceAll(
    '..',
    '.',
  );
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '');
}

/** Texts without characters that nobody sees and without double spaces. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]));
}
