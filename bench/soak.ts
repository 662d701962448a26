import { setTimeout as pause } from 'node:timers/promises';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { packagePath } from '../src/package-path.js';
import { type Actor, startActor } from './actors.js';
import { digits, quantile, table } from './figures.js';
import { keepSection } from './results.js';
import { personName, waysToAsk } from './ways.js';

/**
 * Mixed traffic for a long time with a fault every few seconds, then a rush without faults. Fails when something that reached
 * the bot stayed unanswered, was answered twice or, in the rush, too late, or when memory grows.
 * SOAK_MINUTES: how long (10). SOAK_PER_SECOND: questions per second (20). SOAK_FAULT_SECONDS: time between faults (4).
 * SOAK_RUSH_SECONDS: how long the rush is (60); it has 10,000 questions a minute.
 */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 10);
const PER_SECOND = Number(process.env['SOAK_PER_SECOND'] ?? 20);
const FAULT_SECONDS = Number(process.env['SOAK_FAULT_SECONDS'] ?? 4);
const RUSH_SECONDS = Number(process.env['SOAK_RUSH_SECONDS'] ?? 60);
const RUSH_PER_MINUTE = 10_000;
/** Discord takes no first answer after this (interactions/receiving-and-responding). */
const LATE_MS = 3_000;
/** Memory after the rush is read when garbage of the rush can be gone. */
const REST_SECONDS = 20;
/** A new session needs up to 5 seconds for the identify throttle, and a little for the way there. */
const RECOVERY_MS = 8_000;
const SAMPLE_MS = 10_000;
const MOST_GROWTH = 1.1;

type Kind = 'request' | 'connection';

interface Fault {
  readonly name: string;
  readonly kind: Kind;
  strike(discord: LocalDiscord, appId: string): void;
}

const limited = {
  status: 429,
  headers: { 'retry-after': '0.3' },
  body: { message: 'limited', retry_after: 0.3, global: false },
};

const FAULTS: readonly Fault[] = [
  request('callback accepted, answered 502', { route: 'callback', status: 502, afterProcessing: true }),
  connection('connection dropped', ({ faults }, appId) => faults.drop(appId)),
  request('callback answered 502', { route: 'callback', status: 502 }),
  connection('op 7', ({ faults }, appId) => faults.reconnect(appId)),
  request('callback limited for 0.3 s', { route: 'callback', ...limited }),
  connection('close 4000', ({ faults }, appId) => faults.disconnect(4000, appId)),
  request('callback cut', { route: 'callback', cut: true }),
  {
    name: 'event sent twice',
    kind: 'request',
    strike: ({ faults }) =>
      faults.nextDispatch({ event: 'INTERACTION_CREATE', action: 'duplicate', times: 5 }),
  },
  connection('op 9, not resumable', ({ faults }, appId) => faults.invalidateSession(false, appId)),
  request('callback confirmed late', { route: 'callback', afterProcessing: true, delayMs: 1_500 }),
  request('message accepted, answered 502', { route: 'message', status: 502, afterProcessing: true }),
  {
    name: 'malformed event',
    kind: 'request',
    strike: ({ faults }, appId) => faults.sendEvent('INTERACTION_CREATE', { id: 'x' }, appId),
  },
];

function request(name: string, fault: Parameters<LocalDiscord['faults']['next']>[0]): Fault {
  return { name, kind: 'request', strike: ({ faults }) => faults.next(fault) };
}

function connection(name: string, strike: Fault['strike']): Fault {
  return { name, kind: 'connection', strike };
}

const tally = {
  asked: 0,
  answered: 0,
  away: 0,
  unanswered: [] as string[],
  doubled: 0,
  messages: 0,
  replies: 0,
};
const struck = new Map<string, number>();
const memory: number[] = [];
let troubledUntil = 0;

const ASKS: readonly ((discord: LocalDiscord, actor: Actor, person: string) => Promise<boolean>)[] = [
  slash('/il32 ask question:"does it induce TNF?"'),
  slash('/il32 alias name:nk4'),
  slash('/il32 ask question:"what is the weather?"'),
  slash('/il32 id'),
  async (discord, { appId }, person) => {
    await discord.person(person).autocomplete('/il32 ask question:wh', { app: appId });
    return true;
  },
  slash('/il32 card private:true'),
  async (discord, { appId }, person) => {
    const ada = discord.person(person);
    const { message, outcome } = await ada.run('/il32 cite', { app: appId });
    const [row] = message?.components ?? [];
    const button =
      row !== undefined && 'components' in row ? row.components.find((each) => 'custom_id' in each) : null;
    if (message === undefined || button === null || button === undefined || !('custom_id' in button))
      return outcome === 'message';
    if (button.type !== 2) return true;
    return (await ada.press(message.id, button.custom_id)).outcome !== 'failed';
  },
];

