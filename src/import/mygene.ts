import { z } from 'zod';
import type { GeneFacts, IdentifierFact, LeadFact, PlaceFact } from './facts.js';
import { noFacts, unversioned } from './facts.js';
import type { Http } from './http.js';
import { oneOrMany, textOrNumber, whereRight } from './shapes.js';

/**
 * MyGene.info (https://docs.mygene.info): one request for names, identifiers, places on both human assemblies, RefSeq's summary and
 * GeneRIFs of the gene. A field is one value or a list, and is left out where there is nothing.
 */

const FIELDS = [
  'symbol',
  'name',
  'taxid',
  'entrezgene',
  'alias',
  'HGNC',
  'MGI',
  'MIM',
  'map_location',
  'type_of_gene',
  'summary',
  'ensembl.gene',
  'uniprot.Swiss-Prot',
  'refseq.translation',
  'refseq.rna',
  'genomic_pos',
  'genomic_pos_hg19',
  'generif',
];

const LISTS = [
  'alias',
  'ensembl',
  'uniprot.Swiss-Prot',
  'refseq.translation',
  'refseq.rna',
  'genomic_pos',
  'genomic_pos_hg19',
  'generif',
];

const position = z.object({
  chr: textOrNumber,
  start: z.coerce.number().int().positive(),
  end: z.coerce.number().int().positive(),
  strand: whereRight(z.union([z.literal(1), z.literal(-1)])),
  ensemblgene: whereRight(z.string()),
});

const hit = z.object({
  query: textOrNumber,
  notfound: z.boolean().optional(),
  _id: textOrNumber.optional(),
  entrezgene: whereRight(textOrNumber),
  taxid: whereRight(z.coerce.number()),
  symbol: whereRight(z.string()),
  name: whereRight(z.string()),
  alias: oneOrMany(z.string()).catch([]),
  HGNC: whereRight(textOrNumber),
  MGI: whereRight(z.string()),
  MIM: whereRight(textOrNumber),
  map_location: whereRight(z.string()),
  type_of_gene: whereRight(z.string()),
  summary: whereRight(z.string()),
  ensembl: oneOrMany(z.object({ gene: z.string() })).catch([]),
  uniprot: whereRight(z.object({ 'Swiss-Prot': oneOrMany(z.string()) })),
  refseq: whereRight(
    z.object({
      rna: oneOrMany(z.string()).catch([]),
      translation: oneOrMany(z.object({ rna: z.string(), protein: z.string() })).catch([]),
    }),
  ),
  genomic_pos: oneOrMany(position).catch([]),
  genomic_pos_hg19: oneOrMany(position).catch([]),
  generif: oneOrMany(z.object({ pubmed: oneOrMany(textOrNumber), text: z.string() })).catch([]),
});

/** The answer to a batch query: a flat list, in which a miss is an entry too. */
const myGeneAnswer = z.array(hit);

export type MyGeneHit = z.infer<typeof hit>;

/** What is asked for: terms with the fields in which MyGene.info looks for them, and the species. */
export interface MyGeneQuestion {
  readonly terms: readonly string[];
  readonly scopes: readonly string[];
  readonly taxa: readonly number[];
  readonly email: string | null;
}

/** Asks MyGene.info. @returns the hits, misses left out */
export async function askMyGene(
  http: Http,
  base: string,
  { terms, scopes, taxa, email }: MyGeneQuestion,
): Promise<readonly MyGeneHit[]> {
  const form = {
    q: terms.join(','),
    scopes: scopes.join(','),
    species: taxa.join(','),
    fields: FIELDS.join(','),
    always_list: LISTS.join(','),
    ...(email === null ? {} : { email }),
  };
  const hits = await http.json({ url: `${base}/query`, form }, myGeneAnswer);
  return hits.filter(({ notfound, symbol }) => notfound !== true && symbol !== undefined);
}

/** What is known of the gene already, to choose among several of a kind. */
export interface Known {
  readonly ensembl: string | null;
  /** RefSeq's part of MANE Select, without version */
  readonly mane: string | null;
}

/** Chromosomes of the primary assembly: alternative loci have longer names. */
const PRIMARY = /^(?:\d{1,2}|X|Y|MT)$/u;
const NOTE = 'MyGene.info names no assembly; for human genes its coordinates are those of Ensembl on GRCh38.';

