import { z } from 'zod';
import { type GeneFacts, type IdentifierFact, noFacts, type PlaceFact } from './facts.js';
import type { Http } from './http.js';
import { oneOrMany, textOrNumber, whereRight } from './shapes.js';

/**
 * NCBI Datasets v2 (https://www.ncbi.nlm.nih.gov/datasets/docs/v2/): orthologs of a gene, with a place on an assembly that is named.
 * Numbers come as text. A gene without orthologs is an empty object.
 */

const range = z.object({
  begin: z.coerce.number().int().positive(),
  end: z.coerce.number().int().positive(),
  orientation: whereRight(z.string()),
});

const annotation = z.object({
  assembly_name: whereRight(z.string()),
  genomic_locations: oneOrMany(
    z.object({ sequence_name: whereRight(textOrNumber), genomic_range: whereRight(range) }),
  ).catch([]),
});

const gene = z.object({
  gene_id: textOrNumber,
  symbol: z.string(),
  description: whereRight(z.string()),
  tax_id: z.coerce.number().int().positive(),
  type: whereRight(z.string()),
  orientation: whereRight(z.string()),
  chromosomes: oneOrMany(textOrNumber).catch([]),
  nomenclature_authority: whereRight(z.object({ identifier: whereRight(z.string()) })),
  swiss_prot_accessions: oneOrMany(z.string()).catch([]),
  ensembl_gene_ids: oneOrMany(z.string()).catch([]),
  synonyms: oneOrMany(z.string()).catch([]),
  annotations: oneOrMany(annotation).catch([]),
  summary: oneOrMany(z.object({ description: whereRight(z.string()) })).catch([]),
  map_locations: oneOrMany(
    z.object({ map_type: whereRight(z.string()), map_value: whereRight(z.string()) }),
  ).catch([]),
});

/** Nothing but an empty object means that there is none: whatever else has no reports is no answer. */
const datasetsAnswer = z.union([
  z.object({ reports: z.array(z.object({ gene })) }),
  z.strictObject({ total_count: z.int().optional() }).transform(() => ({ reports: [] })),
]);

export type DatasetsGene = z.infer<typeof gene>;

/** The orthologs of a gene in some species, at most one for each. */
export async function askDatasets(
  http: Http,
  base: string,
  { entrez, taxa }: { readonly entrez: string; readonly taxa: readonly number[] },
): Promise<readonly DatasetsGene[]> {
  const filter = taxa.map((taxon) => `taxon_filter=${taxon}`).join('&');
  const url = `${base}/gene/id/${encodeURIComponent(entrez)}/orthologs?${filter}`;
  const { reports } = await http.json({ url }, datasetsAnswer);
  const genes = reports.map((report) => report.gene);
  return taxa.flatMap((taxon) => genes.find(({ tax_id }) => tax_id === taxon) ?? []);
}

/** The gene itself; null where NCBI has none with that number. Only needed where MyGene.info does not answer. */
export async function askDatasetsGene(
  http: Http,
  base: string,
  entrez: string,
): Promise<DatasetsGene | null> {
  const url = `${base}/gene/id/${encodeURIComponent(entrez)}`;
  const { reports } = await http.json({ url }, datasetsAnswer);
  return reports.find(({ gene: { gene_id: id } }) => id === entrez)?.gene ?? null;
}

/** Nomenclature authorities: keys of the table of databases; their identifiers begin with the same letters. */
const AUTHORITIES = ['hgnc', 'mgi', 'rgd'];

/** The facts of one gene. */
export function datasetsFacts(found: DatasetsGene): GeneFacts {
  const authority = found.nomenclature_authority?.identifier ?? '';
  const database = AUTHORITIES.find((key) => authority.startsWith(`${key.toUpperCase()}:`));
  const identifiers: IdentifierFact[] = [
    { database: 'ncbigene', accession: found.gene_id },
    ...(database === undefined ? [] : [{ database, accession: authority }]),
    ...found.ensembl_gene_ids.map((accession) => ({ database: 'ensembl', accession })),
    ...found.swiss_prot_accessions.map((accession) => ({ database: 'uniprot', accession })),
  ];
  return {
    ...noFacts('datasets', found.tax_id),
    symbol: found.symbol,
    fullName: found.description ?? null,
    identifiers,
    places: placesOf(found),
    band: found.map_locations.find(({ map_type }) => /cytogenetic/iu.test(map_type ?? ''))?.map_value ?? null,
    geneType: found.type ?? null,
    summary: found.summary[0]?.description ?? null,
  };
}

/** The assemblies of the Genome Reference Consortium; others (T2T, other strains) stand beside them in the same list. */
const REFERENCE = /^GRC/u;

/** The place on the reference assembly, or on the first one where a species has none of that consortium. */
function placesOf(found: DatasetsGene): PlaceFact[] {
  const [chromosome] = found.chromosomes;
  const annotations = found.annotations.toSorted(
    (a, b) => Number(REFERENCE.test(b.assembly_name ?? '')) - Number(REFERENCE.test(a.assembly_name ?? '')),
  );
  for (const { assembly_name: assembly, genomic_locations: locations } of annotations) {
    const located = locations.find(({ sequence_name: name }) => name === undefined || name === chromosome);
    const where = located?.genomic_range;
    if (assembly === undefined || chromosome === undefined || where === undefined) continue;
    const orientation = where.orientation ?? found.orientation ?? '';
    const strand = orientation === 'plus' ? '+' : orientation === 'minus' ? '-' : null;
    const name = assembly.replace(/\.p\d+$/u, '');
    return [{ chromosome, start: where.begin, end: where.end, strand, assembly: name, note: null }];
  }
  return [];
}
