import type { GeneRecord, Statement } from '../record/schema.js';
import { type Mark, readText } from '../search/reading.js';
import type { Verdict } from './answer.js';
import { decideAccession } from './ask-accession.js';
import { isAside } from './ask-aside.js';
import type { Candidate } from './ask-candidate.js';
import { type Case, decided, type Outcome, refused } from './ask-case.js';
import { type Coverage, coverage, threshold } from './ask-coverage.js';
import { isOpenToDoubt, namesIsoform, saidByNamed } from './ask-doubts.js';
import type { Features } from './ask-features.js';
import { continued } from './ask-follow.js';
import { type Finding, findFunction } from './ask-function.js';
import { guardOf } from './ask-guards.js';
import { candidatesOf } from './ask-intents.js';
import { isAnotherGene, recordedKinds } from './ask-kinds.js';
import {
  beyondReason,
  nearestSuggestions,
  nothingReason,
  otherGeneReason,
  statementReason,
  unknownReason,
} from './ask-refusals.js';
import { concernsGene } from './ask-subject.js';
import { locationProblem, locationVerdict, nameVerdict, speciesVerdict } from './ask-verdicts.js';
import { refuse, respond } from './respond.js';

/**
 * Decides one reading of a question: a follow-up, then accessions, then the best of what the words can ask for, unless another
 * gene, a fact beyond the record, a rule or too many unexplained words stand against it.
 */
export function decide(one: Case): Outcome {
  const { record, features } = one;
  if (features.marks.length === 0) return decided(respond(record, { do: 'help' }), 'nothing was asked');
  const meant = meantBefore(one);
  if (meant !== null)
    return refused(one, otherGeneReason(record, meant), 'another gene was spoken of before');
  const next = one.previous?.record === record ? continued(one.previous, features) : null;
  if (next !== null) return decided(respond(record, next), 'a follow-up of the last answer');
  const byAccession = decideAccession(one);
  if (byAccession !== null) return byAccession;
  const candidates = candidatesOf(record, features);
  const [best] = candidates;
  if (best === undefined) return refuseUnasked(one);
  return against(one, best, candidates) ?? settle(one, best, candidates);
}

/** Words that point at what the last question was about. */
const POINTS_BACK = /^(?:its?|that one|that|this|the same|same|also|too|there)$/u;
const MOST_POINTING_WORDS = 9;

/** "and its chromosome?" behind a question that was refused because it was about another gene; "that one" behind an effect on one. */
function meantBefore({ record, features, previous }: Case): Mark | null {
  if (previous === null || previous.record !== record || features.own.length > 0) return null;
  if (features.marks.length > MOST_POINTING_WORDS || features.accessions.length > 0) return null;
  const { request } = previous;
  if (request.do === 'ask') {
    const before = readText(record, request.question).marks;
    if (before.some((mark) => mark.kind === 'own') || !features.word(POINTS_BACK)) return null;
    return before.find((mark) => mark.kind === 'other') ?? null;
  }
  if (request.do !== 'function' && request.do !== 'cite' && features.word(POINTS_BACK))
    return features.marks.find((mark) => isAnotherGene(record, mark)) ?? null;
  if (request.do !== 'function' || features.databases.length === 0) return null;
  const pointer = features.marks.find(
    (mark, at) => mark.text === 'one' && features.marks[at - 1]?.text === 'that',
  );
  return pointer ?? null;
}

/** Nothing of the record was asked: the weightiest thing that was said is named. */
function refuseUnasked(one: Case): Outcome {
  const { record, features } = one;
  const [other] = features.others;
  if (other !== undefined)
    return refused(one, otherGeneReason(record, other), 'another gene is spoken of', { soft: true });
  const [beyond] = features.beyond;
  return beyond === undefined
    ? refused(one, nothingReason(record), 'nothing of the record is asked', { soft: true })
    : refused(one, beyondReason(record, beyond), 'beyond the record', { soft: true });
}

/** What stands against answering in the best way: another subject, a fact beyond the record, a rule, unexplained words. */
function against(one: Case, best: Candidate, candidates: readonly Candidate[]): Outcome | null {
  const { record, features } = one;
  if (best.request.do === 'help') return null;
  const other = blockingGene(record, features, best);
  if (other !== null)
    return refused(one, otherGeneReason(record, other), 'another gene is spoken of', { candidates });
  const beyond = features.beyond.find((mark) => !isAside(features, best, mark));
  if (beyond !== undefined) {
    return refused(one, beyondReason(record, beyond), 'beyond the record', { soft: true, candidates });
  }
  const guard = guardOf(record, features, best);
  return guard === null
    ? null
    : refused(one, guard.reason, guard.rule, { candidates, soft: guard.soft === true });
}

