import type { NoAnswer } from '../answer/answer.js';
import { geneSymbol } from '../record/words.js';
import { viewBase } from './base.js';
import type { AnswerView } from './view.js';

/** What a reader sees when the record does not say. */
export function noneView(answer: NoAnswer): AnswerView {
  return {
    ...viewBase(answer),
    title: `Not in the ${geneSymbol(answer.record)} record`,
    body: [answer.reason],
  };
}
