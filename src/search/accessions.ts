import type { GeneCatalogue } from '../catalogue/catalogue.js';
import { DATABASES, type DatabaseKey, localId, splitAccession } from '../record/databases.js';
import type { GeneRecord, Identifier, Reference } from '../record/schema.js';
import { readable } from './normalise.js';
import { once } from './once.js';
import type { Token } from './tokens.js';
import { REFERENCE_SPACES, vocabularyFile } from './vocabulary.js';

/** The number spaces of references. */
export type ReferenceSpace = (typeof REFERENCE_SPACES)[number];

/** Something in a text that has the form of an accession, whether or not a record knows it. */
export interface AccessionMention {
  readonly start: number;
  readonly end: number;
  /** the form in which a record would hold it, without suffix */
  readonly base: string;
  /** as typed, without the prefix */
  readonly typed: string;
  /** `.4` or `-2`, or empty */
  readonly suffix: string;
  /** a change of the sequence in HGVS nomenclature, written behind the accession (`p.Arg175His`); null when there is none */
  readonly change: string | null;
  /** the database or number space that it names or has the form of; null: a bare number, which several could mean */
  readonly space: DatabaseKey | ReferenceSpace | { readonly other: string } | null;
  /** other readings of where a DOI ends, for it may hold any character: to be held against known ones */
  readonly others: readonly Pick<AccessionMention, 'base' | 'end'>[];
}

/** What an accession is in a record, and the reading of it that is right. */
export type AccessionFind = ReturnType<typeof resolveAccession>;

/** The forms of accessions, without the flag u, whose letter case makes each look ten times as long. */
const patterns = once(() => {
  const { any, link, forms: rows } = vocabularyFile('accessions.json');
  const forms = rows.map(({ pattern, space, other, held }) => ({
    pattern: new RegExp(pattern.replace('{link}', link), 'gi'),
    space: space ?? (other === undefined ? null : { other }),
    held,
  }));
  return { any: new RegExp(any, 'i'), forms };
});

/** A change in the HGVS nomenclature behind a sequence (`:p.Arg175His`, `(TP53):c.743G>A`). */
const CHANGE = /^(?:\([\w-]{1,20}\))?:([cgmnpr]\.\(?[^\s,;)]{1,60}\)?)/iu;
/** A DOI with its dress: the directory indicator 10, a registrant's code, perhaps subdivided, and a slash (DOI Handbook, 2.2). */
const DOI =
  /(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(?:doi:)?|\bdoi\s{0,3}[:=]?\s{0,3})?(?<![\d.])(10\.\d{4,9}(?:\.\d{1,9})*(?:\/|%2F))/giu;
