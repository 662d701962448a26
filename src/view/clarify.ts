import type { ClarifyAnswer } from '../answer/answer.js';
import { geneSymbol } from '../record/words.js';
import { viewBase } from './base.js';
import type { AnswerView } from './view.js';

/** What a reader sees when a question can be read in several ways: the readings stand on the buttons. It rests on no source. */
export function clarifyView(answer: ClarifyAnswer): AnswerView {
  const base = { ...viewBase(answer), source: '' };
  if (answer.which !== undefined) return { ...base, title: 'Which gene?', body: [answer.which] };
  return {
    ...base,
    title: `What would you like to know of ${geneSymbol(answer.record)}?`,
    body: ['Your question can be read in several ways. Which one do you mean?'],
  };
}
