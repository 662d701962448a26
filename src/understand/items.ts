import type { Entity, GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { indexOf } from '../search/record-index.js';
import { root, stem } from '../search/stem.js';
import { isIn, unknownVerb, type Verb, verbOf } from './grammar.js';

/** Something that a claim can be about: an entity of a record, or a thing that the record does not have (`entities` empty). */
export interface Thing {
  readonly entities: readonly string[];
  /** the vocabulary's names of it */
  readonly names: readonly string[];
  readonly kinds: readonly Entity['kind'][];
  readonly text: string;
}

/** One word or phrase of a clause and the part it plays. */
export interface Item {
  readonly at: number;
  readonly text: string;
  readonly mark: Mark;
  readonly own: boolean;
  readonly pronoun: boolean;
  readonly thing: Thing | null;
  verb: Verb | null;
}

interface Draft {
  readonly text: string;
  readonly mark: Mark;
}

const LETTERS = /[^\p{L}\p{N}>≥&]+/u;

/** A phrase that stays whole: a name, a thing, a database; any other is read word by word. */
function isWhole(mark: Mark): boolean {
  return (
    mark.kind === 'own' ||
    mark.kind === 'other' ||
    mark.kind === 'accession' ||
    mark.entities.length > 0 ||
    (mark.reference !== null && mark.reference.by !== 'title') ||
    mark.terms.some(({ kind }) => kind === 'thing' || kind === 'database' || kind === 'species')
  );
}

function draftsOf(marks: readonly Mark[]): readonly Draft[] {
  return marks.flatMap((mark) => {
    if (isWhole(mark) || mark.length === 1) return [{ text: mark.text, mark }];
    const words = mark.text.split(LETTERS).filter((word) => word !== '');
    return words.map((text) => ({ text, mark }));
  });
}

const MOST_VERB_WORDS = 3;

/** Verbs of several words ("leads to", "switch on") become one item; those of one word keep their own. */
function verbRun(drafts: readonly Draft[], at: number): { length: number; verb: Verb } | null {
  let words: string[] = [];
  let found: { length: number; verb: Verb } | null = null;
  for (let length = 1; length <= MOST_VERB_WORDS; length += 1) {
    const draft = drafts[at + length - 1];
    if (draft === undefined || draft.mark.kind === 'own' || draft.mark.kind === 'accession') break;
    if (draft.mark.segment !== drafts[at]?.mark.segment) break;
    words = [...words, ...draft.text.split(' ')];
    const verb = verbOf(words);
    if (verb !== null) found = { length, verb };
  }
  return found;
}

function kindOf(record: GeneRecord, id: string): Entity['kind'] {
  return indexOf(record).entities.get(id)?.kind ?? 'process';
}

const once = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

function thingOf(record: GeneRecord, mark: Mark, text: string): Thing | null {
  if (isIn('not', text) || isIn('loss', text)) return null;
  const things = mark.terms.flatMap((term) => (term.kind === 'thing' ? [term] : []));
  const names = things.map(({ thing }) => thing);
  if (mark.entities.length > 0) {
    const kinds = once(mark.entities.map((id) => kindOf(record, id)));
    return { entities: mark.entities, names, kinds, text };
  }
  if (mark.kind === 'other' || (mark.kind === 'unknown' && SYMBOL.test(mark.raw)))
    return { entities: [], names: [], kinds: ['gene'], text };
  if (things.length === 0) return null;
  return { entities: [], names, kinds: once(things.map(({ group }) => group)), text };
}

/** What nobody knows and is written like a symbol is taken for the name of something. */
const SYMBOL = /^[A-Z][A-Z0-9-]+$/u;

/** Whether some claim of the record is about a thing: only then can a verb's word be one ("expression", "activation"). */
function isObject(record: GeneRecord, { entities }: Thing): boolean {
  return record.statements.some(({ claim }) => entities.some((id) => claim?.objects.includes(id) === true));
}

/** Words that are nouns whatever stands before them: only their verbs can stand where a verb stands. */
const NOUN = /(?:tion|sion|sis|ment|ance|ence|ing|ity|or|er|ism)s?$/u;

export function isParticiple(text: string): boolean {
  return /(?:[^e]ed|en|driven|made|held|bound|cut|put|found|shut)$/u.test(text.split(' ')[0] ?? '');
}

/** A verb by its form: not the noun of it. */
export function isVerbForm(text: string): boolean {
  return !NOUN.test(text) || isIn('verb form', text) || isIn('verb form', text.replace(/(?:s|d|ed)$/u, ''));
}

export function isCell(item: Item | undefined): boolean {
  const kinds = item?.thing?.kinds ?? [];
  return kinds.length > 0 && kinds.every((kind) => PLACES.has(kind));
}

/** Kinds of entities that say where something is so. */
const PLACES: ReadonlySet<string> = new Set(['cell', 'tissue', 'species', 'compartment']);

export function isAuxiliary(text: string | undefined): boolean {
  return (
    isIn('auxiliary be', text) ||
    isIn('auxiliary do', text) ||
    isIn('auxiliary modal', text) ||
    isIn('auxiliary have', text)
  );
}

/** Whether an item can act or be acted upon. */
export function isParticipant(item: Item | undefined): boolean {
  return item !== undefined && (item.own || item.pronoun || item.thing !== null);
}

/**
 * The items of a clause.
 * @param marks the marks of the clause, in order
 */
export function itemsOf(record: GeneRecord, marks: readonly Mark[]): readonly Item[] {
  const drafts = draftsOf(marks);
  const items: Item[] = [];
  for (let at = 0; at < drafts.length; ) {
    const draft = drafts[at];
    if (draft === undefined) break;
    const { mark } = draft;
    const run = verbRun(drafts, at);
    const whole = run !== null && run.length > 1;
    const text = whole
      ? drafts
          .slice(at, at + run.length)
          .map((one) => one.text)
          .join(' ')
      : draft.text;
    const own = mark.kind === 'own';
    const verb = own || isIn('not', text) ? null : (run?.verb ?? null);
    const found = own || whole ? null : thingOf(record, mark, text);
    const thing = found !== null && verb !== null && !isObject(record, found) ? null : found;
    items.push({
      at: items.length,
      text,
      mark,
      own,
      pronoun: !own && thing === null && isIn('pronoun', text),
      thing,
      verb,
    });
    at += whole ? run.length : 1;
  }
  compose(record, items);
  placeUnknownVerbs(items);
  return items;
}

/**
 * Parts of one entity that stand apart ("activates osteoclasts", "differentiation of osteoclasts") become that entity; so does
 * the second of two that share a part ("osteoclast differentiation and activation").
 */
function compose(record: GeneRecord, items: Item[]): void {
  const { composed } = indexOf(record);
  if (composed.size === 0) return;
  const roots = items.map((item) => (item.own || item.text.includes(' ') ? '' : root(item.text)));
  for (const [id, parts] of composed) {
    const at = parts.map((part) => roots.indexOf(part));
    const thing: Thing = { entities: [id], names: [], kinds: [kindOf(record, id)], text: parts.join(' ') };
    const apart =
      at.every((one) => one >= 0) && items.some((item, n) => at.includes(n) && item.thing !== null);
    if (apart) assign(items, at, thing);
    else joinPart(record, items, at, id, thing);
  }
}

/** The verb of a process that is named by it ("osteoclasts differentiate"): there is more of the process. */
const HAPPENS: Verb = { family: 'raise', sign: 1, use: 'transitive' };

function assign(items: Item[], at: readonly number[], thing: Thing): void {
  const noun = at.findLast((n) => items[n] !== undefined && !isVerbForm(items[n]?.text ?? ''));
  const head =
    noun ??
    at.find((n) => items[n]?.thing !== null && items[n]?.verb === null) ??
    at.find((n) => items[n]?.thing !== null);
  for (const n of at) {
    const item = items[n];
    if (item === undefined) continue;
    const happens = isVerbForm(item.text) && item.thing === null ? HAPPENS : null;
    items[n] = {
      ...item,
      thing: n === head ? thing : null,
      verb: n === head ? null : (item.verb ?? happens),
    };
  }
}

function joinPart(record: GeneRecord, items: Item[], at: readonly number[], id: string, thing: Thing): void {
  const { composed } = indexOf(record);
  const [part] = at.filter((n) => n >= 0);
  const item = items[part ?? -1];
  if (part === undefined || item === undefined || at.filter((n) => n >= 0).length > 1) return;
  const link = [items[part - 1], items[part - 2]].some(
    (one) => isIn('and', one?.text) || isIn('or', one?.text),
  );
  const shared = items
    .slice(0, part)
    .some(({ thing: other }) =>
      other?.entities.some(
        (one) => one !== id && composed.get(one)?.some((word) => composed.get(id)?.includes(word)),
      ),
    );
  if (link && shared) items[part] = { ...item, thing, verb: null };
}

function isPlain(item: Item): boolean {
  return (
    isIn('plain', item.text) ||
    isIn('not', item.text) ||
    isIn('quantity up', item.text) ||
    /ly$/u.test(item.text)
  );
}

/** The subject's end: a gene or a thing, and words that belong to it ("IL-2 protein"). */
function subjectEnd(items: readonly Item[], from: number): number {
  let at = from;
  while (items[at + 1]?.pronoun === true && items[at + 1]?.mark.segment === items[at]?.mark.segment) at += 1;
  return at;
}

function skipSmall(items: readonly Item[], from: number): number {
  let at = from;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined || item.verb !== null || isParticipant(item)) break;
    if (!isPlain(item) && !isAuxiliary(item.text) && !isIn('failing', item.text)) break;
    at += 1;
  }
  return at;
}

