import { DATABASES } from '../record/databases.js';
import { referenceLabel } from '../record/words.js';
import type { FoundTerm } from '../search/terms.js';
import type { Suggestion } from './request.js';

/** The answer that has more about a term. */
export function moreAbout({ what }: FoundTerm): Suggestion {
  switch (what.is) {
    case 'name':
      return { label: what.name.name, request: { do: 'alias', name: what.name.name } };
    case 'identifier': {
      const { database, species } = what.identifier;
      return { label: DATABASES[database].name, request: { do: 'id', databases: [database], species } };
    }
    case 'reference':
      return {
        label: `Cite ${referenceLabel(what.reference)}`.slice(0, 38),
        request: { do: 'cite', references: [what.reference.id], format: null },
      };
  }
}
