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
const ASSEMBLIES: Readonly<Record<string, string>> = {
  hg19: 'GRCh37',
  grch37: 'GRCh37',
  b37: 'GRCh37',
  build37: 'GRCh37',
  hg38: 'GRCh38',
  grch38: 'GRCh38',
  b38: 'GRCh38',
  build38: 'GRCh38',
  mm10: 'GRCm38',
  grcm38: 'GRCm38',
  mm39: 'GRCm39',
  grcm39: 'GRCm39',
  hg18: 'NCBI36',
  ncbi36: 'NCBI36',
  hg17: 'NCBI35',
  t2t: 'T2T-CHM13',
  chm13: 'T2T-CHM13',
  hs1: 'T2T-CHM13',
  mm9: 'NCBIM37',
};

/** A position that is not rounded itself may still be a little beside one that the record rounds. */
const EXACT = 1;

function armOf(text: string): StatedPlace['arm'] {
  const [, word, letter] = ARM.exec(text) ?? [];
  if (letter !== undefined) return letter.toLowerCase() === 'p' ? 'p' : 'q';
  if (word === undefined) return null;
  return word.toLowerCase() === 'short' ? 'p' : 'q';
}

/**
 * The place that a text states, or null.
 * @param text the clause, readable
 */
export function placeOf(text: string, items: readonly Item[]): StatedPlace | null {
  const found = CHROMOSOME.exec(text);
  const band = BAND.exec(text);
  const spots: { bp: number; near: number }[] = [];
  for (const [, start = '', decimals = '', end] of text.matchAll(MEGABASES)) {
    const near = 1e6 / 10 ** decimals.length;
    for (const value of [start, end]) if (value !== undefined) spots.push({ bp: Number(value) * 1e6, near });
  }
  for (const [, value = ''] of text.matchAll(BASES))
    spots.push({ bp: Number(value.replace(/\D/gu, '')), near: EXACT });
  for (const [, value = ''] of text.matchAll(KILOBASES)) spots.push({ bp: Number(value) * 1e3, near: 1e3 });
  const named = items.flatMap(({ text: word }) => ASSEMBLIES[word.replace(/[ _-]/gu, '')] ?? []);
  const assemblies = [...new Set(named)];
  const linked = LINKED.exec(text);
  const chromosome =
    (found?.slice(1).find((part) => part !== undefined) ?? band?.[1] ?? linked?.[1])?.toUpperCase() ?? null;
  const arm = armOf(text);
  if (chromosome === null && arm === null && spots.length === 0 && assemblies.length === 0) return null;
  return { chromosome, arm, band: band?.[0] ?? null, spots, assemblies };
}
