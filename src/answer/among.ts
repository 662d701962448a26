import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { type Subject, subjectOf } from '../search/terms.js';
import type { Answer, ClarifyAnswer } from './answer.js';
import type { Previous } from './follow.js';
import type { Request } from './request.js';

/** What is known besides the question when several records could answer it. */
export interface Among {
  /** the record of the command that it was asked under, if there is one */
  readonly record?: GeneRecord | undefined;
  /** how somebody asks about a record, for showing the way: "/tp53" */
  readonly command?: ((record: GeneRecord) => string) | undefined;
  /** the last answer's record and request: a follow-up continues it */
  readonly previous?: Previous | undefined;
}

/** So many records are asked for one question: each reads all of it. */
const MOST_ASKED = 3;

/**
 * Answers a question from the record that it is about. Asked under a gene's command, that gene's record answers all that it can;
 * what it cannot, and what is about another gene, is shown the way there. Asked without one, the subject chooses, then
 * what was spoken of before; a name that two genes share, or no name at all, is asked back.
 * @param records at least one
 * @param answerFrom answers from one record
 */
export function answerAmong<Answered extends { readonly answer: Answer }>(
  records: readonly GeneRecord[],
  question: string,
  { record, previous, command }: Among,
  answerFrom: (record: GeneRecord) => Answered,
): Answered {
  const context = previous?.record;
  const first = record ?? context ?? records[0];
  if (first === undefined) throw new RangeError('there is no record to ask');
  if (records.length < 2) return answerFrom(first);
  if (record !== undefined) {
    const own = answerFrom(record);
    return { ...own, answer: shownTheWay(records, own.answer, question, command) };
  }
  const subject = subjectOf(records, question);
  const request: Request = { do: 'ask', question };
  const [owner, ...namesakes] = subject.owners;
  if (context !== undefined && goesOn(subject, context))
    return firstThatSays(subject.pointsBack ? [context] : [context, ...subject.owners], answerFrom);
  if (owner === undefined) {
    const own = answerFrom(first);
    return own.answer.kind === 'help' ? own : { ...own, answer: whichGene(records, first, request) };
  }
  if (namesakes.length > 0) return { ...answerFrom(owner), answer: whichOwner(subject, owner, request) };
  return firstThatSays([owner, ...subject.others], answerFrom);
}

/** Whether a question is about what was spoken of before: it names nothing, or points back, or names it again. */
function goesOn({ owners, pointsBack }: Subject, context: GeneRecord): boolean {
  return owners.length === 0 || pointsBack || owners.includes(context);
}

function firstThatSays<Answered extends { readonly answer: Answer }>(
  records: readonly GeneRecord[],
  answerFrom: (record: GeneRecord) => Answered,
): Answered {
  let refused: Answered | null = null;
  for (const record of [...new Set(records)].slice(0, MOST_ASKED)) {
    const own = answerFrom(record);
    if (own.answer.kind !== 'none' && own.answer.verdict !== 'not-said') return own;
    refused ??= own;
  }
  if (refused === null) throw new RangeError('there is no record to ask');
  return refused;
}

/** An answer of one record, or, where that has none because what was typed is about another gene, the way to that gene. */
export function shownTheWay(
  records: readonly GeneRecord[],
  answer: Answer,
  asked: string,
  command: Among['command'] = (record) => `/${record.command}`,
): Answer {
  if (answer.kind !== 'none' || records.length < 2) return answer;
  const subject = subjectOf(records, asked);
  const [owner, ...namesakes] = subject.owners;
  if (owner === undefined || subject.owners.includes(answer.record)) return answer;
  if (namesakes.length > 0) return whichOwner(subject, answer.record, answer.request);
  return {
    ...answer,
    reason: `That is about ${geneSymbol(owner)}: use ${command(owner)}.`,
    other: owner,
  };
}

function whichOwner({ owners, typed }: Subject, record: GeneRecord, request: Request): ClarifyAnswer {
  return { ...whichGene(owners, record, request), shared: typed };
}

function whichGene(genes: readonly GeneRecord[], record: GeneRecord, request: Request): ClarifyAnswer {
  return { kind: 'clarify', record, request, verdict: null, notes: [], readings: [], genes };
}
