import { DATABASE_KEYS, DATABASES, type DatabaseKey } from '../record/databases.js';
import type { GeneRecord, Reference, Statement } from '../record/schema.js';
import type { Mark } from './marks.js';
import { readText } from './reading.js';
import { indexOf, type RecordIndex, type ReferenceHit } from './record-index.js';
import type { Term } from './vocabulary.js';

/** What typed words mean of a record, where somebody asks for a kind of facts: in an option of a command, and while typing there. */

/** What scores best of a list, best first; what scores less than a share of the best is left out. */
function best<T>(all: readonly T[], scores: ReadonlyMap<T, number>, share: number): readonly T[] {
  const least = Math.max(0, ...scores.values()) * share;
  const scoreOf = (one: T): number => scores.get(one) ?? 0;
  return all
    .filter((one) => scoreOf(one) > 0 && scoreOf(one) >= least)
    .sort((a, b) => scoreOf(b) - scoreOf(a));
}

/** Adds to what each of a list scores. */
export function add<T>(scores: Map<T, number>, list: Iterable<T>, score: number): void {
  for (const one of list) scores.set(one, (scores.get(one) ?? 0) + score);
}

/** What stands under a word; under those that begin with it where there is none and it is still being typed. */
export function under<T>(
  words: ReadonlyMap<string, readonly T[]>,
  word: string,
  isTyped: boolean,
): ReadonlySet<T> {
  const exact = words.get(word);
  if (exact !== undefined || !isTyped) return new Set(exact);
  return new Set([...words].flatMap(([each, list]) => (each.startsWith(word) ? list : [])));
}

/** How telling an entity is: the fewer statements mention it, the more. */
export function entityWeight({ mentions, record }: RecordIndex, entity: string): number {
  const mentioned = mentions.get(entity)?.length ?? 0;
  return mentioned === 0 ? 0 : 1 + Math.log(record.statements.length / mentioned);
}

/**
 * The statements that fit typed words, best first: things by any of their names, misspelt or not, then words of the sentences.
 * @param typed a topic such as `osteoclst`, `IL-8`, `bone eating cells`
 */
export function findStatements(record: GeneRecord, typed: string): readonly Statement[] {
  const index = indexOf(record);
  const { marks } = readText(record, typed);
  const scores = new Map<Statement, number>();
  for (const id of new Set(marks.flatMap(({ entities }) => entities)))
    add(scores, index.mentions.get(id) ?? [], entityWeight(index, id));
  for (const { entities, text, kind } of marks)
    if (entities.length === 0)
      add(scores, under(index.statementWords, text, text.length >= 3 && kind !== 'everyday'), 1);
  return best(record.statements, scores, 0.4);
}

/** References with the weights that hits give them, best first; those much below the best are left out. */
export function rankReferences(record: GeneRecord, hits: readonly ReferenceHit[]): readonly Reference[] {
  const scores = new Map<Reference, number>();
  for (const { references, weight } of hits) add(scores, references, weight);
  return best(record.references, scores, 0.6);
}

const YEAR = /^(?:19|20)\d{2}$/u;

/**
 * The references that typed words mean, best first: PMID, PMCID, DOI, author, year, journal, words of the title, or what the
 * paper is about ("the osteoclast paper"). None where a number is of another reference, or where names and years have none in common.
 */
export function findReferences(record: GeneRecord, typed: string): readonly Reference[] {
  const { marks } = readText(record, typed);
  const numbers = marks.flatMap(({ accession }) => accession ?? []);
  const exact = numbers.flatMap((one) => (one.found === 'reference' ? [one.reference] : []));
  if (exact.length > 0) return [...new Set(exact)];
  const isLost = numbers.some(
    ({ found, database }) => found === 'unknown' && ['pubmed', 'doi', 'pmc'].includes(database ?? ''),
  );
  const hits = marks.flatMap(({ reference }) => reference ?? []);
  if (isLost || contradicts(marks, hits)) return [];
  const started = hits.length > 0 ? hits : startedName(record, marks.at(-1));
  if (started.length > 0) return rankReferences(record, started);
  const cited = new Set(findStatements(record, typed).flatMap(({ references }) => references));
  return record.references.filter(({ id }) => cited.has(id));
}

/** A year that no named author has, or a year beside a name that nobody has: another reference is meant. */
function contradicts(marks: readonly Mark[], hits: readonly ReferenceHit[]): boolean {
  const years = hits.filter(({ by }) => by === 'year');
  const named = hits.filter(({ by }) => by === 'author' || by === 'journal');
  const isShared = ({ references }: ReferenceHit): boolean =>
    named.some((one) => one.references.some((each) => references.includes(each)));
  if (named.length > 0)
    return (
      !years.every(isShared) || marks.some(({ text, reference }) => YEAR.test(text) && reference === null)
    );
  const isName = ({ kind }: Mark, at: number): boolean =>
    kind === 'unknown' || (kind === 'common' && YEAR.test(marks[at + 1]?.text ?? ''));
  return years.length > 0 && years.length === hits.length && marks.some(isName);
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

/** How strongly a term points to databases. */
function databasesOf(term: Term): readonly (readonly [DatabaseKey, number])[] {
  if (term.kind === 'database') return [[term.database, term.weak ? 1 / 3 : 1]];
  if (term.kind === 'space' && term.space === 'pubmed') return [['pubmed_search', 1 / 4]];
  const either = term.kind === 'aspect' && term.aspect === 'refseq';
  return either ? (['refseq_mrna', 'refseq_protein'] as const).map((key) => [key, 1 / 2]) : [];
}

/**
 * The databases that typed words mean, best first: their names, old names, prefixes and misspellings.
 * @param typed such as `uniport`, `LocusLink`, `mrna`, `ncbi gene`; empty gives none
 */
export function findDatabases(record: GeneRecord, typed: string): readonly DatabaseKey[] {
  const scores = new Map<DatabaseKey, number>();
  for (const { terms, length } of readText(record, typed).marks)
    for (const [key, weight] of terms.flatMap(databasesOf))
      scores.set(key, Math.max(scores.get(key) ?? 0, weight * length));
  const start = typed.trim().toLowerCase();
  if (scores.size === 0 && start !== '')
    add(
      scores,
      DATABASE_KEYS.filter((key) =>
        DATABASES[key].name
          .toLowerCase()
          .split(/\W+/u)
          .some((word) => word.startsWith(start)),
      ),
      1,
    );
  const held = DATABASE_KEYS.filter((key) => record.identifiers.some(({ database }) => database === key));
  return best(held, scores, 0);
}
