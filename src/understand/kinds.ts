import type { GeneRecord, Relation } from '../record/schema.js';
import { kept } from '../search/once.js';
import { isIn } from './grammar.js';

/** What a record says that its gene is and contains. */
export interface Kinds {
  /** entities */
  readonly entities: ReadonlySet<string>;
  /** entities that it is said to contain: what is done to them is done to it */
  readonly parts: ReadonlySet<string>;
  /** the last words of their names, lower case: "channel" */
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
  const nouns = new Set(
    names
      .flatMap((name) => name.toLowerCase().split(' ').at(-1) ?? [])
      .filter((noun) => !isIn('collective', noun)),
  );
  return { entities, parts: saidOf('contains'), nouns };
});
