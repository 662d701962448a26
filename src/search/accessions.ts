import { DATABASES, type DatabaseKey, splitAccession } from '../record/databases.js';
import type { GeneRecord, Identifier, Reference } from '../record/schema.js';
import { readable } from './normalise.js';

/** The number spaces of references. */
export type ReferenceSpace = 'pubmed' | 'pmc' | 'doi';
/** Where an accession belongs: a database of the catalogue, a number space of references, or another database by its name. */
export type AccessionSpace = DatabaseKey | ReferenceSpace | { readonly other: string };

/** Something in a text that has the form of an accession, whether or not a record knows it. */
export interface AccessionMention {
  readonly start: number;
  readonly end: number;
  /** as typed, without the prefix */
  readonly typed: string;
  /** the form in which a record would hold it, without suffix */
  readonly base: string;
  /** `.4` or `-2`, or empty */
  readonly suffix: string;
  /** null: a bare number, which several databases could mean */
  readonly space: AccessionSpace | null;
}

interface KnownAccession {
  readonly typed: string;
  readonly base: string;
  readonly suffix: string;
  /** true when a bare number was typed and the database is our guess */
  readonly assumed: boolean;
}

/** What an accession is in a record. */
export type AccessionFind =
  | (KnownAccession & {
      readonly found: 'identifier';
      readonly identifier: Identifier;
      readonly database: DatabaseKey;
    })
  | (KnownAccession & {
      readonly found: 'reference';
      readonly reference: Reference;
      readonly database: ReferenceSpace;
    })
  | {
      readonly found: 'unknown';
      readonly typed: string;
      readonly base: string;
      readonly suffix: string;
      /** the database that the accession names or has the form of; null for a bare number */
      readonly database: DatabaseKey | ReferenceSpace | null;
      /** the database in words */
      readonly databaseName: string | null;
      /** what the record has in that database, for "did you mean" */
      readonly near: readonly (Identifier | Reference)[];
    };

const REFERENCE_SPACE_NAMES: Readonly<Record<ReferenceSpace, string>> = {
  pubmed: 'PubMed',
  pmc: 'PubMed Central',
  doi: 'DOI',
};

interface Form {
  readonly pattern: RegExp;
  readonly space: AccessionSpace | null;
  readonly shape?: (typed: string) => string;
}

const upper = (typed: string): string => typed.toUpperCase();
const plain = (typed: string): string => typed;
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

/**
 * What accessions look like, the most telling form first. A later form never takes characters of an earlier one.
 * Without the flag u, whose letter case makes each look ten times as long: a readable text has no letters that need it.
 */
