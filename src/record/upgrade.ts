/** Older versions of the record file, brought to the present one while they are read. */

/** What version 1 knew without saying it. */
const SPECIES_OF_VERSION_1: Readonly<Record<string, { name: string; taxon: number }>> = {
  human: { name: 'Human', taxon: 9606 },
  mouse: { name: 'Mouse', taxon: 10090 },
};

/** The id that the only source of a version 1 file gets. */
const ONLY_SOURCE = 'source';

/** An upgraded file, and where a path inside it is in the file as it was written. */
export interface Upgraded {
  readonly json: unknown;
  readonly writtenPath: (path: string) => string;
}

/**
 * Brings a record of version 1 to version 2: species get their taxonomy ids, the source an id. What is no record of version 1
 * comes back as it is, for the schema to say what is wrong with it.
 * @param json the file's content
 */
export function upgradeRecord(json: unknown): Upgraded {
  if (!isObject(json) || json['schemaVersion'] !== 1) return { json, writtenPath: (path) => path };
  return {
    json: Object.fromEntries(Object.entries(json).map((entry) => upgradeEntry(entry, json))),
    writtenPath: (path) =>
      path.replace(/^sources(?:\[0\])?/u, 'source').replace(/^(species\[\d+\])\.\w+$/u, '$1'),
  };
}

/** Keys keep their order, so that an upgraded file reads as its author wrote it. */
function upgradeEntry(
  [key, value]: readonly [string, unknown],
  record: Readonly<Record<string, unknown>>,
): readonly [string, unknown] {
  if (key === 'schemaVersion') return [key, 2];
  if (key === 'species' && Array.isArray(value))
    return [key, value.map((each) => upgradeSpecies(each, record))];
  if (key === 'source' && isObject(value)) return ['sources', [{ id: ONLY_SOURCE, ...value }]];
  return [key, value];
}

/** A species of whose gene the file says at every place that there is none has none. */
function upgradeSpecies(species: unknown, record: Readonly<Record<string, unknown>>): unknown {
  const known = typeof species === 'string' ? SPECIES_OF_VERSION_1[species] : undefined;
  if (known === undefined) return species;
  const accessions = rowsOf(record['identifiers'], species).map((row) => row['accession']);
  const places = rowsOf(record['locations'], species).map((row) => row['place']);
  const all = [...accessions, ...places];
  const none = all.length > 0 && all.every((value) => value === null);
  return { id: species, ...known, ...(none ? { counterpart: { kind: 'none' } } : {}) };
}

function rowsOf(list: unknown, species: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isObject).filter((row) => row['species'] === species) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
