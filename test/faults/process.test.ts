import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Build, build, type Child, startChild } from '../bot/child.js';

const TOKEN = 'very-secret-token-of-the-bot';
const DATA = new URL('../../data/il32.json', import.meta.url);

let built: Build;
let folder: string;
let discord: LocalDiscord;
const children: Child[] = [];

beforeAll(async () => {
  built = await build();
});
afterAll(async () => built[Symbol.asyncDispose]());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
  await copyFile(DATA, join(folder, 'il32.json'));
  discord = await startLocalDiscord({ guilds: 2 });
  discord.addBot(TOKEN);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.process.kill('SIGKILL');
  await discord.close();
  await rm(folder, { recursive: true, force: true });
});

/** The bot in a process of its own, connected and registered. */
async function startBot(variables: Record<string, string> = {}): Promise<Child> {
  const child = startChild(built.main, {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    RECORDS_DIR: folder,
    ...variables,
  });
  children.push(child);
  await child.line((line) => /Commands (registered|are up to date)/.test(line));
  return child;
}

async function edit(change: (record: string) => string): Promise<void> {
  await writeFile(join(folder, 'il32.json'), change(await readFile(DATA, 'utf8')));
}

describe('SIGTERM and SIGINT', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s closes with 1000 and ends with 0 within 5 seconds',
    async (signal) => {
      const child = await startBot();
      const closed = discord.waitFor('disconnect');
      const asked = performance.now();
      child.process.kill(signal);
      expect((await closed).code).toBe(1000);
      expect(await child.exit).toBe(0);
      expect(performance.now() - asked).toBeLessThan(5_000);
    },
  );

  test('finish what is in flight', async () => {
    const child = await startBot();
    discord.faults.next({ route: 'callback', status: 502, times: 2 });
    const said = discord.person('ada').run('/il32 alias name:taif-b');
    await discord.waitFor('request', ({ path }) => path.endsWith('/callback'));
    child.process.kill('SIGTERM');
    expect((await said).outcome).toBe('message');
    expect(await child.exit).toBe(0);
  });

  test('end a bot that is still looking for Discord', async () => {
    const child = startChild(built.main, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    children.push(child);
    await child.line((line) => line.includes("Discord's API cannot be used"));
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });
});

describe('the process ends with 1 and one line that says what to do', () => {
  test('when the token is wrong', async () => {
    discord.faults.revoke(TOKEN);
    const child = startChild(built.main, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    children.push(child);
    expect(await child.exit).toBe(1);
    expect(child.text().split('\n')).toHaveLength(1);
    expect(JSON.parse(child.text())).toMatchObject({
      level: 'fatal',
      msg: expect.stringContaining("Discord refused the bot's token (401)."),
    });
  });

  test.each([4004, 4014])('when the gateway closes with %i', async (code) => {
    const child = await startBot();
    discord.faults.disconnect(code);
    expect(await child.exit).toBe(1);
    expect(child.text()).toContain(`(close code ${code})`);
  });
});

describe('a record that is edited while the bot runs', () => {
  test('is used once it is sound, and its command registered again', async () => {
    const child = await startBot();
    await edit((record) => record.replace('"command": "il32"', '"command": "il99"'));
    await child.line((line) => line.includes('The records were read again'));
    expect((await discord.person('ada').run('/il99 alias name:taif-b')).outcome).toBe('message');
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });

  test('is not used while it is unsound, and the log says why', async () => {
    const child = await startBot();
    await edit((record) => record.replace(/"schemaVersion": \d+/, '"schemaVersion": 0'));
    const line = await child.line((text) => text.includes('The edited records are not usable'));
    expect(JSON.parse(line)['problem']).toContain(`${join(folder, 'il32.json')}: `);
    expect((await discord.person('ada').run('/il32 alias name:taif-b')).outcome).toBe('message');
    await edit((record) => record);
    await child.line((text) => text.includes('The records were read again'));
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});

describe('two processes with a shard each', () => {
  test('answer each server once; one that was killed is replaced', async () => {
    await startBot({ SHARDS: '0', SHARD_COUNT: '2' });
    const second = await startBot({ SHARDS: '1', SHARD_COUNT: '2' });
    const ada = discord.person('ada');
    const askEverywhere = async () => {
      const channels = discord.state.guilds.map(({ channelIds }) => channelIds[0] ?? '');
      const said = await Promise.all(
        channels.map((channelId) => ada.run('/il32 alias name:taif-b', { channelId })),
      );
      return said.map(({ outcome }) => outcome);
    };
    expect(await askEverywhere()).toEqual(['message', 'message']);
    second.process.kill('SIGKILL');
    await second.exit;
    await startBot({ SHARDS: '1', SHARD_COUNT: '2' });
    expect(await askEverywhere()).toEqual(['message', 'message']);
    expect(
      discord.requests.filter(({ path }) => path.endsWith('/callback')).map(({ status }) => status),
    ).toEqual([204, 204, 204, 204]);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});

describe('the whole log of a run with questions and faults', () => {
  test('holds no token, no interaction token and no word of what people wrote', async () => {
    const tokens = new Set<string>();
    discord.on('interaction', ({ payload }) => {
      if ('token' in payload && typeof payload.token === 'string') tokens.add(payload.token);
    });
    const child = await startBot({ LOG_LEVEL: 'trace' });
    const { appId } = { appId: discord.addBot(TOKEN).id };
    const ada = discord.person('ada');
    await ada.run('/il32 ask question:"zebrafish xylophone"');
    await ada.run('/il32 alias name:taif-b');
    await ada.autocomplete('/il32 ask question:xylo');
    const answer = ada.nextMessage(({ author }) => author.bot === true);
    const message = await ada.say('xylophone of zebrafish', { mention: appId });
    await answer;
    await ada.menu(message.id, 'Look up gene terms');
    for (const fault of [
      { status: 502, afterProcessing: true },
      { status: 400, body: { code: 50035, message: 'Invalid Form Body xylophone' } },
      { status: 404, body: { code: 10062, message: 'Unknown interaction' } },
      { cut: true },
    ]) {
      discord.faults.next({ route: 'callback', ...fault });
      const { settled } = await ada.run('/il32 ask question:"zebrafish xylophone"');
      settled.catch(() => undefined);
    }
    discord.faults.next({
      route: 'message',
      status: 403,
      body: { code: 50013, message: 'xylophone' },
      times: 9,
    });
    await ada.say('xylophone', { mention: appId });
    await child.line((line) => line.includes('A message could not be answered'));
    discord.faults.sendEvent('INTERACTION_CREATE', { id: '1', token: 'xylophone-token' }, appId);
    await child.line((line) => line.includes('An interaction could not be read'));
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);

    expect(tokens.size).toBeGreaterThan(5);
    const text = child.text();
    expect(text.split('\n').filter((line) => line.includes('"msg":"Answered"')).length).toBeGreaterThan(8);
    for (const secret of [...tokens, TOKEN, 'xylophone', 'zebrafish', 'taif-b', 'xylo'])
      expect(text).not.toContain(secret);
  });
});
