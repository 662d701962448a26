import { spokenNumber } from '../search/names.js';
import type { Claim } from './claim.js';
import { listsOf } from './grammar.js';
import { type Item, is, isCell, isParticipant } from './items.js';

/** What limits or counts: "only", "at least two", numbers. */

export function onlyOf(items: readonly Item[]): Claim['only'] {
  const at = items.findIndex((item, n) => {
    const next = items[n + 1]?.text;
    if (next === 'else' && is(item, 'exclusion')) return true;
    return is(item, 'only') || (item.text === 'nothing' && next === 'but');
  });
  if (at < 0 || is(items[at + 1], 'hedge')) return null;
  const behind = items.slice(items[at]?.text === 'nothing' ? at + 2 : at + 1);
  const acts = behind.some(({ verb }) => verb !== null);
  if (acts && behind[0]?.own === true) return 'cause';
  if (acts && behind.some((item) => is(item, 'relative')) && items.slice(0, at).some(isParticipant))
    return 'cause';
  if (is(behind[0], 'place word')) return 'where';
  return behind.some(isCell) && !behind.some(({ thing }) => thing !== null && !thing.isPlace)
    ? 'where'
    : 'object';
}

export function countsOf(items: readonly Item[]): readonly number[] {
  return items.flatMap((item) => {
    const value = numberOf(item);
    if (value === null) return [];
    const behind = items.slice(item.at + 1, item.at + 5);
    const broken = behind.findIndex((one) => is(one, 'auxiliary') || one.own);
    return (broken < 0 ? behind : behind.slice(0, broken)).some(isCounted) ? [value] : [];
  });
}

function isCounted({ thing, mark, lists }: Item): boolean {
  return thing !== null || lists.has('counted') || mark.terms.some(({ kind }) => kind === 'aspect');
}

const RANGE_REACH = 3;

/** The fewest and the most that are claimed: "at least two", "fewer than three"; null where nothing is said. */
export function rangeOf(items: readonly Item[]): Pick<Claim, 'fewest' | 'most'> {
  for (const item of items) {
    const number = numberOf(item);
    if (number === null) continue;
    const before = items.slice(Math.max(0, item.at - RANGE_REACH), item.at);
    for (const [n, { text, lists }] of before.entries())
      for (const said of [lists, listsOf(`${text} ${before[n + 1]?.text ?? ''}`)]) {
        const beside = said.has('strictly') ? 1 : 0;
        if (said.has('at least')) return { fewest: number + beside, most: null };
        if (said.has('at most')) return { fewest: null, most: number - beside };
      }
  }
  return { fewest: null, most: null };
}

/** The number that a word is, or null. */
function numberOf({ text, mark, lists }: Item): number | null {
  if (/^\d{1,2}$/u.test(text)) return mark.kind === 'accession' ? null : Number(text);
  return lists.has('one') ? 1 : spokenNumber(text);
}
