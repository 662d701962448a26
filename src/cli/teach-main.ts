import { writeFile } from 'node:fs/promises';
import { ask } from '../answer/ask.js';
import { LABELS, LabelledError } from '../measure/labelled.js';
import { type Model, modelText, trainedModel } from '../understand/model.js';
import { learn } from './learn.js';
import { addTaught, type LabelledLesson, lessons, MODEL_FILE, newLesson } from './lessons.js';

export const TEACH_USAGE = `Usage: npm run --silent teach -- "question" LABEL [FACT ...]
Adds a labelled question about IL32, trains anew, and says which other labelled questions are answered otherwise now.
  LABEL  what kind of answer is right: ${Object.keys(LABELS).join(', ')}
  FACT   an id of a fact that must be shown, as ask --json prints it
`;

/** How many of the other changes are shown. */
const SHOWN = 20;

/** What an answer is, in short: its kind and its lead. */
function answerKind({ record, q, after }: LabelledLesson, model: Model): string {
  const before = after === undefined ? undefined : ask([record], after, { record, model });
  const previous = before === undefined ? {} : { previous: { record, request: before.request } };
  const { kind, verdict } = ask([record], q, { record, model, ...previous });
  return verdict === null ? kind : `${kind}, ${verdict}`;
}

/**
 * Teaches one labelled question.
 * @param args the question, its label and ids of facts
 * @returns what to print, line by line
 * @throws LabelledError when the label or a fact does not exist, or the question is known already
 */
export async function teach([q = '', label = '', ...facts]: readonly string[]): Promise<readonly string[]> {
  const taught = await newLesson({ q, expect: [label], ...(facts.length === 0 ? {} : { facts }) });
  const known = await lessons();
  if (
    known.some(
      (one) => one.q === q && one.after === undefined && one.record.command === taught.record.command,
    )
  )
    throw new LabelledError(`"${q}" is a labelled question already`);
  const before = trainedModel();
  const model = learn([...known, taught]);
  const others = known.flatMap((one) => {
    const [was, is] = [answerKind(one, before), answerKind(one, model)];
    return was === is
      ? []
      : [`  "${one.q.slice(0, 80)}": ${was} -> ${is} (labelled ${one.expect.join(' or ')})`];
  });
  await addTaught(taught);
  await writeFile(MODEL_FILE, modelText(model));
  return [
    `"${q}": ${answerKind(taught, before)} -> ${answerKind(taught, model)}`,
    `${others.length} of ${known.length} other labelled questions are answered otherwise now${others.length > 0 ? ':' : '.'}`,
    ...others.slice(0, SHOWN),
    ...(others.length > SHOWN ? [`  and ${others.length - SHOWN} more`] : []),
  ];
}
