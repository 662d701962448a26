import { withoutMarkup } from '../record/markup.js';
import type { Author } from '../record/reference-schema.js';
import type { Reference } from '../record/schema.js';
import { plainTitle, signature } from '../record/words.js';
import { dateOf, oneLine, pagesOf } from './fields.js';
import { mainLink } from './links.js';

/**
 * References as a RIS file: CRLF line ends, one tag a line, TY first and ER last, UTF-8.
 * Our own writer, because the one of citation-js leaves out EP, UR and the PMID, writes a page range into SP, folds
 * long titles and ends lines with LF, which importers lose or refuse. Tags follow the RIS specification of
 * Reference Manager; PMID and PMCID have no tag there, so they stand in AN and C2 and once more in a note.
 */
export function toRis(references: readonly Reference[]): string {
  return references.map(risEntry).join('\r\n');
}

const RIS_TYPES: Record<Reference['type'], string> = {
  'article-journal': 'JOUR',
  article: 'UNPB',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  thesis: 'THES',
  report: 'RPRT',
  'paper-conference': 'CPAPER',
  entry: 'ENCYC',
  'entry-dictionary': 'DICT',
  webpage: 'ELEC',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  'entry-encyclopedia': 'ENCYC',
};

function risEntry(reference: Reference): string {
  const issued = dateOf(reference.issued);
  const { first, last } = pagesOf(reference);
  const tags: readonly (readonly [string, string | number | undefined])[] = [
    ...(reference.author ?? []).map((author) => ['AU', risName(author)] as const),
    ['TI', plainTitle(reference)],
    ...containerTags(reference),
    ...(reference.editor ?? []).map((editor) => ['A2', risName(editor)] as const),
    ['PB', reference.publisher],
    ['CY', reference['publisher-place'] ?? reference['event-place']],
    ['PY', issued.year],
    ['DA', risDate(issued)],
    ['VL', reference.volume],
    ['IS', reference.issue ?? reference.number],
    ['ET', reference.edition],
    ['M3', reference.genre],
    ['SP', first],
    ['EP', last],
    ['SN', reference.ISBN ?? reference.ISSN],
    ['DO', reference.DOI],
    // Importers split addresses at semicolons.
    ['UR', mainLink(reference)?.replaceAll(';', '%3B')],
    ['Y2', risDate(dateOf(reference.accessed))],
    ['AN', reference.PMID],
    ['C2', reference.PMCID],
    ['DB', reference.PMID && 'PubMed'],
    [
      'N1',
      [reference.PMID && `PMID: ${reference.PMID}`, reference.PMCID && `PMCID: ${reference.PMCID}`]
        .filter(Boolean)
        .join('; '),
    ],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(String(value))}`] : []));
  return [`TY  - ${RIS_TYPES[reference.type]}`, ...lines, 'ER  - ', ''].join('\r\n');
}

/** The journal, the book or the proceedings; the conference's own name stands in T2 and the proceedings in C3, as Zotero has it. */
function containerTags(reference: Reference): readonly (readonly [string, string | undefined])[] {
  const container = plain(reference['container-title']);
  const event = plain(reference['event-title']);
  return [
    [
      'T2',
      event ?? container ?? (reference.type === 'book' ? plain(reference['collection-title']) : undefined),
    ],
    ['C3', event === undefined ? undefined : container],
    ['T3', reference.type === 'book' ? undefined : plain(reference['collection-title'])],
    ['J2', plain(reference['container-title-short'])],
  ];
}

function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : withoutMarkup(text);
}

/** The comma parts family name, given name and suffix, so none may stand inside a name. */
function risName(author: Author): string {
  if ('literal' in author) return author.literal.replaceAll(',', '');
  const family = [author['dropping-particle'], signature(author)].filter((part) => part !== undefined);
  const rest = [author.given, author.suffix].filter((part) => part !== undefined);
  return [family.join(' '), ...rest].map((part) => part.replaceAll(',', '')).join(', ');
}

/** "2005/01//": year, month, day, and a fourth part that we do not use; unknown parts are empty. */
function risDate(date: { year?: number; month?: number; day?: number }): string | undefined {
  if (date.year === undefined) return undefined;
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${date.year}/${two(date.month)}/${two(date.day)}/`;
}
