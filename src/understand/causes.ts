import { isIn } from './grammar.js';
import { type Item, isAuxiliary, isCell, isParticipant, isParticiple, isVerbForm } from './items.js';

/** Causes that stand outside the subject of a clause: "in response to X", "X-induced", "treated with X". */

const REACH = 6;

/** What a preposition governs: the next participant, over small words. */
export function governed(
  items: readonly Item[],
  at: number,
  fits: (item: Item) => boolean = isActor,
): Item | null {
  for (let n = at + 1; n < items.length && n <= at + REACH; n += 1) {
    const item = items[n];
    if (item === undefined || isAuxiliary(item.text)) return null;
    if (fits(item)) return item;
    const passes = !isParticipant(item) || item.pronoun || isIn('loss', item.text);
    if (!passes || (item.verb !== null && isVerbForm(item.text) && !isParticiple(item.text))) return null;
  }
  return null;
}

export function isActor(item: Item | undefined): item is Item {
  return (
    item !== undefined &&
    !isCell(item) &&
    (item.own || item.thing !== null || (item.pronoun && /^(?:it|this|that)$/u.test(item.text)))
  );
}

function isReagent(item: Item | undefined): item is Item {
  return item !== undefined && (item.own || (item.thing !== null && !isCell(item)));
}

/** A cause that stands outside the subject: "in response to X", "X-induced", "treated with X", "once X has". */
export function adjunctCause(items: readonly Item[], at: number): Item | null {
  const item = items[at];
  if (item === undefined) return null;
  const next = items[at + 1];
  const before = items[at - 1];
  if (isIn('response', item.text) && /^(?:to|of)$/u.test(next?.text ?? ''))
    return governed(items, at + 1, isReagent);
  if (isIn('effect', item.text) && next?.text === 'of') return governed(items, at + 1, isReagent);
  if (item.verb !== null && item.mark.before === '-' && isParticiple(item.text) && isReagent(before))
    return before;
  if (isIn('giving', item.text)) return given(items, at);
  if (isIn('agent', item.text) && isParticiple(before?.text ?? '')) return governed(items, at, isReagent);
  if (isIn('agent', item.text)) return governed(items, at, isReagent);
  if (isIn('cause behind', item.text) && !(item.text === 'from' || item.text === 'plus')) {
    if (/^(?:with|w)$/u.test(item.text) && isIn('plain', before?.text)) return null;
    return governed(items, at, isReagent);
  }
  return null;
}

/** "treated with X", "add X to", "give them X", "X-treated cells", "X added to". */
function given(items: readonly Item[], at: number): Item | null {
  const verb = items[at];
  const before = items[at - 1];
  if (verb === undefined) return null;
  if (verb.mark.before === '-' && isReagent(before)) return before;
  if (
    isReagent(before) &&
    isParticiple(verb.text) &&
    (isCell(items[at + 1]) || /^(?:to|on|into)$/u.test(items[at + 1]?.text ?? '')) &&
    !isAuxiliary(items[at - 2]?.text)
  )
    return before.own && isCell(items[at + 1]) && verb.mark.before === ' ' ? null : before;
  const withAt = items.findIndex((one, n) => n > at && n < at + REACH && /^(?:with|w)$/u.test(one.text));
  if (withAt > 0) return governed(items, withAt, isReagent);
  const transitive = /^(?:add|give|apply|use|throw|pour|inject|put|adding|giving|addition|spike)/u.test(
    verb.text,
  );
  return transitive ? governed(items, at, isReagent) : null;
}
