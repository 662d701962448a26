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

export const ABOUT_THINGS = 'things that statements are about';
export const PLAIN = 3;
export const LIKELY = 2;
export const FAINT = 1;

export function candidate(
  request: ResolvedRequest,
  score: number,
  strictness: Strictness,
  because: string,
): Candidate {
  return { request, score, strictness, because, aboutThings: because === ABOUT_THINGS };
}

export function isThing(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'thing');
}

export function actionless(features: Features): boolean {
  return !features.marks.some((mark) =>
    actionsOf(mark).some((action) => action !== 'link' && action !== 'produce'),
  );
}

export function asksWhich(features: Features): boolean {
  return features.word(/^(?:which|what|wich)$/u);
}

export function asksWhat(features: Features): boolean {
  return features.word(/^(?:what|whats|how|wat|wut)$/u);
}
