import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createSend, type Question } from '../../src/bot/send.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function sendTo(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return createSend(`http://127.0.0.1:${address.port}`);
}

const POST: Question = {
  method: 'POST',
  path: '/api/v10/x?y=1',
  headers: { 'content-type': 'text/plain' },
  body: 'α',
  timeout: 5_000,
};

test('an answer of any status comes with its headers, in lower case, and its text', async () => {
  const send = await sendTo(async (request, response) => {
    const [body] = await request.setEncoding('utf8').toArray();
    response.writeHead(418, { 'X-RateLimit-Remaining': '0' });
    response.end(`${request.method} ${request.url} ${request.headers['content-type']} ${body}`);
  });
  const answer = await send(POST);
  expect(answer.status).toBe(418);
  expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(answer.headers.get('retry-after')).toBeNull();
  expect(await answer.text()).toBe('POST /api/v10/x?y=1 text/plain α');
});

test('what is not answered in time is given up, also while it waits for a connection', async () => {
  const send = await sendTo(() => undefined);
  const asked = Array.from({ length: 200 }, () => send({ ...POST, timeout: 30 }));
  const ends = await Promise.allSettled(asked);
  const errors = ends.map((end) => (end.status === 'rejected' ? end.reason.name : end.status));
  expect(new Set(errors)).toEqual(new Set(['AbortError']));
});

test('a connection that breaks is an error, and the next request has a new one', async () => {
  let requests = 0;
  const send = await sendTo((request, response) => {
    requests += 1;
    if (requests === 1) request.socket.destroy();
    else response.end('here');
  });
  await expect(send(POST)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(await (await send(POST)).text()).toBe('here');
});
