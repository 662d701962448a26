import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { isIn, type Sign, type Verb } from './grammar.js';
import { type Item, isAuxiliary, isCell, isParticipant, itemsOf, type Thing } from './items.js';
import { type Mood, moodOf } from './mood.js';
import { type Roles, rolesOf } from './roles.js';

/** What a clause claims, or asks whether it is so. */
export interface Claim extends Roles {
  /** the family of what is claimed: the verb's, `be` or `have` where an auxiliary says it, null where nothing does */
  readonly family: string | null;
  /** ids of isoforms of the gene that are named as such, or their names where they have no id */
  readonly isoforms: readonly string[];
  readonly negated: boolean;
  /** the gene is taken away, blocked or overdone: nothing can be said by what it does itself */
  readonly perturbed: boolean;
  /** what "only" limits, or null */
  readonly only: 'object' | 'where' | 'cause' | null;
  /** all, every, always */
  readonly universal: boolean;
  /** the main, the most important */
  readonly foremost: boolean;
  readonly counts: readonly number[];
  /** "at least two", "more than one": the fewest that are claimed, or null */
  readonly fewest: number | null;
  /** several, at least two */
  readonly many: boolean;
  readonly hedged: boolean;
  readonly proven: boolean;
  /** "the same as", "different from" */
  readonly sameness: 'same' | 'different' | null;
  readonly another: boolean;
  /** "anti-" before a process */
  readonly anti: boolean;
  /** an unknown word before a thing makes it a narrower one ("a CC chemokine") */
  readonly qualified: boolean;
  /** asked is only whether it is recorded at all: "is X mentioned", "X, yes or no" */
  readonly recorded: boolean;
  /** "X rather than Y", "X but not Y": two claims in one */
  readonly contrasted: boolean;
}

/** A clause as read: its items, how it asks, and what it claims. */
export interface Clause {
  readonly items: readonly Item[];
  readonly mood: Mood;
  readonly claim: Claim;
}

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

