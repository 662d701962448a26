import type { Mark } from '../search/reading.js';
import type { Candidate } from './ask-candidate.js';
import { clausesOf, isAlwaysAsked, isLoose, isOfField } from './ask-clauses.js';
import type { Features } from './ask-features.js';

/** What lab work, models and people are spoken of in passing where a plain fact of the named gene is asked. */
const IN_PASSING: ReadonlySet<string> = new Set([
  'experimental conditions and reagents',
  'knock-outs, mutants and models',
  'everyday matters',
  'diseases and patients',
  'expression in tissues',
]);
const ASKS = /^(?:what|whats|which|who|whos|where|when|why|how|hows|it|they)$/u;

/** "was it published in Bone": a journal's name, beside a reference that was named. */
function isJournal(features: Features, mark: Mark): boolean {
  const at = features.marks.indexOf(mark);
  return (
    features.references.length > 0 &&
    features.marks[at - 1]?.text === 'in' &&
    /^(?:publish|appear|print)/u.test(features.marks[at - 2]?.text ?? '')
  );
}

/** How an accession among other words is read: the rest may be told in passing. */
export const ANY_ID = {
  request: { do: 'id', databases: [], species: null },
  strictness: 'tolerant',
  because: 'an accession',
} as const;

function besideAccession({ marks }: Features, mark: Mark): boolean {
  const clause = clausesOf(marks).find((one) => one.includes(mark)) ?? [];
  return (
    clause.some(({ kind }) => kind === 'accession') &&
    !clause.some(({ text }) =>
      /^(?:is|are|was|were|says?|shows?|gives?|gave|popped|came|turned)$/u.test(text),
    )
  );
}

/** What stands in a clause that asks nothing, while another asks of the gene. */
function isElsewhere({ marks }: Features, mark: Mark): boolean {
  if (isAlwaysAsked(mark)) return false;
  const clauses = clausesOf(marks);
  const own = clauses.find((one) => one.includes(mark)) ?? [];
  const asking = clauses.some(
    (one) =>
      one !== own && one.some(({ kind }) => kind === 'own') && one.some(({ text }) => ASKS_FOR.test(text)),
  );
  return asking && !own.some(({ text, kind }) => kind === 'own' || ASKS_FOR.test(text));
}

const ASKS_FOR = /^(?:what|whats|which|who|where|how|give|need|want|show|list|send)$/u;

/** Whether something is asked in another clause than the one that a word stands in. */
function asksOutside({ marks, scope }: Features, mark: Mark): boolean {
  const clauses = clausesOf(marks);
  if (clauses.length < 2 || scope.yesNo) return true;
  return clauses.some(
    (clause) =>
      !clause.includes(mark) &&
      (clause.some(({ text }) => ASKS_FOR.test(text)) ||
        clause.every(({ text }) => /^(?:gene|symbol|protein|name|and|the)$/u.test(text))),
  );
}

/** "length of P12345": what is asked of the accession. */
function ofAccession({ marks }: Features, mark: Mark): boolean {
  const at = marks.indexOf(mark);
  return marks.some(
    ({ kind, segment }, place) =>
      kind === 'accession' &&
      place > at &&
      segment === mark.segment &&
      /^(?:of|for)$/u.test(marks[place - 1]?.text ?? ''),
  );
}

/** "out of a GENCODE file", "from BLAST": where an accession was met. */
function isSource({ marks }: Features, mark: Mark): boolean {
  let back = marks.indexOf(mark) - 1;
  while (/^(?:the|a|an|my|our|of)$/u.test(marks[back]?.text ?? '')) back -= 1;
  return /^(?:from|in|out|out of|by|via)$/u.test(marks[back]?.text ?? '') && back > 0;
}

function isOfPapers(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'beyond' && /^the text/u.test(term.what));
}

