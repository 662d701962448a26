import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { type RawBot, rawBot } from './support.js';

let discord: LocalDiscord;
let bot: RawBot;
let pageDir: string;

beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(pageDir, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(pageDir, 'page.js'), 'export {};');
  await writeFile(join(pageDir, 'secret.env'), 'no');
  discord = await startLocalDiscord({ pageDir });
  bot = rawBot(discord);
  await bot.request('PUT', `/applications/${bot.appId}/commands`, [
    {
      name: 'gene',
      description: 'd',
      options: [
        {
          type: 1,
          name: 'alias',
          description: 'd',
          options: [{ type: 3, name: 'name', description: 'd', required: true, autocomplete: true }],
        },
      ],
    },
  ]);
});
afterAll(async () => {
  await discord.close();
  await rm(pageDir, { recursive: true });
});

const userId = (name = 'ada') => discord.person(name).id;
const pageHeaders = () => ({ origin: discord.url, 'content-type': 'application/json', 'x-local-page': '1' });

async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}

async function get(path: string) {
  const response = await fetch(`${discord.url}${path}`);
  return answerOf(response);
}

async function post(path: string, body: object, headers: Record<string, string> = pageHeaders()) {
  const response = await fetch(`${discord.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return answerOf(response);
}

/** A request whose Host header is chosen freely; fetch does not allow that. */
function withHeaders(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${discord.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject).end();
  });
}

function gatewayAnswer(headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`, {
      headers,
    });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('error', ({ message }) => resolve(message));
  });
}

describe('the page', () => {
  it('comes with a strict policy', async () => {
    const response = await fetch(`${discord.url}/`);
    expect(await response.text()).toContain('<title>page</title>');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; " +
        "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('has its files and no others', async () => {
    const statuses = [
      'page.js',
      'none.js',
      'secret.env',
      '..%2Findex.html',
      '%2e%2e/package.json',
      '%E0%A4%A',
    ].map(async (name) => (await fetch(`${discord.url}/assets/${name}`)).status);
    expect(await Promise.all(statuses)).toEqual([200, 404, 404, 404, 404, 400]);
  });
});

describe('strangers', () => {
  it('are refused by their Host', async () => {
    const { port } = new URL(discord.url);
    const status = (host: string) => withHeaders('/local/state', { host });
    expect(await status('evil.example')).toBe(403);
    expect(await status(`evil.example:${port}`)).toBe(403);
    expect(await status(`127.0.0.1.evil.example:${port}`)).toBe(403);
    expect(await status('127.0.0.1:1')).toBe(403);
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`[::1]:${port}`)).toBe(200);
  });

  it('are refused by their Origin, on every route', async () => {
    for (const path of ['/', '/local/state', '/api/v10/users/@me', '/attachments/1/x']) {
      expect(await withHeaders(path, { origin: 'https://evil.example' })).toBe(403);
      expect(await withHeaders(path, { origin: 'null' })).toBe(403);
    }
    expect(await withHeaders('/local/state', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await withHeaders('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(
      200,
    );
  });

  it('are refused by the gateway too', async () => {
    expect(await gatewayAnswer({})).toBe('open');
    expect(await gatewayAnswer({ origin: 'https://evil.example' })).toContain('403');
    expect(await gatewayAnswer({ host: 'evil.example' })).toContain('403');
  });

  it('cannot write without the page', async () => {
    const body = { user: userId(), channel: discord.channelId, content: 'x' };
    const { origin, ...noOrigin } = pageHeaders();
    expect((await post('/local/messages', body, noOrigin)).status).toBe(403);
    expect((await post('/local/messages', body, { ...pageHeaders(), 'x-local-page': '0' })).status).toBe(403);
    expect(
      (await post('/local/messages', body, { ...pageHeaders(), 'content-type': 'text/plain' })).status,
    ).toBe(403);
    expect(origin).toBe(discord.url);
    expect(discord.person('ada').sees()).toEqual([]);
  });

  it('cannot send much', async () => {
    const { status } = await post('/local/messages', { content: 'x'.repeat(70_000) });
    expect(status).toBe(413);
  });

  it('cannot have the server on another interface', async () => {
    await expect(startLocalDiscord({ host: '0.0.0.0' })).rejects.toThrow(
      'The local Discord listens on loopback only (127.0.0.1 or ::1), not on 0.0.0.0',
    );
  });
});

