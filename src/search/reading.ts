import type { GeneRecord } from '../record/schema.js';
import {
  type AccessionMention,
  byToken,
  resolveAccession,
  scanAccessions,
  wordsUntil,
} from './accessions.js';
import { ACRONYM, foreign, known, speech, styleName } from './known-words.js';
import { foreignWords, lexicon } from './lexicon.js';
import type { Draft, IsStyleName, Mark, Page, Reading, Recogniser } from './marks.js';
import { geneName, symbol } from './names.js';
import { readable } from './normalise.js';
import { indexOf, type RecordIndex } from './record-index.js';
import { type FuzzyMatch, nearWords } from './spelling.js';
import {
  everyday,
  foreignGlue,
  isListed,
  isOrdinary,
  stemOf,
  type Token,
  type Tokens,
  tokenise,
} from './tokens.js';

const accession: Recogniser = ({ index, tokens, mentions }, at) => {
  const mention = mentions.get(at);
  if (mention === undefined) return null;
  const length = wordsUntil(tokens, at, mention.end);
  return { kind: 'accession', length, accession: resolveAccession(index.record, mention) };
};

/** What words are recognised as: the longest wins; of two that are equally long the earlier, but a name that is only shaped like one last. */
const RECOGNISERS: readonly Recogniser[] = [styleName, geneName, known, symbol];

function draftAt(page: Page, at: number): Draft | null {
  let best = accession(page, at);
  if (best !== null) return best;
  for (const recognise of RECOGNISERS) {
    const draft = recognise(page, at);
    if (draft === null) continue;
    const longer = draft.length - (best?.length ?? 0);
    if (longer > 0 || (longer === 0 && best?.kind === 'other')) best = draft;
  }
  return best ?? foreign(page, at) ?? speech(page, at);
}

/** Everyday words are taken for misspelt where the slip is small: one in six letters. */
const EVERYDAY_SLIP = 0.17;

/** "sooo", "heyyy": a word with letters drawn out, without them; null where it has none. */
function shortened(token: Token): Token | null {
  const text = token.text.replace(/(\p{L})\1{2,}/gu, '$1');
  if (text === token.text) return null;
  return respelt(token, text, stemOf(text), token.slip);
}

/** A word put right. Written out, for V8 gives a copy by spreading another shape: what reads words would be compiled for both. */
function respelt(token: Token, text: string, stem: string, slip: number): Token {
  const { raw, start, end, before, sentence, segment } = token;
  return { text, raw, stem, level: everyday(text, stem), slip, start, end, before, sentence, segment };
}

/** A word that nobody knows, put right after the nearest known word. */
function putRight(index: RecordIndex, token: Token): Token {
  const short = shortened(token);
  if (short !== null && isKnown(index, short)) return short;
  const isNear = ({ key, score }: FuzzyMatch): boolean =>
    score <= EVERYDAY_SLIP || everyday(key, key) === null;
  const word = nearWords(token.stem, lexicon().words).find(isNear);
  const own = nearWords(token.stem, index.words)[0];
  const best = own !== undefined && own.score <= (word?.score ?? 1) ? own : word;
  return best === undefined ? token : respelt(token, best.key, best.key, best.score);
}

/** The words of a text, those that nobody knows put right; what may be an acronym stays. */
function spelled(index: RecordIndex, tokens: readonly Token[], shouting: boolean): readonly Token[] {
  const stays = (token: Token): boolean =>
    isKnown(index, token) || (!shouting && token.raw.length <= 6 && ACRONYM.test(token.raw));
  return tokens.map((token) => (stays(token) ? token : putRight(index, token)));
}

/** Two words that only other languages have make a text one of another language. */
function isForeign(tokens: readonly Token[]): boolean {
  return tokens.filter(({ text }) => foreignGlue().has(text)).length > 1;
}

function isKnown({ parts }: RecordIndex, { text, stem, level }: Token): boolean {
  return (
    level !== null ||
    lexicon().parts.has(stem) ||
    parts.has(stem) ||
    foreignWords().has(text) ||
    isOrdinary(text)
  );
}

function isShouting(text: string): boolean {
  return !/[a-z]/u.test(text) && text.replace(/[^A-Za-z]/gu, '').length > 12;
}

function finish(draft: Draft, { text: typed, list }: Tokens, spelt: readonly Token[], at: number): Mark {
  const { kind, length, name = null, accession = null, reference = null } = draft;
  const { terms = [], entities = [], part = null } = draft;
  const run = (kind === 'unknown' ? list : spelt).slice(at, at + length);
  const { sentence = 0, segment = 0, before = '', start = 0 } = list[at] ?? {};
  const raw = typed.slice(start, list[at + length - 1]?.end).replace(/\s+/gu, ' ');
  const text = run.map((token) => token.text).join(' ');
  const slip = Math.max(...run.map((token) => token.slip));
  const place = { at, length, text, raw, sentence, segment, before };
  const fuzzy = slip === 0 ? null : slip;
  return { kind, ...place, name, accession, terms, entities, part, reference, fuzzy };
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"']*$/iu;

/** Accessions with the web address that they stand in: the rest of its letters says nothing more. A bare number may be a year. */
function mentionsIn(text: string): readonly AccessionMention[] {
  return scanAccessions(text).flatMap((one) => {
    if (one.space === null && /^(?:19|20)\d{2}$/u.test(one.typed)) return [];
    const address = ADDRESS.exec(text.slice(0, one.end));
    if (address === null) return one;
    const rest = /^[^\s<>"']*/u.exec(text.slice(one.end))?.[0].length ?? 0;
    return { ...one, start: address.index, end: one.end + rest };
  });
}

/**
 * Reads a text against a record: what each of its words is.
 * @param typed as typed, any length
 * @param isStyle tells the names of citation styles; without it only those of the vocabulary are known
 */
export function readText(record: GeneRecord, typed: string, isStyle: IsStyleName = () => false): Reading {
  const index = indexOf(record);
  const tokens = tokenise(readable(typed));
  const foreignText = isForeign(tokens.list);
  const spelt = foreignText ? tokens.list : spelled(index, tokens.list, isShouting(tokens.text));
  const mentions = byToken(mentionsIn(tokens.text), spelt);
  const isStyled = spelt.some(({ text }) => isListed('style', text));
  const page: Page = { index, tokens: spelt, mentions, isStyle, isStyled };
  const marks: Mark[] = [];
  for (let at = 0; at < spelt.length; ) {
    const draft = draftAt(page, at) ?? { kind: foreignText ? 'foreign' : 'unknown', length: 1 };
    const mark = finish(draft, tokens, spelt, at);
    marks.push(mark);
    at += mark.length;
  }
  return { record, tokens, marks };
}
