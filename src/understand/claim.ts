import type { GeneRecord, Species } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { besidesOf } from './besides.js';
import type { Verb } from './grammar.js';
import { itemsOf } from './itemise.js';
import {
  type Item,
  is,
  isParticipant,
  isParticiple,
  isVerbForm,
  listsIn,
  moved,
  namesKind,
  tellsMutation,
} from './items.js';
import { countsOf, denials, onlyOf, type Perturbed, perturbedIn, rangeOf } from './limits.js';
import { type Mood, moodOf, saysItIs } from './mood.js';
import { MAKING, type Roles } from './roles.js';
import { isStrange, told } from './told.js';

/** What a clause claims, or asks whether it is so. */
export interface Claim extends Roles {
  /** the family of what is claimed: the verb's, `be` or `have` where an auxiliary says it, null where nothing does */
  readonly family: string | null;
  /** ids of isoforms of the gene that are named as such, or their names where they have no id */
  readonly isoforms: readonly string[];
  readonly negated: boolean;
  /** the gene is taken away, blocked or overdone: nothing can be said by what it does itself */
  readonly perturbed: Perturbed | null;
  /** what "only" limits, or null */
  readonly only: 'object' | 'where' | 'cause' | null;
  /** all, every, always */
  readonly universal: boolean;
  /** the main, the most important */
  readonly foremost: boolean;
  readonly counts: readonly number[];
  /** "at least two", "more than one": the fewest that are claimed, or null */
  readonly fewest: number | null;
  /** "at most two", "fewer than three": the most that are claimed, or null */
  readonly most: number | null;
  /** several, at least two */
  readonly many: boolean;
  readonly hedged: boolean;
  readonly proven: boolean;
  /** "the same as", "different from" */
  readonly sameness: 'same' | 'different' | null;
  readonly another: boolean;
  /** "anti-" before a process */
  readonly anti: boolean;
  /** words that nothing explains and that stand for no part of the claim: they may narrow what is claimed */
  readonly unexplained: readonly string[];
  /** asked is only whether it is recorded at all: "is X mentioned", "X, yes or no" */
  readonly recorded: boolean;
  /** what is said besides, in a few words, or null: two deeds, a condition, a comparison; then there is no Yes or No */
  readonly besides: string | null;
  /** families of the nouns that say what of the gene is meant: "the DNA binding of GENE", "GENE expression" */
  readonly aspects: readonly string[];
  /** "either A or B": one of them will do */
  readonly either: boolean;
  /** "is it an isoform", "is it a calcium channel": what it is called is asked, not what it has */
  readonly called: boolean;
}

/** A clause as read: its items, how it asks, and what it claims. */
export interface Clause {
  readonly items: readonly Item[];
  readonly mood: Mood;
  readonly claim: Claim;
}

/** "ERK signalling": a word for what the thing beside it is. */
function isKindOf(item: Item, beside: Item | undefined): boolean {
  return beside?.thing?.kinds.some((kind) => is(item, `kind ${kind}`)) === true;
}

/**
 * A word of the claim that nothing accounts for: no part of it, no word of grammar. Whatever it says, it may narrow what is claimed.
 * What stands before the claim ("my colleague says") and is no word of its first participant says nothing of it.
 */
function isUnexplained(
  item: Item,
  body: readonly Item[],
  main: Verb | null,
  first: Species | undefined,
): boolean {
  const { mark, text, verb, thing, own, pronoun, at, lists } = item;
  const before = body[at - 1];
  const next = body[at + 1];
  if (lists.has('judging') || (lists.has('quantity') && is(next, 'giving'))) return true;
  if (item.mutation) return false;
  const tells = thing === null && tellsMutation(body, item);
  if (lists.has('grammar') && !(tells && lists.has('loss'))) return false;
  if (tells) return true;
  if (lists.size > 0 && (isKindOf(item, before) || isKindOf(item, next))) return false;
  if (isStrange(item)) return true;
  if (is(item, 'product') && is(before, 'pointing') && !pronoun && thing === null) return true;
  if (verb !== null) {
    if (verb !== main && before?.thing != null && !isVerbForm(item) && !MAKING.has(verb.family)) return true;
    const describes = verb.sign === 0 && isParticiple(text) && next?.thing != null;
    return (verb.use === 'unknown' || describes) && verb !== main && thing === null && !own;
  }
  if (mark.accession?.found === 'unknown') return true;
  if (own || pronoun || thing !== null || mark.accession !== null || mark.reference !== null) return false;
  // What is recorded is recorded of the first species.
  const species = mark.terms.flatMap((term) => (term.kind === 'species' ? [term.species] : []));
  if (species.length > 0) return first !== undefined && !species.includes(first);
  // "serine 73": a number that tells which.
  if (/^\d+$/u.test(text) && before?.thing != null && (next === undefined || is(next, 'grammar')))
    return true;
  // "exon 7": a number that counts nothing.
  const counts = next === undefined || next.thing !== null || is(next, 'counted') || is(before, 'grammar');
  if (!/\p{L}/u.test(text) && (counts || !/^\d+$/u.test(text))) return false;
  const isSubject = (one: Item): boolean => isParticipant(one) && one.mark.segment === mark.segment;
  return isParticipant(next) || body.slice(0, at).some(isSubject);
}