describe('what the page asks for', () => {
  it('state', async () => {
    const { body } = await get(`/local/state?user=${userId('ben')}`);
    expect(body).toMatchObject({
      me: { username: 'ben' },
      users: [{ username: 'ada' }, { username: 'ben' }],
      guild: { id: discord.guildId, name: 'The lab' },
      channels: [
        { id: discord.channelId, name: 'lab', kind: 'guild' },
        { name: 'general', kind: 'guild' },
        { kind: 'dm', with: bot.appId },
      ],
      apps: [{ id: bot.appId, online: false, botUser: { bot: true } }],
    });
  });

  it('commands and messages', async () => {
    const where = `user=${userId()}&channel=${discord.channelId}`;
    expect((await get(`/local/commands?${where}`)).body).toMatchObject({
      commands: [{ name: 'gene', application_id: bot.appId }],
    });
    const said = await post('/local/messages', { user: userId(), channel: discord.channelId, content: 'hi' });
    expect(said).toMatchObject({ status: 200, body: { content: 'hi', author: { username: 'ada' } } });
    expect((await get(`/local/messages?${where}`)).body).toEqual({ messages: [said.body] });
    expect(await get('/local/messages?user=1&channel=1')).toEqual({
      status: 400,
      body: { message: 'There is no such person' },
    });
  });

  const interaction = (type: number, options: object[]) => ({
    user: userId(),
    channel: discord.channelId,
    application_id: bot.appId,
    type,
    data: { name: 'gene', type: 1, options: [{ type: 1, name: 'alias', options }] },
  });

  async function answering(type: number, options: object[], callback: object) {
    const heard = discord.waitFor('interaction');
    const answer = post('/local/interactions', interaction(type, options));
    const { id, token } = Object((await heard).payload);
    await bot.request('POST', `/interactions/${id}/${token}/callback`, callback);
    return { id, answer: await answer };
  }

  it('interactions', async () => {
    const name = { type: 3, name: 'name', value: 'NK4' };
    const ran = await answering(2, [name], { type: 5 });
    expect(ran.answer).toEqual({ status: 200, body: { interaction_id: ran.id, outcome: 'deferred' } });
    const choices = [{ name: 'NK4', value: 'NK4' }];
    const typed = await answering(4, [{ ...name, focused: true }], { type: 8, data: { choices } });
    expect(typed.answer.body).toEqual({ interaction_id: typed.id, outcome: 'choices', choices });
    expect(await post('/local/interactions', interaction(2, []))).toEqual({
      status: 400,
      body: { message: '"name" is required' },
    });
    expect((await post('/local/interactions', { user: userId(), data: {} })).status).toBe(400);
  });

  it('events, each person their own', async () => {
    const aborter = new AbortController();
    const response = await fetch(`${discord.url}/local/events?user=${userId('ben')}`, {
      signal: aborter.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const name = { type: 3, name: 'name', value: 'x' };
    await answering(2, [name], { type: 4, data: { content: 'for ada', flags: 64 } });
    await answering(2, [name], { type: 4, data: { content: 'for all' } });
    const decoder = new TextDecoder();
    let heard = '';
    for await (const chunk of response.body ?? []) {
      heard += decoder.decode(chunk);
      if (heard.includes('for all')) break;
    }
    expect(heard).toContain('data: {"type":"message","message":{');
    expect(heard).not.toContain('for ada');
    aborter.abort();
  });

  it('a private message away', async () => {
    const name = { type: 3, name: 'name', value: 'x' };
    await answering(2, [name], { type: 4, data: { content: 'secret', flags: 64 } });
    const id = discord.person('ada').sees().at(-1)?.id;
    const remove = async (name: string) => {
      const path = `/local/messages/${id}?user=${userId(name)}`;
      return (await fetch(`${discord.url}${path}`, { method: 'DELETE', headers: pageHeaders() })).status;
    };
    expect(await remove('ben')).toBe(400);
    expect(await remove('ada')).toBe(204);
    expect(discord.person('ada').sees().at(-1)?.id).not.toBe(id);
  });
});
