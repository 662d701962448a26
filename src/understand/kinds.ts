import type { GeneRecord } from '../record/schema.js';
import { kept } from '../search/once.js';
import { isIn } from './grammar.js';

/** What a record says that its gene is. */
export interface Kinds {
  /** entities */
  readonly entities: ReadonlySet<string>;
  /** the last words of their names, lower case: "channel" */
  readonly nouns: ReadonlySet<string>;
}

/** What a record says that its gene is. */
export const kindsOf = kept((record: GeneRecord): Kinds => {
  const entities = new Set(
    record.statements.flatMap(({ claim, polarity }) =>
      claim?.relation === 'is' && claim.subject === undefined && polarity === 'positive' ? claim.objects : [],
    ),
  );
  const named = record.entities.filter(({ id }) => entities.has(id));
  const names = named.flatMap(({ name, also }) => [name, ...also]);
  const nouns = new Set(
    names
      .flatMap((name) => name.toLowerCase().split(' ').at(-1) ?? [])
      .filter((noun) => !isIn('collective', noun)),
  );
  return { entities, nouns };
});
