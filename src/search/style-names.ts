import type { Draft, Recogniser } from './marks.js';

/** Whether words are the name of a citation style; `bare` where no word such as "style" stands beside them. */
export type IsStyleName = (words: string, bare: boolean) => boolean;

const STYLE = /^(?:styles?|format(?:ting)?)$/u;
const KIND = /^(?:citation|reference|referencing|journal|bibliography)$/u;
const BEFORE = /^(?:in|as|using|of|the|a|journal)$/u;
const MOST_WORDS = 9;

/** The name of a citation style from one word on, with "style" behind it or "style of" before it ("in the style of Nature"). */
export const styleName: Recogniser = ({ tokens, isStyle: isName }, at) => {
  const rest = tokens.slice(at, at + MOST_WORDS + 2);
  const behind = rest.findIndex(({ text }, n) => n > 0 && STYLE.test(text));
  if (behind < 0 && !BEFORE.test(tokens[at - 1]?.text ?? '')) return null;
  const name = (length: number): string =>
    rest
      .slice(0, length)
      .map(({ raw, before }, n) => (n === 0 ? raw : before + raw))
      .join('');
  const draft = (length: number, words: number): Draft => ({
    kind: 'known',
    length,
    terms: [{ kind: 'format', format: name(words), forms: [] }],
  });
  if (behind > 0) {
    const words = KIND.test(rest[behind - 1]?.text ?? '') && behind > 1 ? behind - 1 : behind;
    if (isName(name(words), false)) return draft(behind + 1, words);
  }
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ text }) => text);
  if (/(?:^| )(?:style|format) of(?: the| a)?(?: journal)?$/u.test(before.join(' '))) {
    for (let length = Math.min(MOST_WORDS, rest.length); length > 0; length -= 1)
      if (isName(name(length), false)) return draft(length, length);
  }
  return /^(?:in|as|using)$/u.test(before.at(-1) ?? '') && isName(name(1), true) ? draft(1, 1) : null;
};
