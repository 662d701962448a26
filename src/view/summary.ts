import type { SummaryAnswer } from '../answer/answer.js';
import { DATABASES, databaseLink } from '../record/databases.js';
import { byCatalogue, placeIn } from '../record/lookups.js';
import type { GeneRecord, NameKind } from '../record/schema.js';
import { geneFullName, geneSymbol, megabases, referenceNumber, speciesIds } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { byImportance, citedBy, referenceLink, statementLine } from './function.js';
import { assemblyName } from './location.js';
import { type AnswerView, listField, narrowField, textField, type ViewField, type ViewLink } from './view.js';

/** How many statements the card shows; the rest are one button away. */
const STATEMENTS_SHOWN = 5;

/** What a reader sees of the gene at a glance. */
export function summaryView(answer: SummaryAnswer): AnswerView {
  const { record } = answer;
  const links = cardLinks(record);
  return {
    ...viewBase(answer),
    title: `${geneSymbol(record)}: ${geneFullName(record)}`,
    url: links[0]?.url ?? null,
    lead: leadOf(answer),
    body: [
      definition(record),
      ...highlights(record).map((statement) => statementLine(record, statement, true)),
    ],
    fields: cardFields(record),
    notes: [...answer.notes, ...moreNote(record)],
    links,
  };
}

function definition(record: GeneRecord): string {
  const { text, references } = record.definition;
  return `${text} ${references.map((id) => `[${referenceNumber(record, id)}]`).join('')}`;
}

/** What matters most. */
function highlights({ statements }: GeneRecord) {
  return byImportance(statements).slice(0, STATEMENTS_SHOWN);
}

function moreNote(record: GeneRecord): string[] {
  const more = record.statements.length - highlights(record).length;
  return more > 0 ? [`${more} more statements about function are recorded.`] : [];
}

function cardFields(record: GeneRecord): ViewField[] {
  const [species] = speciesIds(record);
  const place = species === undefined ? null : placeIn(record, species);
  return [
    ...nameField(record, 'alias', 'Aliases'),
    ...nameField(record, 'isoform', 'Isoforms'),
    ...(place === null
      ? []
      : [narrowField('Location', `chr${place.chromosome}: ${megabases(place)}, ${assemblyName(place)}`)]),
    ...byCatalogue(record.identifiers.filter((entry) => entry.species === species)).flatMap((entry) =>
      entry.accession === null || ['genecards', 'pubmed_search'].includes(entry.database)
        ? []
        : [
            narrowField(
              DATABASES[entry.database].name,
              entry.accession,
              databaseLink(entry.database, entry.accession),
            ),
          ],
    ),
    ...referenceField(record),
  ];
}

/** The references behind the lines of the card. */
function referenceField(record: GeneRecord): ViewField[] {
  const ids = new Set(record.definition.references);
  const cited = new Set([
    ...record.references.filter(({ id }) => ids.has(id)),
    ...citedBy(record, highlights(record)),
  ]);
  const links = record.references
    .filter((each) => cited.has(each))
    .flatMap((each) => referenceLink(record, each));
  return links.length === 0
    ? []
    : [
        listField(
          'References',
          links.map(({ label, url }) => ({ mark: '', text: label, url })),
        ),
      ];
}

function nameField(record: GeneRecord, kind: NameKind, label: string): ViewField[] {
  const names = record.names.filter((entry) => entry.kind === kind).map((entry) => entry.name);
  return names.length === 0 ? [] : [textField(label, names.join(', '))];
}

function cardLinks(record: GeneRecord): ViewLink[] {
  const shown = ['genecards', 'pubmed_search'];
  return byCatalogue(record.identifiers).flatMap(({ database, accession }) => {
    const url = accession === null ? null : databaseLink(database, accession);
    return url === null || !shown.includes(database) ? [] : [{ label: DATABASES[database].name, url }];
  });
}
