import { GREEK_LETTERS, nameKey } from '../record/names.js';
import type { GeneName, GeneRecord, Identifier, Reference } from '../record/schema.js';
import { type AccessionMention, resolveAccession, scanAccessions } from './accessions.js';
import { findAuthorYears } from './author-years.js';
import { findName, isSymbolShaped } from './names.js';
import { readable } from './normalise.js';
import { indexOfAll, type RecordsIndex } from './records-index.js';

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

/** More of a message than this (characters) is not read: Discord shows 6,000 in embeds and 4,000 beside them. */
const MAX_LOOKED_UP = 12_000;

/** More accessions of a message than this are not looked up: Discord shows no more of their explanations. */
const MAX_ACCESSIONS = 200;
/** More words of a message than this are not read for names. */
const MAX_WORDS = 1_200;

/** A word with everything that may stand inside a name: letters, digits, marks and invisible characters. */
const PIECE = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;
const JOINT = /^(?:[\s\p{Pd}\u2212_]{1,2})$/u;
const COMPOUND = /^-(?:like|related|derived)/iu;
const MAX_PIECES = 4;
const GREEK = Object.entries(GREEK_LETTERS).flat().join('|');
const FORM_LETTER = new RegExp(`^[\\s\\p{Pd}\\u2212_]?(?:${GREEK})(?![\\p{L}\\p{N}])`, 'iu');
/** The longest name in a message, in characters. */
const MAX_NAME = 60;

/**
 * Every name, accession, PMID, PMCID, DOI and "Kim 2005" of the records in a text, and what of that kind is in none of them.
 * @param text a message as it was written; only the first 12,000 characters are read
 */
export function findTerms(records: readonly GeneRecord[], text: string): TermsFound {
  const read = text.slice(0, MAX_LOOKED_UP);
  const taken = new Uint8Array(read.length);
  const free = ({ start, end }: Span) => !taken.subarray(start, end).includes(1);
  const terms: FoundTerm[] = [];
  const unknown: Span[] = [];
  const keep = (found: readonly FoundTerm[], span: Span): void => {
    if (!free(span)) return;
    const [first] = found;
    if (first === undefined) unknown.push(span);
    else terms.push(...found);
    taken.fill(1, first?.start ?? span.start, first?.end ?? span.end);
  };
  const index = indexOfAll(records);
  /** what was typed -> whether it is an accession; each is looked up once */
  const seen = new Map<string, boolean>();
  for (const one of scanAccessions(read).slice(0, MAX_ACCESSIONS)) {
    const typed = read.slice(one.start, one.end);
    const before = seen.get(typed);
    if (before === true) taken.fill(1, one.start, one.end);
    if (before !== undefined) continue;
    const found = holdersOf(index, one).flatMap((record) => accessionTerm(record, one, read));
    seen.set(typed, found.length > 0 || one.space !== null);
    if (seen.get(typed) === true) keep(found, one);
  }
  for (const span of authorYears(index, read)) keep(span.terms, span);
  for (const span of names(index, read, free)) {
    keep(span.terms, span);
    unknown.push(...otherForm(read, span));
  }
  for (const span of otherGenes(index, read, free)) keep([], span);
  return { terms: once(terms), unknown: unknownIn(read, unknown) };
}

/** The records that may hold what a mention may stand for: its number with and without suffix, in each reading. */
function holdersOf(index: RecordsIndex, one: AccessionMention): readonly GeneRecord[] {
  const bases = [one, ...one.others].map(({ base }) => base);
  const written = [
    ...bases,
    ...bases.map((base) => base + one.suffix),
    ...bases.map((base) => base.replace(/^0+/u, '')),
  ];
  return [...new Set(written.flatMap((base) => index.holdersOf(base)))];
}

function accessionTerm(record: GeneRecord, one: AccessionMention, text: string): FoundTerm[] {
  const find = resolveAccession(record, one);
  const end = one.change === null ? find.end : one.end;
  const where = { record, start: one.start, end, typed: text.slice(one.start, end) };
  if (find.found === 'reference') return [{ ...where, what: { is: 'reference', reference: find.reference } }];
  if (find.found !== 'identifier') return [];
  const { identifier, suffix, change, assumed } = find;
  return [{ ...where, what: { is: 'identifier', identifier, suffix, change, assumed } }];
}

