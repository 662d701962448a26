import type { GeneRecord } from './schema.js';

/** One thing that is wrong in a record: the path inside the file and what was expected there. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** Every entry that has the key of an earlier one. `show` says it in a message. */
export function duplicates<T>(
  entries: readonly T[],
  key: (entry: T) => string,
  path: string,
  show: (entry: T) => string,
): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  entries.forEach((entry, index) => {
    const earlier = first.get(key(entry));
    if (earlier === undefined) first.set(key(entry), index);
    else
      problems.push({
        path: `${path}[${index}]`,
        message: `${show(entry)} is the same as ${path}[${earlier}]; expected it once`,
      });
  });
  return problems;
}

/** A species that the record does not have. */
export function unknownSpecies(known: GeneRecord['species'], species: string, path: string): Problem[] {
  const ids = known.map((each) => each.id);
  return ids.includes(species)
    ? []
    : [{ path, message: `expected a species of the record (${ids.join(', ')}), found "${species}"` }];
}
