import { nameKey } from '../record/names.js';
import type { GeneName, GeneRecord, Reference } from '../record/schema.js';
import { referenceYear } from '../record/words.js';
import {
  type AccessionFind,
  type AccessionMention,
  byToken,
  resolveAccession,
  scanAccessions,
  wordsUntil,
} from './accessions.js';
import { isGreek, isSymbolShaped, nameAt, ownersNamed, prolonged, type Searched, symbol } from './names.js';
import { MAX_MESSAGE, readable } from './normalise.js';
import { indexOfAll, type RecordsIndex, type Signed } from './record-index.js';
import { isListed, isOrdinary, type Token, type Tokens, tokenise } from './tokens.js';

/** What a piece of a text is in a record. */
interface Meant {
  readonly record: GeneRecord;
  readonly what:
    | { readonly found: 'name'; readonly name: GeneName }
    | Extract<AccessionFind, { found: 'identifier' }>
    | { readonly found: 'reference'; readonly reference: Reference };
}

/** A name, accession or reference of a record, where it stands in the readable text, and as it stands there. */
export interface FoundTerm extends Meant {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

/** What was found in a text, and what looks like a gene, an accession or a reference and is in no record: each once, in its order. */
export interface TermsFound {
  readonly terms: readonly FoundTerm[];
  readonly unknown: readonly string[];
  readonly read: Tokens;
}

/** What some words are; `unknown` is the end of what is in no record, though it may begin with what is. */
interface Found {
  readonly end: number;
  readonly meant: readonly Meant[];
  readonly unknown: number | null;
}

/** A message that is read. */
interface Page extends Searched {
  readonly index: RecordsIndex;
  readonly text: string;
  readonly mentions: ReadonlyMap<number, AccessionMention>;
  /** accessions that were looked up, as they stand in the text: one that is typed again is not looked up again */
  readonly known: Map<string, ReturnType<typeof heldIn>>;
}

/**
 * Every name, accession, PMID, PMCID, DOI and "Kim 2005" of the records in a text, and what of that kind is in none of them.
 * @param text a message as it was written; only the first 12,000 characters are read
 */
export function findTerms(records: readonly GeneRecord[], text: string): TermsFound {
  const read = tokenise(readable(text, MAX_MESSAGE));
  const { list: tokens } = read;
  const mentions = byToken(scanAccessions(read.text), tokens);
  const page: Page = { index: indexOfAll(records), text: read.text, tokens, mentions, known: new Map() };
  const terms: FoundTerm[] = [];
  const told = new Set<string>();
  const unknown = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const start = tokens[at]?.start ?? 0;
    const found = accessionAt(page, at) ?? authorYearAt(page, at) ?? geneAt(page, at);
    at += found === null ? 1 : wordsUntil(tokens, at, found.end);
    if (found === null) continue;
    const { end, meant } = found;
    for (const { record, what } of meant) {
      const fact =
        what.found === 'name' ? what.name : what.found === 'identifier' ? what.identifier : what.reference.id;
      const key = `${record.command} ${JSON.stringify(fact)}`;
      if (!told.has(key)) terms.push({ record, what, start, end, typed: read.text.slice(start, end) });
      told.add(key);
    }
    if (found.unknown !== null) unknown.add(read.text.slice(start, found.unknown).replace(/\s+/gu, ' '));
  }
  return { terms, unknown: [...unknown], read };
}

/** What an accession is to the records that hold it; a bare number that none holds is no more than a number. */
function accessionAt({ index, text, mentions, known }: Page, at: number): Found | null {
  const one = mentions.get(at);
  if (one === undefined) return null;
  const typed = text.slice(one.start, one.end);
  const told = known.get(typed);
  const meant = told ?? heldIn(index, one);
  known.set(typed, meant);
  const what = meant[0]?.what;
  if (meant.length === 0 && one.space === null) return null;
  const end = one.change === null && what !== undefined ? one.start + what.end - what.start : one.end;
  return { end, meant: told === undefined ? meant : [], unknown: meant.length === 0 ? end : null };
}

