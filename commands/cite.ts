import { ApplicationCommandOptionType } from 'discord.js';
import { lookUpReference } from '../src/answer/look-up.js';
import { inLastStyle } from '../src/answer/styled.js';
import { searchFormats } from '../src/citation/find-style.js';
import type { Reference } from '../src/record/schema.js';
import { plainTitle, referenceLabel } from '../src/record/words.js';
import { choices, fitting } from './choices.js';
import type { Subcommand } from './command.js';

/** `/<gene> cite reference style`: a citation to share, in the form that a reader needs. */
export const citeCommand: Subcommand = {
  name: 'cite',
  description: (gene) => `Share a reference on ${gene}; leave empty for all`,
  options: () => [
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
      description: 'A citation style such as Vancouver or APA, or a file; typos are fine',
      autocomplete: true,
      max_length: 100,
    },
  ],
  answer: ({ record, styles, lastStyle }, { reference = '', style }) =>
    inLastStyle(lookUpReference(record, reference, style ?? null, styles), lastStyle),
  wanted: 'reference',
  complete: ({ record, styles }, option, typed) => {
    if (option === 'style')
      return choices(searchFormats(styles, typed).map(({ key, title }) => [title, key]));
    const begun = fitting(record.references, typed, (reference) => [choiceText(reference)]);
    const named = typed.trim() === '' ? null : lookUpReference(record, typed, null, styles);
    const references = named?.kind === 'citation' ? [...named.references, ...begun] : begun;
    return choices(references.map((reference) => [choiceText(reference), reference.id]));
  },
};

function choiceText(reference: Reference): string {
  const label = referenceLabel(reference);
  const title = plainTitle(reference);
  return label === title ? label : `${label}: ${title}`;
}
