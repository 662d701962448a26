import { Client, GatewayIntentBits, Options } from 'discord.js';
import type { ShardPlan } from '../config.js';
import { type GatewayNotices, guardGateway } from './gateway-guard.js';
import { LIBRARY_WAITS_FOR_NOTHING, type LibrarySend } from './transport.js';

/**
 * The least that lets people mention the bot and write to it. Interactions need no intent at all. Without `Guilds`,
 * Discord sends no servers, channels or roles: nothing to keep in memory, and nothing to wait for before the first answer.
 */
export const INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] as const;

/** An event of the gateway as it comes in, before the library looks at it. */
export type OnEvent = (event: 'interaction' | 'message', data: unknown, shard: number) => void;

const TAKEN = new Map<string, 'interaction' | 'message'>([
  ['INTERACTION_CREATE', 'interaction'],
  ['MESSAGE_CREATE', 'message'],
]);

/** What a client is made from. */
export interface ClientOptions {
  /** a base without a version */
  readonly api: string;
  readonly send: LibrarySend;
  readonly shards: ShardPlan;
  readonly pauseBeforeReconnect: (failures: number) => number;
  readonly onEvent: OnEvent;
}

/** Makes a client for one try at a connection: a client that was destroyed cannot log in again. */
export function createClient(
  { api, send, shards, pauseBeforeReconnect, onEvent }: ClientOptions,
  notices: GatewayNotices,
): Client {
  const client = new Client({
    intents: INTENTS,
    // Both set, whatever the plan: the library reads SHARDS and SHARD_COUNT from the environment where they are not.
    shards: shards === 'auto' ? 'auto' : shards.ids,
    ...(shards === 'auto' ? {} : { shardCount: shards.count }),
    rest: { ...LIBRARY_WAITS_FOR_NOTHING, api, makeRequest: send },
    ws: { buildStrategy: guardGateway(pauseBeforeReconnect, notices) },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
    }),
  });
  takeEvents(client, onEvent);
  return client;
}

/**
 * Takes interactions and messages out of the stream before the library does. It holds them back until every shard is
 * ready, keeps their authors in memory, and ends in an unhandled rejection where a field is missing.
 */
function takeEvents(client: Client, onEvent: OnEvent): void {
  const listener: (...values: unknown[]) => void = (packet, shard) => {
    if (!isObject(packet) || typeof packet['t'] !== 'string') return;
    const event = TAKEN.get(packet['t']);
    if (event === undefined) return;
    packet['t'] = 'TAKEN';
    onEvent(event, packet['d'], typeof shard === 'number' ? shard : 0);
  };
  client.on('raw', listener);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
