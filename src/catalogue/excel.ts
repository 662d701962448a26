/**
 * Spreadsheets turn symbols that look like a month and a day into dates: MARCH1 and MARC1 become "1-Mar", SEPT9 "9-Sep".
 * HGNC renamed the worst of them for that reason (Bruford et al. 2020, doi 10.1038/s41588-020-0669-3).
 */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A month is known by its first three letters, and by more of them. */
const LEAST_LETTERS = 3;
const LAST_DAY = 31;

const DAY_FIRST = /^0?(\d{1,2})[-/. ]([a-z]{3,9})\.?(?:[-/. ](?:\d{2}|\d{4}))?$/iu;
const MONTH_FIRST = /^([a-z]{3,9})[-/. ]0?(\d{1,2})$/iu;
const SYMBOL = /^([a-z]{3,9})-?(\d{1,2})$/iu;

function monthOf(letters: string): string | null {
  const typed = letters.toLowerCase();
  return MONTHS.find((month) => typed.length >= LEAST_LETTERS && month.startsWith(typed)) ?? null;
}

function shownDate(month: string, day: number): string {
  return `${day}-${month.slice(0, 1).toUpperCase()}${month.slice(1, LEAST_LETTERS)}`;
}

/**
 * The symbols that a spreadsheet may have turned into a date.
 * @param typed `1-Mar`, `01-Mar`, `1-Mar-24`, `Mar-1`, `2. Sep`
 * @returns how a spreadsheet shows it, and every symbol that becomes it, the longest form of the month first (MARCH1, MARC1, MAR1);
 * null when it is no such date
 */
export function symbolsBehind(typed: string): { readonly shown: string; readonly symbols: string[] } | null {
  const text = typed.trim();
  const [, day = '', letters = ''] = DAY_FIRST.exec(text) ?? swapped(MONTH_FIRST.exec(text));
  const month = monthOf(letters);
  const number = Number(day);
  if (month === null || number < 1 || number > LAST_DAY) return null;
  const lengths = Array.from({ length: month.length - LEAST_LETTERS + 1 }, (_, at) => month.length - at);
  return {
    shown: shownDate(month, number),
    symbols: lengths.map((length) => `${month.slice(0, length).toUpperCase()}${number}`),
  };
}

function swapped(found: RegExpExecArray | null): readonly string[] {
  return found === null ? [] : [found[0], found[2] ?? '', found[1] ?? ''];
}

/** The date into which spreadsheets turn a symbol ("9-Sep" for SEPT9); null when they leave it alone. */
export function dateOf(symbol: string): string | null {
  const [, letters = '', day = ''] = SYMBOL.exec(symbol) ?? [];
  const month = monthOf(letters);
  const number = Number(day);
  return month === null || number < 1 || number > LAST_DAY ? null : shownDate(month, number);
}
