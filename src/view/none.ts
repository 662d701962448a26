import type { NoAnswer } from '../answer/answer.js';
import { viewBase } from './base.js';
import { elsewhere } from './elsewhere.js';
import type { AnswerView } from './view.js';

/** What a reader sees when the record does not say: why, and where else to look. */
export function noneView(answer: NoAnswer): AnswerView {
  const other = elsewhere(answer);
  return {
    ...viewBase(answer),
    title: 'Not in the record',
    body: [answer.reason, ...(other?.sentence == null ? [] : [other.sentence])],
    links: other?.links ?? [],
  };
}
