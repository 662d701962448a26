import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Message } from './people/contract.js';
import type { World } from './world/world.js';

/** A server and its text channels. */
export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly channelIds: readonly string[];
}

/** A bot and what it has registered. */
export interface BotState {
  readonly id: string;
  readonly name: string;
  /** whether a shard of it is connected */
  readonly online: boolean;
  readonly commands: readonly APIApplicationCommand[];
}

/** What the local Discord knows, to look at: each look is as things are then. */
export interface LocalState {
  readonly guilds: readonly GuildState[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly bots: readonly BotState[];
  /** Every message of a channel, also those that only one person sees, the oldest first; none where there is no such channel. */
  messages(channelId: string): Message[];
}

/** A window on a world. */
export function stateOf(world: World): LocalState {
  return {
    get guilds() {
      return [...world.guilds.values()];
    },
    get people() {
      return [...world.peopleByName.values()].map(({ id, username }) => ({ id, name: username }));
    },
    get bots() {
      return [...world.apps.values()].map(({ id, name, online, commands }) => ({
        ...{ id, name, online: online > 0 },
        commands: [...commands.values()],
      }));
    },
    messages: (channelId) =>
      [...(world.channels.get(channelId)?.messages.values() ?? [])].map(({ message }) => message),
  };
}
