/** The databases that a record can point to: their names, the form of their accessions and where a reader finds an entry. */

/** What is known about one database. `link` and `list` contain `{accession}`, URL-encoded when filled in. */
export interface Database {
  readonly key: DatabaseKey;
  readonly name: string;
  /** what its accessions are called in a sentence: "accession", "number", "symbol" */
  readonly noun: string;
  /** the whole accession, without version suffix */
  readonly pattern: RegExp;
  /** a suffix that may follow an accession (a version or an isoform number) and what it is called */
  readonly suffix?: { readonly pattern: RegExp; readonly name: string };
  /** where an entry is shown; null for a database that no longer answers */
  readonly link: string | null;
  /** for a database that was closed: a sentence saying so */
  readonly retired?: string;
  /** what the accession looks like, in words, for a message about a malformed one */
  readonly expected: string;
}

export const DATABASE_KEYS = [
  'ncbigene',
  'ensembl',
  'uniprot',
  'refseq_mrna',
  'refseq_protein',
  'omim',
  'homologene',
  'genecards',
  'pubmed_search',
] as const;

export type DatabaseKey = (typeof DATABASE_KEYS)[number];

const VERSION = { pattern: /\.\d{1,3}$/u, name: 'version' };

/** The catalogue, in the order in which a table shows it. Patterns follow the databases' own documentation. */
export const DATABASES: Readonly<Record<DatabaseKey, Database>> = {
  ncbigene: {
    key: 'ncbigene',
    name: 'NCBI Gene',
    noun: 'ID',
    pattern: /^[1-9]\d{0,9}$/u,
    link: 'https://www.ncbi.nlm.nih.gov/gene/{accession}',
    expected: 'a number of up to 10 digits, such as 7157',
  },
  ensembl: {
    key: 'ensembl',
    name: 'Ensembl',
    noun: 'gene ID',
    pattern: /^ENS[A-Z]{0,3}G\d{11}$/u,
    suffix: { pattern: /(?:\.\d{1,3})?(?:_PAR_[XY])?$/u, name: 'version' },
    link: 'https://www.ensembl.org/id/{accession}',
    expected: 'ENSG (or ENS, a species code and G) and 11 digits',
  },
  uniprot: {
    key: 'uniprot',
    name: 'UniProtKB',
    noun: 'accession',
    pattern: /^(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})$/u,
    suffix: { pattern: /(?:-\d{1,3}|\.\d{1,3})$/u, name: 'isoform or version' },
    link: 'https://www.uniprot.org/uniprotkb/{accession}/entry',
    expected: '6 or 10 letters and digits, such as P04637',
  },
  refseq_mrna: {
    key: 'refseq_mrna',
    name: 'RefSeq (mRNA)',
    noun: 'accession',
    pattern: /^(?:NM|NR|XM|XR)_\d{6,9}$/u,
    suffix: VERSION,
    link: 'https://www.ncbi.nlm.nih.gov/nuccore/{accession}',
    expected: 'NM_, NR_, XM_ or XR_ and 6 to 9 digits',
  },
  refseq_protein: {
    key: 'refseq_protein',
    name: 'RefSeq (protein)',
    noun: 'accession',
    pattern: /^(?:NP|XP|YP|WP|AP)_\d{6,9}$/u,
    suffix: VERSION,
    link: 'https://www.ncbi.nlm.nih.gov/protein/{accession}',
    expected: 'NP_, XP_, YP_, WP_ or AP_ and 6 to 9 digits',
  },
  omim: {
    key: 'omim',
    name: 'OMIM',
    noun: 'number',
    pattern: /^[1-9]\d{5}$/u,
    link: 'https://omim.org/entry/{accession}',
    expected: '6 digits',
  },
  homologene: {
    key: 'homologene',
    name: 'HomoloGene',
    noun: 'group number',
    pattern: /^\d{1,9}$/u,
    link: null,
    retired: 'NCBI retired HomoloGene in January 2024. Its successor is the Orthologs section of NCBI Gene.',
    expected: 'a number of up to 9 digits',
  },
  genecards: {
    key: 'genecards',
    name: 'GeneCards',
    noun: 'symbol',
    pattern: /^[A-Z][A-Za-z\d-]{0,31}$/u,
    link: 'https://www.genecards.org/cgi-bin/carddisp.pl?gene={accession}',
    expected: 'a gene symbol',
  },
  pubmed_search: {
    key: 'pubmed_search',
    name: 'PubMed search',
    noun: 'search term',
    pattern: /^[A-Za-z\d][A-Za-z\d -]{0,63}$/u,
    link: 'https://pubmed.ncbi.nlm.nih.gov/?term={accession}',
    expected: 'a search term of up to 64 letters, digits, spaces and hyphens',
  },
};

/** The assemblies whose browsers are known, with UCSC's name for each. */
export const UCSC_ASSEMBLIES: Readonly<Record<string, string>> = {
  GRCh37: 'hg19',
  GRCh38: 'hg38',
  GRCm38: 'mm10',
  GRCm39: 'mm39',
};

/** The page of an accession in its database, or null where the database no longer has pages. */
export function databaseLink(key: DatabaseKey, accession: string): string | null {
  return DATABASES[key].link?.replace('{accession}', encodeURIComponent(accession)) ?? null;
}

/** An accession cut into its base and its version or isoform suffix (`NM_000546.6` -> `NM_000546` and `.6`). */
export function splitAccession(key: DatabaseKey, typed: string): { base: string; suffix: string } {
  const found = DATABASES[key].suffix?.pattern.exec(typed)?.[0] ?? '';
  return { base: typed.slice(0, typed.length - found.length), suffix: found };
}
