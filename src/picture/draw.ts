import type { Chromosome } from '../record/chromosomes.js';
import { bandSpan, bandsOf, waistOf } from './bands.js';
import { type Location, type NotDrawn, type Placed, placeOn } from './place.js';

export type Theme = 'dark' | 'light';
/** `label` is the gene symbol; the card is opaque, so either theme can be read on dark and light. */
export type DrawOptions = { label: string; theme?: Theme };
/** An SVG picture; `width` and `height` are pixels, `alt` says in words what it shows. */
export type Drawing = { kind: 'drawn'; svg: string; alt: string; width: number; height: number };

/** The picture's own units: CSS pixels at the width Discord gives an image on a large screen. */
const SIZE = { width: 520, height: 196 };
/** Pixels for each unit, for screens with two. */
const DENSITY = 2;
/** Where the chromosome lies. */
export const BODY = { left: 24, width: 472, top: 100, height: 34 } as const;

/** Text is 20 units at least: 10 px and more where a phone of 360 px shows the picture 264 px wide. */
const FONT = { title: 23, label: 28, small: 20 } as const;

const THEMES = {
  dark: {
    card: '#1e222b',
    text: '#f3f5f9',
    quiet: '#b9c1cf',
    arm: '#7d90b4',
    stain: '#46587c',
    centromere: '#56647f',
    arms: '#0f131b',
    mark: '#ffb84d',
  },
  light: {
    card: '#f7f8fb',
    text: '#1b2130',
    quiet: '#4d5768',
    arm: '#a9b8d4',
    stain: '#6f83ab',
    centromere: '#7c8cab',
    arms: '#1b2130',
    mark: '#b3261e',
  },
} as const satisfies Record<Theme, Record<string, string>>;

type Palette = (typeof THEMES)[Theme];

/**
 * Draws where a gene lies: the chromosome's arms with their bands, its centromere, a scale in Mb, the gene's place and its
 * recorded band. In words it says only what makes it readable alone, which gene and which chromosome: the place, the band and the
 * assembly are the text's to say, and assemblies differ by less than the width of a line here. A location that cannot be drawn
 * comes back as `not-drawn` with a sentence that says why; never throws.
 */
export function drawLocation(location: Location, options: DrawOptions): Drawing | NotDrawn {
  const placed = placeOn(location);
  if (placed.kind === 'not-drawn') return placed;
  const { species, band } = location;
  const alt = describe(placed, species.name, options.label);
  const palette = THEMES[options.theme ?? 'dark'];
  const parts = [
    `<rect width="${SIZE.width}" height="${SIZE.height}" rx="14" fill="${palette.card}"/>`,
    textAt(BODY.left, 36, chromosomeName(placed, species.name), {
      size: FONT.title,
      fill: palette.text,
      weight: 600,
    }),
    body(placed.chromosome, palette),
    band === undefined ? '' : bandFrame(placed.chromosome, band, palette),
    armNames(placed, palette),
    mark(placed, options.label, palette),
    scale(placed.chromosome.length, palette),
  ];
  return {
    kind: 'drawn',
    svg: svgDocument(parts, alt),
    alt,
    width: SIZE.width * DENSITY,
    height: SIZE.height * DENSITY,
  };
}

function svgDocument(parts: readonly string[], alt: string): string {
  const { width, height } = SIZE;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * DENSITY}" height="${height * DENSITY}" viewBox="0 0 ${width} ${height}" role="img" font-family="Open Sans, sans-serif">`;
  return [open, `<title>${escapeXml(alt)}</title>`, ...parts, '</svg>'].join('\n');
}

function chromosomeName({ place }: Placed, species: string): string {
  return `${species} chromosome ${place.chromosome}`;
}

/** What the picture shows, for those who do not see it: the text beside it has the numbers. */
function describe(placed: Placed, species: string, label: string): string {
  const { place, chromosome } = placed;
  const name = chromosomeName(placed, species);
  const waist = waistOf(chromosome);
  return waist === null
    ? `${name}, drawn from the end at the centromere, with ${label} marked.`
    : `${name}, drawn from the short arm to the long arm, with ${label} marked ${armOf(place, waist)}.`;
}

