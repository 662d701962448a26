import type { Mark, Reading } from '../search/reading.js';
import { SPEAKER } from './ask-background.js';
import { clausesOf } from './ask-clauses.js';
import { type Scope, scopeOf } from './ask-scope.js';
import { askScore, CONTEXT_WORDS, hasContent, splitSentences } from './ask-sentences.js';
import { acts, askingWords, grouped, isFact, isTelling, namesSubject } from './ask-words.js';

/** "which refseq mRNA do you have" needs no name beside what somebody says of themselves. */
function asksImplicitly(marks: readonly Mark[]): boolean {
  const field = marks.some((mark) =>
    mark.terms.some(
      (term) =>
        (term.kind === 'database' && !term.weak) ||
        (term.kind === 'aspect' && (term.aspect === 'refseq' || term.aspect === 'location')),
    ),
  );
  return field && askingWords(marks) >= 2;
}

function isSelfContained(marks: readonly Mark[], speaksOfThemselves: boolean): boolean {
  if (asksImplicitly(marks) && speaksOfThemselves) return true;
  const subject = marks.some(
    (mark) =>
      mark.kind === 'own' ||
      (mark.kind === 'accession' && mark.accession?.found !== 'unknown') ||
      (mark.reference !== null && mark.reference.by !== 'title') ||
      mark.text === 'it' ||
      mark.text === 'its',
  );
  if (subject && marks.some((mark) => isTelling(mark) || acts(mark))) return true;
  return marks.some((mark) => mark.kind === 'own') && askingWords(marks) >= 2;
}

/** So many other readings of a message are tried. */
const MOST_READINGS = 5;

/** Other readings of a message whose asking sentence cannot be answered whole, the likeliest first. */
export function narrowScopes(reading: Reading): readonly Scope[] {
  const seen = new Set<string>();
  const { core } = splitSentences(reading);
  const segments = grouped(core, (mark) => mark.segment);
  const sentences = grouped(core, (mark) => mark.sentence);
  return [
    ...unitScopes(reading, segments, true),
    pointingScope(reading),
    withoutAsides(reading),
    ...unitScopes(reading, clausesOf(core), false),
    ...unitScopes(reading, sentences, false),
  ]
    .filter((scope) => scope !== null)
    .filter((scope) => {
      const key = scope.core.map(({ at }) => at).join(' ');
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_READINGS);
}

/** "... and is it my wifi": clauses about everyday matters left out. */
function withoutAsides(reading: Reading): Scope | null {
  const { core, context } = splitSentences(reading);
  const segments = grouped(core, (mark) => mark.segment);
  const asides = segments.filter((marks) =>
    marks.some((mark) =>
      mark.terms.some((term) => term.kind === 'beyond' && term.what === 'everyday matters'),
    ),
  );
  const rest = segments.filter((marks) => !asides.includes(marks)).flat();
  const stands = asides.length > 0 && rest.some((mark) => mark.kind === 'own') && rest.some(isTelling);
  return stands ? scopeOf(reading, rest, context) : null;
}

/**
 * The asking parts of a message cut into segments, clauses or sentences, the likeliest first: those that can stand alone where what is left
 * out names no other subject.
 */
function unitScopes(
  reading: Reading,
  units: readonly (readonly Mark[])[],
  unasked: boolean,
): readonly Scope[] {
  const { core, context } = splitSentences(reading);
  if (units.length < 2) return [];
  const spoken = core.some((mark) => SPEAKER.test(mark.text));
  const named = core.some(namesSubject);
  const standsAlone = (marks: readonly Mark[]): boolean =>
    !marks.some(({ text }) => text === 'such') &&
    !meansThoseBefore(marks, core) &&
    (isSelfContained(marks, spoken && !marks.some((mark) => SPEAKER.test(mark.text))) ||
      (named && asksFact(marks)));
  const most = Math.max(...units.map(askingWords));
  return units
    .filter((marks) => unasked || most < 2 || askingWords(marks) >= 2)
    .map((marks, order) => ({ marks, score: askScore(reading, marks, order) }))
    .filter(({ marks }) => standsAlone(marks))
    .sort((a, b) => b.score - a.score)
    .flatMap(({ marks }) => {
      const rest = core.filter((mark) => !marks.includes(mark));
      const otherSubject =
        !marks.some((mark) => mark.kind === 'own') && rest.some((mark) => mark.kind === 'other');
      const asks = askingWords(marks) > 0 || endsAsked(reading, marks);
      const says = asks || (unasked && marks.slice(-1).some(isTelling));
      return says && !otherSubject ? [scopeOf(reading, marks, [...rest, ...context])] : [];
    });
}

/** Whether a part stands right before the question mark, or names the gene and a fact in a sentence that asks. */
function endsAsked(reading: Reading, marks: readonly Mark[]): boolean {
  const last = marks[marks.length - 1];
  if (last === undefined || !reading.tokens.asked.has(last.sentence)) return false;
  if (marks.some(namesSubject) && marks.some(isFact)) return true;
  return reading.marks.findLast(({ sentence }) => sentence === last.sentence) === last;
}

/** "do they make it": "they" are what another part of the message names. */
function meansThoseBefore(marks: readonly Mark[], core: readonly Mark[]): boolean {
  const they = marks.some(({ text }) => /^(?:they|them|those|these)$/u.test(text));
  const cells = core.some(
    (mark) =>
      !marks.includes(mark) &&
      (mark.kind === 'other' || mark.terms.some((term) => term.kind === 'thing' && term.group === 'cell')),
  );
  return they && cells;
}

/** "are splice variants known": asks for a fact; whose, another part of the message says. */
function asksFact(marks: readonly Mark[]): boolean {
  return askingWords(marks) >= 2 && marks.some(isFact);
}

const POINTING = /^(?:that|this|it|they|gene|protein|one|which)$/u;

/**
 * "there was a band labelled with its alias, what gene is that": the asking segment only points, and what it points at is the one name
 * or accession beside it.
 */
function pointingScope(reading: Reading): Scope | null {
  if (reading.tokens.list.length > CONTEXT_WORDS || reading.marks.some((mark) => mark.kind === 'other'))
    return null;
  const segments = grouped(reading.marks, (mark) => mark.segment);
  const asking = segments.findLast(
    (marks) => askingWords(marks) >= 2 && marks.some((mark) => POINTING.test(mark.text)),
  );
  if (asking === undefined) return null;
  const subject = reading.marks.find((mark) => namesSubject(mark) && !asking.includes(mark));
  if (subject === undefined) return null;
  if (asking.some(({ text }) => /^(?:real|true|right|correct|better|actual)$/u.test(text))) return null;
  const compares = asking.some((mark) => mark.kind === 'own');
  if (!compares && hasContent(asking.filter((mark) => !POINTING.test(mark.text)))) return null;
  return scopeOf(reading, compares ? asking : [subject, ...asking], compares ? [subject] : []);
}
