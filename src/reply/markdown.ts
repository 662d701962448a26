/** Whatever `escapeText` may have to touch besides characters beyond ASCII; most texts have none of it. */
const TOUCHED = /[\\*_~`|<>[\]#@]|:\/\/|[-+.][ \t]|\.[a-z]+[:/?#]/i;
/** An address without its scheme: Discord's clients show a preview of `discord.gg/...` as it is. */
const ADDRESS = /(?<=[\p{L}\p{N}-])\.(?=\p{L}{2,}(?::\d+)?[/?#])/gu;
const BEYOND_ASCII = /[^ -~\n]/;
/** What turns the direction of a line, or cannot be seen; joiners of scripts and emoji stay. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Marks that are drawn above and below Latin, Greek and Cyrillic letters; other scripts need several on one letter. */
const PILED =
  /((?:[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]))\p{M}+/gu;
const MANY_MARKS = /(\p{M}{3})\p{M}+/gu;
/** Halves of characters, in pairs or alone: with the flag u the look would take much longer. */
const HALVES = /[\ud800-\udfff]/;

/** The text with U+FFFD for each half of a character that stands alone: it cannot be written as UTF-8. */
export function wholeCharacters(text: string): string {
  return HALVES.test(text) ? text.replace(/\p{Cs}/gu, '\uFFFD') : text;
}

/** One mark on a letter at most, no direction turned, no half characters. */
function tame(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return wholeCharacters(text)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(PILED, '$1')
    .replace(MANY_MARKS, '$1');
}

/**
 * Makes plain text stay plain in Discord's markdown: nothing in it becomes a link, a preview, a mention, a heading, a list, a
 * quote or code; marks do not pile up; half a character becomes U+FFFD. A backslash before any punctuation shows that punctuation (Discord's markdown guide).
 * @param text plain text, any length; somebody may have typed it
 * @returns text that renders as it reads; longer by one character for each one escaped
 */
export function escapeText(text: string): string {
  const tamed = tame(text);
  if (!TOUCHED.test(tamed)) return tamed;
  return tamed
    .replace(/[\\*_~`|<>[\]#@]/gu, '\\$&')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(ADDRESS, '\\.')
    .replace(/(^|\n)([ \t]*)([-+])(?=[ \t])/gu, '$1$2\\$3')
    .replace(/(^|\n)([ \t]*\d+)\.(?=[ \t])/gu, '$1$2\\.');
}

/** Inline code. A backtick inside cannot be escaped, so it becomes an apostrophe. */
export function inlineCode(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** A code block. Three backticks inside would end it, so they are kept apart by an invisible space. */
export function codeBlock(text: string, language = ''): string {
  return `\`\`\`${language}\n${text.replaceAll('```', '`\u200b`\u200b`')}\n\`\`\``;
}

/** A masked link. Only for addresses of our own making; the label is escaped. */
export function link(label: string, url: string): string {
  return `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Text in small print, line by line. */
export function smallPrint(lines: readonly string[]): string {
  return lines.map((line) => `-# ${line.replaceAll('\n', ' ')}`).join('\n');
}

/**
 * Shortens text to a limit, at a character border, and shows that it was shortened.
 * @param limit characters (UTF-16 units, as Discord counts)
 */
export function clamp(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .replace(/\\$/u, '');
  return `${cut}…`;
}
