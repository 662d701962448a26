import { beforeAll, describe, expect, test } from 'vitest';
import { type Chromosomes, loadChromosomes } from '../../src/picture/chromosomes.js';
import { BODY, type Drawing, drawLocation } from '../../src/picture/draw.js';
import type { Location } from '../../src/picture/place.js';

let human: Chromosomes;
beforeAll(async () => {
  human = await loadChromosomes('data/chromosomes/human.json');
});

type Place = NonNullable<Location['place']>;

const IL32: Place = {
  chromosome: '16',
  start: 3_120_000,
  end: 3_130_000,
  rounding: 10_000,
  assembly: 'GRCh37',
  assemblyBasis: 'inferred',
};

function at(place: Partial<Place> = {}): Location {
  return { species: 'human', place: { ...IL32, ...place } };
}

function drawn(location: Location, label = 'IL32'): Drawing {
  const drawing = drawLocation(location, human, { label });
  if (drawing.kind !== 'drawn') throw new Error(drawing.message);
  return drawing;
}

/** Left edge and width of the gene's mark, in the picture's units: the second rectangle, after the card. */
function markOf(svg: string): { x: number; width: number } {
  const marks = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/gu)];
  expect(marks).toHaveLength(1);
  return { x: Number(marks[0]?.[1]), width: Number(marks[0]?.[2]) };
}

function textsOf(svg: string): string[] {
  const texts = Array.from(svg.matchAll(/<text[^>]*>(.*?)<\/text>/gu), ([, inner = '']) =>
    inner.replaceAll(/<[^>]*>/gu, ''),
  );
  return texts.map((text) => text.replaceAll(/\s+/gu, ' '));
}

describe('what the picture says', () => {
  test('title, assembly, arms, gene with its place, scale', () => {
    const texts = textsOf(drawn(at()).svg);
    expect(texts).toEqual([
      'Human chromosome 16',
      'GRCh37 (inferred)',
      'p',
      'q',
      'IL32 3.12–3.13 Mb',
      '0',
      '20',
      '40',
      '60',
      '90.4 Mb',
    ]);
  });

  test('alt text', () => {
    expect(drawn(at()).alt).toBe(
      'Human chromosome 16, 90.35 Mb long on GRCh37 (inferred), drawn from the short arm to the long arm. ' +
        'IL32 is marked at 3.12–3.13 Mb, on the short arm (p).',
    );
    expect(drawn(at({ start: 40_000_000, end: 40_010_000, assemblyBasis: 'stated' })).alt).toBe(
      'Human chromosome 16, 90.35 Mb long on GRCh37, drawn from the short arm to the long arm. ' +
        'IL32 is marked at 40.00–40.01 Mb, on the long arm (q).',
    );
    expect(drawn(at({ start: 36_000_000, end: 36_010_000 })).alt).toContain(
      'IL32 is marked at 36.00–36.01 Mb, at the centromere.',
    );
  });

  test('as many decimals as the source is exact', () => {
    expect(textsOf(drawn(at({ start: 3_115_298, end: 3_131_908, rounding: 1 })).svg)).toContain(
      'IL32 3.115–3.132 Mb',
    );
    expect(textsOf(drawn(at({ rounding: 1_000_000 })).svg)).toContain('IL32 3 Mb');
  });

  test('labels are escaped, and a long one is shortened in the picture alone', () => {
    const { svg, alt } = drawn(at(), 'A<b>&"c" with a very long name');
    expect(svg).toContain('A&lt;b&gt;&amp;&quot;c&quot; with a…');
    expect(alt).toContain('A<b>&"c" with a very long name is marked');
    expect(svg).not.toContain('<b>');
  });
});

describe('geometry', () => {
  test('the mark lies at the right fraction of the chromosome', () => {
    const { x, width } = markOf(drawn(at()).svg);
    const fraction = (x + width / 2 - BODY.left) / BODY.width;
    expect(fraction).toBeCloseTo(3_125_000 / 90_354_753, 4);
    expect(width).toBe(5);
  });

  test('a gene wider than the thinnest mark has its true width', () => {
    const { x, width } = markOf(drawn(at({ chromosome: 'X', start: 31_110_000, end: 33_360_000 })).svg);
    expect(x).toBeCloseTo(BODY.left + (31_110_000 / 155_270_560) * BODY.width, 1);
    expect(width).toBeCloseTo((2_250_000 / 155_270_560) * BODY.width, 1);
  });

  test('the waist lies in the middle of the centromere', () => {
    const waist = /<ellipse cx="([\d.]+)"/u.exec(drawn(at()).svg)?.[1];
    expect(Number(waist)).toBeCloseTo(BODY.left + (36_835_801 / 90_354_753) * BODY.width, 1);
  });

  test.each([1, 90_354_753])('a gene at either end stays inside the picture (bp %i)', (bp) => {
    const { svg, width } = drawn(at({ start: bp, end: bp, rounding: 1 }));
    const { x, width: mark } = markOf(svg);
    expect(x).toBeGreaterThan(0);
    expect((x + mark) * 2).toBeLessThan(width);
  });
});

describe('every chromosome draws', () => {
  test.each(['GRCh37', 'GRCh38'])('of %s, at its start and at its end', (assembly) => {
    const chromosomes = human.assemblies[assembly]?.chromosomes ?? {};
    const names = Object.entries(chromosomes).map(([chromosome, { length }]) => {
      drawn(at({ chromosome, assembly, start: 1, end: 1, rounding: 1 }));
      return textsOf(drawn(at({ chromosome, assembly, start: length, end: length, rounding: 1 })).svg)[0];
    });
    expect(names).toEqual(Object.keys(chromosomes).map((chromosome) => `Human chromosome ${chromosome}`));
    expect(names).toHaveLength(24);
  });
});

describe('what cannot be drawn is said', () => {
  test.each<[string, Location, string]>([
    ['no-coordinates', { species: 'mouse', place: null }, 'The record has no location for mouse.'],
    [
      'species',
      { species: 'mouse', place: IL32 },
      'There is no picture for mouse: only human chromosomes are known here.',
    ],
    [
      'chromosome',
      at({ chromosome: 'MT' }),
      'There is no picture of chromosome MT: only 1 to 22, X and Y are known here.',
    ],
    [
      'chromosome',
      at({ chromosome: 'constructor' }),
      'There is no picture of chromosome constructor: only 1 to 22, X and Y are known here.',
    ],
    [
      'assembly',
      at({ assembly: 'GRCm39' }),
      'There is no picture for the assembly GRCm39: only GRCh37 and GRCh38 are known here.',
    ],
    [
      'beyond-end',
      at({ end: 90_354_754 }),
      'There is no picture: the record says 3,120,000 to 90,354,754 bp, and chromosome 16 is 90,354,753 bp long on GRCh37.',
    ],
  ])('%s', (reason, location, message) => {
    expect(drawLocation(location, human, { label: 'IL32' })).toEqual({ kind: 'not-drawn', reason, message });
  });
});
