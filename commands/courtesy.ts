import { isListed } from '../src/search/tokens.js';

/** More words than this are more than a courtesy. */
const MOST_WORDS = 12;
/** Emoji, Discord's own ones, and smileys of punctuation. */
const EMOJI =
  /<a?:\w{2,32}:\d+>|:(?:[+-]1|[a-z][\w-]{1,31}):|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f/gu;
const SMILEY = /(?<!\S)(?:[:;=8xX]['’]?-?[)(DPpoO3|/\\*]+|<3+|\^_?\^|[-_.~]+)(?!\S)/gu;
const LAUGHTER = /^(?:(?:ha|he|hi|ah|ja){2,}h?|lo+l+|lma+o+|xd+)$/u;

/**
 * What a message that asks nothing is: thanks, agreement, laughter or emoji; a greeting; or words that people say to each other.
 * Null for everything that may be a question. A courtesy gets no answer, a greeting a hint; talk is between people.
 * @param text without the mention of whom it is for
 */
export function smallTalk(text: string): 'courtesy' | 'greeting' | 'talk' | null {
  if (text.includes('?')) return null;
  const said = text.replace(EMOJI, ' ').replace(SMILEY, ' ').toLowerCase().replace(/['’]/gu, '');
  const tokens = said.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first] = tokens;
  if (first === undefined) return text.trim() === '' ? null : 'courtesy';
  if (tokens.every((token) => isListed('greeting', token))) return 'greeting';
  if (tokens.length <= MOST_WORDS && isCourtesy(tokens)) return 'courtesy';
  return isListed('talk', first) || /<@!?\d+>/u.test(text) ? 'talk' : null;
}

function isCourtesy(tokens: readonly string[]): boolean {
  const isOf = (lists: readonly string[]) => (token: string) =>
    LAUGHTER.test(token) || drawn(token).some((form) => lists.some((list) => isListed(list, form)));
  return tokens.every(isOf(['courtesy', 'around a courtesy', 'greeting'])) && tokens.some(isOf(['courtesy']));
}

/** The word, and with letters that are drawn out ("niiice", "coool") once and twice. */
function drawn(token: string): readonly string[] {
  return [token, token.replace(/(\p{L})\1{2,}/gu, '$1'), token.replace(/(\p{L})\1{2,}/gu, '$1$1')];
}
