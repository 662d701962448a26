import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { packagePath } from '../src/package-path.js';
import { type Actor, recordsFolder, startActor } from './actors.js';
import { measureQuestions } from './ask.js';
import { writeConstants } from './constants.js';
import { digits, median, quantile, table } from './figures.js';
import { keepSection } from './results.js';
import { compared, type Pair, type Row, row } from './rows.js';
import { burst, inTurns, takeTurns, traffic } from './traffic.js';
import { type Way, waysToAsk } from './ways.js';

/**
 * Measures the bot beside a bare discord.js bot on the same local Discord, and questions in the terminal beside plain Fuse.js;
 * writes bench/RESULTS.md, what was missed first.
 * BENCH_SHARE: a share of all counts and times (1), such as 0.05 to see that the bench itself works.
 */
const SHARE = Number(process.env['BENCH_SHARE'] ?? 1);
const share = (count: number) => Math.max(1, Math.round(count * SHARE));
const STARTS = share(11);
const COLD_PAIRS = share(7);
const COLD = 200;
const WARM_UP = share(300);
const ROUNDS = share(2_000);
const BURSTS = share(6);
const BURST_SIZES = [600, 1_500];
const TRAFFIC_SECONDS = share(300);
const RECORDS = [1, 10, 100];
const PER_SECOND = 20;
/** Discord takes no first answer after it. */
const LATE_MS = 3_000;
const MEMORY_SAMPLES = 15;
const LOADED_MS = 2_000;

/** A fresh pair of bots, the bare one first or last in turns. */
async function startPair(
  discord: LocalDiscord,
  variables: Readonly<Record<string, string>>,
  round = 0,
): Promise<Pair<Actor>> {
  const actors = new Map<string, Actor>();
  for (const program of inTurns(['bare', 'ours'] as const, round))
    actors.set(program, await startActor(discord, program, variables));
  const [bare, ours] = [actors.get('bare'), actors.get('ours')];
  if (bare === undefined || ours === undefined) throw new Error('a bot did not start');
  return [bare, ours];
}

function stopPair(pair: Pair<Actor>): Promise<unknown> {
  return Promise.all(pair.map((actor) => actor.stop()));
}

async function measureStarts(
  discord: LocalDiscord,
  variables: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const times: Pair<Actor[]> = [[], []];
  const memory: Pair<number[]> = [[], []];
  for (let round = 0; round < STARTS; round += 1) {
    const pair = await startPair(discord, variables, round);
    times[0].push(pair[0]);
    times[1].push(pair[1]);
    // What is loaded once the commands are registered belongs to the start, too.
    await pause(LOADED_MS);
    for (const [at, actor] of pair.entries()) memory[at]?.push(await actor.memory());
    await stopPair(pair);
  }
  const middle = (of: (actor: Actor) => number): Pair<number> => [
    median(times[0].map(of)),
    median(times[1].map(of)),
  ];
  return [
    row(
      'start until commands are registered',
      middle(({ startMs }) => startMs),
      'ms',
      1.5,
    ),
    row(
      'start until READY',
      middle(({ readyMs }) => readyMs),
      'ms',
      1.5,
    ),
    row(`memory ${LOADED_MS / 1_000} s after the start`, [median(memory[0]), median(memory[1])], 'MiB', 1.25),
  ];
}

/** The first interactions after the start, in order: each way in turn, never the same question or person. */
async function measureCold(
  discord: LocalDiscord,
  ways: readonly Way[],
  variables: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const times: Pair<number[]> = [[], []];
  const early: Pair<number[]> = [[], []];
  for (let round = 0; round < COLD_PAIRS; round += 1) {
    const pair = await startPair(discord, variables, round);
    for (let index = 0; index < COLD; index += 1) {
      const way = ways[index % ways.length];
      for (const [at, actor] of inTurns([...pair.entries()], index)) {
        const ms = (await way?.ask(discord, actor, round * COLD + index)) ?? Number.NaN;
        times[at]?.push(ms);
        if (index < 20) early[at]?.push(ms);
      }
    }
    await stopPair(pair);
  }
  const of = (share: number, [bare, ours]: Pair<number[]>): Pair<number> => [
    quantile(bare, share),
    quantile(ours, share),
  ];
  return [
    row(`the first ${COLD} interactions after the start, p50`, of(0.5, times), 'ms', 1.3),
    row(`the first ${COLD} interactions after the start, p90`, of(0.9, times), 'ms', 1.3),
    row('the first 20 interactions after the start, p50', of(0.5, early), 'ms', 1.3),
  ];
}

