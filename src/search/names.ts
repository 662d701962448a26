import { GREEK_LETTERS, nameKey } from '../record/names.js';
import type { GeneName, GeneRecord } from '../record/schema.js';
import type { Draft, Recogniser } from './marks.js';
import { readable } from './normalise.js';
import { once } from './once.js';
import { geneKey, indexOf } from './record-index.js';
import type { Token } from './tokens.js';
import { vocabularyFile } from './vocabulary.js';
import { isListed } from './words.js';

/** Names of genes: this gene's, its siblings', and whatever is shaped like one. Exact, never fuzzy. */

/** Letters that recombinant or human proteins are given in front of their name (rhIL-2, hTNF). */
const SPECIES_PREFIX = /^(?:rhu|rh|rec|hu|hr|r|h)(?=[a-z])/u;
/** A number with a gap in it is two numbers: `IL-3 2` is not `IL-32`, but `NKX 2-5` is `NKX2-5`. */
const SPLIT_NUMBER = /\d[\s-]+\d/u;

/**
 * The name of the gene that was typed, exactly after normalising; `rhIL-2` for IL2 and a plural s are allowed.
 * @returns null when it is no name of this gene, however near
 */
export function findName(record: GeneRecord, typed: string): GeneName | null {
  const { names } = indexOf(record);
  const text = readable(typed);
  const key = nameKey(text);
  const bare = key.replace(SPECIES_PREFIX, '');
  const found =
    names.get(key) ?? (/\d/u.test(bare) ? names.get(bare) : undefined) ?? names.get(key.replace(/s$/u, ''));
  if (found === undefined || !SPLIT_NUMBER.test(text)) return found ?? null;
  return numbersIn(found.name) === numbersIn(text) ? found : null;
}

/** The numbers of a name, apart: "2 5" of `NKX2-5`. */
function numbersIn(name: string): string {
  return (readable(name).match(/\d+/gu) ?? []).join(' ');
}

/** Edits between two short keys; a swap of neighbours counts one. */
function edits(a: string, b: string): number {
  const rows: number[][] = [];
  const cost = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      const changed = cost(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cost(i - 2, j - 2) + 1 : changed;
      row.push(i + j === 0 ? 0 : Math.min(cost(i - 1, j) + 1, cost(i, j - 1) + 1, changed, swapped));
    }
  }
  return cost(a.length, b.length);
}

/** What is compared of a name that may be misspelt; no more than 60 characters. */
function spellings(name: string): readonly string[] {
  const text = readable(name);
  const squeezed = text.toLowerCase().replace(/[\s-]+/gu, '');
  return [nameKey(text), geneKey(name), squeezed].map((key) => key.slice(0, 60));
}

/**
 * Names of the gene that look like what was typed, nearest first, for "did you mean". Never an answer.
 * @param limit at most so many
 */
