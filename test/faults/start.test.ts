import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startLocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { startBot } from '../../src/bot/bot.js';
import { fakeCommands, QUICK, readableLogger, setStage, TOKEN } from '../bot/support.js';

const NEW_TOKEN =
  'Copy the current token from https://discord.com/developers/applications -> Bot into DISCORD_TOKEN and start again.';

function warnings(lines: Record<string, unknown>[]): unknown[] {
  return lines.filter(({ level }) => level === 40).map(({ msg }) => msg);
}

/** What was warned of, all of it but the time. */
function warned(lines: Record<string, unknown>[]): unknown[] {
  return lines.filter(({ level }) => level === 40).map(({ level, time, ...rest }) => rest);
}

/** A Discord whose API leads to a gateway of which nothing is expected but refusals. @returns its base address */
async function apiWithoutGateway(gateway?: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
    const body = {
      url: gateway ?? `ws://127.0.0.1:${portOf(server)}`,
      shards: 1,
      session_start_limit: limit,
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}/api`, server };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A port that is free, most likely still when it is used. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('the bot ends with one line that says what to do', () => {
  test('when the token is wrong', async () => {
    await using stage = await setStage({ before: ({ faults }) => faults.revoke(TOKEN), wait: false });
    expect(await stage.bot.ended).toBe(`Discord refused the bot's token (401). ${NEW_TOKEN}`);
  });

  test('when the token is revoked while it runs', async () => {
    await using stage = await setStage();
    stage.discord.faults.revoke(TOKEN);
    expect(await stage.bot.ended).toBe(`Discord refused the bot's token (close code 4004). ${NEW_TOKEN}`);
    expect(warnings(stage.log.lines())).toEqual([]);
    expect(stage.bot.health().healthy).toBe(false);
  });

  test('when the token is refused by the API before the gateway notices', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({
      route: 'message',
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
    await stage.discord.person('ada').say('hello', { mention: stage.appId });
    expect(await stage.bot.ended).toBe(`Discord refused the bot's token (401). ${NEW_TOKEN}`);
  });

  test('when the bot has grown out of one shard', async () => {
    await using stage = await setStage({ before: ({ faults }) => faults.requireSharding(true), wait: false });
    expect(await stage.bot.ended).toBe(
      'The bot is in too many servers for this many shards (close code 4011). Raise SHARD_COUNT, or leave it and SHARDS empty.',
    );
  });

  test.each([
    [
      4010,
      'Discord refused the shard numbers (close code 4010). Check SHARDS and SHARD_COUNT, or leave both empty.',
    ],
    [
      4012,
      'Discord no longer speaks this version of its API (close code 4012). Update the bot to its newest release.',
    ],
    [
      4013,
      'Discord does not know the intents that the bot asked for (close code 4013). Update the bot to its newest release.',
    ],
    [
      4014,
      'Discord does not allow this application the intents that the bot asked for (close code 4014). None of them is privileged: check that the application is not restricted at https://discord.com/developers/applications.',
    ],
  ])('when the gateway closes with %i', async (code, advice) => {
    await using stage = await setStage();
    stage.discord.faults.disconnect(code);
    expect(await stage.bot.ended).toBe(advice);
  });

  test('when the gateway closes with 4014 during the login', async () => {
    await using stage = await setStage({
      before: (discord) => {
        discord.on('identify', () => setImmediate(() => discord.faults.disconnect(4014)));
      },
      wait: false,
    });
    expect(await stage.bot.ended).toContain('(close code 4014)');
  });
});

