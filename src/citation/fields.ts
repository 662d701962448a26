import type { Reference } from '../record/schema.js';

type DateField = NonNullable<Reference['issued']>;

/** Year, month and day of a CSL date; parts that the record does not know are undefined. */
export function dateOf(date: DateField | undefined): { year?: number; month?: number; day?: number } {
  const parts: readonly number[] = date?.['date-parts'][0] ?? [];
  const [year, month, day] = parts;
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

/** First and last page; an article number ("e4173") is a first page without a last one. */
export function pagesOf(reference: Reference): { first?: string; last?: string } {
  const [first, last] = reference.page?.split('-') ?? [];
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

/** True for an article number such as "e4173", which stands where pages would. */
export function hasArticleNumber(reference: Reference): boolean {
  return /^[A-Za-z]\d+$/u.test(reference.page ?? '');
}

/** One line: control characters and line ends become spaces, and runs of spaces one space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Lower-case ASCII letters and digits of a text; diacritics are taken off ("Müller" gives "muller"). */
export function asciiKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '');
}

/** The words of a title as ASCII keys, without those that say nothing ("the", "of"). */
export function titleWords(title: string): string[] {
  return title
    .split(/[\s\-–—/:;,.()]+/u)
    .map(asciiKey)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

const EMPTY_WORDS = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'the',
  'to',
  'with',
]);
