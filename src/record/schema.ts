import { z } from 'zod';
import { DATABASE_KEYS, UCSC_ASSEMBLIES } from './databases.js';

/** The one description of what a gene record is. `data/record.schema.json` is generated from it. */

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case words joined by hyphens')
  .max(40)
  .describe('stable id inside this record; buttons carry it');
const line = z.string().trim().min(1).max(300);
const httpsUrl = z.url({ protocol: /^https$/u, error: 'expected an https:// address' }).max(512);

export const SPECIES = ['human', 'mouse'] as const;
const species = z.enum(SPECIES);

export const NAME_KINDS = ['symbol', 'name', 'alias', 'isoform'] as const;

const geneName = z.strictObject({
  name: line.max(60),
  kind: z
    .enum(NAME_KINDS)
    .describe('symbol: the gene symbol; name: the full name; alias: another symbol; isoform'),
});

const identifier = z.strictObject({
  database: z.enum(DATABASE_KEYS),
  species,
  accession: line.max(64).nullable().describe('null: the record says that there is none ("n/a")'),
});

const place = z.strictObject({
  chromosome: z.string().regex(/^(?:[1-9]|1\d|2[0-2]|X|Y|MT)$/u, 'expected 1 to 22, X, Y or MT'),
  start: z.int().positive().describe('bp, 1-based'),
  end: z.int().positive().describe('bp, inclusive'),
  rounding: z.int().positive().describe('bp to which start and end are rounded in the source; 1: exact'),
  assembly: z.enum(Object.keys(UCSC_ASSEMBLIES)).describe('genome assembly'),
  assemblyBasis: z.enum(['stated', 'inferred']).describe('stated by the source, or inferred by us'),
  assemblyNote: line.optional().describe('why the assembly is inferred, for readers'),
});

const location = z.strictObject({
  species,
  place: place.nullable().describe('null: the record says that there is none'),
});

const ENTITY_KINDS = [
  'gene',
  'cell',
  'pathway',
  'motif',
  'structure',
  'process',
  'class',
  'stimulus',
] as const;

const entity = z.strictObject({
  id,
  kind: z.enum(ENTITY_KINDS),
  name: line.max(60),
  also: z.array(line.max(60)).describe('other spellings of it in the source'),
});

export const RELATIONS = [
  'is',
  'contains',
  'increased-by',
  'induces',
  'has',
  'supports',
  'regulates',
] as const;

const statement = z.strictObject({
  id,
  text: line.describe('one sentence, one fact, in our own words'),
  polarity: z.enum(['positive', 'negative']).describe('negative: the source says that it is not so'),
  claim: z
    .strictObject({
      relation: z.enum(RELATIONS),
      objects: z.array(id).min(1).describe('what the gene product does it to, is, or contains'),
      where: z.array(id).describe('the cells or circumstances in which it is so'),
    })
    .describe('the fact in a form that yes/no questions can be held against; its subject is this gene'),
  mentions: z.array(id).min(1).describe('all entities in the sentence'),
  references: z.array(id).min(1),
});

const author = z.strictObject({
  family: line.max(80),
  given: line
    .max(80)
    .regex(/^(?!\p{Lu}{2,}$)/u, 'expected initials one by one, such as "S. H."')
    .describe('initials as "S. H."'),
});

const dateParts = z.strictObject({
  'date-parts': z.tuple([
    z
      .tuple([z.int().min(1800).max(2200)], z.int().min(1).max(31))
      .refine((date) => date.length <= 3, 'expected year, month, day'),
  ]),
});

const reference = z.strictObject({
  id,
  type: z.enum(['article-journal', 'webpage', 'book', 'chapter', 'dataset', 'entry-encyclopedia']),
  title: line,
  author: z.array(author).min(1).optional(),
  issued: dateParts.optional(),
  accessed: dateParts.optional(),
  'container-title': line.optional(),
  'container-title-short': line.max(80).optional(),
  publisher: line.optional(),
  volume: line.max(20).optional(),
  issue: line.max(20).optional(),
  page: z
    .string()
    .regex(
      /^[A-Za-z]?\d+(?:-[A-Za-z]?\d+)?$/u,
      'expected pages such as 131-142, or an article number such as e4173',
    )
    .optional(),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/u, 'expected a DOI such as 10.1000/182')
    .optional(),
  PMID: z
    .string()
    .regex(/^[1-9]\d{0,8}$/u, 'expected a PMID, digits only')
    .optional(),
  PMCID: z
    .string()
    .regex(/^PMC\d{1,9}$/u, 'expected a PMCID such as PMC2613539')
    .optional(),
  URL: httpsUrl.optional(),
});

const licensed = z.strictObject({ name: line, url: httpsUrl.optional() });

export const geneRecordSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schemaVersion: z.literal(1),
    command: z
      .string()
      .regex(
        /^[a-z0-9_-]{1,32}$/u,
        'expected a slash command name: 1 to 32 lower-case letters, digits, - or _',
      )
      .describe('the slash command that serves this record'),
    definition: z
      .strictObject({ text: line, references: z.array(id).min(1) })
      .describe('one sentence: what the gene is'),
    names: z.array(geneName).min(1),
    species: z
      .array(species)
      .min(1)
      .describe("the species that the record has a column for, the gene's own first"),
    identifiers: z.array(identifier).min(1),
    locations: z.array(location),
    entities: z.array(entity),
    statements: z.array(statement),
    references: z.array(reference).min(1).describe('CSL-JSON items'),
    source: z.strictObject({
      title: line,
      publisher: line,
      url: httpsUrl,
      revised: line.max(40).describe('when the source was revised, as far as known'),
      licence: licensed,
      credits: z.array(line).describe('what else must be credited'),
    }),
  })
  .describe('One gene: its names, cross-references, location, statements about function, and references');

/** One gene record, as read from a file of the records folder. */
export type GeneRecord = z.infer<typeof geneRecordSchema>;
/** A name of the gene or of one of its isoforms. */
export type GeneName = GeneRecord['names'][number];
/** A cross-reference: database, species and accession; accession null means "none recorded". */
export type Identifier = GeneRecord['identifiers'][number];
/** Where the gene lies in one species: chromosome and bp on an assembly. */
export type GeneLocation = NonNullable<GeneRecord['locations'][number]['place']>;
/** A thing that statements mention: another gene, a cell, a pathway, a motif. */
export type Entity = GeneRecord['entities'][number];
/** One fact about function, one sentence, with its references. */
export type Statement = GeneRecord['statements'][number];
/** A reference as a CSL-JSON item. */
export type Reference = GeneRecord['references'][number];
export type Species = (typeof SPECIES)[number];
export type NameKind = (typeof NAME_KINDS)[number];
export type Relation = (typeof RELATIONS)[number];
