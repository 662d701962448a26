import { describe, expect, test } from 'vitest';
import { BODY, type Drawing, drawLocation } from '../../src/picture/draw.js';
import type { Location } from '../../src/picture/place.js';
import { chromosomesOf } from '../../src/record/chromosomes.js';
import type { GeneLocation } from '../../src/record/schema.js';

const HUMAN = { name: 'Human', taxon: 9606 };
const MOUSE = { name: 'Mouse', taxon: 10090 };
const RAT = { name: 'Rat', taxon: 10116 };

const IL32: GeneLocation = {
  chromosome: '16',
  start: 3_120_000,
  end: 3_130_000,
  rounding: 10_000,
  assembly: 'GRCh37',
  assemblyBasis: 'inferred',
};

function at(place: Partial<GeneLocation> = {}, species = HUMAN): Location {
  return { species, place: { ...IL32, ...place } };
}

function drawn(location: Location, label = 'IL32'): Drawing {
  const drawing = drawLocation(location, { label });
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
  test('the chromosome, its arms, the gene and a scale: place, band and assembly are the text’s to say', () => {
    const texts = textsOf(drawn({ ...at(), band: '16p13.3' }).svg);
    expect(texts).toEqual(['Human chromosome 16', 'p', 'q', 'IL32', '0', '20', '40', '60', '90.4 Mb']);
  });

  test('alt text', () => {
    const alt = (start: number) => drawn(at({ start, end: start + 10_000 })).alt;
    expect(alt(3_120_000)).toBe(
      'Human chromosome 16, drawn from the short arm to the long arm, with IL32 marked on the short arm (p).',
    );
    expect(alt(40_000_000)).toBe(
      'Human chromosome 16, drawn from the short arm to the long arm, with IL32 marked on the long arm (q).',
    );
    expect(alt(36_000_000)).toBe(
      'Human chromosome 16, drawn from the short arm to the long arm, with IL32 marked at the centromere.',
    );
  });

  test('labels are escaped, and a long one is shortened in the picture alone', () => {
    const { svg, alt } = drawn(at(), 'A<b>&"c" with a very long name');
    expect(svg).toContain('A&lt;b&gt;&amp;&quot;c&quot; with a…');
    expect(alt).toContain('with A<b>&"c" with a very long name marked');
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
  test.each([
    [HUMAN, 'GRCh37', 24],
    [HUMAN, 'GRCh38', 24],
    [MOUSE, 'GRCm38', 21],
    [MOUSE, 'GRCm39', 21],
    [RAT, 'mRatBN7.2', 22],
  ])('of %o, %s, at its start and at its end', (species, assembly, count) => {
    const chromosomes = Object.entries(chromosomesOf(species.taxon)?.assemblies[assembly]?.chromosomes ?? {});
    const names = chromosomes
      .filter(([name]) => name !== 'MT')
      .map(([chromosome, { length }]) => {
        drawn(at({ chromosome, assembly, start: 1, end: 1, rounding: 1 }, species));
        const end = at({ chromosome, assembly, start: length, end: length, rounding: 1 }, species);
        return [textsOf(drawn(end).svg)[0], `${species.name} chromosome ${chromosome}`];
      });
    expect(names.map(([title]) => title)).toEqual(names.map(([, expected]) => expected));
    expect(names).toHaveLength(count);
  });
});

describe('bands', () => {
  /** Left and right edge of the frame round the band, in units. */
  const frameOf = (svg: string) => {
    const [, left, right] = /d="M([\d.]+) 98H([\d.]+)V136/u.exec(svg) ?? [];
    return [Number(left), Number(right)];
  };
  const x = (bp: number, length: number) => BODY.left + (bp / length) * BODY.width;

  test('the recorded one is framed from its first bp to its last', () => {
    const { svg } = drawn({ ...at(), band: '16p13.3' });
    expect(frameOf(svg)[0]).toBeCloseTo(BODY.left, 1);
    expect(frameOf(svg)[1]).toBeCloseTo(x(7_900_000, 90_354_753), 1);
  });

  test('a part of an arm is framed whole; a band that the assembly does not have is not', () => {
    const [left, right] = frameOf(drawn({ ...at(), band: '16p13' }).svg);
    expect([left, right].map((each) => each?.toFixed(1))).toEqual(
      [0, 16_800_000].map((bp) => x(bp, 90_354_753).toFixed(1)),
    );
    const { svg } = drawn({ ...at(), band: '16z1' });
    expect(frameOf(svg)).toEqual([Number.NaN, Number.NaN]);
  });

  test('a chromosome of the mouse is one arm, with bands but without a waist', () => {
    const { svg, alt } = drawn({
      ...at({ chromosome: '11', assembly: 'GRCm39', assemblyBasis: 'stated' }, MOUSE),
      band: '11 B3',
    });
    expect(svg).not.toContain('<ellipse');
    expect(svg.match(/fill-opacity/gu)?.length).toBeGreaterThan(5);
    expect(frameOf(svg)[0]).toBeGreaterThan(BODY.left);
    expect(alt).toBe('Mouse chromosome 11, drawn from the end at the centromere, with IL32 marked.');
  });
});

describe('what cannot be drawn is said', () => {
  const ZEBRAFISH = { name: 'Zebrafish', taxon: 7955 };
  test.each<[string, Location, string]>([
    ['species', at({}, ZEBRAFISH), 'There is no picture for Zebrafish: its chromosomes are not known here.'],
    [
      'chromosome',
      at({ chromosome: 'MT', start: 3000, end: 4000 }),
      'There is no picture of chromosome MT: it is too short for the scale in Mb.',
    ],
    [
      'chromosome',
      at({ chromosome: 'constructor' }),
      'There is no picture of chromosome constructor: GRCh37 has no such chromosome.',
    ],
    [
      'assembly',
      { species: HUMAN, place: { chromosome: '16', start: 1, end: 2, rounding: 1 } },
      'There is no picture: the record does not say on which assembly the place is.',
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
    expect(drawLocation(location, { label: 'IL32' })).toEqual({ kind: 'not-drawn', reason, message });
  });
});
