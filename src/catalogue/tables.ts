import { CATALOGUE_DATABASES, type CatalogueDatabase } from './databases.js';
import {
  CATALOGUE_NAME_KINDS,
  type CatalogueGene,
  type CatalogueNameKind,
  geneLine,
  LOCUS_GROUPS,
  namesOfKind,
  readGeneLine,
} from './gene.js';
import { lenientKey, squeezedKey } from './keys.js';
import { compareBackwards, type KeyTable, keyAt, keyBytes, makeTable } from './table.js';

/**
 * All that the catalogue looks things up in, as plain arrays: so they are read from the file as they are, need no time to build
 * and no memory besides their bytes.
 */
export interface Tables {
  /** one line for each gene: see `geneLine` */
  readonly genes: KeyTable;
  /** keys of all names, sorted; a name whose lenient key differs from its squeezed one stands under both */
  readonly names: KeyTable;
  /** the places of `names` sorted by their keys read backwards */
  readonly namesBackwards: Uint32Array;
  /** the gene of each name */
  readonly nameGenes: Uint32Array;
  /** kind and locus group of each name: see `rankOf`; the weightiest is 0 */
  readonly nameRanks: Uint8Array;
  /** which of the gene's names of that kind it is; `WORD` is added to an English word */
  readonly nameOrdinals: Uint8Array;
  /** keys of all accessions, sorted: see `accessionKey` */
  readonly accessions: KeyTable;
  readonly accessionGenes: Uint32Array;
}

/** Added to the ordinal of a name that is an ordinary English word as well. */
const WORD = 128;

/** A name as the tables hold it. */
export interface NameEntry {
  readonly gene: number;
  readonly kind: CatalogueNameKind;
  readonly rank: number;
  readonly ordinal: number;
  /** an ordinary English word as well: it is a name only where a name is asked for */
  readonly isWord: boolean;
}

/** Weight of a name: its kind first, then how likely the gene is to be meant. */
function rankOf(kind: CatalogueNameKind, group: CatalogueGene['locusGroup']): number {
  return CATALOGUE_NAME_KINDS.indexOf(kind) * LOCUS_GROUPS.length + LOCUS_GROUPS.indexOf(group);
}

/** The name at a place of the table. */
export function nameEntryAt(tables: Tables, at: number): NameEntry {
  const rank = tables.nameRanks[at] ?? 0;
  const ordinal = tables.nameOrdinals[at] ?? 0;
  return {
    gene: tables.nameGenes[at] ?? 0,
    kind: CATALOGUE_NAME_KINDS[Math.floor(rank / LOCUS_GROUPS.length)] ?? 'alias',
    rank,
    ordinal: ordinal % WORD,
    isWord: ordinal >= WORD,
  };
}

export function geneAt(tables: Tables, gene: number): CatalogueGene {
  return readGeneLine(lineAt(tables, gene));
}

/** The line of a gene: see `geneLine`. */
export function lineAt({ genes }: Tables, gene: number): string {
  const line = keyAt(genes, gene);
  return Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8');
}

/** The key of an accession: its database and itself. */
export function accessionKey(database: CatalogueDatabase, accession: string): Uint8Array {
  return keyBytes(`${database} ${accession.toLowerCase()}`);
}

/**
 * Builds the tables, with the genes in the order of their symbols. Takes seconds for all human genes; only `npm run genes` does it.
 * @param isWord whether a lower-case word is an ordinary English one
 */
export function buildTables(unordered: readonly CatalogueGene[], isWord: (word: string) => boolean): Tables {
  const genes = unordered.toSorted((a, b) => Buffer.compare(keyBytes(a.symbol), keyBytes(b.symbol)));
  const names = genes
    .flatMap((gene, at) => nameRows(gene, at, isWord))
    .sort((a, b) => Buffer.compare(a.key, b.key) || a.rank - b.rank || a.gene - b.gene);
  const accessions = genes
    .flatMap((gene, at) => accessionKeys(gene).map((key) => ({ key, gene: at })))
    .sort((a, b) => Buffer.compare(a.key, b.key) || a.gene - b.gene);
  const backwards = names.map((_, at) => at);
  const keyOf = (at: number): Uint8Array => names[at]?.key ?? new Uint8Array();
  return {
    genes: makeTable(genes.map((gene) => keyBytes(geneLine(gene)))),
    names: makeTable(names.map(({ key }) => key)),
    namesBackwards: Uint32Array.from(backwards.sort((a, b) => compareBackwards(keyOf(a), keyOf(b)) || a - b)),
    nameGenes: Uint32Array.from(names, ({ gene }) => gene),
    nameRanks: Uint8Array.from(names, ({ rank }) => rank),
    nameOrdinals: Uint8Array.from(names, ({ ordinal }) => ordinal),
    accessions: makeTable(accessions.map(({ key }) => key)),
    accessionGenes: Uint32Array.from(accessions, ({ gene }) => gene),
  };
}

interface NameRow {
  readonly key: Uint8Array;
  readonly gene: number;
  readonly rank: number;
  readonly ordinal: number;
}

function nameRows(gene: CatalogueGene, at: number, isWord: (word: string) => boolean): NameRow[] {
  return CATALOGUE_NAME_KINDS.flatMap((kind) =>
    namesOfKind(gene, kind).flatMap((name, ordinal) => {
      const squeezed = squeezedKey(name);
      const keys = [...new Set([squeezed, lenientKey(name)])].filter((key) => key !== '');
      const marked = isWord(name.toLowerCase()) ? ordinal + WORD : ordinal;
      return keys.map((key) => ({
        key: keyBytes(key),
        gene: at,
        rank: rankOf(kind, gene.locusGroup),
        ordinal: marked,
      }));
    }),
  );
}

function accessionKeys(gene: CatalogueGene): Uint8Array[] {
  return CATALOGUE_DATABASES.flatMap((database) =>
    gene.accessions[database].map((accession) => accessionKey(database, accession)),
  );
}
