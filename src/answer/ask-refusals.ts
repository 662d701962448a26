import { DATABASES } from '../record/databases.js';
import type { GeneRecord, Statement } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { nearNames } from '../search/names.js';
import type { Mark } from '../search/reading.js';
import type { Candidate } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import type { Request, Suggestion } from './request.js';
import { nearestTo } from './suggest.js';

/** What a refusal says and offers. Typed words are shown short and never as markup. */

const SHOWN = 40;
const OFFERED = 4;
const LABEL = 38;

function quoted(mark: Mark): string {
  return `"${mark.raw.slice(0, SHOWN)}"`;
}

/** Another gene is the subject. */
export function otherGeneReason(record: GeneRecord, mark: Mark): string {
  const mentioned = mark.entities.length > 0;
  const symbol = geneSymbol(record);
  return mentioned
    ? `The record is about ${symbol}. It mentions ${quoted(mark)}, but holds no facts about it.`
    : `${quoted(mark)} is not a name of ${symbol} in this record, and the record holds nothing about it. Names are matched exactly.`;
}

/** The question is about a kind of fact that the record does not hold. */
export function beyondReason(record: GeneRecord, mark: Mark): string {
  const term = mark.terms.find((one) => one.kind === 'beyond');
  const what = term?.kind === 'beyond' ? term.what : 'that';
  return `The record of ${geneSymbol(record)} has nothing on ${what} (${quoted(mark)}).`;
}

/** A weighty word is known neither to the record nor to the vocabulary. */
export function unknownReason(record: GeneRecord, mark: Mark): string {
  return `The record of ${geneSymbol(record)} does not mention ${quoted(mark)}.`;
}

/** No statement says what was asked about recorded things. */
export function statementReason(record: GeneRecord, what: string): string {
  return what === ''
    ? `The record of ${geneSymbol(record)} does not say that.`
    : `The record of ${geneSymbol(record)} does not say that about "${what.slice(0, SHOWN)}".`;
}

/** Nothing of the record was recognised. */
export function nothingReason(record: GeneRecord): string {
  return `I found nothing in that which the record of ${geneSymbol(record)} can answer.`;
}

function short(label: string): string {
  return label.length <= LABEL ? label : `${label.slice(0, LABEL - 1)}…`;
}

function labelOf(record: GeneRecord, request: Request): string | null {
  switch (request.do) {
    case 'id':
      return request.databases.length === 0
        ? 'All database IDs'
        : short(`${geneSymbol(record)} in ${request.databases.map((key) => DATABASES[key].name).join(', ')}`);
    case 'cite':
      return request.references.length === 0 ? 'References' : 'The reference';
    case 'locate':
      return 'Where it lies';
    case 'species':
      return 'Other species';
    case 'alias':
      return request.name === null ? 'All its names' : short(`What is ${request.name}?`);
    case 'function':
      return request.statements.length === 0 ? 'What it does' : null;
    default:
      return null;
  }
}

/** The nearest things that the record does hold: near names, statements, what the words could have asked, then the usual. */
export function nearestSuggestions(
  record: GeneRecord,
  features: Features,
  candidates: readonly Candidate[],
  near: readonly Statement[] = [],
): readonly Suggestion[] {
  const names = features.others.slice(0, 1).flatMap((mark) => nearNames(record, mark.raw, 2));
  const offers: Suggestion[] = [
    ...names.map(({ name }) => ({
      label: short(`Did you mean ${name}?`),
      request: { do: 'alias', name } as const,
    })),
    ...near.slice(0, 2).map((statement) => ({
      label: short(statement.text),
      request: { do: 'function', statements: [statement.id] } as const,
    })),
    ...candidates.slice(0, 2).flatMap(({ request }) => {
      const label = labelOf(record, request);
      return label === null ? [] : [{ label, request }];
    }),
    ...nearestTo(record),
  ];
  return offers
    .filter((offer, at) => offers.findIndex((one) => one.label === offer.label) === at)
    .slice(0, OFFERED);
}
