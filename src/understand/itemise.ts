import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { spokenNumber } from '../search/names.js';
import { indexOf } from '../search/record-index.js';
import { beginsVerb, isIn, listsOf, unknownVerb, type Verb, verbKey, verbOfKey } from './grammar.js';
import {
  type Draft,
  type Item,
  is,
  isParticipant,
  isParticiple,
  isVerbForm,
  isWhole,
  kindOf,
  namesKind,
  type Thing,
  tellsMutation,
  thingOf,
  UNDONE,
} from './items.js';
import { kindsOf } from './kinds.js';

/** The items of a clause: its words, verbs of several words put together, and the part that each plays. */

const LETTERS = /[^\p{L}\p{N}>≥&]+/u;

interface Word {
  readonly text: string;
  readonly key: string;
  readonly mark: Mark;
}

function wordsOf(marks: readonly Mark[]): readonly Word[] {
  const words: Word[] = [];
  for (const mark of marks) {
    const texts = mark.length === 1 || isWhole(mark) ? [mark.text] : mark.text.split(LETTERS);
    for (const text of texts) if (text !== '') words.push({ text, key: verbKey(text), mark });
  }
  return words;
}

const MOST_VERB_WORDS = 3;

/** The verb of one word; of "unaffected" that of "affected", where it does not stand before what it describes. */
function verbOfWord({ text, key }: Word, next: Word | undefined): Verb | null {
  if (listsOf(text).has('no verb')) return null;
  const known = verbOfKey(key);
  if (known !== null || !UNDONE.test(text) || (next !== undefined && isWhole(next.mark))) return known;
  return verbOfKey(verbKey(text.slice(2)));
}

/** The words of one item. */
interface Run extends Word {
  readonly length: number;
  readonly verb: Verb | null;
}

/** Verbs of several words ("leads to", "switch on") become one item; those of one word keep their own. */
function runAt(words: readonly Word[], at: number, first: Word): Run {
  const { mark } = first;
  let { text, key } = first;
  let run: Run = { text, key, mark, length: 1, verb: verbOfWord(first, words[at + 1]) };
  for (let length = 2; length <= MOST_VERB_WORDS && beginsVerb(key); length += 1) {
    const word = words[at + length - 1];
    if (word?.mark.segment !== mark.segment) break;
    text += ` ${word.text}`;
    key += ` ${word.key}`;
    const verb = verbOfKey(key);
    if (verb !== null) run = { text, key, mark, length, verb };
  }
  return run;
}

/** What nobody knows and is written like a symbol is taken for the name of something. */
const SYMBOL = /^[A-Z][A-Z0-9-]+$/u;

function thingIn(record: GeneRecord, { kind, entities, terms, raw, part }: Mark, text: string): Thing | null {
  const things = terms.flatMap((term) => (term.kind === 'thing' ? [term] : []));
  const names = things.map(({ thing }) => thing);
  if (entities.length > 0)
    return thingOf(text, [...new Set(entities.map((id) => kindOf(record, id)))], entities, names, part);
  if (kind === 'other' || (kind === 'unknown' && SYMBOL.test(raw))) return thingOf(text, ['gene']);
  if (things.length === 0) return null;
  return thingOf(text, [...new Set(things.map(({ group }) => group))], [], names);
}

/** Whether some claim of the record is about a thing: only then can a verb's word be one ("expression", "activation"). */
function isObject(record: GeneRecord, { entities }: Thing): boolean {
  return record.statements.some(({ claim }) => entities.some((id) => claim?.objects.includes(id) === true));
}

function itemOf(record: GeneRecord, at: number, { text, key, mark, verb }: Run): Draft {
  const lists = listsOf(text);
  const own = mark.kind === 'own';
  const found = own ? null : thingIn(record, mark, text);
  const thing = found !== null && verb !== null && !isObject(record, found) ? null : found;
  const pronoun = thing === null && lists.has('pronoun');
  const number = lists.has('one') ? 1 : numberIn(text, mark);
  const isVariant = (word: string): boolean => isIn('kind variant', word);
  const mutation = lists.has('kind variant') || (text.includes(' ') && text.split(' ').some(isVariant));
  return { at, text, lists, key, number, mutation, mark, own, pronoun, thing, verb };
}

