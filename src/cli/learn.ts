import { questionFeatures } from '../answer/ask.js';
import { weigh } from '../answer/claim-verdict.js';
import { factsOf } from '../answer/facts.js';
import { beforeOf } from '../answer/follow.js';
import type { GeneRecord } from '../record/schema.js';
import { readText } from '../search/reading.js';
import type { Before } from '../understand/features.js';
import { type Frame, frameOf } from '../understand/frame.js';
import { type Intent, intentsOf } from '../understand/intents.js';
import { guessesOf, type Model } from '../understand/model.js';
import { type Example, train } from '../understand/train.js';

/** A question with the labels of the answers that are right and the facts that those show. */
export interface LabelledQuestion {
  readonly q: string;
  readonly after?: string | undefined;
  readonly expect: readonly string[];
  readonly facts?: readonly string[] | undefined;
}

/** A labelled question and the record that it is about. */
export interface Lesson extends LabelledQuestion {
  readonly record: GeneRecord;
}

/** So often the first model sees each question: it only tells what the question before a follow-up was about. */
const FIRST = 2;

interface Read {
  readonly frame: Frame;
  readonly after: Frame | null;
  readonly intents: readonly Intent[];
}

/** Learns the intent model from labelled questions, the same each time. Follow-ups learn from what a first model, of the others, makes of the question before. */
export function learn(lessons: readonly Lesson[]): Model {
  const read = lessons.map(readLesson);
  const first = train(
    read.filter(({ after }) => after === null).map((one) => exampleOf(one, null)),
    FIRST,
  );
  return train(read.map((one) => exampleOf(one, first)));
}

function readLesson({ record, q, after, expect, facts }: Lesson): Read {
  const frame = (text: string): Frame => frameOf(record, readText(record, text));
  return {
    frame: frame(q),
    after: after === undefined ? null : frame(after),
    intents: intentsOf(expect, facts ?? []),
  };
}

function exampleOf({ frame, after, intents }: Read, first: Model | null): Example {
  const featuresOf = (one: Frame, before: Before): readonly string[] =>
    questionFeatures(one, weigh(one.clause.claim, factsOf(one.record)), before);
  if (after === null || first === null) return { features: featuresOf(frame, null), intents };
  const [guess] = guessesOf(first, featuresOf(after, null));
  return { features: featuresOf(frame, beforeOf(guess?.[0] ?? 'none', after.subject)), intents };
}
