import { ApplicationCommandOptionType } from 'discord.js';
import { lookUpReference } from '../src/answer/look-up.js';
import { EXPORT_FORMATS, formatTitle } from '../src/citation/export.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import { LIMITS } from '../src/limits.js';
import type { Reference } from '../src/record/schema.js';
import { geneSymbol, referenceLabel } from '../src/record/words.js';
import { findReferences } from '../src/search/references.js';
import { choices } from './choices.js';
import type { Subcommand } from './command.js';

/** `/<gene> cite reference style`: a citation to share, in the form that a reader needs. */
export const citeCommand: Subcommand = {
  name: 'cite',
  description: (record) => `Share a reference of the ${geneSymbol(record)} record; leave empty for all`,
  options: ({ styles }) => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'reference',
      description: 'An author, a year, a PMID, a DOI or words of the title',
      autocomplete: true,
      max_length: 300,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'style',
      description: 'A citation style, or a file for a reference manager',
      choices: styleChoices(styles),
    },
  ],
  answer: ({ record, styles }, { reference = '', style }) =>
    lookUpReference(record, reference, style ?? null, styles),
  complete: ({ record }, _option, typed) => {
    const references = typed.trim() === '' ? record.references : findReferences(record, typed);
    return choices(references.map((reference) => [choiceText(reference), reference.id]));
  },
};

function styleChoices({ styles }: StyleCatalogue) {
  return [
    ...styles.map(({ id, title }) => ({ name: title.slice(0, LIMITS.choiceName), value: id })),
    ...EXPORT_FORMATS.map((format) => ({ name: `${formatTitle(format)} file`, value: format })),
  ].slice(-LIMITS.autocompleteChoices);
}

function choiceText(reference: Reference): string {
  const label = referenceLabel(reference);
  return label === reference.title ? label : `${label}: ${reference.title}`;
}
