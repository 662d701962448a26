import { everyday } from './everyday.js';
import { LEXICON, longestPhrase, nearWords } from './lexicon.js';
import type { Draft } from './marks.js';
import { isOrdinary } from './ordinary.js';
import { EVERYDAY_SLIP, everydayIndex } from './plain-words.js';
import type { RecordIndex } from './record-index.js';
import { referenceHitAt } from './references.js';
import { root, stem } from './stem.js';
import type { Token } from './tokens.js';
import { entitiesAt } from './topics.js';
import type { Term } from './vocabulary.js';

/** Recognisers of words that the vocabulary or the record knows, misspelt or not. */

export const ACRONYM = /^[A-Z][A-Z0-9]{1,6}[a-z]?$/u;

/** Everyday words in small letters are no acronyms: `er` is not the endoplasmic reticulum. */
function plausible(token: Token, terms: readonly Term[], length: number): readonly Term[] {
  if (length === 1 && /ed$/u.test(token.text) && everyday(token.text, token.stem) !== null)
    return terms.filter((term) => term.kind !== 'thing' || term.forms.includes(token.text));
  if (length > 1 || token.text.length > 3 || everyday(token.text, token.stem) === null) return terms;
  if (ACRONYM.test(token.raw)) return terms;
  return terms.filter((term) => term.kind !== 'beyond' && term.kind !== 'thing' && term.kind !== 'activity');
}

/** What a record speaks of is not beyond it: "receptors" where a sentence has receptors. */
function withoutSaid(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  length: number,
  terms: readonly Term[],
): readonly Term[] {
  const said = tokens.slice(at, at + length).every(({ stem }) => index.statementWords.has(stem));
  const cited = referenceHitAt(index, tokens, at, false);
  const journal = cited !== null && cited.by !== 'title' && cited.length >= length;
  return said || journal ? terms.filter(({ kind }) => kind !== 'beyond') : terms;
}

export function known(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const phrase = longestPhrase(tokens, at);
  const entity = entitiesAt(index, tokens, at);
  const reference = referenceHitAt(index, tokens, at, false);
  const length = Math.max(
    phrase?.length ?? 0,
    entity?.length ?? 0,
    reference?.by === 'title' ? 0 : (reference?.length ?? 0),
  );
  if (length === 0) {
    const kin = index.roots.get(root(token.text));
    if (kin !== undefined) return { kind: 'known', length: 1, entities: kin };
    return reference === null ? null : { kind: 'known', length: 1, reference };
  }
  const terms =
    phrase?.length === length
      ? withoutSaid(index, tokens, at, length, plausible(token, phrase.terms, length))
      : [];
  const part = length === 1 ? (index.parts.get(token.stem) ?? []) : [];
  const entities = entity?.length === length ? entity.entities : part;
  const hit = reference !== null && reference.length <= length ? reference : null;
  if (terms.length === 0 && entities.length === 0 && hit === null) return null;
  return { kind: 'known', length, terms, entities, reference: hit };
}

export function fuzzyKnown(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const words = nearWords(token.stem, LEXICON.words)[0];
  const reference = referenceHitAt(index, tokens, at, true);
  const inRecord = nearWords(token.stem, index.fuzzy)[0];
  if (reference !== null && inRecord !== undefined && inRecord.score <= (words?.score ?? 1)) {
    return {
      kind: 'known',
      length: 1,
      reference,
      fuzzy: inRecord.score,
      entities: index.phrases.get(inRecord.key) ?? [],
    };
  }
  const best = inRecord !== undefined && inRecord.score < (words?.score ?? 1) ? inRecord : words;
  if (best === undefined) return null;
  const terms = LEXICON.phrases.get(best.key) ?? [];
  const entities = index.phrases.get(best.key) ?? [];
  if (terms.length === 0 && entities.length === 0) return null;
  return { kind: 'known', length: 1, terms, entities, fuzzy: best.score };
}

/** "5 fold": how much, whatever a fold is elsewhere. */
export function withoutFold(tokens: readonly Token[], at: number, found: Draft | null): Draft | null {
  if (found === null || found.length > 1) return found;
  const times = tokens[at]?.text === 'fold' && /^\d/u.test(tokens[at - 1]?.text ?? '');
  return times ? null : found;
}

/** A run of words of which one is misspelt ("cell attachement seqeunces") and which only together mean something. */
export function mendedKnown(
  index: RecordIndex,
  tokens: readonly Token[],
  mended: readonly Mended[],
  at: number,
): Draft | null {
  if (mended === tokens) return null;
  const found = known(index, mended, at);
  if (found === null || found.length < 2 || found.reference != null) return null;
  const run = mended.slice(at, at + found.length);
  const same = run.some((token, n) => {
    const read = token.mended === true && fuzzyKnown(index, tokens, at + n) !== null;
    const alone = read ? LEXICON.phrases.get(token.stem) : undefined;
    return alone !== undefined && (found.terms ?? []).every((term) => alone.includes(term));
  });
  return !same && run.some((token) => token.mended) ? { ...found, fuzzy: MENDED_SCORE } : null;
}

export interface Mended extends Token {
  readonly mended?: boolean;
}

const MENDED_SCORE = 0.2;

export const MENDABLE_LETTERS = 6;

/** Longer texts are no questions in which one phrase decides. */
const MOST_MENDED = 60;

/** The words of a text, those that nobody knows put right after the words that phrases of the vocabulary are made of. */
export function mend(index: RecordIndex, tokens: readonly Token[]): readonly Mended[] {
  if (tokens.length > MOST_MENDED) return tokens;
  const read = tokens.map((token): Mended => {
    if (token.text.length < MENDABLE_LETTERS || isKnownWord(index, token)) return token;
    const [best] = nearWords(token.stem, LEXICON.parts);
    if (best !== undefined) return { ...token, stem: best.key, mended: true };
    const [plain] = nearWords(token.text, everydayIndex());
    return plain === undefined || plain.score > EVERYDAY_SLIP
      ? token
      : { ...token, stem: stem(plain.key), mended: true };
  });
  return read.some(({ mended }) => mended) ? read : tokens;
}

function isKnownWord(index: RecordIndex, { text, stem }: Token): boolean {
  return (
    LEXICON.partWords.has(stem) ||
    everyday(text, stem) !== null ||
    isOrdinary(text) ||
    index.phrases.has(stem) ||
    index.authors.has(stem)
  );
}