function settle(one: Case, best: Candidate, candidates: readonly Candidate[]): Outcome {
  const { record, features } = one;
  if (best.request.do === 'help') return decided(respond(record, best.request), best.because, candidates);
  const covered = coverage(features, best);
  if (covered.share < threshold(best.strictness) || covered.blocking !== null) {
    return { ...refuseUnexplained(one, covered, candidates), coverage: covered };
  }
  if (best.aboutThings) return { ...settleFunction(one, best, candidates, covered), coverage: covered };
  const problem = best.request.do === 'locate' ? locationProblem(record, features) : null;
  if (problem !== null) return refused(one, problem, 'a place that the record does not give', { candidates });
  const answer = respond(record, best.request, { verdict: verdictOf(record, best, features) });
  return decided(answer, best.because, candidates, covered);
}

function refuseUnexplained(one: Case, covered: Coverage, candidates: readonly Candidate[]): Outcome {
  const word = covered.blocking ?? covered.unexplained[0];
  const reason = word === undefined ? nothingReason(one.record) : unknownReason(one.record, word);
  return refused(one, reason, 'too little of the question is explained', { soft: true, candidates });
}

function settleFunction(
  one: Case,
  best: Candidate,
  candidates: readonly Candidate[],
  covered: Coverage,
): Outcome {
  const { record, features, previous } = one;
  const before = previous?.request.do === 'function' ? previous.request.statements : null;
  if (!concernsGene(record, features.scope, before !== null)) {
    return refused(one, nothingReason(record), 'about something else than the gene', { candidates });
  }
  const finding = findFunction(record, features.scope);
  const all = finding.found ? continuing(record, finding.statements, before, features) : [];
  const fitting = saidByNamed(all, features);
  const [first] = fitting;
  if (!finding.found || first === undefined) return refuseStatement(one, finding, candidates);
  const request = { do: 'function', statements: fitting.map(({ id }) => id) } as const;
  const isoform = namesIsoform(record, features) && first.claim?.relation !== 'has';
  const otherFirst = first.polarity !== all[0]?.polarity;
  const strange = covered.unexplained.find(({ kind }) => kind === 'unknown');
  const open = isoform || otherFirst || strange !== undefined || isOpenToDoubt(record, first, features);
  const answer = respond(record, request, {
    verdict: open ? null : finding.verdict,
    notes: [
      ...finding.notes,
      ...(isoform ? [WHICH_ISOFORM] : []),
      ...(strange !== undefined && features.scope.yesNo ? [unknownReason(record, strange)] : []),
    ],
  });
  return decided(answer, best.because, candidates);
}

const WHICH_ISOFORM = 'The record does not say which isoform.';

/** "and in T cells?" behind an effect asks for the same kind of effect there, not for anything about T cells. */
function continuing(
  record: GeneRecord,
  statements: readonly Statement[],
  before: readonly string[] | null,
  features: Features,
): readonly Statement[] {
  const short = features.own.length === 0 && features.word(/^(?:and|also|in)$/u);
  if (before === null || before.length === 0 || !short) return statements;
  const relations = record.statements
    .filter(({ id }) => before.includes(id))
    .map(({ claim }) => claim?.relation);
  return statements.filter(({ claim }) => relations.includes(claim?.relation));
}

/** The rule by which a claim about known things is refused. */
export const UNSAID = 'no statement says that';

function refuseStatement(one: Case, finding: Finding, candidates: readonly Candidate[]): Outcome {
  const { record, request, features } = one;
  const what = finding.found ? '' : finding.what;
  const near = finding.found ? finding.statements : finding.near;
  const suggestions = nearestSuggestions(record, features, candidates, near);
  const answer = refuse(record, statementReason(record, what), request, suggestions);
  const verdict = features.scope.yesNo ? 'not-said' : null;
  const segments = new Set(features.marks.map(({ segment }) => segment));
  const outcome = decided({ ...answer, verdict }, UNSAID, candidates);
  return { ...outcome, soft: segments.size > 1 };
}

function verdictOf(record: GeneRecord, { request }: Candidate, features: Features): Verdict | null {
  switch (request.do) {
    case 'alias':
      return nameVerdict(request.name, features);
    case 'locate':
      return locationVerdict(record, features);
    case 'species':
      return speciesVerdict(record, request.species, features);
    default:
      return null;
  }
}

/** Another gene where only this one can be meant: its identifiers, its place, its names. */
function blockingGene(record: GeneRecord, features: Features, best: Candidate): Mark | null {
  if (best.aboutThings) return null;
  if (best.request.do !== 'cite' && features.own.length === 0) {
    const thing = features.marks.find((mark) => isConcrete(record, mark));
    if (thing !== undefined) return thing;
  }
  const genes = features.marks.filter(
    (mark, at) => isAnotherGene(record, mark) && features.marks[at - 1]?.text !== 'not',
  );
  if (best.request.do !== 'cite') return genes[0] ?? null;
  return genes.find((mark) => mark.entities.length === 0 && mark.reference === null) ?? null;
}

/** A pathway, a cell or a structure has no accession or place of this gene's. */
function isConcrete(record: GeneRecord, mark: Mark): boolean {
  if (mark.kind !== 'known' || mark.terms.some((term) => term.kind === 'database')) return false;
  return recordedKinds(record, mark).some((kind) => /^(?:pathway|cell|structure|gene)$/u.test(kind));
}
