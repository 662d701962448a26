import { GREEK_LETTERS, nameKey } from '../record/names.js';
import type { GeneName, GeneRecord } from '../record/schema.js';
import type { Draft, Page, Recogniser } from './marks.js';
import { readable } from './normalise.js';
import { once, remembered } from './once.js';
import { geneKey, indexOf, type Names, type Owned } from './record-index.js';
import { edits } from './spelling.js';
import { isListed, type Token } from './tokens.js';
import { vocabularyFile } from './vocabulary.js';

/** Names of genes: this gene's, its siblings', and whatever is shaped like one. Exact, never fuzzy. */

/** Letters that recombinant or human proteins are given in front of their name (rhIL-2, hTNF). */
const SPECIES_PREFIX = /^(?:rhu|rh|rec|hu|hr|r|h)(?=[a-z])/u;
/** A number with a gap in it is two numbers: `IL-3 2` is not `IL-32`, but `NKX 2-5` is `NKX2-5`. */
const SPLIT_NUMBER = /\d[\s-]+\d/u;

/** The names that something typed is, exactly after normalising; `rhIL-2` for IL2 and a plural s are allowed. */
export function ownersNamed(names: Names, typed: string): readonly Owned[] {
  const text = readable(typed);
  return ownersOf(names, text, nameKey(text));
}

function ownersOf({ owned }: Names, text: string, key: string): readonly Owned[] {
  const bare = key.replace(SPECIES_PREFIX, '');
  const found =
    owned.get(key) ?? (/\d/u.test(bare) ? owned.get(bare) : undefined) ?? owned.get(key.replace(/s$/u, ''));
  if (found === undefined || !SPLIT_NUMBER.test(text)) return found ?? [];
  return found.filter(({ name }) => numbersIn(name.name) === numbersIn(text));
}

/** The name of the gene that was typed; null when it is no name of this gene, however near. */
export function findName(record: GeneRecord, typed: string): GeneName | null {
  return ownersNamed(indexOf(record), typed)[0]?.name ?? null;
}

/** The numbers of a name, apart: "2 5" of `NKX2-5`. */
function numbersIn(name: string): string {
  return (readable(name).match(/\d+/gu) ?? []).join(' ');
}

/** A name as it is compared with misspelt ones: with the letters of its family for their word, and as it is; 60 characters at most. */
function spellingsOf(name: string): readonly [string, string] {
  const squeezed = readable(name)
    .toLowerCase()
    .replace(/[\s-]+/gu, '');
  return [geneKey(name).slice(0, 60), squeezed.slice(0, 60)];
}

