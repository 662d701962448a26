import type { IncomingMessage } from 'node:http';

/** Hosts that are this machine. */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a Host header names this server: a foreign name that resolves here (DNS rebinding) does not. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/** Whether an Origin header is this server's own. */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  const host = /^http:\/\/(.+)$/.exec(origin ?? '')?.[1];
  return host !== undefined && isOwnHost(host, port);
}

/** Why a request from elsewhere is refused; undefined when it is welcome. */
export function foreignRequest(request: IncomingMessage, port: number): string | undefined {
  const { host, origin } = request.headers;
  if (!isOwnHost(host, port)) return 'This host name is not served here';
  if (origin !== undefined && !isOwnOrigin(origin, port)) return 'Requests from other sites are not served';
  const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = request.headers;
  const isLink = mode === 'navigate' && request.method === 'GET';
  if (site !== 'none' && site !== 'same-origin' && !isLink) return 'Requests from other sites are not served';
  return undefined;
}
