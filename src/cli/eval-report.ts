import Fuse from 'fuse.js';
import type { GeneRecord } from '../record/schema.js';
import { answerText } from '../view/text.js';
import { answerOf } from './jsonl.js';
import {
  factLines,
  type Given,
  type LabelledQuestion,
  type Labels,
  type Score,
  type Scored,
  scoreAll,
  scoreOne,
} from './score.js';

/** Answers every question and scores the answers. */
export async function scoreProject(
  records: readonly GeneRecord[],
  questions: readonly LabelledQuestion[],
  labels: Labels,
): Promise<Score> {
  const scored: Scored[] = [];
  for (const question of questions) {
    const answer = answerOf(records, question);
    scored.push(scoreOne(question, { kind: answer.kind, text: await answerText(answer) }, labels));
  }
  return scoreAll(scored);
}

/** The baseline: the first fact that plain Fuse.js finds for the whole question, with the options that answer most. */
export function scoreBaseline(
  record: GeneRecord,
  questions: readonly LabelledQuestion[],
  labels: Labels,
): Score {
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

function shares({ answerable, unanswerable, wrong, scored }: Score): readonly string[] {
  return [
    percent(answerable.right, answerable.asked),
    percent(unanswerable.right, unanswerable.asked),
    percent(wrong, scored.length),
  ];
}

const NAME_WIDTH = 36;
const CELL_WIDTH = 12;

function row(name: string, ours: string, baseline: string): string {
  return `${name.padEnd(NAME_WIDTH)}${ours.padStart(CELL_WIDTH)}${baseline.padStart(CELL_WIDTH)}`;
}

function labelCell(score: Score, label: string): string {
  const { right, asked } = score.labels.get(label) ?? { right: 0, asked: 0 };
  return `${right}/${asked}`;
}

/** The figures of both, label by label, then the shares, then every question that did not come out right. */
export function reportText(ours: Score, baseline: Score): string {
  const labels = [...ours.labels.keys()].sort();
  const names = [
    `right of ${ours.answerable.asked} answerable`,
    `abstained of ${ours.unanswerable.asked} unanswerable`,
    'wrong assertions of all',
  ];
  return [
    row(`${ours.scored.length} questions`, 'il32-bot', 'Fuse.js'),
    ...labels.map((label) => row(`  ${label}`, labelCell(ours, label), labelCell(baseline, label))),
    ...names.map((name, at) => row(name, shares(ours)[at] ?? '', shares(baseline)[at] ?? '')),
    ...failureLines(ours),
  ].join('\n');
}

function failureLines(score: Score): readonly string[] {
  const failed = score.scored.filter(({ right }) => !right);
  if (failed.length === 0) return ['No failures.'];
  return [`Failures (${failed.length}):`, ...failed.flatMap(failureText)];
}

function failureText({ question, given, wrong }: Scored): readonly string[] {
  const after = question.after === undefined ? '' : ` (after "${question.after}")`;
  const start = given.text
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 2)
    .join(' / ')
    .slice(0, 140);
  return [
    `  ${wrong ? 'wrong' : 'missed'}: "${question.q.slice(0, 160)}"${after}`,
    `    expected ${question.expect.join(' or ')}, got ${given.kind}: ${start}`,
  ];
}
