import { z } from 'zod';
import { packagePath } from './package-path.js';

/** Where Discord's own API lives, without the version. */
const DISCORD_API = 'https://discord.com/api';

/** Everything that can be set from outside, read once at the start. */
export interface Config {
  /** null: start the embedded Discord instead */
  readonly token: string | null;
  /** register the commands in this server alone; null: everywhere */
  readonly guildId: string | null;
  /** base of the REST API, without a version or a slash at the end */
  readonly apiUrl: string;
  readonly localPort: number;
  /** the folder of the records; by default the one that comes with the program, wherever it is started from */
  readonly recordsDir: string;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** null: no health endpoint */
  readonly healthPort: number | null;
  readonly shards: ShardPlan;
}

/** Which part of Discord's gateway this process takes: `auto` is all of it, in as many shards as Discord recommends. */
export type ShardPlan = 'auto' | { readonly ids: readonly number[]; readonly count: number };

/** A variable of the environment that cannot be used. The message names it and what would be right, never its value if secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Names of the variables that are read, for taking them out of the environment afterwards. */
export const CONFIG_VARIABLES = [
  'DISCORD_TOKEN',
  'DISCORD_GUILD_ID',
  'DISCORD_API_URL',
  'LOCAL_PORT',
  'RECORDS_DIR',
  'LOG_LEVEL',
  'HEALTH_PORT',
  'SHARDS',
  'SHARD_COUNT',
] as const;

/** As many as discord.js takes, and more than Discord has ever given one bot. */
const MOST_SHARDS = 16_384;

const port = wholeNumber(0, 65_535, 'a port number from 0 (any free one) to 65535');

const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .transform((value) => value.replace(/^Bot\s+/i, ''))
    .refine((value) => /^[\x21-\x7e]{1,512}$/.test(value), {
      error: 'has spaces or other characters that no token has; copy it again from the developer portal',
    })
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, {
      error: 'must be a server id: 17 to 20 digits (right-click the server, Copy Server ID)',
    })
    .optional(),
  DISCORD_API_URL: z.string().transform(readApiUrl).optional(),
  LOCAL_PORT: port.optional(),
  RECORDS_DIR: z.string().optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent',
    })
    .optional(),
  HEALTH_PORT: port.optional(),
  SHARDS: z
    .string()
    .regex(/^(auto|\d{1,5}(\s*,\s*\d{1,5})*)$/, {
      error: 'must be shard numbers such as 0 or 0,1 (or empty for all)',
    })
    .transform(readShards)
    .optional(),
  SHARD_COUNT: wholeNumber(1, MOST_SHARDS, `a whole number from 1 to ${MOST_SHARDS}`).optional(),
});

/**
 * Reads the configuration from environment variables. Empty values count as unset.
 * @throws ConfigError with one line: the variable, what is wrong, what would be right
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(withoutEmpty(variables));
  if (!parsed.success) throw new ConfigError(firstProblem(parsed.error));
  const values = parsed.data;
  return {
    token: tokenFor(values.DISCORD_TOKEN, values.DISCORD_API_URL),
    guildId: values.DISCORD_GUILD_ID ?? null,
    apiUrl: values.DISCORD_API_URL ?? DISCORD_API,
    localPort: values.LOCAL_PORT ?? 3232,
    recordsDir: values.RECORDS_DIR ?? packagePath('data'),
    logLevel: values.LOG_LEVEL ?? 'info',
    healthPort: values.HEALTH_PORT ?? null,
    shards: shardPlan(values.SHARDS ?? null, values.SHARD_COUNT ?? null),
  };
}

function withoutEmpty(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const name of CONFIG_VARIABLES) {
    const value = withoutQuotes(variables[name]?.trim() ?? '');
    if (value !== '') filled[name] = value;
  }
  return filled;
}

/** `docker run --env-file` and systemd's older versions keep the quotes that shells and .env readers take off. */
function withoutQuotes(value: string): string {
  return /^(["'`])(.*)\1$/su.exec(value)?.[2]?.trim() ?? value;
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? 'The configuration'} ${issue?.message ?? 'cannot be read'}.`;
}

/** Another API without a token is a forgotten token, not a wish for the embedded Discord. */
function tokenFor(token: string | undefined, apiUrl: string | undefined): string | null {
  if (token === undefined && apiUrl !== undefined && apiUrl !== DISCORD_API)
    throw new ConfigError(
      'DISCORD_TOKEN must be set when DISCORD_API_URL is; leave both empty for the embedded Discord.',
    );
  return token ?? null;
}

function wholeNumber(least: number, most: number, wanted: string) {
  return z
    .string()
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: `must be ${wanted}`,
    })
    .transform(Number);
}

function readApiUrl(value: string, context: z.RefinementCtx): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const problem = apiUrlProblem(url);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  return `${url?.origin}${url?.pathname}`.replace(/\/+$/, '').replace(/\/v10$/, '');
}

function apiUrlProblem(url: URL | null): string | null {
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'must be the http or https address of an API, such as http://127.0.0.1:3232/api';
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    return "must begin with https:// unless it is on this machine: the bot's token would travel readable for everybody";
  if (url.username || url.password || url.search || url.hash)
    return 'must be a plain address without user name, query or fragment, such as http://127.0.0.1:3232/api';
  if (/\/v\d+\/*$/.test(url.pathname) && !/\/v10\/*$/.test(url.pathname))
    return 'names an API version that this bot does not speak; leave the version out (it is 10)';
  return null;
}

/** Loopback, RFC 6761 for the names. */
function isThisMachine(host: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:.+\.)?localhost)$/u.test(host);
}

function readShards(value: string): number[] | null {
  return value === 'auto' ? null : [...new Set(value.split(',').map(Number))];
}

function shardPlan(ids: number[] | null, count: number | null): ShardPlan {
  if (ids === null)
    return count === null ? 'auto' : { ids: Array.from({ length: count }, (_, id) => id), count };
  if (count === null)
    throw new ConfigError(
      'SHARD_COUNT must be set when SHARDS is: how many shards there are over all processes.',
    );
  if (ids.some((id) => id >= count))
    throw new ConfigError(`SHARDS must be numbers from 0 to ${count - 1}, since SHARD_COUNT is ${count}.`);
  return { ids, count };
}
