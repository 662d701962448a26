import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { CommandSet } from '../../commands/types.js';
import type { ShardPlan } from '../config.js';
import type { Account } from './account.js';
import { chat } from './chat.js';
import { createClient } from './client.js';
import { createClock } from './clock.js';
import { CONNECTION_TIMING, type ConnectionTiming, pauseAfter, stayConnected } from './connection.js';
import { type Desk, DISPATCH_TIMING, dispatch } from './dispatch.js';
import { UNAUTHORISED } from './fatal.js';
import { createSignsOfLife, type Health, healthOf } from './health.js';
import { createLastStyles } from './last-styles.js';
import { type Allowance, createLimiter, DEFAULT_ALLOWANCE, TYPING_ALLOWANCE } from './limiter.js';
import { createMemory } from './memory.js';
import { createOwnRoles } from './own-roles.js';
import { createRegistrar, REGISTRATION_RETRIES } from './registrar.js';
import { createSeen } from './seen.js';
import { createSend } from './send.js';
import { settlesWithin } from './settle.js';
import { createTransport } from './transport.js';
import { createTurns } from './turns.js';
import { createWire, WIRE_TIMING } from './wire.js';

/** What of the configuration concerns the bot. */
export interface BotConfig {
  readonly token: string;
  readonly guildId: string | null;
  readonly apiUrl: string;
  readonly shards: ShardPlan;
}

/** ms; for tests, which cannot wait as long as a bot can */
export interface BotTiming extends ConnectionTiming {
  readonly callbackMs: number;
  readonly requestMs: number;
  readonly deferAfter: number;
  readonly registrationRetries: readonly number[];
  /** how long work in flight may take when the bot is told to stop */
  readonly finish: number;
}

export const BOT_TIMING: BotTiming = {
  ...CONNECTION_TIMING,
  ...WIRE_TIMING,
  ...DISPATCH_TIMING,
  registrationRetries: REGISTRATION_RETRIES,
  finish: 3_000,
};

/** What a bot is made from. */
export interface BotOptions {
  readonly config: BotConfig;
  readonly commands: CommandSet;
  readonly logger: Logger;
  /** told of every interaction and message that was dealt with */
  readonly observe?: (account: Account) => void;
  readonly allowance?: Allowance;
  readonly typingAllowance?: Allowance;
  readonly timing?: Partial<BotTiming>;
}

/** A bot at work. */
export interface RunningBot {
  /** Resolves when every shard is connected for the first time; never when that does not happen. */
  readonly ready: Promise<void>;
  /** Resolves when Discord's list of commands has been looked after for the first time, well or badly. */
  readonly registered: Promise<void>;
  /** Resolves when the bot is over: with null after `stop`, else with one line that says what the operator has to do. */
  readonly ended: Promise<string | null>;
  health(): Health;
  /** Answers with other commands from now on; registers them if their definitions changed. */
  replaceCommands(commands: CommandSet): Promise<void>;
  /** Takes no new work, finishes what is in flight, says goodbye to Discord. */
  stop(): Promise<void>;
}

const SEEN_EVENTS = 10_000;

/** Starts a bot. It connects, and stays connected, on its own: see `ready` and `ended`. */
export function startBot(options: BotOptions): RunningBot {
  const { config, logger } = options;
  const timing = { ...BOT_TIMING, ...options.timing };
  const stopping = new AbortController();
  const ready = signalOnce();
  const registered = signalOnce();
  const clock = createClock({
    onSkew: (ms) =>
      logger.warn({ ms: Math.round(ms) }, 'The clock of this machine is wrong; answers do not depend on it'),
  });
  const signs = createSignsOfLife(clock.now);
  const transport = createTransport({
    clock,
    logger,
    onUnauthorised,
    send: createSend(new URL(config.apiUrl).origin),
  });
  const wire = createWire(config.apiUrl, config.token, transport, timing);
  const registrar = createRegistrar(wire, logger, stopping.signal, timing.registrationRetries);
  const takeTurn = createTurns();
  const inFlight = new Set<Promise<void>>();
  let commands = options.commands;
  let client: Client | null = null;
  let revoked: string | null = null;

  const desk: Desk = {
    wire,
    clock,
    limiter: createLimiter(options.allowance ?? DEFAULT_ALLOWANCE),
    typingLimiter: createLimiter(options.typingAllowance ?? TYPING_ALLOWANCE),
    ownRoles: createOwnRoles(wire.rest, () => client?.user?.id ?? '', clock),
    memory: createMemory(),
    lastStyles: createLastStyles(),
    seen: createSeen(SEEN_EVENTS),
    logger,
    timing,
    commands: () => commands,
    observe(account) {
      logger[account.kind === 'autocomplete' ? 'debug' : 'info'](account, 'Answered');
      options.observe?.(account);
    },
  };

  wire.rest.on('invalidRequestWarning', (warning) => logger.warn(warning, 'Discord refuses many requests'));

  function onUnauthorised(): void {
    revoked = UNAUTHORISED;
    stopping.abort();
  }

  async function answer(
    event: 'interaction' | 'message',
    data: unknown,
    shard: number,
    arrived: number,
  ): Promise<void> {
    await takeTurn();
    if (event === 'interaction') await dispatch(desk, data, shard, arrived);
    else await chat(desk, data, client?.user?.id ?? '', shard, arrived);
  }

  function onEvent(event: 'interaction' | 'message', data: unknown, shard: number): void {
    if (stopping.signal.aborted) return;
    const work = answer(event, data, shard, clock.now());
    inFlight.add(work);
    void work.finally(() => inFlight.delete(work));
  }

  async function onReady(connected: Client<true>): Promise<void> {
    logger.info({ shards: connected.ws.shards.size }, 'Connected');
    ready.resolve();
    await register(connected);
    registered.resolve();
  }

  const register = ({ application, guilds }: Client<true>): Promise<void> => {
    const scope = { applicationId: application.id, guildId: config.guildId };
    return registrar.register(scope, commands, [...guilds.cache.keys()]);
  };

  const pauseBeforeReconnect = (failures: number): number => pauseAfter(failures, timing, Math.random());
  const connection = stayConnected({
    token: config.token,
    makeClient: (onClosing) =>
      createClient(
        {
          api: config.apiUrl,
          send: transport.sender({ tries: 1, timeout: timing.requestMs, patience: 0, quiet: true }),
          shards: config.shards,
          pauseBeforeReconnect,
          onEvent,
        },
        { onClosing, onLife: signs.heard },
      ),
    logger,
    timing,
    signal: stopping.signal,
    onReady: (connected) => void onReady(connected),
    onClient: (next) => {
      client = next;
    },
  });

  return {
    ready: ready.promise,
    registered: registered.promise,
    ended: connection.then((advice) => advice ?? revoked),
    health: () => healthOf(client, signs),
    async replaceCommands(next) {
      commands = next;
      if (client?.isReady()) await register(client);
    },
    async stop() {
      const goodbye = settlesWithin(Promise.allSettled([...inFlight]), timing.finish);
      stopping.abort();
      await goodbye;
      await connection;
    },
  };
}

function signalOnce(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
