import { createHash } from 'node:crypto';
import type { Verdict } from '../answer/answer.js';
import type { Request } from '../answer/request.js';
import { LIMITS } from '../limits.js';
import { DATABASE_KEYS } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { speciesIds } from '../record/words.js';
import { wholeCharacters } from './markdown.js';

/**
 * What a button or menu does, written into its custom_id, so that it works after a restart.
 * Form: version, action, command of the record, verdict, kind of request, parts. At most 100 characters.
 */
export type Action =
  /** answer the request in a new message */
  | 'ask'
  /** post the answer to the channel */
  | 'share'
  /** show the citation in the format that was chosen in the menu */
  | 'format'
  /** give the citation as text to copy */
  | 'copy'
  /** show another page of the citation in the same message */
  | 'turn';

/** A decoded custom_id. */
export interface Step {
  readonly action: Action;
  readonly record: GeneRecord;
  readonly request: Request;
  readonly verdict: Verdict | null;
}

const VERSION = '1';
const ACTIONS: ReadonlyMap<Action, string> = new Map([
  ['ask', 'a'],
  ['share', 's'],
  ['format', 'f'],
  ['copy', 'c'],
  ['turn', 't'],
]);
const VERDICTS: ReadonlyMap<Verdict | null, string> = new Map([
  [null, ''],
  ['yes', 'y'],
  ['no', 'n'],
  ['not-said', 'u'],
]);
const NOTHING = '';
/** Stands before each of several requests: no part of one is this alone. */
const AND = '*';

/**
 * Writes a custom_id.
 * @returns null when the request does not fit into 100 characters or is free text, which must not be cut
 */
export function encodeStep({ action, record, request, verdict }: Step): string | null {
  let text = `${VERSION}:${ACTIONS.get(action)}:${record.command}:${VERDICTS.get(verdict)}`;
  for (const part of requestParts(record, request)) text += `:${encodeURIComponent(wholeCharacters(part))}`;
  return text.length <= LIMITS.customId ? text : null;
}

/**
 * Reads a custom_id that this or an earlier run wrote.
 * @param formats keys of the styles and files at hand: long keys stand in a custom_id as a hash
 * @returns null for one of another version, of a record that is gone, or that nobody of ours wrote
 */
export function decodeStep(
  customId: string,
  records: readonly GeneRecord[],
  formats: readonly string[] = [],
): Step | null {
  const [version, mark, command, verdictMark, ...encoded] = customId.split(':');
  const action = [...ACTIONS].find(([, text]) => text === mark)?.[0];
  const record = records.find((each) => each.command === command);
  const verdict = [...VERDICTS].find(([, text]) => text === verdictMark);
  if (version !== VERSION || action === undefined || record === undefined || verdict === undefined)
    return null;
  const parts = decodeParts(encoded);
  const request = parts === null ? null : readRequest(record, parts, formats);
  return request === null ? null : { action, record, request, verdict: verdict[0] };
}

function requestParts(record: GeneRecord, request: Request): string[] {
  const short = (id: string): string => shortId(record, id);
  switch (request.do) {
    case 'ask':
      return ['ask', request.question];
    case 'alias':
      return ['alias', request.name ?? NOTHING, ...(request.beside ?? [])];
    case 'id':
      return ['id', request.databases.join(' '), request.species ?? NOTHING];
    case 'accession':
      return ['accession', request.accession];
    case 'function':
      return ['function', request.statements.map(short).join(''), ...pageParts(request.page)];
    case 'cite':
      return [
        'cite',
        request.references.map(short).join(''),
        formatMark(request.format),
        ...pageParts(request.page),
      ];
    case 'locate':
      return ['locate', request.species ?? NOTHING];
    case 'species':
      return ['species', request.species ?? NOTHING];
    case 'card':
      return ['card'];
    case 'help':
      return ['help', ...(request.about === undefined ? [] : [request.about])];
    case 'several':
      return request.requests.flatMap((one) => [AND, ...requestParts(record, one)]);
  }
}

/** The first page is not written. */
function pageParts(page = 0): string[] {
  return page === 0 ? [] : [String(page)];
}

function readPage(part: string): { page?: number } {
  return /^\d{1,3}$/u.test(part) ? { page: Number(part) } : {};
}

