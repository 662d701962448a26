import type { CitationAnswer } from '../answer/answer.js';
import { type ExportFormat, exportFormat, exportReferences } from '../citation/export.js';
import { formatCitation } from '../citation/format.js';
import { type StyleCatalogue, StyleError } from '../citation/styles.js';
import type { Author } from '../record/reference-schema.js';
import type { GeneRecord, Reference } from '../record/schema.js';
import {
  geneSymbol,
  referenceLabel,
  referenceLinks,
  referenceNumber,
  referenceYear,
  signature,
} from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { statementLine } from './function.js';
import { type AnswerView, copyField, narrowField, textField, type ViewField, type ViewLink } from './view.js';

/** Up to this many authors are named one by one. */
const AUTHORS_NAMED = 10;

/** What a reader sees of references: one with all its parts, or a numbered list; in a style or format when one was asked. */
export async function citationView(answer: CitationAnswer, styles: StyleCatalogue): Promise<AnswerView> {
  const [reference] = answer.references;
  const view =
    answer.references.length === 1 && reference !== undefined
      ? singleView(answer, reference)
      : listView(answer);
  return { ...view, ...(await formatted(answer, styles, view)) };
}

function singleView(answer: CitationAnswer, reference: Reference): AnswerView {
  const links = referenceLinks(reference);
  return {
    ...viewBase(answer),
    title: reference.title,
    url: links[0]?.url ?? null,
    lead: leadOf(answer),
    fields: [...partFields(reference), ...supportField(answer.record, reference)],
    links,
  };
}

function listView(answer: CitationAnswer): AnswerView {
  const { record, references, all } = answer;
  return {
    ...viewBase(answer),
    title: all ? `References of the ${geneSymbol(record)} record` : `${geneSymbol(record)}: references`,
    lead: leadOf(answer),
    body: all ? [`The record cites ${references.length} references.`] : [],
    fields: references.map((reference) =>
      textField(
        `[${referenceNumber(record, reference.id)}] ${referenceLabel(reference)}`,
        [reference.author === undefined ? null : reference.title, journalLine(reference), idLine(reference)]
          .filter((part) => part !== null && part !== '')
          .join('\n'),
      ),
    ),
    links: references.flatMap((reference) => listLink(record, reference)),
  };
}

function listLink(record: GeneRecord, reference: Reference): ViewLink[] {
  const [first] = referenceLinks(reference);
  if (first === undefined) return [];
  return [{ label: `[${referenceNumber(record, reference.id)}] ${first.label}`, url: first.url }];
}

function partFields(reference: Reference): ViewField[] {
  const [doi, pubmed, pmc] = ['DOI', 'PubMed', 'PubMed Central'].map(
    (label) => referenceLinks(reference).find((link) => link.label === label)?.url ?? null,
  );
  const year = referenceYear(reference);
  return [
    ...(reference.author === undefined ? [] : [textField('Authors', authorLine(reference.author))]),
    ...(reference['container-title'] === undefined ? [] : [narrowField('Journal', journalLine(reference))]),
    ...(year === null ? [] : [narrowField('Year', String(year))]),
    ...(reference.DOI === undefined ? [] : [copyField('DOI', reference.DOI, doi ?? null)]),
    ...(reference.PMID === undefined ? [] : [copyField('PMID', reference.PMID, pubmed ?? null)]),
    ...(reference.PMCID === undefined ? [] : [copyField('PMCID', reference.PMCID, pmc ?? null)]),
    ...(reference.URL === undefined
      ? []
      : [narrowField('Web page', new URL(reference.URL).hostname, reference.URL)]),
  ];
}

function authorLine(authors: NonNullable<Reference['author']>): string {
  const named = authors.slice(0, AUTHORS_NAMED).map(shortName);
  const last = authors.at(-1);
  if (authors.length <= AUTHORS_NAMED || last === undefined) return named.join(', ');
  return `${named.join(', ')}, … ${shortName(last)} (${authors.length} authors)`;
}

/** "Kim SH"; a group whole. */
function shortName(author: Author): string {
  const given = 'literal' in author ? '' : (author.given ?? '').replace(/[.\s]/gu, '');
  return `${signature(author)} ${given}`.trim();
}

function journalLine(reference: Reference): string {
  const journal = reference['container-title'];
  if (journal === undefined) return '';
  const issue = reference.issue === undefined ? '' : `(${reference.issue})`;
  const pages = reference.page === undefined ? '' : `:${reference.page.replace('-', '–')}`;
  return `${journal} ${reference.volume ?? ''}${issue}${pages}`.trim();
}

function idLine({ PMID, PMCID, DOI, URL }: Reference): string {
  return [PMID && `PMID ${PMID}`, PMCID, DOI && `doi:${DOI}`, DOI === undefined ? URL : undefined]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function supportField(record: GeneRecord, { id }: Reference): ViewField[] {
  const supported = record.statements.filter((statement) => statement.references.includes(id));
  if (supported.length === 0) return [];
  return [
    textField(
      'Statements that rest on it',
      supported.map((each) => statementLine(record, each, true)).join('\n'),
    ),
  ];
}

async function formatted(
  { references, format, record, notes }: CitationAnswer,
  styles: StyleCatalogue,
  view: AnswerView,
): Promise<Partial<AnswerView>> {
  if (format === null) return {};
  const file = exportFormat(format);
  if (file !== null) return { copy: exportCopy(references, file, record) };
  try {
    const lines = await Promise.all(references.map((reference) => formatCitation(reference, format, styles)));
    return { copy: { text: lines.join('\n\n'), language: '' } };
  } catch (error) {
    if (!(error instanceof StyleError)) throw error;
    return { notes: [...notes, error.message], copy: view.copy };
  }
}

function exportCopy(references: readonly Reference[], format: ExportFormat, record: GeneRecord) {
  const { content } = exportReferences(references, format, record.command);
  return {
    text: content.trim(),
    language: format === 'bibtex' ? 'bibtex' : format === 'csl-json' ? 'json' : '',
  };
}
