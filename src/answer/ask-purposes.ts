import type { Mark } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';
import { isOfField } from './ask-clauses.js';
import { isTelling, namesDatabase } from './ask-words.js';

const PURPOSE_VERBS = new Set(
  'design order clone make put add use check verify cite annotate fill write prepare submit print send include build run do finish complete download import map query cross compare label buy paste copy parse link look update curate validate register enter quote give share amplify detect measure quantify plan set start get show test see find read'.split(
    ' ',
  ),
);

/** Words that a purpose, a reason or a place begins with. */
const BEGINS = /^(?:to|for|so|as|because|cuz|cos|coz|since|bc|in|into|on|onto|with|from|at|using|per|by)$/u;

/** Marks of a stated purpose ("to design primers", "for my qPCR"): they say why something is asked, not what. */
export function purposes(marks: readonly Mark[]): ReadonlySet<Mark> {
  const dropped = new Set<Mark>();
  if (!marks.some(({ text }) => BEGINS.test(text))) return dropped;
  const telling = marks.flatMap((mark, at) => (isTelling(mark) ? [at] : []));
  const things = marks.findIndex((mark) => mark.entities.length > 0);
  const [first] = telling;
  const asked = things >= 0 ? things : marks.findIndex(asksKind);
  if (asked >= 0) dropPlaces(marks, asked, dropped);
  if (first === undefined) return dropped;
  for (const [at, mark] of marks.entries()) {
    const next = marks[at + 1];
    if (next === undefined || dropped.has(mark)) continue;
    if (first < at && (isReason(mark, next) || isManner(marks, at))) {
      for (const later of marks.slice(at)) dropped.add(later);
      break;
    }
    const aim = mark.text === 'to' && PURPOSE_VERBS.has(firstWord(next.text));
    if (aim && (first < at || marks[telling[telling.length - 1] ?? at]?.segment !== mark.segment)) {
      dropSegment(marks, at, dropped);
    }
    if (mark.text === 'for' || isInMine(mark, next)) dropFor(marks, at, dropped);
  }
  return dropped;
}

/** Family and motifs: facts of the text, wherever it is quoted from. */
function asksKind(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'aspect' && (term.aspect === 'family' || term.aspect === 'motifs'),
  );
}

const SOURCE_PARTS = /^(?:summary|text|page|entry|record|description|blurb|website|site)$/u;

/** "freezer", "spreadsheet". */
function isOfTheRoom(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'activity' || (term.kind === 'beyond' && term.what === 'everyday matters'),
  );
}

/** "in my network figure", "in the Entrez summary": where somebody draws or reads it, behind a thing that is asked about. */
function dropPlaces(marks: readonly Mark[], thing: number, dropped: Set<Mark>): void {
  for (const [at, mark] of marks.entries()) {
    const [next, then, last] = [marks[at + 1], marks[at + 2], marks[at + 3]];
    if (!/^(?:in|into|on|for|from|per|by)$/u.test(mark.text) || next === undefined || then === undefined)
      continue;
    const behind = marks.slice(at + 2).filter(({ segment }) => segment === mark.segment);
    const end = behind.findIndex(({ text }) =>
      /^(?:after|with|w|when|once|upon|by|because|if|and)$/u.test(text),
    );
    const rest = end < 0 ? behind : behind.slice(0, end);
    const mine = at > thing && /^(?:my|our)$/u.test(next.text) && !rest.some(isOfField);
    const shelf =
      at > thing && /^(?:the|a)$/u.test(next.text) && rest.some(isOfTheRoom) && !rest.some(isOfField);
    const source =
      /^(?:the|its)$/u.test(next.text) && namesDatabase(then) && SOURCE_PARTS.test(last?.text ?? '');
    if (mine || shelf) for (const one of [mark, next, ...rest]) dropped.add(one);
    else if (source && last !== undefined) for (const one of [mark, next, then, last]) dropped.add(one);
  }
}

/** "as a bedtime story": how it is to be told. */
function isManner(marks: readonly Mark[], at: number): boolean {
  const rest = marks.slice(at + 2).filter(({ segment }) => segment === marks[at]?.segment);
  return (
    marks[at]?.text === 'as' &&
    /^an?$/u.test(marks[at + 1]?.text ?? '') &&
    rest.length > 0 &&
    !rest.some(isOfField) &&
    !rest.some((mark) => mark.terms.some(({ kind }) => kind === 'format'))
  );
}

/** "because ...", "so that I ...", "as my ...": what follows says why. */
function isReason(mark: Mark, next: Mark): boolean {
  if (/^(?:because|cuz|cos|coz|since|bc)$/u.test(mark.text)) return next.text !== 'of';
  if (mark.text === 'so') return /^(?:that|i|we)$/u.test(next.text);
  return mark.text === 'as' && /^(?:my|i|we|our|im)$/u.test(next.text);
}

/** "in my table", "with our panel". */
function isInMine(mark: Mark, next: Mark): boolean {
  return /^(?:in|into|on|onto|with|from|at|using)$/u.test(mark.text) && /^(?:my|our)$/u.test(next.text);
}

function dropSegment(marks: readonly Mark[], at: number, dropped: Set<Mark>): void {
  for (let n = at; n < marks.length; n += 1) {
    const later = marks[n];
    if (later === undefined || later.segment !== marks[at]?.segment) return;
    if (later.kind !== 'own' && !(isTelling(later) && later.terms.some((term) => term.kind === 'database')))
      dropped.add(later);
  }
}

/** "for my qPCR", "for the grant": dropped when it names lab work or something of everyday life, and something else is asked. */
function dropFor(marks: readonly Mark[], at: number, dropped: Set<Mark>): void {
  const phrase: Mark[] = [];
  for (let n = at + 1; n < marks.length; n += 1) {
    const mark = marks[n];
    if (
      mark === undefined ||
      mark.segment !== marks[at]?.segment ||
      mark.kind === 'own' ||
      mark.kind === 'other' ||
      (isTelling(mark) && !/^(?:my|our)$/u.test(phrase[0]?.text ?? ''))
    )
      break;
    if (
      /^(?:i|we|is|are|of|in|on|and|what|which|does|do|the|please|pls|against|from)$/u.test(mark.text) &&
      phrase.length > 0
    )
      break;
    phrase.push(mark);
  }
  const isWork = phrase.some(
    (mark) => mark.terms.some((term) => term.kind === 'activity') || WORK.test(mark.text),
  );
  const isMine =
    /^(?:my|our|his|her|their|a|an|some)$/u.test(phrase[0]?.text ?? '') &&
    !phrase.some(({ text }) => /^(?:genes?|proteins?)$/u.test(text)) &&
    phrase.every(
      (mark) =>
        mark.entities.length === 0 && (!isBeyondOnly(mark) || /^(?:my|our)$/u.test(phrase[0]?.text ?? '')),
    );
  if (isWork || isMine) for (const mark of phrase) dropped.add(mark);
}

const WORK =
  /^(?:search|searches|analysis|input|run|job|lookup|upload|annotation|design|experiment|supplement|supplementary|thesis)$/u;

function isBeyondOnly(mark: Mark): boolean {
  return mark.terms.length > 0 && mark.terms.every((term) => term.kind === 'beyond');
}
