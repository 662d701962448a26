import { isDeepStrictEqual } from 'node:util';
import { DATABASES } from '../record/databases.js';
import { nameKey } from '../record/names.js';
import type { GeneRecord } from '../record/schema.js';
import { bp, referenceLabel } from '../record/words.js';

/** Facts of a record side by side with those of another. */

/** A fact as it is shown in a comparison. `key` is what makes two facts the same one, whatever they say. */
export interface ShownFact {
  readonly key: string;
  readonly what: string;
  readonly text: string;
}

/** Every fact of a record, in the order of its file. */
function shownFacts(record: GeneRecord): readonly ShownFact[] {
  return [
    ...record.names.map(({ name, kind, species }) => ({
      key: `name ${nameKey(name)}`,
      what: species === undefined ? kind : `${kind} (${species})`,
      text: name,
    })),
    ...record.species.map(({ id, counterpart }) => ({
      key: `species ${id}`,
      what: `species ${id}`,
      text: [
        counterpart?.kind ?? 'own',
        ...(counterpart?.symbol === undefined ? [] : [counterpart.symbol]),
      ].join(' '),
    })),
    ...record.identifiers.map(({ database, species, accession, label }) => ({
      key: `id ${database} ${species} ${accession}`,
      what: `${DATABASES[database].name} (${species})`,
      text: `${accession ?? 'none'}${label === undefined ? '' : `, ${label}`}`,
    })),
    ...record.locations.map(({ species, place }) => ({
      key: `place ${species} ${place?.assembly ?? ''}`,
      what: `place (${species}${place?.assembly === undefined ? '' : `, ${place.assembly}`})`,
      text:
        place === null
          ? 'none'
          : `chr${place.chromosome}:${bp(place.start)}-${bp(place.end)}${place.strand === undefined ? '' : ` (${place.strand})`}`,
    })),
    ...record.cytobands.map(({ species, band }) => ({
      key: `band ${species}`,
      what: `band (${species})`,
      text: band,
    })),
    ...record.statements.map(({ id, text }) => ({ key: `statement ${id}`, what: `statement ${id}`, text })),
    ...record.references.map((reference) => ({
      key: `reference ${reference.PMID ?? reference.DOI ?? reference.id}`,
      what: 'reference',
      text: `${referenceLabel(reference)}: ${reference.title}`,
    })),
  ];
}

/**
 * The facts of two records, line by line.
 * @param names what the two are called, such as "data/il32.json" and "services"
 * @returns `=` both say it, `~` they say different things, `<` only the first, `>` only the second
 */
export function comparison(
  one: GeneRecord,
  other: GeneRecord,
  names: readonly [string, string],
): readonly string[] {
  const others = new Map(shownFacts(other).map((fact) => [fact.key, fact]));
  const lines: string[] = [`< ${names[0]} alone, > ${names[1]} alone, ~ both but different, = both`];
  for (const fact of shownFacts(one)) {
    const match = others.get(fact.key);
    others.delete(fact.key);
    if (match === undefined) lines.push(`< ${fact.what}: ${fact.text}`);
    else if (match.text === fact.text) lines.push(`= ${fact.what}: ${fact.text}`);
    else lines.push(`~ ${fact.what}: ${fact.text} | ${match.text}`);
  }
  return [...lines, ...[...others.values()].map(({ what, text }) => `> ${what}: ${text}`)];
}

/** A record whose facts from a service are brought up to date, with those that somebody edited left alone. */
export interface Refreshed {
  readonly record: Readonly<Record<string, unknown>>;
  readonly kept: number;
}

const KEYS: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => string>> = {
  names: (row) => nameKey(String(row['name'])),
  species: (row) => String(row['id']),
  identifiers: (row) => `${row['database']} ${row['species']} ${row['accession']}`,
  locations: (row) =>
    `${row['species']} ${JSON.stringify(row['place']).match(/"assembly":"[^"]*"/u)?.[0] ?? ''}`,
  cytobands: (row) => String(row['species']),
  entities: (row) => String(row['id']),
  statements: (row) => String(row['id']),
  references: (row) => String(row['id']),
  sources: (row) => String(row['id']),
};

/**
 * Merges three states of a record: a fact that is still as the services gave it (`base`) becomes what they say now (`fresh`), or goes with
 * them; what somebody changed, added or deleted (`mine`) stays so.
 */
export function refresh(base: GeneRecord, mine: GeneRecord, fresh: GeneRecord): Refreshed {
  let kept = 0;
  const merged: Record<string, unknown> = { ...mine };
  for (const [list, keyOf] of Object.entries(KEYS)) {
    const [then, own, now] = [base, mine, fresh].map((record) => rowsByKey(record, list, keyOf));
    if (then === undefined || own === undefined || now === undefined) continue;
    const rows: unknown[] = [];
    for (const [key, row] of own) {
      const isTheirs = isDeepStrictEqual(row, then.get(key));
      if (!isTheirs) kept += 1;
      const present = isTheirs ? now.get(key) : row;
      if (present !== undefined) rows.push(present);
    }
    for (const [key, row] of now) if (!own.has(key) && !then.has(key)) rows.push(row);
    merged[list] = rows;
  }
  if (isDeepStrictEqual(mine.definition, base.definition)) merged['definition'] = fresh.definition;
  else kept += 1;
  return { record: merged, kept };
}

function rowsByKey(
  record: GeneRecord,
  list: string,
  keyOf: (row: Readonly<Record<string, unknown>>) => string,
): Map<string, unknown> {
  const rows: unknown = Object.entries(record).find(([key]) => key === list)?.[1];
  return new Map(Array.isArray(rows) ? rows.map((row) => [keyOf(row), row]) : []);
}
