import { isIn } from './grammar.js';
import { type Item, isAuxiliary, isParticipant } from './items.js';
import type { Mood } from './mood.js';

/** What denies, and what takes the gene away. */

const near = (items: readonly Item[], at: number, most: number): boolean => {
  for (let n = at; n < at + most; n += 1) {
    const item = items[n];
    if (item === undefined) return false;
    if (item.own || (item.pronoun && /^(?:it|its|this)$/u.test(item.text))) return true;
    if (isParticipant(item) && !item.pronoun) return false;
    if (isAuxiliary(item.text) || (item.verb !== null && !isIn('loss', item.text))) return false;
  }
  return false;
};

export function isLost(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.own) return false;
  if (item.mark.terms.some((term) => term.kind === 'beyond' && /knock-out/u.test(term.what))) return true;
  if (isIn('gain', item.text) && (near(items, at + 1, 3) || items[at - 1]?.own === true)) return true;
  const linked = /^(?:of|in|the|for|to|against|with|targeting|a|an)$/u.test(items[at + 1]?.text ?? '');
  if (
    isIn('loss', item.text) &&
    !(item.verb !== null && isVerbForm(item.text)) &&
    (items[at + 1]?.own === true || (linked && near(items, at + 2, 3)))
  )
    return item.text !== 'anti' || item.mark.before !== '-';
  if (isIn('loss behind', item.text) && (items[at - 1]?.own === true || (linked && near(items, at + 2, 3))))
    return true;
  const removed = isIn('removing', item.text) && near(items, at + 1, 3);
  return (
    removed &&
    (at === 0 ||
      isIn('person', items[at - 1]?.text) ||
      /^(?:to|by|when|if|after|one|and|for)$/u.test(items[at - 1]?.text ?? ''))
  );
}

function isVerbForm(text: string): boolean {
  return (
    /(?:s|ed|[^g])$/u.test(text) && !/(?:ion|or|ors|ent|ency|ing|ant|ants|ism|ade|out|down|al)$/u.test(text)
  );
}

/** The words that deny, leaving out those of "doesn't it" and of tags. */
export function denials(items: readonly Item[], mood: Mood): readonly Item[] {
  const claim = items.slice(mood.from, mood.to);
  return claim.filter((item, at) => {
    if (
      isIn('failing', item.text) ||
      isIn('lacking', item.text) ||
      (isIn('unmoved', item.text) && item.verb === null)
    )
      return true;
    if (!isIn('not', item.text)) return false;
    const next = claim[at + 1];
    if (item.text === 'no' && (next === undefined || next.mark.segment !== item.mark.segment)) return false;
    if (item.text === 'not' && (isIn('or', claim[at - 1]?.text) || isIn('only', next?.text))) return false;
    if (item.text === 'nor' || next?.text === 'else') return false;
    if (item.text === 'nothing' && next?.text === 'but') return false;
    const light = item.text === 'not' || /(?:nt|not)$/u.test(item.text);
    return !(light && (mood.echoed || (mood.inverted && at <= 3 + leadLength(claim))));
  });
}

function leadLength(items: readonly Item[]): number {
  const at = items.findIndex(isParticipant);
  return Math.max(0, at);
}
