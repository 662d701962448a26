import type { DatabaseKey } from '../record/databases.js';
import type { Species } from '../record/schema.js';
import type { FoundTerm } from '../search/terms.js';

/** What names its facts exactly. */
export type ResolvedRequest =
  | {
      readonly do: 'alias';
      readonly name: string | null;
      /** names that were asked about together with it */
      readonly beside?: readonly string[];
    }
  | { readonly do: 'id'; readonly databases: readonly DatabaseKey[]; readonly species: Species | null }
  | {
      readonly do: 'function';
      readonly statements: readonly string[];
      /** which part of a long list, from 0; the first when left out */
      readonly page?: number;
    }
  | {
      readonly do: 'cite';
      readonly references: readonly string[];
      readonly format: string | null;
      /** which part of a long list, from 0; the first when left out */
      readonly page?: number;
    }
  | { readonly do: 'locate'; readonly species: Species | null }
  | {
      readonly do: 'species';
      readonly species: Species | null;
      /** databases that were asked for and have nothing of it: a follow-up may name another species */
      readonly databases?: readonly DatabaseKey[];
    }
  | { readonly do: 'card' }
  | {
      readonly do: 'help';
      /** a part of the help that stands apart; the help itself when left out */
      readonly about?: 'commands' | 'sources';
    };

/** What can be asked of one record, in a form that a button can carry and a follow-up can build on. */
export type Request =
  | ResolvedRequest
  /** any words */
  | { readonly do: 'ask'; readonly question: string }
  /** accessions, as pasted */
  | { readonly do: 'accession'; readonly accession: string }
  /** several things that were asked at once, in the order of the answer */
  | { readonly do: 'several'; readonly requests: readonly ResolvedRequest[] };

/** What asks for more about a term. */
export function requestFor({ what }: FoundTerm): ResolvedRequest {
  switch (what.found) {
    case 'name':
      return { do: 'alias', name: what.name.name };
    case 'identifier':
      return { do: 'id', databases: [what.identifier.database], species: what.identifier.species };
    case 'reference':
      return { do: 'cite', references: [what.reference.id], format: null };
  }
}
