import { everyday, longEverydayWords } from './everyday.js';
import { known, MENDABLE_LETTERS } from './known-words.js';
import { indexWords, nearWords } from './lexicon.js';
import type { Draft } from './marks.js';
import { once } from './once.js';
import { isOrdinary } from './ordinary.js';
import type { RecordIndex } from './record-index.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';
import { vocabulary } from './vocabulary.js';

/** Recognisers of speech: everyday words, numbers with their units, and slips in everyday words. */

/** "box 7", "reviewer 2": a number of everyday things. */
function countsThings(before: Token | undefined): boolean {
  return before !== undefined && everyday(before.text, before.stem) === 'matter';
}

/** "6h", "10min", "2pm", "24hrs". */
const TIME = /^\d{1,4}(?:h|hr|hrs|hour|hours|min|mins|sec|secs|s|d|days|wk|wks|am|pm|st|nd|rd|th)$/u;

const TIME_UNIT =
  /^(?:h|hr|hrs|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?|wks?|months?|years?|yrs?|am|pm|oclock|fold|times|percent|x)$/u;

function isTimed(token: Token | undefined): boolean {
  return token !== undefined && TIME_UNIT.test(token.text);
}

export function speech(token: Token, before: Token | undefined, next: Token | undefined): Draft | null {
  if (/^\d/u.test(token.text)) {
    const counts = TIME.test(token.text) || countsThings(before) || isTimed(next);
    return { kind: counts ? 'everyday' : 'number', length: 1 };
  }
  if (/^\d/u.test(before?.text ?? '') && isTimed(token)) return { kind: 'everyday', length: 1 };
  const level = everyday(token.text, token.stem);
  if (level === 'common' || level === 'matter') return { kind: level, length: 1 };
  if (level !== null) return { kind: 'everyday', length: 1 };
  return isOrdinary(token.text) ? { kind: 'common', length: 1 } : null;
}

/** One slip in six letters. */
export const EVERYDAY_SLIP = 0.17;

export const everydayIndex = once(() => {
  const forms = vocabulary().flatMap((term) => term.forms.flatMap((form) => form.split(' ')));

  const spelt = forms.filter((word) => /^\p{L}{6,}$/u.test(word) && everyday(word, stem(word)) !== null);
  return indexWords(new Set([...longEverydayWords(), ...spelt]));
});

/** "diffrent", "familly": an everyday word with one slip, where nothing of the field is nearer. */
export function misspeltEveryday(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  nearest: number,
): Draft | null {
  const token = tokens[at];
  if (token === undefined || token.text.length < MENDABLE_LETTERS) return null;
  const [best] = nearWords(token.text, everydayIndex());
  if (best === undefined || best.score > EVERYDAY_SLIP || best.score >= nearest) return null;
  if (best.key === `${token.text}g`) return null;
  const meant = { ...token, text: best.key, stem: stem(best.key) };
  const found = known(index, tokens.with(at, meant), at);
  const read = found ?? speech(meant, tokens[at - 1], tokens[at + 1]);
  return read === null
    ? null
    : { ...read, ...(read.length === 1 ? { text: best.key } : {}), fuzzy: best.score };
}