function numberIn(text: string, { kind }: Mark): number | null {
  if (text.length > 2 || !/^\d+$/.test(text)) return spokenNumber(text);
  return kind === 'accession' ? null : Number(text);
}

/** "switch it off", "turn X on": a verb whose particle stands behind its object. */
function splitVerbs(items: readonly Draft[]): void {
  for (const particle of items) {
    if (!particle.lists.has('particle')) continue;
    for (const item of items.slice(Math.max(0, particle.at - 4), Math.max(0, particle.at - 1))) {
      if (item.own || item.thing !== null) continue;
      const verb = verbOfKey(`${item.key} ${particle.key}`);
      if (
        verb === null ||
        items.slice(item.at + 2, particle.at).some((one) => one.verb !== null || one.text === '')
      )
        continue;
      item.verb = verb;
      particle.verb = null;
      particle.text = '';
      particle.lists = listsOf('');
    }
  }
}

/** The verb of a process that is named by it ("osteoclasts differentiate"): there is more of the process. */
const HAPPENS: Verb = { family: 'raise', sign: 1, use: 'transitive' };

/**
 * Parts of one entity that stand apart ("activates osteoclasts", "differentiation of osteoclasts") become that entity; so does
 * the second of two that share a part ("osteoclast differentiation and activation").
 */
function compose(record: GeneRecord, items: readonly Draft[]): void {
  const { composed, pieces } = indexOf(record);
  const shares = ({ thing }: Item, parts: readonly string[]): boolean =>
    thing?.entities.some((id) => composed.get(id)?.some((part) => parts.includes(part))) === true;
  const keys = new Map<string, Draft>();
  for (const item of items)
    if (pieces.has(item.key) && !item.own && !keys.has(item.key)) keys.set(item.key, item);
  if (keys.size === 0) return;
  for (const [id, parts] of composed) {
    const apart = parts.flatMap((part) => keys.get(part) ?? []);
    const [first] = apart;
    if (first === undefined) continue;
    const around = [
      items.slice(Math.max(0, first.at - 2), first.at),
      items.slice(first.at + 1, first.at + 2),
    ];
    const beside = [items.slice(0, first.at), items.slice(first.at + 1)];
    const joins =
      apart.length === 1 &&
      around.some(
        (some, n) =>
          some.some((item) => is(item, 'linking')) && beside[n]?.some((item) => shares(item, parts)) === true,
      );
    if (!joins && (apart.length < parts.length || apart.every(({ thing }) => thing === null))) continue;
    const noun = joins ? first : apart.findLast((item) => !isVerbForm(item));
    const head = noun ?? apart.find(({ thing }) => thing !== null);
    const thing = thingOf(parts.join(' '), [kindOf(record, id)], [id]);
    for (const item of apart) {
      item.verb = item === head ? null : (item.verb ?? (item.thing === null ? HAPPENS : null));
      item.thing = item === head ? thing : null;
    }
  }
}

function stands(item: Item, list: string): boolean {
  return item.lists.has(list) || item.text.endsWith('ly');
}

/** Where the verb of a subject can stand: behind what belongs to it ("IL-2 protein") and small words. */
function verbPlace(items: readonly Item[], { at: from, mark, own }: Item): number {
  let at = from + 1;
  const belongs = (item: Item | undefined): boolean =>
    item !== undefined &&
    item.mark.segment === mark.segment &&
    (item.pronoun || (own && is(item, 'taking behind') && item.verb === null));
  while (belongs(items[at])) at += 1;
  for (let item = items[at]; item !== undefined; item = items[at]) {
    const noun = /^(?:an?|the)$/u.test(item.text);
    if (noun || item.verb !== null || is(item, 'place word') || !stands(item, 'before verb')) break;
    at += 1;
  }
  return at;
}

