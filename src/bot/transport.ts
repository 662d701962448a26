import { setTimeout as sleep } from 'node:timers/promises';
import type { RESTOptions } from 'discord.js';
import type { Logger } from 'pino';
import type { Clock } from './clock.js';
import { routeOf } from './errors.js';
import { retryAfterOf } from './retry-after.js';
import type { Answer, Question, Send } from './send.js';

/** How the library's REST client sends a request. */
export type LibrarySend = RESTOptions['makeRequest'];

/** How much is done for one request. */
export interface Persistence {
  /**
   * Requests that may go out for it: what is repeated must be harmless when it arrives twice. With a single one, whoever asks
   * keeps the limits of its route by itself: it gets the library's RateLimitError at once.
   */
  readonly tries: number;
  /** ms for one of them */
  readonly timeout: number;
  /** ms that it may wait, pauses between tries included */
  readonly patience: number;
  /** whoever asks says itself that it is limited */
  readonly quiet?: boolean;
}

/**
 * The one way out to Discord's API for every REST client of the bot. The library would wait by the time of day, repeat a 429
 * without end, and know nothing of a ban; here it is told nothing of limits, and each is kept by a clock that does not step.
 */
export interface Transport {
  /** Sends a request. An answer that it is limited is 429 with the seconds to wait in Retry-After, or 0. */
  ask(question: Asked, persistence: Persistence): Promise<Answer>;
  /** Makes what a REST client of the library sends with. Such a client must neither retry nor wait by itself. */
  sender(persistence: Persistence): LibrarySend;
}

/** What a transport works with. */
export interface TransportOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told when the API refuses the bot's token. */
  readonly onUnauthorised: () => void;
  /** from 0 to 1 */
  readonly random?: () => number;
  readonly send: Send;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** For whatever uses a transport: the library's own retries, waits and limits are off. */
export const LIBRARY_WAITS_FOR_NOTHING = {
  retries: 0,
  rejectOnRateLimit: () => true,
  globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  timeout: 2 ** 31 - 1,
} as const;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const FIRST_BAN_MS = 5_000;
const LONGEST_BAN_MS = 10 * 60_000;
/** While one request asks whether a ban is over, the others look again after so long. */
const PROBE_MS = 1_000;
const SAY_AGAIN_MS = 60_000;
const MANY_HOLDS = 1_000;
/** Discord takes 50 requests a second from one bot (topics/rate-limits): 25 at once and 25 a second more. */
const GLOBAL_EVERY_MS = 40;
const GLOBAL_AT_ONCE_MS = 1_000;
/** These do not count towards the 50 (interactions/receiving-and-responding). */
const INTERACTION = /\/(?:interactions|webhooks)\//u;
/** Cloudflare's page, line or JSON about a ban of the whole address. */
const BAN = /\berror[ _]code\W{1,4}1015\b|\berror 1015\b/iu;
const EVERYTHING = 'everything';
/** Statuses that come without a body (fetch, "null body status"). */
const WITHOUT_BODY = new Set([204, 205, 304]);

const LIMITED = 'Discord limits the requests of this bot; they wait';
const BANNED =
  'Discord takes nothing from this address for a while (1015); now and then one request asks whether it does again';

type Asked = Omit<Question, 'timeout'>;

/**
 * A pause before one more try: it doubles, and half of it is left to chance.
 * @param failures so far, from 1 on
 * @param random from 0 to 1
 */
export function growingPause(first: number, longest: number, failures: number, random: number): number {
  return Math.min(longest, first * 2 ** Math.min(failures - 1, 20)) * (0.5 + random / 2);
}

/** What is known of limits: until when nothing goes out, everywhere or on one route. Times are the clock's. */
function createLimits(clock: Clock) {
  const holds = new Map<string, number>();
  const ban = { until: 0, failures: 0, probed: false };
  let paced = 0;
  return {
    hold(key: string, ms: number): void {
      if (holds.size >= MANY_HOLDS)
        for (const [known, until] of holds) if (until <= clock.now()) holds.delete(known);
      holds.set(key, clock.now() + ms);
    },
    /** ms until something may go out, on a route if one is given; 0 or less: now */
    heldFor(key: string | null): number {
      if (ban.probed) return PROBE_MS;
      const limit = key === null ? 0 : Math.max(holds.get(EVERYTHING) ?? 0, holds.get(key) ?? 0);
      return Math.max(ban.until, limit) - clock.now();
    },
    /** Takes a place among the bot's 50 requests a second. @returns ms to wait for it */
    place(): number {
      paced = Math.max(paced, clock.now()) + GLOBAL_EVERY_MS;
      return Math.max(0, paced - clock.now() - GLOBAL_AT_ONCE_MS);
    },
    /** A request goes out: during a ban it is the only one. */
    goes(): void {
      ban.probed = ban.failures > 0;
    },
    /** It came back: `wait` ms when Discord bans the address, 0 when it does not, null when that is not known. */
    came(wait: number | null): void {
      ban.probed = false;
      if (wait === null) return;
      ban.failures = wait > 0 ? ban.failures + 1 : 0;
      ban.until = clock.now() + wait;
    },
    bans: () => ban.failures,
  };
}

