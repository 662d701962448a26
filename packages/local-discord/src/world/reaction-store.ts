import type { APIMessage, APIReaction } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { REACTION } from '../rules/discord-limits.js';
import { storeMessage } from './message-store.js';
import type { StoredMessage, World } from './world.js';

/** Begins with a picture, a flag or a keycap. Emoji of a server's own there are none here. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;

/** Throws 10014 for what is no emoji. */
export function checkEmoji(emoji: string): void {
  if (emoji.length > REACTION.emojiMax || !EMOJI.test(emoji)) throw refusals.unknownEmoji();
}

function withUser(users: readonly string[], userId: string, on: boolean): string[] {
  const others = users.filter((id) => id !== userId);
  return on ? [...others, userId] : others;
}

/**
 * Adds or takes away a person's or a bot's reaction; what is so already stays so and nobody is told.
 * Throws 10014 for what is no emoji, 30010 beyond twenty different ones.
 */
export function react(world: World, stored: StoredMessage, userId: string, emoji: string, on: boolean): void {
  checkEmoji(emoji);
  const before = stored.reactions ?? new Map<string, readonly string[]>();
  const users = before.get(emoji) ?? [];
  if (users.includes(userId) === on) return;
  if (on && users.length === 0 && before.size >= REACTION.perMessageMax)
    throw refusals.tooManyReactions(REACTION.perMessageMax);
  const after = new Map(before).set(emoji, withUser(users, userId, on));
  if (after.get(emoji)?.length === 0) after.delete(emoji);
  const { message, bytes: _bytes, ...rest } = stored;
  const next = storeMessage(world, message, { ...rest, reactions: after });
  world.hub.emit('reaction', { stored: next, userId, emoji, on });
}

/** Who reacted to a message with an emoji, the first one first. */
export function reactedWith(stored: StoredMessage, emoji: string): readonly string[] {
  return stored.reactions?.get(emoji) ?? [];
}

function reactionObject(emoji: string, users: readonly string[], viewerId: string): APIReaction {
  return {
    emoji: { id: null, name: emoji },
    count: users.length,
    count_details: { burst: 0, normal: users.length },
    me: users.includes(viewerId),
    me_burst: false,
    burst_colors: [],
  };
}

/** A message as somebody sees it: its reactions say which are theirs. Source: resources/message, "Reaction Object". */
export function asSeenBy(stored: StoredMessage, viewerId: string): APIMessage {
  const { message, reactions } = stored;
  if (reactions === undefined || reactions.size === 0) return message;
  return {
    ...message,
    reactions: [...reactions].map(([emoji, users]) => reactionObject(emoji, users, viewerId)),
  };
}
