import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { referenceLabel, referenceNumber, speciesIds, speciesName } from '../record/words.js';
import type { FoundTerm } from '../search/terms.js';
import type { Answer } from './answer.js';
import type { Request, ResolvedRequest, Suggestion } from './request.js';

/** How many next steps stand under an answer. */
const SUGGESTIONS = 4;
/** The most characters that a button shows on a phone. */
const LABEL = 38;
/** The most characters of typed text that an answer repeats. */
const QUOTED = 40;

const NAMES: ResolvedRequest = { do: 'alias', name: null };
const IDS: ResolvedRequest = { do: 'id', databases: [], species: null };
const FUNCTIONS: ResolvedRequest = { do: 'function', statements: [] };
const REFERENCES: ResolvedRequest = { do: 'cite', references: [], format: null };
const PLACE: ResolvedRequest = { do: 'locate', species: null };
const CARD: ResolvedRequest = { do: 'card' };

/** A request as a next step, called by what it shows unless something else says it better. */
export function offer(
  record: GeneRecord,
  request: ResolvedRequest,
  label = labelOf(record, request),
): Suggestion {
  return { label: cut(label, LABEL), request };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;
}

/** Typed words as an answer repeats them: on one line, cut where they are long. */
export function quoted(typed: string): string {
  return `"${cut(typed.trim().replace(/\s+/gu, ' '), QUOTED)}"`;
}

function labelOf(record: GeneRecord, request: ResolvedRequest): string {
  switch (request.do) {
    case 'alias':
      return request.name ?? 'All its names';
    case 'id': {
      const { databases, species } = request;
      const elsewhere = species !== null && species !== speciesIds(record)[0];
      const where = elsewhere ? ` in ${speciesName(record, species).toLowerCase()}` : '';
      const names = databases.map((key) => DATABASES[key].name).join(' and ');
      return `${names === '' ? 'All database IDs' : names}${where}`;
    }
    case 'function': {
      const [first] = request.statements;
      return record.statements.find(({ id }) => id === first)?.text ?? 'What it does';
    }
    case 'cite': {
      const cited = record.references.find(({ id }) => id === request.references[0]);
      return cited === undefined ? 'References' : `Cite ${referenceLabel(cited)}`;
    }
    case 'locate':
      return 'Where it lies';
    case 'species':
      return 'Other species';
    case 'card':
      return 'At a glance';
    case 'help':
      return { commands: 'All commands', sources: 'Sources and licences', all: 'What can I ask?' }[
        request.about ?? 'all'
      ];
  }
}

/** Suggestions, each label once, as many as stand under an answer. */
export function offered(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const kept = new Map<string, Suggestion>();
  for (const one of suggestions)
    if (kept.size < SUGGESTIONS && !kept.has(one.label)) kept.set(one.label, one);
  return [...kept.values()];
}

/** Suggestions without those that ask what an answer on the screen came from. */
export function without(
  suggestions: readonly Suggestion[],
  asked: readonly Request[],
): readonly Suggestion[] {
  return suggestions.filter(({ request }) => {
    const alike = asked.filter((one) => one.do === request.do);
    return !alike.some((one) => JSON.stringify(one) === JSON.stringify(request));
  });
}

/** "Ask next": what a reader of this answer may want to know next, the closest first. */
export function nextTo(answer: Answer): readonly Suggestion[] {
  const general = GENERAL[answer.kind].map((each) => offer(answer.record, each));
  return offered(without(closest(answer).concat(general), [answer.request]));
}

const GENERAL: Readonly<Record<Answer['kind'], readonly ResolvedRequest[]>> = {
  alias: [FUNCTIONS, IDS, PLACE, CARD],
  identifier: [IDS, PLACE, CARD],
  function: [FUNCTIONS, IDS, CARD],
  citation: [REFERENCES, FUNCTIONS, CARD],
  location: [IDS, NAMES, FUNCTIONS, CARD],
  species: [IDS, PLACE, NAMES, CARD],
  help: [{ do: 'help', about: 'commands' }, { do: 'help', about: 'sources' }, CARD],
  summary: [NAMES, IDS, FUNCTIONS, REFERENCES],
  clarify: [CARD, NAMES, IDS, FUNCTIONS, REFERENCES],
  none: [CARD, NAMES, IDS, FUNCTIONS, REFERENCES],
};

/** What only the facts of an answer lead to. */
function closest(answer: Answer): readonly Suggestion[] {
  const { record, kind } = answer;
  if (kind === 'identifier') {
    const [first, ...others] = new Set(answer.entries.map(({ database }) => database));
    const shown = answer.entries.map(({ species }) => species);
    return record.identifiers
      .filter(({ database, accession }) => database === first && accession !== null && others.length === 0)
      .filter(({ species }) => !shown.includes(species))
      .map(({ database, species }) => {
        const label = `${DATABASES[database].name} in ${speciesName(record, species).toLowerCase()}`;
        return offer(record, { do: 'id', databases: [database], species }, label);
      });
  }
  if (kind === 'function') {
    const cited = new Set(answer.statements.flatMap(({ references }) => references));
    return record.references.flatMap(({ id }) => {
      const request: ResolvedRequest = { do: 'cite', references: [id], format: null };
      return cited.has(id) ? [offer(record, request, `Cite [${referenceNumber(record, id)}]`)] : [];
    });
  }
  if (kind !== 'citation' || answer.all) return [];
  const shown = answer.references.map(({ id }) => id);
  const statements = record.statements.flatMap(({ id, references }) =>
    references.some((each) => shown.includes(each)) ? [id] : [],
  );
  return statements.length === 0 ? [] : [offer(record, { do: 'function', statements }, 'What it supports')];
}

/** What is offered when nothing nearer is known: the whole record, by kind of fact. */
export function nearestTo(record: GeneRecord): readonly Suggestion[] {
  const held = GENERAL.none.filter((request) => request !== FUNCTIONS || record.statements.length > 0);
  return offered(held.map((request) => offer(record, request)));
}

/** What asks for more about a term. */
export function requestFor({ what }: FoundTerm): ResolvedRequest {
  switch (what.found) {
    case 'name':
      return { do: 'alias', name: what.name.name };
    case 'identifier':
      return { do: 'id', databases: [what.identifier.database], species: what.identifier.species };
    case 'reference':
      return { do: 'cite', references: [what.reference.id], format: null };
  }
}
