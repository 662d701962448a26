import { once } from '../search/once.js';
import { root } from '../search/stem.js';
import { vocabularyFile } from '../search/vocabulary.js';

/** The words that tell how things stand to each other: verbs of effect and the small words of grammar. No thing is named here. */

export type Sign = 1 | 0 | -1;

/** A verb (or its noun) of the vocabulary; verbs of one family say the same. */
export interface Verb {
  readonly family: string;
  readonly sign: Sign;
  readonly use: 'transitive' | 'intransitive' | 'causative' | 'static' | 'unknown';
}

/** word -> the lists in which it stands */
const grammar = once((): ReadonlyMap<string, ReadonlySet<string>> => {
  const lists = new Map<string, Set<string>>();
  for (const [list, forms] of Object.entries(vocabularyFile('grammar.json')))
    for (const form of forms.flatMap((one) => [one, one.replace(/iz(?=e|i|a)/u, 'is')]))
      lists.set(form, (lists.get(form) ?? new Set()).add(list));
  return lists;
});

const verbs = once((): ReadonlyMap<string, Verb> => {
  const known = new Map<string, Verb>();
  for (const [family, { sign, use, forms }] of Object.entries(vocabularyFile('verbs.json'))) {
    for (const form of forms) {
      const key = verbKey(form.split(' '));
      if (!known.has(key)) known.set(key, { family, sign, use });
    }
  }
  return known;
});

/** Lists that say what a word is by its form, not what it tells. */
const OF_FORM: ReadonlySet<string> = new Set(['no verb', 'verb form']);

/** Whether a word (lower case) tells how things stand to each other: it stands in a list of the grammar that names no kind of thing. */
export function isGrammar(word: string): boolean {
  return [...(grammar().get(word) ?? [])].some((list) => !list.startsWith('kind ') && !OF_FORM.has(list));
}

/** Whether a word (lower case) stands in a list of the grammar. */
export function isIn(list: string, word: string | undefined): boolean {
  return word !== undefined && grammar().get(word)?.has(list) === true;
}

/** Words (lower case) -> the key under which a verb, its participles and its noun are one. */
export function verbKey(words: readonly string[]): string {
  return words.map(root).join(' ');
}

/** The verb that some words are, or null. */
export function verbOf(words: readonly string[]): Verb | null {
  if (words.length === 1 && isIn('no verb', words[0])) return null;
  return verbs().get(verbKey(words)) ?? null;
}

/** A word that stands where a verb stands and that the vocabulary does not know is a family of its own. */
export function unknownVerb(word: string): Verb {
  return { family: `=${root(word)}`, sign: 0, use: 'unknown' };
}
