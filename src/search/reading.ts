import type { GeneRecord } from '../record/schema.js';
import { type AccessionMention, resolveAccession, scanAccessions } from './accessions.js';
import { ACRONYM, foreign, known, speech } from './known-words.js';
import { foreignWords, lexicon } from './lexicon.js';
import type { Draft, Mark, Page, Reading, Recogniser, Spelled } from './marks.js';
import { findName, geneName, isSymbolShaped, symbol } from './names.js';
import { readable } from './normalise.js';
import { indexOf, type RecordIndex } from './record-index.js';
import { type FuzzyMatch, nearWords } from './spelling.js';
import { type IsStyleName, styleName } from './style-names.js';
import { type Token, type Tokens, tokenise } from './tokens.js';
import { everyday, foreignGlue, isOrdinary } from './words.js';

const accession: Recogniser = ({ index, tokens, mentions }, at) => {
  const start = tokens[at]?.start ?? 0;
  const mention = mentions.find((one) => one.start <= start && start < one.end);
  if (mention === undefined) return null;
  const run = tokens.findIndex((token, n) => n > at && token.start >= mention.end);
  const length = (run < 0 ? tokens.length : run) - at;
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

/** The words of a text, those that nobody knows put right after the nearest known word. */
function spelled(index: RecordIndex, tokens: readonly Token[], shouting: boolean): readonly Spelled[] {
  return tokens.map((token): Spelled => {
    if (isKnown(index, token) || (!shouting && ACRONYM.test(token.raw) && token.raw.length <= 6))
      return token;
    const isPlain = ({ key }: FuzzyMatch): boolean => everyday(key, key) !== null;
    const words = nearWords(token.stem, lexicon().words).filter(
      (word) => !isPlain(word) || (word.score <= EVERYDAY_SLIP && token.text.length >= 6),
    );
    const word = words.find((each) => each.score === words[0]?.score && !isPlain(each)) ?? words[0];
    const [own] = nearWords(token.stem, index.words);
    const best = own !== undefined && own.score <= (word?.score ?? 1) ? own : word;
    if (best === undefined) return token;
    const { key, score } = best;
    return { ...token, text: key, stem: key, level: everyday(key, key), slip: score };
  });
}

/** So many words that only other languages have make a text one of another language. */
const FOREIGN_WORDS = 2;

function isForeign(tokens: readonly Token[]): boolean {
  return tokens.filter(({ text }) => foreignGlue().has(text)).length >= FOREIGN_WORDS;
}

function isKnown({ phrases, statementWords, titleWords }: RecordIndex, token: Token): boolean {
  const { text, stem, level } = token;
  const { phrases: vocabulary, parts } = lexicon();
  return (
    level !== null ||
    [vocabulary, parts, phrases, statementWords, titleWords].some((words) => words.has(stem)) ||
    foreignWords().has(text) ||
    isOrdinary(text)
  );
}

function isShouting(text: string): boolean {
  return !/[a-z]/u.test(text) && text.replace(/[^A-Za-z]/gu, '').length > 12;
}

function finish(draft: Draft, { list }: Tokens, spelt: readonly Spelled[], at: number): Mark {
  const run = list.slice(at, at + draft.length);
  const [first] = run;
  const slips = spelt.slice(at, at + draft.length).flatMap(({ slip }) => slip ?? []);
  const lost = draft.kind === 'unknown';
  return {
    name: null,
    accession: null,
    terms: [],
    entities: [],
    reference: null,
    ...draft,
    at,
    text: (lost ? run : spelt.slice(at, at + draft.length)).map(({ text }) => text).join(' '),
    raw: run.map(({ raw, before }, n) => (n === 0 ? raw : before + raw)).join(''),
    sentence: first?.sentence ?? 0,
    segment: first?.segment ?? 0,
    before: first?.before ?? '',
    fuzzy: lost || slips.length === 0 ? null : Math.max(...slips),
  };
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"']+/giu;

/** Accessions with the web address that they stand in: the rest of its letters says nothing more. A bare number may be a year. */
function mentionsIn(text: string): readonly AccessionMention[] {
  const mentions = scanAccessions(text).filter(
    ({ space, typed }) => space !== null || !/^(?:19|20)\d{2}$/u.test(typed),
  );
  if (mentions.length === 0) return mentions;
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: { length }, index }) => ({
    index,
    end: index + length,
  }));
  return mentions.map((one) => {
    const around = addresses.find(({ index, end }) => index <= one.start && one.end <= end);
    return around === undefined ? one : { ...one, start: around.index, end: around.end };
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
  const page: Page = { index, tokens: spelt, mentions: mentionsIn(tokens.text), isStyle };
  const marks: Mark[] = [];
  for (let at = 0; at < spelt.length; ) {
    const draft = draftAt(page, at) ?? { kind: foreignText ? 'foreign' : 'unknown', length: 1 };
    const mark = finish(draft, tokens, spelt, at);
    marks.push(mark);
    at += mark.length;
  }
  return { record, tokens, marks };
}

/**
 * Whether something typed is shaped like a gene symbol but is none of this gene's (IL33, TIFA): such a name is told apart,
 * never corrected.
 */
export function looksLikeOtherGene(record: GeneRecord, typed: string): boolean {
  const [first] = readText(record, typed).marks;
  if (first === undefined || findName(record, typed) !== null) return false;
  const { kind, terms, entities, raw } = first;
  const genes = entities.some((id) => indexOf(record).entities.get(id)?.kind === 'gene');
  const shaped = kind === 'unknown' ? ACRONYM.test(raw) : kind !== 'own' && isSymbolShaped(raw.toLowerCase());
  return (
    kind === 'other' ||
    genes ||
    shaped ||
    terms.some((term) => term.kind === 'thing' && term.group === 'gene')
  );
}
