/** What services say about a gene, before it is a record. Nothing here knows how a service sends it. */

/** A service, or the catalogue on this machine: the id of its source in the record. */
export type Origin = 'hgnc' | 'mygene' | 'datasets';

/** A species that a record may have beside its own. */
export interface SpeciesFacts {
  readonly id: string;
  readonly name: string;
  readonly taxon: number;
}

/** The species that can be asked for, the gene's own first. NCBI taxonomy ids. */
export const KNOWN_SPECIES: readonly SpeciesFacts[] = [
  { id: 'human', name: 'Human', taxon: 9606 },
  { id: 'mouse', name: 'Mouse', taxon: 10090 },
  { id: 'rat', name: 'Rat', taxon: 10116 },
];

export interface IdentifierFact {
  /** a key of the table of databases; one that it does not have is left out */
  readonly database: string;
  readonly accession: string;
  readonly label?: string;
}

export interface PlaceFact {
  readonly chromosome: string;
  /** bp, 1-based, inclusive */
  readonly start: number;
  readonly end: number;
  readonly strand: '+' | '-' | null;
  readonly assembly: string;
  /** why the assembly is concluded and not stated; null where it is stated */
  readonly note: string | null;
}

/** A sentence that somebody wrote about the gene, with the paper. */
export interface LeadFact {
  readonly pmid: string;
  readonly text: string;
}

/** What one origin says about the gene in one species. */
export interface GeneFacts {
  readonly origin: Origin;
  readonly taxon: number;
  readonly symbol: string | null;
  readonly fullName: string | null;
  readonly aliases: readonly string[];
  readonly previousSymbols: readonly string[];
  readonly identifiers: readonly IdentifierFact[];
  readonly places: readonly PlaceFact[];
  readonly band: string | null;
  /** "protein-coding", "ncRNA", "pseudo": NCBI's words */
  readonly geneType: string | null;
  readonly summary: string | null;
  readonly leads: readonly LeadFact[];
}

/** Facts of nothing, to be filled. */
export function noFacts(origin: Origin, taxon: number): GeneFacts {
  return {
    origin,
    taxon,
    symbol: null,
    fullName: null,
    aliases: [],
    previousSymbols: [],
    identifiers: [],
    places: [],
    band: null,
    geneType: null,
    summary: null,
    leads: [],
  };
}

/** An accession without its version: NM_000546.6 -> NM_000546. */
export function unversioned(accession: string): string {
  return accession.replace(/\.\d{1,3}$/u, '');
}

/** A value and the origin that gave it. */
export interface Had<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** What the first origin says that says anything. */
export function first<T>(facts: readonly GeneFacts[], of: (one: GeneFacts) => T | null): Had<T> | null {
  for (const one of facts) {
    const value = of(one);
    if (value !== null) return { value, origin: one.origin };
  }
  return null;
}

/** The first of each kind of its key. */
export function uniqueBy<T>(list: readonly T[], key: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => !seen.has(key(one)) && seen.add(key(one)));
}
