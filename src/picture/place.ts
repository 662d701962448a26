import type { GeneRecord } from '../record/schema.js';
import type { Chromosome, Chromosomes } from './chromosomes.js';

/** A row of the record's locations: a species, and its place or null. */
export type Location = GeneRecord['locations'][number];
type Place = NonNullable<Location['place']>;

/** Why there is no picture; `message` is a sentence for the person who asked. */
export type NotDrawn = {
  kind: 'not-drawn';
  reason: 'no-coordinates' | 'species' | 'assembly' | 'chromosome' | 'beyond-end';
  message: string;
};

/** A place together with the chromosome that it lies on. */
export type Placed = { kind: 'placed'; place: Place; chromosome: Chromosome };

/** The chromosome of a location, or why it cannot be drawn. Never throws. */
export function placeOn({ species, place }: Location, chromosomes: Chromosomes): Placed | NotDrawn {
  if (place === null) return notDrawn('no-coordinates', `The record has no location for ${species}.`);
  if (species !== chromosomes.species) {
    return notDrawn(
      'species',
      `There is no picture for ${species}: only ${chromosomes.species} chromosomes are known here.`,
    );
  }
  const assembly = own(chromosomes.assemblies, place.assembly ?? '');
  if (assembly === undefined) {
    const known = Object.keys(chromosomes.assemblies).join(' and ');
    return notDrawn(
      'assembly',
      `There is no picture for ${place.assembly === undefined ? 'an unknown assembly' : `the assembly ${place.assembly}`}: only ${known} are known here.`,
    );
  }
  const chromosome = own(assembly.chromosomes, place.chromosome);
  if (chromosome === undefined) {
    return notDrawn(
      'chromosome',
      `There is no picture of chromosome ${place.chromosome}: only 1 to 22, X and Y are known here.`,
    );
  }
  if (place.end > chromosome.length || place.start > place.end) return beyondEnd(place, chromosome);
  return { kind: 'placed', place, chromosome };
}

/** "3.12–3.13 Mb": as many decimals as the source is exact, three at most. */
export function megabases({ start, end, rounding }: Pick<Place, 'start' | 'end' | 'rounding'>): string {
  const decimals = Math.min(3, Math.max(0, 6 - Math.floor(Math.log10(rounding))));
  const [from, to] = [start, end].map((bp) => (bp / 1e6).toFixed(decimals));
  return from === to ? `${from} Mb` : `${from}–${to} Mb`;
}

/** "GRCh37", or "GRCh37 (inferred)" where the source does not name it. */
export function assemblyName({ assembly, assemblyBasis }: Pick<Place, 'assembly' | 'assemblyBasis'>): string {
  return assemblyBasis === 'inferred' ? `${assembly} (inferred)` : (assembly ?? '');
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function beyondEnd(place: Place, { length }: Chromosome): NotDrawn {
  const [start, end, whole] = [place.start, place.end, length].map((bp) => bp.toLocaleString('en-US'));
  const where = `chromosome ${place.chromosome} is ${whole} bp long on ${place.assembly}`;
  return notDrawn('beyond-end', `There is no picture: the record says ${start} to ${end} bp, and ${where}.`);
}

function notDrawn(reason: NotDrawn['reason'], message: string): NotDrawn {
  return { kind: 'not-drawn', reason, message };
}
