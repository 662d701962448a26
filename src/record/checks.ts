import { accessionForm, DATABASES } from './databases.js';
import { nameKey } from './names.js';
import { checkLocations } from './place-checks.js';
import { duplicates, type Problem, unknownSpecies } from './problems.js';
import type { GeneRecord, Statement } from './schema.js';

/**
 * What shapes alone cannot say: names and ids are unique, whatever is referred to exists and is used, accessions have the
 * form of their database, coordinates are ordered, and a reader can reach every reference.
 * @returns all problems, in the order of the file; empty for a sound record
 */
export function crossCheck(record: GeneRecord): Problem[] {
  return [
    ...checkNames(record),
    ...checkSpecies(record),
    ...checkIdentifiers(record),
    ...checkLocations(record),
    ...checkEntities(record),
    ...checkStatements(record),
    ...checkReferences(record),
    ...checkSources(record),
  ];
}

function checkNames({ names, species }: GeneRecord): Problem[] {
  const problems = duplicates(
    names,
    (entry) => nameKey(entry.name),
    'names',
    (entry) => `"${entry.name}"`,
  );
  const own = names.filter((entry) => entry.species === undefined || entry.species === species[0]?.id);
  for (const kind of ['symbol', 'name'] as const) {
    const count = own.filter((entry) => entry.kind === kind).length;
    if (count !== 1)
      problems.push({ path: 'names', message: `expected one name of kind "${kind}", found ${count}` });
  }
  names.forEach((entry, index) => {
    if (nameKey(entry.name) === '') {
      problems.push({ path: `names[${index}].name`, message: 'expected at least one letter or digit' });
    }
    if (entry.species !== undefined)
      problems.push(...unknownSpecies(species, entry.species, `names[${index}].species`));
  });
  return problems;
}

function checkSpecies({ species }: GeneRecord): Problem[] {
  return [
    ...duplicates(
      species,
      (entry) => entry.id,
      'species',
      (entry) => `"${entry.id}"`,
    ),
    ...duplicates(
      species,
      (entry) => String(entry.taxon),
      'species',
      (entry) => `taxon ${entry.taxon}`,
    ),
  ];
}

function checkIdentifiers({ identifiers, species }: GeneRecord): Problem[] {
  const problems = duplicates(
    identifiers,
    (entry) => `${entry.database} ${entry.species} ${entry.accession}`,
    'identifiers',
    (entry) => `${entry.database} ${entry.accession ?? 'null'} of ${entry.species}`,
  );
  identifiers.forEach((entry, index) => {
    const { name, taxa } = DATABASES[entry.database];
    const of = species.find(({ id }) => id === entry.species);
    const { pattern, expected } = accessionForm(entry.database, of?.taxon ?? 0);
    const alike = identifiers.filter(
      ({ database, species: other }) => database === entry.database && other === entry.species,
    );
    if (entry.accession !== null && !pattern.test(entry.accession)) {
      problems.push({
        path: `identifiers[${index}].accession`,
        message: `"${entry.accession}" has not the form of ${name} for ${entry.species}: expected ${expected}`,
      });
    }
    if (taxa !== null && of !== undefined && entry.accession !== null && !taxa.includes(of.taxon)) {
      problems.push({
        path: `identifiers[${index}].database`,
        message: `${name} has no genes of ${entry.species} (taxon ${of.taxon}); it has those of taxon ${taxa.join(', ')}`,
      });
    }
    if (alike.length > 1 && entry.accession === null) {
      problems.push({
        path: `identifiers[${index}].accession`,
        message: `expected an accession: the record has others in ${name} of ${entry.species}`,
      });
    }
    if (alike.length > 1 && entry.label === undefined) {
      problems.push({
        path: `identifiers[${index}]`,
        message: `expected a label that sets it apart: ${name} of ${entry.species} has ${alike.length} entries`,
      });
    }
    problems.push(...unknownSpecies(species, entry.species, `identifiers[${index}].species`));
  });
  return problems;
}

/** The ids that a statement's claim names: subject, objects and places, in this order. */
export function claimedIds({ claim }: Statement): readonly string[] {
  if (claim === undefined) return [];
  return [...(claim.subject === undefined ? [] : [claim.subject]), ...claim.objects, ...claim.where];
}

