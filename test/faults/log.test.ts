import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Build, build, environmentOf } from '../bot/child.js';

/** What becomes of a bot whose log goes nowhere. */
const TOKEN = 'very-secret-token-of-the-bot';
const ASKED = 1_500;

let built: Build;
let discord: LocalDiscord;
let folder: string;
const ended: (() => void)[] = [];

beforeAll(async () => {
  built = await build();
});
afterAll(async () => built[Symbol.asyncDispose]());
beforeEach(async () => {
  discord = await startLocalDiscord();
  discord.addBot(TOKEN);
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(async () => {
  for (const end of ended.splice(0)) end();
  await discord.close();
  rmSync(folder, { recursive: true });
});

async function startBot(stdout: number | 'pipe') {
  const ready = discord.waitFor('request', ({ method }) => method === 'PUT', 30_000);
  const child = spawn(process.execPath, [built.main], {
    env: environmentOf({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl }),
    stdio: ['ignore', stdout, stdout],
  });
  ended.push(() => child.kill('SIGKILL'));
  const exit = new Promise<number | string | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  if (stdout === 'pipe') {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
  await ready;
  return { child, exit };
}

/** Asks as many people's questions as fill any pipe with lines about them. @returns how many got no answer */
async function unanswered(count: number): Promise<number> {
  const ask = async (index: number) =>
    (await discord.person(`person ${index}`).run('/il32 alias name:taif-b')).outcome;
  let missing = 0;
  for (let from = 0; from < count; from += 50) {
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(from + index)));
    missing += outcomes.filter((outcome) => outcome !== 'message').length;
  }
  return missing;
}

async function endsInTime({ child, exit }: Awaited<ReturnType<typeof startBot>>): Promise<void> {
  const asked = performance.now();
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(performance.now() - asked).toBeLessThan(5_000);
}

/** A named pipe that is open at both ends and read by nobody. */
function pipe(): { end: number; text: () => string } {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const end = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  ended.push(() => closeSync(end));
  const read = (): string => {
    const chunk = Buffer.alloc(64 * 1024);
    try {
      return chunk.toString('utf8', 0, readSync(end, chunk));
    } catch {
      return '';
    }
  };
  let text = '';
  return {
    end,
    text: () => {
      for (let more = read(); more !== ''; more = read()) text += more;
      return text;
    },
  };
}

describe('a bot answers on, and ends when it is told to,', () => {
  test('while nobody reads its log; later it says how much of it is missing', async () => {
    const { end, text } = pipe();
    const bot = await startBot(openSync(join(folder, 'pipe'), constants.O_WRONLY));
    expect(await unanswered(ASKED)).toBe(0);
    await expect.poll(text, { timeout: 5_000, interval: 100 }).toContain('Lines of this log are missing');
    const lines = text()
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    const answered = lines.filter(({ msg }) => msg === 'Answered').length;
    const missing = lines.find(({ msg }) => String(msg).startsWith('Lines of this log are missing'));
    expect(missing).toMatchObject({ level: 'warn', lines: ASKED - answered });
    expect(end).toBeGreaterThan(0);
    await endsInTime(bot);
  });

  test('while nobody reads its log, to the end', async () => {
    pipe();
    const bot = await startBot(openSync(join(folder, 'pipe'), constants.O_WRONLY));
    expect(await unanswered(ASKED)).toBe(0);
    await endsInTime(bot);
  });

  test('while the disk of its log is full', async () => {
    const bot = await startBot(openSync('/dev/full', 'w'));
    expect(await unanswered(50)).toBe(0);
    await endsInTime(bot);
  });

  test('when whoever read its log is gone', async () => {
    const bot = await startBot('pipe');
    expect(await unanswered(50)).toBe(0);
    await endsInTime(bot);
  });
});
