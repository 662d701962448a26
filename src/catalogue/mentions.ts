import type { NameFinding, NameMention } from './catalogue.js';
import { spelledKey, squeezedKey } from './keys.js';
import { findNames } from './look-up.js';
import { keyBytes, prefixRun } from './table.js';
import type { Tables } from './tables.js';

/** More of a text than this many characters is not read. */
const LONGEST_TEXT = 6000;
/** The most words that a full name is looked for in. */
const MOST_WORDS = 12;

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[-.\p{Pd}](?=[\p{L}\p{N}]))*/gu;
const HAS_DIGIT = /\p{N}/u;
const HAS_LOWER = /\p{Ll}/u;
const NOT_A_NAME = /^(?:\p{N}+|\p{L})$/u;
const ADDED = /^(?:\d{1,3}|alpha|beta|gamma|delta|epsilon|zeta|\p{Script=Greek})$/iu;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How a text is written: all in capitals, or to somebody who is asked about genes. */
interface Manner {
  readonly isShouted: boolean;
  readonly isAsked: boolean;
}

/** The names that stand in a running text: the longest at each place, ordinary English words left out. */
export function namesInText(tables: Tables, text: string, isAsked: boolean): readonly NameMention[] {
  const read = text.slice(0, LONGEST_TEXT);
  const words = [...read.matchAll(WORD)].map(([word], at, all) => ({ ...wordOf(all[at]?.index ?? 0, word) }));
  const isShouted = words.length > 3 && !HAS_LOWER.test(read);
  const found: NameMention[] = [];
  for (let at = 0; at < words.length; ) {
    const mention = nameAt(tables, read, words, at, { isShouted, isAsked });
    if (mention === null) at += 1;
    else {
      found.push(mention);
      while ((words[at]?.start ?? mention.end) < mention.end) at += 1;
    }
  }
  return found;
}

function wordOf(start: number, text: string): Word {
  return { start, end: start + text.length, text };
}

function nameAt(
  tables: Tables,
  text: string,
  words: readonly Word[],
  at: number,
  how: Manner,
): NameMention | null {
  const word = words[at];
  if (word === undefined) return null;
  const longest = fullNameAt(tables, text, words, at);
  if (longest !== null) return longest;
  const next = words[at + 1];
  if (next !== undefined && isCapitals(word.text) && ADDED.test(next.text)) {
    const finding = findNames(tables, text.slice(word.start, next.end));
    if (finding.matches.length > 0) return mentionOf(text, word.start, next.end, finding);
  }
  if (NOT_A_NAME.test(word.text)) return null;
  const finding = meantBy(findNames(tables, word.text), word.text, how);
  return finding === null ? null : mentionOf(text, word.start, word.end, finding);
}

function mentionOf(text: string, start: number, end: number, finding: NameFinding): NameMention {
  return { start, end, typed: text.slice(start, end), finding };
}

function isCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

/** A single word is a name when it has a digit, or is spelled as HGNC spells it and no ordinary word; small letters only where HGNC has them. */
function meantBy(finding: NameFinding, word: string, { isShouted, isAsked }: Manner): NameFinding | null {
  const matches = finding.matches.filter(({ name, isWord }) => {
    if (finding.date?.typed === 'date') return false;
    if (isWord) return isAsked && !isShouted && isCapitals(word) && name === word;
    if (HAS_DIGIT.test(word)) return true;
    if (isShouted || spelledKey(name) !== spelledKey(word)) return false;
    return word !== word.toLowerCase() || name === word;
  });
  return matches.length === 0 ? null : { ...finding, matches };
}

/** The longest run of several words that is a full name. */
function fullNameAt(tables: Tables, text: string, words: readonly Word[], at: number): NameMention | null {
  const start = words[at]?.start ?? 0;
  let longest: NameMention | null = null;
  for (let last = at + 1; last < Math.min(words.length, at + MOST_WORDS); last += 1) {
    const end = words[last]?.end ?? start;
    const typed = text.slice(start, end);
    const run = prefixRun(tables.names, keyBytes(squeezedKey(typed)));
    if (run.to === run.from) break;
    const finding = findNames(tables, typed);
    const matches = finding.matches.filter(({ name }) => /\s/u.test(name));
    if (matches.length > 0) longest = mentionOf(text, start, end, { ...finding, matches });
  }
  return longest;
}
