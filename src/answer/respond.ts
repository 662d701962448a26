import type { DatabaseKey } from '../record/databases.js';
import { byCatalogue } from '../record/lookups.js';
import { nameKey } from '../record/names.js';
import type { GeneName, GeneRecord, Identifier, Reference, Species, Statement } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { indexOf } from '../search/record-index.js';
import type { Answer, NoAnswer, Verdict } from './answer.js';
import type { Request, Suggestion } from './request.js';
import { nearestTo, nextTo } from './suggest.js';

/** What is known of an answer besides the request: see `Answer`. */
export interface Extra {
  readonly verdict?: Verdict | null;
  readonly notes?: readonly string[];
  /** the accession that was looked up in reverse, as typed */
  readonly lookedUp?: string | null;
}

/** The requests that name what they want exactly. The others need the search: see `lookUp`. */
export type ResolvedRequest = Exclude<Request, { do: 'ask' | 'accession' | 'topic' | 'reference' }>;

type WithoutSuggestions<T> = T extends unknown ? Omit<T, 'suggestions'> : never;

/**
 * Builds the answer to a request that names its facts exactly.
 * Names, databases, statement and reference ids that the record does not hold are left out; an answer that would then be
 * empty is "not in the record".
 */
export function respond(record: GeneRecord, request: ResolvedRequest, extra: Extra = {}): Answer {
  const answer = build(record, request, extra);
  return answer === null
    ? refuse(record, 'The record does not have that.', request)
    : { ...answer, suggestions: nextTo(answer) };
}

/** As `respond`, for a request that may name a species: one that the record does not have is refused by name. */
export function inSpecies(
  record: GeneRecord,
  request: Extract<ResolvedRequest, { do: 'id' | 'locate' | 'species' }>,
): Answer {
  const { species } = request;
  if (species === null || record.species.some(({ id }) => id === species)) return respond(record, request);
  const known = record.species.map(({ name }) => name.toLowerCase()).join(', ');
  return refuse(
    record,
    `The record of ${geneSymbol(record)} has no species "${species}", only ${known}.`,
    request,
  );
}

/**
 * Builds the answer that says what the record does not say.
 * @param reason one whole sentence: what was not found
 * @param suggestions the nearest things that the record does hold; general ones when left out
 */
export function refuse(
  record: GeneRecord,
  reason: string,
  request: Request,
  suggestions: readonly Suggestion[] = nearestTo(record),
  notes: readonly string[] = [],
): NoAnswer {
  return { kind: 'none', record, request, verdict: null, notes, reason, suggestions };
}

function build(
  record: GeneRecord,
  request: ResolvedRequest,
  extra: Extra,
): WithoutSuggestions<Exclude<Answer, NoAnswer>> | null {
  const common = { record, request, verdict: extra.verdict ?? null, notes: extra.notes ?? [] };
  switch (request.do) {
    case 'alias': {
      const name = request.name === null ? null : nameIn(record, request.name);
      const beside = (request.beside ?? []).flatMap((one) => nameIn(record, one) ?? []);
      return name === undefined ? null : { ...common, kind: 'alias', name, beside };
    }
    case 'id': {
      const entries = identifiersIn(record, request.databases, request.species);
      return entries.length === 0
        ? null
        : { ...common, kind: 'identifier', entries, lookedUp: extra.lookedUp ?? null };
    }
    case 'function': {
      const statements = statementsIn(record, request.statements);
      if (statements.length === 0) return null;
      return { ...common, kind: 'function', statements, all: statements.length === record.statements.length };
    }
    case 'cite': {
      const references = referencesIn(record, request.references);
      if (references.length === 0) return null;
      const all = references.length === record.references.length;
      return { ...common, kind: 'citation', references, format: request.format, all };
    }
    case 'locate':
      return { ...common, kind: 'location', species: request.species ?? firstSpecies(record) };
    case 'species':
      return { ...common, kind: 'species', species: request.species };
    case 'card':
      return { ...common, kind: 'summary' };
    case 'help':
      return { ...common, kind: 'help' };
  }
}

function nameIn(record: GeneRecord, typed: string): GeneName | undefined {
  return indexOf(record).names.get(nameKey(typed));
}

function identifiersIn(
  record: GeneRecord,
  databases: readonly DatabaseKey[],
  species: Species | null,
): readonly Identifier[] {
  const wanted = record.identifiers.filter(
    (entry) =>
      (databases.length === 0 || databases.includes(entry.database)) &&
      (species === null || entry.species === species),
  );
  return byCatalogue(wanted);
}

function statementsIn(record: GeneRecord, ids: readonly string[]): readonly Statement[] {
  if (ids.length === 0) return record.statements;
  return ids.flatMap((id) => record.statements.find((statement) => statement.id === id) ?? []);
}

function referencesIn(record: GeneRecord, ids: readonly string[]): readonly Reference[] {
  if (ids.length === 0) return record.references;
  return ids.flatMap((id) => record.references.find((reference) => reference.id === id) ?? []);
}

function firstSpecies(record: GeneRecord): Species {
  return record.species[0]?.id ?? 'human';
}
