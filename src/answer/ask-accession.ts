import { DATABASE_KEYS, DATABASES } from '../record/databases.js';
import { geneSymbol } from '../record/words.js';
import type { AccessionFind } from '../search/accessions.js';
import { isSpeech, type Mark } from '../search/reading.js';
import { accessionAnswer } from './accession.js';
import { ANY_ID, isAside } from './ask-aside.js';
import type { Candidate } from './ask-candidate.js';
import { type Case, decided, type Outcome, refused } from './ask-case.js';
import { isOfField } from './ask-clauses.js';
import type { Features } from './ask-features.js';
import { isoformAsked } from './ask-guards-facts.js';
import { candidatesOf } from './ask-intents.js';
import { nothingReason, statementReason, unknownReason } from './ask-refusals.js';
import { asksForMistake } from './ask-scope.js';
import { refuse, respond } from './respond.js';

type Held = Extract<AccessionFind, { found: 'identifier' }>;

/** A reading that asks for less than this only names the accession. */
const PLAINLY_ASKED = 2;

/**
 * Decides a question with accessions in it: an unknown one is refused; a known one stands for the gene or the reference, or is
 * what was asked about.
 * @returns null when the accession only says which gene is meant
 */
export function decideAccession(one: Case): Outcome | null {
  const { record, request, features } = one;
  const finds = features.accessions.flatMap((mark) => (mark.accession === null ? [] : [mark.accession]));
  const strange = finds.find(
    (find) => find.found === 'unknown' && !isJustNumber(find, features) && !isTermOfThing(find, features),
  );
  const unknown =
    finds.some(({ found }) => found === 'identifier') && asksWhichOne(features) ? undefined : strange;
  if (unknown !== undefined) {
    const right = rightOne(one, unknown);
    if (right !== null) return right;
    return decided(accessionAnswer(record, unknown, request), 'an accession that is not in the record');
  }
  const denied = deniesOther(one, finds);
  if (denied !== null) return denied;
  if (strangers(features).length > 0 || features.beyond.some((mark) => !isAside(features, ANY_ID, mark)))
    return null;
  const references = finds.flatMap((find) => (find.found === 'reference' ? [find.reference.id] : []));
  if (references.length > 0) return citeByNumber(one, finds, [...new Set(references)]);
  const held = finds.find((find): find is Held => find.found === 'identifier');
  if (held === undefined) return null;
  return refuseHeld(one, held) ?? decideHeld(one, held, candidatesOf(record, features)[0]);
}

/** What stands against answering an accession of the gene: a number of something else, or a word that nobody knows asked of it. */
function refuseHeld(one: Case, held: Held): Outcome | null {
  const { record, features } = one;
  if (held.assumed && isOfOtherThings(features))
    return refused(one, nothingReason(record), 'a number of something else');
  const strange = unknownOf(features);
  if (strange !== null)
    return refused(one, unknownReason(record, strange), 'something unknown of an accession');
  const isoform = isoformAsked(features);
  return isoform === null
    ? null
    : refused(one, statementReason(record, isoform.raw), 'an identifier of one isoform');
}

/** "is P12345 the gene XYZ": the accession is this gene's, so it is not the other's. */
function deniesOther({ record, features }: Case, finds: readonly AccessionFind[]): Outcome | null {
  const held = finds.find((find): find is Held => find.found === 'identifier');
  const only = features.marks.every(
    (mark) =>
      isSpeech(mark) ||
      mark.kind === 'accession' ||
      mark.kind === 'other' ||
      mark.terms.some(({ kind }) => kind === 'generic'),
  );
  if (held === undefined || features.others.length !== 1 || !only || !features.scope.yesNo) return null;
  const answer = accessionAnswer(record, held, { do: 'accession', accession: held.typed });
  return decided({ ...answer, verdict: 'no' }, 'an accession of this gene, not of the other');
}

/** "which of these three", "P1 or P2": one of several accessions is enough. */
function asksWhichOne(features: Features): boolean {
  return features.word(/^(?:which|whichever|or|either|one)$/u);
}

