import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';

const NEW_TOKEN =
  'Copy the current token from https://discord.com/developers/applications -> Bot into DISCORD_TOKEN and start again';

/** Why the gateway will never take this bot as it is configured, and what to do about it (topics/opcodes-and-status-codes). */
const ADVICE = new Map<number, string>([
  [
    GatewayCloseCodes.AuthenticationFailed,
    `Discord refused the bot's token (close code 4004). ${NEW_TOKEN}.`,
  ],
  [
    GatewayCloseCodes.InvalidShard,
    'Discord refused the shard numbers (close code 4010). Check SHARDS and SHARD_COUNT, or leave both empty.',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'The bot is in too many servers for this many shards (close code 4011). Raise SHARD_COUNT, or leave it and SHARDS empty.',
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    'Discord no longer speaks this version of its API (close code 4012). Update the bot to its newest release.',
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    'Discord does not know the intents that the bot asked for (close code 4013). Update the bot to its newest release.',
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord does not allow this application the intents that the bot asked for (close code 4014). None of them is privileged: check that the application is not restricted at https://discord.com/developers/applications.',
  ],
]);

/** What to do when the token does not work for requests. */
export const UNAUTHORISED = `Discord refused the bot's token (401). ${NEW_TOKEN}.`;

/** One line for a close code after which Discord takes no reconnection; null for codes that pass. */
export function adviceForClose(code: number): string | null {
  return ADVICE.get(code) ?? null;
}

/** One line for an error that no retry mends; null for those that may pass. */
export function adviceForError(error: unknown): string | null {
  if (error instanceof DiscordAPIError) return error.status === 401 ? UNAUTHORISED : null;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return UNAUTHORISED;
  return null;
}

/** True for the library's refusal to connect when the sessions of the day are used up (events/gateway, "Session Start Limit"). */
export function isOutOfSessions(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Not enough sessions remaining');
}
