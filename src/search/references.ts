import type { GeneRecord, Reference } from '../record/schema.js';
import type { Mark } from './marks.js';
import { readText } from './reading.js';
import { indexOf, type ReferenceHit } from './record-index.js';
import { findStatements } from './topics.js';

/** References with the weights that hits give them, best first; those much below the best are left out. */
export function rankReferences(record: GeneRecord, hits: readonly ReferenceHit[]): readonly Reference[] {
  const scores = new Map<string, number>();
  for (const { references, weight } of hits)
    for (const { id } of references) scores.set(id, (scores.get(id) ?? 0) + weight);
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
  const { marks } = readText(record, typed);
  const numbers = marks.flatMap(({ accession }) => accession ?? []);
  const exact = numbers.flatMap((one) => (one.found === 'reference' ? [one.reference] : []));
  if (exact.length > 0) return [...new Set(exact)];
  const lost = numbers.some(
    ({ found, database }) => found === 'unknown' && ['pubmed', 'doi', 'pmc'].includes(database ?? ''),
  );
  const hits = marks.flatMap(({ reference }) => reference ?? []);
  if (lost || contradicts(marks, hits)) return [];
  const started = hits.length > 0 ? hits : startedName(record, marks.at(-1));
  if (started.length > 0) return rankReferences(record, started);
  const cited = new Set(findStatements(record, typed).flatMap(({ references }) => references));
  return record.references.filter(({ id }) => cited.has(id));
}

const YEAR = /^(?:19|20)\d{2}$/u;

/** A year that no named author has, or a year beside a name that nobody has: another reference is meant. */
function contradicts(marks: readonly Mark[], hits: readonly ReferenceHit[]): boolean {
  const years = hits.filter(({ by }) => by === 'year');
  const named = hits.filter(({ by }) => by === 'author' || by === 'journal');
  const strangeYear = marks.some(({ text, reference }) => YEAR.test(text) && reference === null);
  if (named.length > 0) {
    const shared = ({ references }: ReferenceHit): boolean =>
      named.some((one) => one.references.some((each) => references.includes(each)));
    return strangeYear || (years.length > 0 && !years.every(shared));
  }
  return (
    years.length > 0 &&
    years.length === hits.length &&
    marks.some(
      ({ kind }, at) => kind === 'unknown' || (kind === 'common' && YEAR.test(marks[at + 1]?.text ?? '')),
    )
  );
}

/** The start of an author's name or a journal's, while somebody is still typing. */
function startedName(record: GeneRecord, last: Mark | undefined): readonly ReferenceHit[] {
  if (last === undefined || last.text.length < 2) return [];
  for (const [name, { author, journal }] of indexOf(record).phrases) {
    const references = [...author, ...journal];
    if (references.length > 0 && name.startsWith(last.text)) return [{ by: 'author', references, weight: 1 }];
  }
  return [];
}