/** What can stand in the verb's place: a word of no other part, or a thing in the form of a verb ("phosphorylates"). */
function canBeVerb(item: Item | undefined): item is Item {
  if (item === undefined || item.own || item.pronoun || item.verb !== null) return false;
  if (isIn('failing', item.text) || isIn('lacking', item.text) || isIn('each number', item.text))
    return false;
  if (isAuxiliary(item.text) || isIn('question word', item.text) || isIn('place word', item.text))
    return false;
  if (isIn('or', item.text) || isIn('and', item.text) || isIn('tag', item.text) || isIn('by', item.text))
    return false;
  if (item.mark.kind === 'number' || item.mark.kind === 'accession' || item.mark.kind === 'other')
    return false;
  if (item.mark.reference !== null && item.mark.reference.by !== 'title') return false;
  if (!/^\p{L}{3,}$/u.test(item.text) || !isVerbForm(item.text)) return false;
  return (
    item.thing === null ||
    !item.thing.kinds.every((kind) => kind === 'gene' || kind === 'cell' || kind === 'class')
  );
}

/**
 * Verbs that the vocabulary does not know are told by where they stand: behind "does it", behind the subject and before an
 * object, or as a participle before "by".
 */
function placeUnknownVerbs(items: Item[]): void {
  const asked = items.findIndex(
    (item) => isIn('auxiliary do', item.text) || isIn('auxiliary modal', item.text),
  );
  const subjects = items.filter((item) => item.own || item.pronoun || (item.thing !== null && !isCell(item)));
  for (const subject of subjects.filter((item) => item.at > asked)) {
    const at = skipSmall(items, subjectEnd(items, subject.at) + 1);
    const item = items[at];
    const behind = items.slice(at + 1).find((one) => !isPlain(one));
    const inverted = asked >= 0 && subject.at - asked <= 3;
    const speaks = inverted
      ? /[^s]$|ss$/u.test(item?.text ?? '')
      : /(?:[^s]s|ed)$/u.test(item?.text ?? '') && isParticipant(behind);
    const base = item !== undefined && stem(item.text) !== root(item.text);
    if (
      canBeVerb(item) &&
      item.mark.segment === subject.mark.segment &&
      speaks &&
      (item.thing === null || base || inverted)
    )
      item.verb = unknownVerb(item.text);
  }
  items.forEach((item, at) => {
    const next = items[at + 1];
    if (
      isIn('agent', next?.text) &&
      isParticipant(items[at + 2]) &&
      isParticiple(item.text) &&
      canBeVerb(item)
    )
      item.verb = unknownVerb(item.text);
  });
}
