import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import { readText } from '../search/reading.js';
import { type Before, featuresOf } from '../understand/features.js';
import { type Frame, frameOf } from '../understand/frame.js';
import { type Guess, guessesOf, type Model, trainedModel } from '../understand/model.js';
import { partsOf } from '../understand/parts.js';
import { accessionAnswer } from './accession.js';
import { answerAmong } from './among.js';
import type { Answer, Verdict } from './answer.js';
import { type Decision, decide, severally } from './decide.js';
import { type Fact, factsOf } from './facts.js';
import { ALONE, type Context, contextOf, type Previous } from './follow.js';
import { outcomeOf } from './outcome.js';
import { refusal, requestLabel, shown } from './refusals.js';
import type { Request, Suggestion } from './request.js';
import { type ResolvedRequest, respond } from './respond.js';
import { nearestTo } from './suggest.js';
import type { Ruling } from './verdict.js';

export type { Previous };

/** What is known besides the question. */
export interface AskOptions {
  /** the record that the command belongs to; without it the question's own names choose */
  readonly record?: GeneRecord;
  /** how somebody asks about a record, for showing the way: "/tp53" */
  readonly command?: (record: GeneRecord) => string;
  /** the last answer's record and request: a follow-up continues it */
  readonly previous?: Previous;
  /** the intent model; the shipped one when left out */
  readonly model?: Model;
}

/** How an answer was found, for `--why`: exactly what was used. */
export interface Explanation {
  readonly answer: Answer;
  readonly frame: Frame;
  readonly facts: readonly Fact[];
  readonly features: readonly string[];
  readonly guesses: readonly Guess[];
  readonly decision: Decision;
}

/**
 * Answers a question in words from the records, or says what they do not say. Deterministic; nothing is guessed.
 * @param records the records to choose from; at least one
 * @param question as typed, any length (the first 1,000 characters are read)
 * @throws RangeError when there is no record
 */
export function ask(records: readonly GeneRecord[], question: string, options: AskOptions = {}): Answer {
  return explain(records, question, options).answer;
}

/** The same as `ask`, with how it was found. */
export function explain(
  records: readonly GeneRecord[],
  question: string,
  options: AskOptions = {},
): Explanation {
  return answerAmong(
    records,
    question,
    { record: options.record, context: options.previous?.record, command: options.command },
    (record) => explainFrom(record, question, options),
  );
}

function explainFrom(record: GeneRecord, question: string, options: AskOptions): Explanation {
  const model = options.model ?? trainedModel();
  const facts = factsOf(record);
  const frame = frameOf(record, readText(record, question));
  const alone = judged(model, frame, facts, ALONE);
  const context = options.previous?.record === record ? contextOf(options.previous) : null;
  const best = context === null || standsAlone(frame, alone) ? alone : judged(model, frame, facts, context);
  const parts = partsOf(frame).map((part) => judged(model, part, facts, ALONE).decision);
  const decision = severally(best.decision, parts);
  const answer = answerOf(frame, decision, { do: 'ask', question });
  return { answer, frame, facts, features: best.features, guesses: best.guesses, decision };
}

interface Judged {
  readonly features: readonly string[];
  readonly guesses: readonly Guess[];
  readonly decision: Decision;
}

function judged(model: Model, frame: Frame, facts: readonly Fact[], context: Context): Judged {
  const features = questionFeatures(frame, facts, context.before);
  const guesses = guessesOf(model, features);
  return { features, guesses, decision: decide(frame, guesses, facts, context) };
}

/** The features of a frame, facts included; training makes the same. */
export function questionFeatures(frame: Frame, facts: readonly Fact[], before: Before): readonly string[] {
  return featuresOf(frame, outcomeOf(frame.clause.claim, facts), before);
}

/** A question that says all itself is not changed by what was asked before. */
const COMPLETE = 0.6;

function standsAlone({ focus, subject }: Frame, { guesses, decision }: Judged): boolean {
  if (decision.do !== 'answer' || (guesses[0]?.[1] ?? 0) < COMPLETE) return false;
  const { request } = decision;
  if (request.do === 'cite')
    return request.references.length > 0 || subject === 'gene' || subject === 'isoform';
  const things = focus.some(
    (mark) => mark.kind === 'own' || mark.kind === 'accession' || mark.entities.length > 0,
  );
  return (
    things ||
    request.do === 'help' ||
    request.do === 'card' ||
    request.do === 'locate' ||
    (request.do === 'id' && request.databases.length > 0)
  );
}

const VERDICTS: Readonly<Record<Ruling['says'], Verdict>> = { yes: 'yes', no: 'no', unsaid: 'not-said' };

function answerOf(frame: Frame, decision: Decision, request: Request): Answer {
  const { record } = frame;
  switch (decision.do) {
    case 'answer':
      return asserted(frame, decision.request, decision.ruling);
    case 'clarify':
      return {
        kind: 'clarify',
        record,
        request,
        verdict: null,
        notes: [],
        suggestions: suggestionsFor(record, decision.readings),
      };
    case 'refuse':
      return frame.reading.marks.length === 0
        ? respond(record, { do: 'help' })
        : refusal(frame, request, offersOf(record, decision.offers));
  }
}

function offersOf(record: GeneRecord, requests: readonly ResolvedRequest[]): readonly Suggestion[] {
  return requests.map((request) => ({ label: requestLabel(record, request), request }));
}

function suggestionsFor(record: GeneRecord, requests: readonly ResolvedRequest[]): readonly Suggestion[] {
  return [...offersOf(record, requests), ...nearestTo(record)]
    .filter((one, at, all) => all.findIndex(({ label }) => label === one.label) === at)
    .slice(0, 4);
}

/** An answer with its lead; an accession that was typed is answered as such, with what its suffix means. */
function asserted(frame: Frame, request: ResolvedRequest, ruling: Ruling | null): Answer {
  const verdict = ruling === null ? null : VERDICTS[ruling.says];
  const found = frame.accessions.flatMap((one) => (one.found === 'unknown' ? [] : [one]));
  const [accession] = found;
  const answer =
    found.length === 1 && accession !== undefined && refersTo(request, accession)
      ? { ...accessionAnswer(frame.record, accession, request), verdict }
      : respond(frame.record, request, { verdict, notes: [] });
  const notes = leftOut(frame);
  return notes.length === 0 ? answer : { ...answer, notes: [...answer.notes, ...notes] };
}

function refersTo(request: ResolvedRequest, accession: NonNullable<Mark['accession']>): boolean {
  if (request.do === 'id')
    return (
      accession.found === 'identifier' &&
      request.databases.length === 1 &&
      request.databases[0] === accession.database &&
      request.species === null
    );
  return (
    request.do === 'cite' &&
    accession.found === 'reference' &&
    request.format === null &&
    request.references.length === 1
  );
}

/** What was asked besides and is not in the record: said, not passed over. */
function leftOut({ focus, record }: Frame): readonly string[] {
  const lost = focus.filter(
    ({ accession }) => accession?.found === 'unknown' && accession.databaseName !== null,
  );
  const known = focus.some(({ accession }) => accession !== null && accession.found !== 'unknown');
  return known && lost.length > 0
    ? [`Not in the record of ${geneSymbol(record)}: ${lost.map(shown).join(', ')}.`]
    : [];
}
