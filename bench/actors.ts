import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalDiscord } from 'local-discord';
import { packagePath } from '../src/package-path.js';

/** A bot in a process of its own on a local Discord. */
export interface Actor {
  readonly name: string;
  readonly appId: string;
  readonly token: string;
  /** from the start of the process to READY, and until Discord has its commands, ms */
  readonly readyMs: number;
  readonly startMs: number;
  readonly process: ChildProcess;
  /** resident memory, MiB */
  memory(): Promise<number>;
  /** processor time since the start, of all its threads, ms */
  processorTime(): Promise<number>;
  stop(): Promise<void>;
}

const BARE = fileURLToPath(new URL('./bare-bot.js', import.meta.url));
const OURS = fileURLToPath(new URL('../src/main.js', import.meta.url));

/** The program of a bot: the bare one, or this project's. */
export type Program = 'bare' | 'ours';

/** Starts a bot and waits until Discord has its commands. */
export async function startActor(
  discord: LocalDiscord,
  program: Program,
  variables: Readonly<Record<string, string>> = {},
): Promise<Actor> {
  const token = `${program}-${Math.random().toString(36).slice(2)}`;
  const { id: appId } = discord.addBot(token, { name: token });
  const ready = discord.waitFor('dispatch', (sent) => sent.appId === appId && sent.event === 'READY', 30_000);
  const registered = discord.waitFor('commands', (sent) => sent.appId === appId, 30_000);
  const started = performance.now();
  const child = spawn(process.execPath, [program === 'bare' ? BARE : OURS], {
    env: {
      ...process.env,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.apiUrl,
      LOG_LEVEL: 'info',
      ...variables,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = new Promise((resolve) => child.once('close', resolve));
  await ready;
  const readyMs = performance.now() - started;
  await registered;
  return {
    name: program,
    appId,
    token,
    readyMs,
    startMs: performance.now() - started,
    process: child,
    memory: () => residentMiB(child.pid ?? 0),
    processorTime: () => processorMs(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Linux's own figure. */
async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** ms in a tick of Linux's counters */
const TICK = 10;

/** User and system time, the 14th and 15th figure; the name of the program, in brackets, may have spaces. */
async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user = Number.NaN, system = Number.NaN] = stat
    .slice(stat.lastIndexOf(')'))
    .split(' ')
    .slice(12, 14)
    .map(Number);
  return (user + system) * TICK;
}

/** A folder with this many records: IL32's under other names. @returns its path */
export async function recordsFolder(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `records-${count}-`));
  const text = await readFile(packagePath('data', 'il32.json'), 'utf8');
  await mkdir(folder, { recursive: true });
  // First by name, so that it keeps its command where there are more records than Discord takes commands.
  await writeFile(join(folder, 'a-il32.json'), text);
  for (let index = 1; index < count; index += 1) {
    const other = text
      .replaceAll('IL32', `GENE${index}`)
      .replaceAll('il32', `gene${index}`)
      .replaceAll('IL-32', `GENE-${index}`)
      .replaceAll('TAIF', `TAIF${index}`)
      .replaceAll('NK4', `NK4${index}`)
      .replaceAll('Interleukin 32', `Product ${index}`);
    await writeFile(join(folder, `b-gene${index}.json`), other);
  }
  return folder;
}
