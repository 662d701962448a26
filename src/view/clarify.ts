import type { ClarifyAnswer } from '../answer/answer.js';
import { geneSymbol } from '../record/words.js';
import { viewBase } from './base.js';
import type { AnswerView } from './view.js';

/** What a reader sees when a question can be read in several ways: the readings stand on the buttons. */
export function clarifyView(answer: ClarifyAnswer): AnswerView {
  if (answer.which !== undefined)
    return { ...viewBase(answer), title: 'Which gene?', body: [answer.which], source: '' };
  const readings = answer.suggestions.map(({ label }) => label).join(', ');
  return {
    ...viewBase(answer),
    title: `What would you like to know of ${geneSymbol(answer.record)}?`,
    body: [
      readings === ''
        ? 'Please ask for one thing.'
        : `Your question can be read in several ways: ${readings}.`,
    ],
  };
}
