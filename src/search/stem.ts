/** A light stemmer: plural, past and -ing endings, and British spellings. Both sides of every comparison go through it. */

const DOUBLED = /([b-df-hj-km-npqrtvwxz])\1$/u;

/** Most words hold nothing British; one look tells. */
const BRITISH =
  /sulph|tumour|haem|oedema|oestro|behaviour|colour|labelled|catalogue|programme|licence|is(?:e|ed|es|ing|ation|ations)$/u;

function american(word: string): string {
  if (!BRITISH.test(word)) return word;
  return word
    .replace('sulph', 'sulf')
    .replace('tumour', 'tumor')
    .replace('haem', 'hem')
    .replace('oedema', 'edema')
    .replace('oestro', 'estro')
    .replace('behaviour', 'behavior')
    .replace('colour', 'color')
    .replace('labelled', 'labeled')
    .replace('catalogue', 'catalog')
    .replace('programme', 'program')
    .replace('licence', 'license')
    .replace(/is(e|ed|es|ing|ation|ations)$/u, 'iz$1');
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|z)es$/u.test(word)) return word.slice(0, -2);
  if (/[^suiy]s$/u.test(word)) return word.slice(0, -1);
  return word;
}

function present(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3).replace(DOUBLED, '$1');
  if (word.length > 4 && word.endsWith('ed') && !word.endsWith('eed'))
    return word.slice(0, -2).replace(DOUBLED, '$1');
  return word;
}

/**
 * The stem of one lower-case word.
 * @param word lower case, letters; words that bear digits come back unchanged
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/u.test(word)) return word;
  const base = present(singular(american(word)));
  if (base.length > 4 && base.endsWith('ie')) return `${base.slice(0, -2)}y`;
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

const NOUN_OF_VERB = /(?:ations?|ions?|ings?|ments?|ors?|ers?|iv|atory|ory|anc|enc)$/u;
const GREEK_ENDING = /(?:(?:os|ot|ys|yt|ax|act)(?:is|ic)|(?<=gen)(?:esis|ic|y))$/u;

/**
 * The root that a verb, its noun and its adjective share: `inhibits`, `inhibition`, `inhibitor`; `apoptosis`, `apoptotic`.
 * Coarser than the stem: only words that stand in one place of a sentence may be compared by it.
 * @param word lower case
 */
export function root(word: string): string {
  if (word.length <= 4 || /\d/u.test(word)) return stem(word).replace(/(?<=..)e$/u, '');
  const greek = word.replace(GREEK_ENDING, '');
  if (greek !== word && greek.length >= 4) return greek;
  const base = stem(word);
  const bare = base.replace(NOUN_OF_VERB, '');
  const short = bare.length >= (/[ae]nc$/u.test(base) ? 4 : 3) ? bare : base;
  return short
    .replace(/(?<=.{3})(?:at|e)$/u, '')
    .replace(/uct$/u, 'uc')
    .replace(/i$/u, 'y');
}
