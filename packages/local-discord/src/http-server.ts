import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Gateway } from './gateway/gateway.js';
import { foreignRequest } from './page/server/guards.js';
import type { Site } from './page/server/site.js';
import type { ApiHandler } from './rest/rest-api.js';

/** What answers on the one port. */
export interface Parts {
  readonly api: ApiHandler;
  readonly gateway: Gateway;
  readonly site: Site;
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Only addresses of this machine. Throws an Error for any other. */
function checkHost(host: string): void {
  if (host !== '127.0.0.1' && host !== '::1') {
    throw new Error(`The local Discord listens on loopback only (127.0.0.1 or ::1), not on ${host}`);
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No address'));
      else resolve(address);
    });
  });
}

/** The port that a request came in by. */
function portOf(request: IncomingMessage): number {
  return request.socket.localPort ?? 0;
}

function urlOf(request: IncomingMessage): URL | undefined {
  const base = `http://localhost:${portOf(request)}`;
  const target = request.url ?? '/';
  return URL.canParse(target, base) ? new URL(target, base) : undefined;
}

function refuseForeign(response: ServerResponse, message: string): void {
  response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify({ message, code: 0 }));
}

function onRequest({ api, site }: Parts, request: IncomingMessage, response: ServerResponse): void {
  const foreign = foreignRequest(request, portOf(request));
  const url = urlOf(request);
  if (foreign !== undefined || url === undefined) refuseForeign(response, foreign ?? 'Malformed address');
  else if (url.pathname.startsWith('/api/')) void api(request, response, url);
  else void site.handle(request, response, url);
}

const GATEWAY_PATHS = ['/gateway', '/gateway/', '/'];

function onUpgrade({ gateway }: Parts, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const url = urlOf(request);
  socket.on('error', () => socket.destroy());
  const isGateway = url !== undefined && GATEWAY_PATHS.includes(url.pathname);
  if (!isGateway || foreignRequest(request, portOf(request)) !== undefined)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  else gateway.upgrade(request, socket, head, url);
}

async function closeAll(server: Server, gateway: Gateway): Promise<void> {
  await gateway.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Serves REST, gateway and page on one port.
 * @throws an Error for an interface that is not loopback, and when the port is taken (code EADDRINUSE)
 */
export async function serve(parts: Parts, port: number, host: string): Promise<Listening> {
  checkHost(host);
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) =>
    onRequest(parts, request, response),
  );
  server.on('upgrade', (request, socket, head) => onUpgrade(parts, request, socket, head));
  const address = await listen(server, port, host);
  return {
    origin: `http://${host === '::1' ? '[::1]' : host}:${address.port}`,
    close: () => closeAll(server, parts.gateway),
  };
}
