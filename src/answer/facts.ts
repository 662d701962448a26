import { relationEntry } from '../record/relations.js';
import type { Entity, GeneRecord, Statement } from '../record/schema.js';
import { readText } from '../search/reading.js';
import { root } from '../search/stem.js';
import type { Claim, Clause } from '../understand/claim.js';
import { type Sign, unknownVerb, verbOf } from '../understand/grammar.js';
import { type Item, is, kindOf, type Thing } from '../understand/items.js';
import { kindsOf } from '../understand/kinds.js';
import { clausesOf } from '../understand/sentence.js';

/** Families whose members tell how much there is of something: any of them can be held against any other by its sign. */
export const EFFECTS: ReadonlySet<string> = new Set([
  'raise',
  'lower',
  'prevent',
  'support',
  'regulate',
  'let',
  'rise',
  'fall',
  'attract',
]);
/** Families whose members tell how long something lasts. */
const LASTING: ReadonlySet<string> = new Set(['stabilize', 'destabilize', 'degrade']);

/** Families whose members tell how easily something reacts. */
const REACTING: ReadonlySet<string> = new Set(['sensitize', 'desensitize']);

/** Whether two families tell of one quantity, so that their signs can be held against each other. */
export function areComparable(one: string, other: string): boolean {
  return [EFFECTS, LASTING, REACTING].some((families) => families.has(one) && families.has(other));
}

/** What a relation or a sentence tells. */
interface Deed {
  /** the family of verbs, `be`, `have`, ... */
  readonly family: string;
  readonly sign: Sign;
  /** `out`: the gene acts; `in`: it is acted upon; `static`: it is or has */
  readonly direction: 'out' | 'in' | 'static';
}

/** One way in which a statement can be held against a claim. */
export interface Sense extends Deed {
  /** what it is said of: a sentence may do one thing with one object and another with the next */
  readonly objects: ReadonlySet<string>;
}

/** A number that a sentence states, or that it is more than one. */
interface Amount {
  readonly count: number | null;
  readonly many: boolean;
}

/** A statement of a record in the form in which claims are held against it; made once for each record. */
export interface Fact {
  readonly statement: Statement;
  /** by its recorded relation, and by the verb of its own sentence where that says more */
  readonly senses: readonly Sense[];
  readonly objects: ReadonlySet<string>;
  /** the kinds of its objects, each by its id */
  readonly kinds: ReadonlyMap<string, Entity['kind']>;
  readonly where: ReadonlySet<string>;
  /** an entity or an isoform that the fact is about; null for the gene */
  readonly subject: string | null;
  /** isoforms that its sentence names */
  readonly isoforms: readonly string[];
  /** families of what its sentence says of the gene: "the DNA binding of GENE" */
  readonly aspects: readonly string[];
  /** the roots of the words of its sentence */
  readonly words: ReadonlySet<string>;
  /** those that are no part of the name of a recorded thing */
  readonly loose: ReadonlySet<string>;
  /** the fact is about loss or gain */
  readonly perturbed: Claim['perturbed'];
  readonly holds: boolean;
  /** how many its sentence states of each object, by its id */
  readonly amounts: ReadonlyMap<string, Amount>;
  readonly hedged: boolean;
  /** classes that lean ("pro-X", "anti-X"): the root of X and which way */
  readonly leanings: readonly { readonly root: string; readonly sign: Sign }[];
}

const SIGNS: Readonly<Record<'+' | '-' | '0', Sign>> = { '+': 1, '-': -1, '0': 0 };

/** What a relation of the table tells: its own verb, and which way it goes. What needs is acted upon. */
function recordedDeed(relation: string): Deed {
  const { words, sign, direction } = relationEntry(relation);
  const known = words.flatMap((form) => verbOf(form) ?? verbOf(form.split(' ')[0] ?? '') ?? []);
  const { family } = known[0] ?? unknownVerb(relation);
  const out = (direction === 'out') !== (family === 'need');
  return { family, sign: SIGNS[sign], direction: direction === 'none' ? 'static' : out ? 'out' : 'in' };
}

const made = new WeakMap<GeneRecord, readonly Fact[]>();

/** The facts of a record about function, in its order. */
export function factsOf(record: GeneRecord): readonly Fact[] {
  const known = made.get(record);
  if (known !== undefined) return known;
  const making = makeFacts(record);
  while (making.next().done !== true);
  return made.get(record) ?? [];
}

