import { DATABASES } from '../record/databases.js';
import { byCatalogue } from '../record/lookups.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol, speciesIds, speciesName } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import { findName } from '../search/names.js';
import type { Answer, NoAnswer, Verdict } from './answer.js';
import type { Request, ResolvedRequest } from './request.js';

/** What is offered where nothing nearer is known: the whole record, by kind of fact. */
export const WHOLE_RECORD: readonly ResolvedRequest[] = [
  { do: 'card' },
  { do: 'alias', name: null },
  { do: 'id', databases: [], species: null },
  { do: 'function', statements: [] },
  { do: 'cite', references: [], format: null },
];

/**
 * Builds the answer to a request that names its facts exactly.
 * Names, databases, statement and reference ids that the record does not hold are left out; an answer that would then be
 * empty, or is about a species that the record does not have, is "not in the record".
 */
export function respond(
  record: GeneRecord,
  request: ResolvedRequest,
  verdict: Verdict | null = null,
): Answer {
  const species = 'species' in request ? request.species : null;
  if (species !== null && !speciesIds(record).includes(species)) {
    const known = speciesIds(record).map((each) => speciesName(record, each).toLowerCase());
    const reason = `The record of ${geneSymbol(record)} has no species "${species}", only ${known.join(', ')}.`;
    return refuse(record, reason, request);
  }
  const answer = build(record, request, verdict);
  if (answer !== null) return answer;
  const databases = request.do === 'id' ? request.databases.map((key) => DATABASES[key].name) : [];
  const missing = databases.length === 0 ? 'does not have that' : `has no entry in ${databases.join(' or ')}`;
  return refuse(record, `The record of ${geneSymbol(record)} ${missing}.`, request);
}

/**
 * One answer of several: the first with the others below it. A part that the record cannot answer is told in a note.
 * @param answers at least one
 * @throws RangeError where there is none
 */
export function together(answers: readonly Answer[], request: Request): Answer {
  const held = answers.filter(({ kind }) => kind !== 'none');
  const [first = answers[0], ...also] = held;
  if (first === undefined) throw new RangeError('there is no answer to put together');
  const reasons = answers.flatMap((one) => (one.kind === 'none' && one !== first ? [one.reason] : []));
  return {
    ...first,
    request,
    notes: [...first.notes, ...reasons],
    ...(also.length === 0 ? {} : { also }),
  };
}

/**
 * Builds the answer that says what the record does not say.
 * @param reason one whole sentence: what was not found
 * @param near the nearest things that the record does hold; the whole of it when left out
 * @param marks what was typed, as it was read
 */
export function refuse(
  record: GeneRecord,
  reason: string,
  request: Request,
  near: readonly ResolvedRequest[] = WHOLE_RECORD,
  marks: readonly Mark[] = [],
): NoAnswer {
  return { kind: 'none', record, request, verdict: null, notes: [], reason, near, marks };
}

function build(record: GeneRecord, request: ResolvedRequest, verdict: Verdict | null): Answer | null {
  const common = { record, request, verdict, notes: [] };
  switch (request.do) {
    case 'alias': {
      const [name = null, ...beside] = [request.name ?? [], request.beside ?? []]
        .flat()
        .flatMap((typed) => findName(record, typed) ?? []);
      return name === null && request.name !== null ? null : { ...common, kind: 'alias', name, beside };
    }
    case 'id': {
      const { databases, species } = request;
      const entries = record.identifiers.filter(
        (one) =>
          (databases.length === 0 || databases.includes(one.database)) &&
          (species === null || one.species === species),
      );
      if (entries.length === 0) return null;
      return { ...common, kind: 'identifier', entries: byCatalogue(entries) };
    }
    case 'function': {
      const statements = chosen(record.statements, request.statements);
      if (statements.length === 0) return null;
      return { ...common, kind: 'function', statements, all: statements.length === record.statements.length };
    }
    case 'cite': {
      const references = chosen(record.references, request.references);
      if (references.length === 0) return null;
      const all = references.length === record.references.length;
      return { ...common, kind: 'citation', references, format: request.format, all };
    }
    case 'locate':
      return { ...common, kind: 'location', species: request.species ?? speciesIds(record)[0] ?? 'human' };
    case 'species':
      return { ...common, kind: 'species', species: request.species };
    case 'card':
      return { ...common, kind: 'summary' };
    case 'help':
      return { ...common, kind: 'help' };
  }
}

/** The entries with these ids, in their order; all where none is named. */
function chosen<T extends { readonly id: string }>(all: readonly T[], ids: readonly string[]): readonly T[] {
  return ids.length === 0 ? all : ids.flatMap((wanted) => all.find(({ id }) => id === wanted) ?? []);
}

/** The most characters of typed text that an answer repeats. */
const QUOTED = 40;

/** Typed words as an answer repeats them: on one line, cut where they are long. */
export function quoted(typed: string): string {
  return `"${cut(typed.trim().replace(/\s+/gu, ' '), QUOTED)}"`;
}

/** A text of so many characters at most. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;
}
