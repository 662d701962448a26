import { withoutMarkup } from './markup.js';
import type { Author } from './reference-schema.js';
import type { GeneLocation, GeneName, GeneRecord, NameKind, Reference, Source, Species } from './schema.js';

/** How the parts of a record are said in a sentence. */

const KIND_NAMES: Readonly<Record<NameKind, string>> = {
  symbol: 'the gene symbol',
  name: 'the full name',
  alias: 'an alias',
  previous: 'a previous symbol',
  isoform: 'an isoform',
};

/** "Human", "Mouse": as the record calls a species of its own, or the id where it has no such species. */
export function speciesName(record: GeneRecord, species: Species): string {
  return record.species.find((each) => each.id === species)?.name ?? species;
}

/** The ids of the record's species, the gene's own first. */
export function speciesIds(record: GeneRecord): readonly Species[] {
  return record.species.map((each) => each.id);
}

/** What kind of name it is: "an alias", "an isoform", "the gene symbol", "the full name". */
export function nameKindPhrase(name: GeneName): string {
  return KIND_NAMES[name.kind];
}

/** The gene symbol of a record. */
export function geneSymbol(record: GeneRecord): string {
  return nameOfKind(record, 'symbol');
}

/** The full name of a record's gene. */
export function geneFullName(record: GeneRecord): string {
  return nameOfKind(record, 'name');
}

function nameOfKind(record: GeneRecord, kind: NameKind): string {
  return record.names.find((entry) => entry.kind === kind)?.name ?? record.command;
}

/** "3.12–3.13 Mb": megabases with as many decimals as the rounding of the source leaves (the least, 10 bp, gives 5). */
export function megabases({ start, end, rounding }: GeneLocation): string {
  const decimals = Math.max(0, Math.min(6, 6 - Math.floor(Math.log10(rounding))));
  const mb = (bp: number) => (bp / 1e6).toFixed(decimals);
  return `${mb(start)}–${mb(end)} Mb`;
}

/** A length or position in bp with thousands separators: "3,120,000". */
export function bp(value: number): string {
  return value.toLocaleString('en-US');
}

/** How a reference is called in a sentence: "Kim et al. 2005", "Mabilleau and Sabokbar 2009", or its title. */
export function referenceLabel(reference: Reference): string {
  const families = (reference.author ?? []).map(signature);
  const year = referenceYear(reference);
  if (families.length === 0) return plainTitle(reference);
  const who = families.length > 2 ? `${families[0]} et al.` : families.join(' and ');
  return year === null ? who : `${who} ${year}`;
}

/** The title of a reference on one line, without markup and without the full stop that PubMed ends it with. */
export function plainTitle({ title }: Reference): string {
  return withoutMarkup(withoutFinalStop(title))
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** Words that end in a full stop of their own. */
const ABBREVIATION =
  /(?:\.\.|(?:^|[^\p{L}])(?:\p{L}|spp?|subsp|ssp|var|cv|al|etc|Jr|Sr|Inc|Ltd|Corp|Co|vs|[\p{L}.]*\.\p{L}))\.(?:<\/\p{L}+>)*$/u;

/**
 * A title without its final full stop: PubMed's titles end in one and CTXP's do not, and each style writes its own.
 * An abbreviation and an ellipsis keep theirs.
 */
export function withoutFinalStop(title: string): string {
  const text = title.trim();
  return ABBREVIATION.test(text) ? text : text.replace(/\.((?:<\/\p{L}+>)*)$/u, '$1');
}

/** How somebody signs in short: the family name with the particle that belongs to it, or a group's whole name. */
export function signature(author: Author): string {
  if ('literal' in author) return author.literal;
  const particle = author['non-dropping-particle'];
  return particle === undefined ? author.family : `${particle} ${author.family}`;
}

/** How the first author of a reference signs; empty where it has none. */
export function firstSignature({ author }: Reference): string {
  const [first] = author ?? [];
  return first === undefined ? '' : signature(first);
}

/** The year of a reference, or null. */
export function referenceYear(reference: Reference): number | null {
  return reference.issued?.['date-parts'][0][0] ?? null;
}

/** The number under which a reference is cited: its place in the record, from 1. */
export function referenceNumber(record: GeneRecord, id: string): number {
  return record.references.findIndex((reference) => reference.id === id) + 1;
}

/** The pages of a reference, the most lasting first: DOI, PubMed, PubMed Central, its own URL. */
export function referenceLinks(reference: Reference): { label: string; url: string }[] {
  const links = [
    { label: 'DOI', id: reference.DOI, url: doiLink(reference.DOI ?? '') },
    { label: 'PubMed', id: reference.PMID, url: `https://pubmed.ncbi.nlm.nih.gov/${reference.PMID}/` },
    {
      label: 'PubMed Central',
      id: reference.PMCID,
      url: `https://pmc.ncbi.nlm.nih.gov/articles/${reference.PMCID}/`,
    },
    { label: 'Web page', id: reference.URL, url: reference.URL ?? '' },
  ];
  return links.filter((link) => link.id !== undefined).map(({ label, url }) => ({ label, url }));
}

/** The record's own source: that of every fact that names none. */
export function mainSource(record: GeneRecord): Source {
  const [main] = record.sources;
  if (main === undefined) throw new Error(`the record of /${record.command} has no source`);
  return main;
}

/** The source of a fact: the one that it names, else the record's own. */
export function sourceOf(record: GeneRecord, fact: { readonly source?: string | undefined }): Source {
  return record.sources.find((source) => source.id === fact.source) ?? mainSource(record);
}

/** What a source is called: "Wikipedia" of "Wikipedia, the free encyclopedia". */
export function sourceName({ publisher }: Source): string {
  return publisher.split(', the ')[0] ?? publisher;
}

/** A source in a few words: "Wikipedia 2013, CC BY-SA 3.0". Help has the whole of it. */
export function shortSource(source: Source): string {
  const { revised, licence } = source;
  return `${sourceName(source)} ${/\b(?:19|20)\d{2}\b/u.exec(revised)?.[0] ?? revised}, ${licence.name}`;
}

/** Where a fact is from, with revision and licence, in one line; without a fact, where the record is from. */
export function sourceLine(record: GeneRecord, fact: { readonly source?: string | undefined } = {}): string {
  const source = sourceOf(record, fact);
  return `Source: ${source.publisher}, "${source.title}", revised ${source.revised}, ${source.licence.name}`;
}

/**
 * A DOI as a link. Characters that would end or change an address are percent-encoded (DOI Handbook, 3.6), and the semicolon, at
 * which importers of RIS split addresses.
 */
export function doiLink(doi: string): string {
  return `https://doi.org/${doi.replaceAll(/[^A-Za-z0-9\-._~!$&'()*+,=:@/]/gu, encodeURIComponent)}`;
}
