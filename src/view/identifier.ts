import type { IdentifierAnswer } from '../answer/answer.js';
import { listed } from '../catalogue/words.js';
import { DATABASES, databaseLink } from '../record/databases.js';
import type { GeneRecord, Identifier } from '../record/schema.js';
import { geneFullName, geneSymbol, speciesIds, speciesName } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { type AnswerView, copyField, narrowField, type ViewField, type ViewLink } from './view.js';

/** Up to this many databases are shown one by one; more make a table. */
const SHOWN_SINGLY = 3;

/** What a reader sees of cross-references: each with its link, or a table that can be copied. */
export function identifierView(answer: IdentifierAnswer): AnswerView {
  const { record, entries, lookedUp = [] } = answer;
  const isReverse = lookedUp.filter(({ found }) => found === 'identifier').length === 1;
  const databases = [...new Set(entries.map((entry) => entry.database))];
  const base = { ...viewBase(answer), lead: leadOf(answer), links: linksOf(record, entries) };
  const retired = databases.flatMap((key) => DATABASES[key].retired ?? []);
  if (databases.length > SHOWN_SINGLY)
    return { ...base, ...tableView(answer), notes: [...base.notes, ...retired] };
  return {
    ...base,
    title: `${geneSymbol(record)} in ${listed(
      databases.map((key) => DATABASES[key].name),
      'and',
    )}`,
    url: base.links[0]?.url ?? null,
    body: [...(isReverse ? [reverseSentence(answer)] : []), ...retired],
    fields: isReverse ? [] : entries.map((entry) => entryField(record, entry, databases.length > 1)),
  };
}

/** The recorded accessions, one species below the other: side by side they would not fit on a phone. */
function tableView({ record, entries }: IdentifierAnswer): Pick<AnswerView, 'title' | 'body' | 'table'> {
  const species = speciesIds(record).filter((each) => entries.some((entry) => entry.species === each));
  const tables = species.flatMap((each) => {
    const rows = entries.flatMap(({ database, accession, ...entry }) =>
      entry.species === each && accession !== null ? [[shortName(database), accession]] : [],
    );
    return rows.length === 0 ? [] : [[['Database', speciesName(record, each)], ...rows]];
  });
  return {
    title: `Database IDs of ${geneSymbol(record)}`,
    body: species.flatMap((each) => noneLine(record, entries, each)),
    table: tables.flatMap((table, at) => (at === 0 ? table : [[], ...table])),
  };
}

/** "RefSeq protein": a bracket takes room that a phone does not have. */
function shortName(database: Identifier['database']): string {
  return DATABASES[database].name.replace(/[()]/gu, '');
}

function noneLine(record: GeneRecord, entries: readonly Identifier[], species: string): string[] {
  const names = entries
    .filter((entry) => entry.species === species && entry.accession === null)
    .map(({ database }) => DATABASES[database].name);
  return names.length === 0
    ? []
    : [`${speciesName(record, species)}: none recorded in ${listed(names, 'and')}.`];
}

function entryField(record: GeneRecord, entry: Identifier, named: boolean): ViewField {
  const { name, noun } = DATABASES[entry.database];
  const species = speciesName(record, entry.species);
  const label = named ? `${name}, ${species.toLowerCase()}` : `${species} ${noun}`;
  const whole = entry.label === undefined ? label : `${label} (${entry.label})`;
  if (entry.accession === null) return narrowField(whole, 'None recorded');
  // Without a link: what is linked cannot be copied on a phone. The pages are below.
  return copyField(whole, entry.accession);
}

function reverseSentence({ record, entries }: IdentifierAnswer): string {
  const gene = `${geneSymbol(record)} (${geneFullName(record)})`;
  const [entry] = entries;
  if (entry === undefined || entry.accession === null) return `The record of ${gene} has no such accession.`;
  const { name, noun } = DATABASES[entry.database];
  return `${entry.accession} is the ${name} ${noun} of ${gene}, ${speciesName(record, entry.species).toLowerCase()}.`;
}

/** The pages of the entries; they name their species where there are several. */
function linksOf(record: GeneRecord, entries: readonly Identifier[]): ViewLink[] {
  const linked = entries.filter(({ accession }) => accession !== null);
  const isOne = new Set(linked.map(({ species }) => species)).size < 2;
  return entries.flatMap(({ database, accession, species }) => {
    const url = accession === null ? null : databaseLink(database, accession);
    const { name } = DATABASES[database];
    const label = isOne ? name : `${name}, ${speciesName(record, species).toLowerCase()}`;
    return url === null ? [] : [{ label, url }];
  });
}
