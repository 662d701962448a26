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
    title: `${geneSymbol(record)} in ${shown.map((each) => speciesName(record, each).toLowerCase()).join(' and ')}`,
    lead: leadOf(answer),
    body: shown.map((each) => speciesSentence(record, each, shown.length > 1)),
    fields: shown.flatMap((each) => speciesFields(record, each, shown.length > 1)),
  };
}

/** @param named several species are shown, and each sentence says which is meant */
function speciesSentence(record: GeneRecord, species: Species, named: boolean): string {
  const name = speciesName(record, species);
  const start = named ? `${name}: the` : 'The';
  const symbol = geneSymbol(record);
  if (species === record.species[0]?.id) return `${symbol} is a ${name.toLowerCase()} gene.`;
  const counterpart = record.species.find(({ id }) => id === species)?.counterpart;
  const note = counterpart?.note === undefined ? '' : ` ${counterpart.note}`;
  const other = counterpart?.symbol ?? 'A gene';
  switch (counterpart?.kind) {
    case 'ortholog':
      return `${start} ortholog is ${counterpart.symbol ?? 'recorded without a symbol'}.${note}`;
    case 'functional':
      return `${named ? `${name}: ` : ''}${other} has the same role, but is not an ortholog.${note}`;
    case 'none':
      return `${start} source says that there is no counterpart of ${symbol}.${note}`;
    default:
      return recorded(record, species).length === 0
        ? `${start} record has no counterpart of ${symbol}.`
        : `${start} record has a counterpart of ${symbol}.`;
  }
}

function speciesFields(record: GeneRecord, species: Species, named: boolean): ViewField[] {
  const label = (text: string) => (named ? `${speciesName(record, species)}: ${text}` : capital(text));
  const found = recorded(record, species);
  const empty = byCatalogue(record.identifiers.filter((entry) => entry.species === species))
    .filter((entry) => entry.accession === null)
    .map((entry) => DATABASES[entry.database].name);
  if (placeIn(record, species) === null) empty.push('location');
  return [
    ...(found.length === 0 ? [] : [textField(label('recorded'), found.join('\n'))]),
    ...(empty.length === 0 ? [] : [textField(label('none recorded'), empty.join(', '))]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function recorded(record: GeneRecord, species: Species): string[] {
  return byCatalogue(record.identifiers.filter((entry) => entry.species === species)).flatMap((entry) =>
    entry.accession === null ? [] : [`${DATABASES[entry.database].name}: ${entry.accession}`],
  );
}
