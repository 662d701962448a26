import { execFile } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { type Health, type HealthServer, serveHealth } from '../../src/bot/health.js';
import type { Metrics } from '../../src/bot/metrics.js';
import { packagePath } from '../../src/package-path.js';

const NO_METRICS: Metrics = { observe: () => undefined, text: async () => '', contentType: 'text/plain' };

let server: HealthServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

/** Runs the check of the container. @returns its exit code and what it prints */
function check(port: string): Promise<{ code: number; printed: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [packagePath('deploy/health-check.mjs')],
      { env: { HEALTH_PORT: port } },
      (_, printed) => resolve({ code: child.exitCode ?? -1, printed }),
    );
  });
}

async function checkAgainst(health: Health): Promise<{ code: number; printed: string }> {
  server = await serveHealth(0, () => health, NO_METRICS);
  return check(String(server.port));
}

describe('the health check of the container', () => {
  it('passes while every shard is connected', async () => {
    const shards = [{ id: 0, status: 'Ready', ping: 40 }];
    expect(await checkAgainst({ healthy: true, shards })).toEqual({
      code: 0,
      printed: '200 {"healthy":true,"shards":[{"id":0,"status":"Ready","ping":40}]}\n',
    });
  });

  it('fails while the bot is not connected', async () => {
    expect(await checkAgainst({ healthy: false, shards: [] })).toEqual({
      code: 1,
      printed: '503 {"healthy":false,"shards":[]}\n',
    });
  });

  it('fails when nothing answers', async () => {
    const closed = await serveHealth(0, () => ({ healthy: true, shards: [] }), NO_METRICS);
    await closed.close();
    expect(await check(String(closed.port))).toEqual({
      code: 1,
      printed: `Nothing answers on port ${closed.port}\n`,
    });
  });

  it('fails, and says why, without a port', async () => {
    expect(await check('')).toEqual({ code: 1, printed: 'HEALTH_PORT is not set\n' });
  });
});
