import { foreignWords, holdsTogether, lexicon } from './lexicon.js';
import type { Draft, Page, Recogniser } from './marks.js';
import { isSymbolShaped, prolonged } from './names.js';
import type { RecordIndex, ReferenceHit } from './record-index.js';
import { root } from './stem.js';
import type { Token } from './tokens.js';
import type { Term } from './vocabulary.js';
import { everyday, isOrdinary } from './words.js';

/** Recognisers of words that the vocabulary or the record knows, and of speech. */

/** The most words of a phrase: the name of a journal. */
const MOST_WORDS = 16;
export const ACRONYM = /^[A-Z][A-Z0-9]{1,6}[a-z]?$/u;
const WEIGHTS = { author: 5, journal: 4, year: 3 } as const;

interface Phrase {
  readonly length: number;
  readonly key: string;
  readonly terms: readonly Term[];
}

/** The longest phrase of the vocabulary or the record that starts at a word. Only names of authors and journals pass a comma. */
function longestPhrase({ index, tokens }: Page, at: number): Phrase | null {
  const first = tokens[at];
  let key = '';
  let best: Phrase | null = null;
  const most = Math.max(
    lexicon().longest.get(first?.stem ?? '') ?? 2,
    index.longest.get(first?.stem ?? '') ?? 2,
  );
  for (let length = 1; length <= most && length <= MOST_WORDS; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined) break;
    key += token.stem;
    const together = token.segment === first?.segment;
    const found = together ? lexicon().phrases.get(key) : undefined;
    const own = index.phrases.get(key);
    const terms =
      found !== undefined && (length === 1 || holdsTogether(tokens.slice(at, at + length))) ? found : [];
    if (terms.length > 0 || (own !== undefined && (together || own.entities.length === 0)))
      best = { length, key, terms };
  }
  return best;
}

/** The references that a key points to: a journal before an author, an author before a year. */
function citedAs(index: RecordIndex, key: string): ReferenceHit | null {
  const meaning = index.phrases.get(key) ?? index.phrases.get(`@${key}`);
  for (const by of ['journal', 'author', 'year'] as const) {
    const references = meaning?.[by] ?? [];
    if (references.length > 0) return { by, references, weight: WEIGHTS[by] / references.length };
  }
  return null;
}

function titled({ titleWords }: RecordIndex, { stem }: Token): ReferenceHit | null {
  const references = titleWords.get(stem);
  return references === undefined ? null : { by: 'title', references, weight: 1 / references.length };
}

/** Short words of speech in small letters are no acronyms: `er` is not the endoplasmic reticulum. */
function isSmallWord({ text, level, raw }: Token): boolean {
  return text.length <= 3 && level !== null && !ACRONYM.test(raw);
}

/** What of the record the things of the vocabulary are. */
function thingsOf({ things }: RecordIndex, terms: readonly Term[]): readonly string[] {
  return terms.flatMap((term) => (term.kind === 'thing' ? (things.get(term.thing) ?? []) : []));
}

/** What the vocabulary or the record knows. What a record speaks of is not beyond it: "receptors" where a sentence has receptors. */
export const known: Recogniser = (page, at) => {
  const { index, tokens } = page;
  const token = tokens[at];
  if (token === undefined) return null;
  const { length, key, terms: found } = longestPhrase(page, at) ?? { length: 1, key: token.stem, terms: [] };
  const cited = citedAs(index, key);
  const run = tokens.slice(at, at + length);
  const said = cited !== null || run.every(({ stem }) => index.statementWords.has(stem));
  const small = length === 1 && isSmallWord(token);
  const terms = found.filter(
    ({ kind }) => !(said && kind === 'beyond') && !(small && ['beyond', 'thing', 'activity'].includes(kind)),
  );
  const named = index.phrases.get(key)?.entities ?? [];
  const part = found.some(({ kind }) => kind === 'beyond') ? index.parts.get(key) : undefined;
  const alone = named.length === 0 && terms.length === 0;
  const kin = alone ? (part ?? index.roots.get(root(token.text)) ?? []) : [];
  const entities = [...new Set([...named, ...kin, ...thingsOf(index, terms)])];
  const reference = cited ?? titled(index, token);
  if (terms.length === 0 && entities.length === 0 && reference === null) return null;
  const genes = terms.length > 0 && terms.every((term) => term.kind === 'thing' && term.group === 'gene');
  if (genes && entities.length === 0 && cited === null && isSymbolShaped(key)) return null;
  const draft: Draft = { kind: 'known', length, terms, entities, reference };
  return genes ? prolonged(tokens, at, draft) : draft;
};

/** A script whose words are not spaced. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words of other languages that mean something of the field; a run of a script without spaces may hold several. */
export const foreign: Recogniser = ({ index, tokens }, at) => {
  const { text, stem } = tokens[at] ?? { text: '', stem: '' };
  const whole = everyday(text, stem) === null ? foreignWords().get(text) : undefined;
  const terms =
    whole ??
    (UNSPACED.test(text)
      ? [...foreignWords()].flatMap(([word, meant]) => (text.includes(word) ? meant : []))
      : []);
  if (terms.length > 0) return { kind: 'known', length: 1, terms, entities: thingsOf(index, terms) };
  return /[^\p{Script=Latin}\p{N}]/u.test(text) ? { kind: 'foreign', length: 1 } : null;
};

/** Numbers and words that name nothing of the field. */
export const speech: Recogniser = ({ tokens }, at) => {
  const { text, stem } = tokens[at] ?? { text: '', stem: '' };
  if (/^\d/u.test(text)) return { kind: 'number', length: 1 };
  const level = everyday(text, stem) ?? (isOrdinary(text) ? 'common' : null);
  if (level === null) return null;
  return { kind: level === 'glue' || level === 'chat' ? 'everyday' : level, length: 1 };
};
