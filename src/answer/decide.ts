import type { Mark } from '../search/marks.js';
import { root } from '../search/stem.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import type { Intent } from '../understand/intents.js';
import { type Item, is } from '../understand/items.js';
import type { Guess } from '../understand/model.js';
import { acts } from './bearing.js';
import { ofKindAsked } from './choose-statements.js';
import type { Weighed } from './claim-verdict.js';
import type { Fact } from './facts.js';
import { asksFor } from './focus.js';
import type { Context } from './follow.js';
import { nearestStatements } from './nearest.js';
import type { ResolvedRequest } from './request.js';
import { type Candidate, candidateOf } from './requests.js';
import { type Ruling, unsaid } from './ruling.js';

/** Below this probability an intent is no ground to assert anything. */
const SURE = 0.57;
/** The same for what asserts nothing that a reader could take for the answer to another question. */
const HARMLESS = 0.36;
/** What the facts themselves bear out is taken from this probability on. */
const DOUBTED = 0.15;
/** An intent that is this probable may be offered as a reading. */
const POSSIBLE = 0.12;
const READINGS = 4;
/** Whole lists and cards. */
const WHOLE: ReadonlySet<Intent> = new Set([
  'summary',
  'help',
  'alias',
  'id:all',
  'cite:all',
  'location',
  'species',
  'function:all',
]);

/** What is done with a question, and why. */
export type Decision =
  | {
      readonly do: 'answer';
      readonly intent: Intent;
      readonly request: ResolvedRequest;
      readonly ruling: Ruling | null;
      /** what else was asked and is answered beside it, in the order of the question */
      readonly also: readonly ResolvedRequest[];
      /** parts of the question, as typed, that cannot be answered */
      readonly left: readonly string[];
      readonly why: string;
    }
  /** two readings or more that may be meant, the likeliest first */
  | { readonly do: 'clarify'; readonly readings: readonly ResolvedRequest[]; readonly why: string }
  | { readonly do: 'refuse'; readonly offers: readonly ResolvedRequest[]; readonly why: string };

/** What to do with a frame: the intent is taken when the frame bears it out. */
export function decide(
  frame: Frame,
  guesses: readonly Guess[],
  weighed: Weighed,
  context: Context,
): Decision {
  const read = (one: Intent): Candidate =>
    one === 'none' ? 'nothing that is recorded' : candidateOf(one, frame, weighed, context);
  const [[first] = ['none', 0] as const] = guesses;
  const intent = first === 'function' && asksForSource(frame) ? 'cite' : first;
  const candidate = read(intent);
  const probability = agreed(candidate, guesses, read);
  const sure = `${intent}, ${Math.round(probability * 100)}%`;
  const fits = typeof candidate !== 'string';
  const harmless = WHOLE.has(intent) || (fits && candidate.ruling?.says === 'unsaid');
  if (fits && probability >= (harmless ? HARMLESS : SURE)) return answering(intent, candidate, sure);
  const other =
    settled(frame, read) ?? told(frame, guesses, weighed, read) ?? nearest(frame, guesses, weighed);
  if (other !== null) return other;
  if (intent === 'none') return { do: 'refuse', offers: [], why: sure };
  const readings = guesses
    .filter(([, p]) => p >= POSSIBLE)
    .flatMap(([one]) => {
      const reading = read(one);
      return typeof reading === 'string' ? [] : [reading.request];
    })
    .slice(0, READINGS);
  const why = fits ? `only ${sure}` : candidate;
  return fits && readings.length > 1
    ? { do: 'clarify', readings, why }
    : { do: 'refuse', offers: readings, why };
}

/** "which paper links X to Y": a source is asked for, whatever it is about. */
function asksForSource(frame: Frame): boolean {
  const { clause, focus, reading } = frame;
  const last = focus.at(-1)?.sentence ?? 0;
  const behind = reading.marks.filter(({ sentence }) => sentence > last);
  return clause.mood.kind === 'open' && asksFor({ focus: [...focus, ...behind] }, 'citation');
}

/** How probable it is that a candidate is what is asked for: intents that come to the same kind of fact, or to the same Yes or No, agree. */
function agreed(
  candidate: Candidate,
  guesses: readonly Guess[],
  read: (intent: Intent) => Candidate,
): number {
  const [[, probability] = ['none', 0] as const, ...others] = guesses;
  if (typeof candidate === 'string') return probability;
  const agrees = ([one]: Guess): boolean => {
    const other = read(one);
    if (typeof other === 'string') return false;
    const settled = candidate.ruling !== null && candidate.ruling.says !== 'unsaid';
    return (
      other.request.do === candidate.request.do || (settled && other.ruling?.says === candidate.ruling?.says)
    );
  };
  return others
    .filter(([, p]) => p >= POSSIBLE)
    .filter(agrees)
    .reduce((sum, [, p]) => sum + p, probability);
}

/** One thing is asked and answered. */
function answering(intent: Intent, candidate: Exclude<Candidate, string>, why: string): Decision {
  return { do: 'answer', intent, ...candidate, also: [], left: [], why };
}

/** "is X the Ensembl ID", "X is IL32, right": an accession that the record does not have is held against the one that it has, although the model doubts it. */
function settled(
  { accessions, clause, subject }: Frame,
  read: (intent: Intent) => Candidate,
): Decision | null {
  const lost = accessions.length === 1 && accessions[0]?.found === 'unknown';
  if (!lost || subject === 'other' || clause.mood.kind !== 'polar' || acts(clause.claim)) return null;
  if (clause.items.some((item) => is(item, 'question word'))) return null;
  const found = read('id');
  return typeof found === 'string' || (found.ruling?.says ?? 'unsaid') === 'unsaid'
    ? null
    : answering('id', found, 'the record settles the accession');
}

