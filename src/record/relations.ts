import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package-path.js';

/** What a claim can say: one table for records, suggestions and test questions, in `data/vocabulary/relations.json`. */

const key = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u, 'expected lower-case words joined by hyphens');

const relation = z.strictObject({
  key,
  sign: z.enum(['+', '-', '0']).describe('+: more of the object, -: less, 0: neither'),
  direction: z
    .enum(['out', 'in', 'none'])
    .describe('out: the subject acts; in: it is acted upon; none: nobody acts'),
  inverse: key.nullable().describe('the same fact told from the object'),
  phrase: z.string().min(1).describe('between subject and object in a sentence'),
  words: z
    .array(z.string().min(1))
    .min(1)
    .describe('base forms, or participle and preposition, subject first'),
  asks: z.strictObject({
    open: z.string().includes('{gene}'),
    polar: z.string().includes('{gene}').includes('{object}'),
  }),
});

const table = z
  .strictObject({ note: z.string(), relations: z.array(relation).min(1) })
  .superRefine(({ relations }, context) => {
    const byKey = new Map(relations.map((each) => [each.key, each]));
    const owners = new Map<string, string>();
    relations.forEach((each, index) => {
      const problem = (message: string) =>
        context.addIssue({ code: 'custom', path: ['relations', index], message });
      if (byKey.get(each.key) !== each) problem(`expected the key "${each.key}" once`);
      if (each.inverse !== null && byKey.get(each.inverse)?.inverse !== each.key)
        problem(`expected "${each.inverse}" to have the inverse "${each.key}"`);
      for (const word of each.words) {
        if (owners.has(word))
          problem(`expected "${word}" in one relation, it stands in "${owners.get(word)}" too`);
        owners.set(word, each.key);
      }
    });
  });

/**
 * One relation. `words` tell it with the claim's subject in front ("induce", "bound by"); with the object in front it is told
 * in the words of `inverse`. `asks.open` has `{gene}`, `asks.polar` `{gene}` and `{object}` to be filled in.
 */
export type RelationEntry = z.infer<typeof relation>;

/** The relations in the order of the table. */
export const RELATIONS: readonly RelationEntry[] = table.parse(
  JSON.parse(readFileSync(packagePath('data', 'vocabulary', 'relations.json'), 'utf8')),
).relations;

const BY_KEY: ReadonlyMap<string, RelationEntry> = new Map(RELATIONS.map((each) => [each.key, each]));

/**
 * The entry of a relation's key.
 * @throws Error for a key that is not in the table; a record that was loaded has none
 */
export function relationEntry(relationKey: string): RelationEntry {
  const found = BY_KEY.get(relationKey);
  if (found === undefined) throw new Error(`no relation "${relationKey}" in data/vocabulary/relations.json`);
  return found;
}
