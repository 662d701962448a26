import { once } from './once.js';
import { stem } from './stem.js';
import { vocabularyFile } from './vocabulary.js';
import { type Everyday, everyday, isListed } from './words.js';

/** One word of a readable text, or one run of letters of a script that does not space its words. */
export interface Token {
  /** lower case, apostrophes gone */
  readonly text: string;
  /** as typed */
  readonly raw: string;
  readonly stem: string;
  /** how much it says in everyday speech; null where that does not know it */
  readonly level: Everyday | null;
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

function word(raw: string): string {
  if (!raw.includes("'")) return raw.toLowerCase();
  const lower = raw.replace(/^(?:[LlDd]|[Qq]u)'(?=\p{L}{4}|\p{Lu}{2})/u, '').toLowerCase();
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower.replace("'", '');
}

/** The word of a family of genes and the letters of their symbols mean the same: `interleukin 8` is `IL-8`. */
const geneWords = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(vocabularyFile('gene-words.json')).map(([letters, [english = '']]) => [
        english,
        letters,
      ]),
    ),
);

/** The stem of a word of a text; that of a family of genes is the letters of its symbols. */
export function stemOf(word: string): string {
  return geneWords().get(word) ?? stem(word);
}

/**
 * Cuts a readable text into words, segments (at commas, colons, brackets and dashes) and sentences.
 * @param text what `readable` gave
 */
export function tokenise(text: string): Tokens {
  const list: Token[] = [];
  const asked = new Set<number>();
  let sentence = 0;
  let segment = 0;
  let last = 0;
  const found = [...text.matchAll(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD)];
  for (const [at, { 0: raw, index: start }] of found.entries()) {
    const gap = text.slice(last, start);
    last = start + raw.length;
    const lower = word(raw);
    const before = list.at(-1);
    if (before !== undefined && endsSentence(gap, before)) {
      if (/[?\uff1f]/u.test(gap)) asked.add(sentence);
      sentence += 1;
      segment += 1;
    } else if (before !== undefined && (endsSegment(gap) || (at > 1 && startsClause(found, at, lower))))
      segment += 1;
    const stemmed = stemOf(lower);
    list.push({
      text: lower,
      raw,
      stem: stemmed,
      level: everyday(lower, stemmed),
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
  const [next, behind] = found.slice(at + 1, at + 3).map(([raw]) => raw.toLowerCase());
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
