import { setTimeout as pause } from 'node:timers/promises';
import { type Client, Events, RateLimitError, Status } from 'discord.js';
import type { Logger } from 'pino';
import { summarise } from './errors.js';
import { adviceForClose, adviceForError, isOutOfSessions } from './fatal.js';
import type { Closing, GatewayNotices } from './gateway-guard.js';

/** ms */
export interface ConnectionTiming {
  /** how long a login may go without a shard getting through */
  readonly login: number;
  /** how long a shard may be away before everything is connected anew, in case the library has lost its way */
  readonly patience: number;
  /** the first pause after a failure; it doubles */
  readonly firstPause: number;
  readonly longestPause: number;
  /** how long a polite goodbye may take */
  readonly goodbye: number;
}

export const CONNECTION_TIMING: ConnectionTiming = {
  login: 120_000,
  patience: 10 * 60_000,
  firstPause: 1_000,
  longestPause: 60_000,
  goodbye: 1_500,
};

/** What a connection is made from. */
export interface ConnectionOptions {
  readonly token: string;
  readonly makeClient: (onClosing: GatewayNotices['onClosing']) => Client;
  readonly logger: Logger;
  readonly timing: ConnectionTiming;
  /** aborts when the bot is told to stop */
  readonly signal: AbortSignal;
  /** Called each time that every shard is connected. */
  readonly onReady: (client: Client<true>) => void;
  /** Called with the client that is used from now on. */
  readonly onClient: (client: Client) => void;
}

/** How one client ended: `fatal` ones with what the operator can do. */
type End =
  | { readonly kind: 'fatal'; readonly advice: string }
  | {
      readonly kind: 'lost';
      readonly wasReady: boolean /** ms that Discord asked to wait */;
      readonly wait: number;
    };

/**
 * Stays connected until told to stop. Failures that may pass are retried for ever, in growing, jittered pauses.
 * Never rejects.
 * @returns null after `signal`, or one line that says what the operator has to do
 */
