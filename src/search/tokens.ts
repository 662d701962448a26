import { once } from './once.js';
import { stem } from './stem.js';
import { vocabularyFile } from './vocabulary.js';

/** One word of a readable text, or one run of letters of a script that does not space its words. */
export interface Token {
  /** lower case, apostrophes gone */
  readonly text: string;
  /** as typed */
  readonly raw: string;
  readonly stem: string;
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
const ABBREVIATION =
  /(?:^|[^a-z])(?:al|e\.?g|i\.?e|vs|no|nr|ca|fig|ref|refs|dr|prof|approx|incl|resp|[a-z])$/iu;

/** What a question mark without a space follows inside an address (`page.php?id=`). */
const INSIDE_ADDRESS =
  /^(?:pl|php|cgi|asp|aspx|html?|jsp|py|fcgi|do|search|query|api|hgTracks|gov|org|com)$/iu;

function endsSentence(gap: string, wordBefore: string, next: string | undefined): boolean {
  if (gap === ' ') return false;
  if (/^\/?\?$/u.test(gap) && next !== undefined && INSIDE_ADDRESS.test(wordBefore)) return false;
  if (/[?!;\n\u3002\uff1f]/u.test(gap)) return true;
  if (gap === '.' || /\s\.$/u.test(gap)) return false;
  if (!/\.(?:\s|$)/u.test(gap) && !/\.\.+/u.test(gap)) return false;
  return next === undefined || !ABBREVIATION.test(wordBefore) || /\.\.+/u.test(gap);
}

function endsSegment(gap: string): boolean {
  return gap !== ' ' && /[,:()[\]{}"\u3001]|\s-+\s|--|\u2026|\s'|'\s/u.test(gap);
}

const CLAUSE =
  /^\s+(?:(?:is|are|was|were|does|do|did|can|could|will|would|should|has|have)\s+(?:it|this|that|my|our|the|i|we|they|there|these|those)|what|whats|which|where|how|who|why)\b/iu;

/** The start of a clause is told by so many characters. */
const CLAUSE_LETTERS = 30;

/** "... and is it my pipette": another clause that asks. */
function startsClause(before: readonly Token[], lower: string, text: string, end: number): boolean {
  return (
    before.length > 1 &&
    (lower === 'and' || lower === 'but') &&
    CLAUSE.test(text.slice(end, end + CLAUSE_LETTERS))
  );
}

function word(raw: string): string {
  const cased = raw.toLowerCase();
  if (!cased.includes("'")) return cased;
  const lower = /^[ld]'\p{Lu}{2}/u.test(raw)
    ? cased.slice(2)
    : cased.replace(/^(?:l|d|qu)'(?=\p{L}{4})/u, '');
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower.replace("'", '');
}

/** The word of a family of genes and the letters of their symbols mean the same: `interleukin 8` is `IL-8`. */
const geneWords = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(vocabularyFile('gene-words.json')).flatMap(([letters, [word]]) =>
        word === undefined ? [] : [[word, letters]],
      ),
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
  let before: Token | undefined;
  for (const found of text.matchAll(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD)) {
    const gap = text.slice(last, found.index);
    const lower = word(found[0]);
    if (before !== undefined) {
      if (endsSentence(gap, before.raw, found[0])) {
        if (/[?\uff1f]/u.test(gap)) asked.add(sentence);
        sentence += 1;
        segment += 1;
      } else if (endsSegment(gap) || startsClause(list, lower, text, found.index + found[0].length))
        segment += 1;
    }
    last = found.index + found[0].length;
    before = {
      text: lower,
      raw: found[0],
      stem: stemOf(lower),
      start: found.index,
      end: last,
      before: gap === ' ' ? gap : gap.replace(/\s+/gu, ' '),
      sentence,
      segment,
    };
    list.push(before);
  }
  if (/[?\uff1f]/u.test(text.slice(last))) asked.add(sentence);
  return { text, list, asked };
}

/** The key under which a phrase is compared: the stems of its words, joined, so that `gene cards` and `genecards` are one. */
export function phraseKey(phrase: string): string {
  return tokenise(phrase)
    .list.map((token) => token.stem)
    .join('');
}
