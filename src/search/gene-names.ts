import { GREEK_LETTERS, nameKey } from '../record/names.js';
import type { Draft, Recogniser } from './marks.js';
import { findName, isSymbolShaped, SPECIES_PREFIX } from './names.js';
import { once } from './once.js';
import type { RecordIndex } from './record-index.js';
import type { Token } from './tokens.js';
import { vocabularyFile } from './vocabulary.js';
import { everyday } from './words.js';

/** Recognisers of gene names: this gene's, its siblings', and whatever is shaped like one. Exact, never fuzzy. */

/** The most words of a name. */
const MOST_WORDS = 12;
const GREEK: ReadonlySet<string> = new Set(Object.values(GREEK_LETTERS));
const JOINT = /^[ _-]?$/u;

/** Numbers in words as digits, tens with their unit: "thirty", "two" -> "32". */
const spoken = once((): ReadonlyMap<string, number> => {
  const { units, teens, tens } = vocabularyFile('spoken.json');
  return new Map([
    ...[...units, ...teens].map((word, n): [string, number] => [word, n]),
    ...tens.map((word, n): [string, number] => [word, (n + 2) * 10]),
  ]);
});

/** How a name may stand in a text: its words by their number, numbers in words as digits. */
function joined(tokens: readonly Token[], at: number, length: number): string {
  const run = tokens.slice(at, at + length);
  const numbers = run.map(({ text }) => spoken().get(text));
  return run
    .flatMap(({ text, before }, n) => {
      const [last, number, next] = [numbers[n - 1] ?? 0, numbers[n], numbers[n + 1] ?? 0];
      if (number === undefined) return [n === 0 || before === '' ? '' : ' ', text];
      if (last >= 20 && number > 0 && number < 10) return [number];
      return [n === 0 ? '' : ' ', number >= 20 && next > 0 && next < 10 ? number / 10 : number];
    })
    .join('');
}

/** Whether one of the gene's names begins so. */
function begins({ beginnings }: RecordIndex, key: string): boolean {
  return beginnings.has(key) || beginnings.has(key.replace(SPECIES_PREFIX, ''));
}

/** A name of the gene, the longest; what stands behind it and is not listed makes another thing of it. */
export const ownName: Recogniser = ({ index, tokens }, at) => {
  const first = tokens[at];
  if (first === undefined || !begins(index, first.text.slice(0, 2))) return null;
  let best: Draft | null = null;
  let plain = true;
  for (let length = 1; length <= MOST_WORDS; length += 1) {
    const last = tokens[at + length - 1];
    if (last === undefined) break;
    plain &&= length === 1 || JOINT.test(last.before);
    if (length > 1 && last.text === 'a' && last.before !== '-') continue;
    const typed = joined(tokens, at, length);
    if (!spoken().has(last.text) && !begins(index, nameKey(typed))) break;
    const name = findName(index.record, typed);
    if (name !== null && (plain || /[^\p{L}\p{N}\s-]/u.test(name.name))) best = { kind: 'own', length, name };
  }
  return best === null ? null : prolonged(tokens, at, best);
};

/** Behind a hyphen: `IL-2R`, `IL-2-BP`, `TNF-R1`, `IL-2-like`. */
const PROLONGING = /^(?!(?:the|and|is|in|id|ids|of|vs|or|on)$)(?:.{1,3}|like|related|derived)$/u;

/** A gene's name with something behind it that is not listed is another thing. */
export function prolonged(tokens: readonly Token[], at: number, draft: Draft): Draft {
  const next = tokens[at + draft.length];
  if (next === undefined || !/^[ -]$/u.test(next.before)) return draft;
  const other = GREEK.has(next.text) || (next.before === '-' && PROLONGING.test(next.text));
  return other ? { kind: 'other', length: draft.length + 1 } : draft;
}

const NUMBER = /^\d{1,4}[a-z]{0,6}$/u;

/** `IL-33`, `zinc finger 8`: what stands before the number of one of the gene's names, with another number. */
export const sibling: Recogniser = ({ index, tokens }, at) => {
  const first = tokens[at];
  if (first === undefined) return null;
  if (index.lettered.has(first.text.slice(0, -1))) return { kind: 'other', length: 1 };
  if (!begins(index, first.text.slice(0, 2))) return null;
  for (let length = 1; length < MOST_WORDS; length += 1) {
    const number = tokens[at + length];
    if (number === undefined || !JOINT.test(number.before)) break;
    const value = spoken().get(number.text);
    if (!NUMBER.test(number.text) && value === undefined) continue;
    const family = nameKey(joined(tokens, at, length));
    if (!begins(index, family)) break;
    if (!index.families.has(family)) continue;
    const unit = (value ?? 0) >= 20 && (spoken().get(tokens[at + length + 1]?.text ?? '') ?? 10) < 10 ? 1 : 0;
    return prolonged(tokens, at, { kind: 'other', length: length + 1 + unit });
  }
  return null;
};

/** Anything shaped like a gene symbol, `NKX2-5` and `CD-14` included. */
export const symbol: Recogniser = ({ tokens }, at) => {
  const first = tokens[at];
  if (first === undefined) return null;
  const said = everyday(first.text, first.stem) !== null;
  const second = tokens[at + 1];
  const hyphened = second?.before === '-' && /^(?:\d{1,4}[a-z]{0,3}|[a-z]\d{0,2})$/u.test(second.text);
  const isWord = said && !/^\p{Lu}+$/u.test(first.raw);
  if (
    hyphened &&
    !isWord &&
    /^[a-z]{2,6}\d{0,3}$/u.test(first.text) &&
    isSymbolShaped(first.text + second.text)
  )
    return { kind: 'other', length: 2 };
  return !said && isSymbolShaped(first.text) ? { kind: 'other', length: 1 } : null;
};
