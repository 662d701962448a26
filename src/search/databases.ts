import { DATABASE_KEYS, DATABASES, type DatabaseKey } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { readText } from './reading.js';
import type { Term } from './vocabulary.js';

/** How strongly a term points to databases. */
function hitsOf(term: Term): readonly (readonly [DatabaseKey, number])[] {
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
    for (const [key, weight] of terms.flatMap(hitsOf))
      scores.set(key, Math.max(scores.get(key) ?? 0, weight * length));
  if (scores.size === 0) for (const key of prefixed(typed)) scores.set(key, 0.1);
  const held = new Set(record.identifiers.map(({ database }) => database));
  return [...scores]
    .filter(([key]) => held.has(key))
    .sort((a, b) => b[1] - a[1] || DATABASE_KEYS.indexOf(a[0]) - DATABASE_KEYS.indexOf(b[0]))
    .map(([key]) => key);
}

/** Databases whose name starts with what was typed so far, for suggestions while typing. */
function prefixed(typed: string): readonly DatabaseKey[] {
  const start = typed.trim().toLowerCase();
  if (start === '') return [];
  return DATABASE_KEYS.filter((key) =>
    DATABASES[key].name
      .toLowerCase()
      .split(/[\s()]+/u)
      .some((word) => word.startsWith(start)),
  );
}
