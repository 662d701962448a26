import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createHttp, type HttpTiming, ServiceError } from '../../src/import/http.js';
import { loopback } from './loopback.js';

const TIMING: HttpTiming = { pace: 0, timeout: 200, backoff: 1, longestWait: 50, tries: 3 };
const SHAPE = z.object({ a: z.number() });
const GOOD = '{"a":1,"b":2}';

function ask(url: string, timing: Partial<HttpTiming> = {}): Promise<unknown> {
  return createHttp('il32-bot test', { ...TIMING, ...timing }).json({ url }, SHAPE);
}

describe('a service', () => {
  test('that answers', async () => {
    const server = await loopback((_, response) => response.end(GOOD));
    expect(await ask(server.url)).toEqual({ a: 1 });
    expect(server.requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'il32-bot test',
    });
  });

  test.each([
    ['429 with a time', 429, { 'retry-after': '0.01' }],
    ['429 with a date', 429, { 'retry-after': 'Thu, 01 Jan 2026 00:00:00 GMT' }],
    ['429 without one', 429, {}],
    ['500', 500, {}],
    ['503', 503, {}],
  ])('is asked again after %s', async (_, status, headers) => {
    const server = await loopback((_request, response, count) =>
      count < 3 ? response.writeHead(status, headers).end('{}') : response.end(GOOD),
    );
    expect(await ask(server.url)).toEqual({ a: 1 });
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    ['limits for good', 429, 'it asks to come back later (429)', 3],
    ['is out of order', 502, 'it is out of order (502)', 3],
    ['refuses', 404, 'it refuses the request (404)', 1],
    ['finds the request wrong', 400, 'it refuses the request (400)', 1],
  ])('that %s', async (_, status, message, tries) => {
    const server = await loopback((_request, response) => response.writeHead(status).end('{}'));
    await expect(ask(server.url)).rejects.toThrow(new ServiceError(message));
    expect(server.requests).toHaveLength(tries);
  });

  test('that wants to be left alone for longer than anybody waits', async () => {
    const server = await loopback((_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    await expect(ask(server.url)).rejects.toThrow('it asks to come back later (429)');
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['a page', '<html>Service unavailable</html>', 'it answers with a page instead of data'],
    ['half of its answer', '{"a":', 'its answer is not whole JSON'],
    ['another form', '{"a":"one"}', 'its answer has another form than expected, at a'],
    ['a list', '[]', 'its answer has another form than expected, at its start'],
  ])('that sends %s', async (_, body, message) => {
    const server = await loopback((_request, response) => response.end(body));
    await expect(ask(server.url)).rejects.toThrow(new ServiceError(message));
  });

  test('that never answers', async () => {
    const server = await loopback(() => undefined);
    await expect(ask(server.url, { timeout: 100, tries: 2 })).rejects.toThrow('no answer within 0.1 s');
  });

  test('that is not there', async () => {
    await expect(ask('http://127.0.0.1:9/')).rejects.toThrow(/^it cannot be reached/u);
  });

  const clocked = () => {
    const waits: number[] = [];
    const clock = {
      now: () => 1000,
      wait: (ms: number) => {
        waits.push(ms);
        return Promise.resolve();
      },
    };
    return { waits, clock };
  };

  test('is asked no faster than the pace, also by several who ask at once', async () => {
    const server = await loopback((_, response) => response.end(GOOD));
    const { waits, clock } = clocked();
    const http = createHttp('test', { ...TIMING, pace: 350 }, clock);
    await Promise.all([1, 2, 3].map(() => http.json({ url: server.url }, SHAPE)));
    expect(waits).toEqual([350, 700]);
  });

  test('is left alone for as long as it asks, else for longer each time', async () => {
    const server = await loopback((_, response, count) =>
      response.writeHead(429, count === 1 ? { 'retry-after': '1.5' } : {}).end(),
    );
    const { waits, clock } = clocked();
    const http = createHttp('test', { ...TIMING, backoff: 1000, longestWait: 60_000 }, clock);
    await expect(http.json({ url: server.url }, SHAPE)).rejects.toThrow(ServiceError);
    expect(waits).toEqual([1500, 2000]);
  });
});
