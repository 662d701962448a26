import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { referenceNumber, speciesName } from '../record/words.js';
import type { Answer, IdentifierAnswer } from './answer.js';
import type { Request, Suggestion } from './request.js';

/** How many next steps stand under an answer. */
const SUGGESTIONS = 4;

const NAMES: Suggestion = { label: 'All its names', request: { do: 'alias', name: null } };
const IDS: Suggestion = { label: 'All database IDs', request: { do: 'id', databases: [], species: null } };
const FUNCTIONS: Suggestion = { label: 'What it does', request: { do: 'function', statements: [] } };
const REFERENCES: Suggestion = { label: 'References', request: { do: 'cite', references: [], format: null } };
const PLACE: Suggestion = { label: 'Where it lies', request: { do: 'locate', species: null } };
const COMMANDS: Suggestion = { label: 'All commands', request: { do: 'help', about: 'commands' } };
const SOURCES: Suggestion = { label: 'Sources and licences', request: { do: 'help', about: 'sources' } };
const CARD: Suggestion = { label: 'At a glance', request: { do: 'card' } };

type WithoutSuggestions<T> = T extends unknown ? Omit<T, 'suggestions'> : never;

/** "Ask next": what a reader of this answer may want to know next, at most four, the closest first. */
export function nextTo(answer: WithoutSuggestions<Answer>): readonly Suggestion[] {
  return candidates(answer)
    .filter((suggestion) => !sameRequest(suggestion.request, answer.request))
    .slice(0, SUGGESTIONS);
}

/** What is offered when nothing nearer is known: the whole record, by kind of fact. */
export function nearestTo(record: GeneRecord): readonly Suggestion[] {
  return record.statements.length === 0 ? [CARD, NAMES, IDS, REFERENCES] : [CARD, NAMES, IDS, FUNCTIONS];
}

function candidates(answer: WithoutSuggestions<Answer>): readonly Suggestion[] {
  switch (answer.kind) {
    case 'alias':
      return [FUNCTIONS, IDS, PLACE, CARD];
    case 'identifier':
      return [...otherSpecies(answer), IDS, PLACE, CARD];
    case 'function':
      return [...evidence(answer), FUNCTIONS, IDS, CARD];
    case 'citation':
      return [...supported(answer), REFERENCES, FUNCTIONS, CARD];
    case 'location':
      return [IDS, NAMES, FUNCTIONS, CARD];
    case 'species':
      return [IDS, PLACE, NAMES, CARD];
    case 'help':
      return [COMMANDS, SOURCES, CARD];
    case 'summary':
    case 'clarify':
    case 'none':
      return [NAMES, IDS, FUNCTIONS, REFERENCES];
  }
}

/** The accessions of the same database in species that the answer does not show. */
function otherSpecies({
  record,
  entries,
}: Pick<IdentifierAnswer, 'record' | 'entries'>): readonly Suggestion[] {
  const [database, ...others] = new Set(entries.map((entry) => entry.database));
  if (database === undefined || others.length > 0) return [];
  const shown = new Set(entries.map(({ species }) => species));
  const elsewhere = record.identifiers.filter(
    (entry) => entry.database === database && entry.accession !== null && !shown.has(entry.species),
  );
  return [...new Set(elsewhere.map(({ species }) => species))].map((species) => ({
    label: `${DATABASES[database].name} in ${speciesName(record, species).toLowerCase()}`,
    request: { do: 'id', databases: [database], species },
  }));
}

function evidence({
  record,
  statements,
}: Pick<Extract<Answer, { kind: 'function' }>, 'record' | 'statements'>): Suggestion[] {
  const cited = new Set(statements.flatMap((statement) => statement.references));
  return record.references
    .filter((reference) => cited.has(reference.id))
    .map((reference) => ({
      label: `Cite [${referenceNumber(record, reference.id)}]`,
      request: { do: 'cite', references: [reference.id], format: null },
    }));
}

function supported({
  record,
  references,
  all,
}: Pick<Extract<Answer, { kind: 'citation' }>, 'record' | 'references' | 'all'>): Suggestion[] {
  if (all) return [];
  const cited = new Set(references.map((reference) => reference.id));
  const statements = record.statements.filter((statement) =>
    statement.references.some((id) => cited.has(id)),
  );
  if (statements.length === 0) return [];
  return [
    { label: 'What it supports', request: { do: 'function', statements: statements.map(({ id }) => id) } },
  ];
}

function sameRequest(a: Request, b: Request): boolean {
  return a.do === b.do && JSON.stringify(a) === JSON.stringify(b);
}
