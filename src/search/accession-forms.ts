import type { DatabaseKey } from '../record/databases.js';

/** The number spaces of references. */
export type ReferenceSpace = 'pubmed' | 'pmc' | 'doi';
/** Where an accession belongs: a database of the catalogue, a number space of references, or another database by its name. */
export type AccessionSpace = DatabaseKey | ReferenceSpace | { readonly other: string };

/** What accessions of one database look like. The first group is the accession itself. */
export interface Form {
  readonly pattern: RegExp;
  /** null: a bare number, which several databases could mean */
  readonly space: AccessionSpace | null;
  /** how a record would hold what was typed */
  readonly shape: (typed: string) => string;
}

const upper = (typed: string): string => typed.toUpperCase();
const plain = (typed: string): string => typed;
const pmc = (typed: string): string => `PMC${typed}`;
const prefixed =
  (prefix: string) =>
  (typed: string): string =>
    `${prefix}:${typed.replace(/^0+/u, '')}`;
const refseq = (typed: string): string => upper(typed).replace(/^([A-Z]{2})[_\s-]?/u, '$1_');
const LINK = String.raw`(?:[\s:#=/|.]|\b(?:id|ids|no|nr|num|number|accession|acc|is|gene|entry|group|cluster|uid|of|the)\b){0,6}?`;

function numbered(prefix: string, space: AccessionSpace, digits = String.raw`\d{1,10}`): Form {
  return {
    pattern: new RegExp(
      String.raw`\b(?:${prefix})${LINK}[\s:#=/|]*(${digits})\b(?![.,]?\d|-\d{2,4}\b|%)`,
      'gi',
    ),
    space,
    shape: plain,
  };
}

function elsewhere(pattern: RegExp, other: string, shape: Form['shape'] = upper): Form {
  return { pattern, space: { other }, shape };
}

/**
 * What accessions look like, the most telling form first. A later form never takes characters of an earlier one. DOIs have a
 * reader of their own (`dois.ts`), for no pattern says where one ends.
 * Without the flag u, whose letter case makes each look ten times as long: a readable text has no letters that need it.
 */
export const FORMS: readonly Form[] = [
  { pattern: /\b(?:sp|tr)\|([a-z]\d[a-z\d]{3,7}\d)\|\w{1,20}/gi, space: 'uniprot', shape: upper },
  {
    pattern:
      /(?:https?:\/\/)?(?:www\.)?(?:pmc\.ncbi\.nlm\.nih\.gov\/articles|ncbi\.nlm\.nih\.gov\/pmc\/articles|europepmc\.org\/(?:articles?|abstract)(?:\/PMC)?)\/PMC(\d{1,9})(?!\d)\/?/gi,
    space: 'pmc',
    shape: pmc,
  },
  { pattern: /\bpmc(?:id)?[\s:#=]{0,4}(?:pmc)?\s?(\d{2,9})\b/gi, space: 'pmc', shape: pmc },
  {
    pattern:
      /(?:https?:\/\/)?(?:www\.|m\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|pubmed\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|europepmc\.org\/(?:article|abstract)\/MED)\/(\d{1,9})(?!\d)\/?/gi,
    space: 'pubmed',
    shape: plain,
  },
  {
    pattern:
      /\b(?:pmid|(?:pubmed|pub med|medline)(?=[\s:#=/]{0,4}(?:id|is|no|number|\d{5})))(?:[\s:#=/]|\b(?:id|is|no|number)\b){0,4}(\d{1,9})\b/gi,
    space: 'pubmed',
    shape: plain,
  },
  {
    pattern: /\b(ens[a-z]{0,3}g\d{4,14}(?:\.\d{1,3})?(?:_par_[xy])?)\b/gi,
    space: 'ensembl',
    shape: upper,
  },
  elsewhere(
    /\b(ens[a-z]{0,3}(?:t|p|e|r|gt|fm)\d{4,14}(?:\.\d{1,3})?)\b/gi,
    'Ensembl transcripts and proteins',
  ),
  { pattern: /\b((?:nm|nr|xm|xr)[_\s-]?\d{4,15}(?:\.\d{1,3})?)\b/gi, space: 'refseq_mrna', shape: refseq },
  {
    pattern: /\b((?:np|xp|yp|wp|ap)[_\s-]?\d{4,15}(?:\.\d{1,3})?)\b/gi,
    space: 'refseq_protein',
    shape: refseq,
  },
  elsewhere(/\b((?:ng|nc|nt|nw|ac)_\d{4,10}(?:\.\d{1,3})?)\b/gi, 'RefSeq genomic sequences'),
  {
    pattern: /\b((?:[opq]\d[a-z\d]{3}\d|[a-nr-z]\d(?:[a-z][a-z\d]{2}\d){1,2})(?:-\d{1,2}|\.\d{1,3})?)\b/gi,
    space: 'uniprot',
    shape: upper,
  },
  { pattern: /\b(?:uniprot(?:kb)?|swissprot)[:#=/]\s?(\d{3,10})\b/gi, space: 'uniprot', shape: plain },
  { pattern: /\bensembl[:#=/]\s?(\d{3,14})\b/gi, space: 'ensembl', shape: plain },
  { pattern: /\brefseq[:#=/]\s?(\d{3,12})\b/gi, space: 'refseq_mrna', shape: plain },
  numbered('o?mim(?:_id)?|omim\\.org', 'omim', String.raw`\d{3,10}`),
  numbered('homolo ?gene(?:_id)?|hg id', 'homologene', String.raw`\d{3,10}`),
  { pattern: /\bhgnc(?:[\s:#]|id|number)*(\d{1,6})\b/gi, space: 'hgnc', shape: prefixed('HGNC') },
  { pattern: /\brgd[\s:]\s?(?:id[\s:]*)?(\d{3,9})\b/gi, space: 'rgd', shape: prefixed('RGD') },
  { pattern: /\bpdb(?:[\s:#]|id|entry)*([1-9][a-z\d]{3})\b/gi, space: 'pdb', shape: upper },
  elsewhere(/\b(rs\d{3,12})\b/gi, 'dbSNP'),
  elsewhere(/\b(r-hsa-\d{3,9})\b/gi, 'Reactome'),
  elsewhere(/\b(go:?\d{7})\b/gi, 'Gene Ontology'),
  { pattern: /\bmgi(?:[\s:#]|id)*(\d{3,9})\b/gi, space: 'mgi', shape: prefixed('MGI') },
  elsewhere(/\b(ipr\d{6}|pf\d{5})\b/gi, 'InterPro and Pfam'),
  { pattern: /\b(ccds\d{2,7}(?:\.\d{1,3})?)\b/gi, space: 'ccds', shape: upper },
  elsewhere(/\b(chembl\d{2,9}|hsa:\d{2,9}|hsa\d{5})\b/gi, 'another database'),
  elsewhere(/\b(gse\d{3,8}|gsm\d{3,9}|srr\d{4,9}|prjna\d{4,8})\b/gi, 'a sequence archive'),
  numbered(
    'ncbi ?gene(?:_id)?|entrez(?:gene|_id| gene)?|gene ?id|locus ?link|locusid|loc|ncbi\\.nlm\\.nih\\.gov/gene|ncbi gene id|ncbi',
    'ncbigene',
    String.raw`\d{2,10}`,
  ),
  // A spreadsheet writes a number as 1234.0.
  {
    pattern: /(?<![\w.:/-])(\d{4,10})(?:\.0(?!\d))?(?![\w/-]|[.,:]\d|%)/gi,
    space: null,
    shape: plain,
  },
];
