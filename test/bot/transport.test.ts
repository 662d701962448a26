import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/bot/clock.js';
import { retryAfterOf } from '../../src/bot/retry-after.js';
import type { Send } from '../../src/bot/send.js';
import { createTransport, growingPause, type Persistence } from '../../src/bot/transport.js';
import { readableLogger } from './support.js';

const API = 'https://discord.com/api/v10';
const POST = `${API}/channels/1/messages`;
const CALLBACK = `${API}/interactions/1/token/callback`;
const MESSAGE: Persistence = { tries: 3, timeout: 1_000, patience: 600_000 };
const FIRST_ANSWER: Persistence = { tries: 1, timeout: 1_000, patience: 0 };
const BANNED = () => new Response('error code: 1015', { status: 429 });

/** A transport whose time passes only while it waits, and whose requests are answered from a list; then with 204. */
function stage(answers: (Response | Error)[] = []) {
  const state = { now: 1_000_000 };
  const sent: { url: string; at: number }[] = [];
  const log = readableLogger();
  const send: Send = async ({ path }) => {
    sent.push({ url: path, at: state.now - 1_000_000 });
    await Promise.resolve();
    const answer = answers.shift() ?? new Response(null, { status: 204 });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const transport = createTransport({
    clock: createClock({ steady: () => state.now }),
    logger: log.logger,
    onUnauthorised: () => undefined,
    random: () => 1,
    send,
    pause: async (ms) => {
      const until = state.now + ms;
      await new Promise((resolve) => setImmediate(resolve));
      state.now = Math.max(state.now, until);
    },
  });
  const request = async (url: string, persistence: Persistence) =>
    (await transport.sender(persistence)(url, { method: 'POST' })).status;
  return { state, sent, log, request, times: () => sent.map(({ at }) => at) };
}

function limited(headers: Record<string, string> = {}): Response {
  return new Response('{"message":"limited"}', { status: 429, headers });
}

describe('Retry-After', () => {
  const date = 'Fri, 27 Nov 2026 12:00:00 GMT';
  test.each<[string, Record<string, string>, number | null]>([
    ['seconds', { 'retry-after': '1.5' }, 1_500],
    ['a date', { date, 'retry-after': 'Fri, 27 Nov 2026 12:00:07 GMT' }, 7_000],
    ['a year', { 'retry-after': '31536000' }, 86_400_000],
    ['absent', {}, null],
    ['empty', { 'retry-after': '' }, null],
    ['zero', { 'retry-after': '0' }, null],
    ['negative', { 'retry-after': '-3' }, null],
    ['no number', { 'retry-after': 'soon' }, null],
    ['a hexadecimal number', { 'retry-after': '0x10' }, null],
    ['infinite', { 'retry-after': 'Infinity' }, null],
    ['a date gone by', { date, 'retry-after': 'Fri, 27 Nov 2026 11:59:59 GMT' }, null],
    ['a date without one to hold it against', { 'retry-after': date }, null],
  ])('that is %s', (_, headers, ms) => {
    expect(retryAfterOf(new Headers(headers))).toBe(ms);
  });
});

describe('a pause before one more try', () => {
  test('has a floor, grows, is left to chance by half, and has a cap', () => {
    const at = (random: number) =>
      [1, 2, 3, 50].map((failures) => growingPause(500, 60_000, failures, random));
    expect(at(1)).toEqual([500, 1_000, 2_000, 60_000]);
    expect(at(0)).toEqual([250, 500, 1_000, 30_000]);
  });
});

describe('a request that is limited', () => {
  test.each<[string, () => Response | Error]>([
    ['429 without Retry-After', () => limited()],
    ['429 with 0', () => limited({ 'retry-after': '0' })],
    ['429 with -1', () => limited({ 'retry-after': '-1' })],
    ['429 with NaN', () => limited({ 'retry-after': 'NaN' })],
    ['502', () => new Response('', { status: 502 })],
    ['503', () => new Response('', { status: 503 })],
    ['504', () => new Response('', { status: 504 })],
    ['a closed connection', () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })],
    ['a refused connection', () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
  ])('goes out three times at most, in growing pauses: %s', async (_, answer) => {
    const { request, times } = stage(Array.from({ length: 9 }, answer));
    await request(POST, MESSAGE).catch(() => undefined);
    expect(times()).toEqual([0, 500, 1_500]);
  });

  test('waits as long as it is told to, and so do others of its route', async () => {
    const { request, times } = stage([limited({ 'retry-after': '20' })]);
    expect(await Promise.all([request(POST, MESSAGE), request(POST, MESSAGE)])).toEqual([204, 204]);
    expect(times().filter((at) => at >= 20_000)).toHaveLength(times().length - 2);
    const { request: other, times: otherTimes } = stage([limited({ 'retry-after': '20' })]);
    await Promise.all([other(POST, MESSAGE), other(`${API}/channels/2/messages`, MESSAGE)]);
    expect(otherTimes()).toEqual([0, 0, 20_000]);
  });

  test('waits everywhere when the limit is of the whole bot', async () => {
    const { request, times } = stage([limited({ 'retry-after': '20', 'x-ratelimit-global': 'true' })]);
    await request(POST, MESSAGE);
    await request(`${API}/channels/2/messages`, MESSAGE);
    expect(times()).toEqual([0, 20_000, 20_000]);
  });

  test('is handed back to one who asks once when it may be asked again, or when its time is over', async () => {
    const busy = (seconds: string) => new Response('', { status: 503, headers: { 'retry-after': seconds } });
    const { request, state } = stage([busy('0.4'), busy('60'), busy('0')]);
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      expect(await request(CALLBACK, FIRST_ANSWER)).toBe(503);
      times.push(state.now - 1_000_000);
    }
    expect(times).toEqual([400, 1_400, 1_400]);
  });

  test('is given up at once when the wait is longer than its patience', async () => {
    const { request, times } = stage([limited({ 'retry-after': '3600' })]);
    expect(await request(POST, MESSAGE)).toBe(429);
    expect(await request(POST, MESSAGE)).toBe(429);
    expect(times()).toEqual([0]);
  });

  test('waits for its bucket before it is limited', async () => {
    const empty = new Response(null, {
      status: 204,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '2.5' },
    });
    const { request, times } = stage([empty]);
    await request(POST, MESSAGE);
    await request(POST, MESSAGE);
    expect(times()).toEqual([0, 2_500]);
  });

  test('is said once a minute', async () => {
    const { request, log } = stage(Array.from({ length: 9 }, () => limited()));
    await request(POST, MESSAGE);
    await request(POST, MESSAGE);
    expect(log.lines().map(({ level, route, msg }) => ({ level, route, msg }))).toEqual([
      { level: 40, route: '/channels/1/messages', msg: 'Discord limits the requests of this bot; they wait' },
    ]);
  });
});

