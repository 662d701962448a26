import { DATABASES, type DatabaseKey, localId, splitAccession } from '../record/databases.js';
import type { GeneRecord, Identifier, Reference } from '../record/schema.js';
import { type AccessionSpace, FORMS, type Form, type ReferenceSpace } from './accession-forms.js';
import { type DoiMention, type DoiReading, scanDois } from './dois.js';
import { readable } from './normalise.js';

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
  /** a change of the sequence in HGVS nomenclature, written behind the accession (`p.Arg175His`); null when there is none */
  readonly change: string | null;
  /** null: a bare number, which several databases could mean */
  readonly space: AccessionSpace | null;
  /** other readings of where a DOI ends, to be held against known ones; empty for everything else */
  readonly others: readonly DoiReading[];
}

interface KnownAccession {
  readonly typed: string;
  readonly base: string;
  readonly suffix: string;
  readonly change: string | null;
  /** where it ends in the text */
  readonly end: number;
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
      readonly change: string | null;
      readonly end: number;
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

/** A change in the HGVS nomenclature behind a sequence (`:p.Arg175His`, `(TP53):c.743G>A`). */
const CHANGE = /^(?:\([\w-]{1,20}\))?:([cgmnpr]\.\(?[^\s,;)]{1,60}\)?)/iu;

function spaceSuffix(space: AccessionSpace | null, shaped: string): { base: string; suffix: string } {
  if (space === null || typeof space === 'object' || isReferenceSpace(space))
    return { base: shaped, suffix: '' };
  return splitAccession(space, shaped);
}

function mention(form: Form, found: RegExpExecArray, text: string): AccessionMention {
  const typed = found[1] ?? found[0];
  const { base, suffix } = spaceSuffix(form.space, form.shape(typed));
  const start = found.index;
  const end = start + found[0].length;
  const change = CHANGE.exec(text.slice(end, end + 90));
  return {
    start,
    end: end + (change?.[0].length ?? 0),
    typed,
    base,
    suffix,
    change: change?.[1] ?? null,
    space: form.space,
    others: [],
  };
}

function doiMention(
  { start, from, readings: [first, ...others] }: DoiMention,
  text: string,
): AccessionMention {
  const { base, end } = first;
  return { start, end, typed: text.slice(from, end), base, suffix: '', change: null, space: 'doi', others };
}

/**
 * Everything in a text that has the form of an accession, in the order of the text: the one reader of accessions, PMIDs, PMCIDs
 * and DOIs for questions, messages and commands.
 * @param text readable text, or a message as it was written
 */
export function scanAccessions(text: string): readonly AccessionMention[] {
  if (!/\d/u.test(text)) return [];
  const found = scanDois(text).map((one) => doiMention(one, text));
  const taken = new Uint8Array(text.length);
  for (const { start, end } of found) taken.fill(1, start, end);
  for (const form of FORMS) {
    if (text.search(form.pattern) < 0) continue;
    for (const match of text.matchAll(form.pattern)) {
      const one = mention(form, match, text);
      if (taken.subarray(one.start, one.end).includes(1)) continue;
      taken.fill(1, one.start, one.end);
      found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** An entry of an isoform of its own (`P04637-2`) is meant before the entry that it belongs to. */
function identifierOf(
  record: GeneRecord,
  space: DatabaseKey,
  base: string,
  suffix: string,
): Identifier | undefined {
  const entry = (accession: string) => {
    const typed = accession.toUpperCase();
    return record.identifiers.find(({ database, accession: held }) => {
      const full = held?.toUpperCase();
      return database === space && full !== undefined && (full === typed || localId(full) === typed);
    });
  };
  return (suffix === '' ? undefined : entry(base + suffix)) ?? entry(base);
}

function referenceOf(record: GeneRecord, space: ReferenceSpace, base: string): Reference | undefined {
  return record.references.find((one) => {
    if (space === 'pubmed') return one.PMID === base.replace(/^0+/u, '');
    if (space === 'pmc') return one.PMCID === base;
    return one.DOI?.toLowerCase() === base;
  });
}

function spacesOf(one: AccessionMention): readonly (DatabaseKey | ReferenceSpace)[] {
  if (one.space === null) return ['ncbigene', 'omim', 'homologene', 'hgnc', 'pubmed'];
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
  const { typed, suffix, change, space: stated } = one;
  for (const { base, end } of [one, ...one.others]) {
    const known = { typed, base, end, suffix, change, assumed: stated === null };
    for (const space of spacesOf(one)) {
      if (isReferenceSpace(space)) {
        const reference = referenceOf(record, space, base);
        if (reference !== undefined) return { found: 'reference', reference, database: space, ...known };
      } else {
        const identifier = identifierOf(record, space, base, suffix);
        if (identifier !== undefined) return { found: 'identifier', identifier, database: space, ...known };
      }
    }
  }
  return unknownAccession(record, one);
}

function unknownAccession(record: GeneRecord, one: AccessionMention): AccessionFind {
  const { typed, base, suffix, change, end } = one;
  const shared = { found: 'unknown', typed, base, suffix, change, end } as const;
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
 * Looks pasted accessions up, in the order of the text: compact identifiers (`MIM:191170`), database addresses, FASTA headers, any
 * case, version suffixes.
 * @returns what each is in the record; `unknown` for one that has the form of an accession and that the record does not hold
 */
export function findAccessions(record: GeneRecord, typed: string): readonly AccessionFind[] {
  return scanAccessions(readable(typed)).map((one) => resolveAccession(record, one));
}