function checkEntities({ entities, statements, names }: GeneRecord): Problem[] {
  const mentioned = new Set(
    statements.flatMap((statement) => [...statement.mentions, ...claimedIds(statement)]),
  );
  const isoforms = names.flatMap((name) => (name.id === undefined ? [] : [{ id: name.id }]));
  return [
    ...duplicates(
      entities,
      (entry) => entry.id,
      'entities',
      (entry) => `id "${entry.id}"`,
    ),
    ...entities.flatMap((entry, index) =>
      isoforms.some((isoform) => isoform.id === entry.id)
        ? [
            {
              path: `entities[${index}].id`,
              message: `"${entry.id}" is the id of a name too; expected it once`,
            },
          ]
        : [],
    ),
    ...entities.flatMap((entry, index) =>
      mentioned.has(entry.id)
        ? []
        : [{ path: `entities[${index}].id`, message: `expected a statement that mentions "${entry.id}"` }],
    ),
  ];
}

function checkStatements({ entities, names, statements, references, definition }: GeneRecord): Problem[] {
  const problems = duplicates(
    statements,
    (entry) => entry.id,
    'statements',
    (entry) => `id "${entry.id}"`,
  );
  const entityIds = new Set(entities.map((entry) => entry.id));
  const subjectIds = new Set([...entityIds, ...names.flatMap((name) => name.id ?? [])]);
  const referenceIds = new Set(references.map((entry) => entry.id));
  problems.push(...missing(definition.references, referenceIds, 'definition.references', 'a reference'));
  statements.forEach(({ mentions, claim, references: cited }, index) => {
    const path = `statements[${index}]`;
    problems.push(...missing(mentions, entityIds, `${path}.mentions`, 'an entity'));
    if (claim !== undefined) {
      if (claim.subject !== undefined && !subjectIds.has(claim.subject)) {
        problems.push({
          path: `${path}.claim.subject`,
          message: `expected the id of an entity or of an isoform, found "${claim.subject}"`,
        });
      }
      problems.push(...missing(claim.objects, entityIds, `${path}.claim.objects`, 'an entity'));
      problems.push(...missing(claim.where, entityIds, `${path}.claim.where`, 'an entity'));
    }
    problems.push(...missing(cited, referenceIds, `${path}.references`, 'a reference'));
  });
  return problems;
}

/** Every fact that names a source names one of the record's, and no source stands there for nothing. */
function checkSources(record: GeneRecord): Problem[] {
  const named = sourcesNamed(record);
  const known = new Set(record.sources.map((source) => source.id));
  const used = new Set(named.map(({ source }) => source));
  return [
    ...duplicates(
      record.sources,
      (entry) => entry.id,
      'sources',
      (entry) => `id "${entry.id}"`,
    ),
    ...named.flatMap(({ path, source }) =>
      known.has(source) ? [] : [{ path, message: `expected the id of a source, found "${source}"` }],
    ),
    ...record.sources.flatMap(({ id }, index) =>
      index === 0 || used.has(id)
        ? []
        : [{ path: `sources[${index}].id`, message: `expected a fact that names the source "${id}"` }],
    ),
  ];
}

function sourcesNamed(record: GeneRecord): { path: string; source: string }[] {
  const { definition, names, species, identifiers, locations, cytobands, statements } = record;
  const lists = { names, identifiers, locations, cytobands, statements };
  return [
    { path: 'definition', source: definition.source },
    ...species.map(({ counterpart }, index) => ({
      path: `species[${index}].counterpart`,
      source: counterpart?.source,
    })),
    ...Object.entries(lists).flatMap(([list, entries]) =>
      entries.map(({ source }, index) => ({ path: `${list}[${index}]`, source })),
    ),
  ].flatMap(({ path, source }) => (source === undefined ? [] : [{ path: `${path}.source`, source }]));
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

function missing(ids: readonly string[], known: ReadonlySet<string>, path: string, what: string): Problem[] {
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ path: `${path}[${index}]`, message: `expected the id of ${what}, found "${id}"` }],
  );
}
