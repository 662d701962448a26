import type { CatalogueGene } from '../catalogue/gene.js';
import { type GeneFacts, type IdentifierFact, noFacts } from './facts.js';

const HUMAN = 9606;
const MOUSE = 10090;
const RAT = 10116;

/** RefSeq's transcript of MANE Select, without version; null where there is none. */
export function maneOf(gene: CatalogueGene): string | null {
  return gene.accessions.mane.find((accession) => accession.startsWith('NM_')) ?? null;
}

function idsOf(
  gene: CatalogueGene,
  database: 'ncbigene' | 'ensembl' | 'uniprot' | 'omim' | 'ccds',
): IdentifierFact[] {
  return gene.accessions[database].map((accession) => ({ database, accession }));
}

/** What HGNC says of the human gene. */
export function hgncFacts(gene: CatalogueGene): GeneFacts {
  return {
    ...noFacts('hgnc', HUMAN),
    symbol: gene.symbol,
    fullName: gene.name,
    aliases: gene.aliases,
    previousSymbols: gene.previousSymbols,
    identifiers: [
      { database: 'hgnc', accession: gene.hgncId },
      ...idsOf(gene, 'ncbigene'),
      ...idsOf(gene, 'ensembl'),
      ...idsOf(gene, 'uniprot'),
      ...idsOf(gene, 'omim'),
      ...idsOf(gene, 'ccds'),
    ],
    band: gene.location === '' ? null : gene.location,
    geneType: gene.locusGroup,
  };
}

/** HGNC's transcripts, where nobody says which protein belongs to which. */
export function hgncTranscripts(gene: CatalogueGene): GeneFacts {
  const mane = maneOf(gene);
  const accessions = mane === null ? gene.accessions.refseq_mrna : [mane];
  return {
    ...noFacts('hgnc', HUMAN),
    identifiers: accessions.map((accession) => ({ database: 'refseq_mrna', accession })),
  };
}

/** The mouse's and the rat's gene, where HGNC names exactly one. */
export function hgncOrthologs(gene: CatalogueGene): readonly GeneFacts[] {
  const only = (database: 'mgi' | 'rgd', taxon: number): GeneFacts[] => {
    const [accession, ...others] = gene.accessions[database];
    return accession === undefined || others.length > 0
      ? []
      : [{ ...noFacts('hgnc', taxon), identifiers: [{ database, accession }] }];
  };
  return [...only('mgi', MOUSE), ...only('rgd', RAT)];
}
