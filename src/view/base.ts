import type { Answer, Verdict } from '../answer/answer.js';
import { locationIn } from '../record/lookups.js';
import type { Reference, Source } from '../record/schema.js';
import {
  mainSource,
  plainTitle,
  referenceLabel,
  shortSource,
  sourceLine,
  sourceName,
  sourceOf,
  speciesIds,
} from '../record/words.js';
import { accessionNotes } from './accession.js';
import type { AnswerView, ViewLink } from './view.js';

/** The parts that all views begin with: nothing to show yet, the notes of the answer, and where its facts are from. */
export function viewBase(answer: Answer): AnswerView {
  return {
    title: '',
    url: null,
    lead: null,
    body: [],
    list: [],
    fields: [],
    table: null,
    copy: null,
    notes: [...accessionNotes(answer), ...answer.notes],
    file: null,
    pages: null,
    links: [],
    source: answer.sourceAsked === true ? '' : sourceText(sourcesOf(answer)),
  };
}

/** The view of an answer whose source was asked for: the sources come first and whole, each with its page. */
export function withSources(answer: Answer, view: AnswerView): AnswerView {
  const sources = sourcesOf(answer);
  return {
    ...view,
    body: [...sources.map(({ id }) => sourceLine(answer.record, { source: id })), ...view.body],
    links: [
      ...sources.map((source) => ({ label: `Source: ${sourceName(source)}`, url: source.url })),
      ...view.links,
    ],
  };
}

/** The page of a source, under its name. */
export function sourceLink(source: Source): ViewLink {
  return { label: sourceName(source), url: source.url };
}

/** "Source: Wikipedia 2013, CC BY-SA 3.0". */
export function sourceText(sources: readonly Source[]): string {
  return `Source: ${[...new Set(sources.map(shortSource))].join('; ')}`;
}

interface Sourced {
  readonly source?: string | undefined;
}

/** The sources of the facts that an answer shows, each once; the record's own where it shows none. */
export function sourcesOf(answer: Answer): readonly Source[] {
  const facts = factsOf(answer);
  if (facts.length === 0) return [mainSource(answer.record)];
  return [...new Set(facts.map((fact) => sourceOf(answer.record, fact)))];
}

function factsOf({ record, ...answer }: Answer): readonly Sourced[] {
  switch (answer.kind) {
    case 'alias':
      return answer.name === null ? record.names : [answer.name, ...answer.beside, ...record.names];
    case 'identifier':
      return answer.entries;
    case 'function':
      return answer.statements;
    case 'location':
      return [
        ...locationIn(record, answer.species),
        ...record.cytobands.filter(({ species }) => species === answer.species),
      ];
    case 'species':
      return speciesIds(record).flatMap((each) =>
        answer.species === null || answer.species === each
          ? [...record.identifiers.filter(({ species }) => species === each), ...locationIn(record, each)]
          : [],
      );
    case 'summary':
      return [...record.statements, ...record.names, ...record.identifiers];
    default:
      return [];
  }
}

/** "Yes.", "No." or "The record does not say." for an answer to a yes/no question, else null. */
export function leadOf({ verdict }: Answer): string | null {
  return verdict === null ? null : `${WORDS[verdict]}.`;
}

/** As `leadOf`, with the weight of the one reference behind it: "No, according to Kim et al. 2005." */
export function weightedLead(answer: Answer, references: readonly Reference[]): string | null {
  const { verdict } = answer;
  const [only, ...others] = references;
  if (verdict === null || verdict === 'not-said' || only === undefined || others.length > 0)
    return leadOf(answer);
  const label = referenceLabel(only);
  return `${WORDS[verdict]}, according to ${label === plainTitle(only) ? `"${label}"` : label}.`;
}

const WORDS: Readonly<Record<Verdict, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-said': 'The record does not say',
};
