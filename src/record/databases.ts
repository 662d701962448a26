import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package-path.js';

/**
 * The databases that a record can point to: their names, the form of their accessions and where a reader finds an entry.
 * They stand in `data/catalogue/databases.json`.
 */

/** The keys of the table, in its order. They are the program's words too, so that a misspelt one does not compile. */
export const DATABASE_KEYS = [
  'ncbigene',
  'ensembl',
  'uniprot',
  'refseq_mrna',
  'refseq_protein',
  'omim',
  'hgnc',
  'mgi',
  'rgd',
  'ccds',
  'pdb',
  'alphafold',
  'homologene',
  'genecards',
  'pubmed_search',
] as const;

export type DatabaseKey = (typeof DATABASE_KEYS)[number];

/** What is known about one database. `link` contains `{accession}`, or `{number}`, what stands behind the colon of one. */
export interface Database {
  readonly key: DatabaseKey;
  readonly name: string;
  /** what its accessions are called in a sentence: "accession", "number", "symbol" */
  readonly noun: string;
  /** the whole accession, without version suffix */
  readonly pattern: RegExp;
  /** the narrower forms of some species, by NCBI taxonomy id */
  readonly patterns: ReadonlyMap<number, { readonly pattern: RegExp; readonly expected: string }>;
  /** the only species that it has, as NCBI taxonomy ids; null: all */
  readonly taxa: readonly number[] | null;
  /** a suffix that may follow an accession (a version or an isoform number) and what it is called */
  readonly suffix?: { readonly pattern: RegExp; readonly name: string };
  /** where an entry is shown; null for a database that no longer answers */
  readonly link: string | null;
  /** for a database that was closed: a sentence saying so */
  readonly retired?: string;
  /** what the accession looks like, in words, for a message about a malformed one */
  readonly expected: string;
  /** an accession of the right form, of another gene than the records' */
  readonly example: string;
  /** where the form of the accessions is documented */
  readonly source: string;
}

const pattern = z.string().refine((text) => isPattern(text), 'expected a regular expression');
const url = z.url({ protocol: /^https$/u });

const databaseSchema = z
  .strictObject({
    key: z.enum(DATABASE_KEYS),
    name: z.string().min(1),
    noun: z.string().min(1),
    pattern,
    expected: z.string().min(1),
    example: z.string().min(1),
    link: url.regex(/\{(?:accession|number)\}/u, 'expected {accession} or {number} in it').nullable(),
    retired: z.string().optional(),
    suffix: z.strictObject({ pattern, name: z.string().min(1) }).optional(),
    patterns: z
      .record(z.string().regex(/^\d+$/u), z.strictObject({ pattern, expected: z.string().min(1) }))
      .default({}),
    taxa: z.array(z.int().positive()).min(1).optional(),
    source: url,
  })
  .refine((each) => whole(each.pattern).test(each.example), 'expected an example of the form of the pattern');

const table = z
  .strictObject({ note: z.string(), databases: z.array(databaseSchema) })
  .refine(({ databases }) => databases.map(({ key }) => key).join() === DATABASE_KEYS.join(), {
    error: `expected one entry for each of ${DATABASE_KEYS.join(', ')}, in this order`,
  });

function isPattern(text: string): boolean {
  try {
    return whole(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function whole(text: string): RegExp {
  return new RegExp(`^(?:${text})$`, 'u');
}

function databaseFrom({
  suffix,
  patterns,
  taxa,
  retired,
  ...entry
}: z.infer<typeof databaseSchema>): Database {
  return {
    ...entry,
    pattern: whole(entry.pattern),
    patterns: new Map(
      Object.entries(patterns).map(([taxon, { pattern: form, expected }]) => [
        Number(taxon),
        { pattern: whole(form), expected },
      ]),
    ),
    taxa: taxa ?? null,
    ...(suffix === undefined
      ? {}
      : { suffix: { pattern: new RegExp(`${suffix.pattern}$`, 'u'), name: suffix.name } }),
    ...(retired === undefined ? {} : { retired }),
  };
}

function read(): Readonly<Record<DatabaseKey, Database>> {
  const { databases } = table.parse(
    JSON.parse(readFileSync(packagePath('data', 'catalogue', 'databases.json'), 'utf8')),
  );
  const entries = databases.map((entry) => [entry.key, databaseFrom(entry)] as const);
  return Object.fromEntries(entries) as Record<DatabaseKey, Database>;
}

/** The catalogue, in the order in which a table shows it. */
export const DATABASES: Readonly<Record<DatabaseKey, Database>> = read();

/** The form that a database's accessions have for a species, and what it looks like in words. */
export function accessionForm(key: DatabaseKey, taxon: number): { pattern: RegExp; expected: string } {
  return DATABASES[key].patterns.get(taxon) ?? DATABASES[key];
}

/** The page of an accession in its database, or null where the database no longer has pages. */
export function databaseLink(key: DatabaseKey, accession: string): string | null {
  const filled = encodeURIComponent(accession).replaceAll('%3A', ':');
  const number = accession.slice(accession.indexOf(':') + 1);
  return DATABASES[key].link?.replace('{accession}', filled).replace('{number}', number) ?? null;
}

/** An accession cut into its base and its version or isoform suffix (`NM_000546.6` -> `NM_000546` and `.6`). */
export function splitAccession(key: DatabaseKey, typed: string): { base: string; suffix: string } {
  const found = DATABASES[key].suffix?.pattern.exec(typed)?.[0] ?? '';
  return { base: typed.slice(0, typed.length - found.length), suffix: found };
}

/** An accession without the name of its database before a colon (`HGNC:11998` -> `11998`). */
export function localId(accession: string): string {
  return accession.replace(/^\w+:/u, '');
}
