import Fuse from 'fuse.js';
import { everyday } from './everyday.js';
import { once } from './once.js';
import { phraseKey, type Token, tokenise } from './tokens.js';
import { type Term, vocabulary } from './vocabulary.js';

/** Phrases longer than this many words are not in the vocabulary. */
export const MAX_PHRASE_WORDS = 6;

/** How unlike a misspelt word may be (Fuse.js score, 0 is equal): one error in four letters is the most. */
const FUZZY_THRESHOLD = 0.25;
/** People rarely miss the first letter: another one is taken for a slip only when the rest is close. */
const FUZZY_OTHER_INITIAL = 0.15;
const FUZZY_MIN_LETTERS = 5;
const FUZZY_LENGTH_SLACK = 2;

/** A phrase of the vocabulary and everything it can mean. */
export interface LexiconEntry {
  readonly key: string;
  readonly terms: readonly Term[];
}

/** A vocabulary that can be looked up by phrase and, for single words, approximately. */
export interface Lexicon {
  readonly phrases: ReadonlyMap<string, readonly Term[]>;
  /** keys of phrases that are written as several words somewhere, spaces kept */
  readonly spaced: ReadonlySet<string>;
  /** keys that a misspelt word may stand for */
  readonly words: WordIndex;
  /** stems of all words that phrases are made of */
  readonly partWords: ReadonlySet<string>;
  /** those of them that a misspelt word inside a phrase may stand for */
  readonly parts: WordIndex;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function bigrams(word: string): readonly string[] {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < word.length; at += 1) pairs.add(word.slice(at, at + 2));
  return [...pairs];
}

/** Known words by letter pair and first letter; by letter pair and second letter too, for a slip in the first. */
export type WordIndex = ReadonlyMap<string, readonly string[]>;

/** An index of known words. */
export function indexWords(words: Iterable<string>): WordIndex {
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const pair of bigrams(word)) {
      put(index, `${word[0]}${pair}`, word);
      put(index, `?${word[1]}${pair}`, word);
    }
  }
  return packed(index);
}

/** The same lists without the room to grow that arrays keep: these last as long as the program. */
function packed<K, V>(lists: ReadonlyMap<K, readonly V[]>): ReadonlyMap<K, readonly V[]> {
  return new Map([...lists].map(([key, list]) => [key, list.slice()]));
}

function buildLexicon(terms: readonly Term[]): Lexicon {
  const phrases = new Map<string, Term[]>();
  const words = new Set<string>();
  const spaced = new Set<string>();
  const partWords = new Set<string>();
  for (const term of terms) {
    for (const form of term.forms) {
      const stems = tokenise(form).list.map((token) => token.stem);
      const key = stems.join('');
      spaced.add(stems.join(' '));
      for (const part of stems) partWords.add(part);
      if (key === '') continue;
      const fresh = !phrases.has(key);
      put(phrases, key, term);
      if (fresh && isFuzzyTarget(key)) words.add(key);
    }
  }
  return {
    phrases: packed(phrases),
    spaced,
    words: indexWords(words),
    partWords,
    parts: indexWords([...partWords].filter(isMendable)),
  };
}

function isFuzzyTarget(key: string): boolean {
  return (
    key.length >= FUZZY_MIN_LETTERS - 1 &&
    key.length <= 24 &&
    /^\p{L}+$/u.test(key) &&
    everyday(key, key) === null
  );
}

/** A long word inside a phrase; talk is none. */
function isMendable(part: string): boolean {
  const level = everyday(part, part);
  return part.length >= FUZZY_MIN_LETTERS && /^\p{L}+$/u.test(part) && level !== 'glue' && level !== 'chat';
}

const built = once(() => buildLexicon(vocabulary()));

/** The compiled vocabulary; built when it is first looked at. */
export const LEXICON: Lexicon = {
  get phrases() {
    return built().phrases;
  },
  get spaced() {
    return built().spaced;
  },
  get words() {
    return built().words;
  },
  get partWords() {
    return built().partWords;
  },
  get parts() {
    return built().parts;
  },
};

