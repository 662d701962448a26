import type { GeneRecord, Reference } from '../record/schema.js';
import { resolveAccession, scanAccessions } from './accessions.js';
import { everyday } from './everyday.js';
import { LEXICON, nearWords } from './lexicon.js';
import { readable } from './normalise.js';
import { isOrdinary } from './ordinary.js';
import { indexOf, type RecordIndex } from './record-index.js';
import { type Token, tokenise } from './tokens.js';
import { findStatements } from './topics.js';

const AUTHOR = 5;
const JOURNAL = 4;
const YEAR = 3;
const TITLE_WORD = 1;

/** What in a text points to references: how strongly, and by which of their parts. */
export interface ReferenceHit {
  readonly from: number;
  readonly length: number;
  readonly by: 'author' | 'journal' | 'year' | 'title';
  readonly references: readonly Reference[];
  readonly weight: number;
}

function specific(references: readonly Reference[], weight: number): number {
  return weight / Math.max(1, references.length);
}

function journalAt(index: RecordIndex, tokens: readonly Token[], at: number): ReferenceHit | null {
  if (!index.journalInitials.has(tokens[at]?.stem[0] ?? '')) return null;
  let key = '';
  let best: ReferenceHit | null = null;
  for (let length = 1; length <= 16; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined) break;
    key += token.stem;
    const references = index.journals.get(key);
    if (references !== undefined)
      best = { from: at, length, by: 'journal', references, weight: specific(references, JOURNAL) };
  }
  return best;
}

/** Words in the name of the longest author: a consortium's. */
const AUTHOR_WORDS = 8;

/** An author's name from one word on, the longest: "Kim", "Rosenfeld-Franklin", "Van Goor", "World Health Organization". */
function authorAt(index: RecordIndex, tokens: readonly Token[], at: number): ReferenceHit | null {
  let key = '';
  let best: ReferenceHit | null = null;
  for (let length = 1; length <= AUTHOR_WORDS; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined) break;
    key += token.stem;
    const references = index.authors.get(key);
    if (references === undefined) continue;
    const weight = length === 1 ? specific(references, AUTHOR) : AUTHOR;
    best = { from: at, length, by: 'author', references, weight };
  }
  return best;
}

/**
 * What the words from one on say about references: an author, a journal, a year, or a word of a title. Misspelt authors count.
 * @param fuzzy whether a word that nothing else explains may be a misspelt author or journal
 */
export function referenceHitAt(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  fuzzy: boolean,
): ReferenceHit | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const journal = journalAt(index, tokens, at);
  if (journal !== null) return journal;
  const author = authorAt(index, tokens, at);
  if (author !== null) return author;
  const compact = /\d/u.test(token.text) ? /^(\p{L}+)((?:19|20)\d{2})[a-z]?$/u.exec(token.text) : null;
  const written =
    compact === null
      ? undefined
      : index.authors
          .get(compact[1] ?? '')
          ?.filter((one) => index.years.get(compact[2] ?? '')?.includes(one));
  if (written !== undefined && written.length > 0)
    return { from: at, length: 1, by: 'author', references: written, weight: AUTHOR };
  const year = index.years.get(token.text);
  if (year !== undefined)
    return { from: at, length: 1, by: 'year', references: year, weight: specific(year, YEAR) };
  if (fuzzy) {
    const misspelt = nearWords(token.stem, index.fuzzy).find(
      ({ key }) => index.authors.has(key) || index.journals.has(key),
    );
    const near = misspelt && (index.authors.get(misspelt.key) ?? index.journals.get(misspelt.key));
    if (near !== undefined)
      return { from: at, length: 1, by: 'author', references: near, weight: specific(near, AUTHOR) * 0.8 };
  }
  const title = everyday(token.text, token.stem) === 'glue' ? undefined : index.titleWords.get(token.stem);
  if (title !== undefined)
    return { from: at, length: 1, by: 'title', references: title, weight: specific(title, TITLE_WORD) };
  return null;
}

/** References with the weights that hits give them, best first; those much below the best are left out. */
export function rankReferences(record: GeneRecord, hits: readonly ReferenceHit[]): readonly Reference[] {
  if (hits.length === 0) return [];
  const scores = new Map<string, number>();
  for (const hit of hits)
    for (const { id } of hit.references) scores.set(id, (scores.get(id) ?? 0) + hit.weight);
  const best = Math.max(0, ...scores.values());
  return record.references
    .filter(({ id }) => best > 0 && (scores.get(id) ?? 0) >= best * 0.6)
    .sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
}

/**
 * The references that typed words mean, best first: PMID, PMCID, DOI, author, year, journal, words of the title, or what the
 * paper is about ("the osteoclast paper").
 */
export function findReferences(record: GeneRecord, typed: string): readonly Reference[] {
  const index = indexOf(record);
  const text = readable(typed);
  const finds = scanAccessions(text).map((one) => resolveAccession(record, one));
  const exact = finds.flatMap((find) => (find.found === 'reference' ? [find.reference] : []));
  if (exact.length > 0) return [...new Set(exact)];
  if (
    finds.some(
      (find) =>
        find.found === 'unknown' &&
        (find.database === 'pubmed' || find.database === 'doi' || find.database === 'pmc'),
    )
  )
    return [];
  const tokens = tokenise(text).list;
  const hits: ReferenceHit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const hit = referenceHitAt(index, tokens, at, true) ?? startedName(index, tokens, at);
    if (hit !== null) hits.push(hit);
    at += hit?.length ?? 1;
  }
  if (contradicts(index, tokens, hits)) return [];
  if (hits.length > 0) return rankReferences(record, hits);
  const [best, ...others] = findStatements(record, typed);
  if (best === undefined) return [];
  const cited = new Set([best, ...others].flatMap((statement) => statement.references));
  return record.references.filter(({ id }) => cited.has(id));
}

/** A year that no named author has, or a year beside a name that nobody has: another reference is meant. */
function contradicts(index: RecordIndex, tokens: readonly Token[], hits: readonly ReferenceHit[]): boolean {
  const years = hits.filter(({ by }) => by === 'year');
  const named = hits.filter(({ by }) => by === 'author' || by === 'journal');
  const otherYear = tokens.some(({ text }) => /^(?:19|20)\d{2}$/u.test(text) && !index.years.has(text));
  if (named.length > 0 && otherYear) return true;
  const shared = years.every((year) =>
    named.some(({ references }) => references.some((one) => year.references.includes(one))),
  );
  if (years.length > 0 && named.length > 0) return !shared;
  return (
    years.length > 0 &&
    years.length === hits.length &&
    tokens.some((token, at) => isStranger(index, token, tokens[at + 1]))
  );
}

/** A word that neither the record, the vocabulary nor everyday speech knows, or any such word before a year: a name. */
function isStranger(index: RecordIndex, { text, stem }: Token, next: Token | undefined): boolean {
  const known = LEXICON.phrases.has(stem) || index.phrases.has(stem) || index.names.has(text);
  if (!/^\p{L}{2,}$/u.test(text) || known || everyday(text, stem) !== null) return false;
  return !isOrdinary(text) || /^(?:19|20)\d{2}$/u.test(next?.text ?? '');
}

/** The start of an author's name or a journal's, while somebody is still typing. */
function startedName(index: RecordIndex, tokens: readonly Token[], at: number): ReferenceHit | null {
  const token = tokens[at];
  if (token === undefined || at !== tokens.length - 1 || token.text.length < 2) return null;
  for (const [name, references] of [...index.authors, ...index.journals]) {
    if (name.startsWith(token.text)) return { from: at, length: 1, by: 'author', references, weight: AUTHOR };
  }
  return null;
}
