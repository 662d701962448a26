import { LEXICON } from './lexicon.js';
import { once } from './once.js';
import { phraseKey } from './tokens.js';
import { type Term, vocabularyFile } from './vocabulary.js';

/**
 * Words of other languages for the kinds of facts that can be asked for, each with the English phrase of the vocabulary that
 * means the same. Databases and accessions need none: they are called alike everywhere.
 */
interface ForeignWord {
  readonly word: string;
  readonly terms: readonly Term[];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const tables = once(() => {
  const words: readonly ForeignWord[] = Object.entries(vocabularyFile('foreign.json')).flatMap(
    ([english, forms]) =>
      forms.map((word) => ({ word, terms: LEXICON.phrases.get(phraseKey(english)) ?? [] })),
  );
  const spaced: ReadonlyMap<string, readonly Term[]> = new Map(
    words.filter(({ word }) => !UNSPACED.test(word)).map(({ word, terms }) => [word, terms]),
  );
  return { spaced, within: words.filter(({ word }) => UNSPACED.test(word)) };
});

/**
 * What a word of another language means in the vocabulary; a run of a script without spaces may hold several known words.
 * @param text lower case
 * @returns empty when nothing is known
 */
export function foreignTerms(text: string): readonly Term[] {
  const whole = tables().spaced.get(text);
  if (whole !== undefined) return whole;
  if (!UNSPACED.test(text)) return [];
  return tables()
    .within.filter(({ word }) => text.includes(word))
    .flatMap(({ terms }) => terms);
}