function armOf({ start, end }: { start: number; end: number }, waist: readonly [number, number]): string {
  if (end <= waist[0]) return 'on the short arm (p)';
  return start > waist[1] ? 'on the long arm (q)' : 'at the centromere';
}

/** The arms, and over them the bands, as dark as they are stained. */
function body(chromosome: Chromosome, palette: Palette): string {
  const { top, height } = BODY;
  const stripes = bandsOf(chromosome)
    .filter(({ shade }) => shade > 0)
    .map(({ start, end, shade }) => {
      const [x, to] = [xOf(start, chromosome.length), xOf(end, chromosome.length)].map(round);
      return `<path d="M${x} ${top}H${to}V${top + height}H${x}Z" fill="${palette.stain}" fill-opacity="${round(shade)}"/>`;
    });
  const span = centromereSpan(chromosome);
  const arms = span === null ? [wholeArm()] : twoArms(span);
  const paths = arms.map((path) => `<path fill="${palette.arm}" d="${path}"/>`).join('');
  const clip = `<clipPath id="arms">${arms.map((path) => `<path d="${path}"/>`).join('')}</clipPath>`;
  const shaded = stripes.length === 0 ? '' : `${clip}<g clip-path="url(#arms)">${stripes.join('')}</g>`;
  return paths + shaded + (span === null ? '' : knot(span[1], palette));
}

function knot(waist: number, palette: Palette): string {
  const { top, height } = BODY;
  return `<ellipse cx="${waist}" cy="${top + height / 2}" rx="4" ry="${height / 5 + 2}" fill="${palette.centromere}"/>`;
}

/** One arm with round ends, for a chromosome whose centromere is at its end or not known. */
function wholeArm(): string {
  const { left, width, top, height } = BODY;
  const half = height / 2;
  return `M${left + half} ${top}h${width - height}a${half} ${half} 0 0 1 0 ${height}h${height - width}a${half} ${half} 0 0 1 0 ${-height}Z`;
}

/** Two rounded arms that taper to a waist at the centromere. */
function twoArms([from, waist, to]: readonly [number, number, number]): string[] {
  const { left, width, top, height } = BODY;
  const [bottom, middle, half] = [top + height, top + height / 2, height / 2];
  const narrow = height / 5;
  const arm = (edge: number, end: number, sweep: 0 | 1) => {
    const inward = sweep === 1 ? -half : half;
    return (
      `M${edge} ${top}H${round(end + inward)}A${half} ${half} 0 0 ${sweep} ${round(end + inward)} ${bottom}` +
      `H${edge}C${round((edge + waist) / 2)} ${bottom} ${round((edge + waist) / 2)} ${middle + narrow} ${waist} ${middle + narrow}` +
      `V${middle - narrow}C${round((edge + waist) / 2)} ${middle - narrow} ${round((edge + waist) / 2)} ${top} ${edge} ${top}Z`
    );
  };
  return [arm(from, left, 0), arm(to, left + width, 1)];
}

/** A frame round the recorded band, where the chromosome's bands are known. */
function bandFrame(chromosome: Chromosome, band: string, palette: Palette): string {
  const span = bandSpan(chromosome, band);
  if (span === null) return '';
  const [x, to] = [xOf(span.start, chromosome.length), xOf(span.end, chromosome.length)].map(round);
  const { top, height } = BODY;
  return `<path d="M${x} ${top - 2}H${to}V${top + height + 2}H${x}Z" fill="none" stroke="${palette.mark}" stroke-width="2"/>`;
}

/** Left edge, waist and right edge of the taper, in units; as wide as the centromere, but never too narrow to be seen. */
function centromereSpan(chromosome: Chromosome): readonly [number, number, number] | null {
  const gap = waistOf(chromosome);
  if (gap === null) return null;
  const [start, end] = gap;
  const { length } = chromosome;
  const waist = xOf((start + end) / 2, length);
  const reach = Math.max(MIN_TAPER, ((end - start) / length) * (BODY.width / 2));
  return [round(waist - reach), round(waist), round(waist + reach)];
}

const MIN_TAPER = 12;

