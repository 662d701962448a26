import { once, remembered } from './once.js';
import { vocabularyFile } from './vocabulary.js';

/** A light stemmer: plural, past and -ing endings, and British spellings. Both sides of every comparison go through it. */

const DOUBLED = /([b-df-hj-km-npqrtvwxz])\1$/u;

const spelling = once(() => vocabularyFile('spelling.json'));
const romanNumbers = once(() => new Map(Object.entries(spelling().roman)));

/** Parts of British words and the American ones for them; most words hold none, one look tells. */
const british = once(() => {
  const { british: parts } = spelling();
  const pattern = new RegExp(`is(?=(?:e[ds]?|ing|ations?)$)|${Object.keys(parts).join('|')}`, 'gu');
  return { pattern, parts };
});

function american(word: string): string {
  const { pattern, parts } = british();
  return word.replace(pattern, (part) => parts[part] ?? 'iz');
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|z)es$/u.test(word)) return word.slice(0, -2);
  return /[^suiy]s$/u.test(word) ? word.slice(0, -1) : word;
}

function present(word: string): string {
  const bare = word.replace(/(?:(?<=.{3})ing|(?<=..[^e])ed)$/u, '');
  return bare === word ? word : bare.replace(DOUBLED, '$1');
}

/** The stem of one lower-case word; a Roman number is a number ("phase II"). Words that bear digits come back unchanged. */
export const stem = remembered((word: string): string => {
  const number = word.length <= 4 ? romanNumbers().get(word) : undefined;
  if (number !== undefined || word.length <= 3 || /\d/u.test(word)) return number ?? word;
  const base = present(singular(american(word)));
  if (base.length > 4 && base.endsWith('ie')) return `${base.slice(0, -2)}y`;
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
});
const NOUN_OF_VERB = /(?:ations?|ions?|ings?|ments?|ors?|ers?|iv|atory|ory|anc|enc)$/u;
const GREEK_ENDING = /(?:(?:os|ot|ys|yt|ax|act)(?:is|ic)|(?<=gen)(?:esis|ic|y))$/u;

/**
 * The root that a verb, its noun and its adjective share: `inhibits`, `inhibition`, `inhibitor`; `apoptosis`, `apoptotic`.
 * Coarser than the stem: only words that stand in one place of a sentence may be compared by it.
 */
export const root = remembered((word: string): string => {
  if (word.length <= 4 || /\d/u.test(word)) return stem(word).replace(/(?<=..)e$/u, '');
  const greek = word.replace(GREEK_ENDING, '');
  if (greek !== word && greek.length >= 4) return greek;
  const base = stem(word);
  const bare = base.replace(NOUN_OF_VERB, '');
  const short = bare.length >= (/[ae]nc$/u.test(base) ? 4 : 3) ? bare : base;
  return short
    .replace(/(?<=.{3})(?:at|e)$/u, '')
    .replace(/uct$/u, 'uc')
    .replace(/(?<=.{4}l)l$/u, '')
    .replace(/i$/u, 'y');
});
