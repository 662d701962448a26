import type { APIMessage } from 'discord-api-types/v10';
import { bareMember } from '../people/member.js';
import { applicationObject } from '../rest/application-routes.js';
import { GATEWAY } from '../rules/discord-limits.js';
import { INTENT } from '../rules/gateway-rules.js';
import { guildObject } from '../world/guild-object.js';
import type { App, Channel, Guild, StoredMessage, World } from '../world/world.js';
import type { Session } from './session.js';

/** The READY event. Source: events/gateway-events. */
export function readyData(world: World, session: Session, guilds: readonly Guild[]): object {
  const { id, flags } = applicationObject(session.app);
  return {
    v: GATEWAY.version,
    user: { ...session.app.user, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: `${world.origin.replace('http', 'ws')}/gateway`,
    shard: session.shard,
    application: { id, flags },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    _trace: [],
  };
}

/** The GUILD_CREATE event; members other than the bot only with their intent. */
export function guildData(world: World, guild: Guild, session: Session): object {
  const all = guildObject(world, guild, session.app);
  if ((session.intents & INTENT.guildMembers) !== 0) return all;
  return { ...all, members: [{ ...bareMember(guild), user: session.app.user }] };
}

/** Which intent a message event needs. Source: events/gateway-events. */
export function messageIntent(channel: Channel, stored: StoredMessage): number {
  const isPrivate = channel.kind === 'dm' || stored.ownerId !== undefined;
  return isPrivate ? INTENT.directMessages : INTENT.guildMessages;
}

/** Which intent a reaction event needs. Source: events/gateway-events. */
export function reactionIntent(channel: Channel): number {
  return channel.kind === 'dm' ? INTENT.directMessageReactions : INTENT.guildMessageReactions;
}

/** A reaction as MESSAGE_REACTION_ADD and _REMOVE carry it. Source: events/gateway-events. */
export function reactionData(
  world: World,
  channel: Channel,
  message: APIMessage,
  userId: string,
  emoji: string,
): object {
  const guild = world.guilds.get(channel.guildId ?? '');
  const user = world.users.get(userId);
  const inGuild = guild === undefined ? {} : { guild_id: guild.id, member: { ...bareMember(guild), user } };
  return {
    ...{
      user_id: userId,
      channel_id: channel.id,
      message_id: message.id,
      message_author_id: message.author.id,
    },
    ...inGuild,
    ...{ emoji: { id: null, name: emoji }, burst: false, type: 0 },
  };
}

/** Whether an application hears of a message at all. */
export function concerns(app: App, channel: Channel, stored: StoredMessage): boolean {
  if (stored.ownerId !== undefined) return stored.message.author.id === app.id;
  return channel.kind === 'guild' ? app.installs.guild : channel.appId === app.id;
}

/**
 * Whether a session reads what a message says: with MESSAGE_CONTENT, in direct messages, of its own messages and of
 * those that mention it. Source: events/gateway, "Message Content Intent".
 */
export function readsContent(session: Session, channel: Channel, message: APIMessage): boolean {
  if ((session.intents & INTENT.messageContent) !== 0 || channel.kind === 'dm') return true;
  const { id } = session.app.user;
  return message.author.id === id || message.mentions.some((user) => user.id === id);
}

/** A message without what the intent hides. */
export function withoutContent(message: APIMessage): APIMessage {
  const { referenced_message: referenced, poll: _poll, ...rest } = message;
  const bare = { ...rest, content: '', embeds: [], attachments: [], components: [] };
  return referenced == null ? bare : { ...bare, referenced_message: withoutContent(referenced) };
}

/** A message as MESSAGE_CREATE carries it. */
export function messageData(world: World, channel: Channel, message: APIMessage): object {
  const guild = world.guilds.get(channel.guildId ?? '');
  if (guild === undefined) return { ...message, channel_type: 1 };
  return { ...message, guild_id: guild.id, channel_type: 0, member: bareMember(guild) };
}
