import { PERMISSION } from '../people/member.js';
import type { Channel, World } from './world.js';

/** Channel types. Source: resources/channel. */
export const CHANNEL_TYPE = { guildText: 0, dm: 1 } as const;

/** A channel as REST, GUILD_CREATE and interactions carry it. */
export function channelObject(world: World, channel: Channel) {
  if (channel.kind === 'dm') return directObject(world, channel);
  const guild = world.guilds.get(channel.guildId ?? '');
  return {
    id: channel.id,
    type: CHANNEL_TYPE.guildText,
    name: channel.name,
    guild_id: channel.guildId,
    position: Math.max(0, guild?.channelIds.indexOf(channel.id) ?? 0),
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: [],
    flags: 0,
  };
}

function directObject(world: World, channel: Channel) {
  const person = world.users.get(channel.userId ?? '');
  return {
    id: channel.id,
    type: CHANNEL_TYPE.dm,
    last_message_id: null,
    flags: 0,
    recipients: person === undefined ? [] : [person],
  };
}

/** A channel inside `resolved`, with what the invoker may do there. */
export function resolvedChannel(world: World, channel: Channel) {
  return { ...channelObject(world, channel), permissions: PERMISSION.viewChannel.toString() };
}
