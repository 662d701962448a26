import type { Answer } from '../answer/answer.js';
import { sourceLine } from '../record/words.js';
import type { AnswerView } from './view.js';

/** The parts that all views begin with: nothing to show yet, the notes of the answer, and where the record is from. */
export function viewBase(answer: Answer): AnswerView {
  return {
    title: '',
    url: null,
    lead: null,
    body: [],
    fields: [],
    table: null,
    copy: null,
    notes: answer.notes,
    links: [],
    source: sourceLine(answer.record),
  };
}

/** "Yes." or "No." for an answer to a yes/no question, else null. */
export function leadOf({ verdict }: Answer): string | null {
  switch (verdict) {
    case 'yes':
      return 'Yes.';
    case 'no':
      return 'No.';
    case 'not-said':
      return 'The record does not say.';
    case null:
      return null;
  }
}
