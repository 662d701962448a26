import { createHash } from 'node:crypto';
import type { APIUser } from 'discord-api-types/v10';
import { INTERACTION } from '../rules/discord-limits.js';
import { createHub } from './hub.js';
import { createSnowflakes, DISCORD_EPOCH_MS, isSnowflake } from './snowflake.js';
import type { App, Channel, Guild, Installs, LocalEvents, World, WorldLimits } from './world.js';

/** What is kept unless told otherwise. */
export const DEFAULT_LIMITS: WorldLimits = {
  messagesPerChannel: 1000,
  interactions: 10_000,
  fileBytes: 64 * 1024 * 1024,
  requests: 2000,
  requestBytes: 16 * 1024 * 1024,
  messageBytes: 64 * 1024 * 1024,
  applications: 100,
  deadlineMs: INTERACTION.deadlineMs,
};

/**
 * An empty world.
 * @param now the clock, Unix ms
 * @param limits how much is kept
 */
export function createWorld(now: () => number, limits: WorldLimits): World {
  return {
    now,
    limits,
    newId: createSnowflakes(now),
    hub: createHub<LocalEvents>(),
    origin: '',
    users: new Map(),
    peopleByName: new Map(),
    apps: new Map(),
    appsByToken: new Map(),
    guilds: new Map(),
    channels: new Map(),
    directChannels: new Map(),
    messages: new Map(),
    files: new Map(),
    fileBytes: 0,
    messageBytes: 0,
    openModals: new Map(),
    interactions: new Map(),
    interactionsByToken: new Map(),
    nonces: new Map(),
    muted: new Set(),
  };
}

function makeUser(world: World, id: string, username: string, bot: boolean): APIUser {
  const user: APIUser = {
    id,
    username,
    discriminator: '0',
    global_name: bot ? null : username,
    avatar: null,
    bot,
  };
  world.users.set(id, user);
  return user;
}

/** The person of a name, made when there is none yet. */
export function ensurePerson(world: World, name: string): APIUser {
  const known = world.peopleByName.get(name);
  if (known !== undefined) return known;
  const user = makeUser(world, world.newId(), name, false);
  world.peopleByName.set(name, user);
  world.hub.emit('state', {});
  return user;
}

/**
 * Adds a guild with its text channels.
 * @param atMs the time its id carries; neighbouring ms fall on neighbouring shards
 */
export function addGuild(
  world: World,
  name: string,
  channelNames: readonly string[],
  ownerId: string,
  atMs: number,
): Guild {
  const id = (BigInt(Math.trunc(atMs) - DISCORD_EPOCH_MS) << 22n).toString();
  const guild: Guild = { id, name, ownerId, channelIds: [], createdAt: atMs };
  world.guilds.set(id, guild);
  for (const channelName of channelNames) {
    const channel: Channel = {
      id: world.newId(),
      kind: 'guild',
      name: channelName,
      guildId: id,
      messages: new Map(),
    };
    world.channels.set(channel.id, channel);
    guild.channelIds.push(channel.id);
  }
  return guild;
}

/** A bot token begins with the application's id in base64; any other token gets an id made from its digest. */
function idOfToken(token: string): string {
  const decoded = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  if (isSnowflake(decoded)) return decoded;
  const digest = createHash('sha256').update(token).digest();
  return ((1n << 60n) | (digest.readBigUInt64BE() >> 6n)).toString();
}

/** What may be said about an application when it is added. */
export interface BotOptions {
  readonly name?: string;
  /** Where it is installed; default: in the guild and by every person. */
  readonly installs?: Installs;
  /** Privileged intents switched on in the portal, as bits; default: all three. */
  readonly privilegedIntents?: number;
}

/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT. Source: events/gateway. */
export const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

/** The application of a token that is announced, made when the token is new. */
export function ensureApp(world: World, token: string, options: BotOptions = {}): App {
  const app = world.appsByToken.get(token) ?? makeApp(world, token, options);
  app.announced = true;
  return app;
}

/**
 * The application of a token that a bot came with. Of those that nobody announced there are only so many: an idle one, not
 * connected and without commands, makes room.
 * @returns undefined when there is no room
 */
export function appOfToken(world: World, token: string): App | undefined {
  const known = world.appsByToken.get(token);
  if (known !== undefined) return known;
  const strangers = [...world.apps.values()].filter(({ announced }) => !announced);
  if (strangers.length >= world.limits.applications) {
    const idle = strangers.find(({ online, commands }) => online === 0 && commands.size === 0);
    if (idle === undefined) return undefined;
    forgetApp(world, idle);
  }
  return makeApp(world, token, {});
}

function forgetApp(world: World, app: App): void {
  world.apps.delete(app.id);
  world.appsByToken.delete(app.token);
  world.users.delete(app.id);
  for (const channel of world.directChannels.values())
    if (channel.appId === app.id) deleteChannel(world, channel.id);
}

function makeApp(world: World, token: string, options: BotOptions): App {
  const id = idOfToken(token);
  const name = options.name ?? (world.apps.size === 0 ? 'Bot' : `Bot ${world.apps.size + 1}`);
  const app: App = {
    id,
    token,
    announced: false,
    name,
    description: '',
    user: makeUser(world, id, name, true),
    installs: options.installs ?? { guild: true, user: true },
    privilegedIntents: options.privilegedIntents ?? PRIVILEGED_INTENTS,
    commands: new Map(),
    commandCreates: new Map(),
    revoked: false,
    online: 0,
    identifies: 0,
  };
  world.apps.set(id, app);
  world.appsByToken.set(token, app);
  for (const person of world.peopleByName.values()) ensureDirectChannel(world, app, person.id);
  world.hub.emit('state', {});
  return app;
}

/** The direct messages of a person with a bot, made when there are none yet. */
export function ensureDirectChannel(world: World, app: App, userId: string): Channel {
  const key = `${app.id}:${userId}`;
  const known = world.directChannels.get(key);
  if (known !== undefined) return known;
  const channel: Channel = {
    id: world.newId(),
    kind: 'dm',
    name: app.name,
    appId: app.id,
    userId,
    messages: new Map(),
  };
  world.directChannels.set(key, channel);
  world.channels.set(channel.id, channel);
  return channel;
}

/** Deletes a channel with its messages. */
export function deleteChannel(world: World, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (channel === undefined) return;
  world.channels.delete(channelId);
  world.directChannels.delete(`${channel.appId}:${channel.userId}`);
  for (const id of channel.messages.keys()) world.messages.delete(id);
  const siblings = world.guilds.get(channel.guildId ?? '')?.channelIds;
  siblings?.splice(siblings.indexOf(channelId), 1);
  world.hub.emit('state', {});
}
