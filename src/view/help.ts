import type { HelpAnswer } from '../answer/answer.js';
import { DATABASES } from '../record/databases.js';
import { byCatalogue } from '../record/lookups.js';
import type { GeneRecord } from '../record/schema.js';
import { geneFullName, geneSymbol, mainSource, referenceLabel } from '../record/words.js';
import { viewBase } from './base.js';
import { type AnswerView, textField } from './view.js';

/** What a reader sees of help: what can be asked, what the record holds, where it is from. */
export function helpView(answer: HelpAnswer): AnswerView {
  const { record } = answer;
  const symbol = geneSymbol(record);
  return {
    ...viewBase(answer),
    title: `What you can ask about ${symbol}`,
    url: mainSource(record).url,
    body: [
      `I look up one gene record: ${symbol} (${geneFullName(record)}). Ask for an alias, a database ID, a statement about function, a citation, the location or the species. Typos in words are fine; names and accessions are matched exactly.`,
      'What the record does not say, I say that it does not say.',
    ],
    fields: [
      textField('What it knows', contents(record).join('\n')),
      textField('Where it is from', credits(record).join('\n')),
    ],
    links: [{ label: 'Source article', url: mainSource(record).url }, ...licenceLink(record)],
  };
}

function contents(record: GeneRecord): string[] {
  const databases = [
    ...new Set(byCatalogue(record.identifiers).map((entry) => DATABASES[entry.database].name)),
  ];
  return [
    `${record.names.length} names`,
    `Cross-references: ${databases.join(', ')}`,
    `${record.statements.length} statements about function`,
    `References: ${record.references.map(referenceLabel).join('; ')}`,
  ];
}

function credits({ sources }: GeneRecord): string[] {
  return sources.flatMap((source) => [
    `${source.publisher}: "${source.title}", revised ${source.revised}. The facts are retold in our own words.`,
    `Licence of the text: ${source.licence.name}.`,
    ...source.credits,
  ]);
}

function licenceLink(record: GeneRecord) {
  const { licence } = mainSource(record);
  return licence.url === undefined ? [] : [{ label: `Licence: ${licence.name}`, url: licence.url }];
}
