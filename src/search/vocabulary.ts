import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package-path.js';
import { DATABASE_KEYS } from '../record/databases.js';
import { ENTITY_KINDS } from '../record/schema.js';
import { once } from './once.js';

/**
 * The field's words: what people at the bench and at the terminal call the kinds of facts a gene record has, the things that
 * statements are about, and the things that records of this kind never hold. They stand in `data/vocabulary/`, one form a
 * line, grouped by what they mean; only true synonyms share a group. No fact about any gene stands there.
 */

const form = z.string().min(1);
const forms = z.array(form).min(1);
const table = z.record(form, forms);
const graded = z.record(form, z.strictObject({ strong: z.array(form), weak: z.array(form) }));

/** The number spaces of references. */
export const REFERENCE_SPACES = ['doi', 'pubmed', 'pmc'] as const;

/** What each file of `data/vocabulary/` holds. */
export const VOCABULARY_FILES = {
  'aspects.json': graded,
  'databases.json': graded,
  'number-spaces.json': table,
  'formats.json': table,
  'species.json': table,
  'things.json': z.record(form, table),
  'beyond.json': table,
  'lab.json': table,
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
  'spelling.json': z.strictObject({ british: z.record(form, form) }),
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

/** Forms that the schema of their file has checked: there are thousands. */
const checked = z.custom<readonly string[]>(Array.isArray);

/** What the words of one meaning are: spellings, lower case, matched by the stems of their words. */
const term = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('database'),
    database: z.enum(DATABASE_KEYS),
    weak: z.boolean(),
    forms: checked,
  }),
  z.object({ kind: z.literal('space'), space: z.enum(REFERENCE_SPACES), forms: checked }),
  z.object({ kind: z.literal('aspect'), aspect: z.enum(ASPECTS), weak: z.boolean(), forms: checked }),
  z.object({ kind: z.literal('format'), format: form, forms: checked }),
  z.object({ kind: z.literal('species'), species: form, forms: checked }),
  /** a verb of effect, by its family */
  z.object({ kind: z.literal('action'), action: form, forms: checked }),
  z.object({ kind: z.literal('thing'), thing: form, group: z.enum(ENTITY_KINDS), forms: checked }),
  /** records of this kind hold no such fact; `beyond` completes "The record has nothing on ..." */
  z.object({ kind: z.literal('beyond'), what: form, forms: checked }),
  /** lab work that a question mentions as its purpose; says nothing about what is asked */
  z.object({ kind: z.literal('activity'), forms: checked }),
  /** explained but undirected: gene, protein, id, number */
  z.object({ kind: z.literal('generic'), forms: checked }),
]);

/** One entry of the vocabulary. */
export type Term = Readonly<z.infer<typeof term>>;
/** The kinds of facts that can be asked for. */
export type Aspect = (typeof ASPECTS)[number];

/** The whole table. Earlier terms win where two claim the same words and nothing else decides. */
export const vocabulary = once((): readonly Term[] => {
  const verbs = Object.entries(vocabularyFile('verbs.json')).filter(([, { use }]) => use !== 'static');
  const things = Object.entries(vocabularyFile('things.json'));
  return z
    .array(term)
    .parse([
      ...gradedTerms('database', vocabularyFile('databases.json')),
      ...termsOf('space', vocabularyFile('number-spaces.json')),
      ...gradedTerms('aspect', vocabularyFile('aspects.json')),
      ...termsOf('format', vocabularyFile('formats.json')),
      ...termsOf('species', vocabularyFile('species.json')),
      ...verbs.map(([action, { forms }]) => ({ kind: 'action', action, forms })),
      ...things.flatMap(([group, table]) => termsOf('thing', table, { group })),
      ...termsOf('beyond', vocabularyFile('beyond.json')),
      ...Object.entries(vocabularyFile('lab.json')).map(([kind, forms]) => ({ kind, forms })),
    ]);
});

function gradedTerms(kind: string, grades: z.infer<typeof graded>) {
  return Object.entries(grades).flatMap(([meaning, { strong, weak }]) => [
    ...termsOf(kind, { [meaning]: strong }, { weak: false }),
    ...(weak.length === 0 ? [] : termsOf(kind, { [meaning]: weak }, { weak: true })),
  ]);
}

function termsOf(kind: string, table: Readonly<Record<string, readonly string[]>>, more = {}) {
  return Object.entries(table).map(([meaning, list]) => ({
    ...more,
    kind,
    [kind]: meaning,
    what: meaning,
    forms: list.map((each) => each.toLowerCase()),
  }));
}
