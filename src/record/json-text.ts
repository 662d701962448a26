import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import type { Problem } from './problems.js';

/** The text of a record file as JSON: in UTF-8, sound, and with no key twice. */

/** What a file holds, or what is wrong with its text; the path of such a problem is a line and a column, from 1. */
export type JsonText = { readonly json: unknown } | { readonly problems: readonly Problem[] };

/**
 * Decodes and parses a file.
 * @param bytes UTF-8, with or without a byte order mark
 */
export function readJson(bytes: Uint8Array): JsonText {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problems: [{ path: badLine(bytes), message: 'expected UTF-8 text; save the file as UTF-8' }] };
  }
  return parseJson(text);
}

/** As `readJson`, for text that is decoded already. */
export function parseJson(text: string): JsonText {
  const plain = text.replace(/^\uFEFF/u, '');
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch {
    return { problems: [mistakeIn(plain)] };
  }
  // Counting is a tenth of the work of a walk through the text, and nearly every file is sound.
  if (keysOf(json) === (plain.match(/"\s*:/gu)?.length ?? 0)) return { json };
  const problems = repeatedKeys(plain);
  return problems.length > 0 ? { problems } : { json };
}

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.reduce((sum: number, each) => sum + keysOf(each), Array.isArray(value) ? 0 : parts.length);
}

/** The first place where a text is no JSON; the language's own message names none. */
function mistakeIn(plain: string): Problem {
  const errors: ParseError[] = [];
  parse(plain, errors, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  return first === undefined
    ? { path: 'whole file', message: 'not JSON' }
    : {
        path: placeAt(plain, first.offset),
        message: `not JSON: ${inWords(printParseErrorCode(first.error))}`,
      };
}

/** "CommaExpected" in words: "comma expected". */
function inWords(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
}

/** The line of the first byte that is no UTF-8: an editor shows it there. */
function badLine(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return placeAt(lenient, lenient.indexOf('\uFFFD'));
}

function placeAt(text: string, offset: number): string {
  const before = text.slice(0, Math.max(0, offset));
  const line = before.split('\n').length;
  return `line ${line}, column ${before.length - before.lastIndexOf('\n')}`;
}

/** JSON takes the last of two equal keys in silence, so that half of an author's work would be lost. */
function repeatedKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1);
      if (keys?.has(key))
        problems.push({
          path: placeAt(text, offset),
          message: `"${key}" stands in this object already; expected it once`,
        });
      keys?.add(key);
    },
  });
  return problems;
}
