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

/** A message as a reply to it carries it: without what it answers itself. Source: resources/message, "Message Object". */
export function asReferenced(message: APIMessage): APIMessage {
  const { referenced_message: _further, ...rest } = message;
  return rest;
}

function forget(world: World, stored: StoredMessage): void {
  world.channels.get(stored.message.channel_id)?.messages.delete(stored.message.id);
  world.messages.delete(stored.message.id);
  world.messageBytes -= stored.bytes;
  for (const { id } of stored.message.attachments) dropFile(world, id);
}

function dropFile(world: World, id: string): void {
  const file = world.files.get(id);
  if (file === undefined) return;
  world.files.delete(id);
  world.fileBytes -= file.bytes.length;
}

function isLoading({ message }: StoredMessage): boolean {
  return ((message.flags ?? 0) & FLAG.loading) !== 0;
}

/** Forgets the oldest of some messages but the newest; one that is still "thinking" waits for its answer. */
function forgetOldest(world: World, messages: Map<string, StoredMessage>, newest: StoredMessage): boolean {
  for (const stored of messages.values()) {
    if (isLoading(stored) || stored === newest) continue;
    forget(world, stored);
    return true;
  }
  return false;
}

function prune(world: World, newest: StoredMessage): void {
  const here = world.channels.get(newest.message.channel_id)?.messages;
  if (here !== undefined && here.size > world.limits.messagesPerChannel) forgetOldest(world, here, newest);
  while (world.messageBytes > world.limits.messageBytes && forgetOldest(world, world.messages, newest));
}

/** Puts a message, or a new state of it, where it belongs, and tells nobody. */
export function storeMessage(
  world: World,
  message: APIMessage,
  rest: Omit<StoredMessage, 'message' | 'bytes'>,
): StoredMessage {
  const stored: StoredMessage = { ...rest, message, bytes: JSON.stringify(message).length };
  world.messageBytes += stored.bytes - (world.messages.get(message.id)?.bytes ?? 0);
  world.channels.get(message.channel_id)?.messages.set(message.id, stored);
  world.messages.set(message.id, stored);
  prune(world, stored);
  return stored;
}

/** Puts a message into its channel and tells everyone. */
export function addMessage(world: World, message: APIMessage, ownerId?: string): StoredMessage {
  const stored = storeMessage(world, message, ownerId === undefined ? {} : { ownerId });
  world.hub.emit('message', stored);
  return stored;
}

/** Replaces parts of a message and tells everyone. Objects handed out before stay as they were. */
export function updateMessage(
  world: World,
  stored: StoredMessage,
  changes: Partial<APIMessage>,
): StoredMessage {
  const { message, bytes: _bytes, ...rest } = stored;
  const next = storeMessage(world, { ...message, ...changes }, rest);
  world.hub.emit('message-update', next);
  return next;
}

/** Removes a message and tells everyone. */
export function deleteMessage(world: World, stored: StoredMessage): void {
  forget(world, stored);
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
  const { message, bytes: _bytes, ...rest } = stored;
  storeMessage(world, message, { ...rest, dismissed: true });
  world.hub.emit('message-dismiss', { stored });
}

/** Whether a person sees a message: of ephemeral ones only their own, of direct messages only their own. */
export function isVisibleTo(world: World, stored: StoredMessage, userId: string): boolean {
  if (stored.ownerId !== undefined) return stored.ownerId === userId && stored.dismissed !== true;
  const channel = world.channels.get(stored.message.channel_id);
  return channel !== undefined && (channel.kind === 'guild' || channel.userId === userId);
}

/** The messages that a person sees in a channel, oldest first. */
export function messagesSeenBy(world: World, channel: Channel, userId: string): StoredMessage[] {
  return [...channel.messages.values()].filter((stored) => isVisibleTo(world, stored, userId));
}
