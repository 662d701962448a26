import { GREEK_LETTERS, nameKey } from '../record/names.js';
import type { GeneName, GeneRecord, Identifier, Reference } from '../record/schema.js';
import { referenceYear, signature } from '../record/words.js';
import { type AccessionMention, resolveAccession, scanAccessions } from './accessions.js';
import { findName, isSymbolShaped } from './names.js';
import { readable } from './normalise.js';
import { indexOfAll, type RecordsIndex } from './records-index.js';
import { stemOf, type Token, tokenise } from './tokens.js';
import { isListed } from './words.js';

/** A name, accession or reference of a record that stands in somebody's text. */
export interface FoundTerm {
  readonly record: GeneRecord;
  /** offsets in the text, in UTF-16 units */
  readonly start: number;
  readonly end: number;
  /** as it stands in the text */
  readonly typed: string;
  readonly what:
    | { readonly is: 'name'; readonly name: GeneName }
    | {
        readonly is: 'identifier';
        readonly identifier: Identifier;
        readonly suffix: string;
        readonly change: string | null;
        readonly assumed: boolean;
      }
    | { readonly is: 'reference'; readonly reference: Reference };
}

/** What was found in a text, and what looks like a gene, an accession or a reference and is in no record. */
export interface TermsFound {
  /** each once, in the order of the text */
  readonly terms: readonly FoundTerm[];
  /** as typed, each once, in the order of the text */
  readonly unknown: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a piece of a text is to which records. */
interface Meant {
  readonly record: GeneRecord;
  readonly what: FoundTerm['what'];
}

/** More of a message than this (characters) is not read: Discord shows 6,000 in embeds and 4,000 beside them. */
const MAX_LOOKED_UP = 12_000;
/** More accessions of a message than this are not looked up: Discord shows no more of their explanations. */
const MAX_ACCESSIONS = 200;
/** More words of a message than this are not read for names. */
const MAX_WORDS = 1_200;
/** More years of a text than this are not looked at. */
const MAX_YEARS = 50;

/**
 * Every name, accession, PMID, PMCID, DOI and "Kim 2005" of the records in a text, and what of that kind is in none of them.
 * @param text a message as it was written; only the first 12,000 characters are read
 */
export function findTerms(records: readonly GeneRecord[], text: string): TermsFound {
  const read = text.slice(0, MAX_LOOKED_UP);
  const index = indexOfAll(records);
  const taken = new Uint8Array(read.length);
  const isFree = ({ start, end }: Span) => !taken.subarray(start, end).includes(1);
  const terms: FoundTerm[] = [];
  const unknown: Span[] = [];
  /** Each piece of the text becomes one thing: what is found first takes its characters. */
  const take = ({ start, end }: Span, meant: readonly Meant[]): void => {
    if (!isFree({ start, end })) return;
    if (meant.length === 0) unknown.push({ start, end });
    for (const each of meant) terms.push({ ...each, start, end, typed: read.slice(start, end) });
    taken.fill(1, start, end);
  };
  const known = new Set<string>();
  for (const one of scanAccessions(read).slice(0, MAX_ACCESSIONS)) {
    const typed = read.slice(one.start, one.end);
    if (known.has(typed)) {
      taken.fill(1, one.start, one.end);
      continue;
    }
    const found = holdersOf(index, one).flatMap((record) => entryOf(record, one));
    const end = one.change === null ? (found[0]?.end ?? one.end) : one.end;
    if (found.length > 0) known.add(typed);
    if (found.length > 0 || one.space !== null) take({ start: one.start, end }, found);
  }
  for (const [span, meant] of authorYears(index, read)) take(span, meant);
  const ownersOf = namesIn(index, read);
  for (const run of runsOf(read)) {
    const named = run.findLast((span) => isFree(span) && ownersOf(span).length > 0);
    const shaped = run.slice(0, 2).findLast((span) => isFree(span) && isOtherGene(index, read, span));
    const span = named ?? shaped;
    if (span === undefined) continue;
    take(span, named === undefined ? [] : ownersOf(span));
    const letter = FORM_LETTER.exec(read.slice(span.end, span.end + 12))?.[0].length;
    if (letter !== undefined) unknown.push({ start: span.start, end: span.end + letter });
  }
  const typed = unknown.sort(byPlace).map(({ start, end }) => read.slice(start, end).replace(/\s+/gu, ' '));
  const firsts = new Map<string, FoundTerm>();
  for (const term of terms.sort(byPlace)) {
    const key = keyOf(term);
    if (!firsts.has(key)) firsts.set(key, term);
  }
  return { terms: [...firsts.values()], unknown: [...new Set(typed)] };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start;
}

/** Terms that are the same part of the same record have one key. */
function keyOf({ record, what }: FoundTerm): string {
  const fact =
    what.is === 'name' ? what.name : what.is === 'identifier' ? what.identifier : what.reference.id;
  return `${record.command} ${JSON.stringify(fact)}`;
}

/** The records that may hold what a mention may stand for: its number with and without suffix, in each reading. */
function holdersOf(index: RecordsIndex, one: AccessionMention): readonly GeneRecord[] {
  const written = [one, ...one.others].flatMap(({ base }) => [
    base,
    base + one.suffix,
    base.replace(/^0+/u, ''),
  ]);
  return [...new Set(written.flatMap((base) => index.holdersOf(base)))];
}

function entryOf(record: GeneRecord, one: AccessionMention): readonly (Meant & { readonly end: number })[] {
  const find = resolveAccession(record, one);
  if (find.found === 'unknown') return [];
  const { end, suffix, change, assumed } = find;
  if (find.found === 'reference')
    return [{ record, end, what: { is: 'reference', reference: find.reference } }];
  return [{ record, end, what: { is: 'identifier', identifier: find.identifier, suffix, change, assumed } }];
}

const YEAR = /^(?:18|19|20)\d\d[a-z]?$/u;
/** Words before a year in which its authors must stand, and words of the longest author. */
const WINDOW = 14;
const AUTHOR_WORDS = 8;

/**
 * The references that a text names by author and year: "Kim 2005", "Kim et al. (2005)", "Mabilleau & Sabokbar, 2009"; none where the
 * author has no reference of that year. Letter case and diacritics do not matter; the family name must be the first author's, whole.
 */
function authorYears(index: RecordsIndex, text: string): readonly [Span, Meant[]][] {
  const { list } = tokenise(text);
  const keys = list.map((token) => stemOf(folded(token.text)));
  const years = list.flatMap((token, at) => (YEAR.test(token.text) ? [at] : []));
  return years.slice(0, MAX_YEARS).flatMap((at): [Span, Meant[]][] => {
    for (let from = at - 1; from >= Math.max(0, at - WINDOW); from -= 1) {
      for (let length = Math.min(AUTHOR_WORDS, at - from); length > 0; length -= 1) {
        const rest = list.slice(from + length, at);
        const written = index
          .signedBy(keys.slice(from, from + length).join(''))
          .filter(({ isFirst, reference }) => isFirst && rest.every((token) => isBetween(token, reference)));
        if (written.length === 0) continue;
        const [start, end] = [list[from]?.start ?? 0, list[at]?.end ?? 0];
        const closes = /[([]/u.test(text.slice(start, end)) && /^[)\]]/u.test(text.slice(end));
        const year = Number.parseInt(list[at]?.text ?? '', 10);
        const found = written.find(({ reference }) => referenceYear(reference) === year);
        const span = { start, end: closes ? end + 1 : end };
        if (found === undefined) return [[span, []]];
        return [[span, [{ record: found.record, what: { is: 'reference', reference: found.reference } }]]];
      }
    }
    return [];
  });
}

/** What may stand between an author and the year: companions, initials, a month, or a word of the second author. */
function isBetween({ text, raw }: Token, { author }: Reference): boolean {
  if (isListed('between author and year', text) || /^\p{Lu}{1,3}$/u.test(raw)) return true;
  const second = author?.[1];
  return (
    second !== undefined &&
    tokenise(readable(signature(second))).list.some((word) => word.text === folded(text))
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** A word with everything that may stand inside a name: letters, digits, marks and invisible characters. */
const PIECE = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;
const JOINT = /^[\s\p{Pd}\u2212_]{1,2}$/u;
const MAX_PIECES = 4;
/** The longest name in a message, in characters. */
const MAX_NAME = 60;
const GREEK = Object.entries(GREEK_LETTERS).flat().join('|');
/** The letter of a form that stands behind a name and that the record does not have (`IL-2 theta`). */
const FORM_LETTER = new RegExp(`^[\\s\\p{Pd}\\u2212_]?(?:${GREEK})(?![\\p{L}\\p{N}])`, 'iu');

/** For each word, what begins with it: the word alone, with the next one, and so on. */
function runsOf(text: string): readonly (readonly Span[])[] {
  const pieces = [...text.matchAll(PIECE)].slice(0, MAX_WORDS).map(({ index, 0: piece }) => ({
    start: index,
    end: index + piece.length,
  }));
  return pieces.map(({ start }, at) => {
    const run: Span[] = [];
    for (const piece of pieces.slice(at, at + MAX_PIECES)) {
      const before = run.at(-1);
      if (before !== undefined && !JOINT.test(text.slice(before.end, piece.start))) break;
      if (piece.end - start > MAX_NAME) break;
      run.push({ start, end: piece.end });
    }
    return run;
  });
}

/**
 * Which genes a piece of a text names; what it says again and again is looked up once. A name stands alone: `IL-2` in `anti-IL-2`
 * counts, in `IL-2R` or `IL-2-like` it does not stand for the gene.
 */
function namesIn(index: RecordsIndex, text: string): (span: Span) => readonly Meant[] {
  const known = new Map<string, readonly Meant[]>();
  return ({ start, end }) => {
    const behind = /^-(\p{L}+)/u.exec(text.slice(end, end + 10))?.[1];
    if (isListed('another thing', behind?.toLowerCase())) return [];
    const typed = text.slice(start, end);
    const meant =
      known.get(typed) ??
      ownersNamed(index, typed).map(({ record, name }): Meant => ({ record, what: { is: 'name', name } }));
    known.set(typed, meant);
    return meant;
  };
}

/** The records of which something typed is a name, exactly after normalising. */
export function ownersNamed(
  index: RecordsIndex,
  typed: string,
): readonly { readonly record: GeneRecord; readonly name: GeneName }[] {
  return index.ownersOf(nameKey(readable(typed))).flatMap((record) => {
    const name = findName(record, typed);
    return name === null ? [] : [{ record, name }];
  });
}

/** What is shaped like the symbol of a gene (IL33) and is no name or thing of the records. */
function isOtherGene(index: RecordsIndex, text: string, { start, end }: Span): boolean {
  const typed = text.slice(start, end);
  const joined = typed.replace(/[\p{Pd}\u2212]/u, '').toLowerCase();
  return /\p{Lu}/u.test(typed) && isSymbolShaped(joined) && !index.isKnownGene(nameKey(readable(typed)));
}
