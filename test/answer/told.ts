import { factIds } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import type { GeneRecord } from '../../src/record/schema.js';

/** The lead, the kind and the facts of an answer about a record. */
export function told(record: GeneRecord, question: string): string {
  const answer = ask([record], question, { record });
  return [answer.verdict ?? 'none', answer.kind, ...factIds(answer)].join(' ');
}
