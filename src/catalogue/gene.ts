import type { CatalogueDatabase } from './databases.js';
import { CATALOGUE_DATABASES } from './databases.js';

/** Kinds of names, the weightiest first: a list of genes that share a name is in this order. */
export const CATALOGUE_NAME_KINDS = [
  'symbol',
  'name',
  'previous symbol',
  'previous name',
  'alias',
  'alias name',
  'withdrawn symbol',
] as const;

export type CatalogueNameKind = (typeof CATALOGUE_NAME_KINDS)[number];

/** What the kind of locus is, the likeliest to be meant first. */
export const LOCUS_GROUPS = ['protein-coding gene', 'non-coding RNA', 'other', 'pseudogene'] as const;

/** One human gene, as HGNC has it. */
export interface CatalogueGene {
  /** "HGNC:16830" */
  readonly hgncId: string;
  readonly status: 'approved' | 'withdrawn';
  readonly symbol: string;
  /** the approved full name; empty for a withdrawn entry */
  readonly name: string;
  /** cytoband, such as "16p13.3"; empty where HGNC has none */
  readonly location: string;
  readonly locusGroup: (typeof LOCUS_GROUPS)[number];
  /** HGNC's words, such as "gene with protein product" */
  readonly locusType: string;
  readonly aliases: readonly string[];
  readonly aliasNames: readonly string[];
  readonly previousSymbols: readonly string[];
  readonly previousNames: readonly string[];
  /** of a withdrawn entry: the symbols of the genes that it was merged into or split into */
  readonly replacedBy: readonly string[];
  /** accessions as records hold them, without version */
  readonly accessions: Readonly<Record<CatalogueDatabase, readonly string[]>>;
}

/** The names of a gene of one kind, in HGNC's order. */
export function namesOfKind(gene: CatalogueGene, kind: CatalogueNameKind): readonly string[] {
  switch (kind) {
    case 'symbol':
      return gene.status === 'approved' ? [gene.symbol] : [];
    case 'name':
      return gene.name === '' ? [] : [gene.name];
    case 'previous symbol':
      return gene.previousSymbols;
    case 'previous name':
      return gene.previousNames;
    case 'alias':
      return gene.aliases;
    case 'alias name':
      return gene.aliasNames;
    case 'withdrawn symbol':
      return gene.status === 'withdrawn' ? [gene.symbol] : [];
  }
}

const LIST = '|';
const CELL = '\t';

/** One gene as one line of the catalogue's file, without its line end. */
export function geneLine(gene: CatalogueGene): string {
  const list = (values: readonly string[]): string => values.join(LIST);
  return [
    gene.hgncId,
    gene.status,
    gene.symbol,
    gene.name,
    gene.location,
    gene.locusGroup,
    gene.locusType,
    list(gene.aliases),
    list(gene.aliasNames),
    list(gene.previousSymbols),
    list(gene.previousNames),
    list(gene.replacedBy),
    ...CATALOGUE_DATABASES.map((database) => list(gene.accessions[database])),
  ].join(CELL);
}

/** Reads what `geneLine` wrote. */
export function readGeneLine(line: string): CatalogueGene {
  const cells = line.split(CELL);
  const cell = (at: number): string => cells[at] ?? '';
  const list = (at: number): readonly string[] => (cell(at) === '' ? [] : cell(at).split(LIST));
  return {
    hgncId: cell(0),
    status: cell(1) === 'withdrawn' ? 'withdrawn' : 'approved',
    symbol: cell(2),
    name: cell(3),
    location: cell(4),
    locusGroup: LOCUS_GROUPS.find((group) => group === cell(5)) ?? 'other',
    locusType: cell(6),
    aliases: list(7),
    aliasNames: list(8),
    previousSymbols: list(9),
    previousNames: list(10),
    replacedBy: list(11),
    accessions: accessionsFrom((database) => list(12 + CATALOGUE_DATABASES.indexOf(database))),
  };
}

/** Where the names of each kind stand in a line. */
const NAME_CELLS: Readonly<Record<CatalogueNameKind, number>> = {
  symbol: 2,
  name: 3,
  'previous symbol': 9,
  'previous name': 10,
  alias: 7,
  'alias name': 8,
  'withdrawn symbol': 2,
};

/** The symbol, the full name and one of the names of a gene, without reading the rest of its line: autocomplete needs 25 at a time. */
export function readNames(
  line: string,
  kind: CatalogueNameKind,
  ordinal: number,
): { readonly symbol: string; readonly fullName: string; readonly name: string } {
  const symbol = cellOf(line, NAME_CELLS.symbol);
  const names = cellOf(line, NAME_CELLS[kind]);
  return { symbol, fullName: cellOf(line, NAME_CELLS.name), name: names.split(LIST)[ordinal] ?? symbol };
}

function cellOf(line: string, at: number): string {
  let start = 0;
  for (let passed = 0; passed < at; passed += 1) start = line.indexOf(CELL, start) + 1;
  const end = line.indexOf(CELL, start);
  return line.slice(start, end < 0 ? line.length : end);
}

/** A table of accessions, filled database by database. */
export function accessionsFrom(
  fill: (database: CatalogueDatabase) => readonly string[],
): CatalogueGene['accessions'] {
  return {
    hgnc: fill('hgnc'),
    ncbigene: fill('ncbigene'),
    ensembl: fill('ensembl'),
    uniprot: fill('uniprot'),
    refseq_mrna: fill('refseq_mrna'),
    mane: fill('mane'),
    omim: fill('omim'),
    ccds: fill('ccds'),
    mgi: fill('mgi'),
    rgd: fill('rgd'),
  };
}
