import { ApplicationCommandOptionType } from 'discord.js';
import { ask } from '../src/answer/ask.js';
import { completeQuestions } from '../src/view/questions.js';
import { choices } from './choices.js';
import type { Subcommand } from './command.js';

/** The longest question that the box takes, in characters. */
const QUESTION_LENGTH = 1000;
const SUGGESTED = 10;

/** `/<gene> ask question`: any question in words. */
export const askCommand: Subcommand = {
  name: 'ask',
  description: (gene) => `Ask anything about ${gene} in your own words`,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'Your question; typos are fine',
      required: true,
      autocomplete: true,
      max_length: QUESTION_LENGTH,
    },
  ],
  answer: ({ record, styles, previous, lastStyle }, { question = '' }) =>
    ask([record], question, { record, styles, lastStyle, previous: previous() ?? undefined }),
  quotes: 'question',
  wanted: 'question',
  complete: ({ record }, _option, typed) =>
    choices(completeQuestions(record, typed, SUGGESTED).map((question) => [question, question])),
};
