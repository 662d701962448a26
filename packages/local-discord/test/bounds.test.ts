import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { connected, madeBy, rawBot, USER_AGENT } from './support.js';

/** Whatever a bot sends, the local Discord answers as Discord would and keeps no more than it says. */

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.close());

const MIB = 2 ** 20;
const bytesOf = (value: unknown) => JSON.stringify(value).length;

/** An object in an object in an object, as JSON. */
const nested = (depth: number, inner = '1') =>
  `${'{"components":['.repeat(depth)}${inner}${']}'.repeat(depth)}`;

async function send(method: string, path: string, body: string, token = 'raw-token') {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { 'user-agent': USER_AGENT, 'content-type': 'application/json', authorization: `Bot ${token}` },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe('what bots sent is kept up to a number of bytes', () => {
  it('a message of 20 MB is refused unread, and nothing of it stays', async () => {
    const before = bytesOf(discord.requests);
    const body = JSON.stringify({ content: 'x'.repeat(20 * MIB) });
    const { status, text } = await send('POST', `/channels/${discord.channelId}/messages`, body);
    expect([status, JSON.parse(text)]).toEqual([413, { message: 'Request entity too large', code: 40005 }]);
    expect(bytesOf(discord.requests) - before).toBeLessThan(1000);
  });

  it('the oldest requests make room', async () => {
    const small = await startLocalDiscord({ limits: { requestBytes: 100_000 } });
    const bot = rawBot(small);
    for (let index = 0; index < 20; index += 1)
      await bot.request('POST', `/channels/${small.channelId}/messages`, {
        content: `${index}${'x'.repeat(30_000)}`,
      });
    expect(small.requests.length).toBe(3);
    expect(z.object({ content: z.string() }).parse(small.requests.at(-1)?.body).content).toMatch(/^19x/);
    await small.close();
  });

  it('one that alone is too large stays without its body', async () => {
    const small = await startLocalDiscord({ limits: { requestBytes: 10_000 } });
    const bot = rawBot(small);
    await bot.request('POST', `/channels/${small.channelId}/messages`, { content: 'x'.repeat(30_000) });
    expect(small.requests).toMatchObject([{ method: 'POST', status: 400, body: undefined }]);
    await small.close();
  });

  it('a refusal does not repeat what it refuses at length, nor a thousand times', async () => {
    const path = `/channels/${discord.channelId}/messages`;
    const long = await send('POST', path, JSON.stringify({ content: ['x'.repeat(500_000)] }));
    expect(long.text).toContain('Could not interpret \\"[\\"xxxx');
    expect(long.text.length).toBeLessThan(1000);
    const many = await send(
      'POST',
      path,
      JSON.stringify({ embeds: Array.from({ length: 100_000 }, () => 1) }),
    );
    expect(many.status).toBe(400);
    expect(many.text.length).toBeLessThan(10_000);
    const commands = await send(
      'PUT',
      `/applications/${rawBot(discord).appId}/commands`,
      JSON.stringify(Array.from({ length: 100_000 }, () => ({}))),
    );
    expect(commands.status).toBe(400);
    expect(commands.text.length).toBeLessThan(100_000);
  });
});

describe('messages are kept up to a number of bytes', () => {
  it('the oldest make room, in whatever channel they are', async () => {
    const small = await startLocalDiscord({ limits: { messageBytes: 20_000 } });
    const bot = rawBot(small);
    const [first = '', second = ''] = small.state.guilds[0]?.channelIds ?? [];
    const ids: string[] = [];
    for (const channel of [first, second, first, second, first, second, first, second]) {
      const body = { embeds: [{ description: 'x'.repeat(4000) }] };
      ids.push(madeBy(await bot.request('POST', `/channels/${channel}/messages`, body)).id);
    }
    const kept = [first, second].flatMap((channel) =>
      small
        .person('ada')
        .sees(channel)
        .map(({ id }) => id),
    );
    expect(kept.toSorted()).toEqual(ids.slice(-4).toSorted());
    await small.close();
  });
});

describe('tokens nobody announced', () => {
  const apps = z.object({ apps: z.array(z.object({ id: z.string(), name: z.string() })) });
  const appsOf = async ({ url }: LocalDiscord) =>
    apps.parse(await (await fetch(`${url}/local/state`)).json()).apps;

  it('make only so many applications; the idle ones are forgotten first', async () => {
    const own = await startLocalDiscord({ limits: { applications: 10 } });
    own.addBot('announced', { name: 'Announced' });
    const { gateway } = await connected(own, 'online');
    const [, online] = await appsOf(own);
    for (let index = 0; index < 50; index += 1)
      await fetch(`${own.apiUrl}/v10/users/@me`, {
        headers: { 'user-agent': USER_AGENT, authorization: `Bot made-up-${index}` },
      });
    const left = await appsOf(own);
    expect(left.length).toBe(11);
    expect(left.map(({ name }) => name)).toContain('Announced');
    expect(left.map(({ id }) => id)).toContain(online?.id);
    gateway.close();
    await own.close();
  });

  it('are refused when all that there are is in use', async () => {
    const own = await startLocalDiscord({ limits: { applications: 2 } });
    const first = await connected(own, 'one');
    const second = await connected(own, 'two');
    const answer = await fetch(`${own.apiUrl}/v10/users/@me`, {
      headers: { 'user-agent': USER_AGENT, authorization: 'Bot three' },
    });
    expect([answer.status, await answer.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    first.gateway.close();
    second.gateway.close();
    await own.close();
  });
});

describe('a reply carries the message it answers, and not what that one answered', () => {
  it('when a bot replies', async () => {
    const bot = rawBot(discord);
    const path = `/channels/${discord.channelId}/messages`;
    let { id } = madeBy(await bot.request('POST', path, { content: 'first' }));
    for (const content of ['second', 'third', 'fourth'])
      ({ id } = madeBy(await bot.request('POST', path, { content, message_reference: { message_id: id } })));
    const { body } = await bot.request('GET', `${path}/${id}`);
    expect(body).toMatchObject({ content: 'fourth', referenced_message: { content: 'third' } });
    expect(body).not.toHaveProperty('referenced_message.referenced_message');
    expect(body).toHaveProperty('referenced_message.message_reference.message_id');
  });

  it('when a person replies', async () => {
    const ada = discord.person('ada');
    const first = await ada.say('first');
    const second = await ada.say('second', { replyTo: first.id });
    const third = await ada.say('third', { replyTo: second.id });
    expect(third.referenced_message).toMatchObject({ content: 'second' });
    expect(third.referenced_message?.referenced_message).toBeUndefined();
  });
});

describe('a body nested too deep is refused', () => {
  const invalid = [400, { message: 'The request body contains invalid JSON.', code: 50109 }];

  it('in a message', async () => {
    const { status, text } = await send(
      'POST',
      `/channels/${discord.channelId}/messages`,
      `{"embeds":[{"title":"a","x":${nested(30_000)}}]}`,
    );
    expect([status, JSON.parse(text)]).toEqual(invalid);
  });

  it('in a modal', async () => {
    const { gateway } = await connected(discord, 'modal-token');
    const bot = rawBot(discord, 'modal-token');
    await bot.request('PUT', `/applications/${bot.appId}/commands`, [{ name: 'deep', description: 'Deep' }]);
    const running = discord.person('ada').run('/deep');
    const event = await gateway.event('INTERACTION_CREATE');
    const { id, token } = z.object({ id: z.string(), token: z.string() }).parse(event.d);
    const { status, text } = await send(
      'POST',
      `/interactions/${id}/${token}/callback`,
      `{"type":9,"data":{"custom_id":"a","title":"a","components":[${nested(30_000)}]}}`,
    );
    expect([status, JSON.parse(text)]).toEqual(invalid);
    await send('POST', `/interactions/${id}/${token}/callback`, '{"type":5}');
    await running;
    gateway.close();
  });
});
