import { chromosomesOf } from './chromosomes.js';
import { duplicates, type Problem, unknownSpecies } from './problems.js';
import type { GeneLocation, GeneRecord } from './schema.js';

/** Places and bands: of a species of the record, once for each assembly, inside the chromosomes that are known. */
export function checkLocations({ locations, cytobands, species }: GeneRecord): Problem[] {
  const problems = duplicates(
    locations,
    (entry) => `${entry.species} ${entry.place?.assembly ?? ''}`,
    'locations',
    (entry) =>
      [entry.species, ...(entry.place?.assembly === undefined ? [] : [entry.place.assembly])].join(' on '),
  );
  locations.forEach((entry, index) => {
    if (entry.place !== null && entry.place.start > entry.place.end) {
      problems.push({
        path: `locations[${index}].place.end`,
        message: `expected at least the start, ${entry.place.start} bp, found ${entry.place.end} bp`,
      });
    }
    problems.push(...unknownSpecies(species, entry.species, `locations[${index}].species`));
    const of = species.find(({ id }) => id === entry.species);
    if (entry.place !== null && of !== undefined)
      problems.push(...placeProblems(entry.place, of.taxon, `locations[${index}].place`));
  });
  problems.push(
    ...cytobands.flatMap(({ band, species: of }, index) => {
      const places = locations.flatMap(({ place, species: other }) => (other === of && place ? [place] : []));
      const [chromosome] = /^(?:\d{1,2}|[XY])/u.exec(band) ?? [];
      return places.every((place) => place.chromosome === chromosome)
        ? []
        : [
            {
              path: `cytobands[${index}].band`,
              message: `expected a band of chromosome ${places[0]?.chromosome}, where the record's place is, found "${band}"`,
            },
          ];
    }),
  );
  problems.push(
    ...duplicates(
      cytobands,
      (entry) => entry.species,
      'cytobands',
      (entry) => entry.species,
    ),
    ...cytobands.flatMap((entry, index) =>
      unknownSpecies(species, entry.species, `cytobands[${index}].species`),
    ),
  );
  return problems;
}

/** A place against the chromosomes of its species, as far as they are known. */
function placeProblems({ assembly, chromosome, end }: GeneLocation, taxon: number, path: string): Problem[] {
  const chromosomes = chromosomesOf(taxon);
  if (chromosomes === null) return [];
  const known = Object.keys(chromosomes.assemblies);
  const lengths = chromosomes.assemblies[assembly ?? known[0] ?? '']?.chromosomes;
  if (lengths === undefined)
    return [
      {
        path: `${path}.assembly`,
        message: `expected an assembly of ${chromosomes.species} (${known.join(', ')}), found "${assembly}"`,
      },
    ];
  const found = Object.hasOwn(lengths, chromosome) ? lengths[chromosome] : undefined;
  if (found === undefined)
    return [
      {
        path: `${path}.chromosome`,
        message: `expected a chromosome of ${chromosomes.species} (${Object.keys(lengths).join(', ')}), found "${chromosome}"`,
      },
    ];
  if (assembly === undefined || end <= found.length) return [];
  return [
    {
      path: `${path}.end`,
      message: `expected at most ${found.length} bp, the end of chromosome ${chromosome} on ${assembly}, found ${end} bp`,
    },
  ];
}
