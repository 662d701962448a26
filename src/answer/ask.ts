import { isStyleName } from '../citation/find-style.js';
import { BUILT_IN_CATALOGUE, type StyleCatalogue } from '../citation/styles.js';
import type { GeneRecord } from '../record/schema.js';
import { findAccessions } from '../search/accessions.js';
import { readText } from '../search/reading.js';
import { type Before, featuresOf } from '../understand/features.js';
import { type Frame, frameOf } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { type Guess, guessesOf, type Model, trainedModel } from '../understand/model.js';
import { partsOf } from '../understand/parts.js';
import { databaseOf } from '../understand/placeholders.js';
import { accessionAnswer } from './accession.js';
import { type Among, answerAmong } from './among.js';
import type { Answer, Verdict } from './answer.js';
import { type Weighed, weigh } from './claim-verdict.js';
import { type Decision, decide, type Part, severally } from './decide.js';
import { factsOf } from './facts.js';
import { ALONE, type Context, contextOf, type Previous } from './follow.js';
import { refusal } from './refusals.js';
import type { Request, ResolvedRequest } from './request.js';
import { respond, together } from './respond.js';
import { best, type Ruling } from './ruling.js';
import { inStyle } from './styled.js';

/** What is known besides the question. */
export interface AskOptions extends Among {
  /** the citation styles that can be asked for; the built-in ones when left out */
  readonly styles?: StyleCatalogue;
  /** the style of a citation for which none is named; the usual one when left out */
  readonly lastStyle?: string | null;
  /** the intent model; the shipped one when left out */
  readonly model?: Model;
}

/** What a question was judged by. */
interface Judged {
  readonly weighed: Weighed;
  readonly features: readonly string[];
  readonly guesses: readonly Guess[];
  readonly decision: Decision;
}

/** How an answer was found, for `--why`: exactly what was used. */
export interface Explanation extends Judged {
  readonly answer: Answer;
  readonly frame: Frame;
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
  return answerAmong(records, question, options, (record) => explainFrom(record, question, options));
}

function explainFrom(
  record: GeneRecord,
  question: string,
  { previous, styles = BUILT_IN_CATALOGUE, lastStyle = null, model = trainedModel() }: AskOptions,
): Explanation {
  const reading = readText(record, question, (words, bare) => isStyleName(styles, words, bare));
  const frame = frameOf(record, reading);
  const taken = read(model, frame, previous?.record === record ? previous : null);
  const decision = severally(taken.decision, partsIn(model, frame));
  const plain = sourceOfLast(decision, previous) ?? answerOf(frame, decision, question);
  const answer = inStyle(plain, styles, lastStyle);
  return { answer, frame, ...taken, decision };
}

/** A question is read alone first; what was asked before counts where that leaves it open. */
function read(model: Model, frame: Frame, previous: Previous | null): Judged {
  const weighed = weigh(frame.clause.claim, factsOf(frame.record));
  const alone = judged(model, frame, weighed, ALONE);
  return previous === null || standsAlone(frame, alone)
    ? alone
    : judged(model, frame, weighed, contextOf(previous));
}

function judged(model: Model, frame: Frame, weighed: Weighed, context: Context): Judged {
  const features = questionFeatures(frame, weighed, context.before);
  const guesses = guessesOf(model, features);
  const decision = pasted(frame) ?? decide(frame, guesses, weighed, context);
  return { weighed, features, guesses, decision };
}

/** The parts of a question, each going on from the one before; none where one that cannot be answered is about something else. */
function partsIn(model: Model, frame: Frame): readonly Part[] {
  let previous: Previous | null = null;
  const parts: Part[] = [];
  for (const part of partsOf(frame)) {
    const { decision } = read(model, part, previous);
    if (decision.do === 'answer') previous = { record: frame.record, request: decision.request };
    else if (
      part.subject !== 'gene' &&
      part.focus.some((one) => one.kind === 'other' || one.entities.length > 0)
    )
      return [];
    const text = part.focus.map(({ raw, before }) => before + raw).join('');
    parts.push({ text: text.replace(/^[\s\p{P}]+(?:and\s+)?/iu, ''), decision });
  }
  return parts;
}

/** Accessions and nothing besides but the names of their databases: what they are is asked. */
function pasted({ accessions, reading }: Frame): Decision | null {
  const whole = reading.marks.every((mark) => mark.accession !== null || databaseOf(mark) !== null);
  if (accessions.length < 2 || !whole) return null;
  const databases = accessions.flatMap((one) => (one.found === 'identifier' ? [one.database] : []));
  const references = accessions.flatMap((one) => (one.found === 'reference' ? [one.reference.id] : []));
  const request: ResolvedRequest =
    databases.length > 0 ? { do: 'id', databases, species: null } : { do: 'cite', references, format: null };
  return { do: 'answer', intent: 'id', request, ruling: null, also: [], left: [], why: PASTED };
}

