import type { IdentifierAnswer } from '../answer/answer.js';
import { DATABASES, databaseLink } from '../record/databases.js';
import type { GeneRecord, Identifier } from '../record/schema.js';
import { geneFullName, geneSymbol, speciesIds, speciesName } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { type AnswerView, copyField, narrowField, type ViewField, type ViewLink } from './view.js';

/** Up to this many databases are shown one by one; more make a table. */
const SHOWN_SINGLY = 3;

/** What a reader sees of cross-references: each with its link, or a table that can be copied. */
export function identifierView(answer: IdentifierAnswer): AnswerView {
  const databases = [...new Set(answer.entries.map((entry) => entry.database))];
  const base = { ...viewBase(answer), lead: leadOf(answer), links: linksOf(answer.entries) };
  const retired = databases.flatMap((key) => DATABASES[key].retired ?? []);
  if (databases.length > SHOWN_SINGLY)
    return { ...base, ...tableView(answer), notes: [...answer.notes, ...retired] };
  return {
    ...base,
    title: `${geneSymbol(answer.record)} in ${listed(databases.map((key) => DATABASES[key].name))}`,
    url: base.links[0]?.url ?? null,
    body: [...(answer.lookedUp === null ? [] : [reverseSentence(answer)]), ...retired],
    fields: answer.entries.map((entry) => entryField(answer.record, entry, databases.length > 1)),
  };
}

function tableView({
  record,
  entries,
}: IdentifierAnswer): Pick<AnswerView, 'title' | 'body' | 'table' | 'fields'> {
  const species = speciesIds(record).filter((each) => entries.some((entry) => entry.species === each));
  const databases = [...new Set(entries.map((entry) => entry.database))];
  const cell = (database: string, each: string) => {
    const entry = entries.find((candidate) => candidate.database === database && candidate.species === each);
    return entry === undefined ? '-' : (entry.accession ?? 'n/a');
  };
  return {
    title: `${geneSymbol(record)}: database IDs`,
    body: ['"n/a": the record says that there is none. "-": the record has no entry.'],
    table: [
      ['Database', ...species.map((each) => speciesName(record, each))],
      ...databases.map((key) => [DATABASES[key].name, ...species.map((each) => cell(key, each))]),
    ],
    fields: [],
  };
}

function entryField(record: GeneRecord, entry: Identifier, named: boolean): ViewField {
  const { name, noun } = DATABASES[entry.database];
  const label = named
    ? `${name}, ${speciesName(record, entry.species).toLowerCase()}`
    : `${speciesName(record, entry.species)} ${noun}`;
  if (entry.accession === null) return narrowField(label, 'None recorded');
  return copyField(label, entry.accession, databaseLink(entry.database, entry.accession));
}

function reverseSentence({ record, entries }: IdentifierAnswer): string {
  const gene = `${geneSymbol(record)} (${geneFullName(record)})`;
  const [entry] = entries;
  if (entry === undefined || entry.accession === null) return `The record of ${gene} has no such accession.`;
  const { name, noun } = DATABASES[entry.database];
  return `${entry.accession} is the ${name} ${noun} of ${gene}, ${speciesName(record, entry.species).toLowerCase()}.`;
}

function linksOf(entries: readonly Identifier[]): ViewLink[] {
  return entries.flatMap(({ database, accession }) => {
    const url = accession === null ? null : databaseLink(database, accession);
    return url === null ? [] : [{ label: DATABASES[database].name, url }];
  });
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
