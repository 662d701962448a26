import { readFile } from 'node:fs/promises';
import Fuse from 'fuse.js';
import { ask } from '../src/answer/ask.js';
import { factLines, readLabels, readQuestions } from '../src/cli/score.js';
import { packagePath } from '../src/package-path.js';
import { loadRecords } from '../src/record/load.js';

/** How long one question takes, in milliseconds, beside plain Fuse.js over the same facts. Run with `npx vitest bench` or node. */
const WARM_UP = 2;
const ROUNDS = 5;

interface Times {
  readonly name: string;
  readonly median: number;
  readonly p99: number;
  readonly worst: number;
}

function measure(name: string, questions: readonly string[], answer: (question: string) => unknown): Times {
  for (let round = 0; round < WARM_UP; round += 1) for (const question of questions) answer(question);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of questions) {
      const start = performance.now();
      answer(question);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, median: at(0.5), p99: at(0.99), worst: at(1) };
}

function print(times: Times): void {
  const cell = (value: number): string => `${value.toFixed(3)} ms`.padStart(12);
  console.log(`${times.name.padEnd(34)}${cell(times.median)}${cell(times.p99)}${cell(times.worst)}`);
}

const records = await loadRecords(packagePath('data'));
const labels = readLabels(await readFile(packagePath('test', 'labels.json'), 'utf8'));
const questions = readQuestions(await readFile(packagePath('test', 'questions.jsonl'), 'utf8'), labels).map(
  ({ q }) => q,
);
const [first] = records;
if (first === undefined) throw new Error('there is no record');
const plain = new Fuse(factLines(first), { keys: ['text'], ignoreLocation: true });
const tokens = new Fuse(factLines(first), { keys: ['text'], ignoreLocation: true, useTokenSearch: true });
const longest = 'does IL-32 induce TNF in macrophages and what about '.repeat(120).slice(0, 6000);

console.log(
  `${`${questions.length} questions, ${ROUNDS} rounds`.padEnd(34)}${'median'.padStart(12)}${'p99'.padStart(12)}${'worst'.padStart(12)}`,
);
print(measure('il32-bot', questions, (question) => ask(records, question)));
print(measure('Fuse.js, defaults', questions, (question) => plain.search(question)));
print(measure('Fuse.js, token search', questions, (question) => tokens.search(question)));
print(measure('il32-bot, 6,000 characters', [longest], (question) => ask(records, question)));
