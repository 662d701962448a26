import type { GeneRecord } from '../record/schema.js';
import type { Candidate } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import { focusOf, IN_FOCUS } from './ask-focus.js';
import { helpCandidates, summaryCandidates } from './ask-intents-card.js';
import { citationCandidates } from './ask-intents-cite.js';
import { functionCandidates } from './ask-intents-function.js';
import { identifierCandidates } from './ask-intents-id.js';
import { nameCandidates } from './ask-intents-name.js';
import { locationCandidates, speciesCandidates } from './ask-intents-place.js';

/** Everything a question could be asking for, best first. */
export function candidatesOf(record: GeneRecord, features: Features): readonly Candidate[] {
  const all = [
    ...identifierCandidates(features),
    ...citationCandidates(record, features),
    ...locationCandidates(features),
    ...speciesCandidates(features),
    ...nameCandidates(record, features),
    ...functionCandidates(record, features),
    ...summaryCandidates(features),
    ...helpCandidates(features),
  ];
  const focus = focusOf(features);
  const raised =
    focus === null ? all : all.map((one) => (focus.includes(one.request.do) ? raise(one, features) : one));
  return raised.sort((a, b) => b.score - a.score);
}

function raise(one: Candidate, features: Features): Candidate {
  const family = features.has('family') && one.request.do === 'function';
  return { ...one, score: one.score + (family ? IN_FOCUS * 1.5 : IN_FOCUS) };
}
