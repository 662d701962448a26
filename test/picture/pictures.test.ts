import { describe, expect, test } from 'vitest';
import { createPictures } from '../../src/picture/pictures.js';
import type { Location } from '../../src/picture/place.js';
import { renderPicture } from '../../src/picture/render.js';

function at(mb: number): Location {
  const start = mb * 1_000_000;
  const place = {
    chromosome: '16',
    start,
    end: start,
    rounding: 1,
    assembly: 'GRCh37',
    assemblyBasis: 'stated',
  } as const;
  return { species: { name: 'Human', taxon: 9606 }, place };
}

/** A renderer that counts, and gives the picture's number. */
function counting(): { draw: (svg: string) => Promise<Buffer>; count: () => number } {
  let drawn = 0;
  return { draw: async () => Buffer.from([++drawn]), count: () => drawn };
}

describe('the PNG', () => {
  test('has the promised size, and text: the fonts are found', async () => {
    const picture = await createPictures()(at(3), { label: 'IL32' });
    if (picture.kind !== 'picture') throw new Error(picture.message);
    expect([...picture.png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect([picture.png.readUInt32BE(16), picture.png.readUInt32BE(20)]).toEqual([1040, 392]);
    expect([picture.width, picture.height, picture.filename]).toEqual([1040, 392, 'il32-chromosome-16.png']);
    expect(picture.png.length).toBeLessThan(100_000);
  });

  test('letters are drawn, Greek ones too', async () => {
    const svg = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" font-family="Open Sans"><text y="20">${text}</text></svg>`;
    const pictures = await Promise.all(['', 'IL32', 'α', 'β'].map((text) => renderPicture(svg(text))));
    expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(4);
  });
});

test('what cannot be drawn is an error, not a picture of nothing', async () => {
  await expect(renderPicture('no picture')).rejects.toThrow('the picture could not be drawn: exit code 1');
});

describe('pictures are kept', () => {
  test('drawn once, even when asked for twice at the same time', async () => {
    const { draw, count } = counting();
    const pictures = createPictures(2, draw);
    const both = await Promise.all([pictures(at(1), { label: 'A' }), pictures(at(1), { label: 'A' })]);
    expect(both[0]).toBe(both[1]);
    expect(count()).toBe(1);
  });

  test('drawn one after the other, a failed one too', async () => {
    const steps: string[] = [];
    const pictures = createPictures(2, async () => {
      const name = `picture ${steps.length / 2 + 1}`;
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
      if (steps.length === 2) throw new Error('no memory');
      return Buffer.from([steps.length]);
    });
    const both = await Promise.allSettled([1, 2].map((mb) => pictures(at(mb), { label: 'A' })));
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(steps).toEqual(['picture 1 begins', 'picture 1 ends', 'picture 2 begins', 'picture 2 ends']);
  });

  test('the longest unused one goes first', async () => {
    const { draw, count } = counting();
    const pictures = createPictures(2, draw);
    for (const mb of [1, 2, 1, 3, 1]) await pictures(at(mb), { label: 'A' });
    expect(count()).toBe(3);
    await pictures(at(2), { label: 'A' });
    expect(count()).toBe(4);
  });

  test('label and theme make another picture', async () => {
    const { draw, count } = counting();
    const pictures = createPictures(9, draw);
    await pictures(at(1), { label: 'A' });
    await pictures(at(1), { label: 'A', theme: 'light' });
    await pictures(at(1), { label: 'B' });
    expect(count()).toBe(3);
  });

  test('a failure is not kept', async () => {
    let calls = 0;
    const pictures = createPictures(2, async () => {
      calls += 1;
      if (calls === 1) throw new Error('no memory');
      return Buffer.from([calls]);
    });
    await expect(pictures(at(1), { label: 'A' })).rejects.toThrow('no memory');
    expect(await pictures(at(1), { label: 'A' })).toMatchObject({ kind: 'picture', png: Buffer.from([2]) });
  });

  test('what cannot be drawn comes back as a sentence', async () => {
    const picture = await createPictures()(
      { ...at(1), species: { name: 'Zebrafish', taxon: 7955 } },
      { label: 'IL32' },
    );
    expect(picture).toEqual({
      kind: 'not-drawn',
      reason: 'species',
      message: 'There is no picture for Zebrafish: its chromosomes are not known here.',
    });
  });

  test('file names have no path characters', async () => {
    const { draw } = counting();
    const picture = await createPictures(2, draw)(at(1), { label: '../Il-32α' });
    expect(picture).toMatchObject({ filename: 'il-32-chromosome-16.png' });
  });
});
