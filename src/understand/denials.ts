import { type Item, is, isParticipant, isParticiple } from './items.js';
import type { Mood } from './mood.js';

/** What denies, and what takes the gene away. */

const REACH = 3;

/** Whether the gene is named soon behind a word, with nothing else that acts between. */
function isNear(items: readonly Item[], at: number): boolean {
  for (const item of items.slice(at, at + REACH)) {
    if (item.own || (item.pronoun && is(item, 'itself'))) return true;
    if (isParticipant(item) || is(item, 'auxiliary') || (item.verb !== null && !is(item, 'loss')))
      return false;
  }
  return false;
}

/** Whether a word says that the gene is taken away, blocked or overdone. */
export function isLost(items: readonly Item[], item: Item, at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  if (item.mark.terms.some((term) => term.kind === 'beyond' && /knock-out/u.test(term.what))) return true;
  if (is(item, 'gain')) return before?.own === true || isNear(items, at + 1);
  const of = is(next, 'loss of') && isNear(items, at + 2);
  const bears = item.verb !== null && isParticiple(item.text);
  if (is(item, 'loss') && !bears && (of || next?.own === true)) return true;
  if (is(item, 'loss behind') && (of || before?.own === true)) return true;
  if (!is(item, 'removing') || !isNear(items, at + 1)) return false;
  return before === undefined || is(before, 'before removing');
}

/** The words that deny, leaving out those of "doesn't it" and of tags. */
export function denials(items: readonly Item[], mood: Mood): readonly Item[] {
  const subject = items.findIndex(isParticipant);
  return items.filter((item, at) => {
    if (is(item, 'denying')) return true;
    if (!is(item, 'not')) return false;
    const [before, next] = [items[at - 1], items[at + 1]];
    if (next?.text === 'else' || item.text === 'nor') return false;
    if (item.text === 'no') return next?.mark.segment === item.mark.segment;
    if (item.text === 'nothing') return next?.text !== 'but';
    if (item.text === 'not' && (is(before, 'or') || is(next, 'only'))) return false;
    const light = /(?:nt|not)$/u.test(item.text);
    return !(light && (mood.echoed || (mood.inverted && at <= 3 + Math.max(0, subject))));
  });
}
