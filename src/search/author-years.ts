import type { Reference } from '../record/schema.js';
import { referenceYear, signature } from '../record/words.js';
import { readable } from './normalise.js';
import type { RecordsIndex } from './records-index.js';
import { stemOf, type Token, tokenise } from './tokens.js';

/** An author and a year in a text: "Kim 2005", "Kim et al. (2005)". */
export interface AuthorYear {
  readonly start: number;
  readonly end: number;
  /** null: an author of the references, with a year that none of them has */
  readonly reference: Reference | null;
}

const YEAR = /^(?:18|19|20)\d\d[a-z]?$/u;
/** More years of a text than this are not looked at. */
const MAX_YEARS = 50;
/** Words before a year in which its authors must stand, and words of the longest author. */
const WINDOW = 14;
const AUTHOR_WORDS = 8;
/** What may stand between an author and the year: "Kim and co-workers", "Kim in January". */
const BETWEEN =
  /^(?:et|al|and|in|colleagues|co|workers|coworkers|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*(?:ary|ber|ch|il|ust))?)$/u;

/**
 * The references that a text names by author and year: "Kim 2005", "Kim et al. (2005)", "Mabilleau & Sabokbar, 2009". Letter case
 * and diacritics do not matter; the family name must be the first author's, whole. Time grows linearly with the text.
 */
export function findAuthorYears(text: string, index: RecordsIndex): readonly AuthorYear[] {
  const { list } = tokenise(text);
  const keys = list.map((token) => stemOf(folded(token.text)));
  const years = list.flatMap((token, at) => (YEAR.test(token.text) ? [at] : []));
  return years.slice(0, MAX_YEARS).flatMap((at) => {
    for (let from = at - 1; from >= Math.max(0, at - WINDOW); from -= 1) {
      const written = authorAt(index, keys, list, from, at);
      const [start, end] = [list[from]?.start ?? 0, list[at]?.end ?? 0];
      if (written.length === 0) continue;
      const year = Number.parseInt(list[at]?.text ?? '', 10);
      const reference = written.find((one) => referenceYear(one) === year) ?? null;
      const closes = /[([]/u.test(text.slice(start, end)) && /^[)\]]/u.test(text.slice(end));
      return [{ start, end: closes ? end + 1 : end, reference }];
    }
    return [];
  });
}

/** The references of the author who begins at a word and after whom only companions stand before the year. */
function authorAt(
  index: RecordsIndex,
  keys: readonly string[],
  list: readonly Token[],
  from: number,
  year: number,
): readonly Reference[] {
  for (let length = Math.min(AUTHOR_WORDS, year - from); length > 0; length -= 1) {
    const written = index.writtenBy(keys.slice(from, from + length).join(''));
    const rest = list.slice(from + length, year);
    const fits = written.filter(({ author }) => rest.every((token) => isBetween(token, author?.[1])));
    if (fits.length > 0) return fits;
  }
  return [];
}

/** Companions, initials, a month, or a word of the second author. */
function isBetween(
  { text, raw }: Token,
  second: NonNullable<Reference['author']>[number] | undefined,
): boolean {
  if (BETWEEN.test(text) || /^\p{Lu}{1,3}$/u.test(raw)) return true;
  const words = second === undefined ? [] : tokenise(readable(signature(second))).list;
  return words.some((word) => word.text === folded(text));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}
