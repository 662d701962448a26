import type { Claim } from './claim.js';
import { isIn } from './grammar.js';
import { type Item, isAuxiliary, isCell, isParticipant } from './items.js';

/** What limits or counts: "only", "at least two", numbers. */

export function onlyOf(items: readonly Item[]): Claim['only'] {
  const at = items.findIndex(
    (item, n) =>
      (isIn('only', item.text) && !(item.text === 'just' && n < 2)) ||
      (item.text === 'nothing' && items[n + 1]?.text === 'but'),
  );
  const other = items.find((item, n) => isIn('exclusion', item.text) && items[n + 1]?.text === 'else');
  if (other !== undefined) return other.text === 'nowhere' ? 'where' : 'object';
  if (at < 0 || isIn('hedge', items[at + 1]?.text)) return null;
  const behind = items.slice(at + 1);
  const [next] = items[at]?.text === 'nothing' ? items.slice(at + 2) : behind;
  if (next?.own === true && behind.some((item) => item.verb !== null)) return 'cause';
  const verb = behind.findIndex((item) => item.verb !== null);
  if (
    behind.some(({ text }) => /^(?:that|which|who)$/u.test(text)) &&
    verb >= 0 &&
    items.slice(0, at).some(isParticipant)
  )
    return 'cause';
  if (isIn('place word', behind[0]?.text) && behind.some(isCell)) return 'where';
  if (behind.length === 0)
    return items.slice(0, at).findLast(isParticipant)?.thing !== undefined &&
      isCell(items.slice(0, at).findLast(isParticipant))
      ? 'where'
      : 'object';
  return behind.some((item) => item.thing !== null && !isCell(item)) || !behind.some(isCell)
    ? 'object'
    : 'where';
}

export function countsOf(items: readonly Item[]): readonly number[] {
  return items.flatMap((item, at) => {
    const value = numberOf(item);
    if (value === null) return [];
    const behind = items.slice(at + 1, at + 5);
    const counted = behind.findIndex(
      (one) =>
        one.thing !== null ||
        one.mark.terms.some(({ kind }) => kind === 'aspect') ||
        isIn('isoform word', one.text) ||
        isIn('alias word', one.text),
    );
    const broken = behind.findIndex((one) => isAuxiliary(one.text) || one.own);
    return counted >= 0 && (broken < 0 || counted < broken) ? [value] : [];
  });
}

/** The fewest and the most that are claimed: "at least two", "fewer than three"; null where nothing is said. */
export function rangeOf(items: readonly Item[]): Pick<Claim, 'fewest' | 'most'> {
  for (const [at, item] of items.entries()) {
    const number = items.slice(at + 1, at + 4).flatMap((one) => numberOf(one) ?? [])[0];
    if (number === undefined) continue;
    for (const words of [item.text, `${item.text} ${items[at + 1]?.text ?? ''}`]) {
      const beside = isIn('strictly', words) ? 1 : 0;
      if (isIn('at least', words)) return { fewest: number + beside, most: null };
      if (isIn('at most', words)) return { fewest: null, most: number - beside };
    }
  }
  return { fewest: null, most: null };
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The number that a word is, or null. */
function numberOf(item: Item): number | null {
  if (/^\d{1,2}$/u.test(item.text) && item.mark.kind !== 'accession') return Number(item.text);
  if (item.text === 'single') return 1;
  const spelt = NUMBERS.indexOf(item.text);
  return spelt >= 0 ? spelt : null;
}