export function nearNames(record: GeneRecord, typed: string, limit: number): readonly GeneName[] {
  const [plain = '', key = '', squeezed = ''] = spellings(typed);
  if (key === '') return [];
  const most = key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3;
  return record.names
    .map((name) => {
      const [same, known = '', spelt = ''] = spellings(name.name);
      const begins = known.startsWith(key) && key.length > 1;
      const near = begins ? 0.5 : Math.min(edits(squeezed, spelt), edits(key, known));
      const distance = same === plain ? 0 : near;
      return { name, distance };
    })
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

const SYMBOL_SHAPE = /^(?:[a-z]{1,7}-?\d{1,4}(?:[a-z]{0,5}\d{0,2})?|[a-z]{1,4}\d[a-z]\d{1,3})$/u;
/** Whether a lower-case word with a digit is shaped like a gene symbol (`il33`, `cd4`, `nkx2`). */
export function isSymbolShaped(text: string): boolean {
  if (!SYMBOL_SHAPE.test(text)) return false;
  /** words with a number that are no gene; `#` stands for any number */
  return ![text, text.replace(/\d+/gu, '#')].some((form) => isListed('no symbol', form));
}

/** The most words of a name. */
const MOST_WORDS = 12;
const GREEK: ReadonlySet<string> = new Set(Object.values(GREEK_LETTERS));
const JOINT = /^[ _-]?$/u;
const NUMBER = /^\d{1,4}[a-z]{0,6}$/u;

/** Numbers in words as digits, tens with their unit: "thirty", "two" -> "32". */
const spoken = once((): ReadonlyMap<string, number> => {
  const { units, teens, tens } = vocabularyFile('spoken.json');
  return new Map([
    ...[...units, ...teens].map((word, n): [string, number] => [word, n]),
    ...tens.map((word, n): [string, number] => [word, (n + 2) * 10]),
  ]);
});

/** The number that a word is ("twelve"), or null. */
export function spokenNumber(word: string): number | null {
  return spoken().get(word) ?? null;
}

/** How a name may stand in a text: its words by their number, numbers in words as digits. */
function joined(tokens: readonly Token[], at: number, length: number): string {
  let name = '';
  let tens = false;
  for (let n = at; n < at + length; n += 1) {
    const { text, before } = tokens[n] ?? { text: '', before: '' };
    const number = spoken().get(text);
    const apart = n > at && !(number === undefined ? before === '' : tens && number > 0 && number < 10);
    const next = n + 1 < at + length ? (spoken().get(tokens[n + 1]?.text ?? '') ?? 0) : 0;
    tens = number !== undefined && number >= 20;
    name += `${apart ? ' ' : ''}${number === undefined ? text : tens && next > 0 && next < 10 ? number / 10 : number}`;
  }
  return name;
}

/**
 * A name of the gene, the longest; or what stands before the number of one of its names, with another number: `IL-33`,
 * `zinc finger 8`. What stands behind a name and is not listed makes another thing of it.
 */
export const geneName: Recogniser = ({ index, tokens }, at) => {
  const first = tokens[at];
  if (first === undefined) return null;
  const begins = (key: string) =>
    index.beginnings.has(key) || index.beginnings.has(key.replace(SPECIES_PREFIX, ''));
  if (!begins(first.text.slice(0, 2))) return null;
  let own: Draft | null = null;
  let sibling: Draft | null = index.lettered.has(first.text.slice(0, -1))
    ? { kind: 'other', length: 1 }
    : null;
  for (let length = 1, plain = true; length <= MOST_WORDS; length += 1) {
    const last = tokens[at + length - 1];
    if (last === undefined) break;
    plain &&= length === 1 || JOINT.test(last.before);
    if (length > 1 && last.text === 'a' && last.before !== '-') continue;
    const typed = joined(tokens, at, length);
    const key = nameKey(typed);
    if (!spoken().has(last.text) && !begins(key)) break;
    const name = findName(index.record, typed);
    if (name !== null && (plain || /[^\p{L}\p{N}\s-]/u.test(name.name))) own = { kind: 'own', length, name };
    const digits = plain && index.families.has(key) ? digitsAt(tokens, at + length) : 0;
    if (digits > 0 && (sibling?.length ?? 1) === 1) sibling = { kind: 'other', length: length + digits };
  }
  const best = own !== null && own.length >= (sibling?.length ?? 0) ? own : sibling;
  return best === null ? null : prolonged(tokens, at, best);
};

/** How many words a number takes that stands behind a name, joined to it; 0 where there is none. */
function digitsAt(tokens: readonly Token[], at: number): number {
  const [number, unit] = tokens.slice(at, at + 2);
  if (number === undefined || !JOINT.test(number.before)) return 0;
  const value = spoken().get(number.text);
  if (value === undefined) return NUMBER.test(number.text) ? 1 : 0;
  return value >= 20 && (spoken().get(unit?.text ?? '') ?? 10) < 10 ? 2 : 1;
}

/** A gene's name with something behind it that is not listed is another thing: `IL-2R`, `IL-2-BP`, `TNF-R1`, `IL-2-like`. */
export function prolonged(tokens: readonly Token[], at: number, draft: Draft): Draft {
  const next = tokens[at + draft.length];
  if (next === undefined || !/^[ -]$/u.test(next.before)) return draft;
  const hyphened =
    next.before === '-' &&
    (isListed('another thing', next.text) ||
      (next.text.length <= 3 && !isListed('beside a name', next.text)));
  return hyphened || GREEK.has(next.text) ? { kind: 'other', length: draft.length + 1 } : draft;
}

/** Anything shaped like a gene symbol, `NKX2-5` and `CD-14` included. */
export const symbol: Recogniser = ({ tokens }, at) => {
  const [first, second] = tokens.slice(at, at + 2);
  if (first === undefined) return null;
  const isWord = first.level !== null && !/^\p{Lu}+$/u.test(first.raw);
  const hyphened = second?.before === '-' && /^(?:\d{1,4}[a-z]{0,3}|[a-z]\d{0,2})$/u.test(second.text);
  if (hyphened && !isWord && first.text.length > 1 && isSymbolShaped(first.text + second.text))
    return { kind: 'other', length: 2 };
  return first.level === null && isSymbolShaped(first.text) ? { kind: 'other', length: 1 } : null;
};
