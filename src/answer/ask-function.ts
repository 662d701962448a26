import type { GeneRecord, Relation, Statement } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { indexOf, type RecordIndex } from '../search/record-index.js';
import { entityWeight, rankStatements } from '../search/topics.js';
import type { Action } from '../search/vocabulary.js';
import type { Verdict } from './answer.js';
import { actionsOf, claimDirection, type Direction, directionOf } from './ask-claims.js';
import { isOfField } from './ask-clauses.js';
import { asksForMistake, type Scope } from './ask-scope.js';

/** Statements that answer a question about function, or what it was that no statement says. */
export type Finding =
  | {
      readonly found: true;
      readonly statements: readonly Statement[];
      readonly verdict: Verdict | null;
      readonly notes: readonly string[];
    }
  | { readonly found: false; readonly what: string; readonly near: readonly Statement[] };

/** Doing words that several statements share; alone they ask for no thing. */
const SOFT = new Set(['expression', 'activation']);

/** Asking for the one is asking about the other, with No where Yes was. */
const OPPOSITES: Readonly<Record<string, string>> = {
  'anti-inflammatory cytokine': 'pro-inflammatory cytokine',
};

interface Asked {
  readonly mark: Mark;
  readonly entities: readonly string[];
  readonly cell: boolean;
  /** "which cytokine": what is asked for, not what it is asked about */
  readonly category: boolean;
}

function thingNames(mark: Mark): readonly string[] {
  return mark.terms.flatMap((term) => (term.kind === 'thing' ? [term.thing] : []));
}

function isGroup(mark: Mark, group: string): boolean {
  return mark.terms.some((term) => term.kind === 'thing' && term.group === group);
}

/** Entities made of several things of the question: "osteoclast" and "activate" together are "osteoclast activation". */
function composedEntities(index: RecordIndex, marks: readonly Mark[]): readonly string[] {
  const whole = marks.flatMap((mark) => mark.entities.flatMap((id) => index.composed.get(id) ?? []));
  const things = new Set([...marks.flatMap(thingNames), ...whole]);
  return [...index.composed].filter(([, parts]) => parts.every((part) => things.has(part))).map(([id]) => id);
}

function askedThings(
  index: RecordIndex,
  marks: readonly Mark[],
): { recorded: readonly Asked[]; unrecorded: readonly Mark[] } {
  const composed = composedEntities(index, marks);
  const parts = new Set(composed.flatMap((id) => index.composed.get(id) ?? []));
  const recorded: Asked[] = [];
  const unrecorded: Mark[] = [];
  for (const [at, mark] of marks.entries()) {
    const things = thingNames(mark);
    const opposite = things.flatMap((thing) => index.things.get(OPPOSITES[thing] ?? '') ?? []);
    const entities = [...mark.entities, ...opposite].filter((id) => index.mentions.has(id));
    if (entities.length > 0) {
      const cell = entities.some((id) => index.entities.get(id)?.kind === 'cell');
      recorded.push({ mark, entities, cell, category: isCategory(marks, at) });
    } else if (
      (mark.kind === 'other' || isUnrecordedThing(mark, things, parts)) &&
      !(isCategory(marks, at) && /^(?:pathways?|process)$/u.test(marks[at + 1]?.text ?? '')) &&
      !describesMotif(index, marks, at)
    ) {
      unrecorded.push(mark);
    }
  }
  for (const id of composed) {
    const parts = index.composed.get(id) ?? [];
    const mark = marks.find((one) => thingNames(one).includes(parts[parts.length - 1] ?? ''));
    if (mark !== undefined && !recorded.some(({ mark: other }) => other === mark))
      recorded.push({ mark, entities: [id], cell: false, category: false });
  }
  return { recorded: distinct(recorded), unrecorded };
}

