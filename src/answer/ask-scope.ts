import type { Mark, Reading } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';
import { narrator, SPEAKER } from './ask-background.js';
import { clausesOf, isAsideClause, isLeadIn, isTag, lastChoice, reportLength } from './ask-clauses.js';
import { purposes } from './ask-purposes.js';
import { splitSentences } from './ask-sentences.js';
import {
  AUXILIARIES,
  askingWords,
  grouped,
  isFact,
  isTelling,
  NO_MARKS,
  namesDatabase,
  namesSubject,
  OPENERS,
  QUESTION_WORDS,
} from './ask-words.js';

/** The part of a message that asks, and what stands around it. */
export interface Scope {
  /** what is asked, in the order of the text, without stated purposes */
  readonly core: readonly Mark[];
  /** the rest of a short message: it may name what "it" is, but asks nothing */
  readonly context: readonly Mark[];
  /** a yes or no is expected */
  readonly yesNo: boolean;
  /** another thing to choose was left out because the record knows nothing like it */
  readonly choice: boolean;
  /** something is asked or requested in words */
  readonly asks: boolean;
}

const NOT_ASKING_FACTS = new Set('you u we i someone somebody anyone anybody ya y'.split(' '));

/** "wrong?", "typo?": yes would confirm the mistake, no the claim, so that neither would be understood. */
export function asksForMistake({ core, context }: Pick<Scope, 'core' | 'context'>): boolean {
  return [...core, ...context].some(({ text }) =>
    /^(?:wrong|incorrect|mistaken|mistake|typo|error|backwards|crossed)$/u.test(text),
  );
}

/** "... is the group of which gene": what is asked stands at the end. */
const ASKS_WHO = /^(?:who|whos|what|whats)$/u;

const ASKS_WHICH = /^(?:which|wich|whose)$/u;

function isYesNo(reading: Reading, marks: readonly Mark[]): boolean {
  if (
    marks.some(
      (mark, at) => ASKS_WHICH.test(mark.text) && !/[,;]/u.test(mark.before) && marks[at - 1]?.text !== 'and',
    )
  )
    return false;
  if (marks.some((mark, at) => ASKS_WHO.test(mark.text) && at > 0 && mark.segment !== marks[at - 1]?.segment))
    return false;
  let leading = true;
  for (const [at, mark] of marks.entries()) {
    const word = firstWord(mark.text);
    const next = firstWord(marks[at + 1]?.text ?? '');
    const starts = leading || mark.segment !== marks[at - 1]?.segment;
    if (QUESTION_WORDS.has(word) && starts) return false;
    if (
      AUXILIARIES.has(word) &&
      (starts || /^(?:but|or|and|so|that)$/u.test(marks[at - 1]?.text ?? '')) &&
      !NOT_ASKING_FACTS.has(next)
    )
      return true;
    if (!OPENERS.has(word)) leading = false;
  }
  const last = marks[marks.length - 1];
  const asked = marks.some((mark) => reading.tokens.asked.has(mark.sentence));
  return asked && last !== undefined && /\b(?:right|correct|true|yes|no|not|too|known)$/u.test(last.text);
}

/**
 * Segments in which people tell of themselves ("I'm doing a PubMed search") beside one that asks of the gene by name or for a
 * kind of fact.
 */
function ownStatements(core: readonly Mark[]): ReadonlySet<Mark> {
  if (core.every(({ segment }) => segment === core[0]?.segment)) return NO_MARKS;
  const segments = grouped(core, (mark) => mark.segment);
  const tells = (marks: readonly Mark[]): boolean =>
    SPEAKER.test(marks[0]?.text ?? '') &&
    askingWords(marks) === 0 &&
    !marks.some((mark) => namesSubject(mark) || mark.terms.some((term) => term.kind === 'species')) &&
    !marks.slice(1, 4).some(({ text }) => /^(?:need|want|wanna|require)$/u.test(text));
  const asks = (marks: readonly Mark[]): boolean =>
    (askingWords(marks) > 0 && marks.some((mark) => isTelling(mark) || mark.kind === 'own')) ||
    (marks.some(isTelling) && marks.some((mark) => mark.kind === 'own'));
  if (!segments.some((marks) => !tells(marks) && asks(marks))) return NO_MARKS;
  const told = segments.filter(tells).flat();
  if (told.some(namesDatabase) && !core.some((mark) => isFact(mark) && !told.includes(mark))) return NO_MARKS;
  const named = core.some(
    (mark, at) => mark.kind === 'own' && !told.includes(mark) && core[at - 1]?.text !== 'not',
  );
  return new Set(!named && told.some((mark) => mark.kind === 'other') ? [] : told);
}

interface Background {
  readonly told: ReadonlySet<Mark>;
  /** somebody is said to have claimed something */
  readonly reported: boolean;
  /** whether what was said is so is asked */
  readonly tagged: boolean;
  /** an alternative of everyday life was offered */
  readonly choice: boolean;
}

