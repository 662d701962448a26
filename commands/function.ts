import { ApplicationCommandOptionType } from 'discord.js';
import { lookUpTopic } from '../src/answer/look-up.js';
import { choices, fitting } from './choices.js';
import type { Subcommand } from './command.js';

/** `/<gene> function topic`: the statements about a topic, each with its references. */
export const functionCommand: Subcommand = {
  name: 'function',
  description: (gene) => `What ${gene} does, with references; leave empty for all statements`,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'topic',
      description: 'A cell, gene, pathway or motif, such as "macrophage"; typos are fine',
      autocomplete: true,
      max_length: 300,
    },
  ],
  answer: ({ record }, { topic = '' }) => lookUpTopic(record, topic),
  wanted: 'topic',
  complete: ({ record }, _option, typed) => {
    const begun = fitting(record.statements, typed, ({ text }) => [text]);
    const about = typed.trim() === '' ? null : lookUpTopic(record, typed);
    const statements = about?.kind === 'function' ? [...about.statements, ...begun] : begun;
    return choices(statements.map((statement) => [statement.text, statement.id]));
  },
};
