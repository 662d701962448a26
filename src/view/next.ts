import { type Answer, type AnswerKind, answersIn } from '../answer/answer.js';
import type { Request, ResolvedRequest } from '../answer/request.js';
import { cut, WHOLE_RECORD } from '../answer/respond.js';
import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol, referenceLabel, referenceNumber, speciesIds, speciesName } from '../record/words.js';

/** A next step that is offered under an answer: what the button says (at most 38 characters) and what it asks. */
export interface NextStep {
  readonly label: string;
  readonly request: Request;
  /** whose record it asks; without it that of the answer */
  readonly record?: GeneRecord;
}

/** How many next steps stand under an answer. */
const MOST = 4;
/** More genes than this have no button each where it is asked which one is meant. */
const MOST_GENES = 5;
/** The most characters that a button shows on a phone. */
const LABEL = 38;

const NAMES: ResolvedRequest = { do: 'alias', name: null };
const IDS: ResolvedRequest = { do: 'id', databases: [], species: null };
const FUNCTIONS: ResolvedRequest = { do: 'function', statements: [] };
const REFERENCES: ResolvedRequest = { do: 'cite', references: [], format: null };
const PLACE: ResolvedRequest = { do: 'locate', species: null };
const CARD: ResolvedRequest = { do: 'card' };

/** What of the whole record is offered, by the kind of the answer. */
const GENERAL: Readonly<Record<AnswerKind, readonly ResolvedRequest[]>> = {
  alias: [FUNCTIONS, IDS, PLACE, CARD],
  identifier: [IDS, PLACE, CARD],
  function: [FUNCTIONS, IDS, CARD],
  citation: [REFERENCES, FUNCTIONS, CARD],
  location: [IDS, NAMES, FUNCTIONS, CARD],
  species: [IDS, PLACE, NAMES, CARD],
  help: [{ do: 'help', about: 'commands' }, { do: 'help', about: 'sources' }, CARD],
  summary: [NAMES, IDS, FUNCTIONS, REFERENCES],
  clarify: WHOLE_RECORD,
  none: [],
};

/** "Ask next": what a reader of an answer may want to know next, the closest first; never what was just answered. */
export function nextSteps(answer: Answer): readonly NextStep[] {
  const { request } = answer;
  if (answer.kind === 'clarify' && answer.genes !== undefined)
    return answer.genes.length > MOST_GENES
      ? []
      : answer.genes.map((record) => ({ label: geneSymbol(record), request, record }));
  if (answer.kind === 'none' && answer.other !== undefined)
    return [{ label: `Ask about ${geneSymbol(answer.other)}`, request, record: answer.other }];
  const parts = answersIn(answer);
  const asked = parts.flatMap((part) =>
    part.request.do === 'several' ? part.request.requests : part.request,
  );
  const steps = new Map<string, NextStep>();
  for (const part of parts)
    for (const next of [...closest(part), ...GENERAL[part.kind]]) {
      const step = stepTo(part.record, next, part.kind);
      const isHeld = next.do !== 'function' || part.record.statements.length > 0;
      if (isHeld && !steps.has(step.label) && !asked.some((one) => isSame(one, next)))
        steps.set(step.label, step);
    }
  return [...steps.values()].slice(0, MOST);
}

/** Whether two requests are one, whatever the style of a citation. */
function isSame(one: Request, other: Request): boolean {
  const plain = (request: Request) => JSON.stringify({ ...request, format: null });
  return one.do === other.do && plain(one) === plain(other);
}

/** A request as a next step, called by what it shows under an answer of some kind. */
export function stepTo(
  record: GeneRecord,
  request: ResolvedRequest,
  under: AnswerKind | null = null,
): NextStep {
  return { label: cut(labelOf(record, request, under), LABEL), request };
}

function labelOf(record: GeneRecord, request: ResolvedRequest, under: AnswerKind | null): string {
  switch (request.do) {
    case 'alias':
      if (request.name === null) return 'All its names';
      return under === 'none' ? `Did you mean ${request.name}?` : request.name;
    case 'id': {
      const { databases, species } = request;
      const isNamed = species !== null && (under === 'identifier' || species !== speciesIds(record)[0]);
      const where = isNamed ? ` in ${speciesName(record, species).toLowerCase()}` : '';
      const names = databases.map((key) => DATABASES[key].name).join(' and ');
      return `${names === '' ? 'All database IDs' : names}${where}`;
    }
    case 'function': {
      const first = record.statements.find(({ id }) => id === request.statements[0]);
      if (first === undefined) return 'What it does';
      return under === 'citation' ? 'What it supports' : first.text;
    }
    case 'cite': {
      const cited = record.references.find(({ id }) => id === request.references[0]);
      if (cited === undefined) return 'References';
      return under === 'function'
        ? `Cite [${referenceNumber(record, cited.id)}]`
        : `Cite ${referenceLabel(cited)}`;
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

/** What an answer itself leads to: what may have been meant, or what its facts belong to. */
function closest(answer: Answer): readonly ResolvedRequest[] {
  const { record } = answer;
  switch (answer.kind) {
    case 'clarify':
      return answer.readings;
    case 'none':
      return answer.near;
    case 'identifier': {
      const [first, ...others] = new Set(answer.entries.map(({ database }) => database));
      const shown = answer.entries.map(({ species }) => species);
      return record.identifiers
        .filter(({ database, accession }) => database === first && accession !== null && others.length === 0)
        .filter(({ species }) => !shown.includes(species))
        .map(({ database, species }) => ({ do: 'id', databases: [database], species }));
    }
    case 'function': {
      const cited = new Set(answer.statements.flatMap(({ references }) => references));
      return record.references
        .filter(({ id }) => cited.has(id))
        .map(({ id }) => ({ do: 'cite', references: [id], format: null }));
    }
    case 'citation': {
      const shown = answer.references.map(({ id }) => id);
      const statements = record.statements
        .filter(({ references }) => references.some((each) => shown.includes(each)))
        .map(({ id }) => id);
      return answer.all || statements.length === 0 ? [] : [{ do: 'function', statements }];
    }
    default:
      return [];
  }
}