/** "my OC cultures": reagents and cultures of the one who asks. */
function isOwnLabWork({ marks }: Features, mark: Mark): boolean {
  const at = marks.indexOf(mark);
  const mine = marks.slice(Math.max(0, at - 2), at).some(({ text }) => /^(?:my|our)$/u.test(text));
  return (
    mine &&
    mark.terms.some((term) => term.kind === 'beyond' && term.what === 'experimental conditions and reagents')
  );
}

function isSpecies(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'beyond' && term.what === 'other species');
}

/** "you store", "we buy": what somebody does. */
const SPEAKS = /^(?:to|you|u|we|i|they|he|she|people)$/u;
const SMALL = /^(?:the|a|an|of|for|in|my|our|this|with|and)$/u;

/**
 * "which accession goes in the siRNA order form for ...", "export every accession that you store": an everyday word that does
 * not stand beside the gene or the kind of fact is not what is asked.
 */
export function isAside(
  features: Features,
  { request, strictness, because }: Pick<Candidate, 'request' | 'strictness' | 'because'>,
  mark: Mark,
): boolean {
  if (
    request.do === 'species' &&
    (/^animals?$/u.test(mark.text) || (isSpecies(mark) && features.word(/^(?:which|listed)$/u)))
  )
    return true;
  if (request.do === 'cite' && isJournal(features, mark)) return true;
  const plain =
    request.do === 'id' ||
    because === 'what kind of thing it is' ||
    request.do === 'locate' ||
    request.do === 'alias';
  const passing =
    (request === ANY_ID.request && !isAlwaysAsked(mark) && !besideAccession(features, mark)) ||
    isLoose(mark) ||
    mark.terms.some((term) => term.kind === 'beyond' && IN_PASSING.has(term.what));
  if (request === ANY_ID.request && (ofAccession(features, mark) || !asksOutside(features, mark)))
    return false;
  if (request === ANY_ID.request && isSource(features, mark)) return true;
  if (plain && isElsewhere(features, mark)) return true;
  if (request.do === 'cite' && isOfPapers(mark)) return false;
  if (!passing || (strictness === 'strict' && !plain)) return false;
  if (!plain && request.do !== 'cite' && request.do !== 'function') return false;
  if (isLoose(mark) && SPEAKS.test(features.marks[features.marks.indexOf(mark) - 1]?.text ?? '')) return true;
  if (features.own.length === 0 && features.accessions.length === 0 && !features.word(/^(?:gene|it|its)$/u))
    return false;
  if (request.do === 'function' && isOwnLabWork(features, mark)) return true;
  if (request.do === 'function') {
    const clause = clausesOf(features.marks).find((marks) => marks.includes(mark)) ?? [];
    return !clause.some((one) => one !== mark && (isOfField(one) || ASKS.test(one.text)));
  }
  return !neighbours(features, mark).some(isOfTheQuestion);
}

function isOfTheQuestion(mark: Mark): boolean {
  return (
    mark.kind === 'own' ||
    mark.kind === 'accession' ||
    /^(?:what|whats|which|how|where|any|many|much|long|big)$/u.test(mark.text) ||
    mark.terms.some(
      (term) =>
        (term.kind === 'database' && !term.weak) ||
        (term.kind === 'aspect' && !term.weak) ||
        term.kind === 'space',
    )
  );
}

const DETERMINER = /^(?:the|a|an|my|our|this|that|these)$/u;

/** What stands before and behind a mark in its segment, small words not counted. */
function neighbours({ marks }: Features, mark: Mark): readonly Mark[] {
  const beside = marks.filter(({ segment, text }) => segment === mark.segment && !SMALL.test(text));
  const at = beside.indexOf(mark);
  const all = marks.filter(({ segment }) => segment === mark.segment);
  const purpose =
    all.slice(0, all.indexOf(mark)).findLast(({ text }) => !DETERMINER.test(text))?.text === 'for';
  return [purpose ? undefined : beside[at - 1], beside[at + 1]].filter((one) => one !== undefined);
}
