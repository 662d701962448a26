import { respond } from '../src/answer/respond.js';
import { geneSymbol } from '../src/record/words.js';
import type { Subcommand } from './command.js';

/** `/<gene> card`: the gene at a glance. */
export const cardCommand: Subcommand = {
  name: 'card',
  description: (record) => `${geneSymbol(record)} at a glance`,
  options: () => [],
  answer: ({ record }) => respond(record, { do: 'card' }),
};
