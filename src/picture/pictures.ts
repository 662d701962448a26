import { type DrawOptions, drawLocation } from './draw.js';
import type { Location, NotDrawn } from './place.js';
import { renderPicture } from './render.js';

/** A picture to attach; `width` and `height` are pixels, `filename` has lower-case ASCII letters, digits and hyphens. */
export type Picture = {
  kind: 'picture';
  png: Buffer;
  alt: string;
  width: number;
  height: number;
  filename: string;
};

/** Draws the picture of a location, or finds the one drawn before. Rejects only where the renderer itself fails. */
export type Pictures = (location: Location, options: DrawOptions) => Promise<Picture | NotDrawn>;

/**
 * Pictures of locations, each drawn once and kept: up to `keep` of them (some 25 kB each), the longest unused goes first. They are drawn
 * one after the other.
 * @param draw what makes a PNG of an SVG; only tests give another one
 */
export function createPictures(keep = 64, draw = renderPicture): Pictures {
  const kept = new Map<string, Promise<Picture>>();
  let last: Promise<unknown> = Promise.resolve();

  function drawn(svg: string): Promise<Buffer> {
    const png = last.then(() => draw(svg));
    last = png.catch(() => undefined);
    return png;
  }

  return async (location, options) => {
    const key = JSON.stringify([location, options]);
    const known = kept.get(key);
    if (known === undefined) {
      const drawing = drawLocation(location, options);
      if (drawing.kind === 'not-drawn') return drawing;
      const { svg, alt, width, height } = drawing;
      const filename = fileName(options.label, location.place.chromosome);
      const picture = drawn(svg).then(
        (png) => ({ kind: 'picture', png, alt, width, height, filename }) as const,
      );
      keepRecent(kept, key, picture, keep);
      return picture;
    }
    keepRecent(kept, key, known, keep);
    return known;
  };
}

function keepRecent(
  kept: Map<string, Promise<Picture>>,
  key: string,
  picture: Promise<Picture>,
  keep: number,
): void {
  kept.delete(key);
  kept.set(key, picture);
  picture.catch(() => kept.delete(key));
  const oldest = kept.size > keep ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

/** "il32-chromosome-16.png" */
function fileName(label: string, chromosome: string): string {
  const words = [
    ...label
      .toLowerCase()
      .slice(0, 40)
      .split(/[^a-z0-9]+/u),
    'chromosome',
    chromosome.toLowerCase(),
  ];
  return `${words.filter((word) => word !== '').join('-')}.png`;
}
