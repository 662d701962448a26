/** Misspelt words: known words that are near. Names and numbers are never matched approximately. */

/** How unlike a misspelt word may be: one error in four letters is the most. */
const THRESHOLD = 0.25;
/** People rarely miss the first letter: another one is taken for a slip only when the rest is close. */
const OTHER_INITIAL = 0.15;
const FEWEST_LETTERS = 5;
const MOST_LETTERS = 24;
const LENGTH_SLACK = 2;

/** Known words by length and first letter, and by length and second letter for a slip in the first. */
export type WordIndex = ReadonlyMap<string, readonly Spelt[]>;

interface Spelt {
  readonly word: string;
  /** one bit for each letter that it has */
  readonly letters: number;
}

/** An index of known words; those that are too short or too long to be mistaken are left out. */
export function indexWords(words: Iterable<string>): WordIndex {
  const index = new Map<string, Spelt[]>();
  for (const word of words) {
    if (!isSpellable(word, FEWEST_LETTERS - 1)) continue;
    const spelt = { word, letters: lettersOf(word) };
    for (const key of [`${word[0]}${word.length}`, `?${word[1]}${word.length}`]) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [spelt]);
      else list.push(spelt);
    }
  }
  return index;
}

function isSpellable(word: string, fewest: number): boolean {
  return word.length >= fewest && word.length <= MOST_LETTERS && /^\p{L}+$/u.test(word);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** A misspelt word and the word it was taken for. */
export interface FuzzyMatch {
  readonly key: string;
  /** errors by letters, 0 is equal */
  readonly score: number;
}

/** The known words that a misspelt word (a stem, lower case) is nearest to, best first. */
export function nearWords(word: string, index: WordIndex): readonly FuzzyMatch[] {
  if (!isSpellable(word, FEWEST_LETTERS)) return [];
  const letters = lettersOf(word);
  const found: FuzzyMatch[] = [];
  for (let length = word.length - LENGTH_SLACK; length <= word.length + LENGTH_SLACK; length += 1) {
    const longer = Math.max(word.length, length);
    for (const [key, share] of [
      [`${word[0]}${length}`, THRESHOLD],
      [`?${word[1]}${length}`, OTHER_INITIAL],
    ] as const) {
      const most = Math.floor(longer * share);
      for (const known of most === 0 ? [] : (index.get(key) ?? [])) {
        /** an error changes two letters at most */
        if (bits(known.letters ^ letters) > 2 * most) continue;
        if (share === OTHER_INITIAL && known.word[0] === word[0]) continue;
        const errors = edits(word, known.word);
        if (errors <= most && !areOpposite(word, known.word))
          found.push({ key: known.word, score: errors / longer });
      }
    }
  }
  return found.sort((a, b) => a.score - b.score || (a.key < b.key ? -1 : 1));
}

/** Beginnings of words that say the opposite: "hypotension" is no misspelt "hypertension". */
const OPPOSITE = /^(?:hyper|hypo|intra|inter|homo|hetero|up|down|pro|anti|in|ex|de)/u;

function areOpposite(one: string, other: string): boolean {
  const [first, second] = [one, other].map((word) => OPPOSITE.exec(word)?.[0] ?? '');
  return first !== second && first !== '' && second !== '';
}

/** Edits between two words; a swap of neighbours counts one (the optimal string alignment distance). */
export function edits(one: string, other: string): number {
  // What both begin and end with needs no edit.
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - from && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const a = one.slice(from, one.length - end);
  const b = other.slice(from, other.length - end);
  if (a === '' || b === '') return a.length + b.length;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
