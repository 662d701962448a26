import { foreignWords, holdsTogether, lexicon } from './lexicon.js';
import type { Draft, Page, Recogniser } from './marks.js';
import { isSymbolShaped, prolonged } from './names.js';
import type { RecordIndex, ReferenceHit } from './record-index.js';
import { isListed, isOrdinary } from './tokens.js';
import type { Term } from './vocabulary.js';

/** Recognisers of words that the vocabulary or the record knows, and of speech. */

/** The most words of a phrase: the name of a journal. */
const MOST_WORDS = 16;
export const ACRONYM = /^[A-Z][A-Z0-9]{1,6}[a-z]?$/u;
const WEIGHTS = { journal: 4, author: 5, year: 3 } as const;

interface Phrase {
  readonly length: number;
  readonly key: string;
  readonly terms: readonly Term[];
}

/** The longest phrase of the vocabulary or the record that starts at a word; else the word. Only names of authors and journals pass a comma. */
function longestPhrase({ index, tokens }: Page, at: number): Phrase {
  const { stem: first = '', segment } = tokens[at] ?? {};
  let key = first;
  let best: Phrase = { length: 1, key, terms: lexicon().phrases.get(key) ?? [] };
  const most = Math.max(lexicon().longest.get(first) ?? 2, index.longest.get(first) ?? 2);
  for (let length = 2; length <= most && length <= MOST_WORDS; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined) break;
    key += token.stem;
    const together = token.segment === segment;
    const found = together ? (lexicon().phrases.get(key) ?? []) : [];
    const terms = found.length > 0 && holdsTogether(tokens.slice(at, at + length)) ? found : [];
    const own = index.phrases.get(key);
    if (terms.length > 0 || (own !== undefined && (together || own.entities.length === 0)))
      best = { length, key, terms };
  }
  return best;
}

/** The references that a key points to: a journal before an author, an author before a year, a word of a title last. */
function citedAs({ phrases, titleWords }: RecordIndex, key: string, stem: string): ReferenceHit | null {
  const meaning = phrases.get(key) ?? phrases.get(`@${key}`);
  for (const by of ['journal', 'author', 'year'] as const) {
    const references = meaning?.[by] ?? [];
    if (references.length > 0) return { by, references, weight: WEIGHTS[by] / references.length };
  }
  const references = titleWords.get(stem);
  return references === undefined ? null : { by: 'title', references, weight: 1 / references.length };
}

/** What of the record the things of the vocabulary are. */
function thingsOf({ things }: RecordIndex, terms: readonly Term[]): readonly string[] {
  return terms.flatMap((term) => (term.kind === 'thing' ? (things.get(term.thing) ?? []) : []));
}

/** What the vocabulary or the record knows; with a number behind a word for a gene it is one ("natural killer cell transcript 5"). What a record speaks of is not beyond it: "receptors" where a sentence has receptors. */
export const known: Recogniser = (page, at) => {
  const { index, tokens } = page;
  const token = tokens[at];
  if (token === undefined) return null;
  const { length, key, terms: found } = longestPhrase(page, at);
  const reference = citedAs(index, key, token.stem);
  const { entities: named = [], tails = [], parts = [] } = index.phrases.get(key) ?? {};
  if (found.length + named.length === 0 && token.level === 'glue')
    return reference === null ? null : { kind: 'known', length, reference };
  const cited = reference !== null && reference.by !== 'title';
  const isSaid = () => tokens.slice(at, at + length).every(({ stem }) => index.statementWords.has(stem));
  /** short words of speech in small letters are no acronyms: `er` is not the endoplasmic reticulum */
  const small = length === 1 && token.text.length <= 3 && token.level !== null && !ACRONYM.test(token.raw);
  const terms = found.filter(
    ({ kind }) =>
      !(small && (kind === 'beyond' || kind === 'thing' || kind === 'activity')) &&
      !(kind === 'beyond' && (cited || isSaid())),
  );
  const entities = terms.length === 0 ? named : [...new Set([...named, ...thingsOf(index, terms)])];
  const [tail, number] = tokens.slice(at + length, at + length + 2);
  if (entities.length > 0 && isListed('name tail', tail?.text) && /^\d{1,2}$/.test(number?.text ?? ''))
    return { kind: 'other', length: length + 2 };
  const short = entities.length > 0 ? [] : tails.length > 0 ? tails : parts;
  if (short.length > 0)
    return { kind: 'known', length, entities: short, part: tails.length > 0 ? 'tail' : 'part', reference };
  if (terms.length === 0 && entities.length === 0 && reference === null) return null;
  const draft: Draft = { kind: 'known', length, terms, entities, reference };
  const genes = terms.length > 0 && terms.every((term) => term.kind === 'thing' && term.group === 'gene');
  if (genes && entities.length === 0 && !cited && isSymbolShaped(key)) return null;
  return genes ? prolonged(tokens, at, draft) : draft;
};

/** A script whose words are not spaced. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words of other languages that mean something of the field; a run of a script without spaces may hold several. */
export const foreign: Recogniser = ({ index, tokens }, at) => {
  const { text = '', level = null } = tokens[at] ?? {};
  const held = (): readonly Term[] =>
    UNSPACED.test(text)
      ? [...foreignWords()].flatMap(([word, meant]) => (text.includes(word) ? meant : []))
      : [];
  const terms = (level === null ? foreignWords().get(text) : undefined) ?? held();
  if (terms.length > 0) return { kind: 'known', length: 1, terms, entities: thingsOf(index, terms) };
  return /[^\p{Script=Latin}\p{N}]/u.test(text) ? { kind: 'foreign', length: 1 } : null;
};

/** Numbers and words that name nothing of the field. */
export const speech: Recogniser = ({ tokens }, at) => {
  const { text = '', level = null } = tokens[at] ?? {};
  if (/^\d/u.test(text)) return { kind: 'number', length: 1 };
  const kind = level ?? (isOrdinary(text) ? 'common' : null);
  if (kind === null) return null;
  return { kind: kind === 'glue' || kind === 'chat' ? 'everyday' : kind, length: 1 };
};

/** The most words of the name of a citation style. */
const MOST_STYLE = 9;

/** The name of a citation style, with "style" behind it or "style of" before it ("in the style of Nature"), or "in" before a single word. */
export const styleName: Recogniser = (page, at) => {
  const bare = isListed('before a bare style', page.tokens[at - 1]?.text);
  return page.isStyled || bare ? styleAt(page, at, bare) : null;
};

function styleAt({ tokens, isStyle }: Page, at: number, bare: boolean): Draft | null {
  const is = (list: string, n: number) => isListed(list, tokens[n]?.text);
  let before = at - 1;
  while (is('before a style', before)) before -= 1;
  const styleOf = is('style', before) && tokens[before + 1]?.text === 'of';
  for (let length = Math.min(MOST_STYLE, tokens.length - at); length > 0; length -= 1) {
    const next = at + length;
    const behind = is('style', next) ? 1 : is('kind of style', next) && is('style', next + 1) ? 2 : 0;
    const marked = styleOf || behind > 0;
    if (!marked && (length > 1 || !bare)) continue;
    const run = tokens.slice(at, next);
    const name = run.map(({ raw, before: gap }, n) => (n === 0 ? raw : gap + raw)).join('');
    const format: Term = { kind: 'format', format: name, forms: [] };
    if (isStyle(name, !marked)) return { kind: 'known', length: length + behind, terms: [format] };
  }
  return null;
}