/** A statement fits all that an open question claims, although the model doubts it: "which kinase phosphorylates it", "knock-out phenotype". */
function told(
  frame: Frame,
  guesses: readonly Guess[],
  weighed: Weighed,
  read: (intent: Intent) => Candidate,
): Decision | null {
  if (frame.subject === 'other') return null;
  if (!(doubtOf(guesses) >= DOUBTED && isTold(frame, weighed)) && !isOfLoss(frame, weighed)) return null;
  const intent = asksForSource(frame) ? 'cite' : 'function';
  const found = read(intent);
  return typeof found === 'string' ? null : answering(intent, found, 'a statement fits the claim');
}

/** How probable it is that function is asked for. */
function doubtOf(guesses: readonly Guess[]): number {
  return guesses.find(([one]) => one === 'function')?.[1] ?? 0;
}

/** A statement has most of the words of the question: it is shown, and says by itself whether it answers. */
function nearest(frame: Frame, guesses: readonly Guess[], { facts }: Weighed): Decision | null {
  if (doubtOf(guesses) < DOUBTED) return null;
  const statements = nearestStatements(frame, facts);
  if (statements.length === 0) return null;
  const ruling = frame.clause.mood.kind === 'polar' ? unsaid('only words of the sentence') : null;
  return answering(
    'function',
    { request: { do: 'function', statements }, ruling },
    'a statement has most of its words',
  );
}

/** "which kinase phosphorylates it", "which receptor does it use": all words of the claim are told of. */
function isTold(frame: Frame, { facts, whole }: Weighed): boolean {
  const { items, mood, claim } = frame.clause;
  if (mood.kind !== 'open' || !claim.named) return false;
  const { kinds, ofKind } = ofKindAsked(frame, facts);
  const isDone = ({ text }: Mark): boolean => items.some((item) => item.text === text && item.verb !== null);
  const unknown = frame.unknown.filter((mark) => !isDone(mark)).map(({ text }) => text);
  const words = [...claim.unexplained, ...unknown];
  const loose = words.filter((word) => !kinds.some((kind) => isIn(`kind ${kind}`, word)));
  if (ofKind.length > 0 && loose.length === 0) return true;
  const isBare = ({ own, pronoun, verb, thing, ...item }: Item): boolean =>
    own || pronoun || (verb !== null && thing === null) || item.lists.has('grammar');
  if (!items.some((item) => is(item, 'question word')) && !items.every(isBare)) return false;
  const isSaid = (fact: Fact): boolean => words.every((word) => fact.words.has(root(word)));
  return (loose.length === 0 && whole?.says === 'yes') || (words.length > 0 && facts.some(isSaid));
}

/** "phenotype of the knock-out mice": nothing is asked but what the record tells of the gene in that state. */
function isOfLoss({ clause: { items, mood, claim } }: Frame, { facts }: Weighed): boolean {
  const { perturbed, objects, where, direction, unexplained } = claim;
  if (mood.kind !== 'open' || perturbed === null || direction === 'in' || objects.length + where.length > 0)
    return false;
  const isOf = ({ mark, text }: Item): boolean =>
    !unexplained.includes(text) ||
    mark.terms.some(
      (term) => term.kind === 'species' || (term.kind === 'beyond' && /knock-out/u.test(term.what)),
    );
  return facts.some((fact) => fact.perturbed === perturbed) && items.every(isOf);
}

/** A part of a question, as typed, and what is done with it. */
export interface Part {
  readonly text: string;
  readonly decision: Decision;
}

/**
 * The decision on a question whose parts ask for several facts ("aliases and location"): all of them are answered, and what cannot
 * be is named.
 * @param whole the decision on the whole question, which stands where its parts ask for nothing else
 */
export function severally(whole: Decision, parts: readonly Part[]): Decision {
  const answers = parts.flatMap(({ decision }) => (decision.do === 'answer' ? [decision] : []));
  const left = parts.flatMap(({ decision, text }) => (decision.do === 'answer' ? [] : [text]));
  const [first] = answers;
  if (first === undefined || (left.length > 0 && whole.do === 'answer')) return whole;
  const all = answers.map(({ request }) => request);
  const kinds = [...new Set(all.map((request) => request.do))];
  const [request = first.request, ...also] = kinds.map((kind) =>
    all.filter((one) => one.do === kind).reduce(joined),
  );
  if (also.length === 0 && whole.do === 'answer' && !isMore(request, whole.request)) return whole;
  return { ...first, request, also, left, why: 'several things are asked' };
}

/** Whether a request is for databases that another for identifiers leaves out. */
function isMore(one: ResolvedRequest, other: ResolvedRequest): boolean {
  return (
    one.do === 'id' &&
    other.do === 'id' &&
    other.databases.length > 0 &&
    one.databases.some((key) => !other.databases.includes(key))
  );
}

/** Two requests for identifiers are one for those of both; of others the first stands. */
function joined(one: ResolvedRequest, other: ResolvedRequest): ResolvedRequest {
  if (one.do !== 'id' || other.do !== 'id') return one;
  const all = one.databases.length === 0 || other.databases.length === 0;
  return { ...one, databases: all ? [] : [...new Set([...one.databases, ...other.databases])] };
}
