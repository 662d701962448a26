import type { AliasAnswer } from '../answer/answer.js';
import type { GeneName, GeneRecord, NameKind } from '../record/schema.js';
import { geneFullName, geneSymbol, nameKindPhrase } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { textField, type ViewField } from './view.js';

/** What a reader sees of names: which kind the asked one is, and all the others. */
export function aliasView(answer: AliasAnswer) {
  const { record, name } = answer;
  return {
    ...viewBase(answer),
    title: name === null ? `Names of ${geneSymbol(record)}` : `${name.name} and ${geneSymbol(record)}`,
    lead: leadOf(answer),
    body: name === null ? [`${record.names.length} names are recorded.`] : [nameSentence(record, name)],
    fields: nameFields(record, name),
  };
}

function nameSentence(record: GeneRecord, name: GeneName): string {
  const gene = `${geneSymbol(record)} (${geneFullName(record)})`;
  if (name.kind === 'symbol') return `${name.name} is the gene symbol of ${geneFullName(record)}.`;
  if (name.kind === 'name') return `${name.name} is the full name of ${geneSymbol(record)}.`;
  return `${name.name} is ${nameKindPhrase(name)} of ${gene}.`;
}

function nameFields(record: GeneRecord, asked: GeneName | null): ViewField[] {
  const others = record.names.filter((entry) => entry !== asked);
  const fields: readonly (readonly [NameKind, string])[] = [
    ['symbol', 'Gene symbol'],
    ['name', 'Full name'],
    ['alias', asked?.kind === 'alias' ? 'Other aliases' : 'Aliases'],
    ['isoform', asked?.kind === 'isoform' ? 'Other isoforms' : 'Isoforms'],
  ];
  return fields.flatMap(([kind, label]) => {
    const names = others.filter((entry) => entry.kind === kind).map((entry) => entry.name);
    return names.length === 0 ? [] : [textField(label, names.join(', '))];
  });
}
