import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { type Mark, type Reading, readText } from '../search/reading.js';
import { accessionAnswer } from './accession.js';
import type { Answer, Verdict } from './answer.js';
import { type Coverage, coverage, threshold } from './ask-coverage.js';
import { type Features, featuresOf } from './ask-features.js';
import { continued, type Previous } from './ask-follow.js';
import { findFunction } from './ask-function.js';
import { guardOf } from './ask-guards.js';
import { type Candidate, candidatesOf } from './ask-intents.js';
import {
  beyondReason,
  nearestSuggestions,
  nothingReason,
  otherGeneReason,
  statementReason,
  unknownReason,
} from './ask-refusals.js';
import { narrowScopes, type Scope, wideScope } from './ask-scope.js';
import { concernsGene } from './ask-subject.js';
import { locationProblem, locationVerdict, nameVerdict, speciesVerdict } from './ask-verdicts.js';
import type { Request } from './request.js';
import { refuse, respond } from './respond.js';

/** What is known besides the question. */
export interface AskOptions {
  /** the record that the command belongs to; without it the question's own names choose, else the first record */
  readonly record?: GeneRecord;
  /** the last answer's record and request: a follow-up continues it */
  readonly previous?: Previous;
}

/** How an answer was found, for `--why`. */
export interface Explanation {
  readonly answer: Answer;
  readonly reading: Reading;
  readonly scope: Scope;
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage | null;
  /** the decisive rule, one line */
  readonly rule: string;
}

interface Outcome {
  readonly answer: Answer;
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage | null;
  readonly rule: string;
  /** refused for words that another reading of the sentence may leave out */
  readonly soft: boolean;
}

/**
 * Answers a question in words from the records, or says what they do not say. Deterministic; nothing is guessed.
 * @param records the records to choose from; at least one
 * @param question as typed, any length (the first 6,000 characters are read)
 * @throws RangeError when there is no record
 */
export function ask(records: readonly GeneRecord[], question: string, options: AskOptions = {}): Answer {
  return explain(records, question, options).answer;
}

/** The same as `ask`, with how it was found. */
export function explain(
  records: readonly GeneRecord[],
  question: string,
  options: AskOptions = {},
): Explanation {
  const { record, reading } = chooseRecord(records, question, options);
  const request: Request = { do: 'ask', question };
  const wide = wideScope(reading);
  const first = decide(record, request, wide, options.previous);
  if (!first.soft) return { ...first, reading, scope: wide };
  for (const scope of narrowScopes(reading)) {
    const other = decide(record, request, scope, options.previous);
    if (other.answer.kind !== 'none') return { ...other, reading, scope };
  }
  return { ...first, reading, scope: wide };
}

/** The record whose names or accessions the question bears; else the command's, the last answer's, the first. */
function chooseRecord(
  records: readonly GeneRecord[],
  question: string,
  options: AskOptions,
): { record: GeneRecord; reading: Reading } {
  const record = options.record ?? options.previous?.record ?? records[0];
  if (record === undefined) throw new RangeError('there is no record to ask');
  const reading = readText(record, question);
  if (records.length < 2 || reading.marks.some(namesGene)) return { record, reading };
  for (const other of records) {
    if (other === record) continue;
    const read = readText(other, question);
    if (read.marks.some(namesGene)) return { record: other, reading: read };
  }
  return { record, reading };
}

function namesGene(mark: Mark): boolean {
  return mark.kind === 'own' || (mark.accession !== null && mark.accession.found !== 'unknown');
}

