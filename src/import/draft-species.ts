import type { GeneRecord } from '../record/schema.js';
import type { Gathered } from './draft.js';
import { first, type GeneFacts, KNOWN_SPECIES, type SpeciesFacts, uniqueBy } from './facts.js';

/** What a draft says of species: their genes, places and bands. */
export interface SpeciesParts {
  readonly species: GeneRecord['species'];
  readonly locations: GeneRecord['locations'];
  readonly cytobands: GeneRecord['cytobands'];
}

/** The human gene first, then the orthologs, then the species that have none. */
export function speciesOf({ human, others, without }: Gathered): SpeciesParts {
  const [own] = KNOWN_SPECIES;
  if (own === undefined) return { species: [], locations: [], cytobands: [] };
  const counterparts = KNOWN_SPECIES.filter(({ taxon }) => others.some((facts) => facts.taxon === taxon));
  const locations: GeneRecord['locations'] = [];
  const cytobands: GeneRecord['cytobands'] = [];
  for (const { id, taxon } of [own, ...counterparts]) {
    const facts = taxon === own.taxon ? human : others.filter((each) => each.taxon === taxon);
    locations.push(...facts.flatMap((each) => placesOf(each, id)));
    const band = first(facts, (each) => each.band);
    if (band !== null) cytobands.push({ species: id, band: band.value, source: band.origin });
  }
  locations.push(...without.map(({ id }) => ({ species: id, place: null, source: 'datasets' })));
  return {
    species: [
      { ...own },
      ...counterparts.map((each) => ({ ...each, counterpart: orthologOf(each, others) })),
      ...without.map((each) => ({
        ...each,
        counterpart: {
          kind: 'none' as const,
          note: `NCBI lists no ${each.id} ortholog.`,
          source: 'datasets',
        },
      })),
    ],
    locations: uniqueBy(locations, ({ species, place }) => `${species} ${place?.assembly ?? ''}`),
    cytobands,
  };
}

function orthologOf({ taxon }: SpeciesFacts, others: readonly GeneFacts[]) {
  const symbol = first(
    others.filter((facts) => facts.taxon === taxon),
    (facts) => facts.symbol,
  );
  return {
    kind: 'ortholog' as const,
    ...(symbol === null ? {} : { symbol: symbol.value, source: symbol.origin }),
  };
}

function placesOf({ places, origin }: GeneFacts, species: string): GeneRecord['locations'] {
  return places.map(({ chromosome, start, end, strand, assembly, note }) => ({
    species,
    place: {
      chromosome,
      start,
      end,
      rounding: 1,
      assembly,
      ...(note === null ? { assemblyBasis: 'stated' } : { assemblyBasis: 'inferred', assemblyNote: note }),
      ...(strand === null ? {} : { strand }),
    },
    source: origin,
  }));
}
