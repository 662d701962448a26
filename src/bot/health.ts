import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, Status } from 'discord.js';
import { isConnected } from './connection.js';
import type { Metrics } from './metrics.js';

/** How the bot is, for an operator's eyes and for a container's health check. */
export interface Health {
  readonly healthy: boolean;
  readonly shards: readonly ShardHealth[];
}

/** One of Discord's shards as this process sees it. */
export interface ShardHealth {
  readonly id: number;
  readonly status: string;
  /** round trip of the last heartbeat, ms; null before the first one */
  readonly ping: number | null;
}

/** Longer than two of Discord's heartbeats (41.25 s each): the connection is open, but nobody is there. */
const LONGEST_SILENCE_MS = 120_000;

/** When each shard last gave a sign of life. */
export interface SignsOfLife {
  heard(shard: number): void;
  /** ms since a shard was heard; 0 for one that was never heard */
  silence(shard: number): number;
}

/** Remembers signs of life. @param now ms that only ever go forward */
export function createSignsOfLife(now: () => number): SignsOfLife {
  const last = new Map<number, number>();
  return {
    heard: (shard) => void last.set(shard, now()),
    silence: (shard) => now() - (last.get(shard) ?? now()),
  };
}

/** Healthy: every shard is connected, and the last heartbeat was acknowledged not long ago. */
export function healthOf(client: Client | null, signs: SignsOfLife): Health {
  const shards = client === null ? [] : [...client.ws.shards.values()];
  const silent = shards.some(({ id }) => signs.silence(id) > LONGEST_SILENCE_MS);
  return {
    healthy: isConnected(client) && !silent,
    shards: shards.map(({ id, status, ping }) => ({
      id,
      status: Status[status],
      ping: ping < 0 ? null : ping,
    })),
  };
}

/**
 * The names of this machine alone, whatever the port: a tunnel ends at one of its own. A website's name that was made to
 * lead here (DNS rebinding) is none of them.
 */
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/iu;

/** The health endpoint, while it listens. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` and `/metrics` on 127.0.0.1, to whoever asks for it under a name of this machine; 421 to others.
 * @param port 0: any free one
 * @throws when the port is taken
 */
export async function serveHealth(
  port: number,
  health: () => Health,
  metrics: Metrics,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    respond(request, response).catch(() => send(response, 500, 'text/plain', 'error\n'));
  });

  async function respond({ headers, method = '', url }: IncomingMessage, response: ServerResponse) {
    if (!OWN_HOST.test(headers.host ?? ''))
      return send(response, 421, 'text/plain', 'This host name is not served here\n');
    if (method !== 'GET' && method !== 'HEAD') return send(response, 405, 'text/plain', 'GET only\n');
    if (url === '/healthz') {
      const state = health();
      return send(response, state.healthy ? 200 : 503, 'application/json', `${JSON.stringify(state)}\n`);
    }
    if (url === '/metrics') return send(response, 200, metrics.contentType, await metrics.text());
    return send(response, 404, 'text/plain', '/healthz or /metrics\n');
  }

  await listen(server, port);
  return { port: portOf(server.address()), close: () => close(server) };
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
