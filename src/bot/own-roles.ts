import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Clock } from './clock.js';

/**
 * The role that Discord gives a bot in each server and names after it. People who mention "@the bot" may pick it from the list
 * instead of the bot itself (topics/permissions, "Role Tags").
 */
export interface OwnRoles {
  /** Its id in a server; null where the bot has none, or where that cannot be told. */
  of(guildId: string): Promise<string | null>;
}

const roles = z.array(
  z.object({ id: z.string(), tags: z.object({ bot_id: z.string().optional() }).optional() }),
);

const LIFETIME_MS = 60 * 60_000;
const MOST_SERVERS = 1_000;

/** Asks for a server's roles when a message there mentions one, and keeps the answer for an hour. */
export function createOwnRoles(rest: REST, botId: () => string, clock: Clock): OwnRoles {
  const known = new Map<string, { readonly role: Promise<string | null>; readonly until: number }>();

  async function ask(guildId: string): Promise<string | null> {
    const found = roles.safeParse(await rest.get(Routes.guildRoles(guildId)).catch(() => null));
    return found.data?.find(({ tags }) => tags?.bot_id === botId())?.id ?? null;
  }

  return {
    of(guildId) {
      const kept = known.get(guildId);
      if (kept !== undefined && kept.until > clock.now()) return kept.role;
      if (known.size >= MOST_SERVERS) known.clear();
      const role = ask(guildId);
      known.set(guildId, { role, until: clock.now() + LIFETIME_MS });
      return role;
    },
  };
}