describe('the bot waits until Discord is well', () => {
  test('when nothing answers at the start', async () => {
    const port = await freePort();
    const log = readableLogger();
    const bot = startBot({
      config: { token: TOKEN, guildId: null, apiUrl: `http://127.0.0.1:${port}/api`, shards: 'auto' },
      commands: fakeCommands(),
      logger: log.logger,
      timing: QUICK,
    });
    await expect.poll(() => log.lines().filter(({ wait }) => wait !== undefined).length).toBeGreaterThan(3);
    expect(bot.health()).toEqual({ healthy: false, shards: [] });
    const discord = await startLocalDiscord({ port });
    await bot.registered;
    expect(warned(log.lines())).toEqual([
      {
        error: 'Error',
        code: 'ECONNREFUSED',
        msg: "Discord's API cannot be used; trying again until it can",
      },
    ]);
    const said = await discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
    await bot.stop();
    await discord.close();
  });

  test('when the API answers 503 at the start', async () => {
    await using stage = await setStage({
      before: ({ faults }) => faults.next({ route: 'gateway-bot', status: 503, times: 12 }),
      wait: false,
    });
    await stage.bot.ready;
    expect(warned(stage.log.lines())).toEqual([
      {
        error: 'HTTPError',
        status: 503,
        method: 'GET',
        route: '/gateway/bot',
        msg: "Discord's API cannot be used; trying again until it can",
      },
    ]);
  });

  test('when the gateway refuses connections, in growing pauses', async () => {
    const connections: number[] = [];
    await using stage = await setStage({
      before: (discord) => {
        discord.faults.refuseConnections(true);
        discord.on('connect', () => connections.push(performance.now()));
      },
      bot: { timing: { firstPause: 200, longestPause: 10_000 } },
      wait: false,
    });
    await expect.poll(() => connections.length, { timeout: 5_000 }).toBeGreaterThan(4);
    stage.discord.faults.refuseConnections(false);
    await stage.bot.ready;
    const pauses = connections.slice(1).map((at, index) => at - (connections[index] ?? at));
    expect(pauses.at(-1)).toBeGreaterThan(pauses[0] ?? 0);
    expect(warned(stage.log.lines())).toEqual([
      {
        shard: 0,
        closed: 1006,
        network: true,
        msg: 'The connection to Discord was lost; reconnecting until it is back',
      },
    ]);
  });

  test.each([
    ['refuses connections', 'ws://127.0.0.1:9', { network: true }],
    ['answers 503', undefined, { error: 'Error', status: 503 }],
  ])('when the gateway %s, which one line says', async (_, gateway, why) => {
    const { url, server } = await apiWithoutGateway(gateway);
    const log = readableLogger();
    const bot = startBot({
      config: { token: TOKEN, guildId: null, apiUrl: url, shards: 'auto' },
      commands: fakeCommands(),
      logger: log.logger,
      timing: QUICK,
    });
    await expect.poll(() => log.lines().length).toBeGreaterThan(0);
    await bot.stop();
    await new Promise((resolve) => server.close(resolve));
    expect(warned(log.lines())).toEqual([
      {
        shard: 0,
        closed: 1006,
        ...why,
        msg: 'The connection to Discord was lost; reconnecting until it is back',
      },
    ]);
  });

  test('when the gateway says nothing after the connection', async () => {
    await using stage = await setStage({
      before: (discord) => {
        discord.faults.nextDispatch({ event: 'READY', action: 'drop' });
      },
      bot: { timing: { login: 200 } },
      wait: false,
    });
    await stage.bot.ready;
    expect(warnings(stage.log.lines())).toEqual(['Discord does not answer; trying again until it does']);
  });

  test('when it is told to stop meanwhile', async () => {
    await using stage = await setStage({
      before: ({ faults }) => faults.refuseConnections(true),
      bot: { timing: { firstPause: 60_000, longestPause: 60_000 } },
      wait: false,
    });
    await stage.discord.waitFor('connect');
    await stage.bot.stop();
    expect(await stage.bot.ended).toBe(null);
  });
});

describe('a server that never arrives', () => {
  test('does not hold up the first answers', async () => {
    const started = performance.now();
    await using stage = await setStage({ before: ({ faults }) => faults.withholdGuilds(true) });
    expect((await stage.discord.person('ada').run('/echo say text:hello')).message?.content).toBe(
      'say: hello',
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
