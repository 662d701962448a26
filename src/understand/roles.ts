import { adjunctCause, governed, isActor } from './causes.js';
import { isIn, type Sign, type Verb } from './grammar.js';
import {
  type Item,
  isAuxiliary,
  isCell,
  isParticipant,
  isParticiple,
  isVerbForm,
  type Thing,
} from './items.js';
import { signOf } from './signs.js';

/** Who acts on whom in a clause. */
export interface Roles {
  /** the verb that tells how, or null: nothing is done ("is a", "RGD motif?") */
  readonly verb: Verb | null;
  /** the product of the signs of all verbs and quantities; null where there is none */
  readonly sign: Sign | null;
  /** `out`: the gene acts; `in`: it is acted upon; `between`: others act on each other; null: not told */
  readonly direction: 'out' | 'in' | 'between' | null;
  /** whether the gene itself is named or pointed to */
  readonly named: boolean;
  /** the things that act on the gene, or that the gene acts on, is or has */
  readonly objects: readonly Thing[];
  /** the cells or places */
  readonly where: readonly Thing[];
  /** "via", "through" */
  readonly means: readonly Thing[];
}

/** "activated T cells": a participle that only tells which cells. */
function isAdjective(items: readonly Item[], item: Item): boolean {
  if (item.verb === null || !/(?:ed|ing)$/u.test(item.text) || !isCell(items[item.at + 1])) return false;
  const before = items.slice(Math.max(0, item.at - 2), item.at);
  return (
    !before.some(({ text }) => isAuxiliary(text)) &&
    !(before.at(-1)?.own === true && item.mark.before !== '-')
  );
}

function isPassive(items: readonly Item[], verb: Item): boolean {
  if (!isParticiple(verb.text)) return false;
  const before = items.slice(0, verb.at);
  const be = before.findLastIndex(({ text }) => isIn('auxiliary be', text));
  const other = before.findLastIndex(
    ({ text }) => isIn('auxiliary do', text) || isIn('auxiliary modal', text),
  );
  const ends = items[verb.at + 1] === undefined && !before.some(({ text }) => isAuxiliary(text));
  return (be >= 0 && be >= other) || ends || isIn('agent', items[verb.at + 1]?.text);
}

function isNominal(item: Item): boolean {
  return item.verb !== null && !isVerbForm(item.text) && item.verb.use !== 'causative';
}

interface Parts {
  causes: Item[];
  themes: Item[];
}

/** Things joined by "and" or "or" with one that plays a part play the same part. */
function joined(items: readonly Item[], first: Item): Item[] {
  const found = [first];
  for (const step of [-1, 1]) {
    let at = first.at + step;
    while (
      isIn('and', items[at]?.text) ||
      isIn('or', items[at]?.text) ||
      /[,/]/u.test(items[step > 0 ? at : at + 1]?.mark.before ?? '')
    ) {
      const link = isIn('and', items[at]?.text) || isIn('or', items[at]?.text);
      const other = items[link ? at + step : at];
      if (!isActor(other) || other.pronoun) break;
      found.push(other);
      at = other.at + step;
    }
  }
  return found;
}

/** The subject of an active verb: the nearest participant before it that no other verb stands between. */
function subjectOf(items: readonly Item[], verb: Item, verbs: readonly Item[]): Item | null {
  for (let at = verb.at - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (isCell(item) && isIn('place word', items[at - 1]?.text)) continue;
    if (item !== undefined && isParticipant(item)) return item;
    if (item !== undefined && verbs.includes(item) && item.verb?.use !== 'static' && isVerbForm(item.text))
      return null;
  }
  return null;
}

/** Arrows and plus signs of formulas ("X -> Y"). */
function arrowOf(items: readonly Item[]): Parts | null {
  const at = items.findIndex(
    (item, n) =>
      n > 0 && /->|→|=>|-+>/u.test(item.mark.before) && isParticipant(item) && isParticipant(items[n - 1]),
  );
  const [cause, theme] = [items[at - 1], items[at]];
  return at < 0 || cause === undefined || theme === undefined ? null : { causes: [cause], themes: [theme] };
}

function thingsOf(items: readonly Item[]): readonly Thing[] {
  const things = items.flatMap(({ thing }) => thing ?? []);
  return things.filter((thing, at) => things.findIndex((one) => sameThing(one, thing)) === at);
}

