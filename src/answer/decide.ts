import type { Frame } from '../understand/frame.js';
import type { Intent } from '../understand/intents.js';
import type { Guess } from '../understand/model.js';
import type { Fact } from './facts.js';
import type { Context } from './follow.js';
import type { ResolvedRequest } from './request.js';
import { type Candidate, candidateOf } from './requests.js';
import type { Ruling } from './verdict.js';

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
  facts: readonly Fact[],
  context: Context,
): Decision {
  const [top] = guesses;
  if (top === undefined) return { do: 'refuse', offers: [], why: 'no intent' };
  const [intent, probability] = top;
  const read = (one: Intent): Candidate | null =>
    one === 'none' ? null : candidateOf(one, frame, facts, context);
  const rescue = rescued(frame, guesses, facts, context);
  if (intent === 'none') return rescue ?? { do: 'refuse', offers: [], why: `none, ${percent(probability)}` };
  const candidate = read(intent);
  if (candidate?.fits === true && probability >= (WHOLE.has(intent) ? HARMLESS : SURE))
    return answering(intent, candidate, `${intent}, ${percent(probability)}`);
  if (rescue !== null) return rescue;
  const readings = guesses
    .filter(([one, p]) => one !== 'none' && p >= POSSIBLE)
    .flatMap(([one]) => {
      const other = read(one);
      return other?.fits === true ? [other.request] : [];
    })
    .slice(0, READINGS);
  const why = candidate?.fits === false ? candidate.why : `${intent}, only ${percent(probability)}`;
  const unsure = candidate?.fits === true;
  return unsure && readings.length > 1
    ? { do: 'clarify', readings, why }
    : { do: 'refuse', offers: readings, why };
}

type Fitting = Extract<Candidate, { fits: true }>;

/** One thing is asked and answered. */
function answering(
  intent: Intent,
  { request, ruling }: Pick<Fitting, 'request' | 'ruling'>,
  why: string,
): Decision {
  return { do: 'answer', intent, request, ruling, also: [], left: [], why };
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
  const kinds = [...new Set(answers.map(({ request }) => request.do))];
  const requests = kinds.map((kind) =>
    answers
      .filter(({ request }) => request.do === kind)
      .map(({ request }) => request)
      .reduce(joined),
  );
  const [request = first.request, ...also] = requests;
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

function percent(probability: number): string {
  return `${Math.round(probability * 100)}%`;
}

/** A place of this gene that the record agrees with or not. */
function rescuedPlace(frame: Frame, facts: readonly Fact[], context: Context): Decision | null {
  const { clause, subject, place, focus, record } = frame;
  const held = record.locations.flatMap((one) => one.place?.assembly ?? []);
  const asked = focus.some(({ terms }) =>
    terms.some((term) => term.kind === 'aspect' && term.aspect === 'location'),
  );
  const onAssembly =
    asked &&
    subject !== 'other' &&
    place !== null &&
    place.assemblies.length > 0 &&
    place.assemblies.every((one) => held.includes(one));
  if (onAssembly && clause.mood.kind === 'open') {
    const found = candidateOf('location', frame, facts, context);
    if (found.fits) return answering('location', { ...found, ruling: null }, 'the record has that assembly');
  }
  const whole = place !== null && place.chromosome !== null && place.spots.length > 0;
  if (
    !whole ||
    (subject !== 'gene' && subject !== 'pronoun') ||
    clause.mood.kind !== 'polar' ||
    clause.claim.objects.length > 0
  )
    return null;
  const candidate = candidateOf('location', frame, facts, context);
  return candidate.fits ? answering('location', candidate, 'the record settles the place') : null;
}

/** An answer where the record affirms or denies. */
function settled(intent: Intent, candidate: Candidate, why: string): Decision | null {
  const says = candidate.fits ? candidate.ruling?.says : undefined;
  return candidate.fits && says !== undefined && says !== 'unsaid' ? answering(intent, candidate, why) : null;
}

/** "is X the Ensembl ID": an accession that the record does not have is held against the one that it has. */
function rescuedAccession(frame: Frame, facts: readonly Fact[], context: Context): Decision | null {
  const { accessions, clause, subject } = frame;
  const lost = accessions.length === 1 && accessions[0]?.found === 'unknown';
  if (!lost || subject === 'other' || clause.mood.kind !== 'polar' || clause.claim.family !== 'be')
    return null;
  return settled('id', candidateOf('id', frame, facts, context), 'the record settles the accession');
}

/** A claim about this gene that the record affirms or denies in all its parts. */
function rescued(
  frame: Frame,
  guesses: readonly Guess[],
  facts: readonly Fact[],
  context: Context,
): Decision | null {
  const placed = rescuedPlace(frame, facts, context) ?? rescuedAccession(frame, facts, context);
  if (placed !== null) return placed;
  const tally = guesses.find(([intent]) => intent === 'function')?.[1] ?? 0;
  const { clause, subject } = frame;
  const whole =
    clause.claim.objects.length > 0 && clause.claim.objects.every(({ entities }) => entities.length > 0);
  if (
    tally < RESCUED ||
    (subject !== 'gene' && subject !== 'pronoun') ||
    clause.mood.kind !== 'polar' ||
    !whole
  )
    return null;
  return settled('function', candidateOf('function', frame, facts, context), 'the record settles the claim');
}