/** The facts of one hit. */
export function myGeneFacts(found: MyGeneHit, known: Known): GeneFacts {
  const isHuman = found.taxid === 9606;
  const ensembl = known.ensembl ?? soleOf(found.ensembl.map(({ gene }) => gene));
  const places = isHuman
    ? [
        ...placesOf(found.genomic_pos, 'GRCh38', NOTE, ensembl),
        ...placesOf(found.genomic_pos_hg19, 'GRCh37', null, null),
      ]
    : [];
  return {
    ...noFacts('mygene', found.taxid ?? 0),
    symbol: found.symbol ?? null,
    fullName: found.name ?? null,
    aliases: found.alias,
    identifiers: identifiersOf(found, ensembl, known.mane),
    places,
    band: isHuman ? (found.map_location ?? null) : null,
    geneType: found.type_of_gene ?? null,
    summary: found.summary ?? null,
    leads: isHuman ? leadsOf(found) : [],
  };
}

function identifiersOf(found: MyGeneHit, ensembl: string | null, mane: string | null): IdentifierFact[] {
  const one = (database: string, accession: string | null | undefined): IdentifierFact[] =>
    accession === null || accession === undefined ? [] : [{ database, accession }];
  const isHuman = found.taxid === 9606;
  return [
    ...one('ncbigene', found.entrezgene),
    ...one('hgnc', found.HGNC === undefined ? null : `HGNC:${found.HGNC.replace(/^HGNC:/iu, '')}`),
    ...one('mgi', isHuman ? null : found.MGI),
    ...one('ensembl', ensembl),
    ...(found.uniprot?.['Swiss-Prot'] ?? []).map((accession) => ({ database: 'uniprot', accession })),
    ...refSeqPairs(found, mane),
    ...one('omim', isHuman ? found.MIM : null),
  ];
}

/** Curated transcripts (NM_) with their proteins, that of MANE Select first. Models (XM_) come and go. */
function refSeqPairs({ refseq }: MyGeneHit, mane: string | null): IdentifierFact[] {
  const pairs = (refseq?.translation ?? [])
    .map(({ rna, protein }) => ({ rna: unversioned(rna), protein: unversioned(protein) }))
    .filter(({ rna, protein }) => rna.startsWith('NM_') && protein.startsWith('NP_'))
    .toSorted((a, b) => Number(b.rna === mane) - Number(a.rna === mane) || (a.rna < b.rna ? -1 : 1));
  const paired = pairs.flatMap(({ rna, protein }) => {
    const chosen = rna === mane ? 'MANE Select, ' : '';
    return [
      { database: 'refseq_mrna', accession: rna, label: `${chosen}encodes ${protein}` },
      { database: 'refseq_protein', accession: protein, label: `${chosen}from ${rna}` },
    ];
  });
  const noncoding = (refseq?.rna ?? [])
    .map(unversioned)
    .filter((rna) => rna.startsWith('NR_'))
    .map((accession) => ({ database: 'refseq_mrna', accession, label: 'non-coding' }));
  return [...paired, ...noncoding];
}

function placesOf(
  positions: MyGeneHit['genomic_pos'],
  assembly: string,
  note: string | null,
  ensembl: string | null,
): PlaceFact[] {
  const primary = positions.filter(({ chr }) => PRIMARY.test(chr));
  const own = primary.filter(({ ensemblgene }) => ensembl !== null && ensemblgene === ensembl);
  const chosen = soleOf(own.length > 0 ? own : primary);
  if (chosen === null) return [];
  const { chr: chromosome, start, end, strand } = chosen;
  const sign = strand === undefined ? null : strand === 1 ? '+' : '-';
  return [{ chromosome, start, end, strand: sign, assembly, note }];
}

/** GeneRIFs, the newest papers first: MyGene.info gives no dates, and PMIDs grow with time. */
function leadsOf({ generif }: MyGeneHit): LeadFact[] {
  return generif
    .flatMap(({ pubmed, text }) =>
      pubmed.slice(0, 1).map((pmid) => ({ pmid, text: text.replace(/\s+/gu, ' ').trim() })),
    )
    .filter(({ pmid, text }) => /^[1-9]\d{0,8}$/u.test(pmid) && text !== '')
    .toSorted((a, b) => Number(b.pmid) - Number(a.pmid));
}

/** The only one of a list; null where there is none or a choice. */
function soleOf<T>(list: readonly T[]): T | null {
  const [first, ...others] = list;
  return first === undefined || others.length > 0 ? null : first;
}
