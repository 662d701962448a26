import type { Author } from '../record/reference-schema.js';
import type { Reference } from '../record/schema.js';
import { firstSignature, signature } from '../record/words.js';
import { asciiKey, dateOf, oneLine, titleWords } from './fields.js';

/**
 * References as a BibTeX file in UTF-8, for Zotero, JabRef and LaTeX.
 * Our own writer, because the one of citation-js leaves out PMID and PMCID and turns letters such as α into TeX
 * formulas. Here letters stay as they are; only what TeX would take for a command is escaped. Capitals inside a
 * title are braced, so that no BibTeX style makes "TNFalpha" of it "tnfalpha".
 */
export function toBibtex(references: readonly Reference[]): string {
  const keys = uniqueKeys(references);
  return references.map((reference, index) => bibtexEntry(reference, keys[index] ?? reference.id)).join('\n');
}

/** A web page is `online`, as Zotero and JabRef know it; plain BibTeX treats a type it does not know as `misc`. */
const BIBTEX_TYPES: Record<Reference['type'], string> = {
  'article-journal': 'article',
  article: 'misc',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  thesis: 'phdthesis',
  report: 'techreport',
  'paper-conference': 'inproceedings',
  entry: 'incollection',
  'entry-dictionary': 'incollection',
  webpage: 'online',
  book: 'book',
  chapter: 'incollection',
  dataset: 'misc',
  'entry-encyclopedia': 'incollection',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

function bibtexEntry(reference: Reference, key: string): string {
  const issued = dateOf(reference.issued);
  const journal = reference.type === 'article-journal' ? 'journal' : 'booktitle';
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', braced(reference.author?.map(bibtexName).join(' and '))],
    ['title', braced(titleWithCapitals(reference.title))],
    [journal, text(reference['container-title'])],
    ['shortjournal', text(reference['container-title-short'])],
    ['publisher', text(reference.publisher)],
    ['year', text(issued.year)],
    ['month', MONTHS[(issued.month ?? 0) - 1]],
    ['day', text(issued.day)],
    ['volume', text(reference.volume)],
    ['number', text(reference.issue)],
    ['pages', text(reference.page?.replace('-', '--'), verbatim)],
    ['doi', text(reference.DOI, verbatim)],
    ['pmid', text(reference.PMID)],
    ['pmcid', text(reference.PMCID)],
    ['url', text(reference.URL, verbatim)],
    ['urldate', text(isoDate(reference.accessed))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${BIBTEX_TYPES[reference.type]}{${key},`, ...lines, '}', ''].join('\n');
}

/** "kim2005interleukin": first author, year and first word of the title; a second such key ends in "-2", and so on. */
function uniqueKeys(references: readonly Reference[]): string[] {
  const seen = new Map<string, number>();
  return references.map((reference) => {
    const key = citationKey(reference);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}-${before + 1}`;
  });
}

function citationKey(reference: Reference): string {
  const words = titleWords(reference.title);
  const author = asciiKey(firstSignature(reference));
  const year = dateOf(reference.issued).year ?? '';
  const key = author === '' ? `${words.slice(0, 2).join('')}${year}` : `${author}${year}${words[0] ?? ''}`;
  return key === '' ? reference.id : key;
}

/** Family name first; braces keep together what BibTeX would split at "and" or at a comma. */
function bibtexName(author: Author): string {
  if ('literal' in author) return `{${escapeTex(oneLine(author.literal))}}`;
  const parts = [signature(author), author.suffix, author.given].filter((part) => part !== undefined);
  return parts.map(namePart).join(', ');
}

function namePart(part: string): string {
  const written = escapeTex(oneLine(part));
  return /,|(?:^|\s)(?:and|others)(?:\s|$)/iu.test(part) ? `{${written}}` : written;
}

/** Braces round words with a capital that a style must not lower: all but a plain one at the start of the title. */
function titleWithCapitals(title: string): string {
  return oneLine(title).split(' ').map(protectedWord).join(' ');
}

function protectedWord(word: string, index: number): string {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
  const matters = /\p{Lu}/u.test(index === 0 ? core.slice(1) : core);
  return matters ? `${escapeTex(before)}{${escapeTex(core)}}${escapeTex(after)}` : escapeTex(word);
}

function text(value: string | number | undefined, write = escapeTex): string | undefined {
  return value === undefined ? undefined : braced(write(oneLine(String(value))));
}

function braced(written: string | undefined): string | undefined {
  return written ? `{${written}}` : undefined;
}

/** Braces are written as words, for BibTeX counts even escaped ones; doubled hyphens and quotes are ligatures in TeX. */
function escapeTex(plain: string): string {
  return plain
    .replaceAll(/[\\{}~^<>&%$#_]/gu, (character) => TEX[character] ?? `\\${character}`)
    .replaceAll(/([-'`])(?=\1)/gu, '$1{}');
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** `doi`, `url` and `pages` are taken as they are; only what would end or unbalance the field is percent-encoded. */
function verbatim(plain: string): string {
  return plain.replaceAll(/[{}\\]/gu, encodeURIComponent);
}

function isoDate(date: Reference['accessed']): string | undefined {
  const { year, month, day } = dateOf(date);
  const parts = [year, month, day].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.map((part) => String(part).padStart(2, '0')).join('-');
}
