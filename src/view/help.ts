import type { HelpAnswer } from '../answer/answer.js';
import { DATABASES } from '../record/databases.js';
import { byCatalogue } from '../record/lookups.js';
import type { GeneRecord } from '../record/schema.js';
import { geneFullName, geneSymbol, mainSource, referenceLabel } from '../record/words.js';
import { viewBase } from './base.js';
import { exampleQuestions } from './questions.js';
import { type AnswerView, textField } from './view.js';

/** What a reader sees of help: how to ask, in four lines; the commands and the sources are one button away. */
export function helpView(answer: HelpAnswer): AnswerView {
  const about = answer.request.do === 'help' ? answer.request.about : undefined;
  switch (about) {
    case 'commands':
      return { ...viewBase(answer), title: 'All commands' };
    case 'sources':
      return sourcesView(answer);
    default:
      return askingView(answer);
  }
}

function askingView(answer: HelpAnswer): AnswerView {
  const { record, records = [] } = answer;
  if (records.length > 1) return manyView(answer, records);
  const symbol = geneSymbol(record);
  const examples = exampleQuestions(record)
    .map((question) => `"${question}"`)
    .join(', ');
  return {
    ...viewBase(answer),
    title: `Ask about ${symbol} (${geneFullName(record)})`,
    body: [
      'Its names, database IDs, function, references and place in the genome, in your own words.',
      `For example: ${examples}`,
      `Type /${record.command} ask, mention me, reply to one of my answers, or write to me directly. With "private", only you see the answer until you share it.`,
      'Typos in words are fine. Names and accessions are matched exactly, and I do not guess: you are told when the record does not say.',
    ],
  };
}

/** How many genes help names; the others are found while typing. */
const GENES_NAMED = 25;

function manyView(answer: HelpAnswer, records: readonly GeneRecord[]): AnswerView {
  const named = records.slice(0, GENES_NAMED).map((each) => `${geneSymbol(each)} (${geneFullName(each)})`);
  const left = records.length - named.length;
  const [example] = exampleQuestions(answer.record);
  return {
    ...viewBase(answer),
    title: `Ask about ${records.length} genes`,
    body: [
      `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}: names, database IDs, function, references and place in the genome, in your own words.`,
      `Name the gene in your question${example === undefined ? '' : `, for example: "${example}"`}`,
      'Type /gene ask, mention me, reply to one of my answers, or write to me directly. With "private", only you see the answer until you share it.',
      'Typos in words are fine. Names and accessions are matched exactly, and I do not guess: you are told when a record does not say.',
    ],
  };
}

function sourcesView(answer: HelpAnswer): AnswerView {
  const { record } = answer;
  const { url, licence } = mainSource(record);
  return {
    ...viewBase(answer),
    title: 'Where the answers are from',
    body: [...new Set((answer.records ?? [record]).flatMap(credits))],
    fields: [textField('What the record holds', contents(record).join('\n'))],
    links: [
      { label: 'Source', url },
      ...(licence.url === undefined ? [] : [{ label: `Licence: ${licence.name}`, url: licence.url }]),
    ],
  };
}

function contents(record: GeneRecord): string[] {
  const databases = [
    ...new Set(byCatalogue(record.identifiers).map((entry) => DATABASES[entry.database].name)),
  ];
  return [
    `${record.names.length} names`,
    `IDs in ${databases.join(', ')}`,
    `${record.statements.length} statements about function`,
    `${record.references.length} references: ${record.references.slice(0, REFERENCES_NAMED).map(referenceLabel).join('; ')}`,
  ];
}

const REFERENCES_NAMED = 6;

function credits({ sources }: GeneRecord): string[] {
  return sources.flatMap((source) => [
    `${source.publisher}: "${source.title}", revised ${source.revised}, under ${source.licence.name}. The facts are retold in our own words.`,
    ...source.credits,
  ]);
}