const NOTHING_TOLD: Background = { told: NO_MARKS, reported: false, tagged: false, choice: false };

/** Clauses that only tell, report or confirm, beside one that names the gene or a kind of fact. */
function backgroundOf(marks: readonly Mark[]): Background {
  const clauses = clausesOf(marks);
  const [only] = clauses;
  if (
    clauses.length === 1 &&
    only !== undefined &&
    reportLength(only) === 0 &&
    lastChoice(only) === only.length
  )
    return NOTHING_TOLD;
  const told = new Set<Mark>();
  let reports = false;
  let tagged = false;
  let choice = false;
  const rest: (readonly Mark[])[] = [];
  const facts = clauses.filter(
    (clause) => !isLeadIn(clause) && clause.some(isFact) && askingWords(clause) > 0,
  );
  for (const clause of clauses) {
    if (facts.length > 0 && isLeadIn(clause)) {
      for (const mark of clause) told.add(mark);
      continue;
    }
    const tag = clauses.length > 1 && isTag(clause);
    const reported = reportLength(clause);
    if (tag || (clauses.length > 1 && isAsideClause(clause))) for (const mark of clause) told.add(mark);
    else {
      const otherwise = lastChoice(clause);
      choice ||= otherwise < clause.length;
      for (const [at, mark] of clause.entries()) if (at < reported || at >= otherwise) told.add(mark);
      rest.push(clause.slice(reported, otherwise));
    }
    reports ||= reported > 0;
    tagged ||= tag;
  }
  const stands = rest
    .flat()
    .some((mark) => namesSubject(mark) || isTelling(mark) || mark.entities.length > 0);
  return stands ? { told, reported: reports, tagged, choice } : NOTHING_TOLD;
}

/** All that is in any of the sets, in their order. */
function joined(...sets: readonly ReadonlySet<Mark>[]): ReadonlySet<Mark> {
  const filled = sets.filter(({ size }) => size > 0);
  return filled.length === 0 ? NO_MARKS : new Set(filled.flatMap((set) => [...set]));
}

function without(marks: readonly Mark[], dropped: ReadonlySet<Mark>): readonly Mark[] {
  return dropped.size === 0 ? marks : marks.filter((mark) => !dropped.has(mark));
}

/** The asking part of some marks: without what only tells, reports, confirms or gives a purpose. */
export function scopeOf(reading: Reading, core: readonly Mark[], context: readonly Mark[]): Scope {
  const told = joined(takenBack(core), ownStatements(core), narrator(core));
  const spoken = without(core, told);
  const background = backgroundOf(spoken);
  const asked = without(spoken, background.told);
  const claimsIt = background.tagged || (background.reported && asked.some(claims));
  return {
    core: without(asked, purposes(asked)),
    context: [...told, ...background.told, ...context],
    asks: askingWords(asked) > 0,
    choice: background.choice,
    yesNo: isYesNo(reading, asked) || (claimsIt && !asksForMore(asked)),
  };
}

/** What a reported claim is made of: things, effects, numbers and places; a kind of fact alone claims nothing. */
function claims(mark: Mark): boolean {
  return (
    mark.entities.length > 0 ||
    mark.kind === 'accession' ||
    mark.kind === 'number' ||
    mark.terms.some(({ kind }) => kind === 'thing' || kind === 'action' || kind === 'species')
  );
}

const CORRECTS = /^(?:wait|mean|meant|ment|sorry|scratch|correction|nope|oops)$/u;

/** "X, no wait, Y: ...": what was said before somebody corrected themselves, when it was only a name. */
function takenBack(marks: readonly Mark[]): ReadonlySet<Mark> {
  const at = marks.findIndex(({ text }) => CORRECTS.test(text));
  if (at < 1) return NO_MARKS;
  const before = marks.slice(0, at);
  const names = before.filter((mark) => mark.kind === 'own' || mark.kind === 'other');
  const faint = (mark: Mark): boolean => mark.terms.every((term) => term.kind === 'aspect' && term.weak);
  const named = marks.slice(at + 1).some((mark) => mark.kind === 'own' || mark.kind === 'other');
  const only = before.every(
    (mark) => /^(?:own|other|everyday|common)$/u.test(mark.kind) || mark.text === 'no' || faint(mark),
  );
  const swaps =
    !/^(?:mean|meant|ment)$/u.test(marks[at]?.text ?? '') || names.some(({ kind }) => kind === 'other');
  return named && only && swaps && names.length > 0 ? new Set(before) : NO_MARKS;
}

function asksForMore(marks: readonly Mark[]): boolean {
  return marks.some(({ text }) =>
    /^(?:what|whats|which|wich|who|whos|whose|where|when|why|how|hows)\b/u.test(text),
  );
}

/** What a message asks: the whole of a short one, the asking sentence of a long one. */
export function wideScope(reading: Reading): Scope {
  const { core, context } = splitSentences(reading);
  return scopeOf(reading, core, context);
}