/** What an accession is, in any of its readings, to the records that hold it. */
function heldIn(index: RecordsIndex, one: AccessionMention) {
  const written = [one, ...one.others].flatMap(({ base }) => [
    base,
    base + one.suffix,
    base.replace(/^0+/u, ''),
  ]);
  const holders = new Set(written.flatMap((base) => index.holders.get(base.toUpperCase()) ?? []));
  return [...holders].flatMap((record) => {
    const what = resolveAccession(record, one);
    return what.found === 'unknown' ? [] : [{ record, what }];
  });
}

const YEAR = /^(?:18|19|20)\d\d[a-z]?$/u;
/** Words between an author and the year, and words of the longest author. */
const WINDOW = 14;
const AUTHOR_WORDS = 8;

/**
 * The reference that a text names by its first author and year: "Kim 2005", "Kim et al. (2005)"; unknown where the author has none of
 * that year. Between them may stand companions, initials, a month, or the second author.
 */
function authorYearAt({ index, text, tokens }: Page, at: number): Found | null {
  let signed: readonly Signed[] = [];
  let year = at;
  let key = '';
  for (let next = at; next < Math.min(at + AUTHOR_WORDS, tokens.length); next += 1) {
    key += tokens[next]?.stem;
    const longer = index.signed.get(key)?.filter(({ isFirst }) => isFirst) ?? [];
    if (longer.length > 0) [signed, year] = [longer, next + 1];
  }
  for (const last = year + WINDOW; signed.length > 0 && year < last; year += 1) {
    const { text: word = '', raw = '', stem = '' } = tokens[year] ?? {};
    if (word === '' || YEAR.test(word)) break;
    if (isListed('between author and year', word) || /^\p{Lu}{1,3}$/u.test(raw)) continue;
    signed = signed.filter(({ second }) => second.includes(stem));
  }
  const token = tokens[year];
  if (signed.length === 0 || token === undefined || !YEAR.test(token.text)) return null;
  const closes =
    /[([]/u.test(text.slice(tokens[at]?.start, token.end)) && /^[)\]]/u.test(text.slice(token.end));
  const end = closes ? token.end + 1 : token.end;
  const found = signed.find(({ reference }) => referenceYear(reference) === Number.parseInt(token.text, 10));
  if (found === undefined) return { end, meant: [], unknown: end };
  const { record, reference } = found;
  return { end, meant: [{ record, what: { found: 'reference', reference } }], unknown: null };
}

/**
 * The genes that a name is of; unknown is what is shaped like the symbol of a gene (IL33) and is no name or thing of the records. A name
 * stands alone: in `IL-2-like` it is none, and in `IL-2 theta` something of it is unknown.
 */
