import { describe, expect, test } from 'vitest';
import { HgncError, rowReader } from '../../src/catalogue/hgnc.js';
import { joinGenes, readGenes } from '../../src/catalogue/read-genes.js';
import { linesOf, SAMPLE } from './support.js';

const HEADER = 'hgnc_id\tsymbol\tname\tstatus\talias_symbol\tprev_symbol\tentrez_id';
const row = (id: number, symbol: string, more = 'gene\tApproved\t\t\t'): string =>
  `HGNC:${id}\t${symbol}\t${more}`;

describe('rows of the complete set', () => {
  test('are read by the names of their columns, in any order', async () => {
    const header = 'prev_symbol\tname\talias_symbol\tsymbol\thgnc_id';
    const { genes } = await readGenes([header, 'OLD1\tsome gene\t"A|B|A"\tNEW1\tHGNC:7']);
    expect(genes[0]).toMatchObject({
      hgncId: 'HGNC:7',
      symbol: 'NEW1',
      status: 'approved',
      aliases: ['A', 'B'],
      previousSymbols: ['OLD1'],
    });
  });

  test('a byte order mark and Windows line ends do no harm', async () => {
    const { genes, bad } = await readGenes([`\uFEFF${HEADER}\r`, `${row(1, 'AAA1')}12\r`, '']);
    expect(genes[0]?.accessions.ncbigene).toEqual(['12']);
    expect(bad).toEqual([]);
  });

  test('that cannot be used are counted and named, and the others are kept', async () => {
    const { genes, bad } = await readGenes([
      HEADER,
      row(1, 'GOOD1'),
      'HGNC:2\tCUT',
      row(3, 'HAS SPACE'),
      'nonsense\tBAD4\tgene\tApproved\t\t\t',
      row(5, 'BAD5', '\tApproved\t\t\t'),
      row(1, 'TWICE'),
      row(7, 'GOOD1'),
      row(8, 'GOOD8'),
    ]);
    expect(genes.map(({ symbol }) => symbol)).toEqual(['GOOD1', 'GOOD8']);
    expect(bad).toEqual([
      { line: 3, reason: 'expected 7 cells, found 2' },
      { line: 4, reason: 'symbol: expected a symbol of 1 to 64 characters without spaces' },
      { line: 5, reason: 'hgnc_id: expected an HGNC ID such as HGNC:5' },
      { line: 6, reason: 'name: expected a name' },
      { line: 7, reason: 'HGNC:1 stands in the file twice' },
      { line: 8, reason: 'the symbol GOOD1 stands in the file twice' },
    ]);
  });

  test('an accession that has not the form of its database is left out, the gene is kept', async () => {
    const { genes } = await readGenes([HEADER, `${row(1, 'AAA1')}not-a-number`]);
    expect(genes[0]?.accessions.ncbigene).toEqual([]);
  });

  test('withdrawn ones, as older files have them', async () => {
    const { genes } = await readGenes([
      HEADER,
      row(1, 'A1S9T~withdrawn', 'symbol withdrawn, see UBA1\tSymbol Withdrawn\t\t\t'),
      row(2, 'A12M1', 'entry withdrawn\tEntry Withdrawn\t\t\t'),
    ]);
    expect(genes).toMatchObject([
      { symbol: 'A1S9T', status: 'withdrawn', name: '', replacedBy: ['UBA1'] },
      { symbol: 'A12M1', status: 'withdrawn', name: '', replacedBy: [] },
    ]);
  });

  test('of the sample are all sound', async () => {
    const { genes, bad } = await readGenes(linesOf(SAMPLE));
    expect(bad).toEqual([]);
    expect(genes).toHaveLength(61);
  });
});

describe('a file that is not of HGNC', () => {
  test.each([
    ['a page', '<!DOCTYPE html><html><head><title>Error</title></head></html>'],
    ['a table of something else', 'id\tsymbol'],
    ['nothing', ''],
  ])('%s', (_, first) => {
    expect(() => rowReader(first)).toThrow(HgncError);
    expect(() => rowReader(first)).toThrow(
      `The first line is not that of HGNC's complete set: expected the columns hgnc_id, symbol, name, alias_symbol, prev_symbol, found "${first.slice(0, 60)}"`,
    );
  });

  test('or one without a usable row', async () => {
    await expect(readGenes([HEADER, 'x'])).rejects.toThrow('The file has no row that could be used.');
    await expect(readGenes([])).rejects.toThrow(HgncError);
  });
});

test('an entry of both files is the approved one', async () => {
  const complete = await readGenes([HEADER, row(1, 'AAA1')]);
  const withdrawn = await readGenes([
    'HGNC_ID\tSTATUS\tWITHDRAWN_SYMBOL\tMERGED_INTO_REPORT(S)',
    'HGNC:1\tEntry Withdrawn\tAAA0\t',
    'HGNC:2\tMerged/Split\tBBB0\tHGNC:1|AAA1|Approved',
  ]);
  expect(joinGenes(complete.genes, withdrawn.genes).map(({ symbol }) => symbol)).toEqual(['AAA1', 'BBB0']);
});
