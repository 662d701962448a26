import { readFile } from 'node:fs/promises';
import { readLine } from '../src/cli/jsonl.js';
import { packagePath } from '../src/package-path.js';
import { median, quantile, table } from './figures.js';
import { type LineProgram, startLineProgram } from './lines.js';

/**
 * How long a question takes in the terminal's `--jsonl` mode, beside plain Fuse.js over the same facts: from writing the line
 * to having the answer's line. Each process is asked every question of data/understanding/questions.jsonl once, so that nothing is asked
 * twice of a process and nothing is warm that would not be.
 */
const PROCESSES = 3;
const MEDIAN_GOAL_MS = 1;
const P99_GOAL_MS = 5;
const LONGEST = 6_000;

const PROGRAMS = [
  { name: 'il32-bot', start: () => startLineProgram('../src/cli/ask.js', '--jsonl') },
  { name: 'Fuse.js, defaults', start: () => startLineProgram('./plain-fuse.js') },
  { name: 'Fuse.js, token search', start: () => startLineProgram('./plain-fuse.js', 'tokens') },
] as const;

/**
 * @param share of the questions that is asked, from 0 to 1
 * @returns a section of results in Markdown
 */
export async function measureQuestions(share: number): Promise<string> {
  const all = await questionLines();
  const lines = all.slice(0, Math.ceil(all.length * share));
  const times: number[][] = PROGRAMS.map(() => []);
  const longest: number[][] = PROGRAMS.map(() => []);
  for (let round = 0; round < PROCESSES; round += 1) {
    for (const [at, { start }] of PROGRAMS.entries()) {
      const program = await start();
      times[at]?.push(...(await askAll(program, lines)));
      longest[at]?.push(await program.ask(longLine()));
      await program.stop();
    }
  }
  const [ours = []] = times;
  const met = median(ours) < MEDIAN_GOAL_MS && quantile(ours, 0.99) < P99_GOAL_MS;
  return [
    `${share === 1 ? 'All' : 'The first'} ${lines.length} different questions of data/understanding/questions.jsonl, each asked once of ${PROCESSES} fresh processes of each program: from writing a line to having the answer's line. The slowest is the first, which builds the vocabulary. Goal: under ${MEDIAN_GOAL_MS} ms at the median and ${P99_GOAL_MS} ms at p99: ${met ? 'met' : '**missed**'}.`,
    table(
      ['program', 'median', 'p90', 'p99', 'slowest', `${LONGEST} characters`],
      PROGRAMS.map(({ name }, at) => [
        name,
        ...[0.5, 0.9, 0.99, 1].map((share) => milliseconds(quantile(times[at] ?? [], share))),
        milliseconds(median(longest[at] ?? [])),
      ]),
    ),
  ].join('\n\n');
}

async function questionLines(): Promise<readonly string[]> {
  const text = await readFile(packagePath('data', 'understanding', 'questions.jsonl'), 'utf8');
  const questions = text
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
  return [...new Set(questions.map(({ q, after }) => JSON.stringify({ q, after })))];
}

function longLine(): string {
  return JSON.stringify({
    q: 'does IL-32 induce TNF in macrophages and what about '.repeat(120).slice(0, LONGEST),
  });
}

async function askAll(program: LineProgram, lines: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const line of lines) times.push(await program.ask(line));
  return times;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}
