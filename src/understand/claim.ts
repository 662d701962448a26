import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { denials, isLost } from './denials.js';
import { isGrammar, isIn } from './grammar.js';
import { type Item, isAuxiliary, isCell, isParticipant, itemsOf, type Thing } from './items.js';
import { countsOf, onlyOf, rangeOf } from './limits.js';
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
  /** "X rather than Y", "X but not Y": two claims in one */
  readonly contrasted: boolean;
}

/** A clause as read: its items, how it asks, and what it claims. */
export interface Clause {
  readonly items: readonly Item[];
  readonly mood: Mood;
  readonly claim: Claim;
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

/** "In HeLa cells, does it ...": the place that stands before what is asked. */
function withLeadingPlace(roles: Roles, lead: readonly Item[]): Roles {
  const at = lead.findIndex(({ text }) => /^(?:in|within|inside|on)$/u.test(text));
  const behind = at < 0 ? [] : lead.slice(at + 1);
  const cells = behind.flatMap((item) => (isCell(item) && item.thing !== null ? [item.thing] : []));
  const strange = behind.slice(0, 1).filter(isStrange);
  const unknown = strange.map(({ text }): Thing => ({ entities: [], names: [], kinds: ['cell'], text }));
  return { ...roles, where: [...roles.where, ...(cells.length > 0 ? cells : unknown)] };
}

/** "which cytokine raises it": the class of what acts is asked for, it is no object. */
function withoutAsked(roles: Roles, body: readonly Item[], { kind }: Mood): Roles {
  if (kind !== 'open' || roles.direction !== 'in') return roles;
  const asked = body.flatMap(({ thing }, at) =>
    thing?.kinds.includes('class') === true && isIn('question word', body[at - 1]?.text) ? [thing] : [],
  );
  return asked.length === 0
    ? roles
    : { ...roles, objects: roles.objects.filter((one) => !asked.includes(one)) };
}

function isStrange({ mark, own, pronoun, thing, verb, text }: Item): boolean {
  if (own || pronoun || thing !== null || verb !== null || isIn('plain', text) || isIn('quantity up', text))
    return false;
  return (
    mark.kind === 'unknown' || mark.kind === 'common' || mark.terms.some(({ kind }) => kind === 'beyond')
  );
}

/**
 * A word of the claim that nothing accounts for: no part of it, no word of grammar. Whatever it says, it may narrow what is claimed.
 * What stands before the claim ("my colleague says") and is no word of its first participant says nothing of it.
 */
function isUnexplained(item: Item, body: readonly Item[], roles: Roles): boolean {
  const { mark, text, verb, thing, own, pronoun } = item;
  const dosed = isIn('giving', body[item.at + 1]?.text);
  if (isIn('judging', text) || (dosed && (isIn('quantity up', text) || isIn('quantity down', text))))
    return true;
  if (isGrammar(text) || [...roles.objects, ...roles.where, ...roles.means].some((one) => one.text === text))
    return false;
  if (isStrange(item)) return true;
  if (verb !== null) return verb.use === 'unknown' && verb !== roles.verb && thing === null && !own;
  if (
    own ||
    pronoun ||
    thing !== null ||
    isSpecies(mark) ||
    mark.accession !== null ||
    mark.reference !== null
  )
    return false;
  const claimed =
    body.slice(0, item.at).some((one) => isParticipant(one) && one.mark.segment === mark.segment) ||
    isParticipant(body[item.at + 1]);
  return claimed && /\p{L}/u.test(text);
}

/** A species is told apart from others before a claim is held against anything. */
function isSpecies({ terms }: Mark): boolean {
  return terms.some(({ kind }) => kind === 'species');
}

function isRecording({ verb, objects }: Roles, body: readonly Item[], mood: Mood): boolean {
  if (objects.length === 0 || (verb !== null && verb.use !== 'static' && verb.use !== 'unknown'))
    return false;
  const told = body.some(
    ({ text }, at) =>
      isIn('recording', text) && body.slice(0, at).some((one) => isIn('auxiliary be', one.text)),
  );
  const strange = body.some(({ mark, thing }) => mark.kind === 'unknown' && thing === null);
  return (
    told ||
    ((mood.to < mood.length || mood.elliptic) &&
      verb === null &&
      !strange &&
      !body.some(({ text }) => isAuxiliary(text)))
  );
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

/** What stands before the claim in its own sentence. */
function leadOf(items: readonly Item[], { from }: Mood): readonly Item[] {
  const sentence = items[from]?.mark.sentence;
  return items.slice(0, from).filter(({ mark }) => mark.sentence === sentence);
}

/** "known for sure", "reported as proven": more than that it is recorded. */
function isSure(body: readonly Item[]): boolean {
  return body.some(
    ({ text }, at) => isIn('proof', text) || (text === 'sure' && body[at - 1]?.text === 'for'),
  );
}

function claimOf(items: readonly Item[], mood: Mood): Claim {
  const all = items.slice(mood.from, mood.to);
  const body = all.map((item, at) => ({ ...item, at }));
  const words = all.flatMap(({ text }) => (text.includes(' ') ? [text, ...text.split(' ')] : [text]));
  const has = (list: string): boolean => words.some((word) => isIn(list, word));
  const denied = denials(items, mood);
  const { fewest, most } = rangeOf(body);
  const perturbed = items.some((_, at) => isLost(items, at));
  const quantified = denied.filter(
    (item) => !(perturbed && (item.text === 'without' || isIn('lacking', item.text))),
  );
  const told = withoutAsked(rolesOf(body), body, mood);
  const roles =
    mood.kind === 'open'
      ? told
      : withLeadingPlace(withUnknownPlace(withUnknownObject(told, body), body), leadOf(items, mood));
  const recorded = isRecording(roles, body, mood);
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
    counts: fewest !== null || most !== null ? [] : countsOf(body),
    fewest,
    most,
    many: has('more than one') || (fewest ?? 0) > 1,
    hedged: has('hedge'),
    proven: !mood.framed && (recorded ? isSure(body) : has('proof')),
    sameness: has('different')
      ? 'different'
      : has('same') || body.some(({ mark }) => mark.before.includes('='))
        ? 'same'
        : null,
    another: has('other'),
    anti: body.some(
      ({ text }, at) => text === 'anti' && body[at + 1]?.mark.before === '-' && body[at + 1]?.thing !== null,
    ),
    unexplained: body.filter((item) => isUnexplained(item, body, roles)).map(({ text }) => text),
    recorded,
    contrasted:
      has('contrast') ||
      body.some(({ text }, at) => text === 'than' && isParticipant(body[at + 1])) ||
      body.some(
        ({ text }, at) => text === 'but' && body.slice(at + 1, at + 4).some((one) => isIn('not', one.text)),
      ),
  };
}
