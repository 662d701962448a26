import { vocabularyFile } from './vocabulary.js';

/**
 * What people say to each other that asks nothing: `courtesy` alone, or with words `around` it, gets no answer; a `greeting` gets a hint;
 * a reply that begins with a word of `talk` and has no question mark is between people.
 */
const { courtesy, around, greeting, talk } = vocabularyFile('courtesy.json');
const COURTESY = new Set(courtesy);
const AROUND = new Set([...courtesy, ...around, ...greeting]);
const GREETING = new Set(greeting);
const TALK = new Set(talk);
/** More words than this are more than a courtesy. */
const MOST_WORDS = 12;
/** Emoji, Discord's own ones, and smileys of punctuation. */
const EMOJI =
  /<a?:\w{2,32}:\d+>|:(?:[+-]1|[a-z][\w-]{1,31}):|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f/gu;
const SMILEY = /(?<!\S)(?:[:;=8xX]['’]?-?[)(DPpoO3|/\\*]+|<3+|\^_?\^|[-_.~]+)(?!\S)/gu;
const LAUGHTER = /^(?:(?:ha|he|hi|ah|ja){2,}h?|lo+l+|lma+o+|xd+)$/u;

/**
 * What a message that asks nothing is: thanks, agreement, laughter or emoji; a greeting; or words that people say to each other.
 * Null for everything that may be a question.
 * @param text without the mention of whom it is for
 */
export function smallTalk(text: string): 'courtesy' | 'greeting' | 'talk' | null {
  if (text.includes('?')) return null;
  const said = text.replace(EMOJI, ' ').replace(SMILEY, ' ').toLowerCase().replace(/['’]/gu, '');
  const tokens = said.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first] = tokens;
  if (first === undefined) return text.trim() === '' ? null : 'courtesy';
  if (tokens.every((token) => GREETING.has(token))) return 'greeting';
  if (tokens.length <= MOST_WORDS && isCourtesy(tokens)) return 'courtesy';
  return TALK.has(first) || /<@!?\d+>/u.test(text) ? 'talk' : null;
}

function isCourtesy(tokens: readonly string[]): boolean {
  const isOf = (set: ReadonlySet<string>) => (token: string) =>
    LAUGHTER.test(token) || drawn(token).some((form) => set.has(form));
  return tokens.every(isOf(AROUND)) && tokens.some(isOf(COURTESY));
}

/** The word, and with letters that are drawn out ("niiice", "coool") once and twice. */
function drawn(token: string): readonly string[] {
  return [token, token.replace(/(\p{L})\1{2,}/gu, '$1'), token.replace(/(\p{L})\1{2,}/gu, '$1$1')];
}
