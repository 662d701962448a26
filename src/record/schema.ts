import { z } from 'zod';
import { DATABASE_KEYS } from './databases.js';
import { httpsUrl, id, line, sourceId } from './fields.js';
import { referenceSchema } from './reference-schema.js';
import { RELATIONS } from './relations.js';

/** The one description of what a gene record is. `data/record.schema.json` is generated from it. */

const speciesId = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+)*$/u, 'expected a species of the record, such as human')
  .max(24);

const species = z.strictObject({
  id: speciesId.describe('how this record calls it: human, mouse, rat, zebrafish'),
  name: line.max(40).describe('how readers call it: "Mouse"'),
  taxon: z.int().positive().describe('NCBI taxonomy id: 9606, 10090, 10116'),
  counterpart: z
    .strictObject({
      kind: z
        .enum(['ortholog', 'functional', 'none'])
        .describe(
          'ortholog; functional: a gene of the same role that is no ortholog; none: the source has none',
        ),
      symbol: line.max(60).optional().describe('the symbol of the gene in this species'),
      note: line.optional().describe('one sentence for readers'),
      source: sourceId,
    })
    .optional()
    .describe(
      "what this species has of the gene; left out for the gene's own species, or where nothing is known",
    ),
});

export const NAME_KINDS = ['symbol', 'name', 'alias', 'previous', 'isoform'] as const;

const geneName = z.strictObject({
  name: line.max(250),
  kind: z
    .enum(NAME_KINDS)
    .describe(
      'symbol: the approved symbol; name: the full name; previous: a symbol once approved; alias; isoform',
    ),
  id: id.optional().describe('of an isoform that is the subject of a claim'),
  species: speciesId.optional().describe("the species whose name it is; without it the gene's own"),
  source: sourceId,
});

const identifier = z.strictObject({
  database: z.enum(DATABASE_KEYS),
  species: speciesId,
  accession: line.max(64).nullable().describe('null: the source says that there is none ("n/a")'),
  label: line
    .max(40)
    .optional()
    .describe('what sets it apart from another of this database: "isoform 2", "MANE Select"'),
  source: sourceId,
});

const place = z.strictObject({
  chromosome: z.string().regex(/^[A-Za-z0-9]{1,10}$/u, 'expected the chromosome without "chr": 16, X, MT'),
  start: z.int().positive().describe('bp, 1-based'),
  end: z.int().positive().describe('bp, inclusive'),
  rounding: z.int().positive().describe('bp to which start and end are rounded in the source; 1: exact'),
  assembly: z
    .string()
    .regex(/^[\w.-]{2,32}$/u, 'expected the name of an assembly, such as GRCh38')
    .optional()
    .describe('genome assembly; left out where nobody knows it'),
  assemblyBasis: z
    .enum(['stated', 'inferred'])
    .optional()
    .describe('stated by the source, or inferred by us'),
  assemblyNote: line.optional().describe('why the assembly is inferred, for readers'),
  strand: z.enum(['+', '-']).optional(),
});

const location = z.strictObject({
  species: speciesId,
  place: place.nullable().describe('null: the source says that there is none'),
  source: sourceId,
});

const cytoband = z.strictObject({
  species: speciesId,
  band: z
    .string()
    .regex(
      /^(?:[1-9]\d?|[XY])(?:[pq]?[A-Za-z\d.,-]*| [A-Z][\d.-]*)$/u,
      'expected a band such as 16p13.3 or 11 B3',
    )
    .max(24),
  source: sourceId,
});

export const ENTITY_KINDS = [
  'gene',
  'complex',
  'receptor',
  'cell',
  'tissue',
  'disease',
  'drug',
  'variant',
  'domain',
  'motif',
  'pathway',
  'process',
  'structure',
  'class',
  'stimulus',
] as const;

const entity = z.strictObject({
  id,
  kind: z.enum(ENTITY_KINDS),
  name: line.max(120),
  also: z.array(line.max(120)).default([]).describe('other spellings of it'),
});

const claim = z.strictObject({
  subject: id
    .optional()
    .describe('an entity, or an isoform with an id, that the fact is about; without it the gene'),
  perturbed: z.enum(['loss', 'gain']).optional().describe('the fact is about loss or gain of the subject'),
  relation: z.enum(RELATIONS.map(({ key }) => key)),
  objects: z.array(id).min(1).describe('what the subject does it to, is, or contains'),
  where: z.array(id).default([]).describe('the cells, tissues or circumstances in which it is so'),
});

const statement = z.strictObject({
  id,
  text: line.describe('one sentence, one fact, in our own words'),
  polarity: z
    .enum(['positive', 'negative'])
    .default('positive')
    .describe('negative: the source says it is not so'),
  certainty: z
    .enum(['stated', 'putative'])
    .default('stated')
    .describe('putative: the source calls it so, or predicted'),
  importance: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .default(2)
    .describe('1: what a textbook says first; 2; 3: detail'),
  claim: claim.optional().describe('the fact in a form that yes/no questions can be held against'),
  mentions: z
    .array(id)
    .default([])
    .describe('further entities in the sentence; those of the claim are taken for granted'),
  references: z.array(id).min(1),
  source: sourceId,
});

const source = z.strictObject({
  id,
  title: line,
  publisher: line,
  url: httpsUrl,
  revised: line.max(40).describe('when the source was revised, as far as known'),
  licence: z.strictObject({ name: line, url: httpsUrl.optional() }),
  credits: z.array(line).default([]).describe('what else must be credited'),
});

const SCHEMA_VERSION = 2;

export const geneRecordSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schemaVersion: z.literal(SCHEMA_VERSION),
    command: z
      .string()
      .regex(
        /^[a-z0-9_-]{1,32}$/u,
        'expected a slash command name: 1 to 32 lower-case letters, digits, - or _',
      )
      .refine((command) => command !== 'gene', 'expected another command: /gene asks any of the records')
      .describe('the slash command that serves this record'),
    definition: z
      .strictObject({ text: line, references: z.array(id).min(1), source: sourceId })
      .describe('one sentence: what the gene is'),
    names: z.array(geneName).min(1),
    species: z.array(species).min(1).describe("the species that the record knows of, the gene's own first"),
    identifiers: z.array(identifier).min(1),
    locations: z.array(location).describe('one for each species and assembly, the best known first'),
    cytobands: z.array(cytoband).default([]),
    entities: z.array(entity),
    statements: z.array(statement),
    references: z.array(referenceSchema).min(1).describe('CSL-JSON items'),
    sources: z
      .array(source)
      .min(1)
      .describe('where the facts are from; the first is that of facts that name none'),
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
/** A statement's fact, in a form that yes/no questions can be held against. */
export type Claim = NonNullable<Statement['claim']>;
/** A reference as a CSL-JSON item. */
export type Reference = GeneRecord['references'][number];
/** Where facts are from, and under which licence. */
export type Source = GeneRecord['sources'][number];
/** The id of a species in its record: "human". */
export type Species = string;
export type NameKind = (typeof NAME_KINDS)[number];
/** The key of a relation of `data/vocabulary/relations.json`. */
export type Relation = string;