function decide(record: GeneRecord, request: Request, scope: Scope, previous: Previous | undefined): Outcome {
  const features = featuresOf(record, scope);
  const say = (
    reason: string,
    rule: string,
    soft = false,
    candidates: readonly Candidate[] = [],
  ): Outcome => ({
    answer: refuse(record, reason, request, nearestSuggestions(record, features, candidates)),
    candidates,
    coverage: null,
    rule,
    soft,
  });
  if (features.marks.length === 0)
    return {
      answer: respond(record, { do: 'help' }),
      candidates: [],
      coverage: null,
      rule: 'nothing was asked',
      soft: false,
    };
  if (previous !== undefined && previous.record === record) {
    const next = continued(previous, features);
    if (next !== null)
      return {
        answer: respond(record, next),
        candidates: [],
        coverage: null,
        rule: 'a follow-up of the last answer',
        soft: false,
      };
  }
  const exact = decideAccession(record, request, features);
  if (exact !== null) return exact;
  const candidates = candidatesOf(record, features);
  const [best] = candidates;
  if (best === undefined) {
    const [beyond] = features.beyond;
    const [other] = features.others;
    if (other !== undefined) return say(otherGeneReason(record, other), 'another gene is spoken of', true);
    return beyond === undefined
      ? say(nothingReason(record), 'nothing of the record is asked', true)
      : say(beyondReason(record, beyond), 'beyond the record', true);
  }
  if (best.request.do === 'help')
    return { ...answered(record, best, features, null), candidates, rule: best.because };
  const other = blockingGene(record, features, best);
  if (other !== null)
    return say(otherGeneReason(record, other), 'another gene is spoken of', false, candidates);
  const [beyond] = features.beyond;
  if (beyond !== undefined) return say(beyondReason(record, beyond), 'beyond the record', true, candidates);
  const guard = guardOf(record, features, best);
  if (guard !== null) return say(guard.reason, guard.rule, false, candidates);
  return settle(record, request, features, candidates, best, say, previous?.request.do === 'function');
}

type Say = (reason: string, rule: string, soft?: boolean, candidates?: readonly Candidate[]) => Outcome;

function settle(
  record: GeneRecord,
  request: Request,
  features: Features,
  candidates: readonly Candidate[],
  best: Candidate,
  say: Say,
  afterFunction: boolean,
): Outcome {
  const covered = coverage(features, best);
  if (covered.share < threshold(best.strictness) || covered.blocking !== null) {
    const word = covered.blocking ?? covered.unexplained[0];
    const reason = word === undefined ? nothingReason(record) : unknownReason(record, word);
    return { ...say(reason, 'too little of the question is explained', true, candidates), coverage: covered };
  }
  if (best.request.do === 'function')
    return {
      ...settleFunction(record, request, features, candidates, best, say, afterFunction),
      coverage: covered,
    };
  if (best.request.do === 'locate') {
    const problem = locationProblem(record, features);
    if (problem !== null) return say(problem, 'a place that the record does not give', false, candidates);
  }
  return { ...answered(record, best, features, covered), candidates, rule: best.because };
}

function settleFunction(
  record: GeneRecord,
  request: Request,
  features: Features,
  candidates: readonly Candidate[],
  best: Candidate,
  say: Say,
  afterFunction: boolean,
): Outcome {
  if (!best.aboutThings) {
    return { ...answered(record, best, features, null), candidates, rule: best.because };
  }
  if (!concernsGene(record, features.scope, afterFunction))
    return say(nothingReason(record), 'about something else than the gene', false, candidates);
  const finding = findFunction(record, features.scope);
  if (!finding.found) {
    const answer = refuse(
      record,
      statementReason(record, finding.what),
      request,
      nearestSuggestions(record, features, candidates, finding.near),
    );
    return {
      answer: { ...answer, verdict: features.scope.yesNo ? 'not-said' : null },
      candidates,
      coverage: null,
      rule: 'no statement says that',
      soft: false,
    };
  }
  const statements = finding.statements.map(({ id }) => id);
  const answer = respond(
    record,
    { do: 'function', statements },
    { verdict: finding.verdict, notes: finding.notes },
  );
  return { answer, candidates, coverage: null, rule: best.because, soft: false };
}