const FORMS: readonly Form[] = [
  { pattern: /\b(10\.\d{4,9}\/[^\s"'<>|]+)/gi, space: 'doi', shape: (typed) => typed.toLowerCase() },
  { pattern: /\bsp\|([opq]\d[a-z\d]{3}\d)\|\w{1,20}/gi, space: 'uniprot', shape: upper },
  { pattern: /\bpmc(?:id)?[\s:#]*(?:pmc)?\s?(\d{2,9})\b/gi, space: 'pmc', shape: (typed) => `PMC${typed}` },
  {
    pattern:
      /\b(?:pmid|pubmed|pub med|medline|pubmed\.ncbi\.nlm\.nih\.gov)(?:[\s:#=/]|\bid\b|\bis\b|\bno\b|\bnumber\b){0,4}(\d{2,9})\b/gi,
    space: 'pubmed',
    shape: plain,
  },
  { pattern: /\b(ens[a-z]{0,3}g\d{4,14}(?:\.\d{1,3})?)\b/gi, space: 'ensembl', shape: upper },
  {
    pattern: /\b(ens[a-z]{0,3}(?:t|p|e|r|gt|fm)\d{4,14}(?:\.\d{1,3})?)\b/gi,
    space: { other: 'Ensembl transcripts and proteins' },
    shape: upper,
  },
  { pattern: /\b((?:nm|nr|xm|xr)[_\s-]?\d{4,15}(?:\.\d{1,3})?)\b/gi, space: 'refseq_mrna', shape: refseq },
  {
    pattern: /\b((?:np|xp|yp|wp|ap)[_\s-]?\d{4,15}(?:\.\d{1,3})?)\b/gi,
    space: 'refseq_protein',
    shape: refseq,
  },
  {
    pattern: /\b((?:ng|nc|nt|nw|ac)_\d{4,10}(?:\.\d{1,3})?)\b/gi,
    space: { other: 'RefSeq genomic sequences' },
    shape: upper,
  },
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
  { pattern: /\bhgnc(?:[\s:#]|id|number)*(\d{1,6})\b/gi, space: { other: 'HGNC' }, shape: plain },
  { pattern: /\b(rs\d{3,12})\b/gi, space: { other: 'dbSNP' } },
  { pattern: /\b(r-hsa-\d{3,9})\b/gi, space: { other: 'Reactome' } },
  { pattern: /\b(go:?\d{7})\b/gi, space: { other: 'Gene Ontology' } },
  { pattern: /\b(mgi:? ?\d{3,9})\b/gi, space: { other: 'MGI' } },
  { pattern: /\b(ipr\d{6}|pf\d{5})\b/gi, space: { other: 'InterPro and Pfam' } },
  { pattern: /\b(ccds\d{2,6}(?:\.\d)?)\b/gi, space: { other: 'CCDS' } },
  { pattern: /\b(chembl\d{2,9}|hsa:\d{2,9}|hsa\d{5})\b/gi, space: { other: 'another database' } },
  {
    pattern: /\b(gse\d{3,8}|gsm\d{3,9}|srr\d{4,9}|prjna\d{4,8})\b/gi,
    space: { other: 'a sequence archive' },
  },
  numbered(
    'ncbi ?gene(?:_id)?|entrez(?:gene|_id| gene)?|gene ?id|locus ?link|locusid|loc|ncbi\\.nlm\\.nih\\.gov/gene|ncbi gene id|ncbi',
    'ncbigene',
    String.raw`\d{2,10}`,
  ),
  { pattern: /(?<![\w.:/-])(\d{4,10})(?![\w/-]|[.,:]\d|%)/gi, space: null, shape: plain },
];

function spaceSuffix(space: AccessionSpace | null, shaped: string): { base: string; suffix: string } {
  if (space === 'doi') return { base: shaped.replace(/[.,;:!?)\]}]+$/u, ''), suffix: '' };
  if (space === null || typeof space === 'object' || space === 'pubmed' || space === 'pmc')
    return { base: shaped, suffix: '' };
  return splitAccession(space, shaped);
}

function mention(form: Form, found: RegExpExecArray): AccessionMention {
  const typed = found[1] ?? found[0];
  const { base, suffix } = spaceSuffix(form.space, (form.shape ?? upper)(typed));
  const start = found.index;
  const dropped = form.space === 'doi' ? typed.length - base.length : 0;
  return {
    start,
    end: start + found[0].length - dropped,
    typed: typed.slice(0, typed.length - dropped),
    base,
    suffix,
    space: form.space,
  };
}

/**
 * Everything in a text that has the form of an accession, in the order of the text.
 * @param text readable text
 */
export function scanAccessions(text: string): readonly AccessionMention[] {
  if (!/\d{2}/u.test(text)) return [];
  const found: AccessionMention[] = [];
  for (const form of FORMS) {
    if (text.search(form.pattern) < 0) continue;
    for (const match of text.matchAll(form.pattern)) {
      const one = mention(form, match);
      if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function identifierOf(record: GeneRecord, space: DatabaseKey, base: string): Identifier | undefined {
  return record.identifiers.find(
    (one) => one.database === space && one.accession?.toUpperCase() === base.toUpperCase(),
  );
}

function referenceOf(record: GeneRecord, space: ReferenceSpace, base: string): Reference | undefined {
  return record.references.find((one) => {
    if (space === 'pubmed') return one.PMID === base.replace(/^0+/u, '');
    if (space === 'pmc') return one.PMCID === base;
    return one.DOI?.toLowerCase() === base;
  });
}

function spacesOf(one: AccessionMention): readonly (DatabaseKey | ReferenceSpace)[] {
  if (one.space === null) return ['ncbigene', 'omim', 'homologene', 'pubmed'];
  return typeof one.space === 'object' ? [] : [one.space];
}

function isReferenceSpace(space: DatabaseKey | ReferenceSpace): space is ReferenceSpace {
  return space === 'pubmed' || space === 'pmc' || space === 'doi';
}

/**
 * What one mention is in a record: exactly what is recorded, or unknown. Nothing is corrected.
 * @returns never null; `found: 'unknown'` carries what the record has in that database instead
 */
export function resolveAccession(record: GeneRecord, one: AccessionMention): AccessionFind {
  const known = { typed: one.typed, base: one.base, suffix: one.suffix, assumed: one.space === null };
  for (const space of spacesOf(one)) {
    if (isReferenceSpace(space)) {
      const reference = referenceOf(record, space, one.base);
      if (reference !== undefined) return { found: 'reference', reference, database: space, ...known };
    } else {
      const identifier = identifierOf(record, space, one.base);
      if (identifier !== undefined) return { found: 'identifier', identifier, database: space, ...known };
    }
  }
  return unknownAccession(record, one);
}

function unknownAccession(record: GeneRecord, one: AccessionMention): AccessionFind {
  const shared = { found: 'unknown', typed: one.typed, base: one.base, suffix: one.suffix } as const;
  const space = one.space;
  if (space === null) return { ...shared, database: null, databaseName: null, near: [] };
  if (typeof space === 'object') return { ...shared, database: null, databaseName: space.other, near: [] };
  if (isReferenceSpace(space)) {
    const near = record.references.filter((reference) => reference.type === 'article-journal');
    return { ...shared, database: space, databaseName: REFERENCE_SPACE_NAMES[space], near };
  }
  const near = record.identifiers.filter(
    (identifier) => identifier.database === space && identifier.accession !== null,
  );
  return { ...shared, database: space, databaseName: DATABASES[space].name, near };
}

/**
 * Looks one pasted accession up: compact identifiers (`MIM:191170`), database addresses, FASTA headers, any case, version suffixes.
 * @returns what it is in the record, `unknown` when it has the form of an accession that the record does not hold, null when
 * there is nothing of that form. A known one is preferred over an unknown one.
 */
export function findAccession(record: GeneRecord, typed: string): AccessionFind | null {
  const finds = scanAccessions(readable(typed)).map((one) => resolveAccession(record, one));
  return finds.find((one) => one.found !== 'unknown') ?? finds[0] ?? null;
}
