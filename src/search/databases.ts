import { DATABASE_KEYS, DATABASES, type DatabaseKey } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { LEXICON, longestPhrase, nearWords } from './lexicon.js';
import { readable } from './normalise.js';
import { tokenise } from './tokens.js';
import type { Term } from './vocabulary.js';

interface Hit {
  readonly database: DatabaseKey;
  readonly weight: number;
}

function hitsOf(terms: readonly Term[], weight: number): readonly Hit[] {
  return terms.flatMap((term) => {
    if (term.kind === 'database')
      return [{ database: term.database, weight: term.weak ? weight / 3 : weight }];
    if (term.kind === 'aspect' && term.aspect === 'refseq')
      return (['refseq_mrna', 'refseq_protein'] as const).map((database) => ({
        database,
        weight: weight / 2,
      }));
    if (term.kind === 'space' && term.space === 'pubmed')
      return [{ database: 'pubmed_search' as const, weight: weight / 4 }];
    return [];
  });
}

/**
 * The databases that typed words mean, best first: their names, old names, prefixes and misspellings.
 * @param typed such as `uniport`, `LocusLink`, `mrna`, `ncbi gene`; empty gives none
 */
export function findDatabases(record: GeneRecord, typed: string): readonly DatabaseKey[] {
  const tokens = tokenise(readable(typed)).list;
  const scores = new Map<DatabaseKey, number>();
  const add = (hits: readonly Hit[]): void => {
    for (const { database, weight } of hits)
      scores.set(database, Math.max(scores.get(database) ?? 0, weight));
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const match = longestPhrase(tokens, at);
    if (match !== null) add(hitsOf(match.terms, match.length));
    else if (token !== undefined) {
      const near = nearWords(token.stem, LEXICON.words)[0];
      if (near !== undefined) add(hitsOf(LEXICON.phrases.get(near.key) ?? [], 1 - near.score));
    }
    at += match?.length ?? 1;
  }
  if (scores.size === 0) for (const key of prefixed(typed)) scores.set(key, 0.1);
  const held = new Set(record.identifiers.map((identifier) => identifier.database));
  return [...scores]
    .filter(([key]) => held.has(key))
    .sort((a, b) => b[1] - a[1] || DATABASE_KEYS.indexOf(a[0]) - DATABASE_KEYS.indexOf(b[0]))
    .map(([key]) => key);
}

/** Databases whose name starts with what was typed so far, for suggestions while typing. */
function prefixed(typed: string): readonly DatabaseKey[] {
  const start = readable(typed).trim().toLowerCase();
  if (start === '') return [];
  return DATABASE_KEYS.filter((key) =>
    DATABASES[key].name
      .toLowerCase()
      .split(/[\s()]+/u)
      .some((word) => word !== '' && word.startsWith(start)),
  );
}