/** "p" and "q" in the middle of their arms, or a little aside where the gene's mark is. */
function armNames({ place, chromosome }: Placed, palette: Palette): string {
  const span = centromereSpan(chromosome);
  if (span === null) return '';
  const [from, , to] = span;
  const marked = xOf((place.start + place.end) / 2, chromosome.length);
  const arms = [
    { name: 'p', middle: (BODY.left + from) / 2 },
    { name: 'q', middle: (to + BODY.left + BODY.width) / 2 },
  ];
  return arms
    .map(({ name, middle }) =>
      Math.abs(middle - marked) < 18 ? { name, middle: marked + 22 } : { name, middle },
    )
    .map(({ name, middle }) => {
      return textAt(round(middle), BODY.top + 23, name, {
        size: FONT.small,
        fill: palette.arms,
        weight: 600,
        anchor: 'middle',
      });
    })
    .join('');
}

/** A bar over the gene's place, as wide as the gene but never too thin to be seen, with a pointer and the label above. */
function mark({ place, chromosome }: Placed, label: string, palette: Palette): string {
  const start = xOf(place.start, chromosome.length);
  const end = xOf(place.end, chromosome.length);
  const middle = (start + end) / 2;
  const width = Math.max(MIN_MARK, end - start);
  const { top, height } = BODY;
  const bar = `<rect x="${round(middle - width / 2)}" y="${top - 5}" width="${round(width)}" height="${height + 10}" rx="2" fill="${palette.mark}" stroke="${palette.card}" stroke-width="1.5"/>`;
  const pointer = `<path d="M${round(middle - 8)} ${top - 18}h16l-8 12z" fill="${palette.mark}"/>`;
  return bar + pointer + markLabel(middle, shortened(label), palette);
}

const MIN_MARK = 5;

function markLabel(middle: number, label: string, palette: Palette): string {
  const half = (label.length * FONT.label * 0.66) / 2;
  const [left, right] = [BODY.left, BODY.left + BODY.width];
  const anchor = middle - half < left ? 'start' : middle + half > right ? 'end' : 'middle';
  const x = anchor === 'start' ? left : anchor === 'end' ? right : round(middle);
  return textAt(x, BODY.top - 25, label, { size: FONT.label, fill: palette.mark, weight: 600, anchor });
}

/** The picture has room for some 16 characters; the alt text has the whole label. */
function shortened(label: string): string {
  return label.length > 16 ? `${label.slice(0, 15)}…` : label;
}

/** An axis from 0 to the chromosome's end; numbers that would touch the last one are left out. */
function scale(length: number, palette: Palette): string {
  const { left, width, top, height } = BODY;
  const y = top + height + 18;
  const step = SCALE_STEPS.find((candidate) => length / candidate <= 6) ?? length;
  const ticks = Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
  const end = `${(length / 1e6).toFixed(1)} Mb`;
  const room = left + width - end.length * FONT.small * 0.6 - 14;
  const numbers = ticks
    .map((bp) => ({ x: xOf(bp, length), number: String(bp / 1e6) }))
    .filter(({ x }) => x < room)
    .map(({ x, number }) =>
      textAt(round(x), y + 27, number, {
        size: FONT.small,
        fill: palette.quiet,
        anchor: x === left ? 'start' : 'middle',
      }),
    );
  const lines = [...ticks.map((bp) => xOf(bp, length)), left + width]
    .map((x) => `M${round(x)} ${y}v7`)
    .join('');
  return [
    `<path d="M${left} ${y}h${width}${lines}" fill="none" stroke="${palette.quiet}" stroke-width="1.5"/>`,
    ...numbers,
    textAt(left + width, y + 27, end, { size: FONT.small, fill: palette.quiet, anchor: 'end' }),
  ].join('');
}

/** bp between two numbers of the scale. */
const SCALE_STEPS = [10e6, 20e6, 50e6] as const;

/** Where a position in bp lies, in units from the picture's left edge. */
function xOf(bp: number, length: number): number {
  return BODY.left + (bp / length) * BODY.width;
}

type TextStyle = { size: number; fill: string; weight?: number; anchor?: 'start' | 'middle' | 'end' };

function textAt(
  x: number,
  y: number,
  content: string,
  { size, fill, weight = 400, anchor = 'start' }: TextStyle,
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Also drops characters that XML 1.0 does not allow. */
function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll(/[&<>"]/gu, (character) => entities[character] ?? '');
}
