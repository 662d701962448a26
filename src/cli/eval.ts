import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import { answerText } from '../answer/text.js';
import { packagePath } from '../package-path.js';
import { loadRecords, RecordError } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';
import { answerOf } from './jsonl.js';
import {
  factLines,
  type Given,
  type LabelledQuestion,
  type Labels,
  readLabels,
  readQuestions,
  type Score,
  ScoreError,
  scoreAll,
  scoreOne,
} from './score.js';

/** Scores labelled questions: this project's answers, and plain Fuse.js over the same facts beside it. */

async function scoreOurs(
  records: readonly GeneRecord[],
  questions: readonly LabelledQuestion[],
  labels: Labels,
): Promise<Score> {
  const scored = [];
  for (const question of questions) {
    const answer = answerOf(records, question);
    scored.push(scoreOne(question, { kind: answer.kind, text: await answerText(answer) }, labels));
  }
  return scoreAll(scored);
}

function scoreFuse(record: GeneRecord, questions: readonly LabelledQuestion[], labels: Labels): Score {
  const fuse = new Fuse(factLines(record), {
    keys: ['text'],
    ignoreLocation: true,
    threshold: 0.3,
    useTokenSearch: true,
    tokenMatch: 'any',
  });
  const answer = (q: string): Given => fuse.search(q)[0]?.item ?? { kind: 'none', text: '' };
  return scoreAll(questions.map((question) => scoreOne(question, answer(question.q), labels)));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)}%`;
}

function summaryRows(score: Score): readonly string[] {
  const { answerable, unanswerable, wrong, scored } = score;
  return [
    percent(answerable.right, answerable.asked),
    percent(unanswerable.right, unanswerable.asked),
    percent(wrong, scored.length),
  ];
}

function print(ours: Score, fuse: Score): void {
  const row = (cells: readonly string[]): string =>
    `${(cells[0] ?? '').padEnd(34)}${(cells[1] ?? '').padStart(12)}${(cells[2] ?? '').padStart(12)}`;
  console.log(row([`${ours.scored.length} questions`, 'il32-bot', 'Fuse.js']));
  for (const label of [...ours.labels.keys()].sort()) {
    const cell = (score: Score): string =>
      `${score.labels.get(label)?.right ?? 0}/${score.labels.get(label)?.asked ?? 0}`;
    console.log(row([`  ${label}`, cell(ours), cell(fuse)]));
  }
  const names = [
    `right of ${ours.answerable.asked} answerable`,
    `abstained of ${ours.unanswerable.asked} unanswerable`,
    `wrong assertions of all`,
  ];
  names.forEach((name, at) => {
    console.log(row([name, summaryRows(ours)[at] ?? '', summaryRows(fuse)[at] ?? '']));
  });
}

function printFailures(score: Score): void {
  const failed = score.scored.filter(({ right }) => !right);
  console.log(failed.length === 0 ? 'No failures.' : `Failures (${failed.length}):`);
  for (const { question, given, wrong } of failed) {
    const after = question.after === undefined ? '' : ` (after "${question.after}")`;
    console.log(`  ${wrong ? 'wrong' : 'missed'}: "${question.q.slice(0, 160)}"${after}`);
    console.log(
      `    expected ${question.expect.join(' or ')}, got ${given.kind}: ${given.text.split('\n').filter(Boolean).slice(0, 2).join(' / ').slice(0, 140)}`,
    );
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { labels: { type: 'string' } },
  });
  const labels = readLabels(await readFile(values.labels ?? packagePath('test', 'labels.json'), 'utf8'));
  const file = positionals[0] ?? packagePath('test', 'questions.jsonl');
  const questions = readQuestions(await readFile(file, 'utf8'), labels);
  const records = await loadRecords(process.env.RECORDS_DIR ?? packagePath('data'));
  const [first] = records;
  if (first === undefined) return;
  const ours = await scoreOurs(records, questions, labels);
  print(ours, scoreFuse(first, questions, labels));
  printFailures(ours);
}

try {
  await main();
} catch (error) {
  const known =
    error instanceof ScoreError ||
    error instanceof RecordError ||
    (error instanceof Error && 'code' in error);
  if (!known) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
