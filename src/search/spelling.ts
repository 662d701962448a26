import Fuse from 'fuse.js';

/** Misspelt words: known words that are near, scored by Fuse.js. Names and numbers are never matched approximately. */

/** How unlike a misspelt word may be (Fuse.js score, 0 is equal): one error in four letters is the most. */
const THRESHOLD = 0.25;
/** People rarely miss the first letter: another one is taken for a slip only when the rest is close. */
const OTHER_INITIAL = 0.15;
const FEWEST_LETTERS = 5;
const MOST_LETTERS = 24;
const LENGTH_SLACK = 2;
/** A swap of two neighbouring letters costs Fuse.js two errors, but is one slip of the fingers. */
const SWAP_SCORE = 0.1;

/** Known words by length and first letter, and by length and second letter for a slip in the first. */
export type WordIndex = ReadonlyMap<string, readonly Spelt[]>;

interface Spelt {
  readonly word: string;
  /** one bit for each letter that it has */
  readonly letters: number;
}

/** An index of known words; those that are too short or too long to be mistaken are left out. */
export function indexWords(words: Iterable<string>): WordIndex {
  const index = new Map<string, Spelt[]>();
  for (const word of words) {
    if (!isSpellable(word, FEWEST_LETTERS - 1)) continue;
    const spelt = { word, letters: lettersOf(word) };
    for (const key of [`${word[0]}${word.length}`, `?${word[1]}${word.length}`]) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [spelt]);
      else list.push(spelt);
    }
  }
  return index;
}

function isSpellable(word: string, fewest: number): boolean {
  return word.length >= fewest && word.length <= MOST_LETTERS && /^\p{L}+$/u.test(word);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** A misspelt word and the word it was taken for. */
export interface FuzzyMatch {
  readonly key: string;
  /** Fuse.js score, 0 is equal */
  readonly score: number;
}

/**
 * The known words that a misspelt word is nearest to, best first.
 * @param word a stem, lower case
 */
export function nearWords(word: string, index: WordIndex): readonly FuzzyMatch[] {
  if (!isSpellable(word, FEWEST_LETTERS)) return [];
  const letters = lettersOf(word);
  /** an error changes two letters at most */
  const most = 2 * Math.ceil(word.length * THRESHOLD);
  const found: FuzzyMatch[] = [];
  for (let length = word.length - LENGTH_SLACK; length <= word.length + LENGTH_SLACK; length += 1) {
    for (const key of [`${word[0]}${length}`, `?${word[1]}${length}`]) {
      for (const known of index.get(key) ?? []) {
        const sameInitial = known.word[0] === word[0];
        if ((key[0] === '?' && sameInitial) || bits(known.letters ^ letters) > most) continue;
        const score = scoreOf(word, known.word);
        if (score <= (sameInitial ? THRESHOLD : OTHER_INITIAL)) found.push({ key: known.word, score });
      }
    }
  }
  return found.sort((a, b) => a.score - b.score || (a.key < b.key ? -1 : 1));
}

function scoreOf(typed: string, known: string): number {
  if (isSwap(typed, known)) return SWAP_SCORE;
  const { isMatch, score } = Fuse.match(typed, known, { threshold: THRESHOLD, distance: 1000 });
  const missing = Math.max(0, known.length - typed.length) / known.length;
  return isMatch ? Math.max(score, missing) : 1;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