/** "which drugs block it": the kind of thing that is asked for narrows nothing. */
function isClassAsked(item: Item, body: readonly Item[], { kind }: Mood): boolean {
  return kind === 'open' && is(body[item.at - 1], 'question word') && namesKind(item);
}

/** "is X mentioned", or asked without a verb: "X, yes or no", "X?". */
function isRecording(verb: Verb | null, sign: Roles['sign'], body: readonly Item[], mood: Mood): boolean {
  if (sign !== null || (verb !== null && verb.use !== 'static' && verb.use !== 'unknown')) return false;
  const be = body.findIndex((item) => is(item, 'auxiliary be'));
  if (be >= 0 && body.slice(be).some((item) => is(item, 'recording'))) return true;
  if (verb !== null || (mood.to === mood.length && !mood.elliptic)) return false;
  return !body.some((item) => is(item, 'auxiliary') || (item.mark.kind === 'unknown' && item.thing === null));
}

/** What auxiliaries claim where no verb does: "is it a", "has it a", "is there a", "lacks a". */
function statedBy(body: readonly Item[]): string | null {
  if (body.some((item) => is(item, 'having'))) return 'have';
  return body.some((item) => is(item, 'being') || saysItIs(body, item)) ? 'be' : null;
}

/** "GENE expression", "expression of the GENE": the noun of a verb that says what of the gene is meant. */
function isAspect(body: readonly Item[], item: Item): boolean {
  if (item.verb === null || isVerbForm(item)) return false;
  const behind = body.slice(item.at + 1).find((one) => one.own || !is(one, 'determiner'));
  const of = is(behind, 'noun of') ? body.slice((behind?.at ?? 0) + 1) : [];
  return body[item.at - 1]?.own === true || of.find((one) => one.own || !is(one, 'determiner'))?.own === true;
}

/**
 * Reads one clause.
 * @param marks the marks of the clause, in order
 * @param asked whether a question mark ends it
 */
export function clauseOf(record: GeneRecord, marks: readonly Mark[], asked: boolean): Clause {
  const items = itemsOf(record, marks);
  const mood = moodOf(items, asked);
  return { items, mood, claim: claimOf(items, mood, record.species[0]?.id) };
}

/** Whether an item is a word that stands for something, and no thing that is known. */
function isNoun(item: Item | undefined): boolean {
  return item !== undefined && item.thing === null && !item.own && item.verb === null && !is(item, 'grammar');
}

function claimOf(items: readonly Item[], mood: Mood, first: Species | undefined): Claim {
  const body: Item[] = [];
  for (const item of items.slice(mood.from, mood.to))
    body.push(mood.from === 0 ? item : moved(item, body.length));
  const lists = listsIn(body);
  const perturbed = perturbedIn(items);
  // What takes the gene away denies nothing besides.
  const denied = denials(body, mood).filter(
    (item) => perturbed === null || !(is(item, 'taking') || is(item, 'taking behind')),
  );
  const roles = told(items, body, mood);
  const { verb, sign, direction, named, objects, where, means, asked } = roles;
  const { fewest, most } = rangeOf(body);
  const isoforms: string[] = [];
  const unexplained: string[] = [];
  const aspects: string[] = [];
  let same = lists.has('same');
  let anti = false;
  let universal = false;
  let called = false;
  let foremost = false;
  for (const item of body) {
    const { text, mark, at } = item;
    const next = body[at + 1];
    if (mark.name?.kind === 'isoform') isoforms.push(mark.name.id ?? mark.name.name);
    if (isUnexplained(item, body, verb, first) && !isClassAsked(item, body, mood)) unexplained.push(text);
    if (item.verb !== null && isAspect(body, item)) aspects.push(item.verb.family);
    same ||= mark.before.includes('=');
    called ||=
      /^an?$/u.test(body[at - 1]?.text ?? '') &&
      item.thing !== null &&
      (isNoun(next) || !lists.has('existing'));
    foremost ||= is(item, 'main') && next?.text !== 'negative';
    anti ||= text === 'anti' && next?.mark.before === '-';
    universal ||= is(item, 'all') && text !== 'any' && !(text === 'all' && at === 0) && next !== undefined;
  }
  return {
    verb,
    sign,
    direction,
    named,
    objects,
    where,
    means,
    asked,
    family: verb?.family ?? (sign === null ? statedBy(body) : 'let'),
    isoforms,
    negated: denied.length % 2 === 1,
    perturbed,
    only: onlyOf(body),
    universal,
    foremost,
    counts: fewest === null && most === null ? countsOf(body) : [],
    fewest,
    most,
    many: lists.has('more than one') || (fewest ?? 0) > 1,
    hedged: lists.has('hedge'),
    proven: lists.has('proof'),
    sameness: lists.has('different') ? 'different' : same ? 'same' : null,
    another: lists.has('other'),
    anti,
    unexplained,
    recorded: isRecording(verb, sign, body, mood),
    called,
    besides: besidesOf(body, verb, denied, items.slice(0, mood.from)),
    aspects,
    either: lists.has('or') && body.some(({ text }) => text === 'either'),
  };
}
