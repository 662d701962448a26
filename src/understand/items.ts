import type { Entity, GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { indexOf } from '../search/record-index.js';
import { listsOf, type Verb } from './grammar.js';

/** Something that a claim can be about: an entity of a record, or a thing that the record does not have (`entities` empty). */
export interface Thing {
  readonly entities: readonly string[];
  /** the vocabulary's names of it */
  readonly names: readonly string[];
  readonly kinds: readonly Entity['kind'][];
  readonly text: string;
  /** a cell, a tissue: it says where something is so */
  readonly isPlace: boolean;
  /** how much of the entities' names its words are */
  readonly part: Mark['part'];
}

/** One word or phrase of a clause and the part it plays. */
export interface Item {
  readonly at: number;
  readonly text: string;
  /** the lists of the grammar in which its text stands */
  readonly lists: ReadonlySet<string>;
  /** the key of its words as a verb */
  readonly key: string;
  /** the number that it is, or null */
  readonly number: number | null;
  /** whether it speaks of mutations, of whatever kind */
  readonly mutation: boolean;
  readonly mark: Mark;
  readonly own: boolean;
  readonly pronoun: boolean;
  readonly thing: Thing | null;
  readonly verb: Verb | null;
}

/** An item whose part is still being told. */
export type Draft = { -readonly [K in keyof Item]: Item[K] };

const PLACES: ReadonlySet<string> = new Set<Entity['kind']>(['cell', 'tissue']);

/** A thing of some kinds; without entities it is none of the record's. */
export function thingOf(
  text: string,
  kinds: readonly Entity['kind'][],
  entities: readonly string[] = [],
  names: readonly string[] = [],
  part: Thing['part'] = null,
): Thing {
  return { entities, names, kinds, text, isPlace: kinds.every((kind) => PLACES.has(kind)), part };
}

/** Whether there is such an item and its word stands in a list of the grammar. */
export function is(item: Item | undefined, list: string): boolean {
  return item?.lists.has(list) === true;
}

/** The lists of the grammar in which words of some items stand. */
export function listsIn(items: readonly Item[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { lists } of items) for (const list of lists) all.add(list);
  return all;
}

/** An item at another place of a list, or that points to nothing. Written out: a copy by spreading would have another shape for V8. */
export function moved(item: Item, at: number, pronoun = item.pronoun): Item {
  const { text, lists, key, number, mutation, mark, own, thing, verb } = item;
  return { at, text, lists, key, number, mutation, mark, own, pronoun, thing, verb };
}

export function isCell(item: Item | undefined): boolean {
  return item?.thing?.isPlace === true;
}

/** Whether an item can act or be acted upon. */
export function isParticipant(item: Item | undefined): boolean {
  return item !== undefined && (item.own || item.pronoun || item.thing !== null);
}

export function isParticiple(text: string): boolean {
  const word = text.replace(/^(?:up|down) /u, '').split(' ')[0] ?? '';
  return /(?:[^e]ed|en|driven|made|held|bound|cut|put|found|shut)$/u.test(word);
}

/** Whether a word names who does something: "inhibitor", "agonists". */
export function isAgentNoun(text: string): boolean {
  return /(?:[oe]r|ist)s?$/u.test(text);
}

/** Whether an item is a word for a kind of things: "tissue", "drugs". */
export function namesKind({ lists }: Item): boolean {
  return [...lists].some((list) => list.startsWith('kind '));
}

/** Whether a mark names a species. */
export function isSpecies({ terms }: Mark): boolean {
  return terms.some(({ kind }) => kind === 'species');
}

/** "is X an inhibitor", "is X a GENE blocker": a thing is said to be what does it. */
export function isSaidToDo(items: readonly Item[], { at, text }: Item): boolean {
  const from = items[at - 1]?.own === true ? at - 1 : at;
  const before = items[from - 1];
  return (
    isAgentNoun(text) &&
    (before?.thing != null || /^an?$/u.test(before?.text ?? '')) &&
    items.slice(0, from).some((item) => is(item, 'auxiliary be')) &&
    items.slice(0, from).every(({ verb }) => verb === null) &&
    items.slice(0, from).some(({ thing }) => thing !== null)
  );
}

/** Words that are nouns whatever stands before them: only their verbs can stand where a verb stands. */
const NOUN = /(?:tion|sion|sis|ment|ance|ence|ing|ity|or|er|ism)s?$/u;

/** A verb by its form: not the noun of it. */
export function isVerbForm({ text, lists }: Item): boolean {
  return (
    !NOUN.test(text.replace(/ for$/u, '')) ||
    lists.has('verb form') ||
    listsOf(text.replace(/s$/u, '')).has('verb form')
  );
}

/** A mark that stays whole: a name, a thing, a database; any other is read word by word. */
export function isWhole({ kind, entities, reference, terms }: Mark): boolean {
  return (
    kind === 'own' ||
    kind === 'other' ||
    kind === 'accession' ||
    entities.length > 0 ||
    (reference !== null && reference.by !== 'title') ||
    terms.some((term) => term.kind === 'thing' || term.kind === 'database' || term.kind === 'species')
  );
}

/** A participle that denies its verb. */
export const UNDONE = /^un\p{L}{3,}ed$/u;

/** Whether an item is a verb that its own form denies: "unaffected". */
export function isUndone({ text, verb }: Item): boolean {
  return verb !== null && UNDONE.test(text);
}

/** The kind of an entity of a record. */
export function kindOf(record: GeneRecord, id: string): Entity['kind'] {
  return indexOf(record).entities.get(id)?.kind ?? 'process';
}

/** "inactivating mutations", "inactivating GENE mutations": a word that tells what kind of mutations they are. */
export function tellsMutation(items: readonly Item[], { at, own }: Item): boolean {
  return !own && items[items[at + 1]?.own === true ? at + 2 : at + 1]?.mutation === true;
}

/** A noun of a verb; "is X inducing Y" has none. */
export function isNominal(items: readonly Item[], item: Item): boolean {
  if (item.verb === null || isVerbForm(item)) return false;
  return !(item.text.endsWith('ing') && items.slice(0, item.at).some((one) => is(one, 'auxiliary be')));
}

/** "X is a target of Y", "a Y substrate": the noun for what a deed is done to. */
export function isActedUpon(items: readonly Item[], main: Item): boolean {
  const be = items.slice(0, main.at).some((item) => is(item, 'auxiliary be'));
  return is(main, 'acted upon') && (be || is(items[main.at + 1], 'noun of')) && !isParticiple(main.text);
}
