import { type Item, is, isCell, isParticipant, isParticiple } from './items.js';

/** Causes that stand outside the subject of a clause: "in response to X", "X-induced", "treated with X". */

const REACH = 6;

/** What a preposition governs: the next participant, over small words. */
export function governed(
  items: readonly Item[],
  at: number,
  fits: (item: Item) => boolean = isReagent,
): Item | null {
  for (const item of items.slice(at + 1, at + 1 + REACH)) {
    if (is(item, 'auxiliary')) return null;
    if (fits(item)) return item;
  }
  return null;
}

export function isActor(item: Item | undefined): item is Item {
  return isParticipant(item) && !isCell(item);
}

function isReagent(item: Item | undefined): item is Item {
  return isActor(item) && !item.pronoun;
}

/** A cause that stands outside the subject: "in response to X", "X-induced", "treated with X", "once X has". */
export function adjunctCause(items: readonly Item[], item: Item): Item | null {
  const { at, mark, text } = item;
  const before = items[at - 1];
  const next = items[at + 1];
  if (is(item, 'response') && is(next, 'response to')) {
    const to = items.slice(at + 1, at + REACH).find((one) => one.text === 'to');
    return governed(items, (to ?? next)?.at ?? at);
  }
  if (is(item, 'effect') && next?.text === 'of') return governed(items, at + 1);
  if (mark.before !== ' ' && /(?:[-=]>|→)/u.test(mark.before) && isReagent(before)) return before;
  if (mark.before === '-' && isParticiple(text) && isReagent(before)) return before;
  if (is(item, 'giving') && isParticiple(text) && isReagent(before) && isCell(next)) return before;
  if (is(item, 'giving')) return given(items, item);
  if (!is(item, 'cause behind') || (is(item, 'with') && is(before, 'plain'))) return null;
  return governed(items, at);
}

/** "treated with X", "add X to", "give them X". */
function given(items: readonly Item[], item: Item): Item | null {
  const behind = items.slice(item.at + 1, item.at + REACH).find((one) => is(one, 'with'));
  return behind !== undefined || is(item, 'adding') ? governed(items, (behind ?? item).at) : null;
}
