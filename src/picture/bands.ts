import type { Chromosome } from '../record/chromosomes.js';

/** A band to draw: its name, its span in bp (0-based, half-open), and how dark it is stained, 0 to 1. */
export type Band = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly shade: number;
};

/** How dark a stain is drawn: a share of the darkest. */
const SHADES: Readonly<Record<string, number>> = { gneg: 0, gvar: 0.5, stalk: 0.25, acen: 0 };
/** A positive band whose density the table leaves out. */
const USUAL_SHADE = 0.6;

/** The bands of a chromosome, from its first bp to its last; empty where they are not known. */
export function bandsOf({ bands = [] }: Chromosome): readonly Band[] {
  return bands.map(([name, end, stain], at) => ({
    name,
    start: bands[at - 1]?.[1] ?? 0,
    end,
    shade: SHADES[stain] ?? (stain === 'gpos' ? USUAL_SHADE : Number(stain.slice('gpos'.length)) / 100),
  }));
}

/**
 * The span of a recorded band in bp ("16p13.3", "11 B3", or a part of the chromosome such as "16p13" or "16q").
 * @returns null where the chromosome has no such band, or its bands are not known
 */
export function bandSpan(chromosome: Chromosome, recorded: string): { start: number; end: number } | null {
  const [, name = ''] = /^(?:\d{1,2}|[XY]) ?(.*)$/u.exec(recorded) ?? [];
  const within = bandsOf(chromosome).filter(
    (band) =>
      name !== '' && (band.name === name || band.name.startsWith(`${name}.`) || isArm(name, band.name)),
  );
  const [first] = within;
  const last = within.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** "16p" is every band of the short arm; "16p13" is 13.1 to 13.3. */
function isArm(name: string, band: string): boolean {
  return /^[pq]$/u.test(name) && band.startsWith(name);
}

/** Where the arms meet, in bp: the centromere, or the border of short and long arm; null where the chromosome has one arm. */
export function waistOf(chromosome: Chromosome): readonly [number, number] | null {
  if (chromosome.centromere !== undefined) return chromosome.centromere;
  const bands = bandsOf(chromosome);
  const first = bands.find(({ name }) => name.startsWith('q'));
  return first === undefined || first.start === 0 ? null : [first.start, first.start];
}
