import type { GeneRecord } from '../record/schema.js';
import type { Answer } from './answer.js';
import type { Candidate } from './ask-candidate.js';
import type { Coverage } from './ask-coverage.js';
import type { Features } from './ask-features.js';
import { nearestSuggestions } from './ask-refusals.js';
import type { Request } from './request.js';
import { refuse } from './respond.js';

/** The last answer: what a short follow-up ("and in mouse?", "source?") continues from. */
export interface Previous {
  readonly record: GeneRecord;
  readonly request: Request;
}

/** One question as read in one way, ready to be decided. */
export interface Case {
  readonly record: GeneRecord;
  /** what would ask the same again */
  readonly request: Request;
  readonly features: Features;
  readonly previous: Previous | null;
}

/** What was decided, and how. */
export interface Outcome {
  readonly answer: Answer;
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage | null;
  /** the decisive rule, one line */
  readonly rule: string;
  /** refused for words that another reading of the sentence may leave out */
  readonly soft: boolean;
}

/** An outcome with an answer in it. */
export function decided(
  answer: Answer,
  rule: string,
  candidates: readonly Candidate[] = [],
  coverage: Coverage | null = null,
): Outcome {
  return { answer, rule, candidates, coverage, soft: false };
}

/** A refusal with the nearest things to offer. `soft`: another reading of the sentence may still be answered. */
export function refused(
  { record, request, features }: Case,
  reason: string,
  rule: string,
  { soft = false, candidates = [] }: { soft?: boolean; candidates?: readonly Candidate[] } = {},
): Outcome {
  const answer = refuse(record, reason, request, nearestSuggestions(record, features, candidates));
  return { answer, rule, candidates, coverage: null, soft };
}
