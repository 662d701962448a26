import { bareMember, ORDINARY } from '../people/member.js';
import { channelObject } from './channel-object.js';
import type { App, Guild, World } from './world.js';

function role(id: string, name: string) {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: ORDINARY.toString(),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

/** The role everybody in a guild has, whose id is the guild's, and the one that Discord makes for the bot. Source: topics/permissions. */
export function rolesOf(guild: Guild, app: App) {
  const own = (BigInt(app.id) + 1n).toString();
  return [
    role(guild.id, '@everyone'),
    { ...role(own, app.user.username), position: 1, managed: true, tags: { bot_id: app.id } },
  ];
}

/** A guild as GUILD_CREATE and REST carry it, without what nobody here has. Source: resources/guild. */
export function guildObject(world: World, guild: Guild, app: App): object {
  const people = [...world.peopleByName.values(), app.user];
  const channels = guild.channelIds.flatMap((id) => world.channels.get(id) ?? []);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    unavailable: false,
    large: false,
    member_count: people.length,
    joined_at: new Date(guild.createdAt).toISOString(),
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    application_id: null,
    features: [],
    roles: rolesOf(guild, app),
    channels: channels.map((channel) => channelObject(world, channel)),
    members: people.map((user) => ({ ...bareMember(guild), user })),
    emojis: [],
    stickers: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
