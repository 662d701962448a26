import { once } from '../search/once.js';
import { vocabularyFile } from '../search/vocabulary.js';
import type { Item } from './items.js';

/** A place on a genome as somebody stated it; parts that were not stated are null or empty. */
export interface StatedPlace {
  readonly chromosome: string | null;
  /** the arm of the chromosome: `p` is the short one, `q` the long one (ISCN 2020) */
  readonly arm: 'p' | 'q' | null;
  /** cytoband, as typed ("16p13.3") */
  readonly band: string | null;
  /** positions in bp, each with how far off it may be by its own rounding */
  readonly spots: readonly { readonly bp: number; readonly near: number }[];
  /** names of assemblies; one that is not in the catalogue keeps its own name */
  readonly assemblies: readonly string[];
}

const CHROMOSOME =
  /\b(?:chromosome|chrom|chr)\.?[ _-]?(?:number |no\.? |nr\.? |#)?(\d{1,2}|x|y|mt?)(?![a-z0-9])|\b(\d{1,2}|x|y)(?:st|nd|rd|th)?[ -]chromosom(?:e|al)\b|\b(?:on|at) (?:the )?(\d{1,2}|x|y)(?![\w.,-]| ?(?:%|h|min|kb|mb|cells?)\b)/iu;
const BAND = /\b(\d{1,2}|x|y)([pq]\d{1,2}(?:\.\d{1,2})?)\b/iu;
const ARM = /\b(short|long) arm\b|\b(?:\d{1,2}|x|y)([pq])\b/iu;
const LINKED = /\b([xy])[- ]?linked\b/iu;
const MEGABASES =
  /(\d{1,3}(?:\.(\d{1,6}))?)(?:\s?(?:-|to|and)\s?(\d{1,3}(?:\.\d{1,6})?))?\s?(?:mb|mbp|megabases?|million)\b/giu;
const BASES = /(?<![\w.])(\d{1,3}(?:[,' ]\d{3}){2}|\d{6,9})(?!\w)/gu;
const KILOBASES = /(\d{3,6})\s?kb\b/giu;

/** Names that people give to assemblies, small letters without gaps -> the name of the catalogue. */
const assemblyNames = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(vocabularyFile('assemblies.json')).flatMap(([assembly, names]) =>
        names.map((name): [string, string] => [name, assembly]),
      ),
    ),
);

/** What has none of these states no place but an assembly. */
const PLACED = /\d|\b(?:chr|arm\b|[xy](?:[pq]?\b|linked))/iu;

/** A position that is not rounded itself may still be a little beside one that the record rounds. */
const EXACT = 1;

function spotsIn(text: string): StatedPlace['spots'] {
  const spots: { bp: number; near: number }[] = [];
  for (const [, start = '', decimals = '', end] of text.matchAll(MEGABASES))
    for (const value of end === undefined ? [start] : [start, end])
      spots.push({ bp: Number(value) * 1e6, near: 1e6 / 10 ** decimals.length });
  for (const [, value = ''] of text.matchAll(BASES))
    spots.push({ bp: Number(value.replace(/\D/gu, '')), near: EXACT });
  for (const [, value = ''] of text.matchAll(KILOBASES)) spots.push({ bp: Number(value) * 1e3, near: 1e3 });
  return spots;
}

/**
 * The place that a text states, or null.
 * @param text the clause, readable
 */
export function placeOf(text: string, items: readonly Item[]): StatedPlace | null {
  const names = items.flatMap((item) => assemblyNames().get(item.text.replace(/[ _-]/gu, '')) ?? []);
  if (names.length === 0 && !PLACED.test(text)) return null;
  const [band, ofBand] = BAND.exec(text) ?? [];
  const [, ...named] = CHROMOSOME.exec(text) ?? [];
  const chromosome = named.find((part) => part !== undefined) ?? ofBand ?? LINKED.exec(text)?.[1];
  const [, length, letter] = ARM.exec(text) ?? [];
  const arm = letter ?? (length === undefined ? null : /short/iu.test(length) ? 'p' : 'q');
  const spots = spotsIn(text);
  if (chromosome === undefined && arm === null && spots.length === 0 && names.length === 0) return null;
  return {
    chromosome: chromosome?.toUpperCase() ?? null,
    arm: arm === null ? null : /p/iu.test(arm) ? 'p' : 'q',
    band: band ?? null,
    spots,
    assemblies: [...new Set(names)],
  };
}