/** "my sheet has Entrez 1234 for the gene, wrong?": the number of a named database held against the record's. */
function rightOne({ record, features }: Case, unknown: AccessionFind): Outcome | null {
  if (unknown.found !== 'unknown' || features.own.length === 0 || features.others.length > 0) return null;
  const [named] = features.databases;
  const key = DATABASE_KEYS.find((one) => one === (unknown.database ?? named));
  const said = [...features.marks, ...features.scope.context];
  const asks = said.some(({ text }) => /^(?:wrong|right|correct|should|instead|mistake|typo)$/u.test(text));
  const inWords =
    features.databases.length > 0 ||
    features.word(/^(?:wrong|should|mistake|typo|instead)$/u) ||
    (/^\d+$/u.test(unknown.typed) && unknown.database !== null);
  if (!inWords) return null;
  if (!asks || key === undefined || features.databases.some((other) => other !== key)) return null;
  const length = unknown.base.length;
  const alike = record.identifiers.some(
    ({ database, accession }) =>
      database === key && accession !== null && Math.abs(accession.length - length) < 2,
  );
  if (!alike) return null;
  const request = { do: 'id', databases: [key], species: null } as const;
  return decided(
    respond(record, request, {
      verdict: asksForMistake(features.scope) ? null : 'no',
      notes: [`${unknown.typed} is not in the record.`],
    }),
    'an accession that the record corrects',
  );
}

/** "osteoclast differentiation (GO:...)": the number that another database gives to a thing that is asked about. */
function isTermOfThing(find: AccessionFind, features: Features): boolean {
  const other = find.found === 'unknown' && find.database === null && find.databaseName !== null;
  return other && features.own.length > 0 && features.marks.some((mark) => mark.entities.length > 0);
}

/** "mean pLDDT of P12345": a word that nobody knows, asked of an accession. */
function unknownOf({ marks }: Features): Mark | null {
  const at = marks.findIndex(({ kind }) => kind === 'accession');
  const of = marks.slice(0, at).findLastIndex(({ text }) => /^(?:of|for)$/u.test(text));
  const mark = marks[of - 1];
  return mark !== undefined && at - of <= 3 && (mark.kind === 'unknown' || mark.kind === 'other')
    ? mark
    : null;
}

/** "room 1234 is double booked": a number in a sentence that has nothing of the field. */
function isOfOtherThings(features: Features): boolean {
  const rest = features.marks.filter((mark) => mark.kind !== 'accession');
  const strange = rest.filter((mark) => mark.kind === 'common' || mark.kind === 'unknown');
  return (
    strange.length > 1 &&
    rest.length > 4 &&
    !rest.some(isOfField) &&
    !features.word(/^(?:gene|genes|what|which|protein|id)$/u)
  );
}

/** A bare number among other words ("1500 cells") is no accession that somebody looks up. */
function isJustNumber(find: AccessionFind, features: Features): boolean {
  if (find.found !== 'unknown' || find.database !== null || find.databaseName !== null) return false;
  const told = features.marks.filter(
    (mark) => !isSpeech(mark) && !mark.terms.some((term) => term.kind === 'generic'),
  );
  return told.length > 2 && !features.scope.yesNo;
}

function citeByNumber(
  { record, features }: Case,
  finds: readonly AccessionFind[],
  ids: readonly string[],
): Outcome {
  const format = features.formats[0] ?? null;
  const request = { do: 'cite', references: ids, format } as const;
  const [find] = finds;
  if (find === undefined || ids.length > 1 || format !== null) {
    return decided(respond(record, request), 'references by number');
  }
  return decided(accessionAnswer(record, find, request), 'a reference by its number');
}

/** Whether an accession lasts, the record cannot know. */
const LASTING =
  /\b(?:still|yet|now|nowadays|currently|current|up to date|latest|newest|outdated|obsolete|deprecated|retired|withdrawn|active|live)\b/u;

function texts({ marks }: Features): string {
  return marks.map(({ text }) => text).join(' ');
}

/** "is this our interleukin": words for the kind of molecule, and nothing that is done. */
function isOnlyClass(features: Features): boolean {
  if (features.word(/^an?$/u)) return false;
  const things = features.marks.filter((mark) => mark.entities.length > 0);
  const acts = features.marks.some((mark) =>
    mark.terms.some((term) => term.kind === 'action' && term.action !== 'link'),
  );
  return (
    !acts &&
    things.every((mark) => mark.terms.some((term) => term.kind === 'thing' && term.group === 'class'))
  );
}

/** Other genes, but for the one that is offered as a choice: "does that go with X or with Y". */
function strangers(features: Features): readonly Mark[] {
  const chooses = features.own.length > 0 && features.word(/^or$/u);
  return chooses ? [] : features.others;
}

