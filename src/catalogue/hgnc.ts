import { z } from 'zod';
import { type CatalogueDatabase, COLUMNS, hasForm } from './databases.js';
import { accessionsFrom, type CatalogueGene, LOCUS_GROUPS } from './gene.js';

/**
 * HGNC's files, line by line. Their columns are described at https://www.genenames.org/download/archive/: one header line, cells
 * parted by tabs, several values in one cell parted by "|" and then wrapped in quotes.
 */

/** A file that is not HGNC's. The message says what was expected. */
export class HgncError extends Error {
  override readonly name = 'HgncError';
}

/** A row that could not be used: its line number in the file (from 1) and what was wrong. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

/** Turns the lines of a file into genes. */
export interface RowReader {
  /** @returns the gene, or null for a bad row, which is counted */
  read(line: string): CatalogueGene | null;
  readonly bad: readonly BadRow[];
}

const COMPLETE_SET = ['hgnc_id', 'symbol', 'name', 'alias_symbol', 'prev_symbol'];
const WITHDRAWN = ['HGNC_ID', 'STATUS', 'WITHDRAWN_SYMBOL', 'MERGED_INTO_REPORT(S)'];

const text = z.string().trim();
const list = z.string().transform(values);
/** A list of gene names: at most 127 of a kind can be told apart in the catalogue's file. */
const names = list.refine((all) => all.length <= 127, 'expected at most 127 names of one kind');
const hgncId = text.regex(/^HGNC:\d{1,6}$/u, 'expected an HGNC ID such as HGNC:5');
const symbol = text
  .transform((value) => value.replace(/~withdrawn$/u, ''))
  .pipe(z.string().regex(/^\S{1,64}$/u, 'expected a symbol of 1 to 64 characters without spaces'));

const geneRow = z.object({
  hgnc_id: hgncId,
  symbol,
  name: text.min(1, 'expected a name'),
  status: text.default('Approved'),
  location: text.default(''),
  locus_group: text.default('other'),
  locus_type: text.default(''),
  alias_symbol: names,
  alias_name: names.default([]),
  prev_symbol: names,
  prev_name: names.default([]),
});

const withdrawnRow = z.object({
  HGNC_ID: hgncId,
  STATUS: text.min(1, 'expected a status such as "Entry Withdrawn" or "Merged/Split"'),
  WITHDRAWN_SYMBOL: symbol,
  'MERGED_INTO_REPORT(S)': text.default(''),
});

/** The values of one cell; each once. */
function values(cell: string): string[] {
  const bare = /^".*"$/su.test(cell) ? cell.slice(1, -1) : cell;
  return [...new Set(bare.split('|').map((value) => value.trim()))].filter((value) => value !== '');
}

/**
 * Reads the header of a file of HGNC and chooses how its rows are read: the complete set, or the withdrawn entries.
 * @throws HgncError when it is neither
 */
export function rowReader(header: string): RowReader {
  const columns = header
    .replace(/^\uFEFF/u, '')
    .trimEnd()
    .split('\t');
  const has = (wanted: readonly string[]): boolean => wanted.every((column) => columns.includes(column));
  if (has(COMPLETE_SET)) return makeReader(columns, readGene);
  if (has(WITHDRAWN)) return makeReader(columns, readWithdrawn);
  throw new HgncError(
    `The first line is not that of HGNC's complete set: expected the columns ${COMPLETE_SET.join(', ')}, found "${header.slice(0, 60).trim()}"`,
  );
}

type Cells = Readonly<Record<string, string>>;
type Parsed = { readonly gene: CatalogueGene } | { readonly reason: string };

function makeReader(columns: readonly string[], parse: (cells: Cells) => Parsed): RowReader {
  const bad: BadRow[] = [];
  const seen = new Set<string>();
  let line = 1;
  return {
    bad,
    read(row) {
      line += 1;
      const cells = row.split('\t');
      const parsed =
        cells.length === columns.length
          ? parse(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
          : { reason: `expected ${columns.length} cells, found ${cells.length}` };
      const reason = 'reason' in parsed ? parsed.reason : repeated(seen, parsed.gene);
      if (reason !== null) bad.push({ line, reason });
      return 'gene' in parsed && reason === null ? parsed.gene : null;
    },
  };
}

function repeated(seen: Set<string>, gene: CatalogueGene): string | null {
  if (seen.has(gene.hgncId)) return `${gene.hgncId} stands in the file twice`;
  seen.add(gene.hgncId);
  if (gene.status === 'withdrawn') return null;
  if (seen.has(gene.symbol)) return `the symbol ${gene.symbol} stands in the file twice`;
  seen.add(gene.symbol);
  return null;
}

function readGene(cells: Cells): Parsed {
  const parsed = geneRow.safeParse(cells);
  if (!parsed.success) return { reason: problem(parsed.error) };
  const row = parsed.data;
  const withdrawn = row.status !== 'Approved' || (cells['symbol'] ?? '').endsWith('~withdrawn');
  return {
    gene: {
      hgncId: row.hgnc_id,
      status: withdrawn ? 'withdrawn' : 'approved',
      symbol: row.symbol,
      name: withdrawn ? '' : row.name,
      location: row.location,
      locusGroup: LOCUS_GROUPS.find((group) => group === row.locus_group) ?? 'other',
      locusType: row.locus_type,
      aliases: row.alias_symbol,
      aliasNames: row.alias_name,
      previousSymbols: row.prev_symbol,
      previousNames: row.prev_name,
      replacedBy: withdrawn ? seeAlso(row.name) : [],
      accessions: accessionsFrom((database) => accessionsOf(database, cells)),
    },
  };
}

/** Older files have withdrawn entries as rows: "symbol withdrawn, see UBE1". */
function seeAlso(name: string): readonly string[] {
  const symbols = /\bsee (\S.*)$/u.exec(name)?.[1] ?? '';
  return symbols.split(/,\s*|\s+and\s+/u).filter((one) => one !== '');
}

function accessionsOf(database: CatalogueDatabase, cells: Cells): readonly string[] {
  return values(cells[COLUMNS[database]] ?? '')
    .map((value) => value.replace(/\.\d{1,3}$/u, ''))
    .filter((value) => hasForm(database, value));
}

function readWithdrawn(cells: Cells): Parsed {
  const parsed = withdrawnRow.safeParse(cells);
  if (!parsed.success) return { reason: problem(parsed.error) };
  const row = parsed.data;
  return {
    gene: {
      hgncId: row.HGNC_ID,
      status: 'withdrawn',
      symbol: row.WITHDRAWN_SYMBOL,
      name: '',
      location: '',
      locusGroup: 'other',
      locusType: '',
      aliases: [],
      aliasNames: [],
      previousSymbols: [],
      previousNames: [],
      replacedBy: mergedInto(row['MERGED_INTO_REPORT(S)']),
      accessions: accessionsFrom((database) => (database === 'hgnc' ? [row.HGNC_ID] : [])),
    },
  };
}

/** "HGNC:12469|UBA1|Approved, HGNC:12|...": the symbols. */
function mergedInto(reports: string): readonly string[] {
  const unquoted = reports.replaceAll('"', '');
  return unquoted.split(',').flatMap((report) => report.split('|')[1]?.trim() || []);
}

function problem(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`;
}
