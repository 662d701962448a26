import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HealthServer, serveHealth } from '../../src/bot/health.js';
import type { Metrics } from '../../src/bot/metrics.js';

const METRICS: Metrics = {
  observe: () => undefined,
  text: async () => 'counters',
  contentType: 'text/plain',
};

let server: HealthServer;
beforeAll(async () => {
  server = await serveHealth(0, () => ({ healthy: true, shards: [] }), METRICS);
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks for a path under a name for this machine; `PORT` in the name becomes the port. */
function ask(host: string, path = '/healthz', method = 'GET'): Promise<Answer> {
  const { port } = server;
  return new Promise((resolve, reject) => {
    const headers = { host: host.replace('PORT', String(port)) };
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => void chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the health endpoint', () => {
  test.each([
    '127.0.0.1:PORT',
    'localhost:PORT',
    'LocalHost:PORT',
    '[::1]:PORT',
    '127.0.0.1',
    'localhost',
    '[::1]',
    // A tunnel to a pod ends at a port of its own.
    'localhost:9999',
  ])('answers when it is called %s', async (host) => {
    expect(await ask(host)).toEqual({ status: 200, text: '{"healthy":true,"shards":[]}\n' });
    expect(await ask(host, '/metrics')).toEqual({ status: 200, text: 'counters' });
  });

  test.each([
    'example.org',
    'example.org:PORT',
    'localhost.example.org:PORT',
    '127.0.0.1.example.org',
    'example.org:80@localhost',
    'notlocalhost',
    '127.0.0.1:',
    'localhost:PORTx',
    '10.0.0.1:PORT',
    '0.0.0.0:PORT',
  ])('refuses the name "%s", whatever is asked for', async (host) => {
    const refused = { status: 421, text: 'This host name is not served here\n' };
    expect(await ask(host)).toEqual(refused);
    expect(await ask(host, '/metrics')).toEqual(refused);
    expect(await ask(host, '/healthz', 'POST')).toEqual(refused);
  });

  test('takes reads of its two paths alone', async () => {
    expect(await ask('localhost', '/healthz', 'POST')).toEqual({ status: 405, text: 'GET only\n' });
    expect(await ask('localhost', '/')).toEqual({ status: 404, text: '/healthz or /metrics\n' });
    expect(await ask('localhost', '/healthz', 'HEAD')).toEqual({ status: 200, text: '' });
  });
});
