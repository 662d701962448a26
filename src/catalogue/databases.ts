import { DATABASES, type DatabaseKey, databaseLink } from '../record/databases.js';

/**
 * The databases that HGNC points to and that the catalogue keeps: those of records, and the transcripts of MANE Select
 * (https://www.ncbi.nlm.nih.gov/refseq/MANE/), which stand in two databases at once.
 */
export type CatalogueDatabase = (typeof CATALOGUE_DATABASES)[number];

/** In the order in which a table shows them. */
export const CATALOGUE_DATABASES = [
  'hgnc',
  'ncbigene',
  'ensembl',
  'uniprot',
  'refseq_mrna',
  'mane',
  'omim',
  'ccds',
  'mgi',
  'rgd',
] as const satisfies readonly (DatabaseKey | 'mane')[];

/** The column of HGNC's complete set that each is in. */
export const COLUMNS: Readonly<Record<CatalogueDatabase, string>> = {
  hgnc: 'hgnc_id',
  ncbigene: 'entrez_id',
  ensembl: 'ensembl_gene_id',
  uniprot: 'uniprot_ids',
  refseq_mrna: 'refseq_accession',
  mane: 'mane_select',
  omim: 'omim_id',
  ccds: 'ccds_id',
  mgi: 'mgd_id',
  rgd: 'rgd_id',
};

const MANE = /^(?:ENST\d{11}|NM_\d{6,9})$/u;

/** Whether a text without version has the form of the database's accessions. */
export function hasForm(database: CatalogueDatabase, accession: string): boolean {
  return (database === 'mane' ? MANE : DATABASES[database].pattern).test(accession);
}

/** "Ensembl" */
export function databaseName(database: CatalogueDatabase): string {
  return database === 'mane' ? 'MANE Select' : DATABASES[database].name;
}

const OTHER_SPECIES: Readonly<Partial<Record<CatalogueDatabase, string>>> = {
  mgi: 'ID of the mouse gene',
  rgd: 'ID of the rat gene',
};

/** What an accession is called in a sentence: "Ensembl gene ID", "MGI ID of the mouse gene". */
export function accessionNoun(database: CatalogueDatabase): string {
  const noun = database === 'mane' ? 'transcript' : DATABASES[database].noun;
  return `${databaseName(database)} ${OTHER_SPECIES[database] ?? noun}`;
}

/** The page of an accession; null where its database has none. */
export function accessionPage(database: CatalogueDatabase, accession: string): string | null {
  if (database !== 'mane') return databaseLink(database, accession);
  return databaseLink(accession.startsWith('ENST') ? 'ensembl' : 'refseq_mrna', accession);
}
