import { ApplicationCommandOptionType } from 'discord.js';
import { lookUpIdentifier } from '../src/answer/look-up.js';
import { DATABASES } from '../src/record/databases.js';
import { byCatalogue } from '../src/record/lookups.js';
import type { GeneRecord, Identifier } from '../src/record/schema.js';
import { choices, fitting } from './choices.js';
import type { Subcommand } from './command.js';
import { speciesOption } from './species.js';

/** `/<gene> id database`: a cross-reference, all of them, or an accession in reverse. */
export const idCommand: Subcommand = {
  name: 'id',
  description: (gene) => `Database IDs of ${gene}, or what an accession stands for`,
  options: ({ records }) => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'database',
      description: 'A database, or an accession to look up; leave empty for all IDs in one table',
      autocomplete: true,
      max_length: 300,
    },
    ...speciesOption(records),
  ],
  answer: ({ record }, { database = '', species }) => lookUpIdentifier(record, database, species ?? null),
  wanted: 'database',
  complete: ({ record }, _option, typed) =>
    choices(offered(record, typed).map((entry) => [choiceText(entry), entry.database])),
};

/** The databases that fit what was typed; by their own names and accessions first, then by everyday words for them. */
function offered(record: GeneRecord, typed: string): readonly Identifier[] {
  const own = byCatalogue(record.identifiers).filter((entry) => entry.accession !== null);
  const fit = fitting(own, typed, (entry) => [
    DATABASES[entry.database].name,
    entry.database,
    entry.accession ?? '',
  ]);
  const meant = typed.trim() === '' ? null : lookUpIdentifier(record, typed);
  return meant?.kind === 'identifier'
    ? [...new Set([...fit, ...meant.entries.filter((entry) => own.includes(entry))])]
    : fit;
}

function choiceText({ database, accession }: Identifier): string {
  return `${DATABASES[database].name}: ${accession}`;
}
