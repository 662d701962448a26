import type { GeneRecord, Reference, Statement } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import type { Candidate } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import type { Guard } from './ask-guard.js';
import { kindsOf, recordedKinds } from './ask-kinds.js';
import { nothingReason, otherGeneReason, unknownReason } from './ask-refusals.js';

/** What changes the meaning of a question although most of its words are known: another molecule, another cell, a limit, a denial. */

const NAME_SUFFIX =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|sigma|tau|omega|r|r1|r2|ra|rb|bp|receptors?)$/u;
const JOINED = /^[ -]$/u;

/** "TNF-beta", "MIP-2 beta": a recorded gene's name with something behind it that the record does not have. */
function otherMolecule(record: GeneRecord, features: Features): Guard | null {
  const mark = features.marks.find((one, at) => {
    const before = features.marks[at - 1];
    return (
      before !== undefined &&
      JOINED.test(one.before) &&
      NAME_SUFFIX.test(one.text) &&
      kindsOf(record, before).includes('gene')
    );
  });
  if (mark === undefined) return null;
  const before = features.marks[features.marks.indexOf(mark) - 1] ?? mark;
  const whole = { ...mark, raw: before.raw + mark.before + mark.raw };
  return { reason: otherGeneReason(record, whole), rule: 'another molecule with a longer name' };
}

const STATE =
  /^(?:memory|naive|resting|quiescent|unstimulated|nonstimulated|unactivated|inactive|untreated|exhausted|senescent|anergic|apoptotic|dead|dying|regulatory|helper|cytotoxic|effector|follicular|invariant|classical|nonclassical|non-classical|intermediate|alveolar|peritoneal|cd4|cd8|m1|m2|alpha|beta|gamma|delta|ab|gd|nkt)$/u;

const DESCRIBES_CELL = /^(?:human|primary|cultured|peripheral|blood|my|our)$/u;

/** "not in resting cells, do I have to activate them": the state is told, the stimulus is asked for. */
export function asksForStimulus(features: Features): boolean {
  const rests = features.word(/^(?:resting|unstimulated|unactivated|quiescent)$/u);
  const stimulates = features.marks.some((mark) =>
    mark.terms.some(
      (term) =>
        (term.kind === 'action' && term.action === 'activate') ||
        (term.kind === 'thing' && term.group === 'stimulus'),
    ),
  );
  return rests && (stimulates || features.word(/^(?:need|give|add)$/u));
}

/** "memory T cells", "NKT cells": another cell, or the cell in another state, than the record names. */
function otherCell(record: GeneRecord, features: Features, best: Candidate): Guard | null {
  if (!best.aboutThings || asksForStimulus(features)) return null;
  const mark = features.marks.find((one, at) => {
    const next = features.marks[at + 1];
    if (next === undefined || !JOINED.test(next.before)) return false;
    if (/^cells?$/u.test(next.text) && one.kind === 'unknown') return true;
    if (recordedKinds(record, one).includes('cell') && recordedKinds(record, next).includes('cell'))
      return true;
    const cell = DESCRIBES_CELL.test(next.text) ? features.marks[at + 2] : next;
    return (
      cell !== undefined &&
      recordedKinds(record, cell).includes('cell') &&
      (STATE.test(one.text) || /^un[a-z]+ed$/u.test(one.text))
    );
  });
  return mark === undefined
    ? null
    : { reason: unknownReason(record, mark), rule: 'another cell or another state of it' };
}

/** "splice variants of X": the record has them of its own gene alone. */
function otherOwner(record: GeneRecord, features: Features, best: Candidate): Guard | null {
  if (!best.aboutThings || features.own.length > 0) return null;
  const mark = features.marks.find((one, at) => {
    const thing = features.marks[at - 2];
    return (
      kindsOf(record, one).includes('gene') &&
      features.marks[at - 1]?.text === 'of' &&
      thing?.terms.some(
        (term) => term.kind === 'thing' && (term.group === 'motif' || term.thing === 'splicing'),
      ) === true
    );
  });
  return mark === undefined
    ? null
    : { reason: otherGeneReason(record, mark), rule: 'another gene owns what is asked' };
}

