import { DATABASE_KEYS } from './databases.js';
import type { GeneLocation, GeneRecord, Identifier, Species } from './schema.js';

/** Cross-references in catalogue order, the gene's own species first as in the record. */
export function byCatalogue(entries: readonly Identifier[]): readonly Identifier[] {
  return DATABASE_KEYS.flatMap((key) => entries.filter((entry) => entry.database === key));
}

/** What is recorded of where the gene lies in a species: one entry for each assembly, "none" included. */
export function locationIn(record: GeneRecord, species: Species): GeneRecord['locations'] {
  return record.locations.filter((entry) => entry.species === species);
}

/** The recorded place of a gene in a species, or null when none is recorded. */
export function placeIn(record: GeneRecord, species: Species): GeneLocation | null {
  return record.locations.find((entry) => entry.species === species)?.place ?? null;
}
