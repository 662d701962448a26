import { ApplicationCommandOptionType } from 'discord.js';
import { lookUpName } from '../src/answer/look-up.js';
import { nameKey } from '../src/record/names.js';
import { nameKindPhrase } from '../src/record/words.js';
import { choices, fitting } from './choices.js';
import type { Subcommand } from './command.js';

/** The longest name that the box takes, in characters. */
const NAME_LENGTH = 100;

/** `/<gene> alias name`: is this a name of the gene, of which kind, and what are the others. */
export const aliasCommand: Subcommand = {
  name: 'alias',
  description: (gene) => `Is this a name of ${gene}? Leave empty for all names`,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'name',
      description: 'A gene, protein or isoform name; hyphens, case and Greek letters do not matter',
      autocomplete: true,
      max_length: NAME_LENGTH,
    },
  ],
  answer: ({ record }, { name = '' }) => lookUpName(record, name),
  wanted: 'name',
  complete: ({ record }, _option, typed) =>
    choices(
      fitting(record.names, typed, (entry) => [
        entry.name,
        nameKey(entry.name),
        ...(nameKey(typed) === nameKey(entry.name) ? [typed.trim()] : []),
      ]).map((entry) => [
        `${entry.name} (${nameKindPhrase(entry).replace(/^(?:an?|the) /u, '')})`,
        entry.name,
      ]),
    ),
};
