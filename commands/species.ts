import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import { LIMITS } from '../src/limits.js';
import type { GeneRecord } from '../src/record/schema.js';

/** The option `species`, for a command whose records have more than one; else none. */
export function speciesOption(records: readonly GeneRecord[]): readonly APIApplicationCommandBasicOption[] {
  if (records.every(({ species }) => species.length < 2)) return [];
  const names = new Map(records.flatMap(({ species }) => species.map(({ id, name }) => [id, name] as const)));
  const choices = [...names].map(([value, name]) => ({ name, value })).slice(0, LIMITS.autocompleteChoices);
  return [
    {
      type: ApplicationCommandOptionType.String,
      name: 'species',
      description: "Which species; left empty, the gene's own",
      choices,
    },
  ];
}