function slash(line: string) {
  return async (discord: LocalDiscord, { appId }: Actor, person: string): Promise<boolean> => {
    const { outcome, settled } = await discord.person(person).run(line, { app: appId });
    settled.catch(() => undefined);
    return outcome !== 'failed';
  };
}

async function askOne(discord: LocalDiscord, actor: Actor, index: number): Promise<void> {
  const ask = ASKS[index % ASKS.length];
  const started = Date.now();
  tally.asked += 1;
  const answered = (await ask?.(discord, actor, personName(index)).catch(() => false)) ?? false;
  // What is asked while nobody is connected, or just before, may never reach the bot.
  if (answered) tally.answered += 1;
  else if (started < troubledUntil || Date.now() < troubledUntil) tally.away += 1;
  else tally.unanswered.push(`${new Date(started).toISOString()} question ${index % ASKS.length}`);
}

async function mention(discord: LocalDiscord, actor: Actor, index: number): Promise<void> {
  if (Date.now() < troubledUntil) return;
  tally.messages += 1;
  await discord.person(personName(index)).say('what is the ensembl id?', { mention: actor.appId });
}

function watchAnswers(discord: LocalDiscord, { appId }: Actor): void {
  const answered = new Map<string, number>();
  const count = (id: string): void => {
    answered.set(id, (answered.get(id) ?? 0) + 1);
    if ((answered.get(id) ?? 0) > 1) tally.doubled += 1;
    if (answered.size > 5_000) answered.clear();
  };
  discord.on('callback', ({ interactionId, type }) => {
    if (type === 4 || type === 7) count(interactionId);
  });
  discord.on('followup', ({ interactionId }) => count(interactionId));
  discord.on('message', ({ message }) => {
    if (message.author.id === appId && message.type === 19) tally.replies += 1;
  });
}

async function strikeFaults(discord: LocalDiscord, actor: Actor, end: number): Promise<void> {
  for (let index = 0; Date.now() < end - RECOVERY_MS; index += 1) {
    await pause(Math.max(0, Math.min(FAULT_SECONDS * 1_000, end - Date.now())));
    const fault = FAULTS[index % FAULTS.length];
    if (fault === undefined || Date.now() >= end - RECOVERY_MS) continue;
    if (fault.kind === 'connection') troubledUntil = Date.now() + RECOVERY_MS;
    fault.strike(discord, actor.appId);
    struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
  }
}

async function sampleMemory(actor: Actor, end: number): Promise<void> {
  while (Date.now() < end) {
    memory.push(await actor.memory());
    await pause(SAMPLE_MS);
  }
}

async function ask(discord: LocalDiscord, actor: Actor, end: number): Promise<void> {
  const open = new Set<Promise<void>>();
  for (let index = 0; Date.now() < end; index += 1) {
    const work = index % 20 === 19 ? mention(discord, actor, index) : askOne(discord, actor, index);
    open.add(work);
    void work.finally(() => open.delete(work));
    await pause(1_000 / PER_SECOND);
  }
  await Promise.all(open);
}

interface Rush {
  readonly asked: number;
  /** ms from question to first answer, of those that were answered */
  readonly times: readonly number[];
  /** MiB, the middle of several readings */
  readonly before: number;
  readonly after: number;
}

/** A minute like a large server's worst. Memory is compared with what the same pace needs from its first seconds on. */
async function rush(discord: LocalDiscord, actor: Actor): Promise<Rush> {
  await askEvenly(discord, actor, RUSH_SECONDS / 4);
  await pause(REST_SECONDS * 1_000);
  const before = await settledMemory(actor);
  const all = await askEvenly(discord, actor, RUSH_SECONDS);
  await pause(REST_SECONDS * 1_000);
  const times = all.filter((ms) => !Number.isNaN(ms));
  return { asked: all.length, times, before, after: await settledMemory(actor) };
}

