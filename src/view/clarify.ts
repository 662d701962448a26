import type { ClarifyAnswer } from '../answer/answer.js';
import { listed } from '../catalogue/words.js';
import { geneSymbol } from '../record/words.js';
import { viewBase } from './base.js';
import type { AnswerView } from './view.js';

/** So many genes are named in a question back. */
const MOST_NAMED = 20;

/** What a reader sees when a question can be read in several ways: the readings stand on the buttons. It rests on no source. */
export function clarifyView(answer: ClarifyAnswer): AnswerView {
  const base = { ...viewBase(answer), source: '' };
  if (answer.genes !== undefined) return { ...base, title: 'Which gene?', body: [whichGene(answer)] };
  return {
    ...base,
    title: `What would you like to know of ${geneSymbol(answer.record)}?`,
    body: ['Your question can be read in several ways. Which one do you mean?'],
  };
}

function whichGene({ genes = [], shared }: ClarifyAnswer): string {
  const symbols = genes.map(geneSymbol);
  if (shared !== undefined) return `"${shared}" belongs to ${listed(symbols, 'and')}. Which one do you mean?`;
  const more = symbols.length > MOST_NAMED;
  const named = more ? [symbols.slice(0, MOST_NAMED).join(', '), `another of ${symbols.length}`] : symbols;
  return `Which gene do you mean: ${listed(named, 'or')}? Please name it in your question.`;
}