interface NamedSpan extends Span {
  readonly terms: readonly FoundTerm[];
}

function authorYears(index: RecordsIndex, text: string): readonly NamedSpan[] {
  return findAuthorYears(text, index).map(({ start, end, reference }): NamedSpan => {
    const record = reference === null ? undefined : index.recordOf(reference);
    if (reference === null || record === undefined) return { start, end, terms: [] };
    const typed = text.slice(start, end);
    return { start, end, terms: [{ record, start, end, typed, what: { is: 'reference', reference } }] };
  });
}

/** A name stands alone: `IL-2` in `anti-IL-2` counts, in `IL-2R` or `IL-2-like` it does not stand for the gene. */
function names(index: RecordsIndex, text: string, free: (span: Span) => boolean): readonly NamedSpan[] {
  const found: NamedSpan[] = [];
  const owned = ownedNames(index);
  let end = 0;
  for (const run of runsOf(text)) {
    const longest = run
      .filter((span) => span.start >= end && free(span))
      .map((span) => ({ ...span, terms: nameTerms(owned, text, span) }))
      .findLast(({ terms }) => terms.length > 0);
    if (longest === undefined) continue;
    found.push(longest);
    end = longest.end;
  }
  return found;
}

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

interface OwnedName {
  readonly record: GeneRecord;
  readonly name: GeneName;
}

/** What a piece of text names; a text that says the same again and again is looked up once. */
function ownedNames(index: RecordsIndex): (typed: string) => readonly OwnedName[] {
  const known = new Map<string, readonly OwnedName[]>();
  return (typed) => {
    const before = known.get(typed);
    if (before !== undefined) return before;
    const found = index.ownersOf(nameKey(readable(typed))).flatMap((record) => {
      const name = findName(record, typed);
      return name === null ? [] : [{ record, name }];
    });
    known.set(typed, found);
    return found;
  };
}

function nameTerms(
  owned: (typed: string) => readonly OwnedName[],
  text: string,
  { start, end }: Span,
): FoundTerm[] {
  if (COMPOUND.test(text.slice(end, end + 10))) return [];
  const typed = text.slice(start, end);
  return owned(typed).map(({ record, name }) => ({ record, start, end, typed, what: { is: 'name', name } }));
}

/** A name with the letter of a form behind it that the record does not have (`IL-2 theta`). */
function otherForm(text: string, { start, end }: Span): readonly Span[] {
  const letter = FORM_LETTER.exec(text.slice(end, end + 12))?.[0].length;
  return letter === undefined ? [] : [{ start, end: end + letter }];
}

/** What is shaped like the symbol of a gene (IL33) and is no name or thing of the records. */
function otherGenes(index: RecordsIndex, text: string, free: (span: Span) => boolean): readonly Span[] {
  return runsOf(text).flatMap((run) => {
    const shaped = run
      .slice(0, 2)
      .filter(free)
      .findLast(({ start, end }) => isForeignSymbol(text.slice(start, end)));
    if (shaped === undefined) return [];
    const key = nameKey(readable(text.slice(shaped.start, shaped.end)));
    return index.isKnownGene(key) ? [] : [shaped];
  });
}

function isForeignSymbol(typed: string): boolean {
  const joined = typed.replace(/[\p{Pd}\u2212]/u, '');
  return /\p{Lu}/u.test(typed) && isSymbolShaped(joined.toLowerCase());
}

function once(terms: readonly FoundTerm[]): readonly FoundTerm[] {
  const byKey = new Map<string, FoundTerm>();
  for (const term of terms.toSorted((a, b) => a.start - b.start)) {
    const key = termKey(term);
    if (!byKey.has(key)) byKey.set(key, term);
  }
  return [...byKey.values()];
}

function termKey({ record, what }: FoundTerm): string {
  switch (what.is) {
    case 'name':
      return `${record.command} name ${what.name.name}`;
    case 'identifier':
      return `${record.command} ${what.identifier.database} ${what.identifier.accession}`;
    case 'reference':
      return `${record.command} reference ${what.reference.id}`;
  }
}

function unknownIn(text: string, spans: readonly Span[]): readonly string[] {
  const typed = spans
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' '));
  return [...new Set(typed)];
}
