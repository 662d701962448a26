import type { AliasAnswer } from '../answer/answer.js';
import type { GeneName, GeneRecord, NameKind } from '../record/schema.js';
import { geneFullName, geneSymbol, nameKindPhrase, speciesName } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { type AnswerView, textField, type ViewField } from './view.js';

/** What a reader sees of names: which kind the asked one is, and the others that the sentence does not say. */
export function aliasView(answer: AliasAnswer): AnswerView {
  const { record, name, beside } = answer;
  const asked = name === null ? [] : [name, ...beside];
  return {
    ...viewBase(answer),
    title: `Names of ${geneSymbol(record)}`,
    lead: leadOf(answer),
    body: asked.map((one) => nameSentence(record, one)),
    fields: nameFields(record, asked),
  };
}

function nameSentence(record: GeneRecord, name: GeneName): string {
  if (name.kind === 'symbol') return `${name.name} is the gene symbol of ${geneFullName(record)}.`;
  if (name.kind === 'name') return `${name.name} is the full name of ${geneSymbol(record)}.`;
  const where = name.species === undefined ? '' : `, ${speciesName(record, name.species).toLowerCase()}`;
  return `${name.name} is ${nameKindPhrase(name)} of ${geneSymbol(record)} (${geneFullName(record)})${where}.`;
}

const LABELS: readonly (readonly [NameKind, string, string])[] = [
  ['symbol', 'Gene symbol', 'Gene symbols'],
  ['name', 'Full name', 'Full names'],
  ['alias', 'Aliases', 'Other aliases'],
  ['previous', 'Previous symbols', 'Other previous symbols'],
  ['isoform', 'Isoforms', 'Other isoforms'],
];

/** Every name that the sentences about the asked ones do not say. */
function nameFields(record: GeneRecord, asked: readonly GeneName[]): ViewField[] {
  return LABELS.flatMap(([kind, label, otherLabel]) => {
    if (asked.length > 0 && (kind === 'symbol' || kind === 'name')) return [];
    const names = record.names.filter((entry) => entry.kind === kind && !asked.includes(entry));
    if (names.length === 0) return [];
    const text = names.map((entry) => withSpecies(record, entry)).join(', ');
    return [textField(asked.some((one) => one.kind === kind) ? otherLabel : label, text)];
  });
}

function withSpecies(record: GeneRecord, { name, species }: GeneName): string {
  return species === undefined ? name : `${name} (${speciesName(record, species).toLowerCase()})`;
}
