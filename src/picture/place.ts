import { type Chromosome, chromosomesOf } from '../record/chromosomes.js';
import type { GeneLocation } from '../record/schema.js';

/** What is to be drawn: a place, the species that it is of, and the cytogenetic band that is recorded ("16p13.3"). */
export type Location = {
  place: GeneLocation;
  species: { name: string; taxon: number };
  band?: string;
};

/** Why there is no picture; `message` is a sentence for the person who asked. */
export type NotDrawn = {
  kind: 'not-drawn';
  reason: 'species' | 'assembly' | 'chromosome' | 'beyond-end';
  message: string;
};

/** A place together with the chromosome that it lies on. */
export type Placed = { kind: 'placed'; place: GeneLocation; chromosome: Chromosome };

/** The chromosome of a location, or why it cannot be drawn. Never throws. */
export function placeOn({ species, place }: Location): Placed | NotDrawn {
  const chromosomes = chromosomesOf(species.taxon);
  if (chromosomes === null) {
    return notDrawn(
      'species',
      `There is no picture for ${species.name}: its chromosomes are not known here.`,
    );
  }
  if (place.assembly === undefined) {
    return notDrawn(
      'assembly',
      'There is no picture: the record does not say on which assembly the place is.',
    );
  }
  const assembly = own(chromosomes.assemblies, place.assembly);
  if (assembly === undefined) {
    const known = Object.keys(chromosomes.assemblies).join(' and ');
    return notDrawn(
      'assembly',
      `There is no picture for the assembly ${place.assembly}: only ${known} are known here.`,
    );
  }
  const chromosome = own(assembly.chromosomes, place.chromosome);
  if (chromosome === undefined) {
    return notDrawn(
      'chromosome',
      `There is no picture of chromosome ${place.chromosome}: ${place.assembly} has no such chromosome.`,
    );
  }
  if (chromosome.length < SHORTEST_DRAWN) {
    return notDrawn(
      'chromosome',
      `There is no picture of chromosome ${place.chromosome}: it is too short for the scale in Mb.`,
    );
  }
  if (place.end > chromosome.length || place.start > place.end) return beyondEnd(place, chromosome);
  return { kind: 'placed', place, chromosome };
}

/** bp; the mitochondrial chromosome is a ring of 16,569. */
const SHORTEST_DRAWN = 1_000_000;

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function beyondEnd(place: GeneLocation, { length }: Chromosome): NotDrawn {
  const [start, end, whole] = [place.start, place.end, length].map((bp) => bp.toLocaleString('en-US'));
  const where = `chromosome ${place.chromosome} is ${whole} bp long on ${place.assembly}`;
  return notDrawn('beyond-end', `There is no picture: the record says ${start} to ${end} bp, and ${where}.`);
}

function notDrawn(reason: NotDrawn['reason'], message: string): NotDrawn {
  return { kind: 'not-drawn', reason, message };
}
