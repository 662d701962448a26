import type { FunctionAnswer } from '../answer/answer.js';
import type { Entity, GeneRecord, Reference, Statement } from '../record/schema.js';
import { geneSymbol, referenceLabel, referenceLinks, referenceNumber } from '../record/words.js';
import { viewBase, weightedLead } from './base.js';
import { pageAt, pageNote, pagesOf } from './pages.js';
import type { AnswerView, ViewLink } from './view.js';

/** Characters of statements on one page, with the links of their references: an embed takes 4,096 with all else in it. */
const PAGE_ROOM = 3400;

/** What a reader sees of statements: the most important first, each with the numbers of its references, which stand below as links. */
export function functionView(answer: FunctionAnswer): AnswerView {
  const { record, statements, all, request } = answer;
  const base = viewBase(answer);
  const lines = (all ? byImportance(statements) : statements).map((statement) => ({
    statement,
    line: statementLine(record, statement, statements.length > 1),
  }));
  const pages = pagesOf(
    lines,
    PAGE_ROOM,
    ({ statement, line }) => line.length + linkLength(record, statement),
  );
  const page = pageAt(pages, request.do === 'function' ? (request.page ?? 0) : 0);
  const shown = citedBy(
    record,
    page.items.map(({ statement }) => statement),
  );
  return {
    ...base,
    title: all ? `What ${geneSymbol(record)} does` : topicTitle(record, statements),
    lead: weightedLead(answer, citedBy(record, statements)),
    body: page.items.map(({ line }) => line),
    notes: [...base.notes, ...pageNote(page, statements.length, 'statements')],
    links: shown.flatMap((reference) => referenceLink(record, reference)),
    pages: { index: page.index, count: page.count },
  };
}

/** Characters that the links of a statement's references take where there are too many for buttons. */
function linkLength(record: GeneRecord, statement: Statement): number {
  const links = citedBy(record, [statement]).flatMap((reference) => referenceLink(record, reference));
  return links.reduce((sum, { label, url }) => sum + label.length + url.length + '[]() · '.length, 0);
}

/** What a textbook would say first comes first; else as in the record. */
export function byImportance(statements: readonly Statement[]): readonly Statement[] {
  return statements.toSorted((a, b) => a.importance - b.importance);
}

/** "IL32 and osteoclast activation": what the statements are about, where that is one thing. */
function topicTitle(record: GeneRecord, statements: readonly Statement[]): string {
  const symbol = geneSymbol(record);
  if (statements.every(({ claim }) => claim?.relation === 'is')) return `What ${symbol} is`;
  const [first, ...others] = statements.map((statement) => thingsOf(record, statement));
  const [topic] = (first ?? []).filter((thing) => others.every((things) => things.includes(thing)));
  if (topic === undefined) return `What ${symbol} does`;
  const isClaimed = statements.some(({ claim }) =>
    [...(claim?.objects ?? []), ...(claim?.where ?? [])].includes(topic.id),
  );
  return `${symbol}${isClaimed ? ' and' : ':'} ${nameOf(topic, statements)}`;
}

/** What a statement is about: the objects of its claim, then where it is so, then what else it mentions. */
function thingsOf(record: GeneRecord, { claim, mentions }: Statement): readonly Entity[] {
  const ids = new Set([...(claim?.objects ?? []), ...(claim?.where ?? []), ...mentions]);
  return [...ids].flatMap((id) => record.entities.find((entity) => entity.id === id) ?? []);
}

/** In the plural where things of its kind are counted, or where a sentence speaks of several. */
function nameOf({ kind, name }: Entity, statements: readonly Statement[]): string {
  const plural = `${name}s`;
  const isCounted = kind === 'cell' || kind === 'motif' || kind === 'domain' || kind === 'class';
  const isSaid = statements.some(({ text }) => text.includes(plural));
  return (isCounted && !name.endsWith('s')) || isSaid ? plural : name;
}

/** One statement as a line: its sentence and the numbers of its references. */
export function statementLine(record: GeneRecord, { text, references }: Statement, asItem: boolean): string {
  const numbers = references.map((id) => `[${referenceNumber(record, id)}]`).join('');
  return `${asItem ? '• ' : ''}${text} ${numbers}`;
}

/** The references behind statements, in the record's order, each once. */
export function citedBy(record: GeneRecord, statements: readonly Statement[]): readonly Reference[] {
  const cited = new Set(statements.flatMap((statement) => statement.references));
  return record.references.filter((reference) => cited.has(reference.id));
}

/** The page of a reference under its number and its label; empty for one without a page. */
export function referenceLink(record: GeneRecord, reference: Reference): ViewLink[] {
  const [first] = referenceLinks(reference);
  const label = `[${referenceNumber(record, reference.id)}] ${referenceLabel(reference)}`;
  return first === undefined ? [] : [{ label, url: first.url }];
}
