import { respond } from '../src/answer/respond.js';
import { geneSymbol } from '../src/record/words.js';
import type { Subcommand } from './command.js';

/** `/<gene> locate`: chromosome, coordinates, assembly and browsers. */
export const locateCommand: Subcommand = {
  name: 'locate',
  description: (record) => `Where ${geneSymbol(record)} lies: chromosome, coordinates, assembly`,
  options: () => [],
  answer: ({ record }) => respond(record, { do: 'locate', species: null }),
};