async function measureWarm(
  discord: LocalDiscord,
  ways: readonly Way[],
  pair: Pair<Actor>,
): Promise<{ readonly rows: Row[]; readonly work: string }> {
  const rows: Row[] = [];
  const work: string[][] = [];
  const spent = () => Promise.all(pair.map((actor) => actor.processorTime()));
  for (const way of ways) {
    await takeTurns(discord, pair, way, WARM_UP, 0);
    const before = await spent();
    const [bare = [], ours = []] = await takeTurns(discord, pair, way, ROUNDS, WARM_UP);
    rows.push(row(`${way.name}, p50`, [median(bare), median(ours)], 'ms', 1.15));
    rows.push(row(`${way.name}, p99`, [quantile(bare, 0.99), quantile(ours, 0.99)], 'ms', 1.3));
    const each = (await spent()).map((after, at) => (after - (before[at] ?? Number.NaN)) / ROUNDS);
    const [bareEach = Number.NaN, oursEach = Number.NaN] = each;
    work.push([
      way.name,
      `${digits(bareEach)} ms`,
      `${digits(oursEach)} ms`,
      (oursEach / bareEach).toFixed(2),
    ]);
    await pause(500);
  }
  return { rows, work: table(['way to ask', 'bare discord.js bot', 'this bot', 'ratio'], work) };
}

async function measureBursts(discord: LocalDiscord, way: Way, pair: Pair<Actor>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of BURST_SIZES) {
    const rates: Pair<number[]> = [[], []];
    const inTime: Pair<number[]> = [[], []];
    for (let round = 0; round < BURSTS; round += 1) {
      for (const [at, actor] of inTurns([...pair.entries()], round)) {
        const { rate, times } = await burst(discord, actor, way, size, round * size);
        rates[at]?.push(rate);
        inTime[at]?.push(times.filter((ms) => ms <= LATE_MS).length);
        // The local Discord has its own work after a burst; the next one must not pay for it.
        await pause(2_000);
      }
    }
    rows.push(
      row(`burst of ${size}, answers per second`, [median(rates[0]), median(rates[1])], '/s', 0.85, true),
    );
    rows.push(
      row(
        `burst of ${size}, fewest answered in time`,
        [Math.min(...inTime[0]), Math.min(...inTime[1])],
        `of ${size}`,
        1,
        true,
      ),
    );
  }
  const memory = await Promise.all(pair.map((actor) => actor.memory()));
  rows.push(row('memory after the bursts', [memory[0] ?? 0, memory[1] ?? 0], 'MiB', 1.25));
  return rows;
}

/** In processes that have done nothing else: what a burst left behind would stand in the figure until V8 tidies up. */
async function measureTraffic(
  discord: LocalDiscord,
  ways: readonly Way[],
  variables: Readonly<Record<string, string>>,
): Promise<Row> {
  const pair = await startPair(discord, variables);
  let asked = await traffic(discord, pair, ways, TRAFFIC_SECONDS * 0.8, PER_SECOND, 0);
  const samples: Pair<number[]> = [[], []];
  for (let sample = 0; sample < MEMORY_SAMPLES; sample += 1) {
    asked += await traffic(discord, pair, ways, (TRAFFIC_SECONDS * 0.2) / MEMORY_SAMPLES, PER_SECOND, asked);
    for (const [at, actor] of pair.entries()) samples[at]?.push(await actor.memory());
  }
  await stopPair(pair);
  return row(
    `memory at the end of ${TRAFFIC_SECONDS} s of traffic (${asked} interactions)`,
    [median(samples[0]), median(samples[1])],
    'MiB',
    1.25,
  );
}

