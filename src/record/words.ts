import type { GeneLocation, GeneName, GeneRecord, NameKind, Reference, Species } from './schema.js';

/** How the parts of a record are said in a sentence. */

const SPECIES_NAMES: Readonly<Record<Species, string>> = { human: 'Human', mouse: 'Mouse' };

const KIND_NAMES: Readonly<Record<NameKind, string>> = {
  symbol: 'the gene symbol',
  name: 'the full name',
  alias: 'an alias',
  isoform: 'an isoform',
};

/** "Human", "Mouse". */
export function speciesName(species: Species): string {
  return SPECIES_NAMES[species];
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
  const families = (reference.author ?? []).map((author) => author.family);
  const year = referenceYear(reference);
  if (families.length === 0) return reference.title;
  const who = families.length > 2 ? `${families[0]} et al.` : families.join(' and ');
  return year === null ? who : `${who} ${year}`;
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

/** Where the record is from, with revision and licence, in one line. */
export function sourceLine({ source }: GeneRecord): string {
  return `Source: ${source.publisher}, "${source.title}", revised ${source.revised}, ${source.licence.name}`;
}

/** A DOI as a link. Characters that would end or change an address are percent-encoded (DOI Handbook, 3.6). */
export function doiLink(doi: string): string {
  return `https://doi.org/${doi.replaceAll(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu, encodeURIComponent)}`;
}
