import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { isActor } from './causes.js';
import { type Clause, clauseOf } from './claim.js';
import { itemsOf } from './itemise.js';
import { type Item, is, isParticipant, isVerbForm } from './items.js';
import type { Kinds } from './kinds.js';

/** How the sentence of a record is read: what it says of the gene, one clause for each of its predicates. */

/** Whether an item is a verb in its place behind a subject: "binds", "bound", of several subjects "bind". */
function standsAsVerb({ verb, text }: Item, plural: boolean): boolean {
  return verb !== null && (plural || /(?:[^s]s|ed)$/u.test(text));
}

/** A finite verb behind "and" or a comma, or behind the "that" of what the gene is: it goes on about the subject of the sentence. */
function goesOn(items: readonly Item[], item: Item, first: Item): boolean {
  const { at, mark } = item;
  if (at <= first.at || !isVerbForm(item)) return false;
  if (!standsAsVerb(item, first.verb !== null && !standsAsVerb(first, false))) return false;
  const before = items.slice(Math.max(0, at - 2), at).findLast((one) => !is(one, 'plain'));
  if (is(items[at + 1], 'agent') || is(before, 'auxiliary')) return false;
  const relative = first.text === 'is' && before?.text === 'that';
  return relative || is(before, 'and') || mark.before.includes(',');
}

/**
 * The clauses of a sentence of a record: "GENE binds X, inhibits Y and keeps it in Z" has three.
 * @param own entities that the gene is said to be ("the A-type lamins"): where one is the subject, the gene is meant; and its parts
 */
export function clausesOf(
  record: GeneRecord,
  sentence: readonly Mark[],
  own: Pick<Kinds, 'entities' | 'parts'>,
): readonly [Clause, ...Clause[]] {
  const marks = withSubject(record, sentence, own);
  const whole = clauseOf(record, marks, false);
  const { items } = whole;
  const subject = items.findIndex(isActor);
  const first = items.find(
    (item) => item.at > subject && (is(item, 'auxiliary') || (item.verb !== null && isVerbForm(item))),
  );
  if (subject < 0 || first === undefined) return [whole];
  const starts = items.filter((item) => goesOn(items, item, first));
  if (starts.length === 0) return [whole];
  const opening = items.slice(0, first.at).map(({ mark }) => mark);
  const clauseFrom = (from: number, to: number): Clause => {
    const own = items.slice(from, to).map(({ mark }) => mark);
    return clauseOf(record, [...new Set([...(from === 0 ? [] : opening), ...own])], false);
  };
  const [next = 0] = starts.map(({ at }) => at);
  return [
    clauseFrom(0, next),
    ...starts.map(({ at }, n) => clauseFrom(at, starts[n + 1]?.at ?? items.length)),
  ];
}

/** Where the gene is not named, "the enzyme" at the start of a sentence is the gene, and so are what the record says that it is and its parts. */
function withSubject(
  record: GeneRecord,
  marks: readonly Mark[],
  own: Pick<Kinds, 'entities' | 'parts'>,
): readonly Mark[] {
  if (marks.some(({ kind }) => kind === 'own')) return marks;
  const items = itemsOf(record, marks);
  const isOf = (ids: ReadonlySet<string>, item: Item | undefined): boolean =>
    item?.thing?.entities.some((id) => ids.has(id)) === true;
  const subject = items.find(isActor);
  const the =
    items[0]?.text === 'the' && subject?.at === 1 && subject.thing?.kinds.includes('class') === true;
  const isKind = isOf(own.entities, subject) || (the && !isParticipant(items[2]));
  const isPlaced = subject !== undefined && is(items[subject.at - 1], 'place word');
  const meant = isKind && !isPlaced ? subject : items.find((item) => isOf(own.parts, item));
  if (meant?.thing == null) return marks;
  const named: Mark = { ...meant.mark, kind: 'own', entities: [], terms: [], reference: null };
  return marks.map((mark) => (mark === meant.mark ? named : mark));
}
