import type { CitationAnswer } from '../answer/answer.js';
import { exportFormat, exportReferences, formatTitle, listFile } from '../citation/export.js';
import { formatCitation } from '../citation/format.js';
import { DEFAULT_STYLE, type StyleCatalogue, StyleError } from '../citation/styles.js';
import type { GeneRecord, Reference } from '../record/schema.js';
import { geneSymbol, referenceLinks, referenceNumber } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { pageAt, pageNote, pagesOf } from './pages.js';
import { type AnswerView, copyField, type ViewField, type ViewItem, type ViewLink } from './view.js';

/** Characters of references on one page, with their links: an embed takes 4,096 with everything else that stands in it. */
const PAGE_ROOM = 3400;
/** So many references have their pages as links below; those of a longer list are linked at their numbers. */
const LINKED_BELOW = 5;

/** What a reader sees of references: one line each in a style, or the text of a file; what the lines do not say stands below. */
export async function citationView(answer: CitationAnswer, styles: StyleCatalogue): Promise<AnswerView> {
  const file = answer.format === null ? null : exportFormat(answer.format);
  const base = { ...viewBase(answer), lead: leadOf(answer) };
  if (file === null) return styledView(answer, styles, base);
  const { content, filename } = exportReferences(answer.references, file, answer.record.command);
  return {
    ...base,
    title: `${whatIsCited(answer)} as ${formatTitle(file)}`,
    copy: { text: content.trim(), language: LANGUAGES[file] },
    links: linksOf(answer.record, answer.references),
    file: { filename, content },
  };
}

/** What highlights the text of a file in a code block. */
const LANGUAGES = { bibtex: 'bibtex', ris: '', 'csl-json': 'json' } as const;

/** The references of an answer as lines in its style, in their order. */
export async function citationLines(
  { references, format }: Pick<CitationAnswer, 'references' | 'format'>,
  styles: StyleCatalogue,
): Promise<readonly string[]> {
  const style = format === null || exportFormat(format) !== null ? DEFAULT_STYLE : format;
  return Promise.all(references.map((reference) => formatCitation(reference, style, styles)));
}

/** As `citationLines`; in the default style, with a sentence why, where the style cannot be used. */
async function linesOrReason(
  answer: CitationAnswer,
  styles: StyleCatalogue,
): Promise<{ lines: readonly string[]; notes: readonly string[] }> {
  try {
    return { lines: await citationLines(answer, styles), notes: [] };
  } catch (error) {
    if (!(error instanceof StyleError)) throw error;
    const lines = await citationLines({ ...answer, format: null }, styles);
    return { lines, notes: [error.message] };
  }
}

async function styledView(
  answer: CitationAnswer,
  styles: StyleCatalogue,
  base: AnswerView,
): Promise<AnswerView> {
  const { record, references } = answer;
  const { lines, notes } = await linesOrReason(answer, styles);
  const view = { ...base, title: whatIsCited(answer), notes: [...base.notes, ...notes] };
  const [reference, ...others] = references;
  const [line, ...more] = lines;
  if (reference === undefined || line === undefined || others.length + more.length > 0)
    return listView(answer, view, lines);
  const links = referenceLinks(reference);
  return {
    ...view,
    url: links[0]?.url ?? null,
    body: [line],
    fields: identifierFields(reference, line),
    links: linksOf(record, references),
  };
}

function listView(answer: CitationAnswer, view: AnswerView, lines: readonly string[]): AnswerView {
  const { record, references, request } = answer;
  const isShort = references.length <= LINKED_BELOW;
  const items = references.map((reference, at): ViewItem => {
    const page = isShort ? undefined : referenceLinks(reference)[0];
    return {
      mark: `[${referenceNumber(record, reference.id)}]`,
      text: lines[at] ?? '',
      url: page?.url ?? null,
    };
  });
  const pages = pagesOf(
    items,
    PAGE_ROOM,
    ({ mark, text, url }) => `${mark} ${text}`.length + linkLength(url),
  );
  const page = pageAt(pages, request.do === 'cite' ? (request.page ?? 0) : 0);
  return {
    ...view,
    list: page.items,
    notes: [...view.notes, ...pageNote(page, references.length, 'references')],
    links: isShort ? linksOf(record, references) : [],
    pages: { index: page.index, count: page.count },
    file: listFile(
      items.map(({ mark, text }) => `${mark} ${text}`),
      record.command,
    ),
  };
}

/** Characters that a link takes besides its words: its address in brackets. */
function linkLength(url: string | null): number {
  return url === null ? 0 : url.length + '[]()'.length;
}

/** "Reference [2]", "All 28 references", "References [1] and [3]". */
function whatIsCited({ record, references, all }: CitationAnswer): string {
  const numbers = references.map(({ id }) => `[${referenceNumber(record, id)}]`);
  if (numbers.length === 1) return `Reference ${numbers[0]}`;
  if (all) return `All ${numbers.length} references on ${geneSymbol(record)}`;
  return numbers.length > MOST_NUMBERS
    ? `${numbers.length} references`
    : `References ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

const MOST_NUMBERS = 6;

/** The identifiers that the line does not say. */
function identifierFields({ DOI, PMID, PMCID }: Reference, line: string): ViewField[] {
  const all = [
    { name: 'DOI', value: DOI },
    { name: 'PMID', value: PMID },
    { name: 'PMCID', value: PMCID },
  ];
  return all.flatMap(({ name, value }) => {
    const isSaid = value === undefined || line.toLowerCase().includes(value.toLowerCase());
    return isSaid ? [] : [copyField(name, value)];
  });
}

function linksOf(record: GeneRecord, references: readonly Reference[]): ViewLink[] {
  const [only, ...others] = references;
  if (only !== undefined && others.length === 0) return referenceLinks(only);
  return references.flatMap((reference) => {
    const [first] = referenceLinks(reference);
    if (first === undefined) return [];
    return [{ label: `[${referenceNumber(record, reference.id)}] ${first.label}`, url: first.url }];
  });
}
