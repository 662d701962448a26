import { DATABASES } from './databases.js';
import { nameKey } from './names.js';
import type { GeneRecord } from './schema.js';

/** One thing that is wrong in a record: the path inside the file and what was expected there. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/**
 * What shapes alone cannot say: names and ids are unique, whatever is referred to exists and is used, accessions have the
 * form of their database, coordinates are ordered, and a reader can reach every reference.
 * @returns all problems, in the order of the file; empty for a sound record
 */
export function crossCheck(record: GeneRecord): Problem[] {
  return [
    ...checkNames(record),
    ...checkIdentifiers(record),
    ...checkLocations(record),
    ...checkEntities(record),
    ...checkStatements(record),
    ...checkReferences(record),
  ];
}

function checkNames({ names }: GeneRecord): Problem[] {
  const problems = duplicates(
    names,
    (entry) => nameKey(entry.name),
    'names',
    (entry) => `"${entry.name}"`,
  );
  for (const kind of ['symbol', 'name'] as const) {
    const count = names.filter((entry) => entry.kind === kind).length;
    if (count !== 1)
      problems.push({ path: 'names', message: `expected one name of kind "${kind}", found ${count}` });
  }
  names.forEach((entry, index) => {
    if (nameKey(entry.name) === '') {
      problems.push({ path: `names[${index}].name`, message: 'expected at least one letter or digit' });
    }
  });
  return problems;
}

function checkIdentifiers({ identifiers, species }: GeneRecord): Problem[] {
  const problems = duplicates(
    identifiers,
    (entry) => `${entry.database} ${entry.species}`,
    'identifiers',
    (entry) => `${entry.database} of ${entry.species}`,
  );
  identifiers.forEach((entry, index) => {
    const { name, pattern, expected } = DATABASES[entry.database];
    if (entry.accession !== null && !pattern.test(entry.accession)) {
      problems.push({
        path: `identifiers[${index}].accession`,
        message: `"${entry.accession}" has not the form of ${name}: expected ${expected}`,
      });
    }
    problems.push(...unknownSpecies(species, entry.species, `identifiers[${index}].species`));
  });
  return problems;
}

function checkLocations({ locations, species }: GeneRecord): Problem[] {
  const problems = duplicates(
    locations,
    (entry) => entry.species,
    'locations',
    (entry) => entry.species,
  );
  locations.forEach((entry, index) => {
    if (entry.place !== null && entry.place.start > entry.place.end) {
      problems.push({
        path: `locations[${index}].place.end`,
        message: `expected at least the start, ${entry.place.start} bp, found ${entry.place.end} bp`,
      });
    }
    problems.push(...unknownSpecies(species, entry.species, `locations[${index}].species`));
  });
  return problems;
}

function checkEntities({ entities, statements }: GeneRecord): Problem[] {
  const mentioned = new Set(statements.flatMap((statement) => statement.mentions));
  return [
    ...duplicates(
      entities,
      (entry) => entry.id,
      'entities',
      (entry) => `id "${entry.id}"`,
    ),
    ...entities.flatMap((entry, index) =>
      mentioned.has(entry.id)
        ? []
        : [{ path: `entities[${index}].id`, message: `expected a statement that mentions "${entry.id}"` }],
    ),
  ];
}

function checkStatements({ entities, statements, references, definition }: GeneRecord): Problem[] {
  const problems = duplicates(
    statements,
    (entry) => entry.id,
    'statements',
    (entry) => `id "${entry.id}"`,
  );
  const entityIds = new Set(entities.map((entry) => entry.id));
  const referenceIds = new Set(references.map((entry) => entry.id));
  problems.push(...missing(definition.references, referenceIds, 'definition.references', 'a reference'));
  statements.forEach(({ mentions, claim, references: cited }, index) => {
    const path = `statements[${index}]`;
    const mentionIds = new Set(mentions);
    problems.push(...missing(mentions, entityIds, `${path}.mentions`, 'an entity'));
    problems.push(
      ...missing(claim.objects, mentionIds, `${path}.claim.objects`, 'a mention of this statement'),
    );
    problems.push(...missing(claim.where, mentionIds, `${path}.claim.where`, 'a mention of this statement'));
    problems.push(...missing(cited, referenceIds, `${path}.references`, 'a reference'));
  });
  return problems;
}

function checkReferences({ references, statements, definition }: GeneRecord): Problem[] {
  const cited = new Set([
    ...definition.references,
    ...statements.flatMap((statement) => statement.references),
  ]);
  const problems = duplicates(
    references,
    (entry) => entry.id,
    'references',
    (entry) => `id "${entry.id}"`,
  );
  references.forEach(({ id, DOI, PMID, URL }, index) => {
    if (!cited.has(id)) {
      problems.push({ path: `references[${index}].id`, message: `expected a statement that cites "${id}"` });
    }
    if (DOI === undefined && PMID === undefined && URL === undefined) {
      problems.push({ path: `references[${index}]`, message: `expected a DOI, a PMID or a URL for "${id}"` });
    }
  });
  return problems;
}

function duplicates<T>(
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

function missing(ids: readonly string[], known: ReadonlySet<string>, path: string, what: string): Problem[] {
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ path: `${path}[${index}]`, message: `expected the id of ${what}, found "${id}"` }],
  );
}

function unknownSpecies(known: readonly string[], species: string, path: string): Problem[] {
  return known.includes(species)
    ? []
    : [{ path, message: `expected a species of the record (${known.join(', ')}), found "${species}"` }];
}
