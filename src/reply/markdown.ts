/** Whatever `escapeText` may have to touch besides halves of characters; most texts have none of it. */
const TOUCHED = /[\\*_~`|<>[\]#@]|:\/\/|[-+.][ \t]/;
/** Halves of characters, in pairs or alone: with the flag u the look would take much longer. */
const HALVES = /[\ud800-\udfff]/;

/** The text with U+FFFD for each half of a character that stands alone: it cannot be written as UTF-8. */
export function wholeCharacters(text: string): string {
  return HALVES.test(text) ? text.replace(/\p{Cs}/gu, '\uFFFD') : text;
}

/**
 * Makes plain text stay plain in Discord's markdown: nothing in it becomes a link, a mention, a heading, a list, a quote or
 * code; half a character becomes U+FFFD. A backslash before any punctuation shows that punctuation (Discord's markdown guide).
 * @param text plain text, any length; somebody may have typed it
 * @returns text that renders as it reads; longer by one character for each one escaped
 */
export function escapeText(text: string): string {
  const whole = wholeCharacters(text);
  if (!TOUCHED.test(whole)) return whole;
  return whole
    .replace(/[\\*_~`|<>[\]#@]/gu, '\\$&')
    .replace(/:(?=\/\/)/gu, '\\:')
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
