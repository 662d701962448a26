import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { packagePath } from '../src/package-path.js';
import { type Actor, copyCommands, recordsFolder, startActor } from './actors.js';
import { measureQuestions } from './ask.js';
import { digits, median, quantile, table } from './figures.js';
import { keepSection } from './results.js';
import { answersOf, burst, inTurns, QUESTIONS, takeTurns, traffic } from './traffic.js';

/**
 * Measures the bot beside a bare discord.js bot on the same local Discord, and questions in the terminal beside plain Fuse.js;
 * writes bench/RESULTS.md.
 * BENCH_MINUTES: how long the traffic lasts before memory is read (5).
 */
const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 5);
const STARTS = 11;
const WARM_UP = 300;
const ROUNDS = 2_500;
const BURSTS = 10;
const BURST_SIZE = 600;
const RECORDS = [1, 10, 100];
const PER_SECOND = 20;
/** Memory goes up and down with each collection of garbage: the median of the last part of the traffic counts. */
const MEMORY_SAMPLES = 30;

interface Row {
  readonly what: string;
  readonly bare: number;
  readonly ours: number;
  readonly unit: string;
  readonly goal: string;
  readonly met: boolean;
}

function row(what: string, bare: number, ours: number, unit: string, goal: number, more = false): Row {
  const ratio = ours / bare;
  return {
    what,
    bare,
    ours,
    unit,
    goal: `${more ? '≥' : '≤'} ${goal}`,
    met: more ? ratio >= goal : ratio <= goal,
  };
}

interface Both {
  readonly bare: Actor;
  readonly ours: Actor;
}

/** Starts both bots; the bare one answers what ours answers. @param folder where its answers are kept */
async function startBoth(discord: LocalDiscord, folder: string): Promise<Both> {
  const ours = await startActor(discord, 'ours');
  await discord.waitFor('commands', ({ appId }) => appId === ours.appId, 3_000).catch(() => undefined);
  const answers = join(folder, 'answers.json');
  await writeFile(answers, await answersOf(discord, ours));
  const bare = await startActor(discord, 'bare', { BARE_ANSWERS: answers });
  await copyCommands(discord, ours, bare);
  return { bare, ours };
}

async function measureStart(discord: LocalDiscord): Promise<Row> {
  const times: Record<'bare' | 'ours', number[]> = { bare: [], ours: [] };
  for (let round = 0; round < STARTS; round += 1) {
    for (const program of inTurns(['bare', 'ours'] as const, round)) {
      const actor = await startActor(discord, program);
      times[program].push(actor.startMs);
      await actor.stop();
    }
  }
  return row('start to ready', median(times.bare), median(times.ours), 'ms', 1.5);
}

async function measureAnswers(discord: LocalDiscord, bare: Actor, ours: Actor): Promise<Row[]> {
  const rows: Row[] = [];
  for (const question of QUESTIONS) {
    await takeTurns(discord, [bare, ours], question, WARM_UP);
    const [bareTimes = [], ourTimes = []] = await takeTurns(discord, [bare, ours], question, ROUNDS);
    rows.push(row(`${question.name}: first answer, p50`, median(bareTimes), median(ourTimes), 'ms', 1.15));
    rows.push(
      row(
        `${question.name}: first answer, p99`,
        quantile(bareTimes, 0.99),
        quantile(ourTimes, 0.99),
        'ms',
        1.3,
      ),
    );
    await pause(500);
  }
  return rows;
}

async function measureBursts(discord: LocalDiscord, bare: Actor, ours: Actor): Promise<Row> {
  const [question] = QUESTIONS.slice(1);
  if (question === undefined) throw new Error('there is no question');
  const rates: [number[], number[]] = [[], []];
  const both = [
    { actor: bare, into: rates[0] },
    { actor: ours, into: rates[1] },
  ];
  for (let round = 0; round < BURSTS; round += 1) {
    for (const { actor, into } of inTurns(both, round)) {
      into.push(await burst(discord, actor, question, BURST_SIZE));
      // The local Discord has its own work after a burst; the next one must not pay for it.
      await pause(1_000);
    }
  }
  return row(
    `burst of ${BURST_SIZE}: answers per second`,
    median(rates[0]),
    median(rates[1]),
    '/s',
    0.85,
    true,
  );
}