/** What the words of a phrase can mean; empty when the vocabulary does not know it. */
export function meanings(phrase: string): readonly Term[] {
  return LEXICON.phrases.get(phraseKey(phrase)) ?? [];
}

/** A misspelt word and the word it was taken for. */
export interface FuzzyMatch {
  readonly key: string;
  /** Fuse.js score, 0 is equal */
  readonly score: number;
}

/** An error touches two letter pairs, a swap three: so many pairs must be shared at least. */
function sharedPairs(length: number): number {
  const errors = Math.floor(length * FUZZY_THRESHOLD);
  return Math.max(1, length - 1 - Math.max(3, 2 * errors));
}

/**
 * The known words that a misspelt word is nearest to, best first. Candidates share letter pairs; Fuse.js scores them.
 * Words that bear digits are never matched approximately.
 * @param word a stem, lower case
 * @param index the known words
 */
export function nearWords(word: string, index: WordIndex): readonly FuzzyMatch[] {
  if (word.length < FUZZY_MIN_LETTERS || word.length > 24 || !/^\p{L}+$/u.test(word)) return [];
  const found: FuzzyMatch[] = [];
  for (const key of candidates(word, index)) {
    const score = fuzzyScore(word, key);
    if (score !== null && (key[0] === word[0] || score <= FUZZY_OTHER_INITIAL)) found.push({ key, score });
  }
  return found.sort((a, b) => a.score - b.score || (a.key < b.key ? -1 : 1));
}

/** Known words of about the same length that share enough letter pairs, and the first or the second letter. */
function candidates(word: string, index: WordIndex): readonly string[] {
  const fewest = sharedPairs(word.length);
  const shared = new Map<string, number>();
  const count = (key: string): void => {
    if (Math.abs(key.length - word.length) <= FUZZY_LENGTH_SLACK) shared.set(key, (shared.get(key) ?? 0) + 1);
  };
  for (const pair of bigrams(word)) {
    for (const key of index.get(`${word[0]}${pair}`) ?? []) count(key);
    for (const key of index.get(`?${word[1]}${pair}`) ?? []) if (key[0] !== word[0]) count(key);
  }
  return [...shared].flatMap(([key, pairs]) => (pairs >= fewest ? [key] : []));
}

/** A swap of two neighbouring letters costs Fuse.js two errors, but is one slip of the fingers. */
const SWAP_SCORE = 0.1;

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function fuzzyScore(typed: string, known: string): number | null {
  if (isSwap(typed, known)) return SWAP_SCORE;
  const { isMatch, score } = Fuse.match(typed, known, { threshold: FUZZY_THRESHOLD, distance: 1000 });
  if (!isMatch) return null;
  const missing = Math.max(0, known.length - typed.length) / known.length;
  return Math.max(score, missing) <= FUZZY_THRESHOLD ? Math.max(score, missing) : null;
}

/** The terms that a run of words means, longest run first: how many words it takes and what it can mean. */
export interface PhraseMatch {
  readonly length: number;
  readonly terms: readonly Term[];
}

/**
 * The longest phrase of the vocabulary that starts at a word. A phrase stays inside its segment.
 * @param tokens words of a text
 * @param at index of the first word
 */
export function longestPhrase(tokens: readonly Token[], at: number): PhraseMatch | null {
  const first = tokens[at];
  if (first === undefined) return null;
  let key = '';
  let best: PhraseMatch | null = null;
  for (let length = 1; length <= MAX_PHRASE_WORDS; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.segment !== first.segment) break;
    key += token.stem;
    const terms = LEXICON.phrases.get(key);
    if (terms !== undefined && (length === 1 || holdsTogether(tokens.slice(at, at + length))))
      best = { length, terms };
  }
  return best;
}

/** Words that hold sentences together make a phrase only where one is written with them. */
function holdsTogether(run: readonly Token[]): boolean {
  return (
    !run.some(({ text, stem }) => everyday(text, stem) === 'glue') ||
    LEXICON.spaced.has(run.map(({ stem }) => stem).join(' '))
  );
}
