import type { GeneRecord, Relation } from '../record/schema.js';
import { kept } from '../search/once.js';
import { isIn } from './grammar.js';

/** What a record says that its gene is and contains. */
export interface Kinds {
  /** entities */
  readonly entities: ReadonlySet<string>;
  /** entities that it is said to contain: what is done to them is done to it */
  readonly parts: ReadonlySet<string>;
  /** the last words of their names, and of the gene's own names those for what genes make, lower case: "channel" */
  readonly nouns: ReadonlySet<string>;
}

/** What a record says that its gene is and contains. */
export const kindsOf = kept((record: GeneRecord): Kinds => {
  const saidOf = (relation: Relation): ReadonlySet<string> =>
    new Set(
      record.statements.flatMap(({ claim, polarity }) =>
        claim?.relation === relation && claim.subject === undefined && polarity === 'positive'
          ? claim.objects
          : [],
      ),
    );
  const entities = saidOf('is');
  const named = record.entities.filter(({ id }) => entities.has(id));
  const names = named.flatMap(({ name, also }) => [name, ...also]);
  const last = names.flatMap((name) => name.toLowerCase().split(' ').at(-1) ?? []);
  const own = record.names.flatMap(({ name }) => name.toLowerCase().split(/[^a-z]+/u));
  const nouns = new Set([
    ...last.filter((noun) => !isIn('collective', noun)),
    ...own.filter((word) => isIn('product', word)),
  ]);
  return { entities, parts: saidOf('contains'), nouns };
});
