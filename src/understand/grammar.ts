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

/** Lists of the grammar that name kinds of things, or say what a word is by its form, not what it tells. */
const NO_GRAMMAR =
  /^(?:kind .*|no verb|verb form|collective|talk|deeming|spelt out|holding|product|amount|time order)$/u;

/** The list of all words that tell how things stand to each other. */
const ANY = 'grammar';

/** word -> the lists in which it stands; "@list" in a list is all that stands in that one */
const grammar = once((): ReadonlyMap<string, ReadonlySet<string>> => {
  const file = vocabularyFile('grammar.json');
  const formsOf = (list: string): readonly string[] =>
    (file[list] ?? []).flatMap((form) => (form.startsWith('@') ? formsOf(form.slice(1)) : form));
  const lists = new Map<string, Set<string>>();
  for (const list of Object.keys(file))
    for (const form of formsOf(list).flatMap((one) => [one, one.replace(/iz(?=e|i|a)/u, 'is')])) {
      const known = lists.get(form) ?? new Set<string>();
      lists.set(form, known.add(list));
      if (!NO_GRAMMAR.test(list)) known.add(ANY);
    }
  return lists;
});

const NONE: ReadonlySet<string> = new Set();

/** The lists of the grammar in which a word or phrase (lower case) stands. */
export function listsOf(text: string): ReadonlySet<string> {
  return grammar().get(text) ?? NONE;
}

/** Whether a word (lower case) stands in a list of the grammar. */
export function isIn(list: string, word: string | undefined): boolean {
  return word !== undefined && listsOf(word).has(list);
}

/** The verbs by their keys, and what the keys of verbs of several words begin with. */
const verbs = once(() => {
  const known = new Map<string, Verb>();
  const begun = new Set<string>();
  for (const [family, { sign, use, forms }] of Object.entries(vocabularyFile('verbs.json'))) {
    for (const key of forms.map(verbKey)) {
      if (!known.has(key)) known.set(key, { family, sign, use });
      for (let end = key.indexOf(' '); end > 0; end = key.indexOf(' ', end + 1)) begun.add(key.slice(0, end));
    }
  }
  return { known, begun };
});

/** Words (lower case) -> the key under which a verb, its participles and its noun are one. */
export function verbKey(words: string): string {
  return words.includes(' ') ? words.replace(/[^ ]+/g, (word) => root(word)) : root(words);
}

/** The verb of a key, or null. */
export function verbOfKey(key: string): Verb | null {
  return verbs().known.get(key) ?? null;
}

/** Whether the key of a verb of several words begins with a key. */
export function beginsVerb(key: string): boolean {
  return verbs().begun.has(key);
}

/** The verb that some words are, or null. */
export function verbOf(words: string): Verb | null {
  return isIn('no verb', words) ? null : verbOfKey(verbKey(words));
}

/** A word that stands where a verb stands and that the vocabulary does not know is a family of its own. */
export function unknownVerb(word: string): Verb {
  return { family: `=${root(word)}`, sign: 0, use: 'unknown' };
}
