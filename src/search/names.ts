import { nameKey } from '../record/names.js';
import type { GeneName, GeneRecord } from '../record/schema.js';
import { lexicon } from './lexicon.js';
import { readable } from './normalise.js';
import { once } from './once.js';
import { geneKey, indexOf } from './record-index.js';
import { stem } from './stem.js';
import { phraseKey } from './tokens.js';
import { vocabularyFile } from './vocabulary.js';
import { everyday } from './words.js';

/** Letters that recombinant or human proteins are given in front of their name (rhIL-2, hTNF). */
export const SPECIES_PREFIX = /^(?:rhu|rh|rec|hu|hr|r|h)(?=[a-z])/u;

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

/** Edits (a swap of neighbours counts one) between two short keys; stops counting above `most`. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    older = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** Small letters and digits, Greek letters spelt out. */
function squeezed(name: string): string {
  return readable(name)
    .toLowerCase()
    .replace(/[\s-]+/gu, '')
    .slice(0, 60);
}

/**
 * Names of the gene that look like what was typed, nearest first, for "did you mean". Never an answer.
 * @param limit at most so many
 */
export function nearNames(record: GeneRecord, typed: string, limit: number): readonly GeneName[] {
  const plain = nameKey(readable(typed)).slice(0, 60);
  const key = geneKey(typed).slice(0, 60);
  if (key === '') return [];
  const most = key.length <= 4 ? 1 : key.length <= 8 ? 2 : 3;
  const scored = record.names.map((name, order) => {
    const known = geneKey(name.name);
    if (nameKey(name.name) === plain) return { name, order, distance: 0 };
    const spelt = edits(squeezed(typed), squeezed(name.name), most);
    const distance = known.startsWith(key) && key.length > 1 ? 0.5 : Math.min(spelt, edits(key, known, most));
    return { name, order, distance };
  });
  return scored
    .filter((one) => one.distance <= most)
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, limit)
    .map((one) => one.name);
}

const SYMBOL_SHAPE = /^(?:[a-z]{1,7}-?\d{1,4}(?:[a-z]{0,5}\d{0,2})?|[a-z]{1,4}\d[a-z]\d{1,3})$/u;
/** Words with a number that are no gene; `#` stands for any number. */
const noSymbols = once(
  (): ReadonlySet<string> => new Set(Object.values(vocabularyFile('no-symbols.json')).flat()),
);

/** Whether a lower-case word with a digit is shaped like a gene symbol (`il33`, `cd4`, `nkx2`). */
export function isSymbolShaped(text: string): boolean {
  return SYMBOL_SHAPE.test(text) && !noSymbols().has(text) && !noSymbols().has(text.replace(/\d+/gu, '#'));
}

/**
 * Whether something typed is shaped like a gene symbol but is none of this gene's (IL33, TIFA): such a name is told apart,
 * never corrected.
 */
export function looksLikeOtherGene(record: GeneRecord, typed: string): boolean {
  const text = readable(typed).trim();
  if (text === '' || findName(record, text) !== null) return false;
  const { names, lettered } = indexOf(record);
  const lower = text.toLowerCase().replace(/[\s-]+/gu, '');
  /** `IL-2 gama`: a name and a word behind it that may be a misspelt letter of an isoform */
  const [, start = '', letters = ''] = /^(.*\d)[\s-]*(\p{L}{3,})$/u.exec(text) ?? [];
  if (letters !== '' && names.has(nameKey(start))) return false;
  if (isSymbolShaped(lower)) return true;
  const known = lexicon().phrases.get(phraseKey(text));
  if (known !== undefined) return known.some((term) => term.kind === 'thing' && term.group === 'gene');
  if (lettered.has(geneKey(text).slice(0, -1))) return true;
  return (
    /^[A-Z][A-Z0-9]{1,7}[a-z]?$/u.test(text) &&
    everyday(text.toLowerCase(), stem(text.toLowerCase())) === null
  );
}