/** "what even is that" asks what the accession is, "sum it up" for a summary. */
function asksSummary(features: Features): boolean {
  return features.marks.some(
    (mark) =>
      !/^(?:what|wtf)/u.test(mark.text) &&
      mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'summary' && !term.weak),
  );
}

/** Whether yes would say more than the record knows, or not which of two things is so. */
function isOpen(features: Features): boolean {
  return LASTING.test(texts(features)) || features.word(/^or$/u);
}

/** A motif or a structure that the record does not have. */
function isUnrecordedPart(mark: Mark): boolean {
  return (
    mark.entities.length === 0 &&
    mark.terms.some((term) => term.kind === 'thing' && /^(?:motif|structure)$/u.test(term.group))
  );
}

/** Names that are asked for outright: not what the accession is, but what else its gene is called. */
function asksNames(features: Features): boolean {
  return features.word(/^(?:synonyms|aliases|other names|nicknames|alternative names)$/u);
}

function decideHeld({ record, features }: Case, held: Held, best: Candidate | undefined): Outcome | null {
  const candidates = best === undefined ? [] : [best];
  const answer = accessionAnswer(record, held, { do: 'accession', accession: held.typed });
  const names = features.own.length > 0 && features.scope.yesNo && best?.aboutThings === false;
  const owner = best?.request.do === 'function' && !best.aboutThings;
  if (best?.request.do === 'species' && best.request.species === null && features.word(/^whose/u))
    return decided(answer, 'an accession looked up in reverse', candidates);
  const fromWhere =
    best?.request.do === 'cite' &&
    !features.has('citation') &&
    !features.has('author') &&
    features.references.length === 0;
  if (asksNames(features) || features.marks.some(isUnrecordedPart)) return null;
  const whose = best?.aboutThings === true && isOnlyClass(features);
  const plain =
    best !== undefined &&
    !whose &&
    !fromWhere &&
    best.score >= PLAINLY_ASKED &&
    !(owner && features.word(/^belongs? to$|^belongs?$/u));
  const asks = plain && !(names && best.request.do === 'function') ? best.request : null;
  if (best?.request.do === 'card' && asksSummary(features)) return null;
  if (asks === null || asks.do === 'alias' || asks.do === 'card') {
    const verdict = features.scope.yesNo && !isOpen(features) ? 'yes' : null;
    return decided({ ...answer, verdict }, 'an accession looked up in reverse', candidates);
  }
  if (asks.do !== 'id') return null;
  if (asks.databases.length > 1 && asks.databases.includes(held.database) && !features.scope.yesNo)
    return null;
  if (asks.databases.length === 0 || asks.databases.includes(held.database)) {
    const confirms = features.scope.yesNo || features.word(/^(?:right|correct|valid|true)$/u);
    const verdict = confirms && !isOpen(features) ? 'yes' : null;
    return decided({ ...answer, verdict }, 'an accession held against its database', candidates);
  }
  if (isMislabelled(features)) return mislabelled(record, held);
  if (!features.scope.yesNo) return null;
  const databases = [...asks.databases, held.database];
  const both = respond(record, { do: 'id', databases, species: null }, { verdict: 'no' });
  return decided(both, 'an accession of another database', candidates);
}

/** "entrez P01375": a database and the accession of another one, and nothing between or beside them. */
function isMislabelled(features: Features): boolean {
  const told = features.marks.filter(
    (mark) => mark.kind !== 'everyday' && !mark.terms.some((term) => term.kind === 'generic'),
  );
  const [first, second] = told;
  const converts =
    first?.kind === 'accession' && first.accession?.found === 'identifier' && !first.accession.assumed;
  const labelled = !converts && !/[>→⇒]/u.test(second?.before ?? '');
  return (
    labelled && told.length === 2 && !features.word(/^(?:for|of|to|from|as|in|into|what|whats|which|is)$/u)
  );
}

const LABEL = 38;

function mislabelled(record: Case['record'], held: Held): Outcome {
  const shown = `${DATABASES[held.database].name} ${held.base}`;
  const reason = `The record of ${geneSymbol(record)} holds ${shown}, which is not of the database that was named.`;
  const offer = { label: shown.slice(0, LABEL), request: { do: 'accession', accession: held.base } } as const;
  const request = { do: 'accession', accession: held.typed } as const;
  return decided(refuse(record, reason, request, [offer]), 'an accession of another database');
}
