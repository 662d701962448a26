import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { shardOfGuild } from '../src/rules/gateway-rules.js';
import { connected, identify, type RawGateway, rawBot, rawGateway } from './support.js';

const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const MESSAGE_CONTENT = 1 << 15;

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord();
});
afterEach(() => discord.close());

async function greeted(query?: string): Promise<RawGateway> {
  const gateway = await rawGateway(discord, query);
  await gateway.next(({ op }) => op === 10);
  return gateway;
}

describe('a session', () => {
  it('begins with HELLO, READY and the guild', async () => {
    const gateway = await rawGateway(discord);
    expect(await gateway.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    const identified = discord.waitFor('identify');
    gateway.send(2, identify('token', GUILDS));
    const { id: appId } = discord.addBot('token');
    expect(await gateway.next()).toMatchObject({
      op: 0,
      t: 'READY',
      s: 1,
      d: {
        v: 10,
        user: { id: appId, bot: true },
        guilds: [{ id: discord.guildId, unavailable: true }],
        application: { id: appId },
        resume_gateway_url: `${discord.url.replace('http', 'ws')}/gateway`,
        session_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        shard: [0, 1],
      },
    });
    expect(await gateway.next()).toMatchObject({
      t: 'GUILD_CREATE',
      s: 2,
      d: {
        id: discord.guildId,
        unavailable: false,
        channels: [{ name: 'lab', type: 0 }, { name: 'general' }],
      },
    });
    expect(await identified).toMatchObject({ appId, shard: [0, 1], intents: GUILDS });
  });

  it('gets no guild without the intent', async () => {
    const { gateway } = await connected(discord);
    gateway.send(1, null);
    await gateway.next(({ op }) => op === 11);
    expect(gateway.frames.map(({ t }) => t)).not.toContain('GUILD_CREATE');
  });

  it('acknowledges heartbeats', async () => {
    const { gateway } = await connected(discord);
    const heard = discord.waitFor('heartbeat');
    gateway.send(1, 1);
    expect(await gateway.next(({ op }) => op === 11)).toMatchObject({ op: 11 });
    expect(await heard).toMatchObject({ sequence: 1 });
  });

  it('is resumed with what was missed', async () => {
    const { gateway, ready } = await connected(discord, 'token', GUILD_MESSAGES | MESSAGE_CONTENT);
    const { session_id: sessionId } = Object(ready.d);
    const gone = discord.waitFor('disconnect');
    gateway.close(4000);
    await gone;
    await discord.person('ada').say('while you were away');
    const again = await greeted();
    again.send(6, { token: 'token', session_id: sessionId, seq: 1 });
    expect(await again.next()).toMatchObject({
      t: 'MESSAGE_CREATE',
      s: 2,
      d: { content: 'while you were away' },
    });
    expect(await again.next()).toMatchObject({ t: 'RESUMED', s: 3 });
    await discord.person('ada').say('now');
    expect(await again.next()).toMatchObject({ t: 'MESSAGE_CREATE', s: 4 });
  });

  it.each([
    ['an unknown session', { session_id: 'none' }],
    ['a future sequence', { seq: 99 }],
  ])('is invalid for %s', async (_name, change) => {
    const { gateway, ready } = await connected(discord, 'token');
    const gone = discord.waitFor('disconnect');
    gateway.close(4000);
    await gone;
    const again = await greeted();
    const usual = { token: 'token', session_id: Object(ready.d).session_id, seq: 1 };
    again.send(6, { ...usual, ...change });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });

  it('ends when closed with 1000', async () => {
    const { gateway, ready } = await connected(discord, 'token');
    const gone = discord.waitFor('disconnect');
    gateway.close(1000);
    expect(await gone).toMatchObject({ code: 1000 });
    const again = await greeted();
    again.send(6, { token: 'token', session_id: Object(ready.d).session_id, seq: 1 });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });
});

describe('close codes', () => {
  it.each([
    ['an unknown operation', { op: 77, d: null }, 4001],
    ['no identification', { op: 3, d: {} }, 4003],
    ['no token', { op: 2, d: { intents: 0, properties: {} } }, 4002],
    ['shard 1 of 1', { op: 2, d: identify('t', 0, [1, 1]) }, 4010],
    ['unknown intents', { op: 2, d: identify('t', 1 << 30) }, 4013],
  ])('%s', async (_name, { op, d }, code) => {
    const gateway = await greeted();
    gateway.send(op, d);
    expect(await gateway.closed).toBe(code);
  });

  it('malformed JSON and long payloads: 4002', async () => {
    for (const text of ['{', JSON.stringify({ op: 3, d: 'x'.repeat(4096) })]) {
      const gateway = await greeted();
      gateway.sendText(text);
      expect(await gateway.closed).toBe(4002);
    }
  });

  it('a second identification: 4005', async () => {
    const { gateway } = await connected(discord);
    gateway.send(2, identify('raw-token'));
    expect(await gateway.closed).toBe(4005);
  });

  it('an intent that is switched off: 4014', async () => {
    discord.addBot('strict', { privilegedIntents: 0 });
    const gateway = await greeted();
    gateway.send(2, identify('strict', GUILDS | MESSAGE_CONTENT));
    expect(await gateway.closed).toBe(4014);
  });

  it('a revoked token: 4004', async () => {
    discord.faults.revoke('gone');
    const gateway = await greeted();
    gateway.send(2, identify('gone'));
    expect(await gateway.closed).toBe(4004);
  });

  it('another version: 4012', async () => {
    expect(await (await rawGateway(discord, 'v=8&encoding=json')).closed).toBe(4012);
  });

  it('more than 120 sends in a minute: 4008', async () => {
    const { gateway } = await connected(discord);
    for (let sent = 0; sent < 120; sent += 1) gateway.send(1, null);
    expect(await gateway.closed).toBe(4008);
  });
});

describe('messages', () => {
  it('need their intents', async () => {
    const { gateway: deaf } = await connected(discord, 'deaf', GUILDS);
    const { gateway: guild } = await connected(discord, 'guild', GUILD_MESSAGES);
    const { gateway: direct } = await connected(discord, 'direct', DIRECT_MESSAGES);
    const ada = discord.person('ada');
    await ada.say('in the guild');
    expect(await guild.event('MESSAGE_CREATE')).toMatchObject({
      d: { guild_id: discord.guildId, content: '' },
    });
    await ada.say('to you', { channelId: ada.dm(discord.addBot('direct').id) });
    expect(await direct.event('MESSAGE_CREATE')).toMatchObject({ d: { content: 'to you' } });
    for (const gateway of [deaf, guild, direct]) gateway.send(1, null);
    await Promise.all([deaf, guild, direct].map((gateway) => gateway.next(({ op }) => op === 11)));
    const heard = (gateway: RawGateway) => gateway.frames.filter(({ t }) => t === 'MESSAGE_CREATE').length;
    expect([deaf, guild, direct].map(heard)).toEqual([0, 1, 1]);
  });

  it('show their content with the intent, when they mention the bot, and to their author', async () => {
    const { gateway } = await connected(discord, 'token', GUILD_MESSAGES);
    const { gateway: reader } = await connected(discord, 'reader', GUILD_MESSAGES | MESSAGE_CONTENT);
    const bot = rawBot(discord, 'token');
    const contents = async () => [
      Object((await gateway.event('MESSAGE_CREATE')).d).content,
      Object((await reader.event('MESSAGE_CREATE')).d).content,
    ];
    await discord.person('ada').say('hello');
    expect(await contents()).toEqual(['', 'hello']);
    await discord.person('ada').say('hello', { mention: bot.appId });
    expect(await contents()).toEqual([`<@${bot.appId}> hello`, `<@${bot.appId}> hello`]);
    await bot.request('POST', `/channels/${discord.channelId}/messages`, { content: 'mine' });
    expect(await contents()).toEqual(['mine', 'mine']);
  });
});

describe('shards', () => {
  it('share the guilds; direct messages go to shard 0', async () => {
    await discord.close();
    discord = await startLocalDiscord({ guilds: 4 });
    const shards = await Promise.all([0, 1].map((id) => connected(discord, 'token', GUILDS, [id, 2])));
    const guildsOf = (ready: unknown) => Object(ready).guilds.map(({ id }: { id: string }) => id);
    const ids = shards.map(({ ready }) => guildsOf(ready.d));
    expect(ids.map((list) => list.length)).toEqual([2, 2]);
    for (const [index, list] of ids.entries()) {
      expect(list.every((id: string) => shardOfGuild(id, 2) === index)).toBe(true);
    }
    const bot = rawBot(discord, 'token');
    await bot.request('PUT', `/applications/${bot.appId}/commands`, [{ name: 'gene', description: 'd' }]);
    const ada = discord.person('ada');
    const expected = [...discord.state.guilds.map(({ id }) => shardOfGuild(id, 2)), 0];
    const places = [...discord.state.guilds.map(({ channelIds }) => channelIds[0] ?? ''), ada.dm(bot.appId)];
    for (const channelId of places) void ada.run('/gene', { channelId });
    const counts = shards.map((_, index) => expected.filter((shard) => shard === index).length);
    for (const [index, { gateway }] of shards.entries()) {
      for (let heard = 0; heard < (counts[index] ?? 0); heard += 1) await gateway.event('INTERACTION_CREATE');
      gateway.send(1, null);
      await gateway.next(({ op }) => op === 11);
      expect(gateway.frames.filter(({ t }) => t === 'INTERACTION_CREATE')).toHaveLength(counts[index] ?? 0);
    }
  });
});
