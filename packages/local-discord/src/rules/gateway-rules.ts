import { GATEWAY } from './discord-limits.js';
import { fields, integer, isObject, type Rule, rule, text } from './form.js';

/** Gateway operations. Source: topics/opcodes-and-status-codes. */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

/** Close codes. Source: topics/opcodes-and-status-codes. */
export const CLOSE = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** Intents by name, as bits. Source: events/gateway. */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

/** Every intent there is: bits 0-10, 11-16, 20, 21, 24, 25. */
const KNOWN_INTENTS = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

/** What a bot says to begin a session. */
export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly properties: object;
  readonly shard?: readonly [number, number] | null;
}

/** The body of an IDENTIFY, intents and shard apart: those have close codes of their own. */
export const identify: Rule<Identify> = fields<Identify>({
  token: text({ min: 1 }),
  properties: rule((value, at) => {
    if (!isObject(value)) at.add('BASE_TYPE_REQUIRED', 'This field is required');
  }),
});

/** What a bot says to go on with a session. */
export interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

/** The body of a RESUME. */
export const resume: Rule<Resume> = fields<Resume>({
  token: text({ min: 1 }),
  session_id: text({ min: 1 }),
  seq: integer(0, Number.MAX_SAFE_INTEGER),
});

/** Whether a shard is a pair [id, count] with id below count. */
export function isShard(value: unknown): value is readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [id, count]: unknown[] = value;
  if (!Number.isInteger(id) || !Number.isInteger(count)) return false;
  return (
    Number(count) >= 1 && Number(count) <= GATEWAY.shardsMax && Number(id) >= 0 && Number(id) < Number(count)
  );
}

/** Whether intents are a number made of known bits. */
export function areIntents(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && (value & ~KNOWN_INTENTS) === 0;
}

/** The shard that a guild's events go to. Source: events/gateway, "Sharding". */
export function shardOfGuild(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
