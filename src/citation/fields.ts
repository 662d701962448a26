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

/** An article number stands where pages would: "e4173", "eaax9586", "CD012345". */
const ARTICLE_NUMBER = /^\p{L}{1,6}\d{3,}$/u;

/**
 * First and last page. An article number is a first page without a last one, and so are several ranges ("12-15, 20"). A last page
 * that is shortened as PubMed does ("1639-41") is whole again.
 */
export function pagesOf({ page }: Reference): { first?: string; last?: string } {
  if (page === undefined) return {};
  const [first = page, last, ...more] = page.split(/[-–]/u);
  if (last === undefined || more.length > 0 || page.includes(',')) return { first: page };
  const shortened = /^\d+$/u.test(first) && /^\d+$/u.test(last) && last.length < first.length;
  return { first, last: shortened ? first.slice(0, first.length - last.length) + last : last };
}

/** True for an article number, which is no page. */
export function hasArticleNumber({ page = '' }: Reference): boolean {
  return ARTICLE_NUMBER.test(page);
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

/** The words of a title (plain text) as ASCII keys, without those that say nothing ("the", "of"). */
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
