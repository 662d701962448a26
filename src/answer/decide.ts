import type { Frame } from '../understand/frame.js';
import type { Intent } from '../understand/intents.js';
import type { Guess } from '../understand/model.js';
import type { Weighed } from './claim-verdict.js';
import { asksFor } from './focus.js';
import type { Context } from './follow.js';
import type { ResolvedRequest } from './request.js';
import { type Candidate, candidateOf } from './requests.js';
import type { Ruling } from './ruling.js';

/** Below this probability an intent is no ground to assert anything. */
const SURE = 0.5;
/** The same for intents that assert nothing a reader could take for the answer to another question. */
const HARMLESS = 0.36;
/** An intent that is this probable may be offered as a reading. */
const POSSIBLE = 0.12;
/** A claim that the record affirms or denies is answered although the model doubts it. */
const RESCUED = 0.2;
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
  const [[intent, probability] = ['none', 0] as const] = guesses;
  const read = (one: Intent): Candidate =>
    one === 'none' ? 'nothing that is recorded' : candidateOf(one, frame, weighed, context);
  const sure = `${intent}, ${Math.round(probability * 100)}%`;
  const candidate = read(intent);
  const fits = typeof candidate !== 'string';
  if (fits && probability >= (WHOLE.has(intent) ? HARMLESS : SURE)) return answering(intent, candidate, sure);
  const settled = settledBy(frame, guesses, read);
  if (settled !== null) return settled;
  if (intent === 'none') return { do: 'refuse', offers: [], why: sure };
  const readings = guesses
    .filter(([, p]) => p >= POSSIBLE)
    .flatMap(([one]) => {
      const other = read(one);
      return typeof other === 'string' ? [] : [other.request];
    })
    .slice(0, READINGS);
  const why = fits ? `only ${sure}` : candidate;
  return fits && readings.length > 1
    ? { do: 'clarify', readings, why }
    : { do: 'refuse', offers: readings, why };
}

/** One thing is asked and answered. */
function answering(intent: Intent, candidate: Exclude<Candidate, string>, why: string): Decision {
  return { do: 'answer', intent, ...candidate, also: [], left: [], why };
}

/** What the record settles although the model doubts that it is asked: which intent, and of which frames. */
const SETTLED: readonly (readonly [
  Exclude<Intent, 'none'>,
  (frame: Frame, probability: number) => boolean,
])[] = [
  ['location', isPlaced],
  ['id', isOneLost],
  ['function', isWholeClaim],
];

/** What is asked of this gene and the record affirms or denies; a place also where it only has the assembly. */
function settledBy(
  frame: Frame,
  guesses: readonly Guess[],
  read: (intent: Intent) => Candidate,
): Decision | null {
  for (const [intent, applies] of SETTLED) {
    const probability = guesses.find(([one]) => one === intent)?.[1] ?? 0;
    const found =
      frame.subject === 'other' || !applies(frame, probability) ? 'another question' : read(intent);
    if (typeof found === 'string') continue;
    const says = found.ruling?.says ?? 'unsaid';
    if (intent === 'location' || says !== 'unsaid') return answering(intent, found, 'the record settles it');
  }
  return null;
}

const isOwn = ({ subject }: Frame): boolean => subject === 'gene' || subject === 'pronoun';

/** A whole place of this gene; or "where is it on X", X an assembly of the record. */
function isPlaced(frame: Frame): boolean {
  const { clause, place, record } = frame;
  if (place === null) return false;
  const held = record.locations.flatMap((one) => one.place?.assembly ?? []);
  const { chromosome, spots, assemblies } = place;
  if (clause.mood.kind === 'open')
    return (
      asksFor(frame, 'location') && assemblies.length > 0 && assemblies.every((one) => held.includes(one))
    );
  const whole = chromosome !== null && spots.length > 0 && clause.claim.objects.length === 0;
  return whole && isOwn(frame) && clause.mood.kind === 'polar';
}

/** "is X the Ensembl ID": an accession that the record does not have is held against the one that it has. */
function isOneLost({ accessions, clause }: Frame): boolean {
  const lost = accessions.length === 1 && accessions[0]?.found === 'unknown';
  return lost && clause.mood.kind === 'polar' && clause.claim.family === 'be';
}

/** A claim about this gene whose objects the record has, all of them. */
function isWholeClaim(frame: Frame, probability: number): boolean {
  const { objects } = frame.clause.claim;
  const whole = objects.length > 0 && objects.every(({ entities }) => entities.length > 0);
  return whole && probability >= RESCUED && isOwn(frame) && frame.clause.mood.kind === 'polar';
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
