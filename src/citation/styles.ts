import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dataFiles } from '../record/files.js';

/** A citation style that a person can choose; `file` is the path of its CSL file, absent where it is built in. */
export type CitationStyle = { readonly id: string; readonly title: string; readonly file?: string };

/** The styles at hand, and a sentence for each style file that cannot be used. */
export type StyleCatalogue = {
  readonly styles: readonly CitationStyle[];
  readonly problems: readonly string[];
};

/**
 * A style that is not known, or whose file cannot be used. The message is meant for the person who chose it:
 * it lists the known styles, or names the file and what was expected of it.
 */
export class StyleError extends Error {
  override readonly name = 'StyleError';
  readonly kind: 'unknown' | 'broken';

  constructor(kind: 'unknown' | 'broken', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The styles that need no file. Harvard has no single guide: this is the one of "Cite Them Right". */
export const BUILT_IN_STYLES: readonly CitationStyle[] = [
  { id: 'vancouver', title: 'Vancouver (NLM)' },
  { id: 'apa', title: 'APA 7' },
  { id: 'harvard', title: 'Harvard (Cite Them Right)' },
];

/** The style of a citation for which nobody chose one: that of PubMed and of most biomedical journals. */
export const DEFAULT_STYLE = 'vancouver';

export const BUILT_IN_CATALOGUE: StyleCatalogue = { styles: BUILT_IN_STYLES, problems: [] };

/**
 * The built-in styles and every `.csl` file of a folder, by file name, titled by its own <title>.
 * Never throws: a folder that is not there has no styles, and a file that is no style becomes a problem.
 * A file is read for its title only; its rules are checked when it is first used.
 */
export async function discoverStyles(folder: string): Promise<StyleCatalogue> {
  const files = await dataFiles(folder, '.csl').catch((): string[] => []);
  const styles: CitationStyle[] = [...BUILT_IN_STYLES];
  const problems: string[] = [];
  for (const file of files) {
    const found = await describeStyle(file);
    const taken = typeof found === 'object' && styles.some(({ id }) => id === found.id);
    if (typeof found === 'string') problems.push(found);
    else if (taken)
      problems.push(`${basename(file)}: expected a file name that no other style has, found "${found.id}".`);
    else styles.push(found);
  }
  return { styles, problems };
}

/** The style with this id. Throws a `StyleError` that lists the known ones where there is none. */
export function findStyle(catalogue: StyleCatalogue, id: string): CitationStyle {
  const style = catalogue.styles.find((candidate) => candidate.id === id);
  if (style !== undefined) return style;
  const known = catalogue.styles.map((candidate) => candidate.id).join(', ');
  throw new StyleError('unknown', `There is no citation style "${id}". Known styles: ${known}.`);
}

/**
 * The text of a style's CSL file without its comments, once it is sure that it can be used.
 * Throws a `StyleError` that names the file and what was expected.
 */
export async function readStyle(file: string): Promise<string> {
  const xml = withoutComments(await readFile(file, 'utf8').catch(() => ''));
  const problem = problemOf(xml);
  if (problem !== undefined) throw brokenStyle(file, problem);
  return xml;
}

/** The error for a style file that cannot be used; `expected` is a sentence without its full stop. */
export function brokenStyle(file: string, expected: string): StyleError {
  return new StyleError('broken', `The style file ${basename(file)} cannot be used: ${expected}.`);
}

async function describeStyle(file: string): Promise<CitationStyle | string> {
  const name = basename(file);
  const id = name.slice(0, -'.csl'.length).toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/u.test(id)) {
    return `${name}: expected a name of up to 100 letters, digits, dots, hyphens and underscores.`;
  }
  const xml = withoutComments(await readFile(file, 'utf8').catch(() => ''));
  const problem = rootProblem(xml);
  const title = /<title>([^<]+)<\/title>/u.exec(xml)?.[1]?.trim();
  if (problem !== undefined) return `${name}: ${problem}.`;
  if (!title) return `${name}: expected a <title> inside <info>.`;
  return { id, title: decodeEntities(title), file };
}

function problemOf(xml: string): string | undefined {
  return rootProblem(xml) ?? tagProblem(xml) ?? bibliographyProblem(xml) ?? macroProblem(xml);
}

function rootProblem(xml: string): string | undefined {
  if (!/^\s*(?:<\?xml[^>]*\?>)?\s*<style\s/u.test(xml) || !xml.includes('http://purl.org/net/xbiblio/csl')) {
    return 'expected a CSL style, <style xmlns="http://purl.org/net/xbiblio/csl" …>';
  }
  const parent = /<link\b(?=[^<>]*\brel="independent-parent")[^<>]*\bhref="([^"]+)"/u.exec(xml)?.[1];
  return (
    parent && `expected a style with rules of its own; this one only points to ${parent}, use that one's file`
  );
}

function bibliographyProblem(xml: string): string | undefined {
  return /<bibliography[\s>]/u.test(xml)
    ? undefined
    : 'expected a <bibliography>, which says how a reference is written';
}

function macroProblem(xml: string): string | undefined {
  const defined = new Set(Array.from(xml.matchAll(/<macro\s+name="([^"]+)"/gu), (match) => match[1]));
  const missing = Array.from(xml.matchAll(/\smacro="([^"]+)"/gu), (match) => match[1]).find(
    (name) => !defined.has(name),
  );
  return missing && `expected a macro named "${missing}", which the style uses`;
}

/** citeproc reads a file with tags that do not match as if they did, so they are checked here. */
function tagProblem(xml: string): string | undefined {
  const open: string[] = [];
  for (const match of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"]|"[^"]*")*)>/gu)) {
    const [, closing, name = '', rest = ''] = match;
    const line = () => `on line ${xml.slice(0, match.index).split('\n').length}`;
    if (closing === '/') {
      const expected = open.pop();
      if (expected !== name)
        return `expected ${expected ? `</${expected}>` : 'no closing tag'} ${line()}, found </${name}>`;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  const last = open.at(-1);
  return last && `expected </${last}> before the end of the file`;
}

/** Comments become empty, with their line ends kept so that line numbers stay true; one that never ends runs to the end. */
function withoutComments(xml: string): string {
  const kept: string[] = [];
  let at = xml.startsWith('\uFEFF') ? 1 : 0;
  for (let open = xml.indexOf('<!--', at); open >= 0; open = xml.indexOf('<!--', at)) {
    const close = xml.indexOf('-->', open + 4);
    const end = close < 0 ? xml.length : close + 3;
    kept.push(xml.slice(at, open), xml.slice(open, end).replaceAll(/[^\n]/gu, ''));
    at = end;
  }
  return kept.concat(xml.slice(at)).join('');
}

function decodeEntities(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => entities[name] ?? whole);
}
