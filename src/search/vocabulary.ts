import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package-path.js';
import { DATABASE_KEYS, type DatabaseKey } from '../record/databases.js';
import { ENTITY_KINDS, type Entity, type Species } from '../record/schema.js';
import { once } from './once.js';

/**
 * The field's words: what people at the bench and at the terminal call the kinds of facts a gene record has, the things that
 * statements are about, and the things that records of this kind never hold. They stand in `data/vocabulary/`, one form a
 * line, grouped by what they mean; only true synonyms share a group. No fact about any gene stands there.
 */

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

interface TermBase {
  /** spellings, lower case; matched by the stems of their words */
  readonly forms: readonly string[];
}

/** One entry of the vocabulary. */
export type Term = TermBase &
  (
    | { readonly kind: 'database'; readonly database: DatabaseKey; readonly weak: boolean }
    | { readonly kind: 'space'; readonly space: 'doi' | 'pubmed' | 'pmc' }
    | { readonly kind: 'aspect'; readonly aspect: Aspect; readonly weak: boolean }
    | { readonly kind: 'format'; readonly format: string }
    | { readonly kind: 'species'; readonly species: Species }
    /** a verb of effect, by its family */
    | { readonly kind: 'action'; readonly action: string }
    | { readonly kind: 'thing'; readonly thing: string; readonly group: Entity['kind'] }
    /** records of this kind hold no such fact; `what` completes "The record has nothing on ..." */
    | { readonly kind: 'beyond'; readonly what: string }
    /** lab work that a question mentions as its purpose; says nothing about what is asked */
    | { readonly kind: 'activity' }
    /** explained but undirected: gene, protein, id, number */
    | { readonly kind: 'generic' }
  );

const form = z.string().min(1);
const forms = z.array(form).min(1);
const graded = z.strictObject({ strong: z.array(form), weak: z.array(form) });

/** What each file of `data/vocabulary/` holds. */
export const VOCABULARY_FILES = {
  'aspects.json': z.record(z.enum(ASPECTS), graded),
  'databases.json': z.partialRecord(z.enum(DATABASE_KEYS), graded),
  'number-spaces.json': z.record(z.enum(['doi', 'pubmed', 'pmc']), forms),
  'formats.json': z.record(form, forms),
  'species.json': z.record(form, forms),
  'things.json': z.partialRecord(z.enum(ENTITY_KINDS), z.record(form, forms)),
  'beyond.json': z.record(form, forms),
  'lab.json': z.record(z.enum(['activity', 'generic']), forms),
  'everyday.json': z.record(z.enum(['glue', 'chat', 'matter', 'common', 'foreign']), forms),
  'foreign.json': z.record(form, forms),
  'gene-words.json': z.record(form, forms),
  'spoken.json': z.strictObject({ units: forms, teens: forms, tens: forms }),
  'no-symbols.json': z.record(form, forms),
  'grammar.json': z.record(form, forms),
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

/**
 * One file of the vocabulary.
 * @throws z.ZodError naming the path inside the file
 */
export function vocabularyFile<F extends keyof Files>(file: F): z.infer<Files[F]>;
export function vocabularyFile(file: keyof Files): unknown {
  return VOCABULARY_FILES[file].parse(
    JSON.parse(readFileSync(packagePath('data', 'vocabulary', file), 'utf8')),
  );
}

/** "apa", "apa style", "apa format". */
const FORMAT_NOUNS = ['format', 'style', 'file', 'entry'];

function entries<T extends object>(table: T): [keyof T & string, NonNullable<T[keyof T]>][];
function entries(table: object): [string, unknown][] {
  return Object.entries(table);
}

function gradedTerms<K extends string>(
  table: Partial<Record<K, { strong: readonly string[]; weak: readonly string[] }>>,
  make: (key: K, weak: boolean, forms: readonly string[]) => Term,
): Term[] {
  return entries(table).flatMap(([key, { strong, weak }]) => [
    make(key, false, strong),
    ...(weak.length === 0 ? [] : [make(key, true, weak)]),
  ]);
}

/** The whole table. Earlier terms win where two claim the same words and nothing else decides. */
export const vocabulary = once((): readonly Term[] => [
  ...gradedTerms(vocabularyFile('databases.json'), (database, weak, list) => ({
    kind: 'database',
    database,
    weak,
    forms: list,
  })),
  ...entries(vocabularyFile('number-spaces.json')).map(
    ([space, list]): Term => ({ kind: 'space', space, forms: list }),
  ),
  ...gradedTerms(vocabularyFile('aspects.json'), (aspect, weak, list) => ({
    kind: 'aspect',
    aspect,
    weak,
    forms: list,
  })),
  ...entries(vocabularyFile('formats.json')).map(
    ([format, list]): Term => ({
      kind: 'format',
      format,
      forms: list.flatMap((each) => [each, ...FORMAT_NOUNS.map((noun) => `${each} ${noun}`)]),
    }),
  ),
  ...entries(vocabularyFile('species.json')).map(
    ([species, list]): Term => ({ kind: 'species', species, forms: list }),
  ),
  ...entries(vocabularyFile('verbs.json'))
    .filter(([, { use }]) => use !== 'static')
    .map(([action, verb]): Term => ({ kind: 'action', action, forms: verb.forms })),
  ...entries(vocabularyFile('things.json')).flatMap(([group, things]) =>
    entries(things).map(
      ([thing, list]): Term => ({
        kind: 'thing',
        thing,
        group,
        forms: list.map((each) => each.toLowerCase()),
      }),
    ),
  ),
  ...entries(vocabularyFile('beyond.json')).map(
    ([what, list]): Term => ({ kind: 'beyond', what, forms: list }),
  ),
  ...entries(vocabularyFile('lab.json')).map(([kind, list]): Term => ({ kind, forms: list })),
]);