/** Asks at the pace of the rush, whether or not the questions before are answered. @returns `askInTime` of each */
async function askEvenly(discord: LocalDiscord, actor: Actor, seconds: number): Promise<number[]> {
  const count = Math.round((RUSH_PER_MINUTE * seconds) / 60);
  const started = performance.now();
  const open: Promise<number>[] = [];
  while (open.length < count) {
    const due = Math.min(count, ((performance.now() - started) / 60_000) * RUSH_PER_MINUTE);
    while (open.length < due) open.push(askInTime(discord, actor, open.length));
    await pause(5);
  }
  return Promise.all(open);
}

/** @returns ms until the first answer; NaN when there was none */
async function askInTime(discord: LocalDiscord, actor: Actor, index: number): Promise<number> {
  const way = ways[index % ways.length];
  return (await way?.ask(discord, actor, index).catch(() => Number.NaN)) ?? Number.NaN;
}

async function settledMemory(actor: Actor): Promise<number> {
  const readings: number[] = [];
  for (let reading = 0; reading < 5; reading += 1) {
    readings.push(await actor.memory());
    await pause(1_000);
  }
  return quantile(readings, 0.5);
}

/** How much more memory the last quarter needs than the second one; the first warms up. */
function growth(): number {
  const quarter = Math.floor(memory.length / 4);
  const middle = (from: number): number => quantile(memory.slice(from, from + quarter), 0.5);
  return middle(memory.length - quarter) / middle(quarter);
}

const ways = await waysToAsk();
const discord = await startLocalDiscord();
const actor = await startActor(discord, 'ours', { LOG_LEVEL: 'info' });
await pause(2_000);
watchAnswers(discord, actor);
const end = Date.now() + MINUTES * 60_000;
await Promise.all([ask(discord, actor, end), strikeFaults(discord, actor, end), sampleMemory(actor, end)]);
await pause(2_000);
const rushed = await rush(discord, actor);
const alive = actor.process.exitCode === null;
await actor.stop();
await discord.close();

const grown = growth();
const late = rushed.times.filter((ms) => ms > LATE_MS).length;
const sound =
  alive &&
  tally.unanswered.length === 0 &&
  tally.doubled === 0 &&
  tally.replies >= tally.messages &&
  grown <= MOST_GROWTH &&
  rushed.times.length === rushed.asked &&
  late === 0 &&
  rushed.after / rushed.before <= MOST_GROWTH;
const faults = [...struck.values()].reduce((sum, count) => sum + count, 0);
const text = [
  `${MINUTES} minutes, ${PER_SECOND} questions per second, a fault every ${FAULT_SECONDS} seconds, Node ${process.version}: ${sound ? 'sound' : '**not sound**'}.`,
  table(
    ['', ''],
    [
      ['questions', String(tally.asked)],
      ['answered', String(tally.answered)],
      ['asked while the connection was away, never arrived', String(tally.away)],
      ['arrived and not answered', String(tally.unanswered.length)],
      ['answered twice', String(tally.doubled)],
      ['mentions / replies to them', `${tally.messages} / ${tally.replies}`],
      ['faults', String(faults)],
      [
        'memory: second quarter -> last quarter',
        `${digits(grown)} times, ${digits(memory.at(-1) ?? 0)} MiB at the end`,
      ],
    ],
  ),
  `Then ${rushed.asked} questions in ${RUSH_SECONDS} seconds without faults, each another one, evenly spread over ${ways.map(({ name }) => name).join(', ')}:`,
  table(
    ['', ''],
    [
      ['answered', `${rushed.times.length} of ${rushed.asked}`],
      [`late (over ${LATE_MS / 1_000} s)`, String(late)],
      [
        'first answer, p50 / p99 / longest',
        [quantile(rushed.times, 0.5), quantile(rushed.times, 0.99), quantile(rushed.times, 1)]
          .map((ms) => `${digits(ms)} ms`)
          .join(' / '),
      ],
      [
        `memory after the first seconds at this pace -> ${REST_SECONDS} s after all`,
        `${digits(rushed.before)} -> ${digits(rushed.after)} MiB, ${digits(rushed.after / rushed.before)} times`,
      ],
    ],
  ),
  table(
    ['fault', 'times'],
    [...struck].map(([name, times]) => [name, String(times)]),
  ),
].join('\n\n');
console.log(text);
for (const line of tally.unanswered) console.log(`unanswered: ${line}`);
await keepSection(packagePath('bench', 'RESULTS.md'), 'Soak', text);
process.exitCode = sound ? 0 : 1;
