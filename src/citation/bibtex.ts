import { type MarkedText, type RichText, readMarkup } from '../record/markup.js';
import type { Author } from '../record/reference-schema.js';
import type { Reference } from '../record/schema.js';
import { firstSignature, plainTitle, withoutFinalStop } from '../record/words.js';
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

/** What BibTeX calls the publisher, where it does not call it so ("btxdoc", section 3.1). */
const PUBLISHERS: Readonly<Record<string, string>> = {
  phdthesis: 'school',
  mastersthesis: 'school',
  techreport: 'institution',
  misc: 'howpublished',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

type Fields = readonly (readonly [string, string | undefined])[];

function bibtexEntry(reference: Reference, key: string): string {
  const type = typeOf(reference);
  const fields: Fields = [
    ['author', braced(reference.author?.map(bibtexName).join(' and '))],
    ['editor', braced(reference.editor?.map(bibtexName).join(' and '))],
    ['title', braced(richTitle(withoutFinalStop(reference.title)))],
    ...containerFields(reference, type),
    ...dateFields(reference),
    ['volume', text(reference.volume)],
    ['number', text(reference.issue ?? reference.number)],
    ['pages', text(reference.page?.replaceAll(/[-–]/gu, '--'), verbatim)],
    ...identifierFields(reference),
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

function typeOf({ type, genre = '' }: Reference): string {
  return type === 'thesis' && /master|\bM\.?\s?(?:Sc|A|Phil)\b/iu.test(genre)
    ? 'mastersthesis'
    : BIBTEX_TYPES[type];
}

function containerFields(reference: Reference, type: string): Fields {
  const container = reference['container-title'] ?? reference['event-title'];
  const isArticle = type === 'article' || type === 'misc' || type === 'online';
  return [
    [isArticle ? 'journal' : 'booktitle', braced(container && richText(container))],
    ['shortjournal', text(reference['container-title-short'])],
    ['series', text(reference['collection-title'])],
    ['edition', text(reference.edition)],
    [PUBLISHERS[type] ?? 'publisher', text(reference.publisher)],
    ['address', text(reference['publisher-place'] ?? reference['event-place'])],
    ['type', text(reference.genre)],
  ];
}

function dateFields({ issued }: Reference): Fields {
  const { year, month, day } = dateOf(issued);
  return [
    ['year', text(year)],
    ['month', MONTHS[(month ?? 0) - 1]],
    ['day', text(day)],
  ];
}

function identifierFields(reference: Reference): Fields {
  return [
    ['isbn', text(reference.ISBN)],
    ['issn', text(reference.ISSN)],
    ['doi', text(reference.DOI, verbatim)],
    ['pmid', text(reference.PMID)],
    ['pmcid', text(reference.PMCID)],
    ['url', text(reference.URL, verbatim)],
    ['urldate', text(isoDate(reference.accessed))],
  ];
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
  const words = titleWords(plainTitle(reference));
  const author = asciiKey(firstSignature(reference));
  const year = dateOf(reference.issued).year ?? '';
  const key = author === '' ? `${words.slice(0, 2).join('')}${year}` : `${author}${year}${words[0] ?? ''}`;
  return key === '' ? reference.id : key;
}

/** "von Last, Jr, First" (btxdoc, section 4); braces keep a group whole, and what BibTeX would split at "and" or a comma. */
function bibtexName(author: Author): string {
  if ('literal' in author) return `{${escapeTex(oneLine(author.literal))}}`;
  const particles = [author['dropping-particle'], author['non-dropping-particle']];
  const family = [...particles, namePart(author.family)].filter((part) => part !== undefined).join(' ');
  const rest = [author.suffix, author.given].flatMap((part) => (part === undefined ? [] : [namePart(part)]));
  return [family, ...rest].join(', ');
}

function namePart(part: string): string {
  const written = escapeTex(oneLine(part));
  return /,|(?:^|\s)(?:and|others)(?:\s|$)/iu.test(part) ? `{${written}}` : written;
}

const COMMANDS: Readonly<Record<MarkedText['mark'], string>> = {
  i: '\\emph',
  b: '\\textbf',
  sup: '\\textsuperscript',
  sub: '\\textsubscript',
  sc: '\\textsc',
  nocase: '',
};

/** Braces round words with a capital that a style must not lower: all but a plain one at the start of the title. */
function richTitle(title: string): string {
  let isFirst = true;
  const write = (parts: RichText): string =>
    parts
      .map((part) => {
        if (typeof part !== 'string') return `${COMMANDS[part.mark]}{${write(part.content)}}`;
        const words = part.split(' ').map((word) => {
          const written = protectedWord(word, isFirst);
          isFirst &&= word === '';
          return written;
        });
        return words.join(' ');
      })
      .join('');
  return write(readMarkup(oneLine(title)));
}

function richText(plain: string): string {
  const write = (parts: RichText): string =>
    parts
      .map((part) =>
        typeof part === 'string' ? escapeTex(part) : `${COMMANDS[part.mark]}{${write(part.content)}}`,
      )
      .join('');
  return write(readMarkup(oneLine(plain)));
}

function protectedWord(word: string, isFirst: boolean): string {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
  const matters = /\p{Lu}/u.test(isFirst ? core.slice(1) : core);
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