function sameThing(a: Thing, b: Thing): boolean {
  return a.entities.length > 0 ? a.entities.join() === b.entities.join() : a.text === b.text;
}

/** "X that raises it": the pronoun repeats what stands before it; so does that of "is it X that". */
function isRelative(items: readonly Item[], { text, at }: Item): boolean {
  const before = items[at - 1];
  if (before === undefined) return false;
  if (text === 'that')
    return (
      before.own ||
      before.thing !== null ||
      (items[at + 1]?.verb != null &&
        before.verb === null &&
        before.mark.segment === items[at]?.mark.segment &&
        !['plain', 'saying', 'right', 'wrong', 'checking'].some((list) => isIn(list, before.text)) &&
        !isAuxiliary(before.text))
    );
  const [next, third] = items.slice(at + 1);
  return text === 'it' && isAuxiliary(before.text) && next?.own === true && third?.text === 'that';
}

/** Who acts on whom: the main verb, what stands before and behind it, and causes named elsewhere. */
export function rolesOf(read: readonly Item[]): Roles {
  const items = read.map((item) =>
    item.pronoun && isRelative(read, item) ? { ...item, pronoun: false } : item,
  );
  const adjunct = items.flatMap((item) => {
    const cause = adjunctCause(items, item.at);
    return cause === null || isCell(cause) ? [] : [{ at: item.at, cause }];
  })[0];
  const verbs = items.filter(
    (item) => item.verb !== null && !isAdjective(items, item) && !isGift(items, item, adjunct),
  );
  const main = mainVerb(items, verbs);
  const arrow = arrowOf(items);
  const parts: Parts = arrow ?? {
    causes: adjunct === undefined ? [] : joined(items, adjunct.cause),
    themes: [],
  };
  if (main !== null && arrow === null) attachMain(items, main, verbs, parts);
  const means = items.filter(
    (item, at) => item.thing !== null && isIn('through', items[at - 1]?.text) && !parts.causes.includes(item),
  );
  const rest = items.filter(
    (item) =>
      isParticipant(item) &&
      !parts.causes.includes(item) &&
      !parts.themes.includes(item) &&
      !means.includes(item),
  );
  parts.themes.push(...rest.filter((item) => !item.pronoun && !isCell(item)));
  const where = items.filter((item) => isCell(item));
  const sign = arrow !== null ? 1 : signOf(items, verbs);
  const verb =
    main === null ? null : isCaused(items, main, verbs, parts, adjunct?.cause) ? CAUSED : main.verb;
  return { verb, sign, ...directed(items, parts, main), where: thingsOf(where), means: thingsOf(means) };
}

/** "treated with X": the verb names the cause and tells nothing of the effect. */
function isGift(items: readonly Item[], item: Item, adjunct: { at: number } | undefined): boolean {
  if (!isIn('giving', item.text)) return false;
  if (adjunct?.at === item.at)
    return item.mark.before !== '-' || !isParticipant(items[item.at + 1]) || isCell(items[item.at + 1]);
  return isCell(items[item.at + 1]) && isParticiple(item.text);
}

const CAUSED: Verb = { family: 'let', sign: 1, use: 'causative' };

/** What cells make is theirs: with another cause it is an effect of that. */
const MAKING: ReadonlySet<string> = new Set(['make', 'secrete', 'express']);

function isCaused(
  items: readonly Item[],
  main: Item,
  verbs: readonly Item[],
  { causes }: Parts,
  adjunct: Item | undefined,
): boolean {
  if (main.verb === null || !MAKING.has(main.verb.family)) return false;
  if (verbs.some(({ verb, at }) => verb !== null && verb.use === 'causative' && at < main.at)) return true;
  if (isNominal(main) && !main.text.endsWith('ing')) return false;
  if (isIn('making', main.text) && verbs.some((item) => item.at > main.at + 1 && isVerbForm(item.text)))
    return true;
  const subject = subjectOf(items, main, verbs);
  const made = isIn('agent', items[main.at + 1]?.text)
    ? items.slice(main.at + 2, main.at + 4)
    : items.slice(0, main.at);
  const makers = isPassive(items, main)
    ? made.some(isCell) && isIn('agent', items[main.at + 1]?.text)
    : made.some(isCell);
  if (adjunct !== undefined && makers && !isCell(adjunct)) return true;
  return causes.length > 0 && subject !== null && !causes.includes(subject) && !isPassive(items, main);
}

