import type { APIMessage } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { FLAG } from '../rules/discord-limits.js';
import type { Channel, StoredMessage, World } from './world.js';

const NO_FLAGS: number = 0;

/** What every message has, before it says anything. */
export function blankMessage(
  world: World,
  channel: Channel,
  author: APIMessage['author'],
  type: APIMessage['type'],
): APIMessage {
  const at = world.now();
  return {
    id: world.newId(at),
    channel_id: channel.id,
    author,
    type,
    content: '',
    timestamp: new Date(at).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: NO_FLAGS,
  };
}

function forget(world: World, channel: Channel, stored: StoredMessage): void {
  channel.messages.delete(stored.message.id);
  world.messages.delete(stored.message.id);
  for (const { id } of stored.message.attachments) dropFile(world, id);
}

function dropFile(world: World, id: string): void {
  const file = world.files.get(id);
  if (file === undefined) return;
  world.files.delete(id);
  world.fileBytes -= file.bytes.length;
}

/** Forgets the oldest messages beyond the limit; one that is still "thinking" waits for its answer. */
function prune(world: World, channel: Channel): void {
  if (channel.messages.size <= world.limits.messagesPerChannel) return;
  for (const stored of channel.messages.values()) {
    if (((stored.message.flags ?? 0) & FLAG.loading) !== 0) continue;
    forget(world, channel, stored);
    return;
  }
}

/** Puts a message into its channel and tells everyone. */
export function addMessage(
  world: World,
  channel: Channel,
  message: APIMessage,
  ownerId?: string,
): StoredMessage {
  const stored: StoredMessage = ownerId === undefined ? { message } : { message, ownerId };
  channel.messages.set(message.id, stored);
  world.messages.set(message.id, stored);
  prune(world, channel);
  world.hub.emit('message', stored);
  return stored;
}

/** Replaces parts of a message and tells everyone. Objects handed out before stay as they were. */
export function updateMessage(
  world: World,
  stored: StoredMessage,
  changes: Partial<APIMessage>,
): StoredMessage {
  const next: StoredMessage = { ...stored, message: { ...stored.message, ...changes } };
  world.channels.get(stored.message.channel_id)?.messages.set(next.message.id, next);
  world.messages.set(next.message.id, next);
  world.hub.emit('message-update', next);
  return next;
}

/** Removes a message and tells everyone. */
export function deleteMessage(world: World, stored: StoredMessage): void {
  const channel = world.channels.get(stored.message.channel_id);
  if (channel !== undefined) forget(world, channel, stored);
  world.hub.emit('message-delete', { stored });
}

/** The message of an id. Throws 10008 when there is none (any more). */
export function messageOf(world: World, id: string): StoredMessage {
  const stored = world.messages.get(id);
  if (stored === undefined) throw refusals.unknownMessage();
  return stored;
}

/** Takes an ephemeral message out of its owner's view. */
export function dismissFromView(world: World, stored: StoredMessage): void {
  const next: StoredMessage = { ...stored, dismissed: true };
  world.channels.get(stored.message.channel_id)?.messages.set(stored.message.id, next);
  world.messages.set(stored.message.id, next);
  world.hub.emit('message-dismiss', { stored });
}

/** Whether a person sees a message: of ephemeral ones only their own, of direct messages only their own. */
export function isVisibleTo(world: World, stored: StoredMessage, userId: string): boolean {
  if (stored.ownerId !== undefined) return stored.ownerId === userId && stored.dismissed !== true;
  const channel = world.channels.get(stored.message.channel_id);
  return channel !== undefined && (channel.kind === 'guild' || channel.userId === userId);
}

/** The messages that a person sees in a channel, oldest first. */
export function messagesSeenBy(world: World, channel: Channel, userId: string): APIMessage[] {
  return [...channel.messages.values()]
    .filter((stored) => isVisibleTo(world, stored, userId))
    .map((stored) => stored.message);
}