function geneAt(page: Page, at: number): Found | null {
  const { index, text, tokens } = page;
  const run = nameAt(page, at) ?? symbol(page, at);
  const last = tokens[at + (run?.length ?? 0) - 1];
  if (run === null || last === undefined) return null;
  const { length } = run;
  const end = last.end - (/'s$/iu.test(last.raw) ? 2 : 0);
  if ('owned' in run && run.owned.length > 0) {
    const next = tokens[at + length];
    const isMore = prolonged(tokens, at, { kind: 'own', length }).length > length;
    if (isMore && !isGreek(next?.text)) return null;
    const meant = run.owned.map(({ record, name }): Meant => ({ record, what: { found: 'name', name } }));
    return { end, meant, unknown: (isMore && next?.end) || null };
  }
  const typed = text.slice(tokens[at]?.start, end);
  const key = nameKey(typed);
  const isKnown = index.owned.has(key) || index.mentioned.has(key);
  const isShaped = /\p{Lu}/u.test(typed) && isSymbolShaped(typed.replace('-', '').toLowerCase());
  return isShaped && !isKnown ? { end, meant: [], unknown: end } : null;
}

/** Which of several records a question is about. */
export interface Subject {
  /** who owns what the question is about; several where they share the name; empty where nothing is named */
  readonly owners: readonly GeneRecord[];
  /** who owns what else is named, such as an object, in the order of the question */
  readonly others: readonly GeneRecord[];
  /** the name that `owners` share, as typed; empty where nothing is named */
  readonly typed: string;
  /** a word such as "it" stands before every name: the question is about what was spoken of before */
  readonly pointsBack: boolean;
}

/**
 * Decides what a question is about from what it names of the records: names, accessions and references, or else authors. Names count
 * before the rest; the sentence that asks counts before those that tell; what stands first counts, unless a word such as "after"
 * sets it aside.
 * @param question only its first 12,000 characters are read
 */
export function subjectOf(records: readonly GeneRecord[], question: string): Subject {
  const { terms, read } = findTerms(records, question);
  const spoken = terms.filter((term) => !isWord(read, term));
  const named = spoken.length > 0 ? spoken : authorsIn(indexOfAll(records), read);
  const names = named.filter(({ what }) => what.found === 'name');
  const candidates = names.length > 0 ? names : named;
  const before = (at: number) => read.list.filter(({ end }) => end <= at).map(({ text }) => text);
  /** what happens to it, besides it, or because of it */
  const isAside = ({ start }: FoundTerm) =>
    isListed(
      'before what is set aside',
      before(start).findLast((word) => !isListed('article', word)),
    );
  const asking = candidates.filter((one) => read.asked.has(tokenAt(read, one)?.sentence ?? -1));
  const first = asking.length > 0 ? asking : candidates;
  const subject = first.find((one) => !isAside(one)) ?? first[0];
  const ownersOf = (list: readonly FoundTerm[]) => [...new Set(list.map(({ record }) => record))];
  const owners = ownersOf(candidates.filter(({ start }) => start === subject?.start));
  return {
    owners,
    others: ownersOf(named).filter((record) => !owners.includes(record)),
    typed: subject?.typed.replace(/\s+/gu, ' ') ?? '',
    pointsBack: before(candidates[0]?.start ?? 0).some((word) => isListed('points back', word)),
  };
}

function tokenAt({ list }: Tokens, { start }: FoundTerm): Token | undefined {
  return list.find(({ end }) => end > start);
}

/** A gene's name that is also a word (SET, REST, WAS) is meant as a name where it is written as one. */
function isWord(read: Tokens, term: FoundTerm): boolean {
  const { text = '', level = null } = tokenAt(read, term) ?? {};
  return term.what.found === 'name' && /^\p{Ll}+$/u.test(term.typed) && (level !== null || isOrdinary(text));
}

/** What the authors in a text have signed; a family name that is also a word counts where it is written with a capital. */
function authorsIn({ signed }: RecordsIndex, { list }: Tokens): readonly FoundTerm[] {
  return list.flatMap(({ raw, text, stem, level, start, end }) => {
    if (!/^\p{L}{3,}$/u.test(raw) || level !== null || (raw === text && isOrdinary(text))) return [];
    return (signed.get(stem) ?? []).map(({ record, reference }): FoundTerm => {
      return { record, what: { found: 'reference', reference }, start, end, typed: raw };
    });
  });
}

/**
 * The records that somebody means with one name: that of the command, else those whose symbol it is, else those of which it is
 * any other name. Matched exactly after normalising.
 * @returns several where a name is shared; none where nobody has it
 */
export function recordsNamed(records: readonly GeneRecord[], typed: string): readonly GeneRecord[] {
  const text = typed.trim();
  const listed = records.filter(({ command }) => command === text.toLowerCase().replace(/^\//u, ''));
  if (listed.length > 0) return listed;
  const owners = ownersNamed(indexOfAll(records), text);
  const symbols = owners.filter(({ name }) => name.kind === 'symbol');
  return (symbols.length > 0 ? symbols : owners).map(({ record }) => record);
}
