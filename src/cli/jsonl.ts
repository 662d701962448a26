import { z } from 'zod';
import { type Answer, factIds } from '../answer/answer.js';
import { ask } from '../answer/ask.js';
import { styleOf } from '../answer/styled.js';
import type { GeneRecord } from '../record/schema.js';
import { type NextStep, nextSteps } from '../view/next.js';
import { answerText } from '../view/text.js';

/** One question as it stands on a line: `after` is asked first, and the question continues from its answer. */
export interface Line {
  readonly q: string;
  readonly after?: string | undefined;
}

/** A next step; `gene` is the command of another record than that of the answer. */
export type LineSuggestion = Omit<NextStep, 'record'> & { readonly gene?: string };

/** One answer as it is printed. */
export interface LineAnswer {
  readonly q: string;
  readonly kind: Answer['kind'];
  /** all that a person would read */
  readonly text: string;
  /** stable ids of the facts that the answer rests on */
  readonly facts: readonly string[];
  /** how a yes/no question came out; null where none was asked */
  readonly verdict: Answer['verdict'];
  readonly suggestions: readonly LineSuggestion[];
}

const lineSchema = z.object({ q: z.string(), after: z.string().optional() });

/** A line that is not a question; the message says what was expected. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

/**
 * Reads one line.
 * @throws LineError when it is not a JSON object with a string `q` (and, if present, a string `after`)
 */
export function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LineError('not JSON; expected {"q": "a question", "after": "the question before, optional"}');
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    throw new LineError('expected an object with a string "q" and, if there is one, a string "after"');
  }
  return parsed.data;
}

/**
 * Answers one question, after the one before it where there is one.
 * @param record whose command it is asked under; without it the question says which gene it is about
 */
export function answerOf(records: readonly GeneRecord[], { q, after }: Line, record?: GeneRecord): Answer {
  const asked = record === undefined ? {} : { record };
  if (after === undefined) return ask(records, q, asked);
  const before = ask(records, after, asked);
  const previous = { record: before.record, request: before.request };
  return ask(records, q, { ...asked, previous, lastStyle: styleOf(before.request) });
}

/** An answer in the form of one line. */
export async function toLine(q: string, answer: Answer): Promise<LineAnswer> {
  const text = await answerText(answer);
  return {
    q,
    kind: answer.kind,
    text,
    facts: factIds(answer),
    verdict: answer.verdict,
    suggestions: nextSteps(answer).map(lineSuggestion),
  };
}

function lineSuggestion({ label, request, record }: NextStep): LineSuggestion {
  return { label, request, ...(record === undefined ? {} : { gene: record.command }) };
}
