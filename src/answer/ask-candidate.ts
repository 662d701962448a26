import type { Mark } from '../search/reading.js';
import { actionsOf } from './ask-claims.js';
import type { Features } from './ask-features.js';
import type { ResolvedRequest } from './respond.js';

/** How forgiving an intent is of words that it does not explain. */
export type Strictness = 'tolerant' | 'careful' | 'strict';

/** One way to understand a question. */
export interface Candidate {
  readonly request: ResolvedRequest;
  /** how plainly the words ask for it; the highest wins */
  readonly score: number;
  readonly strictness: Strictness;
  /** the things that the question names decide, other genes among them */
  readonly aboutThings: boolean;
  /** what the words were taken for, for `--why` */
  readonly because: string;
}

/** The reason of candidates that the named things decide. */
export const ABOUT_THINGS = 'things that statements are about';
/** Scores: asked for outright, likely meant, perhaps meant. */
export const PLAIN = 3;
export const LIKELY = 2;
export const FAINT = 1;

/** Makes a candidate; those about things are told by their reason. */
export function candidate(
  request: ResolvedRequest,
  score: number,
  strictness: Strictness,
  because: string,
): Candidate {
  return { request, score, strictness, because, aboutThings: because === ABOUT_THINGS };
}

/** Whether a mark is a thing that statements can be about. */
export function isThing(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'thing');
}

/** Whether nothing is done to anything. */
export function actionless(features: Features): boolean {
  return !features.marks.some((mark) =>
    actionsOf(mark).some((action) => action !== 'link' && action !== 'produce'),
  );
}

/** Whether "which" or "what" stands in the question. */
export function asksWhich(features: Features): boolean {
  return features.word(/^(?:which|what|wich)$/u);
}

/** Whether "what" or "how" stands in the question. */
export function asksWhat(features: Features): boolean {
  return features.word(/^(?:what|whats|how|wat|wut)$/u);
}
