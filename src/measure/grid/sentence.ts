import { type Verb, verbsIn } from './verbs.js';

/** What one verb of a sentence says: the gene does it to the thing (`out`), or the thing to the gene (`in`). */
export interface Saying {
  readonly verb: Verb;
  readonly direction: 'out' | 'in';
}

const BETWEEN = /(?: (?:does|do|can|cannot|not|is|are|also|directly|then))+$/u;
const SELF = ['it', 'the protein', 'the channel'];

function loose(words: string): string {
  return words.toLowerCase().replaceAll('-', '').trim();
}

/**
 * The verbs that stand between the gene and a thing in a sentence. An author whose records knew few relations wrote the true
 * verb nowhere else.
 * @param genes names of the gene
 * @param things names of the thing
 */
export function sayingsOf(
  text: string,
  genes: readonly string[],
  things: readonly string[],
): readonly Saying[] {
  return verbsIn(text).flatMap((verb) => {
    const direction = directionOf(text, verb, [...SELF, ...genes].map(loose), things.map(loose));
    return direction === null ? [] : [{ verb, direction }];
  });
}

function directionOf(
  text: string,
  { stem }: Verb,
  genes: readonly string[],
  things: readonly string[],
): Saying['direction'] | null {
  const found = stem.exec(text);
  if (found === null) return null;
  const before = loose(text.slice(0, found.index)).replace(BETWEEN, '');
  const after = loose(text.slice(found.index + found[0].length));
  const isPassive = /^by\b/u.test(after);
  const isBefore = (names: readonly string[]) => names.some((name) => before.endsWith(name));
  const isAfter = (names: readonly string[]) => names.some((name) => after.includes(name));
  if (isBefore(genes) && isAfter(things)) return isPassive ? 'in' : 'out';
  return isBefore(things) && isAfter(genes) ? (isPassive ? 'out' : 'in') : null;
}

/** Whether a sentence speaks of what happens without the gene, or with another form of it. */
export function speaksOfLoss(text: string): boolean {
  return /\b(?:loss|lack|without|absence|delet\w+|deficien\w+|deplet\w+|knock\w*|silenc\w+|mutant|mutation|variant)\b/iu.test(
    text,
  );
}
