import { respond } from '../src/answer/respond.js';
import type { Subcommand } from './command.js';
import { speciesOption } from './species.js';

/** `/<gene> card`: the gene at a glance. */
export const cardCommand: Subcommand = {
  name: 'card',
  description: (gene) => `At a glance: what ${gene} is, with its IDs and references`,
  options: ({ records }) => speciesOption(records),
  answer: ({ record }, { species }) =>
    species === undefined || species === record.species[0]?.id
      ? respond(record, { do: 'card' })
      : respond(record, { do: 'species', species }),
};
