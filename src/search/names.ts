import { nameKey } from '../record/names.js';
import type { GeneName, GeneRecord } from '../record/schema.js';
import { everyday } from './everyday.js';
import { LEXICON } from './lexicon.js';
import { readable } from './normalise.js';
import { geneKey, indexOf, type RecordIndex } from './record-index.js';
import { stem } from './stem.js';
import { phraseKey } from './tokens.js';

/** Letters that recombinant or human proteins are given in front of their name (rhIL-2, hTNF). */
const SPECIES_PREFIX = /^(?:rhu|rh|rec|hu|hr|r|h)(?=[a-z])/u;

/** A number with a gap in it is two numbers: `IL-3 2` is not `IL-32`, but `NKX 2-5` is `NKX2-5`. */
const SPLIT_NUMBER = /\d[\s-]+\d/u;

/** A Greek letter name behind the full name makes the name of an isoform: `interleukin 2 gamma` would be `IL-2gamma`. */
function ownKeys(index: RecordIndex, key: string): readonly string[] {
  let full: string | undefined;
  for (const [known, name] of index.names) {
    if (name.kind === 'name' && key.startsWith(known)) full ??= known;
  }
  if (full === undefined) return [key];
  const symbol = index.record.names.find((name) => name.kind === 'symbol');
  return symbol === undefined ? [key] : [key, nameKey(symbol.name) + key.slice(full.length)];
}

function lookUp(index: RecordIndex, key: string): GeneName | null {
  for (const candidate of ownKeys(index, key)) {
    const found = index.names.get(candidate);
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * The name of the gene that was typed, exactly after normalising; `rhIL-2` for IL2 and a plural s are allowed.
 * @returns null when it is no name of this gene, however near
 */
export function findName(record: GeneRecord, typed: string): GeneName | null {
  const index = indexOf(record);
  const text = readable(typed);
  const key = nameKey(text);
  if (key === '') return null;
  if (SPLIT_NUMBER.test(text)) {
    const name = index.names.get(key);
    return name !== undefined && numbersIn(name.name) === numbersIn(text) ? name : null;
  }
  const exact = lookUp(index, key);
  if (exact !== null) return exact;
  const bare = key.replace(SPECIES_PREFIX, '');
  if (bare !== key && /\d/u.test(bare)) {
    const found = lookUp(index, bare);
    if (found !== null) return found;
  }
  return key.endsWith('s') ? lookUp(index, key.slice(0, -1)) : null;
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
  const key = geneKey(readable(typed)).slice(0, 60);
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
/** Words with a number that are no gene: assemblies, chromosomes, units, versions, cell lines, strains, ordinals. */
const NOT_A_SYMBOL =
  /^(?:hg\d{2}|grch?m?\d{2}|mm\d{1,2}|chr(?:\d{1,2})|chm13|b3[78]|ncbi36|\d.*|q\d|r\d|v\d{1,2}|n\d|day\d+|covid19|thp1|hek293t?|u937|hl60|k562|a549|mcf7|raw264|caco2|cos7|b6|c57bl6?|balbc?|fig\d+|ref\d+|f\d{1,2}|p0\d+|h1n1|x\d|web2|mp3|mp4|utf8|sha256|md5|base64|python3|r4|win\d+|http2?|ps\d|w\d|apa7|o2|co2|h2o2?|vo2|a4|b12|d3)$/u;

/** Whether a lower-case word with a digit is shaped like a gene symbol (`il33`, `cd4`, `nkx2`). */
export function isSymbolShaped(text: string): boolean {
  return SYMBOL_SHAPE.test(text) && !NOT_A_SYMBOL.test(text);
}

/** `IL-2 gama`: the gene's own symbol or full name, and a word behind it that may be a misspelt letter of an isoform. */
function extendsOwnNumber(index: RecordIndex, typed: string): boolean {
  const [, start = '', letters = ''] = /^(.*\d)[\s-]*(\p{L}{3,})$/u.exec(typed) ?? [];
  return letters !== '' && index.names.has(nameKey(start));
}

/**
 * Whether something typed is shaped like a gene symbol but is none of this gene's (IL33, TIFA): such a name is told apart,
 * never corrected.
 */
export function looksLikeOtherGene(record: GeneRecord, typed: string): boolean {
  const text = readable(typed).trim();
  if (text === '' || findName(record, text) !== null) return false;
  const lower = text.toLowerCase().replace(/[\s-]+/gu, '');
  if (extendsOwnNumber(indexOf(record), text)) return false;
  if (isSymbolShaped(lower)) return true;
  const known = LEXICON.phrases.get(phraseKey(text));
  if (known !== undefined) return known.some((term) => term.kind === 'thing' && term.group === 'gene');
  const index = indexOf(record);
  if (index.lettered.has(geneKey(text).slice(0, -1))) return true;
  return (
    /^[A-Z][A-Z0-9]{1,7}[a-z]?$/u.test(text) &&
    everyday(text.toLowerCase(), stem(text.toLowerCase())) === null
  );
}
