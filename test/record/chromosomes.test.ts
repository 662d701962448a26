import { describe, expect, test } from 'vitest';
import { assemblyOf, chromosomesOf, parseChromosomes } from '../../src/record/chromosomes.js';

const NAMES = [...Array.from({ length: 22 }, (_, index) => String(index + 1)), 'X', 'Y', 'MT'];

function human() {
  const chromosomes = chromosomesOf(9606);
  if (chromosomes === null) throw new Error('expected the human chromosomes');
  return chromosomes;
}

describe('the human chromosomes', () => {
  test.each(['GRCh37', 'GRCh38'])('%s has 1 to 22, X, Y and MT, from the named tables', (assembly) => {
    const { species, assemblies } = human();
    expect(species).toBe('human');
    const data = assemblies[assembly];
    expect(Object.keys(data?.chromosomes ?? {}).sort()).toEqual([...NAMES].sort());
    expect(data?.sources.map(({ what }) => what)).toEqual(['lengths', 'centromeres', 'bands']);
  });

  test('known numbers: the whole assembly, chromosome 16, the smallest and the largest', () => {
    const { assemblies } = human();
    const total = (assembly: string) =>
      Object.values(assemblies[assembly]?.chromosomes ?? {}).reduce((sum, { length }) => sum + length, 0);
    expect(total('GRCh37')).toBe(3_095_693_981);
    expect(total('GRCh38')).toBe(3_088_286_401);
    expect(assemblies['GRCh37']?.chromosomes['16']).toMatchObject({
      length: 90_354_753,
      centromere: [35_335_801, 38_335_801],
    });
    expect(assemblies['GRCh38']?.chromosomes['16']).toMatchObject({
      length: 90_338_345,
      centromere: [36_311_158, 38_265_669],
    });
    expect(assemblies['GRCh37']?.chromosomes['1']?.length).toBe(249_250_621);
    expect(assemblies['GRCh37']?.chromosomes['21']?.length).toBe(48_129_895);
  });

  test('every centromere gap of GRCh37 is 3 Mb, as in the UCSC table', () => {
    const { assemblies } = human();
    const widths = Object.values(assemblies['GRCh37']?.chromosomes ?? {}).map(
      ({ centromere: [start, end] = [0, 3_000_000] }) => end - start,
    );
    expect(new Set(widths)).toEqual(new Set([3_000_000]));
  });
});

describe('mouse and rat', () => {
  test.each([
    [10090, 'GRCm38', 'mm10', 22, 2_725_537_669],
    [10090, 'GRCm39', 'mm39', 22, 2_723_431_143],
    [10116, 'mRatBN7.2', 'rn7', 23, 2_633_489_728],
  ])(
    'taxon %i, %s: its UCSC name, how many chromosomes, how many bp in all',
    (taxon, assembly, ucsc, count, total) => {
      const { chromosomes = {}, ucsc: name } = chromosomesOf(taxon)?.assemblies[assembly] ?? {};
      expect([name, Object.keys(chromosomes).length]).toEqual([ucsc, count]);
      expect(Object.values(chromosomes).reduce((sum, { length }) => sum + length, 0)).toBe(total);
    },
  );

  test('a species and an assembly that nobody knows here', () => {
    expect([chromosomesOf(7955), assemblyOf('GRCz11')]).toEqual([null, null]);
    expect(assemblyOf('mRatBN7.2')?.ucsc).toBe('rn7');
  });
});

describe('a file that cannot be used', () => {
  const source = { what: 'lengths', table: 'a table', url: 'https://example.org/' };
  const fileWith = (chromosome: object) =>
    JSON.stringify({
      species: 'human',
      taxon: 9606,
      assemblies: { A: { ucsc: 'a1', sources: [source], chromosomes: { '1': chromosome } } },
    });

  test.each([
    [
      { length: 100, centromere: [50, 40] },
      'some.json: assemblies.A.chromosomes.1.centromere: expected a centromere [start, end) inside the chromosome',
    ],
    [
      {
        length: 100,
        bands: [
          ['p1', 60, 'gneg'],
          ['q1', 60, 'gpos50'],
          ['q2', 100, 'gneg'],
        ],
      },
      'some.json: assemblies.A.chromosomes.1.bands: expected bands one after the other',
    ],
    [
      { length: 100, bands: [['p1', 99, 'gneg']] },
      'some.json: assemblies.A.chromosomes.1.bands: expected bands up to the end of the chromosome',
    ],
  ])('names file, path and what was expected: %j', (chromosome, message) => {
    expect(() => parseChromosomes(fileWith(chromosome), 'some.json')).toThrow(new Error(message));
  });

  test('text that is no JSON', () => {
    expect(() => parseChromosomes('{', 'some.json')).toThrow('some.json: expected JSON (');
  });
});