const PASTED = 'a list of accessions';

/** The features of a frame and of how the record answers its claim; training makes the same. */
export function questionFeatures(
  frame: Frame,
  { hits, whole, facts }: Weighed,
  before: Before,
): readonly string[] {
  const each = hits.map((list) => best(list.map(({ ruling }) => ruling))?.says ?? 'none');
  const objects = each.length === 0 ? '-' : [...new Set(each)].sort().join('+');
  const perturbed = facts.some((fact) => fact.perturbed === frame.clause.claim.perturbed);
  return featuresOf(frame, { objects, whole: whole?.says ?? '-', perturbed }, before);
}

/** Below this probability an intent alone does not tell what a question without the gene's name is about. */
const COMPLETE = 0.6;

/** A question that says all itself is not changed by what was asked before. */
function standsAlone({ focus, subject }: Frame, { guesses, decision }: Judged): boolean {
  const named = focus.some(({ kind, text }) => kind === 'own' || isIn('gene word', text));
  if (decision.do !== 'answer' || (!named && (guesses[0]?.[1] ?? 0) < COMPLETE)) return false;
  const { request } = decision;
  if (request.do === 'cite')
    return request.references.length > 0 || subject === 'gene' || subject === 'isoform';
  const whole = ['help', 'card', 'locate'].includes(request.do);
  const things = focus.some(({ kind, entities }) => kind === 'accession' || entities.length > 0);
  return named || things || whole || (request.do === 'id' && request.databases.length > 0);
}

/** "source?" after facts that rest on no reference: the same again, with where the record has them from. */
function sourceOfLast(decision: Decision, previous: Previous | undefined): Answer | null {
  const asked = decision.do === 'answer' ? decision.request : null;
  const open = asked?.do === 'cite' && asked.references.length === 0 && asked.format === null;
  if (!open || previous === undefined) return null;
  const { record, request } = previous;
  switch (request.do) {
    case 'alias':
    case 'id':
    case 'locate':
    case 'species':
      return { ...respond(record, request), sourceAsked: true };
    case 'accession':
      return {
        ...accessionAnswer(record, findAccessions(record, request.accession), request),
        sourceAsked: true,
      };
    default:
      return null;
  }
}

type Answering = Extract<Decision, { do: 'answer' }>;

const VERDICTS: Readonly<Record<Ruling['says'], Verdict>> = { yes: 'yes', no: 'no', unsaid: 'not-said' };

function answerOf(frame: Frame, decision: Decision, question: string): Answer {
  const { record } = frame;
  const request: Request = { do: 'ask', question };
  switch (decision.do) {
    case 'answer': {
      const requests = [decision.request, ...decision.also];
      const first = asserted(frame, decision);
      const all = [first, ...decision.also.map((one) => respond(record, one))];
      const answer = together(all, all.length === 1 ? first.request : { do: 'several', requests });
      const left = decision.left.map((part) => `Not answered: "${part}". Please ask that alone.`);
      return { ...answer, notes: [...answer.notes, ...left] };
    }
    case 'clarify':
      return { kind: 'clarify', record, request, verdict: null, notes: [], readings: decision.readings };
    case 'refuse':
      return frame.reading.marks.length === 0
        ? respond(record, { do: 'help' })
        : refusal(frame, request, decision.offers);
  }
}

/** An answer with its lead; accessions that were typed are answered as such, with what stands behind them. */
function asserted({ record, accessions, reading }: Frame, { request, ruling, why }: Answering): Answer {
  const verdict = ruling === null ? null : VERDICTS[ruling.says];
  const alone = why === PASTED;
  const told = accessions.filter((one) => alone || one.found !== 'unknown' || one.databaseName !== null);
  const known = told.filter(({ found }) => found !== 'unknown');
  if (!alone && (known.length === 0 || !known.every((one) => refersTo(request, one)))) {
    const lookedUp = known.length > 0 ? told.filter(({ found }) => found === 'unknown') : [];
    return { ...respond(record, request, verdict), lookedUp };
  }
  if (told.length === 1) return accessionAnswer(record, told, request, verdict);
  const typed = reading.marks.filter(({ accession }) => accession !== null && told.includes(accession));
  const accession = typed.map(({ raw }) => raw).join(' ');
  return accessionAnswer(record, told, { do: 'accession', accession }, verdict);
}

/** Whether a request is for an accession itself, not for what belongs to it. */
function refersTo(request: ResolvedRequest, one: Frame['accessions'][number]): boolean {
  if (one.found === 'identifier')
    return request.do === 'id' && request.databases.includes(one.database) && request.species === null;
  return (
    one.found === 'reference' &&
    request.do === 'cite' &&
    request.format === null &&
    request.references.includes(one.reference.id)
  );
}