function readRequest(
  record: GeneRecord,
  [kind, first = NOTHING, ...rest]: readonly string[],
  formats: readonly string[],
): Request | null {
  if (kind === AND) return readSeveral(record, [first, ...rest], formats);
  const [second = NOTHING, third = NOTHING] = rest;
  const species = (text: string) => speciesIds(record).find((each) => each === text) ?? null;
  switch (kind) {
    case 'ask':
      return { do: 'ask', question: first };
    case 'alias':
      return {
        do: 'alias',
        name: first === NOTHING ? null : first,
        ...(rest.length === 0 ? {} : { beside: rest }),
      };
    case 'id': {
      const keys = first.split(' ');
      return {
        do: 'id',
        databases: DATABASE_KEYS.filter((key) => keys.includes(key)),
        species: species(second),
      };
    }
    case 'accession':
      return { do: 'accession', accession: first };
    case 'function':
      return withIds(record, first, record.statements, (statements) => {
        return { do: 'function', statements, ...readPage(second) };
      });
    case 'cite': {
      const format = formatOf(second, formats);
      return withIds(record, first, record.references, (references) => {
        return { do: 'cite', references, format, ...readPage(third) };
      });
    }
    case 'locate':
    case 'species':
      return { do: kind, species: species(first) };
    case 'card':
      return { do: 'card' };
    case 'help':
      return first === 'commands' || first === 'sources' ? { do: 'help', about: first } : { do: 'help' };
    default:
      return null;
  }
}

function readSeveral(
  record: GeneRecord,
  parts: readonly string[],
  formats: readonly string[],
): Request | null {
  const ends = [...parts.flatMap((part, at) => (part === AND ? [at] : [])), parts.length];
  const requests = ends.flatMap((end, at) => {
    const one = readRequest(record, parts.slice((ends[at - 1] ?? -1) + 1, end), formats);
    return one === null || one.do === 'ask' || one.do === 'accession' || one.do === 'several' ? [] : [one];
  });
  return requests.length < ends.length ? null : { do: 'several', requests };
}

/** Keys of styles are up to 100 characters long; a hash of eight tells those of one folder apart. */
const LONGEST_FORMAT = 24;
const HASHED_FORMAT = '~';

function formatMark(format: string | null): string {
  if (format === null) return NOTHING;
  return format.length <= LONGEST_FORMAT ? format : hashedFormat(format);
}

function hashedFormat(format: string): string {
  return `${HASHED_FORMAT}${createHash('sha256').update(format).digest('base64url').slice(0, 8)}`;
}

/** A style that is gone gives null, which is the usual one. */
function formatOf(mark: string, formats: readonly string[]): string | null {
  if (mark === NOTHING) return null;
  if (!mark.startsWith(HASHED_FORMAT)) return mark;
  return formats.find((format) => hashedFormat(format) === mark) ?? null;
}

const SHORT_ID = 4;

const shortIds = new WeakMap<GeneRecord, Map<string, string>>();

/** Ids are up to 40 characters; four characters of their hash tell those of one record apart and stay the same when others are added. */
function shortId(record: GeneRecord, id: string): string {
  return shortIdsOf(record).get(id) ?? hashed(id);
}

function shortIdsOf(record: GeneRecord): Map<string, string> {
  const known = shortIds.get(record);
  if (known !== undefined) return known;
  const made = new Map([...record.statements, ...record.references].map(({ id }) => [id, hashed(id)]));
  shortIds.set(record, made);
  return made;
}

function hashed(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, SHORT_ID);
}

function withIds(
  record: GeneRecord,
  text: string,
  entries: readonly { readonly id: string }[],
  request: (ids: string[]) => Request,
): Request | null {
  const wanted = text.match(/.{4}/gu) ?? [];
  const ids = wanted.flatMap(
    (short) => entries.find((entry) => shortId(record, entry.id) === short)?.id ?? [],
  );
  return ids.length === 0 && text !== NOTHING ? null : request(ids);
}

function decodeParts(encoded: readonly string[]): string[] | null {
  try {
    return encoded.map(decodeURIComponent);
  } catch {
    return null;
  }
}
