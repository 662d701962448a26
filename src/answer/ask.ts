import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { type Mark, type Reading, readText } from '../search/reading.js';
import type { Answer } from './answer.js';
import { type Candidate, LIKELY, PLAIN } from './ask-candidate.js';
import type { Previous } from './ask-case.js';
import { isOfField } from './ask-clauses.js';
import type { Coverage } from './ask-coverage.js';
import { decide, UNSAID } from './ask-decide.js';
import { featuresOf } from './ask-features.js';
import { type Scope, wideScope } from './ask-scope.js';
import { narrowScopes } from './ask-scopes.js';

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

/**
 * Answers a question in words from the records, or says what they do not say. Deterministic; nothing is guessed.
 * @param records the records to choose from; at least one
 * @param question as typed, any length (the first 2,000 characters are read)
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
  const corrected = correctedQuestion(reading, options.previous ?? null);
  if (corrected !== null) return explain(records, corrected, { record });
  const decideScope = (scope: Scope) => {
    const features = featuresOf(record, scope);
    const previous = options.previous ?? null;
    const outcome = decide({ record, request: { do: 'ask', question }, features, previous });
    const { answer, candidates, coverage, rule, soft } = outcome;
    return { answer, candidates, coverage, rule, soft, reading, scope };
  };
  const first = decideScope(wideScope(reading));
  if (!first.soft) return first;
  const unsaid = first.rule === UNSAID;
  for (const scope of narrowScopes(reading)) {
    if (unsaid && !scope.asks) continue;
    const other = decideScope(scope);
    if (other.answer.kind !== 'none' && !onlyNamesGene(other) && !fallsShort(first, other)) return other;
  }
  return first;
}

/** A correction holds at most so many words. */
const CORRECTION_WORDS = 10;

const CORRECTS = /^(?:sorry|meant|mean|ment|oops|typo|wrong|no|not|wait|for|about|and|same|then)$/u;

/** "what is X" asks anew; "what about X" asks the same of X. */
function asksWhatItIs(marks: readonly Mark[]): boolean {
  return (
    marks.some(({ text }) => /^(?:whats?|who|is)$/u.test(text)) && !marks.some(({ text }) => text === 'about')
  );
}

/** "I meant X": the question before, which was refused for another gene's name, with the gene's own name in its place. */
function correctedQuestion(reading: Reading, previous: Previous | null): string | null {
  if (previous === null || previous.record !== reading.record || previous.request.do !== 'ask') return null;
  const digits = /\d+/u.exec(geneSymbol(reading.record))?.[0];
  const own = reading.marks.filter(
    ({ kind, text }) => kind === 'own' || (kind === 'number' && text === digits),
  );
  const [name] = own;
  const only = reading.marks.every(
    ({ kind, text }) => /^(?:own|everyday|common|number)$/u.test(kind) || text === 'no',
  );
  const corrects = reading.marks.some(({ text }) => CORRECTS.test(text)) && !asksWhatItIs(reading.marks);
  if (
    name === undefined ||
    own.length > 1 ||
    !only ||
    !corrects ||
    reading.tokens.list.length > CORRECTION_WORDS
  )
    return null;
  const before = readText(reading.record, previous.request.question);
  const other = before.marks.find(({ kind }) => kind === 'other');
  return other === undefined
    ? null
    : before.tokens.text.replace(other.raw, name.kind === 'own' ? name.raw : geneSymbol(reading.record));
}

/** Where a reference, an accession or a place was plainly asked for, a part that only bears a name is no answer to that. */
function fallsShort(first: Explanation, other: Explanation): boolean {
  const asked = first.candidates[0];
  const found = other.candidates[0];
  return asked !== undefined && asked.score >= PLAIN && found !== undefined && found.score < LIKELY;
}

/** A part of a message that only names the gene, while other parts speak of the field, is not what was asked. */
function onlyNamesGene({ answer, scope }: Explanation): boolean {
  const advice = scope.core.some(
    ({ text }, at) =>
      /^(?:can|should|could|may|do|must)$/u.test(text) && /^(?:i|we)$/u.test(scope.core[at + 1]?.text ?? ''),
  );
  if (answer.kind === 'summary' && advice) return true;
  return answer.kind === 'summary' && scope.context.some((mark) => mark.kind !== 'own' && isOfField(mark));
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