/** Things named again and again are asked once. */
function distinct(recorded: readonly Asked[]): readonly Asked[] {
  const seen = new Set<string>();
  return recorded.filter(({ entities }) => {
    const key = entities.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** "integrin-type RGD sequence": a word in front of a recorded motif only describes it. */
function describesMotif(index: RecordIndex, marks: readonly Mark[], at: number): boolean {
  const between = /^(?:type|like|style|binding|recognition)$/u.test(marks[at + 1]?.text ?? '');
  const next = marks[at + (between ? 2 : 1)];
  if (next === undefined || !/rgd|motif|site|sequence/u.test(next.text)) return false;
  return !next.before.includes(',') && next.entities.some((id) => index.entities.get(id)?.kind === 'motif');
}

function isCategory(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  return (
    mark !== undefined &&
    (isGroup(mark, 'class') || (isGroup(mark, 'process') && mark.entities.length === 0)) &&
    /^(?:which|what|wich)$/u.test(marks[at - 1]?.text ?? '')
  );
}

function isUnrecordedThing(mark: Mark, things: readonly string[], parts: ReadonlySet<string>): boolean {
  if (things.length === 0 || things.some((thing) => SOFT.has(thing) || parts.has(thing))) return false;
  const alsoSaysMore = mark.terms.some(
    (term) => term.kind === 'aspect' || (term.kind === 'action' && !things.includes('differentiation')),
  );
  return !alsoSaysMore;
}

function mentionsAny(statement: Statement, entities: readonly string[]): boolean {
  return entities.some((id) => statement.mentions.includes(id));
}

function fitsDirection(statement: Statement, direction: Direction): boolean {
  const of = claimDirection(statement);
  return direction === null || of === 'property' || of === direction;
}

/** A statement covers what is asked when it mentions one of the objects and, where cells are asked, those cells. */
function covers(statement: Statement, objects: readonly Asked[], cells: readonly Asked[]): boolean {
  const object = objects.length === 0 || objects.some(({ entities }) => mentionsAny(statement, entities));
  return object && (cells.length === 0 || cells.some(({ entities }) => mentionsAny(statement, entities)));
}

/** Every object asked for stands in some of the statements. */
function coverAll(statements: readonly Statement[], objects: readonly Asked[]): boolean {
  return objects.every(({ entities }) => statements.some((statement) => mentionsAny(statement, entities)));
}

function weights(index: RecordIndex, asked: readonly Asked[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const { entities } of asked) {
    for (const id of entities) all.set(id, entityWeight(index, id) * (index.composed.has(id) ? 2 : 1));
  }
  return all;
}

const RELATIONS: Readonly<Record<Action, readonly Relation[]>> = {
  raise: ['induces', 'increased-by'],
  produce: ['induces', 'increased-by'],
  activate: ['induces', 'supports', 'increased-by'],
  support: ['supports', 'induces'],
  regulate: ['regulates'],
  lower: [],
  link: ['induces', 'increased-by', 'supports', 'regulates'],
  change: ['increased-by', 'induces', 'regulates'],
};

function relationBonus(statement: Statement, actions: readonly Action[]): number {
  return actions.some((action) => RELATIONS[action].includes(statement.claim?.relation ?? '')) ? 0.8 : 0;
}

/** "is it a cytokine, a chemokine or a growth factor": what it is said to be, whichever of the choices that is. */
function chosenClass(
  index: RecordIndex,
  scope: Scope,
  recorded: readonly Asked[],
  unrecorded: readonly Mark[],
): readonly Statement[] {
  const classes = [...recorded.map(({ mark }) => mark), ...unrecorded].every((mark) =>
    isGroup(mark, 'class'),
  );
  if (
    !classes ||
    recorded.length + unrecorded.length < 2 ||
    !(isChoice(scope) || asksKind(scope) || scope.core.some(({ text }) => text === 'what')) ||
    scope.core.some((mark) => actionsOf(mark).length > 0)
  )
    return [];
  const named = recorded.flatMap(({ entities }) => entities);
  const kinds = index.record.statements.filter(({ claim }) => claim?.relation === 'is');
  const chosen = kinds.filter(({ claim }) => claim?.objects.some((id) => named.includes(id)));
  return chosen.length > 0 || !asksKind(scope) ? chosen : kinds;
}

/** Statements about what is asked, or the first thing that no statement puts together. */
export function findFunction(record: GeneRecord, scope: Scope): Finding {
  const index = indexOf(record);
  const marks = [...scope.core];
  const fromContext = contextThings(scope);
  const { recorded, unrecorded } = askedThings(index, [...fromContext, ...marks]);
  const direction = directionOf(fromContext.length > 0 ? [...scope.context, ...marks] : marks);
  const actions = marks.flatMap(actionsOf);
  const near = rankStatements(index, weights(index, recorded)).map(({ statement }) => statement);
  const chosen = chosenClass(index, scope, recorded, unrecorded);
  if (chosen.length > 0) return { found: true, statements: chosen, verdict: null, notes: [] };
  const chosenFrom = alternatives(marks);
  const same = chosenFrom.find(([one, other]) => sameThing(one, other));
  if (same !== undefined) return { found: false, what: `${same[0].raw} or ${same[1].raw}`, near };
  const missing = unrecorded.find((mark) => !isOpenChoice(mark, chosenFrom));
  if (missing !== undefined) return { found: false, what: missing.raw, near };
  const ranked = rankStatements(index, weights(index, recorded))
    .map(({ statement, score }) => ({ statement, score: score + relationBonus(statement, actions) }))
    .sort((a, b) => b.score - a.score)
    .map(({ statement }) => statement)
    .filter((statement) => fitsDirection(statement, direction));
  const found = settle(index, scope, { recorded, actions, direction, ranked, near, chosenFrom });
  const left = unrecorded.filter((mark) => isOpenChoice(mark, chosenFrom)).map((mark) => mark.raw);
  return found.found && left.length > 0 ? { ...found, verdict: null } : found;
}

/** "A or B": the two marks beside each "or" of a question that lets choose. */
type Choices = readonly (readonly [Mark, Mark])[];

function alternatives(marks: readonly Mark[]): Choices {
  const names = (mark: Mark | undefined): mark is Mark =>
    mark !== undefined && (mark.entities.length > 0 || mark.kind === 'other' || thingNames(mark).length > 0);
  const bare = marks.filter(
    ({ text }) => !/^(?:the|a|an|on|in|by|to|of|with|from|via|through|cells?|expression)$/u.test(text),
  );
  return bare.flatMap((mark, at) => {
    const [before, after] = [bare[at - 1], bare[at + 1]];
    return mark.text === 'or' && names(before) && names(after) ? [[before, after] as const] : [];
  });
}

/** Two names of one thing of the record: which of them, it does not say. */
function sameThing(one: Mark, other: Mark): boolean {
  return (
    one.entities.length > 0 && one.text !== other.text && one.entities.join(' ') === other.entities.join(' ')
  );
}

/** Of two things to choose from, the one that the record does not know, when it knows the other. */
function isOpenChoice(mark: Mark, choices: Choices): boolean {
  return choices.some(
    ([one, other]) =>
      (one === mark && other.entities.length > 0) || (other === mark && one.entities.length > 0),
  );
}

/** Things named beside an asking clause that names none itself ("IL6 goes up after ..., is that known"). */
export function contextThings(scope: Scope): readonly Mark[] {
  if (scope.core.some((mark) => mark.entities.length > 0)) return [];
  const { context } = scope;
  return context.filter(
    (mark, at) => mark.entities.length > 0 || (isTreatment(mark) && !isMused(context[at - 1])),
  );
}

/** "thinking about integrins": not given to any cells. */
function isMused(before: Mark | undefined): boolean {
  return /^(?:about|of|on)$/u.test(before?.text ?? '');
}

/** What somebody gave to their cells stays part of what they ask, recorded or not. */
function isTreatment(mark: Mark): boolean {
  return mark.kind === 'other' || isGroup(mark, 'stimulus') || isGroup(mark, 'gene');
}

interface Question {
  readonly recorded: readonly Asked[];
  readonly actions: readonly Action[];
  readonly direction: Direction;
  readonly ranked: readonly Statement[];
  readonly near: readonly Statement[];
  readonly chosenFrom: Choices;
}

function settle(index: RecordIndex, scope: Scope, question: Question): Finding {
  const { recorded, ranked, near } = question;
  const composed = composedMentions(index, recorded);
  const isCell = ({ cell, entities }: Asked): boolean => cell && !entities.some((id) => composed.has(id));
  const cells = recorded.filter(isCell);
  const objects = recorded.filter((one) => !isCell(one) && !one.category);
  const exact = ranked.filter((statement) => covers(statement, objects, cells));
  const isOneOfTwo = ({ mark }: Asked): boolean => question.chosenFrom.some((pair) => pair.includes(mark));
  if (
    exact.length > 0 &&
    coverAll(
      exact,
      [...objects, ...cells].filter((one) => !isOneOfTwo(one)),
    )
  )
    return finding(index, scope, question, exact, []);
  const loose = withoutCells(index, ranked, objects, cells);
  if (loose.length > 0 && coverAll(loose, objects)) {
    return finding(
      index,
      scope,
      question,
      loose,
      ['The record does not name the cells in which that is so.'],
      null,
    );
  }
  return { found: false, what: together(recorded), near };
}

/** What stands beside the composed things of a question: the cell in "osteoclast differentiation" is no place of its own. */
function composedMentions(index: RecordIndex, recorded: readonly Asked[]): ReadonlySet<string> {
  const composed = new Set(recorded.flatMap((one) => one.entities).filter((id) => index.composed.has(id)));
  const statements = [...composed].flatMap((id) => index.mentions.get(id) ?? []);
  return new Set(statements.flatMap((statement) => statement.mentions));
}

/** Effects whose cells the record leaves open, asked about cells in which it records other effects. */
function withoutCells(
  index: RecordIndex,
  ranked: readonly Statement[],
  objects: readonly Asked[],
  cells: readonly Asked[],
): readonly Statement[] {
  if (objects.length === 0 || cells.length === 0) return [];
  const acted = index.record.statements.flatMap(({ claim }) =>
    claim?.relation === 'induces' ? claim.where : [],
  );
  if (!cells.every(({ entities }) => entities.some((id) => acted.includes(id)))) return [];
  return ranked.filter(
    (statement) =>
      statement.claim?.where.length === 0 &&
      claimDirection(statement) === 'out' &&
      covers(statement, objects, []),
  );
}

function together(recorded: readonly Asked[]): string {
  return recorded.map(({ mark }) => mark.raw).join(' and ');
}

function finding(
  index: RecordIndex,
  scope: Scope,
  question: Question,
  exact: readonly Statement[],
  notes: readonly string[],
  fixed?: Verdict | null,
): Finding {
  const statements = withRelatives(index, question, exact);
  const verdict =
    fixed !== undefined ? fixed : scope.yesNo ? verdictOf(index, scope, question, statements) : null;
  if (verdict === 'not-said') return { found: false, what: together(question.recorded), near: exact };
  return { found: true, statements, verdict, notes };
}

/** The negative twin of a statement is shown beside it: the same references, things of one name, the other polarity. */
function withRelatives(
  index: RecordIndex,
  question: Question,
  exact: readonly Statement[],
): readonly Statement[] {
  const cells = new Set(exact.flatMap(({ claim }) => (claim?.relation === 'supports' ? claim.where : [])));
  if (cells.size === 0) return exact;
  const twins = index.record.statements.filter(
    (statement) =>
      !exact.includes(statement) &&
      fitsDirection(statement, question.direction) &&
      statement.claim?.relation === 'supports' &&
      statement.claim.where.some((id) => cells.has(id)),
  );
  return [...exact, ...twins];
}

const OPPOSITE: ReadonlySet<Action> = new Set(['lower']);

/** Yes, no, or null where the record says something near but not that. */
function verdictOf(
  index: RecordIndex,
  scope: Scope,
  question: Question,
  statements: readonly Statement[],
): Verdict | null {
  const [statement] = statements;
  if (
    statement === undefined ||
    isChoice(scope) ||
    asksForMistake(scope) ||
    isMixed(index, question.recorded, statements)
  )
    return null;
  const holds = relationHolds(scope, question, statement);
  if (holds === null) return null;
  if (holds === 'not-said') return 'not-said';
  const positive = statement.polarity === 'positive';
  const asked = isNegated(scope) ? !holds : holds;
  return asked === positive ? 'yes' : 'no';
}

/**
 * "differentiation and activation", "A on these cells and B on those": parts of the question stand in statements that differ, so
 * that neither yes nor no is true of the whole.
 */
function isMixed(index: RecordIndex, recorded: readonly Asked[], statements: readonly Statement[]): boolean {
  const composed = new Set(
    recorded.flatMap(({ entities }) => entities).filter((id) => index.composed.has(id)),
  );
  const asked = statements.filter(({ mentions }) => mentions.some((id) => composed.has(id)));
  if (new Set(asked.map(({ polarity }) => polarity)).size > 1) return true;
  const [first] = statements;
  const cells = recorded.filter(({ cell }) => cell);
  const objects = recorded.filter(({ cell }) => !cell);
  const missed = [cells, objects].filter(
    (list) =>
      list.length > 1 && first !== undefined && !list.every(({ entities }) => mentionsAny(first, entities)),
  );
  return missed.length > 1;
}

/** "what kind of protein: an enzyme, a cytokine". */
function asksKind(scope: Scope): boolean {
  return scope.core.some((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'family' && !term.weak),
  );
}

/** "just one transcript, or are there several": a question in the place of the other thing to choose. */
function joinsTwoQuestions(marks: readonly Mark[]): boolean {
  const at = marks.findIndex(
    ({ text }, place) => text === 'or' && /^(?:is|are|does|do|has|have)$/u.test(marks[place + 1]?.text ?? ''),
  );
  return at > 0 && marks.slice(0, at).some(isOfField) && marks.slice(at).some(isOfField);
}

function isChoice(scope: Scope): boolean {
  const texts = scope.core.map((mark) => mark.text);
  const atOr = texts.indexOf('or');
  if (scope.choice || texts.includes('both') || texts.includes('rather')) return true;
  if (texts.some((text) => /\sor\s/u.test(text)) || joinsTwoQuestions(scope.core)) return true;
  if (atOr < 0) return false;
  return !/^(?:not|am|did|is|are|what|no|do|does|was)$/u.test(texts[atOr + 1] ?? 'not');
}

const NEGATION = /^(?:not|doesnt|dont|cannot|cant|isnt|never|fails?|unable|nothing)$/u;

/**
 * Whether the question itself denies: "is it true that it does not ...", "it doesn't ..., right?", "does it fail to ...".
 * "Doesn't it ..." and "does it not ..." ask the same as without the not.
 */
function isNegated(scope: Scope): boolean {
  const texts = scope.core.map((mark) => mark.text);
  const at = texts.findIndex((text, place) => NEGATION.test(text) && texts[place - 1] !== 'or');
  if (at < 1) return false;
  if (/^(?:fails?|unable|nothing)$/u.test(texts[at] ?? '')) return true;
  const embedded =
    at > 2 &&
    texts
      .slice(0, at)
      .some((text) =>
        /^(?:true|that|correct|right|shown|known|reported|said|found|demonstrated|proven|proved|thought)$/u.test(
          text,
        ),
      );
  return embedded || !AUXILIARY.test(texts[0] ?? '');
}

const AUXILIARY =
  /^(?:is|are|does|do|did|can|could|will|would|has|have|so|and|but|ok|isnt|doesnt|dont|cant|arent|should)$/u;

function relationHolds(
  scope: Scope,
  { actions, recorded }: Question,
  { claim, text }: Statement,
): boolean | 'not-said' | null {
  if (saysOtherNumber(scope, text)) return false;
  switch (claim?.relation) {
    case 'contains':
    case 'has':
      return presence(scope);
    case 'is':
      return !scope.core.some((mark) => isOppositeClass(mark));
    case 'induces':
    case 'increased-by':
      return inducing(actions, scope, recorded);
    case 'supports':
      return !actions.some((action) => OPPOSITE.has(action));
    case 'regulates':
      return actions.length === 0 ||
        actions.some((action) => action === 'regulate' || action === 'link' || action === 'change')
        ? true
        : null;
    default:
      return null;
  }
}

/** Sites are recorded as potential: having them can be said, being modified cannot. */
function presence(scope: Scope): boolean | null {
  const says = (words: RegExp): boolean => scope.core.some((mark) => words.test(mark.text));
  if (says(/^(?:lack|lacks|without|missing|absent|devoid)$/u) || onlyOne(scope)) return false;
  const state = scope.core.some(
    (mark) =>
      /ated$/u.test(mark.text) && mark.terms.some((term) => term.kind === 'thing' && term.group === 'motif'),
  );
  return state && !says(/site|motif|sequence/u) ? null : true;
}

function inducing(
  actions: readonly Action[],
  scope: Scope,
  recorded: readonly Asked[],
): boolean | 'not-said' | null {
  if (actions.includes('lower') && actions.includes('raise')) return null;
  if (actions.includes('lower')) return false;
  const copula =
    actions.length === 0 &&
    scope.core.some((mark, at) => /^(?:is|are)$/u.test(mark.text) && besideOwn(scope.core, at));
  const being: readonly string[] = ['class', 'cell', 'gene', 'stimulus'];
  if (copula && recorded.every(({ mark }) => being.some((group) => isGroup(mark, group)))) return 'not-said';
  if (
    actions.some(
      (action) =>
        action === 'raise' ||
        action === 'produce' ||
        action === 'link' ||
        action === 'support' ||
        action === 'change',
    )
  )
    return true;
  return null;
}

/** "is X a mitogen", "X is a mitogen": what the gene itself is said to be. */
function besideOwn(marks: readonly Mark[], at: number): boolean {
  const subject = (mark: Mark | undefined): boolean =>
    mark !== undefined &&
    mark.segment === marks[at]?.segment &&
    (mark.kind === 'own' || /^(?:it|this|gene|protein|that)$/u.test(mark.text));
  return [at - 1, at + 1, at + 2].some((place) => subject(marks[place]));
}

function isOppositeClass(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'thing' && OPPOSITES[term.thing] !== undefined);
}

/** "only one isoform" against several. */
function onlyOne(scope: Scope): boolean {
  const texts = scope.core.flatMap((mark) => mark.text.split(' '));
  return (
    texts.includes('only') ||
    texts.includes('same') ||
    texts.includes('identical') ||
    texts.includes('single') ||
    (texts.includes('just') && texts.includes('one'))
  );
}

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "4 sites" against a statement that counts 3. */
function saysOtherNumber(scope: Scope, statement: string): boolean {
  const counted = /(?<![\w-])(\d{1,2})(?![\w-])/u.exec(statement)?.[1];
  if (counted === undefined) return false;
  const asked = scope.core.flatMap(({ text }) => {
    const word = NUMBER_WORDS.indexOf(text);
    if (word > 1 || word === 0) return [word];
    return /^\d{1,2}$/u.test(text) ? [Number(text)] : [];
  });
  return asked.length > 0 && !asked.includes(Number(counted));
}

/** Statements for a question that names no thing: by what kind of claim is asked. */
export function findByRelation(record: GeneRecord, scope: Scope): readonly Statement[] {
  const actions = scope.core.flatMap(actionsOf);
  const direction = directionOf(scope.core);
  const wanted = record.statements.filter((statement) => {
    const of = claimDirection(statement);
    if (of === 'property' || (direction !== null && of !== direction)) return false;
    return actions.some((action) => RELATIONS[action].includes(statement.claim?.relation ?? ''));
  });
  return wanted.filter((statement) => statement.polarity === 'positive');
}
