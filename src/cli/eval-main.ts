import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gridOf } from '../measure/grid/grid.js';
import { factIdsOf, LABELS, type Labelled, LabelledError, readLabelled } from '../measure/labelled.js';
import { crossed, type Lines, readLines } from '../measure/lines.js';
import { failureLines, figureLines, partLines } from '../measure/report.js';
import { judge, type Score, scoreOf } from '../measure/score.js';
import { packagePath } from '../package-path.js';
import { loadRecord } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';
import { answerOf, toLine } from './jsonl.js';

const USAGE = `Usage: npm run --silent eval                                     every set of test/lines.json, against its lines
       npm run --silent eval -- [--record FILE] QUESTIONS.jsonl  labelled questions about a record
       npm run --silent eval -- [--record FILE] --seed NUMBER    questions made from the record itself

A labelled question, one on each line: {"q": "is it on chr16?", "expect": ["location"], "verdict": "yes"}
  expect   what kind of answer is right, any of these:
${Object.entries(LABELS)
  .map(([label, words]) => `             ${label.padEnd(13)}${words}`)
  .join('\n')}
  facts    (optional) ids of facts that must be shown, as ask --json prints them; "a|b": either of two.
           As many others may be shown beside them, and two more.
  verdict  (optional) how the answer begins: yes, no, unsaid (neither is known), none (neither was asked), or a list of these
  after    (optional) the question before it
`;

/** Where the program writes. */
export interface EvalTerminal {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/**
 * Runs the terminal's `eval`.
 * @param args the arguments behind the program's name
 * @returns the exit code: 1 for wrong arguments, for a file of questions that cannot be used, and for a figure beyond its line
 * @throws RecordError when a record cannot be loaded
 */
export async function runEval(args: readonly string[], { write, writeError }: EvalTerminal): Promise<number> {
  try {
    const { values, positionals } = readArguments(args);
    if (values.help) {
      write(USAGE);
      return 0;
    }
    const [file, ...more] = positionals;
    if (more.length > 0) throw new LabelledError('expected one file of questions');
    if (file === undefined && values.seed === undefined) return await evaluateAll(write, values.record);
    const record = await loadRecord(values.record ?? packagePath('data', 'il32.json'));
    const questions =
      file === undefined ? gridOf(record, seedOf(values.seed)) : await questionsOf(file, record);
    const score = await scoreQuestions(record, questions);
    const name = file ?? `grid of ${record.command}, seed ${values.seed}`;
    write(`${[...figureLines(name, score), ...partLines(score), ...failureLines(score)].join('\n')}\n`);
    return 0;
  } catch (error) {
    const isMistake = error instanceof LabelledError || (error instanceof TypeError && 'code' in error);
    if (!isMistake) throw error;
    writeError(`${error.message}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      record: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

function seedOf(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/u.test(text)) {
    throw new LabelledError(`--seed: expected a whole number such as 1, found "${text ?? ''}"`);
  }
  return Number(text);
}

async function questionsOf(file: string, record: GeneRecord): Promise<readonly Labelled[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new LabelledError(
      `${file}: cannot read the file (${error instanceof Error ? error.message : 'unknown'})`,
    );
  }
  try {
    return readLabelled(text, factIdsOf(record));
  } catch (error) {
    if (!(error instanceof LabelledError)) throw error;
    throw new LabelledError(error.message.replaceAll(/^/gmu, `${file}: `));
  }
}

/** Answers every question about a record, and scores the answers. */
async function scoreQuestions(record: GeneRecord, questions: readonly Labelled[]): Promise<Score> {
  const judged = [];
  for (const question of questions) {
    const { kind, facts, text } = await toLine(question.q, answerOf([record], question));
    judged.push(judge(question, { kind, facts, text }, record));
  }
  return scoreOf(judged);
}

/** Scores one measured set. */
async function scoreSet({ record: file, questions, seed }: Lines): Promise<Score> {
  const record = await loadRecord(packagePath(file));
  const asked =
    questions === undefined ? gridOf(record, seed) : await questionsOf(packagePath(questions), record);
  return scoreQuestions(record, asked);
}

async function evaluateAll(write: EvalTerminal['write'], record: string | undefined): Promise<number> {
  if (record !== undefined) {
    throw new LabelledError(
      '--record: expected a file of questions beside it, or --seed NUMBER for questions made from it',
    );
  }
  const sets = readLines(await readFile(packagePath('test', 'lines.json'), 'utf8'));
  let isSound = true;
  for (const set of sets) {
    const score = await scoreSet(set);
    const problems = crossed(score, set);
    isSound &&= problems.length === 0;
    write(
      `${[...figureLines(set.name, score), ...problems.map((each) => `  BEYOND ITS LINE: ${each}`)].join('\n')}\n`,
    );
  }
  return isSound ? 0 : 1;
}
