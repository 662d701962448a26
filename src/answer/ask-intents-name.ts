import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { indexOf } from '../search/record-index.js';
import { actionless, type Candidate, candidate, isThing, LIKELY, PLAIN } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import type { ResolvedRequest } from './respond.js';

/** Readings of a question as one for names. */
export function nameCandidates(record: GeneRecord, features: Features): readonly Candidate[] {
  const found: Candidate[] = [];
  const spoken = [...features.own, ...namesBeside(features)];
  const named = spoken.map((mark) => mark.name).filter((name) => name !== null);
  const told = named.find((name) => name.kind === 'alias' || name.kind === 'isoform') ?? named[0] ?? null;
  const only = told !== null && (told.kind === 'alias' || told.kind === 'isoform') ? told : null;
  const request = (name: string | null): ResolvedRequest => ({ do: 'alias', name });
  if (features.has('names') && !namesOfThings(features)) {
    const asksSame = features.scope.yesNo || only !== null;
    found.push(
      candidate(
        request(asksSame && told !== null ? told.name : null),
        PLAIN - 0.1,
        features.scope.yesNo ? 'strict' : 'careful',
        'names were asked for',
      ),
    );
  } else if (features.hasWeak('names') && features.own.length > 0) {
    const contextName = features.scope.yesNo || only !== null ? (only?.name ?? null) : null;
    found.push(candidate(request(contextName), LIKELY - 0.1, 'strict', 'a name was asked about'));
  }
  if (
    only !== null &&
    features.has('isoform') &&
    !features.word(/^(?:many|structure)$/u) &&
    !features.marks.some((mark) => mark.entities.length > 0 && !/^isoforms?$/u.test(mark.text)) &&
    actionless(features)
  )
    found.push(candidate(request(only.name), PLAIN, 'strict', 'an isoform was asked about'));
  if (
    features.has('isoform') &&
    features.word(/^(?:names?|list|listed|which|called|what)$/u) &&
    !features.scope.yesNo &&
    actionless(features)
  ) {
    found.push(candidate(request(null), LIKELY + 0.3, 'strict', 'the isoforms were asked for'));
  }
  if (only !== null)
    found.push(
      candidate(
        request(only.name),
        whatIsThat(features) ? PLAIN : LIKELY - 0.4,
        'strict',
        'a name was given',
      ),
    );
  if (only !== null && features.word(/^belongs?(?: to)?$/u) && !asksOtherFact(features))
    found.push(candidate(request(only.name), PLAIN, 'strict', 'what a name belongs to'));
  if (only !== null && features.word(/^(?:besides?|except|other than|apart from)$/u))
    found.push(candidate(request(null), PLAIN + 0.7, 'strict', 'other names than one'));
  if (lettersListed(record, features))
    found.push(candidate(request(null), LIKELY, 'strict', 'letters of isoforms were given'));
  const pair = named.length > 1 && record.names.length > 1;
  if (pair) {
    const compared = new Set(named.map(({ kind }) => kind)).size > 1 && !asksOtherFact(features);
    found.push(
      candidate(
        request(told?.name ?? null),
        compared ? PLAIN + 0.6 : LIKELY - 0.2,
        'strict',
        'two names were given',
      ),
    );
  }
  return found;
}

/** "delta listed too?": letters that stand for isoforms, beside the gene's name. */
function lettersListed(record: GeneRecord, features: Features): boolean {
  const { letters } = indexOf(record);
  return (
    features.own.length > 0 &&
    actionless(features) &&
    features.marks.some((mark) => mark.kind === 'matter' && letters.has(mark.text))
  );
}

/** A database, a reference or a thing beside two names that are held against each other. */
function asksOtherFact(features: Features): boolean {
  const things = features.marks.some((mark) => mark.entities.length > 0);
  return (
    things ||
    features.databases.length > 0 ||
    features.accessions.length > 0 ||
    features.references.length > 0 ||
    features.has('citation')
  );
}

const MOLECULE_IS_THAT =
  /\b(?:which|wich|what) (?:\p{L}+ )?(?:interleukins?|cytokines?|gene|protein|molecule|factor) (?:is|was) (?:that|this|it|the one)\b/u;
const IS_THAT_OURS = /\bis (?:that|this|it) (?:our|the|an?|your) (?:interleukin|cytokine|gene|protein)\b/u;

/** "which interleukin is that", "what gene is it". */
function whatIsThat(features: Features): boolean {
  const said = features.marks.map(({ text }) => text).join(' ');
  return (
    MOLECULE_IS_THAT.test(said) || IS_THAT_OURS.test(said) || /\bbelongs? to (?:which|what)\b/u.test(said)
  );
}

/** "which cytokines ..., I need their names", "they call it a hormone": of things, not of the gene. */
function namesOfThings(features: Features): boolean {
  const named = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'names' && !term.weak),
  );
  const [first, second] = features.marks;
  const asks = first?.text === 'name' && /^(?:the|a|all|any|some|every|which)$/u.test(second?.text ?? '');
  const ofThings = features.marks.some((mark, at) => {
    const next = /^(?:the|all|any|these|those)$/u.test(features.marks[at + 2]?.text ?? '')
      ? features.marks[at + 3]
      : features.marks[at + 2];
    return (
      named.includes(mark) &&
      features.marks[at + 1]?.text === 'of' &&
      next !== undefined &&
      next.kind !== 'own' &&
      isThing(next) &&
      !next.terms.some((term) => term.kind === 'thing' && term.thing === 'splicing')
    );
  });
  const things = features.marks.some(
    (mark, at) =>
      named.includes(mark) && /^names?$/u.test(mark.text) && features.marks[at - 1]?.text === 'pathway',
  );
  if (things) return true;
  if (ofThings && (features.own.length > 0 || features.word(/^its?$/u))) return true;
  const same =
    named.every(({ text }) => /^same/u.test(text)) && features.marks.some((mark) => mark.entities.length > 0);
  if (same) return true;
  const calls = features.scope.yesNo && named.every(({ text }) => /^call/u.test(text));
  return (
    (calls || asks || features.word(/^their$/u)) &&
    features.marks.some((mark) => mark.entities.length > 0 || isThing(mark))
  );
}

/** Names in the rest of the message, where the asking part holds one against them: "... says so, is that it?" */
function namesBeside(features: Features): readonly Mark[] {
  return features.own.length > 0 && features.scope.yesNo
    ? features.scope.context.filter((mark) => mark.kind === 'own')
    : [];
}
