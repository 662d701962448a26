import { once } from './once.js';
import { stem } from './stem.js';
import { vocabularyFile } from './vocabulary.js';

/**
 * Everyday words: they carry no fact, so they need no explanation. Glue and chat weigh nothing; words that name
 * something ("temperature") must not be skipped by a strict reading.
 */

/** How much an everyday word says: `glue` holds sentences together, `chat` is talk, `matter` is what a
 * lab's talk is about, `common` names something else. */
export type Everyday = 'glue' | 'chat' | 'matter' | 'common';

/** Word or stem -> what it says; the earlier list wins. */
function leveled(levels: readonly Everyday[]): ReadonlyMap<string, Everyday> {
  const found = new Map<string, Everyday>();
  for (const level of levels) {
    for (const word of lists()[level].flatMap((one) => [one, stem(one)]))
      if (!found.has(word)) found.set(word, level);
  }
  return found;
}

const lists = once(() => vocabularyFile('everyday.json'));
const byStem = once(() => leveled(['chat', 'matter', 'common']));
const english = once(() => leveled(['glue', 'chat', 'matter', 'common']));
const foreignWords = once((): ReadonlySet<string> => new Set(lists().foreign));
/** Repeated letters and laughter. */
const NOISE = /^(?:(.)\1+|a*(?:ha)+h?|l+o+l+z*|h+m+|u+g+h+|pl+[sz]+)$/u;

/** Whether a word (lower case) holds sentences of another language together and none of English. */
export function isForeignGlue(text: string): boolean {
  if (!foreignWords().has(text)) return false;
  const level = english().get(text);
  return level === undefined || level === 'matter';
}

/** Everyday words that a misspelt one may stand for: of six letters and more. */
export function longEverydayWords(): readonly string[] {
  const { glue, chat, matter, common } = lists();
  return [...glue, ...chat, ...matter, ...common].filter((word) => /^\p{L}{6,}$/u.test(word));
}

/**
 * Whether a word is an everyday one.
 * @param text lower case
 * @param stemmed its stem
 * @returns null for words that everyday speech does not know
 */
export function everyday(text: string, stemmed: string): Everyday | null {
  const said = english().get(text);
  if (said === 'glue' || said === 'chat') return said;
  if (foreignWords().has(text)) return 'glue';
  const base = byStem().get(stemmed);
  if (base === 'chat' || base === undefined) return base ?? said ?? (NOISE.test(text) ? 'chat' : null);
  return said === 'matter' ? said : base;
}
