import { readFileSync } from 'node:fs';
import Fuse from 'fuse.js';
import { z } from 'zod';
import { packagePath } from '../package-path.js';
import { EXPORT_FORMATS, type ExportFormat, formatTitle } from './export.js';
import type { StyleCatalogue } from './styles.js';

/** What a citation can be shown in: a style of the catalogue, or a file format. */
export interface FormatChoice {
  /** the style's id or the format's key */
  readonly key: string;
  readonly title: string;
}

/** Everything that can be chosen: the styles in their order, then the files. */
export function formatChoices({ styles }: StyleCatalogue): readonly FormatChoice[] {
  return [
    ...styles.map(({ id, title }) => ({ key: id, title })),
    ...EXPORT_FORMATS.map((format) => ({ key: format, title: `${formatTitle(format)} file` })),
  ];
}

/**
 * The styles and files whose title or name fits what was typed, best first; typos are allowed.
 * @param typed empty for all
 */
export function searchFormats(catalogue: StyleCatalogue, typed: string): readonly FormatChoice[] {
  const all = formatChoices(catalogue);
  const wanted = plain(typed);
  if (wanted === '') return all;
  const fuse = new Fuse(
    all.map((choice) => ({ choice, title: plain(choice.title), key: plain(choice.key) })),
    { keys: ['title', 'key'], threshold: FUZZY, ignoreLocation: true, ignoreFieldNorm: true },
  );
  const begins = all.filter(({ key, title }) =>
    [key, title].some((text) => plain(text).startsWith(wanted) || plain(text).includes(` ${wanted}`)),
  );
  const near = fuse.search(wanted.slice(0, LONGEST)).map(({ item }) => item.choice);
  return [...new Set([...begins, ...near])];
}

/** 0 is exact, 1 is anything: two typos in a name of eight letters are found. */
const FUZZY = 0.35;
/** Fuse.js cuts longer patterns into pieces, any of which may match. */
const LONGEST = 32;

/**
 * The style or format that was typed or said: by its name or title whole, or by words that no other has.
 * @returns its key; null when there is none, or when it could be several
 */
export function formatNamed(catalogue: StyleCatalogue, typed: string): string | null {
  const wanted = plain(typed).replace(/ (?:style|file|format|citation style)$/u, '');
  if (wanted === '') return null;
  const all = formatChoices(catalogue);
  // Another edition is another style: "APA 6" is not APA 7.
  const said = [wanted, wanted.replace(EDITION, ' $1')];
  const whole = all.find(({ key, title }) =>
    [plain(key), ...names(title)].some((name) => said.includes(name)),
  );
  if (whole !== undefined) return whole.key;
  const misspelt = all.filter(({ key, title }) =>
    [plain(key), ...names(title)].some((name) => name.length > 4 && isOneEditApart(name, wanted)),
  );
  const [only, ...others] = misspelt;
  return only !== undefined && others.length === 0 ? only.key : null;
}

const { guides, journals } = z
  .strictObject({
    note: z.string(),
    guides: z.array(z.string().min(2)),
    journals: z.array(z.string().min(2)),
  })
  .parse(JSON.parse(readFileSync(packagePath('data', 'vocabulary', 'citation-styles.json'), 'utf8')));
const GUIDES = new Set(guides.map(plain));
const KNOWN = new Set([...guides, ...journals].map(plain));

/**
 * Whether words are the name of a style, installed or not.
 * @param bare without the word "style" behind them: then only a name that nothing else has
 */
export function isStyleName(catalogue: StyleCatalogue, typed: string, bare: boolean): boolean {
  if (bare) return GUIDES.has(plain(typed)) && typed === typed.toUpperCase();
  return KNOWN.has(plain(typed)) || formatNamed(catalogue, typed) !== null;
}

/** "7", "7th", "7th edition" behind the name of a style. */
const EDITION = / (\d+)(?:st|nd|rd|th)?(?: ed(?:ition)?)?$/u;

/** The title whole, without its brackets, what stands in them, and without "file" or an edition ("APA 7" is "APA"). */
function names(title: string): readonly string[] {
  const whole = plain(title);
  const short = plain(title.replace(/\([^)]*\)/gu, ''));
  const inBrackets = [...title.matchAll(/\(([^)]*)\)/gu)].map(([, name = '']) => plain(name));
  return [whole, short, short.replace(/ file$/u, ''), short.replace(EDITION, ''), ...inBrackets];
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const digits = (text: string): string => text.replace(/\D+/gu, '');

/** One letter more, fewer, another, or two swapped; another number is another name. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || digits(a) !== digits(b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (swapped && restA.slice(2) === restB.slice(2))
  );
}

/** True for the key of a style, false for that of a file format. */
export function isStyle(key: string): boolean {
  return !EXPORT_FORMATS.some((format: ExportFormat) => format === key);
}

/** What a person reads who wants a style that is not there. */
export function notInstalled(typed: string): string {
  return `The style "${typed}" is not installed. Whoever runs this bot can add it: save its .csl file from zotero.org/styles in the folder data/styles.`;
}