async function measureGrowth(discord: LocalDiscord, ways: readonly Way[]): Promise<string> {
  const folders = await Promise.all(RECORDS.map(recordsFolder));
  const actors: Actor[] = [];
  for (const folder of folders) actors.push(await startActor(discord, 'ours', { RECORDS_DIR: folder }));
  const times: number[][] = RECORDS.map(() => []);
  for (const way of ways) {
    await takeTurns(discord, actors, way, WARM_UP, 0);
    for (const [index, each] of (await takeTurns(discord, actors, way, share(500), WARM_UP)).entries())
      times[index]?.push(median(each));
  }
  const memory = await Promise.all(actors.map((actor) => actor.memory()));
  await Promise.all(actors.map((actor) => actor.stop()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  const base = times[0] ?? [];
  return table(
    ['records', 'start', 'memory', ...ways.map(({ name }) => `${name} p50`), 'beside one record'],
    RECORDS.map((records, index) => {
      const p50 = times[index] ?? [];
      const ratios = p50.map((value, way) => value / (base[way] ?? Number.NaN));
      return [
        String(records),
        `${digits(actors[index]?.startMs ?? Number.NaN)} ms`,
        `${digits(memory[index] ?? Number.NaN)} MiB`,
        ...p50.map((value) => `${digits(value)} ms`),
        (ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(2),
      ];
    }),
  );
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'} (load ${loadavg()[0]?.toFixed(2)} before the run), Node ${process.version}, ${process.platform}`;
const started = performance.now();
const ways = await waysToAsk();
const [asking] = ways;
if (asking === undefined) throw new Error('there is no way to ask');
const discord = await startLocalDiscord();
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const variables = { BARE_ANSWERS: join(folder, 'answers.json') };
/** What is being measured, for whoever waits. */
async function phase<T>(name: string, measure: () => Promise<T>): Promise<T> {
  console.error(`${Math.round((performance.now() - started) / 1_000)} s: ${name}`);
  return measure();
}

await phase('what the bare bot answers', () => writeConstants(discord, ways, variables.BARE_ANSWERS));
const rows = await phase('starts', () => measureStarts(discord, variables));
rows.push(...(await phase('the first interactions', () => measureCold(discord, ways, variables))));
const pair = await startPair(discord, variables);
const warm = await phase('warm answers', () => measureWarm(discord, ways, pair));
rows.push(...warm.rows);
rows.push(...(await phase('bursts', () => measureBursts(discord, asking, pair))));
await stopPair(pair);
rows.push(await phase('traffic', () => measureTraffic(discord, ways, variables)));
const growth = await phase('more records', () => measureGrowth(discord, ways));
await rm(folder, { recursive: true });
await discord.close();
const questions = await phase('questions in the terminal', () => measureQuestions(SHARE));

const missed = rows.filter(({ met }) => !met);
const text = [
  `Measured on ${machine}${SHARE === 1 ? '' : `, **with ${SHARE} of the usual counts: no result**`}, in ${Math.round((performance.now() - started) / 60_000)} minutes. Both bots run as processes of their own on one local Discord, asked in turns. Each interaction has another question and another person than the one before; the bare bot has the same intents and commands and answers with constants as long as this bot's answers in the middle, pictures included.`,
  missed.length === 0
    ? 'Every goal is met.'
    : `Missed (${missed.length} of ${rows.length}):\n\n${compared(missed)}`,
  `Met:\n\n${compared(rows.filter(({ met }) => met))}`,
  `Processor time for each warm answer, of all threads; it says more than a wait where the machine has other work:\n\n${warm.work}`,
  `With more records (generated from the first one); the last column is the mean ratio over all ways to ask:\n\n${growth}`,
].join('\n\n');
console.log(`${text}\n\n${questions}`);
const results = process.env['BENCH_RESULTS'] ?? packagePath('bench', 'RESULTS.md');
await keepSection(results, 'Beside a bare bot', text);
await keepSection(results, 'Questions in the terminal', questions);
