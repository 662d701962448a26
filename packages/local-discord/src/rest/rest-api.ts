import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type FaultState, type RestFault, restFault } from '../faults.js';
import type { RecordedRequest } from '../people/contract.js';
import { ApiError, refusals } from '../rules/api-error.js';
import { MESSAGE, OURS } from '../rules/discord-limits.js';
import { botToken, isBotUserAgent } from '../rules/request-rules.js';
import { appOfToken } from '../world/state.js';
import type { App, World } from '../world/world.js';
import { applicationRoutes } from './application-routes.js';
import { channelRoutes } from './channel-routes.js';
import { commandRoutes } from './command-routes.js';
import { followUpRoutes } from './followup-routes.js';
import { interactionRoutes } from './interaction-routes.js';
import { reactionRoutes } from './reaction-routes.js';
import { type Content, type ContentLimits, NO_CONTENT, readContent } from './request-body.js';
import type { RequestLog } from './request-log.js';
import { type Call, createRouter, type Match, type Reply, type Route, type RouteKind } from './router.js';

/** Every route of the API. */
export const ROUTES: readonly Route[] = [
  ...interactionRoutes,
  ...followUpRoutes,
  ...channelRoutes,
  ...reactionRoutes,
  ...commandRoutes,
  ...applicationRoutes,
];

const router = createRouter(ROUTES);

/** Answers one request to the API. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

function segmentsOf(pathname: string): string[] {
  const [, , ...rest] = pathname.split('/');
  const path = /^v\d+$/.test(rest[0] ?? '') ? rest.slice(1) : rest;
  try {
    return path.map(decodeURIComponent);
  } catch {
    throw refusals.notFound();
  }
}

function checkVersion(pathname: string): void {
  const version = /^\/api\/v(\d+)(\/|$)/.exec(pathname)?.[1];
  if (version !== undefined && version !== '10' && version !== '9') {
    throw new ApiError(400, 50041, 'Invalid API version provided');
  }
}

function authenticate(world: World, request: IncomingMessage): App {
  const token = botToken(request.headers.authorization);
  if (token === undefined) throw refusals.unauthorized();
  const app = appOfToken(world, token);
  if (app === undefined || app.revoked) throw refusals.unauthorized();
  return app;
}

function find(method: string, pathname: string): Match {
  const match = router(method, segmentsOf(pathname));
  if (match === undefined) throw refusals.notFound();
  if (match === 'method') throw refusals.methodNotAllowed();
  return match;
}

function callOf(world: World, request: IncomingMessage, url: URL, match: Match, content: Content): Call {
  return {
    world,
    params: match.params,
    query: url.searchParams,
    body: content.json,
    files: content.files,
    get app() {
      return authenticate(world, request);
    },
  };
}

const OPEN: readonly RouteKind[] = ['callback', 'followup', 'edit', 'webhook'];

/** Finds and does what was asked. Interaction routes are opened by their own token; all others need the bot's. */
function perform(world: World, request: IncomingMessage, url: URL, match: Match, content: Content): Reply {
  const call = callOf(world, request, url, match, content);
  if (!OPEN.includes(match.route.kind)) authenticate(world, request);
  return match.route.handle(call);
}

function replyOf(error: unknown): Reply {
  if (error instanceof ApiError) return { status: error.status, body: error.body() };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`local Discord: ${detail}\n`);
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
}

const RATE_LIMIT = 50;

/** Headers of a bucket that is never empty: faults make the 429s. Source: topics/rate-limits. */
function rateLimitHeaders(world: World, kind: RouteKind): Record<string, string> {
  if (kind === 'callback') return {};
  return {
    'x-ratelimit-limit': String(RATE_LIMIT),
    'x-ratelimit-remaining': String(RATE_LIMIT - 1),
    'x-ratelimit-reset': String(Math.ceil(world.now() / 1000) + 1),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': `local-${kind}`,
  };
}

/** A reply whose body is text already. */
interface Written {
  readonly status: number;
  readonly text: string | undefined;
}

function write({ status, body }: Reply): Written {
  return { status, text: body === undefined ? undefined : JSON.stringify(body) };
}

function send(
  response: ServerResponse,
  { status, text }: Written,
  headers: Readonly<Record<string, string>>,
): void {
  if (response.destroyed) return;
  if (text === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

/** What Discord sends with a status when a fault gives no body of its own. */
function defaultBody(fault: RestFault): object {
  if (fault.status !== 429) return { message: `${fault.status}: injected`, code: 0 };
  const seconds = Number(fault.headers?.['retry-after'] ?? 1);
  return { message: 'You are being rate limited.', retry_after: seconds, global: false };
}

function faultReply(fault: RestFault, real: Reply | undefined): Reply {
  if (fault.status === undefined) return real ?? { status: 502 };
  return { status: fault.status, body: fault.body ?? defaultBody(fault) };
}

/** Ordinary requests are short: what is kept of them, messages and modals, must be. */
const LONG: readonly RouteKind[] = ['commands', 'application', 'other'];

function contentLimits(kind: RouteKind): ContentLimits {
  const jsonBytes = LONG.includes(kind) ? MESSAGE.requestBytesMax : OURS.jsonBytesMax;
  return { bytes: MESSAGE.requestBytesMax, jsonBytes };
}

function attempt(work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    return replyOf(error);
  }
}

async function withFault(fault: RestFault, work: () => Reply): Promise<Reply | 'cut'> {
  const isReal = fault.status === undefined && fault.cut !== true;
  const early = fault.afterProcessing === true ? attempt(work) : undefined;
  if (fault.delayMs !== undefined) await delay(fault.delayMs);
  const real = early ?? (isReal ? attempt(work) : undefined);
  return fault.cut === true ? 'cut' : faultReply(fault, real);
}

/** Makes the API: routes, judges, records and injects faults. */
export function createApi(world: World, faults: FaultState, log: RequestLog): ApiHandler {
  function record(
    request: IncomingMessage,
    url: URL,
    at: number,
    content: Content,
    reply: Reply,
    text = '',
  ): void {
    const entry: RecordedRequest = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: content.json,
      status: reply.status,
      response: reply.body,
      at,
    };
    log.add(entry, content.jsonBytes + text.length);
    world.hub.emit('request', entry);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const at = world.now();
    const method = request.method ?? 'GET';
    if (!isBotUserAgent(request.headers['user-agent'])) throw refusals.badUserAgent();
    checkVersion(url.pathname);
    const match = find(method, url.pathname);
    const { kind } = match.route;
    const content = await readContent(request, contentLimits(kind));
    const fault = restFault(faults, kind, method, url.pathname);
    const work = () => perform(world, request, url, match, content);
    const reply = fault === undefined ? attempt(work) : await withFault(fault, work);
    if (reply === 'cut') {
      record(request, url, at, content, { status: 0 });
      request.socket.destroy();
      return;
    }
    const written = write(reply);
    record(request, url, at, content, reply, written.text);
    send(response, written, { ...rateLimitHeaders(world, kind), ...(fault?.headers ?? {}) });
  }

  return async (request, response, url) => {
    try {
      await answer(request, response, url);
    } catch (error) {
      const reply = replyOf(error);
      record(request, url, world.now(), NO_CONTENT, reply);
      const close: Record<string, string> = reply.status === 413 ? { connection: 'close' } : {};
      send(response, write(reply), close);
    }
  };
}