/** Mutations are the gene's where no gene is named; they and the words that tell their kind do nothing. */
function placeMutations(items: readonly Draft[]): void {
  if (!items.some(({ mutation }) => mutation)) return;
  const named = items.some(({ own, thing }) => own || thing?.kinds.includes('gene') === true);
  for (const item of items) {
    const tells = tellsMutation(items, item);
    if (item.mutation || tells) item.verb = null;
    if (tells && item.thing?.part != null) item.thing = null;
    if (!item.mutation) continue;
    if (named && !items.slice(Math.max(0, item.at - 1), item.at + 4).some(({ own }) => own)) continue;
    item.pronoun = !named;
    item.thing = null;
  }
}

/** "the channel", where the gene is one and is not named otherwise: the gene. */
function placeKinds(record: GeneRecord, items: readonly Draft[]): void {
  const { nouns } = kindsOf(record);
  for (const item of items) {
    if (!is(items[item.at - 1], 'pointing') || !nouns.has(item.text) || isParticipant(items[item.at + 1]))
      continue;
    item.pronoun = true;
    item.thing = null;
    item.verb = null;
  }
}

/** What can stand in the verb's place: a word of no other part, or a thing in the form of a verb ("phosphorylates"). */
function canBeVerb(item: Item): boolean {
  const { pronoun, verb, thing, text, mark } = item;
  if (
    pronoun ||
    verb !== null ||
    item.lists.has('never verb') ||
    item.lists.has('quantity') ||
    /^(?:an?|the)$/u.test(text) ||
    item.lists.has('pronoun') ||
    SYMBOL.test(mark.raw)
  )
    return false;
  return (
    /^\p{L}{3,}$/u.test(text) &&
    !/(?:ory|ical|ous|[ai]ble)$/u.test(text) &&
    isVerbForm(item) &&
    (thing === null || !thing.kinds.every((kind) => kind === 'gene' || kind === 'cell'))
  );
}

/**
 * Verbs that the vocabulary does not know are told by where they stand: behind "does it", behind the subject and before an
 * object, or as a participle before "by".
 */
function placeUnknownVerbs(items: readonly Draft[]): void {
  const asked = items.findIndex((item) => item.lists.has('support'));
  for (const subject of items) {
    if (subject.at <= asked || !isParticipant(subject)) continue;
    const at = verbPlace(items, subject);
    const item = items[at];
    if (item === undefined || item.mark.segment !== subject.mark.segment || !canBeVerb(item)) continue;
    const inverted = asked >= 0 && subject.at - asked <= 3;
    const behind = items.slice(at + 1).find((one) => !stands(one, 'between'));
    const speaks = inverted
      ? /[^s]$|ss$/u.test(item.text)
      : /(?:[^s]s|ed)$/u.test(item.text) && isParticipant(behind);
    if (speaks) item.verb = unknownVerb(item.text);
  }
  for (const item of items)
    if (is(items[item.at + 1], 'agent') && isParticiple(item.text) && canBeVerb(item))
      item.verb = unknownVerb(item.text);
}

/**
 * The items of a clause.
 * @param marks the marks of the clause, in order
 */
export function itemsOf(record: GeneRecord, marks: readonly Mark[]): readonly Item[] {
  const words = wordsOf(marks);
  const items: Draft[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at];
    if (first === undefined) break;
    const run = runAt(words, at, first);
    items.push(itemOf(record, items.length, run));
    at += run.length;
  }
  if (!items.some(({ own }) => own)) placeKinds(record, items);
  // "IL-32 itself", "the IL32 gene": what repeats the gene's name is no other participant.
  for (const item of items) if (items[item.at - 1]?.own === true) item.pronoun = false;
  // "breast tissue": what kind of thing the one before it is.
  for (const item of items)
    if (item.thing?.entities.length === 0 && (items[item.at - 1]?.thing?.entities.length ?? 0) > 0)
      if (namesKind(item)) item.thing = null;
  // "is touch impaired": behind "is" a thing in the form of a verb is that thing.
  for (const item of items)
    if (item.thing !== null && is(items[item.at - 1], 'auxiliary be') && !/(?:ed|en|ing)$/u.test(item.text))
      item.verb = null;
  splitVerbs(items);
  placeMutations(items);
  compose(record, items);
  placeUnknownVerbs(items);
  return items;
}
