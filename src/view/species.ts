import type { SpeciesAnswer } from '../answer/answer.js';
import { DATABASES } from '../record/databases.js';
import { byCatalogue, placeIn } from '../record/lookups.js';
import type { GeneRecord, Species } from '../record/schema.js';
import { geneSymbol, speciesIds, speciesName } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { type AnswerView, textField, type ViewField } from './view.js';

/** What a reader sees of species: what the record holds for one of them, or for all. */
export function speciesView(answer: SpeciesAnswer): AnswerView {
  const { record, species } = answer;
  const shown = species === null ? speciesIds(record) : [species];
  return {
    ...viewBase(answer),
    title: `${geneSymbol(record)}: ${shown.map((each) => speciesName(record, each).toLowerCase()).join(' and ')}`,
    lead: leadOf(answer),
    body: shown.map((each) => speciesSentence(record, each)),
    fields: shown.flatMap((each) => speciesFields(record, each)),
  };
}

function speciesSentence(record: GeneRecord, species: Species): string {
  const name = speciesName(record, species);
  const symbol = geneSymbol(record);
  if (species === record.species[0]?.id)
    return `${name}: ${symbol} is recorded as a ${name.toLowerCase()} gene.`;
  return recorded(record, species).length === 0
    ? `${name}: the record has a ${name.toLowerCase()} column for ${symbol} and gives no counterpart in it (n/a).`
    : `${name}: the record gives a counterpart of ${symbol}.`;
}

function speciesFields(record: GeneRecord, species: Species): ViewField[] {
  const name = speciesName(record, species);
  const entries = byCatalogue(record.identifiers.filter((entry) => entry.species === species));
  const found = recorded(record, species);
  const empty = entries
    .filter((entry) => entry.accession === null)
    .map((entry) => DATABASES[entry.database].name);
  if (placeIn(record, species) === null) empty.push('location');
  return [
    ...(found.length === 0 ? [] : [textField(`${name}: recorded`, found.join('\n'))]),
    ...(empty.length === 0 ? [] : [textField(`${name}: none recorded`, empty.join(', '))]),
  ];
}

function recorded(record: GeneRecord, species: Species): string[] {
  return byCatalogue(record.identifiers.filter((entry) => entry.species === species)).flatMap((entry) =>
    entry.accession === null ? [] : [`${DATABASES[entry.database].name}: ${entry.accession}`],
  );
}
