import { z } from 'zod';

/** The fields that several parts of a record share. */

export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case words joined by hyphens')
  .max(40)
  .describe('stable id inside this record; buttons carry it');

/** Characters that nobody sees, or that turn the direction of what stands behind them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** Text on one line: a line break, as reference managers leave them in titles, is a space. */
export const line = z
  .string()
  .overwrite((text) => text.replaceAll(/\s+/gu, ' ').trim())
  .min(1)
  .max(300)
  .refine((text) => !HIDDEN.test(text), {
    error: ({ input }) => `expected only characters that can be seen, found ${hiddenIn(String(input))}`,
  });

/** The first character of a text that nobody sees, by its number: "U+202E". */
function hiddenIn(text: string): string {
  const [found = ''] = HIDDEN.exec(text) ?? [];
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export const httpsUrl = z
  .url({ protocol: /^https$/u, hostname: z.regexes.domain, error: 'expected an https:// address' })
  .max(512)
  .refine((url) => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), {
    error: 'expected an address without a user name: what stands before the @ is not the site',
  });

export const sourceId = id.optional().describe('the source of this fact; without it the first source');
