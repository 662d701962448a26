import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EXPORT_FORMATS } from '../citation/export.js';
import { formatNamed, isStyle, notInstalled } from '../citation/find-style.js';
import { BUILT_IN_STYLES, DEFAULT_STYLE, type StyleCatalogue } from '../citation/styles.js';
import { packagePath } from '../package-path.js';
import type { Answer, CitationAnswer } from './answer.js';
import type { Request } from './request.js';

const { names } = z
  .strictObject({ note: z.string(), names: z.array(z.string().min(2)).min(1) })
  .parse(JSON.parse(readFileSync(packagePath('data', 'vocabulary', 'citation-styles.json'), 'utf8')));

const KNOWN = new Set(names.map((name) => name.toLowerCase()));
/** What every engine of questions knows; other names are put in its place while a question is read. */
const STAND_IN = 'APA';
const UNDERSTOOD: ReadonlySet<string> = new Set([...BUILT_IN_STYLES.map(({ id }) => id), ...EXPORT_FORMATS]);

const NAME = String.raw`[\p{L}\p{N}][\p{L}\p{N}&.'’-]*(?:[ -][\p{L}\p{N}&][\p{L}\p{N}&.'’-]*){0,8}?`;
const KIND = `(?:citation|reference|referencing|journal|bibliography)`;
const STYLE = String.raw`(?:style|format(?:ting)?)\b`;
const ARTICLE = `(?:the |a )?(?:journal )?`;
/** Ways to name a style; the first group is its name. */
const WISHES: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:in|as|using|with|to|into) ${ARTICLE}["“]?(${NAME})["”]?[ -](?:${KIND}[ -])?${STYLE}`,
    'iu',
  ),
  new RegExp(String.raw`\b(?:style|format) of ${ARTICLE}["“]?(${NAME})["”]?(?=[?.,;]|$| please\b)`, 'iu'),
  new RegExp(String.raw`(?:^|[\s"“])(${NAME})["”]?[ -](?:${KIND}[ -])?${STYLE}`, 'iu'),
];
/** Without the word "style" only names that nothing else has. */
const BARE = new RegExp(
  String.raw`\b(?:in|as|using) (${names.filter((name) => /^[A-Z]{3,}$/u.test(name)).join('|')})\b`,
  'u',
);

interface Wish {
  /** as typed */
  readonly name: string;
  /** the question with a style in its place that needs no installing */
  readonly question: string;
  /** the key of the style; null when it is not installed */
  readonly format: string | null;
}

/** What a question is answered with: the styles at hand, and the one for a citation for which none is named (null: the usual one). */
export interface Styling {
  readonly styles: StyleCatalogue;
  readonly lastStyle: string | null;
}

/**
 * Asks a question that may name a citation style in words ("in Nature style"). A citation for which no style was named comes in
 * the last one; a style that is not installed is named in a note.
 * @param ask answers a question; it knows the built-in styles and the files
 */
export function askInStyle(
  question: string,
  { styles, lastStyle }: Styling,
  ask: (question: string) => Answer,
): Answer {
  const wish = wishIn(question, styles);
  if (wish === null) return inLastStyle(ask(question), lastStyle);
  const answer = ask(wish.question);
  if (answer.kind !== 'citation') return ask(question);
  if (wish.format !== null) return withFormat(answer, wish.format);
  const plain = withFormat(answer, DEFAULT_STYLE);
  return { ...plain, inherited: true, notes: [...plain.notes, notInstalled(wish.name)] };
}

/** A citation in the style that was chosen last, where the answer names none. */
export function inLastStyle(answer: Answer, lastStyle: string | null): Answer {
  return answer.kind === 'citation' && answer.format === null && lastStyle !== null
    ? { ...withFormat(answer, lastStyle), inherited: true }
    : answer;
}

/** The style that a citation has; null for a file, the usual style, and what is no citation. */
export function styleOf(request: Request): string | null {
  return request.do === 'cite' && request.format !== null && isStyle(request.format) ? request.format : null;
}

function withFormat(answer: CitationAnswer, format: string): CitationAnswer {
  const { request } = answer;
  return { ...answer, format, request: request.do === 'cite' ? { ...request, format } : request };
}

function wishIn(question: string, styles: StyleCatalogue): Wish | null {
  for (const pattern of [...WISHES, BARE]) {
    const found = pattern.exec(question);
    const said = found?.[1];
    if (found === null || said === undefined) continue;
    for (const name of endings(said)) {
      const format = formatNamed(styles, name);
      if (format !== null && UNDERSTOOD.has(format)) return null;
      if (format === null && !isStyleName(name)) continue;
      const at = found.index + found[0].indexOf(said) + said.length - name.length;
      const replaced = question.slice(0, at) + STAND_IN + question.slice(at + name.length);
      return { name, format, question: replaced };
    }
  }
  return null;
}

/** The words said, then without the first, and so on: "cite Kim in Nature" may end in the name of a style. */
function endings(said: string): readonly string[] {
  const words = said.split(' ');
  return words.map((_, at) => words.slice(at).join(' '));
}

function isStyleName(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}
