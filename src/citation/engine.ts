import type { Reference } from '../record/schema.js';
import { oneLine } from './fields.js';
import { brokenStyle, type CitationStyle, readStyle } from './styles.js';

/** A CSL item as the engine gets it: a reference, prepared for one style. */
export type CslItem = Reference;

type Registered = { template: string; lang?: string; numbered: boolean };
type Engine = Awaited<ReturnType<typeof loadEngine>>;

let engine: Promise<Engine> | undefined;
const registered = new WeakMap<CitationStyle, Promise<Registered>>();
let fileStyles = 0;

/** Loads the CSL library, once: about 0.1 s, and nothing before the first citation. */
function citationEngine(): Promise<Engine> {
  engine ??= loadEngine();
  return engine;
}

/**
 * One bibliography entry as plain text on one line, without the number that numbered styles put before it.
 * Throws a `StyleError` where the style's file cannot be used.
 */
export async function bibliographyEntry(item: CslItem, style: CitationStyle): Promise<string> {
  const { plugins } = await citationEngine();
  const { template, lang, numbered } = await registeredStyle(style);
  const options = { template, format: 'text', ...(lang === undefined ? {} : { lang }) } as const;
  const entry = oneLine(guarded(style, () => plugins.output.format('bibliography', [item], options)));
  const text = numbered ? entry.replace(/^[[(]?1[\])]?[.:]?\s*/u, '') : entry;
  if (text === '' && style.file !== undefined)
    throw brokenStyle(style.file, 'expected text, but it writes nothing for this reference');
  return text;
}

async function loadEngine() {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-csl');
  const { styles, locales } = plugins.config.get('@csl');
  locales.add('en-GB', britishLocale(locales.get('en-US') ?? ''));
  styles.add('nlm', forOneEntry(withHyphenRanges(styles.get('vancouver') ?? '')));
  styles.add('apa-7', forOneEntry(styles.get('apa') ?? ''));
  styles.add('cite-them-right', forOneEntry(styles.get('harvard1') ?? ''));
  return { plugins, styles, locales };
}

function registeredStyle(style: CitationStyle): Promise<Registered> {
  const known = registered.get(style);
  if (known !== undefined) return known;
  const fresh = style.file === undefined ? Promise.resolve(builtIn(style.id)) : registerFile(style.file);
  registered.set(style, fresh);
  fresh.catch(() => registered.delete(style));
  return fresh;
}

function builtIn(id: string): Registered {
  if (id === 'vancouver') return { template: 'nlm', lang: 'en-US', numbered: true };
  if (id === 'harvard') return { template: 'cite-them-right', lang: 'en-GB', numbered: false };
  return { template: 'apa-7', lang: 'en-US', numbered: false };
}

async function registerFile(file: string): Promise<Registered> {
  const xml = forOneEntry(await readStyle(file));
  const { styles, locales } = await citationEngine();
  const template = `file-${fileStyles++}`;
  styles.add(template, xml);
  return {
    template,
    numbered: xml.includes('variable="citation-number"'),
    ...fallbackLanguage(xml, locales.list()),
  };
}

/**
 * A style without its rules for citations in the text and for order, which one bibliography entry does not need.
 * citeproc keeps what a citation in the text reads as the key of a plain object: a title "valueOf" there would break it for good.
 * citeproc copies macros into each place that uses them: APA's rules whole take 0.6 s and 100 MB, so 0.1 s and 3 MB.
 */
function forOneEntry(xml: string): string {
  return xml
    .replace(
      /<citation[\s>][\s\S]*?<\/citation>/u,
      '<citation><layout><text value="cited"/></layout></citation>',
    )
    .replaceAll(/<sort>[\s\S]*?<\/sort>/gu, '');
}

/** A style in a language whose terms the library does not have is written with English terms. */
function fallbackLanguage(xml: string, languages: readonly string[]): { lang?: string } {
  const wanted = /<style\s[^>]*\bdefault-locale="([a-z]+)/u.exec(xml)?.[1] ?? 'en';
  return languages.some((language) => language.startsWith(wanted)) ? {} : { lang: 'en-US' };
}

function guarded(style: CitationStyle, write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (style.file === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw brokenStyle(style.file, `expected CSL 1.0 that can be followed (${oneLine(reason)})`);
  }
}

/**
 * British terms, made from the library's American ones, for it has no en-GB: single quotation marks,
 * punctuation outside them, and "1 March 2013". Harvard needs them, and so do the styles of Nature and others.
 */
function britishLocale(american: string): string {
  const marks = { open: '‘', close: '’', 'open-inner': '“', 'close-inner': '”' };
  const quoted = Object.entries(marks).reduce(
    (xml, [name, mark]) => withTerm(xml, `${name}-quote`, mark),
    american,
  );
  const dayFirst =
    '<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>';
  return quoted
    .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
    .replace('punctuation-in-quote="true"', 'punctuation-in-quote="false"')
    .replace(/<date form="text">.*?<\/date>/u, dayFirst);
}

function withTerm(xml: string, name: string, value: string): string {
  return xml.replace(new RegExp(`(<term name="${name}">)[^<]*`, 'u'), `$1${value}`);
}

/** Page ranges with a hyphen, as NLM writes them (Citing Medicine, chapter 1); the library's terms have an en dash. */
function withHyphenRanges(style: string): string {
  return style.replace('<terms>', '<terms><term name="page-range-delimiter">-</term>');
}
