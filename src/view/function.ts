import type { FunctionAnswer } from '../answer/answer.js';
import type { GeneRecord, Statement } from '../record/schema.js';
import { geneSymbol, referenceLabel, referenceLinks, referenceNumber } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { type AnswerView, listField, type ViewItem, type ViewLink } from './view.js';

/** What a reader sees of statements: each sentence with the numbers of its references, and the references below. */
export function functionView(answer: FunctionAnswer): AnswerView {
  const { record, statements, all } = answer;
  return {
    ...viewBase(answer),
    title: all ? `${geneSymbol(record)}: what the record says` : `${geneSymbol(record)}: function`,
    lead: leadOf(answer),
    body: statements.map((statement) => statementLine(record, statement, statements.length > 1)),
    fields: [listField('References', referenceItems(record, statements))],
    links: evidenceLinks(record, statements),
  };
}

/** One statement as a line: its sentence and the numbers of its references. */
export function statementLine(record: GeneRecord, { text, references }: Statement, asItem: boolean): string {
  const numbers = references.map((id) => `[${referenceNumber(record, id)}]`).join('');
  return `${asItem ? '• ' : ''}${text} ${numbers}`;
}

/** The references behind statements, one line each: number, label, PMID and DOI; each leads to its page. */
export function referenceItems(record: GeneRecord, statements: readonly Statement[]): ViewItem[] {
  const cited = new Set(statements.flatMap((statement) => statement.references));
  return record.references
    .filter((reference) => cited.has(reference.id))
    .map((reference) => {
      const ids = [
        reference.PMID === undefined ? null : `PMID ${reference.PMID}`,
        reference.DOI === undefined ? null : `doi:${reference.DOI}`,
      ].filter((part) => part !== null);
      return {
        mark: `[${referenceNumber(record, reference.id)}]`,
        text: [referenceLabel(reference), ...ids].join(' · '),
        url: referenceLinks(reference)[0]?.url ?? null,
      };
    });
}

function evidenceLinks(record: GeneRecord, statements: readonly Statement[]): ViewLink[] {
  const cited = new Set(statements.flatMap((statement) => statement.references));
  return record.references
    .filter((reference) => cited.has(reference.id))
    .flatMap((reference) => {
      const [first] = referenceLinks(reference);
      return first === undefined
        ? []
        : [{ label: `[${referenceNumber(record, reference.id)}] ${first.label}`, url: first.url }];
    });
}