function answered(
  record: GeneRecord,
  best: Candidate,
  features: Features,
  covered: Coverage | null,
): Outcome {
  return {
    answer: respond(record, best.request, { verdict: verdictOf(record, best, features) }),
    candidates: [],
    coverage: covered,
    rule: best.because,
    soft: false,
  };
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

/** Accessions: an unknown one is refused; a known one stands for the gene or the reference, or is what was asked about. */
function decideAccession(record: GeneRecord, request: Request, features: Features): Outcome | null {
  const finds = features.accessions.flatMap((mark) => (mark.accession === null ? [] : [mark.accession]));
  if (finds.length === 0) return null;
  const plain = { candidates: [], coverage: null, soft: false };
  const unknown = finds.find((find) => find.found === 'unknown');
  if (unknown !== undefined)
    return {
      ...plain,
      answer: accessionAnswer(record, unknown, request),
      rule: 'an accession that is not in the record',
    };
  const [find] = finds;
  if (find === undefined || features.beyond.length > 0 || blocksGene(features)) return null;
  if (find.found === 'reference') {
    const ids = finds.flatMap((one) => (one.found === 'reference' ? [one.reference.id] : []));
    const format = features.formats[0] ?? null;
    if (ids.length > 1 || format !== null)
      return {
        ...plain,
        answer: respond(record, { do: 'cite', references: [...new Set(ids)], format }),
        rule: 'references by number',
      };
    return {
      ...plain,
      answer: accessionAnswer(record, find, { do: 'cite', references: ids, format }),
      rule: 'a reference by its number',
    };
  }
  const [best] = candidatesOf(record, features);
  if (find.found === 'identifier') return settleIdentifier(record, features, find, best);
  return null;
}

function blocksGene(features: Features): boolean {
  return features.others.length > 0;
}

function settleIdentifier(
  record: GeneRecord,
  features: Features,
  find: Extract<NonNullable<Mark['accession']>, { found: 'identifier' }>,
  best: Candidate | undefined,
): Outcome | null {
  const plain = { candidates: best === undefined ? [] : [best], coverage: null, soft: false };
  const asks = best?.request;
  const accession: Request = { do: 'accession', accession: find.typed };
  const own = accessionAnswer(record, find, accession);
  if (
    asks === undefined ||
    best === undefined ||
    best.score < 2.2 ||
    asks.do === 'alias' ||
    asks.do === 'card'
  ) {
    const verdict = features.scope.yesNo ? 'yes' : null;
    return { ...plain, answer: { ...own, verdict }, rule: 'an accession looked up in reverse' };
  }
  if (asks.do !== 'id') return null;
  const databases = asks.databases;
  if (databases.length === 0 || databases.includes(find.database)) {
    const confirms = features.scope.yesNo || features.word(/^(?:right|correct|valid|true)$/u);
    return {
      ...plain,
      answer: { ...own, verdict: confirms ? 'yes' : null },
      rule: 'an accession held against its database',
    };
  }
  if (isMislabelled(features)) {
    const shown = `${DATABASES[find.database].name} ${find.base}`;
    const reason = `The record of ${geneSymbol(record)} holds ${shown}, which is not of the database that was named.`;
    return {
      ...plain,
      answer: refuse(record, reason, { do: 'accession', accession: find.typed }, [
        { label: shown.slice(0, 38), request: { do: 'accession', accession: find.base } },
      ]),
      rule: 'an accession of another database',
    };
  }
  if (!features.scope.yesNo) return null;
  const both = respond(
    record,
    { do: 'id', databases: [...databases, find.database], species: null },
    { verdict: 'no' },
  );
  return { ...plain, answer: both, rule: 'an accession of another database' };
}

/** "entrez P24001": a database and the accession of another one, and nothing between or beside them. */
function isMislabelled(features: Features): boolean {
  const told = features.marks.filter(
    (mark) => mark.kind !== 'everyday' && !mark.terms.some((term) => term.kind === 'generic'),
  );
  return told.length === 2 && !features.word(/^(?:for|of|to|from|what|whats|which|is)$/u);
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
  if (best.request.do === 'cite')
    return genes.find((mark) => mark.entities.length === 0 && mark.reference === null) ?? null;
  return genes[0] ?? null;
}

/** A pathway, a cell or a structure has no accession or place of this gene's. */
function isConcrete(record: GeneRecord, mark: Mark): boolean {
  if (mark.kind !== 'known' || mark.terms.some((term) => term.kind === 'database')) return false;
  return mark.entities.some((id) => {
    const kind = record.entities.find((entity) => entity.id === id)?.kind;
    return kind === 'pathway' || kind === 'cell' || kind === 'structure' || kind === 'gene';
  });
}

function isAnotherGene(record: GeneRecord, mark: Mark): boolean {
  if (mark.kind === 'other') return true;
  if (mark.terms.some((term) => term.kind === 'thing' && term.group === 'gene')) return true;
  return mark.entities.some((id) => record.entities.find((entity) => entity.id === id)?.kind === 'gene');
}