/** Makes the facts of a record where nobody has yet, one a step: each is a sentence read. */
export function* makeFacts(record: GeneRecord): Generator<void, void> {
  if (made.has(record)) return;
  const facts: Fact[] = [];
  for (const statement of record.statements) yield void facts.push(factOf(record, statement));
  made.set(record, facts);
}

function factOf(record: GeneRecord, statement: Statement): Fact {
  const { marks, tokens } = readText(record, statement.text);
  const { claim: recorded } = statement;
  const clauses = clausesOf(record, marks, FIXED.has(recorded?.relation ?? '') ? NONE : kindsOf(record));
  const claims = clauses.map(({ claim }) => claim);
  const deed = recorded === undefined ? null : recordedDeed(recorded.relation);
  const ids = (things: Claim['objects']): string[] => things.flatMap(({ entities }) => entities);
  const objects = new Set(recorded?.objects);
  const denied = deniedBeside(statement, clauses);
  const stated = new Set(recorded?.objects.filter((id) => !denied.has(id)));
  const senses: Sense[] = [];
  for (const { claim, items } of clauses) {
    const said = saidBy(claim, deed);
    const loose = recorded === undefined || recorded.relation === 'has';
    const things = claim.objects.filter((thing) => loose || !isBeside(items, thing));
    const spoken =
      said === null || recorded?.subject !== undefined ? [] : ids(things).filter((id) => !denied.has(id));
    const mine = claims.length > 1 && spoken.length > 0 ? new Set(spoken) : new Set([...stated, ...spoken]);
    for (const id of spoken) objects.add(id);
    const apart = deed !== null && said !== null && !isAlike(deed, said);
    for (const one of deedsOf(deed, said)) {
      const all = one !== deed ? mine : apart || claims.length > 1 ? stated : mine;
      // "works as a channel without X": it is only what is a class.
      const isSaidToBe = one.family === 'be' && one !== deed;
      const about = isSaidToBe ? new Set([...all].filter((id) => kindOf(record, id) === 'class')) : all;
      if (!senses.some((each) => isTheSame(each, one, about))) senses.push({ ...one, objects: about });
    }
  }
  return {
    statement,
    senses,
    objects,
    kinds: new Map([...objects].map((id) => [id, kindOf(record, id)])),
    where: new Set([...(recorded?.where ?? []), ...claims.flatMap((claim) => ids(claim.where))]),
    subject: recorded?.subject ?? null,
    aspects: claims.flatMap(({ aspects }) => aspects),
    isoforms: claims.flatMap(({ isoforms }) => isoforms),
    words: new Set(tokens.list.map(({ text }) => root(text))),
    loose: new Set(
      marks.flatMap(({ entities, text }) => (entities.length > 0 ? [] : text.split(' ').map(root))),
    ),
    perturbed: recorded?.perturbed ?? (isOfItself(statement, deed, claims) ? null : perturbedIn(claims)),
    holds:
      statement.polarity === 'positive' && (recorded !== undefined || !claims.some(({ negated }) => negated)),
    amounts: stated.size > 1 ? amountsIn(clauses) : amountsOf(claims, objects),
    hedged: claims.some(({ hedged }) => hedged) || statement.certainty === 'putative',
    leanings: (recorded?.objects ?? []).flatMap((id) => leaningOf(record, id)),
  };
}

/** What the sentence of a statement that holds denies besides: Y of "promotes X but does not make Y". */
function deniedBeside({ claim, polarity }: Statement, clauses: readonly Clause[]): ReadonlySet<string> {
  const items = clauses.flatMap((one) => one.items);
  const at = items.findIndex((item) => is(item, 'denying') || is(item, 'not'));
  const idsOf = (some: readonly Item[]): ReadonlySet<string> =>
    new Set(some.flatMap(({ thing }) => thing?.entities ?? []));
  const before = idsOf(items.slice(0, Math.max(0, at)));
  const holds = polarity === 'positive' && claim?.objects.some((id) => before.has(id)) === true;
  return new Set(holds ? [...idsOf(items.slice(at))].filter((id) => !before.has(id)) : []);
}

function perturbedIn(claims: readonly Claim[]): Claim['perturbed'] {
  return claims.find(({ perturbed }) => perturbed !== null)?.perturbed ?? null;
}