const WORDS_OF_NAMES =
  /^(?:names?|aliases|alias|synonyms?|what|whats|which|is|are|all|other|any|the|of|it|its|this|gene|protein|list|show|give)$/u;

/** "call my wife", "drop table aliases": a word for names beside words that have nothing to do with names. */
function namesInPassing(record: GeneRecord, features: Features, best: Candidate): Guard | null {
  if (best.request.do !== 'alias' || best.request.name !== null || features.own.length > 0) return null;
  if (features.accessions.length > 0) return null;
  const [lead] = features.marks;
  const named = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'names' && !term.weak),
  );
  const calls = named.length > 0 && named.every(({ text }) => /^call(?:s|ed|ing)?$/u.test(text));
  const commands =
    lead?.text === 'call' || (calls && !features.word(/^(?:its?|this|that|gene|protein|they|them)$/u));
  const ofThings = features.marks.some(
    (mark, at) => mark.entities.length > 0 && features.marks[at - 1]?.text === 'of',
  );
  const acts = features.marks.some(
    (mark) =>
      !WORDS_OF_NAMES.test(mark.text) &&
      mark.text !== 'more' &&
      mark.terms.some((term) => term.kind === 'action' && /^(?:raise|lower|produce)$/u.test(term.action)),
  );
  return commands || ofThings || acts
    ? { reason: nothingReason(record), rule: 'a word for names, but no question for them' }
    : null;
}

const STATES_IT =
  /^(?:shows?|shown|says?|said|reports?|reported|finds?|found|claims?|claimed|states?|stated)$/u;

/** "did Smith show that ...": somebody who wrote none of the references. */
function otherAuthor(record: GeneRecord, features: Features, best: Candidate): Guard | null {
  if (!best.aboutThings) return null;
  const mark = features.marks.find(
    (one, at) =>
      (one.kind === 'unknown' || one.kind === 'common') &&
      /^\p{Lu}\p{Ll}+$/u.test(one.raw) &&
      /^(?:did|does|do|has|have)$/u.test(features.marks[at - 1]?.text ?? '') &&
      features.marks.slice(at + 1, at + 4).some(({ text }) => STATES_IT.test(text)),
  );
  return mark === undefined
    ? null
    : { reason: unknownReason(record, mark), rule: 'somebody who wrote none of the references' };
}

/** The rules by which a question is about something else than what the record holds. */
export const DOUBTS: readonly ((record: GeneRecord, features: Features, best: Candidate) => Guard | null)[] =
  [otherMolecule, otherCell, otherOwner, otherAuthor, namesInPassing];

/** The references named by author, or else by journal or year: the only ones that may bear out the answer. */
function namedReferences(features: Features): readonly Reference[] {
  const by = (kind: string): readonly Reference[] =>
    features.marks.flatMap(({ reference }) => (reference?.by === kind ? reference.references : []));
  const authors = by('author');
  const years = by('year');
  if (authors.length === 0) return years;
  return years.length === 0 ? authors : authors.filter((one) => years.includes(one));
}

/** The statements that the reference named in a question supports; all of them where none is named. */
export function saidByNamed(statements: readonly Statement[], features: Features): readonly Statement[] {
  const names = features.marks.some(
    ({ reference }) => reference !== null && /^(?:author|year)$/u.test(reference.by),
  );
  if (!names || !features.scope.yesNo) return statements;
  const ids = new Set(namedReferences(features).map(({ id }) => id));
  return statements.filter(({ references }) => references.some((id) => ids.has(id)));
}

const LIMITS =
  /^(?:independent|independently|dependent|dependently|direct|directly|indirect|indirectly|alone|rarely|seldom|sometimes|usually|often|always|only|solely|exclusively|merely|specifically|selectively|hardly|barely|scarcely|weakly|strongly|transiently|permanently|significantly|spontaneously|synergistically|constitutively|first|still)$/u;
const DENIALS = /^(?:neither|nor|nobody|noone|no one|none|without|false|untrue|incorrect)$/u;
const LACKS = /^(?:lack|lacks|lacking|devoid|absent|missing)$/u;
const SEVERAL = /^(?:several|many|multiple|numerous|various)$/u;
const LINES = /^(?:lines?|clones?|hybridomas?|leukemias?|lymphomas?|precursors?|progenitors?)$/u;
const COUNTS = /^(?:[2-9]|\d{2}|two|three|four|five|six|seven|eight|nine|ten|double|twice)$/u;

