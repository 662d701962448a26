import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadChromosomes } from '../../src/picture/chromosomes.js';

const HUMAN = 'data/chromosomes/human.json';
const NAMES = [...Array.from({ length: 22 }, (_, index) => String(index + 1)), 'X', 'Y'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chromosomes-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(content: string): Promise<string> {
  const file = join(folder, 'some.json');
  await writeFile(file, content);
  return file;
}

describe('the human chromosomes', () => {
  test.each(['GRCh37', 'GRCh38'])('%s has 1 to 22, X and Y, from the named tables', async (assembly) => {
    const { species, assemblies } = await loadChromosomes(HUMAN);
    expect(species).toBe('human');
    const data = assemblies[assembly];
    expect(Object.keys(data?.chromosomes ?? {}).sort()).toEqual([...NAMES].sort());
    expect(data?.sources.map(({ what }) => what)).toEqual(['lengths', 'centromeres']);
  });

  test('known numbers: the whole assembly, chromosome 16, the smallest and the largest', async () => {
    const { assemblies } = await loadChromosomes(HUMAN);
    const total = (assembly: string) =>
      Object.values(assemblies[assembly]?.chromosomes ?? {}).reduce((sum, { length }) => sum + length, 0);
    expect(total('GRCh37')).toBe(3_095_677_412);
    expect(total('GRCh38')).toBe(3_088_269_832);
    expect(assemblies['GRCh37']?.chromosomes['16']).toEqual({
      length: 90_354_753,
      centromere: [35_335_801, 38_335_801],
    });
    expect(assemblies['GRCh38']?.chromosomes['16']).toEqual({
      length: 90_338_345,
      centromere: [36_311_158, 38_265_669],
    });
    expect(assemblies['GRCh37']?.chromosomes['1']?.length).toBe(249_250_621);
    expect(assemblies['GRCh37']?.chromosomes['21']?.length).toBe(48_129_895);
  });

  test('every centromere gap of GRCh37 is 3 Mb, as in the UCSC table', async () => {
    const { assemblies } = await loadChromosomes(HUMAN);
    const widths = Object.values(assemblies['GRCh37']?.chromosomes ?? {}).map(
      ({ centromere: [start, end] }) => end - start,
    );
    expect(new Set(widths)).toEqual(new Set([3_000_000]));
  });
});

describe('a file that cannot be used', () => {
  test('names file, path and what was expected', async () => {
    const chromosome = { length: 100, centromere: [50, 40] };
    const source = { what: 'lengths', table: 'a table', url: 'https://example.org/' };
    const file = await fileWith(
      JSON.stringify({
        species: 'human',
        assemblies: { A: { sources: [source], chromosomes: { '1': chromosome } } },
      }),
    );
    await expect(loadChromosomes(file)).rejects.toThrow(
      new Error(
        `${file}: assemblies.A.chromosomes.1.centromere: expected a centromere [start, end) inside the chromosome`,
      ),
    );
  });

  test('text that is no JSON', async () => {
    const file = await fileWith('{');
    await expect(loadChromosomes(file)).rejects.toThrow(`${file}: expected JSON (`);
  });
});
