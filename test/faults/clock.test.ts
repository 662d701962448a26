import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Build, build, type Child, startChild } from '../bot/child.js';

const TOKEN = 'very-secret-token-of-the-bot';
const SAID = 'STEP';

/** Lets a test set the program's time of day forward or back: a line of its input says by how many ms. */
const WATCH = `--import=data:text/javascript,${encodeURIComponent(`
  const real = Date;
  let step = 0;
  globalThis.Date = class extends real {
    constructor(...values) { if (values.length === 0) super(real.now() + step); else super(...values); }
    static now() { return real.now() + step; }
  };
  process.stdin.on('data', (text) => { step = Number(String(text).trim().split('\\n').at(-1)); console.log('${SAID} ' + step); });
  process.stdin.unref();
`)}`;

let built: Build;
let discord: LocalDiscord;
let child: Child;

beforeAll(async () => {
  built = await build();
});
afterAll(async () => built[Symbol.asyncDispose]());
beforeEach(async () => {
  discord = await startLocalDiscord();
  discord.addBot(TOKEN);
});
afterEach(async () => {
  child.process.kill('SIGKILL');
  await discord.close();
});

async function startBot(): Promise<void> {
  child = startChild(built.main, {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    HEALTH_PORT: '0',
    NODE_OPTIONS: WATCH,
  });
  await child.line((line) => /Commands (registered|are up to date)/.test(line));
}

async function stepTo(ms: number): Promise<void> {
  child.process.stdin?.write(`${ms}\n`);
  await child.line((line) => line === `${SAID} ${ms}`);
}

async function outcomes(count: number): Promise<string[]> {
  const ada = discord.person('ada');
  const found: string[] = [];
  for (let index = 0; index < count; index += 1) {
    found.push((await ada.run('/il32 alias name:taif-b')).outcome);
    found.push((await ada.autocomplete('/il32 ask question:wh')).length > 0 ? 'choices' : 'none');
  }
  return found;
}

async function isHealthy(): Promise<boolean> {
  const line = await child.line((text) => text.includes('/healthz'));
  const { ok } = await fetch(/http:\/\/[\d.]+:\d+\/healthz/.exec(line)?.[0] ?? '');
  return ok;
}

const MINUTE = 60_000;

describe('a time of day that steps', () => {
  test.each([3_000, 4_000, 14 * MINUTE, 24 * 60 * MINUTE, -4_000, -14 * MINUTE, -24 * 60 * MINUTE])(
    'by %i ms loses nothing, without traffic before and with it',
    async (step) => {
      await startBot();
      await stepTo(step);
      expect(await outcomes(2)).toEqual(['message', 'choices', 'message', 'choices']);
      expect(await isHealthy()).toBe(true);
      await stepTo(0);
      expect(await outcomes(2)).toEqual(['message', 'choices', 'message', 'choices']);
    },
  );

  test('back by an hour does not stop mentions after the fiftieth request', async () => {
    await startBot();
    const { id: appId } = discord.addBot(TOKEN);
    await stepTo(-60 * MINUTE);
    const people = Array.from({ length: 60 }, (_, index) => discord.person(`person ${index}`));
    const answers = people.map(() =>
      discord.waitFor('request', ({ path }) => path.endsWith('/messages'), 20_000),
    );
    for (const person of people) await person.say('what is NK4?', { mention: appId });
    await Promise.all(answers);
    await expect
      .poll(
        () =>
          discord.requests.filter(({ path, status }) => path.endsWith('/messages') && status === 200).length,
        {
          timeout: 20_000,
        },
      )
      .toBe(60);
  });

  test('by more than a second is said once', async () => {
    await startBot();
    await stepTo(10_000);
    await outcomes(5);
    const lines = child
      .text()
      .split('\n')
      .filter((line) => line.includes('The clock of this machine is wrong'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn' });
  });
});