function isLost(items: readonly Item[], at: number): boolean {
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
function denials(items: readonly Item[], mood: Mood): readonly Item[] {
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

/** "does it transport calcium": what a verb acts on may be a word that nobody knows. */
function withUnknownObject(roles: Roles, body: readonly Item[]): Roles {
  if (roles.objects.length > 0 || roles.verb === null) return roles;
  const from = body.findIndex((item) => item.verb === roles.verb);
  const object = body.slice(from + 1).find((item) => isStrange(item));
  if (object === undefined) return roles;
  const thing: Thing = { entities: [], names: [], kinds: ['process'], text: object.text };
  return { ...roles, objects: [thing], direction: roles.direction ?? 'out' };
}

/** "in elephants", "in psoriasis": a place that nobody knows, behind what is claimed. */
function withUnknownPlace(roles: Roles, body: readonly Item[]): Roles {
  const at = body.findIndex(
    ({ text }, n) => /^(?:in|within|inside)$/u.test(text) && body.slice(0, n).some(isParticipant),
  );
  const place = body.slice(at + 1, at + 3).find((item) => !isIn('plain', item.text));
  if (at < 0 || place === undefined || !isStrange(place) || roles.where.length > 0) return roles;
  const thing: Thing = { entities: [], names: [], kinds: ['cell'], text: place.text };
  return { ...roles, where: [...roles.where, thing] };
}

function isStrange({ mark, own, pronoun, thing, verb, text }: Item): boolean {
  if (own || pronoun || thing !== null || verb !== null || isIn('plain', text) || isIn('quantity up', text))
    return false;
  return (
    mark.kind === 'unknown' || mark.kind === 'common' || mark.terms.some(({ kind }) => kind === 'beyond')
  );
}

function isQualifier({ mark, own, thing, verb }: Item, next: Item | undefined): boolean {
  const kinds = next?.thing?.kinds ?? [];
  const noun = kinds.some((kind) => kind === 'class' || kind === 'motif' || kind === 'domain');
  return noun && mark.kind === 'unknown' && !own && thing === null && verb === null;
}

function isRecording({ verb, objects }: Roles, body: readonly Item[], mood: Mood): boolean {
  if (objects.length === 0 || (verb !== null && verb.use !== 'static' && verb.use !== 'unknown'))
    return false;
  const told = body.some(
    ({ text }, at) =>
      isIn('recording', text) && body.slice(0, at).some((one) => isIn('auxiliary be', one.text)),
  );
  return told || (mood.to < mood.length && verb === null && !body.some(({ text }) => isAuxiliary(text)));
}

/** What auxiliaries claim where no verb does: "is it a", "has it a", "is there a", "lacks a". */
function statedBy(body: readonly Item[]): string | null {
  const texts = body.map(({ text }) => text);
  if (
    texts.some((text) => isIn('lacking', text)) ||
    texts.includes('there') ||
    texts.includes('without') ||
    isIn('all', texts[0]) ||
    texts[0] === 'any'
  )
    return 'have';
  if (body.some(({ text }) => isIn('auxiliary have', text))) return 'have';
  if (body.some(({ text }) => isIn('auxiliary be', text) && text !== 'get' && text !== 'gets')) return 'be';
  return null;
}

function leadLength(items: readonly Item[]): number {
  const at = items.findIndex(isParticipant);
  return Math.max(0, at);
}

function onlyOf(items: readonly Item[]): Claim['only'] {
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

function countsOf(items: readonly Item[]): readonly number[] {
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

function fewestOf(items: readonly Item[]): number | null {
  for (const [at, item] of items.entries()) {
    const two = `${item.text} ${items[at + 1]?.text ?? ''}`;
    const number = items.slice(at + 1, at + 4).flatMap((one) => numberOf(one) ?? [])[0];
    if (number !== undefined && isIn('at least', two)) return isIn('strictly', two) ? number + 1 : number;
  }
  return null;
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
export function numberOf(item: Item): number | null {
  if (/^\d{1,2}$/u.test(item.text) && item.mark.kind !== 'accession') return Number(item.text);
  if (item.text === 'single') return 1;
  const spelt = NUMBERS.indexOf(item.text);
  return spelt >= 0 ? spelt : null;
}

/**
 * Reads one clause.
 * @param marks the marks of the clause, in order
 * @param asked whether a question mark ends it
 */
export function clauseOf(record: GeneRecord, marks: readonly Mark[], asked: boolean): Clause {
  const items = itemsOf(record, marks);
  const mood = moodOf(items, asked);
  return { items, mood, claim: claimOf(items, mood) };
}

function claimOf(items: readonly Item[], mood: Mood): Claim {
  const all = items.slice(mood.from, mood.to);
  const body = all.map((item, at) => ({ ...item, at }));
  const has = (list: string): boolean =>
    all.some(({ text }) => isIn(list, text) || text.split(' ').some((word) => isIn(list, word)));
  const denied = denials(items, mood);
  const fewest = fewestOf(body);
  const perturbed = items.some((_, at) => isLost(items, at));
  const quantified = denied.filter(
    (item) => !(perturbed && (item.text === 'without' || isIn('lacking', item.text))),
  );
  const told = rolesOf(body);
  const roles = mood.kind === 'open' ? told : withUnknownPlace(withUnknownObject(told, body), body);
  return {
    ...roles,
    family: roles.verb?.family ?? (roles.sign === null ? statedBy(body) : 'let'),
    isoforms: body.flatMap(({ mark }) =>
      mark.name?.kind === 'isoform' ? [mark.name.id ?? mark.name.name] : [],
    ),
    negated: quantified.length % 2 === 1,
    perturbed,
    only: onlyOf(body),
    universal: body.some(
      ({ text }, at) =>
        isIn('all', text) && text !== 'any' && !(text === 'all' && at === 0) && body[at + 1] !== undefined,
    ),
    foremost: has('main'),
    counts: fewest !== null ? [] : countsOf(body),
    fewest,
    many: has('more than one') || (fewest ?? 0) > 1,
    hedged: has('hedge'),
    proven: has('proof') && !mood.framed,
    sameness: has('different') ? 'different' : has('same') ? 'same' : null,
    another: has('other'),
    anti: body.some(
      ({ text }, at) => text === 'anti' && body[at + 1]?.mark.before === '-' && body[at + 1]?.thing !== null,
    ),
    qualified: body.some((item, at) => isQualifier(item, body[at + 1])),
    recorded: isRecording(roles, body, mood),
    contrasted:
      has('contrast') ||
      body.some(
        ({ text }, at) => text === 'but' && body.slice(at + 1, at + 4).some((one) => isIn('not', one.text)),
      ),
  };
}

export type { Roles, Sign, Thing, Verb };