/** "Mice without GENE develop no X", recorded as "supports X": the sentence is about its loss, the relation about the gene itself. */
function isOfItself({ polarity }: Statement, deed: Deed | null, claims: readonly Claim[]): boolean {
  if (deed === null || deed.sign === 0 || deed.direction === 'static') return false;
  const [claim] = claims;
  const denied = claim?.negated === true && polarity === 'positive';
  return denied || (claim?.sign ?? 0) * deed.sign < 0;
}

/** Relations of what the gene is and contains: their objects are not the gene itself. */
const FIXED: ReadonlySet<string> = new Set(['is', 'contains']);
const NONE = { entities: new Set<string>(), parts: new Set<string>() };

/** The number in a sentence that speaks of one object. */
function amountsOf(claims: readonly Claim[], objects: ReadonlySet<string>): Fact['amounts'] {
  const count = claims.flatMap(({ counts }) => counts).find((one) => one > 1) ?? null;
  const many = count !== null || claims.some((claim) => claim.many);
  return new Map([...objects].map((id) => [id, { count, many }]));
}

/** The numbers in a sentence that speaks of several objects: each counts the next one behind it. */
function amountsIn(clauses: readonly Clause[]): Fact['amounts'] {
  const amounts = new Map<string, Amount>();
  for (const { items } of clauses)
    for (const item of items) {
      const { number } = item;
      const many = is(item, 'more than one') || (number ?? 0) > 1;
      const next = items.slice(item.at + 1, item.at + 5).find(({ thing }) => thing !== null);
      if (many) for (const id of next?.thing?.entities ?? []) amounts.set(id, { count: number, many });
    }
  return amounts;
}

/** "after X", "with X": a thing beside what the sentence says, not what its verb acts on. */
function isBeside(items: readonly Item[], thing: Thing): boolean {
  const at = items.findIndex((item) => item.thing === thing);
  return is(
    items.slice(0, at).findLast((item) => !is(item, 'determiner')),
    'cause behind',
  );
}

function isTheSame(known: Sense, { family, sign, direction }: Deed, objects: ReadonlySet<string>): boolean {
  return (
    known.family === family &&
    known.sign === sign &&
    known.direction === direction &&
    known.objects.size === objects.size &&
    [...objects].every((id) => known.objects.has(id))
  );
}

/** What the sentence itself says, where it names a verb and who acts. */
function saidBy(claim: Claim, recorded: Deed | null): Deed | null {
  const { family, verb, sign, direction, named } = claim;
  if (verb === null || family === null) return null;
  if (sign === null || verb.use === 'static') return { family, sign: 1, direction: 'static' };
  if (direction === 'between' || !named) return null;
  const known = recorded === null || recorded.direction === 'static' ? 'out' : recorded.direction;
  return { family, sign, direction: direction ?? known };
}

/** What something acts on may need it: then it is needed by that. */
const OPPOSITE = { in: 'out', out: 'in' } as const;

/**
 * The recorded relation is the surer; the sentence gives its sign where the relation has none, its own verb, and who acts where a relation
 * without a sign ("regulates") has them the other way round.
 */
function deedsOf(recorded: Deed | null, said: Deed | null): readonly Deed[] {
  if (recorded === null || said === null) return [recorded ?? said].flatMap((one) => one ?? []);
  if (recorded.direction === 'static') return [recorded, said];
  if (said.direction === 'static') return [recorded];
  const along = said.direction === recorded.direction;
  if (recorded.sign === 0) return said.sign === 0 && along ? [recorded, said] : [said];
  const same = along || said.sign === 0;
  return same && said.sign * recorded.sign >= 0
    ? [
        recorded,
        { ...said, direction: said.family === 'need' ? OPPOSITE[recorded.direction] : recorded.direction },
      ]
    : [recorded];
}

/** Whether two deeds can be of the same objects: they are one, or both tell how much there is. */
function isAlike(recorded: Deed, said: Deed): boolean {
  return recorded.family === said.family || areComparable(recorded.family, said.family);
}

function leaningOf(record: GeneRecord, id: string): Fact['leanings'] {
  const entity = record.entities.find((one) => one.id === id);
  const [, lean, what] = /^(pro|anti)-(\p{L}+)/u.exec(entity?.name ?? '') ?? [];
  return what === undefined ? [] : [{ root: root(what.toLowerCase()), sign: lean === 'pro' ? 1 : -1 }];
}
