import { once } from './once.js';
import { indexWords } from './spelling.js';
import { longEverydayWords, phraseKey, stemsOf, type Token } from './tokens.js';
import { type Term, vocabulary, vocabularyFile } from './vocabulary.js';

/** The compiled vocabulary: every form by the stems of its words, joined, so that `gene cards` and `genecards` are one. */
export const lexicon = once(() => {
  const phrases = new Map<string, Term[]>();
  /** first word of a phrase -> so many words its longest phrase has */
  const longest = new Map<string, number>();
  /** keys of phrases that are written as several words somewhere, spaces kept */
  const spaced = new Set<string>();
  /** stems of all words that phrases are made of */
  const parts = new Set<string>();
  for (const term of vocabulary()) {
    for (const stems of term.forms.map(stemsOf)) {
      const [first = ''] = stems;
      for (const part of stems) parts.add(part);
      putOnce(phrases, stems.join(''), term);
      if (stems.length > 1) spaced.add(stems.join(' '));
      longest.set(first, Math.max(stems.length, longest.get(first) ?? 2));
    }
  }
  /** what a misspelt word may stand for: words of phrases, and everyday ones */
  const words = indexWords(new Set([...parts, ...longEverydayWords()]));
  return { phrases, longest, spaced, parts, words };
});

/** Adds to the list of a key what it does not hold yet; an empty key has none. */
export function putOnce<V>(map: Map<string, V[]>, key: string, value: V): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Words of other languages, each with what an English phrase of the vocabulary means. */
export const foreignWords = once(
  (): ReadonlyMap<string, readonly Term[]> =>
    new Map(
      Object.entries(vocabularyFile('foreign.json')).flatMap(([english, forms]) =>
        forms.map((form): [string, readonly Term[]] => [form, meanings(english)]),
      ),
    ),
);

/** What the words of a phrase can mean; empty when the vocabulary does not know it. */
export function meanings(phrase: string): readonly Term[] {
  return lexicon().phrases.get(phraseKey(phrase)) ?? [];
}

/** Words that hold sentences together make a phrase only where one is written with them. */
export function holdsTogether(run: readonly Token[]): boolean {
  return (
    run.every(({ level }) => level !== 'glue') || lexicon().spaced.has(run.map(({ stem }) => stem).join(' '))
  );
}
