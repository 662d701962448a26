import type { Reference } from '../record/schema.js';
import { firstSignature, referenceYear, signature } from '../record/words.js';
import { once } from './once.js';

/** An author and a year in a text: "Kim 2005", "Kim et al. (2005)". */
export interface AuthorYear {
  readonly start: number;
  readonly end: number;
  /** null: an author of the references, with a year that none of them has */
  readonly reference: Reference | null;
}

const YEAR = /(?<![\p{L}\d])((?:18|19|20)\d\d)[a-z]?(?![\p{L}\d])/gu;
/** Characters before a year in which its authors must stand. */
const AUTHOR_WINDOW = 120;
/** More years of a text than this are not looked at. */
const MAX_YEARS = 50;
const COMPANIONS = ['colleagues', 'coworkers', 'co-workers'] as const;

/**
 * The references that a text names by author and year: "Kim 2005", "Kim et al. (2005)", "Mabilleau & Sabokbar, 2009". Letter case
 * and diacritics do not matter; the family name must be the first author's, whole. Time grows linearly with the text.
 */
export function findAuthorYears(text: string, references: readonly Reference[]): readonly AuthorYear[] {
  const years = [...text.matchAll(YEAR)].slice(0, MAX_YEARS);
  if (years.length === 0) return [];
  const folded = fold(text);
  const authored = authoredOf(references, folded);
  return years.flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - AUTHOR_WINDOW), match.index);
    const near = fold(before);
    const named = authored.flatMap(({ family, pattern, references: theirs }) => {
      const length = near.includes(family) ? pattern().exec(before)?.[0].length : undefined;
      return length === undefined ? [] : theirs.map((reference) => ({ reference, length }));
    });
    const hit = named.find(({ reference }) => referenceYear(reference) === Number(match[1]));
    const best = hit ?? named[0];
    if (best === undefined) return [];
    const opened = /[([]/u.test(before.slice(-best.length));
    const after = match.index + match[0].length;
    const closing = opened && /[)\]]/u.test(text.charAt(after)) ? 1 : 0;
    return [{ start: match.index - best.length, end: after + closing, reference: hit?.reference ?? null }];
  });
}

interface Authored {
  /** the first author's family name, folded */
  readonly family: string;
  readonly references: Reference[];
  pattern(): RegExp;
}

/** The authors whose names stand in a text; references by the same two authors share one pattern. */
function authoredOf(references: readonly Reference[], folded: string): readonly Authored[] {
  const byAuthors = new Map<string, Authored>();
  for (const reference of references) {
    const first = firstSignature(reference);
    const family = fold(first);
    if (first === '' || !folded.includes(family)) continue;
    const second = reference.author?.[1];
    const key = JSON.stringify([first, second === undefined ? '' : signature(second)]);
    const known = byAuthors.get(key);
    if (known !== undefined) known.references.push(reference);
    else
      byAuthors.set(key, { family, references: [reference], pattern: once(() => authorPattern(reference)) });
  }
  return [...byAuthors.values()];
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** "Kim", "Kim SH", "Kim et al.", "Kim and colleagues", "Kim's", "Kim & Han", up to the bracket or comma before the year. */
function authorPattern(reference: Reference): RegExp {
  const second = reference.author?.[1];
  const companions = [...COMPANIONS, ...(second === undefined ? [] : [signature(second)])]
    .map(anyCase)
    .join('|');
  const initials = '(?:,?\\s(?:\\p{Lu}\\.?[\\s-]?){1,3})?';
  const others = `(?:,?\\s(?:${anyCase('et')}\\.?\\s${anyCase('al')}\\.?|(?:and|AND|&|\\+)\\s(?:${companions})${initials}))?`;
  const before = `(?:['’]s)?[,.]?(?:\\sin)?\\s?[([]?(?:${MONTHS.map(anyCase).join('|')})?$`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${anyCase(firstSignature(reference))}${initials}${others}${before}`,
    'u',
  );
}

/** As citations write a month before a year, with the space that follows it. */
const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
].flatMap((month) => [`${month} `, `${month.slice(0, 3)} `, `${month.slice(0, 3)}. `]);

/** A pattern for a literal in upper or lower case, with or without its diacritics ("ü" also matches "u"). */
function anyCase(literal: string): string {
  return Array.from(literal.normalize('NFC'), (character) => {
    const forms = [character, character.normalize('NFD').charAt(0)].flatMap((form) => [
      form.toLowerCase(),
      form.toUpperCase(),
    ]);
    const letters = new Set(forms.filter((form) => form.length === character.length));
    return /\p{L}/u.test(character) ? `[${[...letters].join('')}]` : escaped(character);
  }).join('');
}

function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
