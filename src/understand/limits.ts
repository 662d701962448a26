import type { Claim } from './claim.js';
import { isIn, listsOf } from './grammar.js';
import {
  type Item,
  is,
  isAgentNoun,
  isParticipant,
  isParticiple,
  isSaidToDo,
  isUndone,
  isVerbForm,
} from './items.js';
import { type Mood, startsSegment } from './mood.js';

/** What limits, counts or denies: "only", "at least two", numbers, "not"; and what takes the gene away. */

/** So far a small word reaches. */
const REACH = 3;
/** So far behind a word for its loss the gene may be named: "a mutation in exon 2 of X". */
const NEAR = 6;

export function onlyOf(items: readonly Item[]): Claim['only'] {
  const at = items.findIndex((item, n) => {
    const next = items[n + 1]?.text;
    if (next === 'else' && is(item, 'exclusion')) return true;
    if (is(item, 'unmoved') && items.some(({ verb }) => verb?.family === 'let')) return false;
    return is(item, 'only') || (item.text === 'nothing' && next === 'but');
  });
  if (at < 0 || is(items[at + 1], 'hedge')) return null;
  const behind = items.slice(items[at]?.text === 'nothing' ? at + 2 : at + 1);
  const [noun, of] = behind;
  if (noun?.verb != null && !isVerbForm(noun) && of?.text === 'of') return 'cause';
  const acts = behind.some(({ verb }) => verb !== null);
  if (acts && behind[0]?.own === true) return 'cause';
  const relative = behind.findIndex((item) => is(item, 'relative'));
  if (relative >= 0 && behind[relative + 1]?.own !== true && items.slice(0, at).some(isParticipant))
    return 'cause';
  return is(items[at], 'no place') || is(behind[0], 'place word') ? 'where' : 'object';
}

export function countsOf(items: readonly Item[]): readonly number[] {
  return items.flatMap((item) => {
    const { number } = item;
    if (number === null) return [];
    const behind = items.slice(item.at + 1, item.at + 5);
    const broken = behind.findIndex((one) => is(one, 'auxiliary') || one.own);
    return (broken < 0 ? behind : behind.slice(0, broken)).some(
      ({ thing, lists }) => thing !== null || lists.has('counted'),
    )
      ? [number]
      : [];
  });
}

/** The fewest and the most that are claimed: "at least two", "fewer than three"; null where nothing is said. */
export function rangeOf(items: readonly Item[]): Pick<Claim, 'fewest' | 'most'> {
  for (const item of items) {
    const { number } = item;
    if (number === null) continue;
    const before = items.slice(Math.max(0, item.at - REACH), item.at);
    for (const [n, { text, lists }] of before.entries())
      for (const said of [lists, listsOf(`${text} ${before[n + 1]?.text ?? ''}`)]) {
        const beside = said.has('strictly') ? 1 : 0;
        if (said.has('at least')) return { fewest: number + beside, most: null };
        if (said.has('at most')) return { fewest: null, most: number - beside };
      }
  }
  return { fewest: null, most: null };
}

/** Whether the gene is named soon behind a word, with nothing else that acts between. */
function isNear(items: readonly Item[], at: number): boolean {
  for (const item of items.slice(at, at + NEAR)) {
    if (item.own || is(item, 'copy of a gene') || (item.pronoun && is(item, 'itself'))) return true;
    if (isParticipant(item) || is(item, 'auxiliary')) return false;
  }
  return false;
}

/** What is done to the gene itself: nothing can be said by what it does as it is. */
export type Perturbed = 'loss' | 'gain' | 'mutation';

/** What a clause says is done to the gene itself, or null. */
export function perturbedIn(items: readonly Item[]): Perturbed | null {
  const item = items.find((one) => isLost(items, one, one.at));
  if (item === undefined) return null;
  return item.mutation ? 'mutation' : is(item, 'gain') ? 'gain' : 'loss';
}

/** "inhibitors of GENE", "any GENE blockers": what does it is asked for, and nothing else. */
function isAskedFor(items: readonly Item[], item: Item): boolean {
  return (
    isAgentNoun(item.text) &&
    item.verb !== null &&
    items.every(({ verb, thing }) => thing === null && (verb === null || verb === item.verb))
  );
}

/** Whether a word says that the gene is taken away, blocked or overdone. */
function isLost(items: readonly Item[], item: Item, at: number): boolean {
  if (item.mutation) return true;
  if (item.mark.terms.some((term) => term.kind === 'beyond' && /knock-out/u.test(term.what))) return true;
  const { lists, text } = item;
  const removes = lists.has('removing') || (text.includes(' ') && isIn('removing', text.split(' ')[0]));
  if (!removes && !lists.has('taking') && !lists.has('taking behind') && !lists.has('lacking')) return false;
  if (isSaidToDo(items, item) || isAskedFor(items, item)) return false;
  const before = items[at - 1];
  const next = items[at + 1];
  const of = is(next, 'loss of') && isNear(items, at + 2);
  if (is(item, 'lacking') && is(before, 'relative') && isNear(items, at + 1)) return true;
  if (is(item, 'taking') && !isParticiple(item.text) && (of || next?.own === true)) return true;
  if (is(item, 'taking behind') && (of || before?.own === true)) return true;
  const [when, gene] = items.slice(Math.max(0, at - 3), at);
  const ofGene = gene?.own === true || is(gene, 'copy of a gene');
  const isRemoved = isParticiple(item.text) && is(before, 'auxiliary be') && ofGene;
  const absent = is(item, 'lacking') && is(before, 'auxiliary be') && ofGene;
  if (((removes && isRemoved) || absent) && is(when, 'before removing') && !is(next, 'agent')) return true;
  if (!removes || !isNear(items, at + 1)) return false;
  return before === undefined || is(before, 'before removing');
}

/** The words that deny, leaving out those of "doesn't it" and of tags. */
export function denials(items: readonly Item[], mood: Mood): readonly Item[] {
  return items.filter((item, at) => {
    if (is(item, 'denying') || isUndone(item)) return true;
    if (!is(item, 'not')) return false;
    const before = items[at - 1];
    const next = items[at + 1];
    if (next?.text === 'else' || item.text === 'nor') return false;
    if (item.text === 'no') return next?.mark.segment === item.mark.segment;
    if (item.text === 'nothing') return next?.text !== 'but';
    if (item.text === 'not' && (is(before, 'or') || is(next, 'only'))) return false;
    // "doesn't it" and "does it not" ask the same as "does it"; "did they show that it does not" denies.
    const light = item.text === 'not' ? !is(before, 'auxiliary') : startsSegment(items, at);
    return !(/(?:nt|not)$/u.test(item.text) && (mood.echoed || (mood.inverted && light)));
  });
}
