import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package-path.js';
import { DATABASE_KEYS, type DatabaseKey } from '../record/databases.js';
import { ENTITY_KINDS, type Entity } from '../record/schema.js';
import { once } from './once.js';

/** The field's words, which stand in `data/vocabulary/`, grouped by what they mean. No fact about any gene stands there. */

/** The number spaces of references. */
export const REFERENCE_SPACES = ['doi', 'pubmed', 'pmc'] as const;

/** The kinds of facts that can be asked for. */
const ASPECTS = [
  'names',
  'isoform',
  'identifiers',
  'location',
  'assembly',
  'species',
  'citation',
  'author',
  'evidence',
  'summary',
  'definition',
  'function',
  'motifs',
  'family',
  'refseq',
  'help',
] as const;
export type Aspect = (typeof ASPECTS)[number];

const form = z.string().min(1);
const forms = z.array(form).min(1);
const table = z.record(form, forms);
const graded = z.strictObject({ strong: z.array(form), weak: z.array(form) });

/** What each file of `data/vocabulary/` holds. */
export const VOCABULARY_FILES = {
  'aspects.json': z.record(z.enum(ASPECTS), graded),
  'databases.json': z.record(z.enum(DATABASE_KEYS), graded),
  'number-spaces.json': z.record(z.enum(REFERENCE_SPACES), forms),
  'formats.json': table,
  'species.json': table,
  'things.json': z.partialRecord(z.enum(ENTITY_KINDS), table),
  'beyond.json': table,
  'lab.json': z.record(z.enum(['activity', 'generic']), forms),
  'everyday.json': z.record(z.enum(['glue', 'chat', 'matter', 'common', 'foreign']), forms),
  'foreign.json': table,
  'gene-words.json': table,
  'spoken.json': z.strictObject({ units: forms, teens: forms, tens: forms }),
  'lists.json': table,
  'accessions.json': z.strictObject({
    note: z.string(),
    any: form,
    link: form,
    forms: z.array(
      z.strictObject({
        pattern: form,
        space: z.enum([...DATABASE_KEYS, ...REFERENCE_SPACES]).optional(),
        other: form.optional(),
        held: form.default('$1'),
      }),
    ),
  }),
  'spelling.json': z.strictObject({
    british: z.record(form, form),
    roman: z.record(form, form),
    slips: z.record(form, form).describe('short words as they are often mistyped'),
    short: z.record(form, form).describe('what is written short, and its words'),
  }),
  'grammar.json': table,
  'assemblies.json': table,
  'verbs.json': z.record(
    form,
    z.strictObject({
      sign: z
        .union([z.literal(1), z.literal(0), z.literal(-1)])
        .describe('whether there is more or less of it'),
      use: z.enum(['transitive', 'intransitive', 'causative', 'static']),
      forms,
    }),
  ),
} as const;

type Files = typeof VOCABULARY_FILES;

/** One file of the vocabulary. @throws z.ZodError naming the path inside the file */
export function vocabularyFile<F extends keyof Files>(file: F): z.infer<Files[F]>;
export function vocabularyFile(file: keyof Files): unknown {
  return VOCABULARY_FILES[file].parse(
    JSON.parse(readFileSync(packagePath('data', 'vocabulary', file), 'utf8')),
  );
}

/** What words mean. */
type Meaning =
  | { readonly kind: 'database'; readonly database: DatabaseKey; readonly weak: boolean }
  | { readonly kind: 'space'; readonly space: (typeof REFERENCE_SPACES)[number] }
  | { readonly kind: 'aspect'; readonly aspect: Aspect; readonly weak: boolean }
  | { readonly kind: 'format'; readonly format: string }
  | { readonly kind: 'species'; readonly species: string }
  /** a verb of effect, by its family */
  | { readonly kind: 'action'; readonly action: string }
  | { readonly kind: 'thing'; readonly thing: string; readonly group: Entity['kind'] }
  /** records of this kind hold no such fact; `what` completes "The record has nothing on ..." */
  | { readonly kind: 'beyond'; readonly what: string }
  /** lab work that a question mentions as its purpose, which says nothing about what is asked; and gene, protein, id, number */
  | { readonly kind: 'activity' | 'generic' };

/** One entry of the vocabulary; its forms are spellings, matched by the stems of their words. */
export type Term = Meaning & { readonly forms: readonly string[] };

function entries<K extends string, V>(table: Readonly<Partial<Record<K, V>>>): readonly [K, V][] {
  return Object.entries(table) as [K, V][];
}

/** The whole table. Earlier terms win where two claim the same words and nothing else decides. */
export const vocabulary = once((): readonly Term[] => [
  ...entries(vocabularyFile('databases.json')).flatMap(([database, { strong, weak }]): Term[] => [
    { kind: 'database', database, weak: false, forms: strong },
    { kind: 'database', database, weak: true, forms: weak },
  ]),
  ...entries(vocabularyFile('number-spaces.json')).map(
    ([space, forms]): Term => ({ kind: 'space', space, forms }),
  ),
  ...entries(vocabularyFile('aspects.json')).flatMap(([aspect, { strong, weak }]): Term[] => [
    { kind: 'aspect', aspect, weak: false, forms: strong },
    { kind: 'aspect', aspect, weak: true, forms: weak },
  ]),
  ...entries(vocabularyFile('formats.json')).map(
    ([format, forms]): Term => ({ kind: 'format', format, forms }),
  ),
  ...entries(vocabularyFile('species.json')).map(
    ([species, forms]): Term => ({ kind: 'species', species, forms }),
  ),
  ...entries(vocabularyFile('verbs.json')).flatMap(([action, { use, forms }]): Term[] =>
    use === 'static' ? [] : [{ kind: 'action', action, forms }],
  ),
  ...entries(vocabularyFile('things.json')).flatMap(([group, things]) =>
    entries(things).map(([thing, forms]): Term => ({ kind: 'thing', thing, group, forms })),
  ),
  ...entries(vocabularyFile('beyond.json')).map(([what, forms]): Term => ({ kind: 'beyond', what, forms })),
  ...entries(vocabularyFile('lab.json')).map(([kind, forms]): Term => ({ kind, forms })),
]);
