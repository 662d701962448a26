import type { Entity, GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import { indexOf } from '../search/record-index.js';
import { compose } from './compose.js';
import { isIn, type Verb, verbOf } from './grammar.js';
import { placeUnknownVerbs } from './unknown-verbs.js';

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

export function kindOf(record: GeneRecord, id: string): Entity['kind'] {
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
  const word = text.replace(/^(?:up|down) /u, '').split(' ')[0] ?? '';
  return /(?:[^e]ed|en|driven|made|held|bound|cut|put|found|shut)$/u.test(word);
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

/** "switch it off", "turn X on": a verb whose particle stands behind its object. */
function splitVerbs(items: Item[]): void {
  for (const item of items) {
    const behind = items.slice(item.at + 2, item.at + 5);
    const particle = behind.find(
      ({ text, mark }) => isIn('particle', text) && mark.segment === item.mark.segment,
    );
    if (particle === undefined || item.own || item.thing !== null) continue;
    const verb = verbOf([item.text, particle.text]);
    if (verb === null || behind.slice(0, behind.indexOf(particle)).some((one) => one.verb !== null)) continue;
    item.verb = verb;
    items[particle.at] = { ...particle, text: '', verb: null };
  }
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
  splitVerbs(items);
  compose(record, items);
  placeUnknownVerbs(items);
  return items;
}