/** Names of the gene that look like what was typed, nearest first, for "did you mean". Never an answer. */
export function nearNames(record: GeneRecord, typed: string, limit: number): readonly GeneName[] {
  const [key, squeezed] = spellingsOf(typed);
  if (key === '') return [];
  const most = key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3;
  return record.names
    .map((name) => {
      const [known, spelt] = spellingsOf(name.name);
      const plain = edits(squeezed, spelt);
      const near = known.startsWith(key) ? 0.5 : Math.min(plain, edits(key, known));
      return { name, distance: plain === 0 ? 0 : near };
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
/** More than letters, numbers, spaces and hyphens. */
const UNPLAIN = /[^\p{L}\p{N}\s-]/u;
const NUMBER = /^\d{1,4}[a-z]{0,6}$/u;

/** Numbers in words, and all that stand in a text, tens with their unit: "thirty two". */
const spoken = once(() => {
  const { units, teens, tens } = vocabularyFile('spoken.json');
  const numbers = new Map([
    ...[...units, ...teens].map((word, n): [string, number] => [word, n]),
    ...tens.map((word, n): [string, number] => [word, (n + 2) * 10]),
  ]);
  const unit = units.slice(1).join('|');
  const any = [...teens, ...units].join('|');
  return { numbers, pattern: new RegExp(`\\b(?:(${tens.join('|')})(?: (${unit}))?|${any})\\b`, 'g') };
});

/** The number that a word is ("twelve"), or null. */
export function spokenNumber(word: string): number | null {
  return spoken().numbers.get(word) ?? null;
}

/** Words as a name may stand in a text: numbers in words as digits. */
function joined(tokens: readonly Token[], at: number, length: number): string {
  let text = '';
  for (let n = at; n < at + length; n += 1)
    text += `${n === at || tokens[n]?.before === '' ? '' : ' '}${tokens[n]?.text}`;
  const { numbers, pattern } = spoken();
  return text.replace(pattern, (all, ten = all, unit = '') =>
    String((numbers.get(ten) ?? 0) + (numbers.get(unit) ?? 0)),
  );
}

const keyOf = remembered(nameKey);

/** A text and the names that are looked for in it. */
export interface Searched {
  readonly index: Names;
  readonly tokens: readonly Token[];
}

/** A run of words that is a name of somebody's, or, where nobody owns it, the name of a sibling. */
export interface NameRun {
  readonly length: number;
  readonly owned: readonly Owned[];
}

/** "a" and "is" behind a name: words of the sentence, not the letter of a form or several of them (NAME-A, NAME-Is). */
function isSmall({ raw, before }: Token): boolean {
  return (raw === 'a' && before !== '-') || (raw === 'is' && before === ' ');
}

/** Whether the first letters of a key, those for a species before them or not, begin a name. */
function isBeginning(beginnings: ReadonlySet<string>, key: string, length = key.length): boolean {
  if (beginnings.has(key.slice(0, length))) return true;
  const bare = /^[hr]/.test(key) ? key.replace(SPECIES_PREFIX, '') : key;
  return bare !== key && beginnings.has(bare.slice(0, length));
}

/** The longest name that starts at a word; or what stands before the number of a name, with another number (`IL-33`). */
export function nameAt({ index, tokens }: Searched, at: number): NameRun | null {
  const first = tokens[at]?.text ?? '';
  const { beginnings } = index;
  if (/^[a-z]/.test(first) && !isBeginning(beginnings, first, 2)) return null;
  let own: NameRun | null = null;
  let sibling: NameRun | null = index.lettered.has(first.slice(0, -1)) ? { length: 1, owned: [] } : null;
  let family = { length: 0, key: '' };
  for (let length = 1, plain = true; length <= MOST_WORDS; length += 1) {
    const last = tokens[at + length - 1];
    if (last === undefined) break;
    plain &&= length === 1 || JOINT.test(last.before);
    if (length > 1 && isSmall(last) && own !== null) continue;
    const text = joined(tokens, at, length);
    const key = keyOf(text);
    const isSpoken = spokenNumber(last.text) !== null;
    if (plain && family.length > 0 && (isSpoken || length === family.length + 1))
      if (NUMBER.test(key.slice(family.key.length)) && !SPLIT_NUMBER.test(text))
        sibling = { length, owned: [] };
    if (!isSpoken && !isBeginning(beginnings, key)) break;
    const owners = ownersOf(index, text, key);
    const owned = plain ? owners : owners.filter(({ name }) => UNPLAIN.test(name.name));
    if (owned.length > 0) own = { length, owned };
    if (index.families.has(key)) family = { length, key };
  }
  return own !== null && own.length >= (sibling?.length ?? 0) ? own : sibling;
}

/** "the beta isoform", "isoform gamma": the form of the gene whose name ends so. */
function formAt({ index, tokens }: Searched, at: number): NameRun | null {
  const { text = '' } = tokens[at] ?? {};
  const isForm = (token: Token | undefined): boolean => isListed('form of a gene', token?.text);
  // "alpha and beta isoforms"
  const behind = tokens
    .slice(at + 1, at + 6)
    .find((token) => !GREEK.has(token.text) && !isListed('between forms', token.text));
  if (!GREEK.has(text) || !(isForm(behind) || isForm(tokens[at - 1]))) return null;
  const isOf = ({ name }: Owned): boolean =>
    name.kind === 'isoform' && readable(name.name).toLowerCase().endsWith(text);
  const owned = [...index.owned.values()].flat().filter(isOf);
  const names = new Set(owned.map(({ name }) => name));
  return names.size === 1 ? { length: 1, owned } : null;
}

/** A name of the gene or a sibling. What stands behind it and is not listed makes another thing of it. */
export const geneName: Recogniser = (page, at) => {
  const run = nameAt(page, at) ?? formAt(page, at);
  if (run === null) return null;
  const [own] = run.owned;
  const { length } = run;
  return prolonged(
    page.tokens,
    at,
    own === undefined ? { kind: 'other', length } : { kind: 'own', length, name: own.name },
  );
};

/** Whether a word is a Greek letter or the name of one. */
export function isGreek(word: string | undefined): boolean {
  return word !== undefined && GREEK.has(word);
}

/** A gene's name with something behind it that is not listed is another thing: `IL-2R`, `IL-2-BP`, `TNF-R1`, `IL-2-like`. */
export function prolonged(tokens: readonly Token[], at: number, draft: Draft): Draft {
  const next = tokens[at + draft.length];
  if (next === undefined || !/^[ -]$/u.test(next.before)) return draft;
  const hyphened =
    next.before === '-' &&
    (isListed('another thing', next.text) ||
      (next.text.length <= 3 && !isListed('beside a name', next.text)));
  return hyphened || isGreek(next.text) ? { kind: 'other', length: draft.length + 1 } : draft;
}

/** Anything shaped like a gene symbol, `NKX2-5` and `CD-14` included. */
export function symbol({ tokens }: Pick<Page, 'tokens'>, at: number): Draft | null {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined) return null;
  if (second?.before === '-' && /^(?:\d{1,4}[a-z]{0,3}|[a-z]\d{0,2})$/u.test(second.text)) {
    const isWord = first.level !== null && !/^\p{Lu}+$/u.test(first.raw);
    if (!isWord && first.text.length > 1 && isSymbolShaped(first.text + second.text))
      return { kind: 'other', length: 2 };
  }
  return first.level === null && isSymbolShaped(first.text) ? { kind: 'other', length: 1 } : null;
}