/** Opens the way to Discord's API. */
export function createTransport({
  clock,
  logger,
  onUnauthorised,
  random = Math.random,
  send,
  pause = sleep,
}: TransportOptions): Transport {
  const limits = createLimits(clock);
  let saidAt = Number.NEGATIVE_INFINITY;

  function say(details: object, text: string): void {
    if (clock.now() - saidAt < SAY_AGAIN_MS) return;
    saidAt = clock.now();
    logger.warn(details, text);
  }

  /** Waits `ms`, and on while something is held. @returns 0, or the ms for which there is no time left */
  async function turn(key: string | null, ms: number, end: number): Promise<number> {
    for (let wait = Math.max(ms, limits.heldFor(key)); wait > 0; wait = limits.heldFor(key)) {
      if (clock.now() + wait > end) return wait;
      await pause(wait);
    }
    // In the same breath as the last look: during a ban only one gets here.
    limits.goes();
    return 0;
  }

  async function attempt(key: string, asked: Asked, how: Persistence): Promise<Answer> {
    const sentAt = clock.now();
    try {
      const answer = await send({ ...asked, timeout: how.timeout });
      clock.learn(answer.headers.get('date'), sentAt);
      if (answer.status === 401 && 'authorization' in asked.headers) onUnauthorised();
      return await heed(answer, key, asked.path, how);
    } catch (error) {
      limits.came(null);
      throw error;
    }
  }

  /** Takes note of what an answer says about limits. */
  async function heed(answer: Answer, key: string, path: string, how: Persistence): Promise<Answer> {
    const { headers, status } = answer;
    const after = retryAfterOf(headers);
    if (status === 429) return limited(answer, after, key, path, how);
    limits.came(0);
    const resetAfter = Number(headers.get('x-ratelimit-reset-after')) * 1_000;
    if (headers.get('x-ratelimit-remaining') === '0' && resetAfter > 0) limits.hold(key, resetAfter);
    if (status < 500 || after === null) return answer;
    if (how.tries > 1) limits.hold(key, after);
    // Whoever asks once decides alone whether to ask again, and hears it when that makes sense.
    else await pause(Math.min(after, how.timeout));
    return answer;
  }

  async function limited(
    answer: Answer,
    after: number | null,
    key: string,
    path: string,
    how: Persistence,
  ): Promise<Answer> {
    const { headers } = answer;
    const route = routeOf(path);
    if (BAN.test(await answer.text())) {
      const wait = after ?? growingPause(FIRST_BAN_MS, LONGEST_BAN_MS, limits.bans() + 1, random());
      limits.came(wait);
      say({ route, wait: Math.round(wait) }, BANNED);
      return tooManyRequests(wait);
    }
    limits.came(0);
    const isGlobal =
      headers.get('x-ratelimit-global') !== null || headers.get('x-ratelimit-scope') === 'global';
    if (after !== null) limits.hold(isGlobal ? EVERYTHING : key, after);
    if (how.quiet !== true) say({ route, ...(after === null ? {} : { wait: Math.round(after) }) }, LIMITED);
    return tooManyRequests(after ?? 0);
  }

  async function ask(asked: Asked, persistence: Persistence): Promise<Answer> {
    const [route] = asked.path.split('?');
    const key = `${asked.method} ${route}`;
    const end = clock.now() + persistence.patience;
    for (let failures = 0; ; ) {
      const first = INTERACTION.test(asked.path) ? 0 : limits.place();
      const next =
        failures === 0 ? first : growingPause(FIRST_PAUSE_MS, LONGEST_PAUSE_MS, failures, random());
      const tooLong = await turn(persistence.tries === 1 ? null : key, next, end);
      if (tooLong > 0) return tooManyRequests(tooLong);
      failures += 1;
      const isLast = failures >= persistence.tries;
      try {
        const answer = await attempt(key, asked, persistence);
        if (isLast || (answer.status !== 429 && answer.status < 500)) return answer;
      } catch (error) {
        if (isLast) throw error;
      }
    }
  }

  return {
    ask,
    sender: (persistence) => async (url, init) => forLibrary(await ask(fromLibrary(url, init), persistence)),
  };
}

/** @param wait ms */
function tooManyRequests(wait: number): Answer {
  const seconds = String(wait / 1_000);
  return {
    status: 429,
    headers: { get: (name) => (name === 'retry-after' ? seconds : null) },
    text: async () => '',
  };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function fromLibrary(url: string, { method, headers, body }: Parameters<LibrarySend>[1]): Asked {
  const { pathname, search } = new URL(url);
  return {
    method: METHODS.find((known) => known === method) ?? 'GET',
    path: pathname + search,
    headers: Object.fromEntries(new Headers(headers)),
    body: typeof body === 'string' || body instanceof FormData ? body : null,
  };
}

/** Without what it says of limits, which the library would keep by the time of day; but 429 makes it throw its RateLimitError. */
async function forLibrary(answer: Answer): Promise<Response> {
  const { status, headers } = answer;
  const kept = status === 429 ? 'retry-after' : 'content-type';
  const value = headers.get(kept);
  const body = WITHOUT_BODY.has(status) ? null : await answer.text();
  return new Response(body, { status, headers: value === null ? {} : { [kept]: value } });
}
