import type { Author } from '../record/reference-schema.js';
import type { Reference } from '../record/schema.js';
import { signature } from '../record/words.js';
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
  article: 'GEN',
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
    ['TI', reference.title],
    ['T2', reference['container-title']],
    ['J2', reference['container-title-short']],
    ['PB', reference.publisher],
    ['PY', issued.year],
    ['DA', risDate(issued)],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['SP', first],
    ['EP', last],
    ['DO', reference.DOI],
    ['UR', mainLink(reference)],
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

/** The comma parts family and given name, so none may stand inside the family name. */
function risName(author: Author): string {
  const given = 'literal' in author ? [] : [author.given, author.suffix];
  return [signature(author).replaceAll(',', ''), ...given].filter((part) => part !== undefined).join(', ');
}

/** "2005/01//": year, month, day, and a fourth part that we do not use; unknown parts are empty. */
function risDate(date: { year?: number; month?: number; day?: number }): string | undefined {
  if (date.year === undefined) return undefined;
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${date.year}/${two(date.month)}/${two(date.day)}/`;
}