describe('no more than 50 requests a second go out', () => {
  test('of those that count', async () => {
    const { request, times } = stage();
    await Promise.all(Array.from({ length: 120 }, () => request(POST, MESSAGE)));
    const busiest = times().map((from) => times().filter((at) => at >= from && at < from + 1_000).length);
    expect(Math.max(...busiest)).toBeLessThanOrEqual(50);
    expect(times()).toHaveLength(120);
  });

  test('and first answers do not count', async () => {
    const { request, times } = stage();
    await Promise.all(Array.from({ length: 200 }, () => request(CALLBACK, FIRST_ANSWER)));
    expect(new Set(times())).toEqual(new Set([0]));
  });
});

describe('while Discord bans the whole address', () => {
  test('nothing but one probe goes out; when it is taken everything does', async () => {
    const { request, sent, state, log } = stage([BANNED(), BANNED(), BANNED()]);
    await request(CALLBACK, FIRST_ANSWER);
    expect(await request(CALLBACK, FIRST_ANSWER)).toBe(429);
    expect(sent).toHaveLength(1);
    // Five seconds, then ten, then twenty: each time one request asks.
    state.now += 5_000;
    const all = () => Promise.all(Array.from({ length: 5 }, () => request(CALLBACK, FIRST_ANSWER)));
    expect(await all()).toEqual([429, 429, 429, 429, 429]);
    expect(sent).toHaveLength(2);
    state.now += 9_999;
    await all();
    expect(sent).toHaveLength(2);
    state.now += 1;
    await all();
    expect(sent).toHaveLength(3);
    state.now += 20_000;
    expect(await request(CALLBACK, FIRST_ANSWER)).toBe(204);
    expect(await all()).toEqual([204, 204, 204, 204, 204]);
    expect(log.lines().map(({ msg }) => msg)).toEqual([
      'Discord takes nothing from this address for a while (1015); now and then one request asks whether it does again',
    ]);
  });

  test('it waits as long as Discord asks for', async () => {
    const html = '<title>Access denied | discord.com used Cloudflare</title> Error 1015';
    const { request, times } = stage([new Response(html, { status: 429, headers: { 'retry-after': '60' } })]);
    expect(await request(POST, MESSAGE)).toBe(204);
    expect(times()).toEqual([0, 60_000]);
  });

  test('a probe that is lost does not end it, nor keep the next one from going', async () => {
    const { request, sent, state } = stage([BANNED(), new Error('cut')]);
    await request(CALLBACK, FIRST_ANSWER);
    state.now += 5_000;
    await request(CALLBACK, FIRST_ANSWER).catch(() => undefined);
    expect(await request(CALLBACK, FIRST_ANSWER)).toBe(204);
    expect(sent).toHaveLength(3);
  });
});