function mainVerb(items: readonly Item[], verbs: readonly Item[]): Item | null {
  const done = verbs.filter(({ verb }) => verb?.use !== 'static');
  const passive = done.some((item) => item.verb?.use === 'transitive' && isPassive(items, item));
  const made = (item: Item): boolean => isNominal(item) && MAKING.has(item.verb?.family ?? '');
  const acting = passive ? done.filter((item) => !made(item)) : done;
  const first = acting.find(
    (item) => item.verb?.use !== 'causative' || !acting.some(({ at }) => at > item.at),
  );
  return first ?? verbs[0] ?? null;
}

function attachMain(items: readonly Item[], main: Item, verbs: readonly Item[], parts: Parts): void {
  const chainStart = verbs.find((item) => item.verb?.use === 'causative' && item.at < main.at) ?? main;
  const subject = subjectOf(items, chainStart, verbs);
  const hasCause = parts.causes.length > 0;
  if (subject === null) {
    const undergoes = items.slice(main.at + 1).find(isParticipant);
    if (!hasCause && undergoes !== undefined && !isCell(undergoes) && isVerbForm(main.text))
      parts.themes.push(...joined(items, undergoes));
    return;
  }
  const undergoes = main.verb?.use === 'intransitive' || (isPassive(items, main) && chainStart === main);
  if (isNominal(main)) attachNominal(items, main, subject, parts);
  else if (undergoes)
    parts.themes.push(...joined(items, subject).filter((item) => !parts.causes.includes(item)));
  else if (!hasCause && !isCell(subject)) parts.causes.push(...joined(items, subject));
  else if (
    hasCause &&
    !parts.causes.includes(subject) &&
    !isCell(subject) &&
    !subject.pronoun &&
    main.verb?.sign !== 0
  ) {
    if (isIn('agent', items[main.at + 1]?.text)) parts.themes.push(subject);
    else if (subject.own || main.verb?.family !== 'make') {
      parts.themes.push(...parts.causes.filter((item) => !item.own && subject.own));
      if (subject.own && parts.causes.every((item) => !item.own)) parts.themes = [subject];
    }
  }
}

/** "induction of Y by X", "Y induction", "an inhibitor of Y". */
function attachNominal(items: readonly Item[], main: Item, subject: Item, parts: Parts): void {
  const of = /^(?:of|for|in)$/u.test(items[main.at + 1]?.text ?? '')
    ? governed(items, main.at + 1, isParticipant)
    : null;
  const left = items[main.at - 1];
  if (of !== null) {
    parts.themes.push(of);
    if (parts.causes.length === 0 && subject !== of && !isCell(subject)) parts.causes.push(subject);
  } else if (left !== undefined && isParticipant(left) && !left.pronoun) {
    parts.themes.push(left);
    const actor = items.slice(0, left.at).findLast(isActor);
    if (parts.causes.length === 0 && actor !== undefined) parts.causes.push(actor);
  } else if (parts.causes.length === 0 && !isCell(subject)) parts.causes.push(subject);
}

function directed(
  items: readonly Item[],
  parts: Parts,
  main: Item | null,
): Pick<Roles, 'direction' | 'named' | 'objects'> {
  const gene = items.some(({ own }) => own);
  const named = gene || items.some(({ pronoun }) => pronoun);
  const own = (item: Item): boolean => item.own || (item.pronoun && !gene);
  const causes = parts.causes.filter(({ thing }) => thing !== null);
  const themes = parts.themes.filter(({ thing }) => thing !== null);
  if (parts.causes.some(own)) return { direction: 'out', named, objects: thingsOf([...themes, ...causes]) };
  if (causes.length > 0 && named && (parts.themes.some(own) || themes.length === 0))
    return { direction: 'in', named, objects: thingsOf([...causes, ...(gene ? [] : themes)]) };
  if (causes.length > 0)
    return { direction: gene ? 'in' : 'between', named, objects: thingsOf([...causes, ...themes]) };
  if (parts.themes.some(own) && main !== null && main.verb?.use !== 'static')
    return { direction: themes.length > 0 ? null : 'in', named, objects: thingsOf(themes) };
  const implied = !named && main !== null && themes.length > 0 && isPassive(items, main);
  return { direction: implied ? 'out' : null, named, objects: thingsOf(themes) };
}
