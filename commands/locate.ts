import { respond } from '../src/answer/respond.js';
import type { Subcommand } from './command.js';
import { speciesOption } from './species.js';

/** `/<gene> locate`: chromosome, coordinates, assembly and browsers. */
export const locateCommand: Subcommand = {
  name: 'locate',
  description: (gene) => `Where ${gene} lies: chromosome, coordinates, assembly`,
  options: ({ records }) => speciesOption(records),
  answer: ({ record }, { species }) => respond(record, { do: 'locate', species: species ?? null }),
};