function isProperty({ claim }: Statement): boolean {
  return claim?.relation === 'contains' || claim?.relation === 'has';
}

/** "has no one shown", "is there no evidence"; "yes or no" denies nothing. */
function saysNo({ marks }: Features): boolean {
  return marks.some(({ text }, at) => /^no\b/u.test(text) && marks[at - 1]?.text !== 'or');
}

/** "T cell lines": what derives from a recorded cell. */
function namesLine(record: GeneRecord, { marks }: Features): boolean {
  return marks.some(({ text }, at) => {
    const before = marks[at - 1];
    return before !== undefined && LINES.test(text) && recordedKinds(record, before).includes('cell');
  });
}

/** "induces IL-6 via ERK": the way and the effect stand in no statement together. */
function joinsStatements(record: GeneRecord, { marks }: Features): boolean {
  const at = marks.findIndex(({ text }) => /^(?:via|through|using)$/u.test(text));
  if (at < 0) return false;
  const things = (part: readonly Mark[]): readonly string[] => part.flatMap(({ entities }) => entities);
  const [effects, ways] = [things(marks.slice(0, at)), things(marks.slice(at + 1))];
  if (effects.length === 0 || ways.length === 0) return false;
  return !record.statements.some(
    ({ mentions }) => effects.some((id) => mentions.includes(id)) && ways.some((id) => mentions.includes(id)),
  );
}

/** "does it not ...": neither clearly the question nor clearly its denial. */
function isOpenDenial(features: Features): boolean {
  const texts = features.marks.map(({ text }) => text);
  const at = texts.indexOf('not');
  return at > 0 && at <= 3 && /^(?:does|do|did|is|are|can|could|will|would)$/u.test(texts[0] ?? '');
}

/** A count in the question where the statement gives none. */
function countsBeyond(features: Features, statement: Statement): boolean {
  const counted = /(?<![\w-])\d{1,2}(?![\w-])/u.test(statement.text);
  if (!isProperty(statement) || counted) return false;
  return features.word(COUNTS) || (features.word(SEVERAL) && !/\bseveral\b/u.test(statement.text));
}

const SURE =
  /^(?:really|actually|truly|definitely|certainly|probably|possibly|generally|basically|fully|apparently|reportedly)$/u;
const PLAIN_CELL =
  /^(?:primary|cultured|isolated|purified|fresh|normal|healthy|adult|mature|blood|activated)$/u;

/** A word nobody knows, an adverb that is no mere assurance, or what a cell is said to be beyond its recorded name. */
function saysMore(record: GeneRecord, { marks }: Features): boolean {
  return marks.some((mark, at) => {
    if (mark.kind === 'unknown') return !PLAIN_CELL.test(mark.text);
    if (mark.fuzzy !== null && /ly$/u.test(mark.text)) return true;
    if (mark.kind !== 'common') return false;
    if (/ly$/u.test(mark.text)) return !SURE.test(mark.text);
    const next = marks[at + 1];
    return (
      next !== undefined &&
      recordedKinds(record, next).includes('cell') &&
      JOINED.test(next.before) &&
      !PLAIN_CELL.test(mark.text)
    );
  });
}

/** Whether Yes or No would say more than the statement does: a limit, a denial or a count that it does not have. */
export function isOpenToDoubt(record: GeneRecord, statement: Statement, features: Features): boolean {
  if (asksForStimulus(features)) return true;
  const limited = !isProperty(statement) && (features.word(LIMITS) || features.word(LACKS));
  const denied = features.word(DENIALS) || saysNo(features) || isOpenDenial(features);
  const elsewhere =
    saysMore(record, features) || namesLine(record, features) || joinsStatements(record, features);
  return limited || denied || elsewhere || countsBeyond(features, statement);
}

/** Whether one isoform, or a name that may be one's ("ABCd" beside "ABC"), is the subject of the question. */
export function namesIsoform(record: GeneRecord, features: Features): boolean {
  return features.own.some(({ name }) => {
    if (name === null) return false;
    const base = name.name.slice(0, -1);
    return name.kind === 'isoform' || record.names.some((other) => other.name === base);
  });
}
