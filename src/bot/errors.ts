import { randomUUID } from 'node:crypto';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** What of an error may stand in a log: never a message, since it may quote what somebody typed or a token. */
export interface ErrorSummary {
  readonly error: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly method?: string;
  readonly route?: string;
  /** places in the code, innermost first */
  readonly at?: readonly string[];
}

const FRAMES = 8;

/** What the library ws says, without a code, when a gateway takes a connection and then says nothing. */
const HANDSHAKE_TOO_SLOW = 'Opening handshake has timed out';

/** A short code that links what a person saw to a line of the log. */
export function correlationId(): string {
  return randomUUID().slice(0, 8);
}

/** Boils an error of any kind down to what may be logged. */
export function summarise(error: unknown): ErrorSummary {
  if (error instanceof DiscordAPIError)
    return {
      error: error.name,
      code: error.code,
      status: error.status,
      method: error.method,
      route: routeOf(error.url),
    };
  if (error instanceof HTTPError)
    return { error: error.name, status: error.status, method: error.method, route: routeOf(error.url) };
  if (error instanceof RateLimitError) return { error: error.name, method: error.method, route: error.route };
  if (!(error instanceof Error)) return { error: typeof error };
  const status = refusedUpgrade(error);
  if (status !== undefined) return { error: error.name, status };
  const code = systemCode(error);
  const said = { error: error.name, ...(code === undefined ? {} : { code }) };
  // Where the network failed, the places in the code are all in libraries and say nothing.
  return code === undefined || code.startsWith('ERR_') ? { ...said, at: frames(error) } : said;
}

/** The code of a network or system error, such as `ECONNREFUSED`, also where it stands in the cause or among several. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'AbortError') return 'ABORT_ERR';
  if (error.message === HANDSHAKE_TOO_SLOW) return 'ETIMEDOUT';
  const causes: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return causes.map(systemCode).find((code) => code !== undefined);
}

/** The HTTP status with which a gateway refused a WebSocket; the library ws has it in its message alone. */
function refusedUpgrade({ message }: Error): number | undefined {
  const [, status] = /^Unexpected server response: (\d{3})$/.exec(message) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** The path of a request with ids and interaction tokens taken out. */
export function routeOf(url: string): string {
  const [, path = ''] = /\/v\d+(\/[^?#]*)/.exec(url) ?? [];
  return path
    .replace(/\/(interactions|webhooks)\/[^/]+\/[^/]+/, '/$1/:id/:token')
    .replace(/\d{15,20}/g, ':id');
}

/** The stack of an error below its message, which may have lines of any kind. */
function withoutMessage({ stack = '', message }: Error): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}

function frames(error: Error): string[] {
  return withoutMessage(error)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().slice(3));
}
