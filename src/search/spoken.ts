import type { Token } from './tokens.js';

/**
 * Names as people say or dictate them: `interleukin two`, `I L twelve`. Only what stands behind the letters of one of the gene's
 * names is read as its number, so that other counts stay words.
 */

const UNITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

interface Run {
  readonly length: number;
  readonly token: Token;
}

function joins(token: Token | undefined): token is Token {
  return token !== undefined && /^[ -]$/u.test(token.before);
}

function merged(run: readonly Token[], text: string): Token | null {
  const [first] = run;
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return null;
  return { ...first, text, raw: text, stem: text, end: last.end };
}

/** A number in words that starts at a token, or null. */
function spokenNumber(tokens: readonly Token[], at: number): Run | null {
  const first = tokens[at];
  if (!joins(first)) return null;
  const small = UNITS.indexOf(first.text);
  const teen = TEENS.indexOf(first.text);
  const tens = TENS.indexOf(first.text);
  const next = tokens[at + 1];
  const unit = tens >= 0 && joins(next) ? UNITS.indexOf(next.text) : -1;
  const value = tens >= 0 ? (tens + 2) * 10 + Math.max(unit, 0) : teen >= 0 ? teen + 10 : small;
  if (value < 0) return null;
  const length = unit > 0 ? 2 : 1;
  const token = merged(tokens.slice(at, at + length), String(value));
  return token === null ? null : { length, token };
}

/** `i l` before a number: letters that were spelled out. */
function spelledLetters(tokens: readonly Token[], at: number, families: ReadonlySet<string>): Run | null {
  if (tokens[at]?.text.length !== 1) return null;
  for (let length = 2; length <= 3; length += 1) {
    const run = tokens.slice(at, at + length);
    const letters = run.map((token) => token.text);
    const single = run.every((token, n) => token.text.length === 1 && (n === 0 || joins(token)));
    if (!single || run.length < length || !families.has(letters.join(''))) continue;
    const next = tokens[at + length];
    if (!joins(next) || !(/^\d/u.test(next.text) || spokenNumber(tokens, at + length) !== null)) continue;
    const token = merged(run, letters.join(''));
    if (token !== null) return { length, token };
  }
  return null;
}

/**
 * The words of a text with spoken names put into letters and digits.
 * @param families the letters before the number of the gene's names, lower case
 * @returns the same list when nothing was spoken
 */
export function withSpokenNames(tokens: readonly Token[], families: ReadonlySet<string>): readonly Token[] {
  const list: Token[] = [];
  let changed = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const letters = spelledLetters(tokens, at, families);
    const head = letters?.token ?? token;
    at += letters?.length ?? 1;
    list.push(head);
    const number = families.has(head.text) ? spokenNumber(tokens, at) : null;
    if (number !== null) {
      list.push(number.token);
      at += number.length;
    }
    changed ||= letters !== null || number !== null;
  }
  return changed ? list : tokens;
}
