import { Client, Events, type Interaction } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { connected, identify, madeBy, type RawBot, rawBot, rawGateway } from './support.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeEach(async () => {
  discord = await startLocalDiscord();
  bot = rawBot(discord);
});
afterEach(() => discord.close());

const post = () => bot.request('POST', `/channels/${discord.channelId}/messages`, { content: 'x' });
const contents = () => discord.person('ada').sees().length;

describe('of REST', () => {
  it('fail so many times, and then no more', async () => {
    discord.faults.next({ route: 'message', status: 503, times: 2 });
    expect((await post()).status).toBe(503);
    expect((await bot.request('GET', '/users/@me')).status).toBe(200);
    expect((await post()).body).toEqual({ message: '503: injected', code: 0 });
    expect((await post()).status).toBe(200);
    expect(contents()).toBe(1);
  });

  it('strike by a pattern, with a body and headers', async () => {
    discord.faults.next({ route: /^GET .*@me$/, status: 429, headers: { 'retry-after': '3.2' } });
    const { status, body, headers } = await bot.request('GET', '/users/@me');
    expect([status, body, headers.get('retry-after')]).toEqual([
      429,
      { message: 'You are being rate limited.', retry_after: 3.2, global: false },
      '3.2',
    ]);
  });

  it('do what was asked and answer wrongly', async () => {
    discord.faults.next({ route: 'message', status: 502, afterProcessing: true });
    expect((await post()).status).toBe(502);
    expect(contents()).toBe(1);
  });

  it('answer late', async () => {
    discord.faults.next({ route: 'message', delayMs: 30, afterProcessing: true });
    const started = performance.now();
    const pending = post();
    await discord.waitFor('message');
    expect((await pending).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(25);
  });

  it('cut the connection', async () => {
    discord.faults.next({ route: 'message', cut: true });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(contents()).toBe(0);
  });

  it('revoke a token and restore it', async () => {
    discord.faults.revoke('raw-token');
    expect((await post()).body).toEqual({ message: '401: Unauthorized', code: 0 });
    discord.faults.restore('raw-token');
    expect((await post()).status).toBe(200);
  });

  it('take the permission to send, but for private answers', async () => {
    discord.faults.denySending(discord.channelId);
    expect((await post()).body).toEqual({ message: 'Missing Permissions', code: 50013 });
    await bot.request('PUT', `/applications/${bot.appId}/commands`, [{ name: 'gene', description: 'd' }]);
    const heard = discord.waitFor('interaction');
    const outcome = discord.person('ada').run('/gene');
    const { id, token } = Object((await heard).payload);
    const answer = (flags: number) =>
      bot.request('POST', `/interactions/${id}/${token}/callback`, {
        type: 4,
        data: { content: 'x', flags },
      });
    expect((await answer(0)).body).toMatchObject({ code: 50013 });
    expect((await answer(64)).status).toBe(204);
    expect((await outcome).message?.flags).toBe(64);
  });

  it('delete messages and channels', async () => {
    const { id } = madeBy(await post());
    discord.faults.deleteMessage(id);
    const path = `/channels/${discord.channelId}/messages`;
    expect((await bot.request('PATCH', `${path}/${id}`, { content: 'y' })).body).toMatchObject({
      code: 10008,
    });
    discord.faults.deleteChannel(discord.channelId);
    expect((await post()).body).toEqual({ message: 'Unknown Channel', code: 10003 });
  });

  it('are disarmed together', async () => {
    discord.faults.next({ route: 'message', status: 500 });
    discord.faults.denySending(discord.channelId);
    discord.faults.clear();
    expect((await post()).status).toBe(200);
  });
});

describe('of the gateway', () => {
  it('refuse connections', async () => {
    discord.faults.refuseConnections(true);
    expect(await (await rawGateway(discord)).closed).toBe(1006);
    discord.faults.refuseConnections(false);
    await connected(discord);
  });

  it('drop, close, and ask to reconnect', async () => {
    const dropped = await connected(discord);
    discord.faults.drop();
    expect(await dropped.gateway.closed).toBe(1006);
    const closed = await connected(discord);
    discord.faults.disconnect(4000);
    expect(await closed.gateway.closed).toBe(4000);
    const asked = await connected(discord);
    discord.faults.reconnect();
    expect(await asked.gateway.next()).toMatchObject({ op: 7 });
    discord.faults.invalidateSession(true);
    expect(await asked.gateway.next()).toMatchObject({ op: 9, d: true });
    discord.faults.invalidateSession(false);
    expect(await asked.gateway.next()).toMatchObject({ op: 9, d: false });
    asked.gateway.send(2, identify('raw-token'));
    expect(await asked.gateway.next()).toMatchObject({ t: 'READY', s: 1 });
  });

  it('close with 4004 when the token is revoked', async () => {
    const { gateway } = await connected(discord);
    discord.faults.revoke('raw-token');
    expect(await gateway.closed).toBe(4004);
  });

  it('leave heartbeats without an answer', async () => {
    const { gateway } = await connected(discord);
    discord.faults.ignoreHeartbeats(true);
    const heard = discord.waitFor('heartbeat');
    gateway.send(1, null);
    await heard;
    discord.faults.ignoreHeartbeats(false);
    gateway.send(1, null);
    await gateway.next(({ op }) => op === 11);
    expect(gateway.frames.filter(({ op }) => op === 11)).toHaveLength(1);
  });

  it('withhold guilds until they are let through', async () => {
    discord.faults.withholdGuilds(true);
    const { gateway, ready } = await connected(discord, 'raw-token', 1);
    expect(Object(ready.d).guilds).toHaveLength(1);
    gateway.send(1, null);
    await gateway.next(({ op }) => op === 11);
    expect(gateway.frames.map(({ t }) => t)).not.toContain('GUILD_CREATE');
    discord.faults.withholdGuilds(false);
    expect(await gateway.event('GUILD_CREATE')).toMatchObject({ d: { id: discord.guildId } });
  });

  it('lose, double and reorder events', async () => {
    const { gateway } = await connected(discord, 'raw-token', 1 << 12);
    const ada = discord.person('ada');
    const say = (content: string) => ada.say(content, { channelId: ada.dm(bot.appId) });
    discord.faults.nextDispatch({ event: 'MESSAGE_CREATE', action: 'drop' });
    await say('lost');
    discord.faults.nextDispatch({ action: 'duplicate' });
    await say('twice');
    discord.faults.nextDispatch({ action: 'reorder' });
    await say('late');
    await say('early');
    gateway.send(1, null);
    await gateway.next(({ op }) => op === 11);
    const heard = gateway.frames.filter(({ t }) => t === 'MESSAGE_CREATE');
    expect(heard.map(({ s, d }) => [s, Object(d).content])).toEqual([
      [3, 'twice'],
      [3, 'twice'],
      [5, 'early'],
      [4, 'late'],
    ]);
  });

  it('send anything', async () => {
    const { gateway } = await connected(discord);
    discord.faults.sendEvent('INTERACTION_CREATE', { id: 'no' });
    expect(await gateway.next()).toMatchObject({ t: 'INTERACTION_CREATE', s: 2, d: { id: 'no' } });
    discord.faults.sendRaw('{"op":0,"t":"INTERACTION_CREATE","s":3,"d":null}');
    expect(await gateway.next()).toMatchObject({ d: null });
  });

  it('choose the heartbeat and require shards', async () => {
    discord.faults.heartbeatEvery(123);
    discord.faults.requireSharding(true);
    const gateway = await rawGateway(discord);
    expect(await gateway.next()).toMatchObject({ d: { heartbeat_interval: 123 } });
    gateway.send(2, { token: 't', intents: 0, properties: {} });
    expect(await gateway.closed).toBe(4011);
  });
});

describe('on a stock discord.js bot', () => {
  let client: Client;

  beforeEach(async () => {
    await bot.request('PUT', `/applications/${bot.appId}/commands`, [{ name: 'gene', description: 'd' }]);
    client = new Client({ intents: [], rest: { api: discord.apiUrl } });
    client.on(Events.Error, () => {});
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login('raw-token');
    await ready;
  });
  afterEach(() => client.destroy());

  const reply = async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('x');
  };

  it('a callback that is answered 502 is tried again and gets 40060', async () => {
    const failed = new Promise<{ code: unknown }>((resolve) => {
      client.on(Events.InteractionCreate, (interaction) => void reply(interaction).catch(resolve));
    });
    discord.faults.next({ route: 'callback', status: 502, afterProcessing: true });
    expect((await discord.person('ada').run('/gene')).message?.content).toBe('x');
    expect((await failed).code).toBe(40_060);
    expect(discord.person('ada').sees()).toHaveLength(1);
  });

  it('a dropped connection is resumed and the interaction arrives', async () => {
    client.on(Events.InteractionCreate, reply);
    discord.faults.drop();
    await discord.waitFor('disconnect');
    const outcome = discord.person('ada').run('/gene');
    expect(await discord.waitFor('resume')).toMatchObject({ replayed: 1 });
    expect((await outcome).outcome).toBe('message');
  });

  it('a 429 is waited for', async () => {
    client.on(Events.InteractionCreate, reply);
    discord.faults.next({ route: 'callback', status: 429, headers: { 'retry-after': '0.05' } });
    expect((await discord.person('ada').run('/gene')).outcome).toBe('message');
    const callbacks = discord.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(callbacks.map(({ status }) => status)).toEqual([429, 204]);
  });
});