export async function stayConnected(options: ConnectionOptions): Promise<string | null> {
  const { timing, signal, logger } = options;
  const once = sayOnce(logger);
  for (let failures = 0; !signal.aborted; failures += 1) {
    const end = await oneClient(options, once);
    if (signal.aborted) return null;
    if (end.kind === 'fatal') return end.advice;
    if (end.wasReady) failures = 0;
    const wait = Math.max(end.wait, pauseAfter(failures, timing, Math.random()));
    logger.debug({ wait }, 'Waiting before the next connection');
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

/**
 * How long to wait after a number of failures in a row, in ms: doubling, with a random half, so that many bots do not
 * come back at the same moment.
 * @param random from 0 to 1
 */
export function pauseAfter(failures: number, timing: ConnectionTiming, random: number): number {
  const full = Math.min(timing.longestPause, timing.firstPause * 2 ** Math.min(failures, 20));
  return Math.round(full * (0.5 + random / 2));
}

/** Says each kind of trouble once until things are well again. */
interface Once {
  say(about: string, details: object, text: string): void;
  reset(): void;
}

function sayOnce(logger: Logger): Once {
  const said = new Set<string>();
  return {
    say(about, details, text) {
      if (said.has(about)) return;
      said.add(about);
      logger.warn(details, text);
    },
    reset: () => said.clear(),
  };
}

async function oneClient(options: ConnectionOptions, once: Once): Promise<End> {
  const closings = new Map<number, Closing>();
  const client = options.makeClient((shard, closing) => void closings.set(shard, closing));
  options.onClient(client);
  try {
    return await endOf(client, options, once, closings);
  } finally {
    await goodbye(client, options.timing.goodbye);
  }
}

/** Destroys a client; a server that does not answer the closing handshake cannot hold it up. */
async function goodbye(client: Client, within: number): Promise<void> {
  const enough = new AbortController();
  const destroyed = client.destroy().catch(() => undefined);
  await Promise.race([destroyed, pause(within, undefined, { signal: enough.signal }).catch(() => undefined)]);
  enough.abort();
}

/** Shards that are away, each with the time after which it has been away for too long. */
function createAbsences(patience: number, tooLong: () => void) {
  const timers = new Map<number, NodeJS.Timeout>();
  return {
    gone(shard: number): void {
      if (!timers.has(shard)) timers.set(shard, setTimeout(tooLong, patience));
    },
    /** True when it had been away. */
    back(shard: number): boolean {
      clearTimeout(timers.get(shard));
      return timers.delete(shard);
    },
    forget(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** @param closings how the last connection of each shard ended */
function endOf(
  client: Client,
  options: ConnectionOptions,
  once: Once,
  closings: ReadonlyMap<number, Closing>,
): Promise<End> {
  const { timing, signal, token, logger } = options;
  const { promise, resolve: settle } = promiseOf<End>();
  let settled = false;
  const resolve = (end: End): void => {
    settled = true;
    settle(end);
  };
  const lostFor = (wait: number): void =>
    resolve({ kind: 'lost', wasReady: client.readyTimestamp !== null, wait });
  const lost = (): void => lostFor(0);
  const slowLogin = setTimeout(() => {
    once.say('login', {}, 'Discord does not answer; trying again until it does');
    lost();
  }, timing.login);
  const absences = createAbsences(timing.patience, lost);
  /** Errors that a line about a lost connection has told already. */
  const told = new WeakSet<object>();
  signal.addEventListener('abort', lost);

  client.on(Events.ClientReady, (ready) => {
    clearTimeout(slowLogin);
    once.reset();
    options.onReady(ready);
  });
  const back = (shard: number): void => {
    if (client.readyTimestamp === null) slowLogin.refresh();
    if (!absences.back(shard)) return;
    once.reset();
    logger.info({ shard }, 'Connected again');
  };
  client.on(Events.ShardReady, back);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardDisconnect, ({ code }) => {
    const advice = adviceForClose(code);
    if (advice === null) lost();
    else resolve({ kind: 'fatal', advice });
  });
  client.on(Events.ShardError, (error, shard) => {
    // What ends the connection, or the bot, is told in the line about that.
    setImmediate(() => {
      if (!settled && !told.has(error))
        once.say('socket', { shard, ...summarise(error) }, 'The connection to Discord has trouble');
    });
  });
  client.on(Events.Error, (error) => logger.error(summarise(error), 'The Discord library reported an error'));
  const onAway = (shard: number): void => {
    const closing = closings.get(shard);
    if (closing?.error instanceof Error) told.add(closing.error);
    once.say(
      'gateway',
      { shard, ...closingFacts(closing) },
      'The connection to Discord was lost; reconnecting until it is back',
    );
    if (client.readyTimestamp !== null) absences.gone(shard);
  };
  client.on(Events.ShardReconnecting, onAway);
  client.login(token).catch((error: unknown) => {
    const advice = adviceForError(error);
    if (advice !== null) return resolve({ kind: 'fatal', advice });
    // A close code says more than the failed login that it causes; it is reported in the same moment.
    setImmediate(() => {
      if (isOutOfSessions(error))
        once.say(
          'sessions',
          {},
          'No session starts are left for today (Discord limits them); trying again until there are',
        );
      else if (!settled && !(error instanceof Error && told.has(error)))
        once.say('api', summarise(error), "Discord's API cannot be used; trying again until it can");
      lostFor(error instanceof RateLimitError ? error.retryAfter : 0);
    });
  });

  return promise.finally(() => {
    clearTimeout(slowLogin);
    absences.forget();
    signal.removeEventListener('abort', lost);
    // Saying goodbye looks like another lost connection.
    client.off(Events.ShardReconnecting, onAway);
  });
}

function closingFacts(closing: Closing | undefined): object {
  if (closing === undefined) return {};
  const { error, ...facts } = closing;
  return error === undefined ? facts : { ...facts, ...summarise(error) };
}

function promiseOf<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** True while every shard of a client is connected. `isReady()` of the library stays true after a fatal close. */
export function isConnected(client: Client | null): boolean {
  if (client === null || client.ws.shards.size === 0) return false;
  return client.ws.shards.every((shard) => shard.status === Status.Ready);
}