/** What a DOI is written beside: another number behind a comma or semicolon, Markdown, a column of a table; not `<197::aid>3.0` within it. */
const BORDER =
  /(?:[;,](?=10\.\d{4}|https?:|doi\b|pm(?:id|cid|c)\b|[a-z]{2,12}[:=])|\]\(|["|\s]|<(?![^\s<>]*>\d\.)|>(?!\d\.)|&(?:quot|lt|gt);).*$/iu;
/** The view of an article that a publisher's address adds to its DOI. */
const VIEW =
  /(?:v\d{1,2})?(?:\.(?:full|abstract|short))?(?:\/(?:full|abstract|pdf|epdf|meta|html))*(?:\.?(?:full-text|pdf))?$/iu;
/** A DOI is no longer than this; the handbook sets no limit, this one keeps the reading of hostile text short. */
const LONGEST = 400;

/** Every DOI in a text. It may hold any printable character (DOI Handbook, 2.2): the first of its readings is right where none is known. */
function scanDois(text: string): AccessionMention[] {
  const found: AccessionMention[] = [];
  const pattern = new RegExp(DOI);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const prefix = match[1]?.length ?? 0;
    const from = match.index + match[0].length - prefix;
    const run = /^\S+/u.exec(text.slice(from, from + LONGEST))?.[0] ?? '';
    const whole = trimmed(run.replace(BORDER, ''));
    const query = trimmed(whole.replace(/[?#&].+$/u, ''));
    const [first, ...others] = [...new Set([query.replace(VIEW, ''), query, whole, trimmed(run), run])]
      .filter(({ length }) => length > prefix)
      .map((doi) => ({ base: decoded(doi).toLowerCase(), end: from + doi.length }));
    if (first === undefined) continue;
    const typed = text.slice(from, first.end);
    found.push({ ...first, start: match.index, typed, suffix: '', change: null, space: 'doi', others });
    pattern.lastIndex = first.end;
  }
  return found;
}

const OPENED: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Without what belongs to the sentence: punctuation, Markdown marks, and brackets that it does not open itself. */
function trimmed(run: string): string {
  const text = run.replace(/[.,;:!?'’”»*_~`|\\。，、；>]+$/u, '');
  const last = text.at(-1) ?? '';
  const opening = OPENED[last];
  const surplus = opening === undefined ? 0 : text.split(last).length - text.split(opening).length;
  if (surplus <= 0) return text;
  const same = /(.)\1*$/u.exec(text)?.[0].length ?? 1;
  return trimmed(text.slice(0, -Math.min(same, surplus)));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decoded(raw: string): string {
  const unescaped = raw.replace(/&(lt|gt|amp|quot);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
  try {
    return decodeURIComponent(unescaped);
  } catch {
    return unescaped;
  }
}

/** Everything in a text that has the form of an accession, PMID, PMCID or DOI, in the order of the text. */
export function scanAccessions(text: string): readonly AccessionMention[] {
  const { any, forms } = patterns();
  if (!any.test(text)) return [];
  const found = scanDois(text);
  const taken = new Uint8Array(text.length);
  for (const { start, end } of found) taken.fill(1, start, end);
  for (const { pattern, space, held } of forms) {
    if (text.search(pattern) < 0) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const behind = start + match[0].length;
      const change = /[(:]/.test(text.charAt(behind)) ? CHANGE.exec(text.slice(behind, behind + 90)) : null;
      const end = behind + (change?.[0].length ?? 0);
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const [whole, one = '', two] = match;
      const shaped = held
        .replace('$1', one)
        .replace('$2', two ?? '')
        .toUpperCase();
      const isOfDatabase = typeof space === 'string' && !isReferenceSpace(space);
      const parts = isOfDatabase ? splitAccession(space, shaped) : { base: shaped, suffix: '' };
      const typed = two === undefined ? one : whole;
      found.push({ ...parts, start, end, typed, change: change?.[1] ?? null, space, others: [] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Mentions by the indices of their words. */
export function byToken(
  mentions: readonly AccessionMention[],
  tokens: readonly Token[],
): ReadonlyMap<number, AccessionMention> {
  const found = new Map<number, AccessionMention>();
  let at = 0;
  for (const one of mentions) {
    while ((tokens[at]?.end ?? Infinity) <= one.start) at += 1;
    for (; (tokens[at]?.start ?? one.end) < one.end; at += 1) found.set(at, one);
  }
  return found;
}

/** How many words from one on begin before an end. */
export function wordsUntil(tokens: readonly Token[], at: number, end: number): number {
  let next = at + 1;
  while ((tokens[next]?.start ?? end) < end) next += 1;
  return next - at;
}

function isReferenceSpace(space: string): space is ReferenceSpace {
  return REFERENCE_SPACES.some((one) => one === space);
}

/** An entry of an isoform of its own (`P04637-2`) is meant before the entry that it belongs to. */
function identifierOf(record: GeneRecord, space: DatabaseKey, base: string, suffix: string): Identifier[] {
  return [base + suffix, base].flatMap((typed) =>
    record.identifiers.filter(({ database, accession }) => {
      if (database !== space || accession === null) return false;
      const held = accession.toUpperCase();
      return held === typed.toUpperCase() || localId(held) === typed.toUpperCase();
    }),
  );
}

function referenceOf(record: GeneRecord, space: ReferenceSpace, base: string): Reference | undefined {
  const number = space === 'pubmed' ? base.replace(/^0+/u, '') : base;
  return record.references.find(
    ({ PMID, PMCID, DOI }) => number === { pubmed: PMID, pmc: PMCID, doi: DOI?.toLowerCase() }[space],
  );
}

/** What a bare number may be. */
const NUMBERS = ['ncbigene', 'omim', 'homologene', 'hgnc', 'pubmed'] as const;

/**
 * What one mention is in a record: exactly what is recorded, or unknown. Nothing is corrected.
 * @returns `assumed` where the database of a bare number is our guess; `near`: what the record has where an unknown one belongs
 */
export function resolveAccession(record: GeneRecord, one: AccessionMention) {
  const space = typeof one.space === 'string' ? one.space : null;
  const assumed = one.space === null;
  for (const reading of [one, ...one.others]) {
    const known = { ...one, ...reading, assumed };
    for (const database of assumed ? NUMBERS : [space ?? []].flat()) {
      if (isReferenceSpace(database)) {
        const reference = referenceOf(record, database, reading.base);
        if (reference !== undefined) return { ...known, found: 'reference', reference, database } as const;
      } else {
        const [identifier] = identifierOf(record, database, reading.base, one.suffix);
        if (identifier !== undefined) return { ...known, found: 'identifier', identifier, database } as const;
      }
    }
  }
  const near: readonly (Identifier | Reference)[] =
    space !== null && isReferenceSpace(space)
      ? record.references.filter(({ type }) => type === 'article-journal')
      : record.identifiers.filter((each) => each.database === space && each.accession !== null);
  return { ...one, found: 'unknown', database: space, databaseName: spaceName(one.space), near } as const;
}

function spaceName(space: AccessionMention['space']): string | null {
  if (space === null || typeof space === 'object') return space?.other ?? null;
  return isReferenceSpace(space)
    ? { pubmed: 'PubMed', pmc: 'PubMed Central', doi: 'DOI' }[space]
    : DATABASES[space].name;
}

/** What pasted accessions are in a record, in the order of the text. */
export function findAccessions(record: GeneRecord, typed: string): readonly AccessionFind[] {
  return scanAccessions(readable(typed)).map((one) => resolveAccession(record, one));
}

/**
 * The accessions of a text that the catalogue of all human genes knows, as they stand there, and what they are in it.
 * @param bare whether bare numbers count: where an accession is asked for, not in a running text
 */
export function geneAccessions(catalogue: GeneCatalogue, text: string, bare: boolean) {
  return scanAccessions(readable(text)).flatMap(({ typed, base, space }) => {
    if (space === null && !bare) return [];
    const database = typeof space === 'object' && space !== null ? space.other : space;
    const entries = catalogue.byAccession(base.replace(/\.\d{1,3}$/u, ''), database);
    return entries.length === 0 ? [] : [{ typed, entries }];
  });
}
