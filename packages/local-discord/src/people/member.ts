import type { APIInteractionGuildMember, APIUser } from 'discord-api-types/v10';
import type { Guild } from '../world/world.js';

/** Bits of the permissions that matter here. Source: topics/permissions. */
export const PERMISSION = {
  administrator: 1n << 3n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  useApplicationCommands: 1n << 31n,
  useExternalApps: 1n << 50n,
} as const;

const ALL = (1n << 53n) - 1n;

/** What an ordinary member, and a bot invited with the usual permissions, may do in a text channel. */
export const ORDINARY =
  PERMISSION.addReactions |
  PERMISSION.viewChannel |
  PERMISSION.sendMessages |
  PERMISSION.embedLinks |
  PERMISSION.attachFiles |
  PERMISSION.readMessageHistory |
  PERMISSION.useExternalEmojis |
  PERMISSION.useApplicationCommands |
  PERMISSION.useExternalApps;

/** A person's permissions in a guild: the owner has all. */
export function permissionsOf(userId: string, guild: Guild): bigint {
  return userId === guild.ownerId ? ALL : ORDINARY;
}

/** A member without the user, as messages carry it. */
export function bareMember(guild: Guild) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    deaf: false,
    flags: 0,
    joined_at: new Date(guild.createdAt).toISOString(),
    mute: false,
    nick: null,
    pending: false,
    premium_since: null,
    roles: [],
  };
}

/** The `member` of an interaction in a guild. */
export function interactionMember(user: APIUser, guild: Guild): APIInteractionGuildMember {
  return { ...bareMember(guild), user, permissions: permissionsOf(user.id, guild).toString() };
}
