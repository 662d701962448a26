import type { GeneRecord } from '../record/schema.js';
import {
  ABOUT_THINGS,
  asksWhat,
  asksWhich,
  type Candidate,
  candidate,
  isThing,
  LIKELY,
} from './ask-candidate.js';
import { actionsOf } from './ask-claims.js';
import type { Features } from './ask-features.js';
import { contextThings, findByRelation } from './ask-function.js';
import type { ResolvedRequest } from './respond.js';

/** Readings of a question as one for statements. */
export function functionCandidates(record: GeneRecord, features: Features): readonly Candidate[] {
  const request = (statements: readonly string[]): ResolvedRequest => ({ do: 'function', statements });
  const things = features.marks.filter((mark) => mark.entities.length > 0);
  const loose = features.others.length > 0 || features.marks.some(isThing);
  const acting = features.marks.flatMap(actionsOf);
  const beside =
    (acting.length > 0 || features.word(/^(?:have|has|got|hav)$/u)) &&
    contextThings(features.scope).length > 0;
  const found: Candidate[] = [];
  if (
    things.length > 0 ||
    beside ||
    (loose &&
      (acting.length > 0 ||
        features.own.length > 0 ||
        features.has('motifs') ||
        features.word(/^(?:its?|protein)$/u)))
  ) {
    const sure = things.length > 0 ? LIKELY + 0.2 + Math.min(0.3, things.length * 0.1) : LIKELY - 0.3;
    found.push(candidate(request([]), sure, 'careful', ABOUT_THINGS));
  } else if (features.has('motifs'))
    found.push(candidate(claims(record, ['contains']), LIKELY + 0.1, 'careful', 'motifs'));
  else if (features.has('family'))
    found.push(candidate(claims(record, ['is']), LIKELY + 0.1, 'strict', 'what kind of thing it is'));
  else if (features.has('function') && !isSpeakersOwn(features))
    found.push(candidate(request([]), LIKELY, 'strict', 'what it does'));
  else if (acting.some((action) => action !== 'change' && (action !== 'link' || asksWhich(features)))) {
    const statements = findByRelation(record, features.scope);
    const spoken =
      features.own.length > 0 ||
      features.word(/^(?:it|its|gene|protein)$/u) ||
      (asksWhich(features) && features.references.length === 0);
    if (statements.length > 0 && spoken)
      found.push(
        candidate(request(statements.map(({ id }) => id)), LIKELY - 0.2, 'careful', 'a verb of effects'),
      );
  } else if (asksForWork(features)) {
    found.push(candidate(request([]), LIKELY - 0.35, 'strict', 'what it does'));
  }
  return found;
}

/** "my job": of the one who asks. */
function isSpeakersOwn(features: Features): boolean {
  const named = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'function' && !term.weak),
  );
  return named.every((mark) =>
    /^(?:my|our|your)$/u.test(features.marks[features.marks.indexOf(mark) - 1]?.text ?? ''),
  );
}

/** "what does it do", "how does it work". */
function asksForWork(features: Features): boolean {
  if (features.word(/^(?:how|hows)$/u) && features.word(/^(?:works?|act|acts)$/u)) return true;
  const last = features.marks[features.marks.length - 1]?.text;
  if (last === 'for' && asksWhat(features)) return features.own.length > 0 || features.word(/^(?:it|gene)$/u);
  const acts = features.marks.some(
    ({ text }, at) =>
      /^(?:do|does|act|acts)$/u.test(text) &&
      !/^(?:i|we|you|u|people)$/u.test(features.marks[at + 1]?.text ?? ''),
  );
  return acts && asksWhat(features);
}

function claims(record: GeneRecord, relations: readonly string[]): ResolvedRequest {
  const statements = record.statements
    .filter((statement) => relations.includes(statement.claim?.relation ?? ''))
    .map(({ id }) => id);
  return { do: 'function', statements };
}
