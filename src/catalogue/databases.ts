/** The databases that HGNC points to and that the catalogue keeps. */

export type CatalogueDatabase =
  | 'hgnc'
  | 'ncbigene'
  | 'ensembl'
  | 'uniprot'
  | 'refseq'
  | 'mane'
  | 'omim'
  | 'ccds'
  | 'mgi'
  | 'rgd';

interface DatabaseWords {
  readonly name: string;
  /** what an accession is called in a sentence */
  readonly noun: string;
  /** the column of HGNC's complete set */
  readonly column: string;
  /** a whole accession as people type it, without version; the first group is what is kept */
  readonly form: RegExp;
  /** how the kept form is made from the group */
  readonly kept?: (group: string) => string;
  /** the page of an entry */
  readonly link: (accession: string) => string;
}

const NCBI = 'https://www.ncbi.nlm.nih.gov';

/** In the order in which a table shows them. Forms follow the databases' own documentation. */
export const CATALOGUE_DATABASES: Readonly<Record<CatalogueDatabase, DatabaseWords>> = {
  hgnc: {
    name: 'HGNC',
    noun: 'ID',
    column: 'hgnc_id',
    form: /^(?:HGNC[:\s_]*)?(\d{1,6})$/iu,
    link: (id) => `https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:${id}`,
  },
  ncbigene: {
    name: 'NCBI Gene',
    noun: 'ID',
    column: 'entrez_id',
    form: /^(?:(?:NCBI\s?GENE(?:\s?ID)?|GENE\s?ID|ENTREZ(?:\s?GENE)?(?:\s?ID)?|LOC)[:\s#]*)?([1-9]\d{0,9})$/iu,
    link: (id) => `${NCBI}/gene/${id}`,
  },
  ensembl: {
    name: 'Ensembl',
    noun: 'gene ID',
    column: 'ensembl_gene_id',
    form: /^(?:ENSEMBL[:\s]*)?(ENSG\d{11})(?:\.\d{1,3})?$/iu,
    link: (id) => `https://www.ensembl.org/id/${id}`,
  },
  uniprot: {
    name: 'UniProtKB',
    noun: 'accession',
    column: 'uniprot_ids',
    form: /^(?:UNIPROT(?:KB)?[:\s]*)?([OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:[-.]\d{1,3})?$/iu,
    link: (id) => `https://www.uniprot.org/uniprotkb/${id}/entry`,
  },
  refseq: {
    name: 'RefSeq',
    noun: 'accession',
    column: 'refseq_accession',
    form: /^(?:REFSEQ[:\s]*)?([NX][MRG]_\d{6,9})(?:\.\d{1,3})?$/iu,
    link: (id) => `${NCBI}/nuccore/${id}`,
  },
  mane: {
    name: 'MANE Select',
    noun: 'transcript',
    column: 'mane_select',
    form: /^((?:ENST\d{11}|NM_\d{6,9}))(?:\.\d{1,3})?$/iu,
    link: (id) => (id.startsWith('ENST') ? `https://www.ensembl.org/id/${id}` : `${NCBI}/nuccore/${id}`),
  },
  omim: {
    name: 'OMIM',
    noun: 'number',
    column: 'omim_id',
    form: /^(?:O?MIM[:\s#*+]*)?([1-9]\d{5})$/iu,
    link: (id) => `https://omim.org/entry/${id}`,
  },
  ccds: {
    name: 'CCDS',
    noun: 'ID',
    column: 'ccds_id',
    form: /^(CCDS\d{1,6})(?:\.\d{1,3})?$/iu,
    link: (id) => `${NCBI}/CCDS/CcdsBrowse.cgi?REQUEST=CCDS&DATA=${id}`,
  },
  mgi: {
    name: 'MGI',
    noun: 'ID of the mouse gene',
    column: 'mgd_id',
    form: /^MGI[:\s]*(\d{1,8})$/iu,
    kept: (number) => `MGI:${number}`,
    link: (id) => `https://www.informatics.jax.org/marker/${id}`,
  },
  rgd: {
    name: 'RGD',
    noun: 'ID of the rat gene',
    column: 'rgd_id',
    form: /^RGD[:\s]*(\d{1,9})$/iu,
    kept: (number) => `RGD:${number}`,
    link: (id) => `https://rgd.mcw.edu/rgdweb/report/gene/main.html?id=${id.replace('RGD:', '')}`,
  },
};

/**
 * What a typed accession can be: a bare number is an entry of several databases.
 * @returns databases with the accession in the form that the catalogue keeps; empty when it has no such form
 */
export function accessionForms(
  typed: string,
): readonly { readonly database: CatalogueDatabase; readonly accession: string }[] {
  const text = typed.trim();
  return (Object.keys(CATALOGUE_DATABASES) as CatalogueDatabase[]).flatMap((database) => {
    const { form, kept = (group: string) => group.toUpperCase() } = CATALOGUE_DATABASES[database];
    const group = form.exec(text)?.[1];
    return group === undefined ? [] : [{ database, accession: kept(group).replace(/^0+(?=\d)/u, '') }];
  });
}