/** In processes that have done nothing else: what a burst left behind would stand in the figure until V8 tidies up. */
async function measureMemory(discord: LocalDiscord, folder: string): Promise<Row> {
  const { bare, ours } = await startBoth(discord, folder);
  const seconds = MINUTES * 60;
  let asked = await traffic(discord, [bare, ours], seconds * 0.8, PER_SECOND);
  const samples: [number[], number[]] = [[], []];
  for (let sample = 0; sample < MEMORY_SAMPLES; sample += 1) {
    asked += await traffic(discord, [bare, ours], (seconds * 0.2) / MEMORY_SAMPLES, PER_SECOND);
    samples[0].push(await bare.memory());
    samples[1].push(await ours.memory());
  }
  await Promise.all([bare.stop(), ours.stop()]);
  const what = `memory at the end of ${MINUTES} min of traffic (${asked} questions), from the start`;
  return row(what, median(samples[0]), median(samples[1]), 'MiB', 1.25);
}

interface Growth {
  readonly records: number;
  readonly startMs: number;
  readonly memory: number;
  readonly p50: readonly number[];
}

async function measureGrowth(discord: LocalDiscord): Promise<Growth[]> {
  const folders = await Promise.all(RECORDS.map(recordsFolder));
  const actors: Actor[] = [];
  for (const folder of folders) actors.push(await startActor(discord, 'ours', { RECORDS_DIR: folder }));
  await pause(3_000);
  const times: number[][] = RECORDS.map(() => []);
  for (const question of QUESTIONS) {
    await takeTurns(discord, actors, question, WARM_UP);
    const all = await takeTurns(discord, actors, question, ROUNDS / 5);
    for (const [index, each] of all.entries()) times[index]?.push(median(each));
  }
  const memory = await Promise.all(actors.map((actor) => actor.memory()));
  await Promise.all(actors.map((actor) => actor.stop()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  return RECORDS.map((records, index) => ({
    records,
    startMs: actors[index]?.startMs ?? Number.NaN,
    memory: memory[index] ?? Number.NaN,
    p50: times[index] ?? [],
  }));
}

function compared(rows: readonly Row[]): string {
  return table(
    ['measured', 'bare discord.js bot', 'this bot', 'ratio', 'goal', ''],
    rows.map(({ what, bare, ours, unit, goal, met }) => [
      what,
      `${digits(bare)} ${unit}`,
      `${digits(ours)} ${unit}`,
      (ours / bare).toFixed(2),
      goal,
      met ? 'met' : '**missed**',
    ]),
  );
}

function grown(growth: readonly Growth[]): string {
  const base = growth[0]?.p50 ?? [];
  return table(
    [
      'records',
      'start to ready',
      'memory',
      ...QUESTIONS.map(({ name }) => `${name} p50`),
      'beside one record',
    ],
    growth.map(({ records, startMs, memory, p50 }) => {
      const ratios = p50.map((value, index) => value / (base[index] ?? Number.NaN));
      return [
        String(records),
        `${digits(startMs)} ms`,
        `${digits(memory)} MiB`,
        ...p50.map((value) => `${digits(value)} ms`),
        (ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(2),
      ];
    }),
  );
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'} (load ${loadavg()[0]?.toFixed(2)} before the run), Node ${process.version}, ${process.platform}`;
const questions = await measureQuestions();
const discord = await startLocalDiscord();
const first = await measureStart(discord);
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const { bare, ours } = await startBoth(discord, folder);
const rows = [
  first,
  ...(await measureAnswers(discord, bare, ours)),
  await measureBursts(discord, bare, ours),
];
await Promise.all([bare.stop(), ours.stop()]);
rows.push(await measureMemory(discord, folder));
await rm(folder, { recursive: true });
const growth = await measureGrowth(discord);
await discord.close();

const text = [
  `Measured on ${machine}. Both bots run as processes of their own on one local Discord, asked in turns, ${ROUNDS} times each. The bare bot has the same intents and answers each question with a constant: the same message that this bot sends, so that only the work behind it differs.`,
  compared(rows),
  'With more records (generated from the first one); the last column is the mean ratio over the five questions:',
  grown(growth),
].join('\n\n');
console.log(`${questions}\n\n${text}`);
await keepSection(packagePath('bench', 'RESULTS.md'), 'Questions in the terminal', questions);
await keepSection(packagePath('bench', 'RESULTS.md'), 'Beside a bare bot', text);
