import { setTimeout as pause } from 'node:timers/promises';
import { DiscordAPIError } from 'discord.js';
import type { Logger } from 'pino';
import type { CommandSet } from '../../commands/types.js';
import { fingerprint } from './definitions.js';
import { type ErrorSummary, summarise } from './errors.js';
import { removeTwins, type Scope, synchronise } from './register.js';
import type { Wire } from './wire.js';

const ADVICE = new Map<number | string, string>([
  [
    50001,
    'The bot may not register commands in this server: is DISCORD_GUILD_ID right, and was it invited with applications.commands?',
  ],
  [30034, 'This server has reached 200 new commands today: Discord takes more tomorrow'],
]);

/** Keeps Discord's list of commands equal to ours, without ever stopping the bot from answering. */
export interface Registrar {
  /**
   * Synchronises; a list that Discord has already is not sent again. Never rejects.
   * @param guilds servers that may still have the commands from when they were registered there alone
   */
  register(scope: Scope, commands: CommandSet, guilds: readonly string[]): Promise<void>;
}

/** ms between attempts while Discord's API fails, the last one for ever */
export const REGISTRATION_RETRIES: readonly number[] = [10_000, 60_000, 600_000, 3_600_000];

/** A bot in more servers than this was not registered in one of them for a trial. */
const MOST_GUILDS = 20;

/** Makes a registrar. Attempts stop when `signal` aborts. */
export function createRegistrar(
  wire: Wire,
  logger: Logger,
  signal: AbortSignal,
  retries: readonly number[] = REGISTRATION_RETRIES,
): Registrar {
  let done: { readonly definitions: string; readonly ids: ReadonlyMap<string, string> } | null = null;
  let newest: CommandSet | null = null;

  async function attempt(scope: Scope, commands: CommandSet): Promise<boolean> {
    try {
      const { ids } = await synchronise(wire.rest, scope, commands.definitions, logger);
      done = { definitions: fingerprint(commands.definitions), ids };
      commands.useCommandIds(ids);
      return true;
    } catch (error) {
      logger.error(summarise(error), `Commands could not be registered. ${adviceFor(error)}`);
      // What Discord refuses it will refuse again; a failure may pass.
      return error instanceof DiscordAPIError;
    }
  }

  async function tidy(scope: Scope, { definitions }: CommandSet, guilds: readonly string[]): Promise<void> {
    const elsewhere = scope.guildId === null ? guilds.slice(0, MOST_GUILDS) : [null];
    for (const guildId of elsewhere) {
      if (signal.aborted) return;
      await removeTwins(wire.rest, { ...scope, guildId }, definitions, logger).catch((error: unknown) =>
        logger.debug(summarise(error), 'Another place could not be looked at for the same commands'),
      );
    }
  }

  async function retry(scope: Scope, commands: CommandSet): Promise<void> {
    for (let round = 0; newest === commands && !signal.aborted; round += 1) {
      const wait = retries[Math.min(round, retries.length - 1)] ?? 0;
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted || newest !== commands || (await attempt(scope, commands))) return;
    }
  }

  return {
    async register(scope, commands, guilds) {
      newest = commands;
      if (done?.definitions === fingerprint(commands.definitions)) return commands.useCommandIds(done.ids);
      if (await attempt(scope, commands)) await tidy(scope, commands, guilds);
      else void retry(scope, commands);
    },
  };
}

function adviceFor(error: unknown): string {
  const code: ErrorSummary['code'] = error instanceof DiscordAPIError ? error.code : undefined;
  return ADVICE.get(code ?? '') ?? 'The bot answers with the commands that Discord knows';
}
