import { MessageFlags } from 'discord.js';
import { LIMITS } from '../limits.js';
import { clamp } from '../reply/markdown.js';
import type { Reply, ReplyMessage } from '../reply/reply.js';

/** A file as it goes over the wire. */
export interface OutgoingFile {
  readonly name: string;
  readonly data: Buffer;
}

/** A message as it goes over the wire. */
export interface Outgoing {
  readonly body: Record<string, unknown>;
  readonly files: OutgoingFile[];
}

/** Nobody is ever notified by what the bot writes, on edits too: an edit without this is parsed anew. */
const NO_MENTIONS = { parse: [], replied_user: false } as const;

/** Turns a message into the body of a request. `asPrivate`: only the person who asked sees it. */
export function outgoing(message: ReplyMessage, asPrivate: boolean): Outgoing {
  return {
    body: {
      content: message.content,
      embeds: message.embeds,
      components: message.components,
      allowed_mentions: NO_MENTIONS,
      // Also when empty: an edit keeps the files that it does not speak of.
      attachments: message.files.map(({ name, description }, id) => ({ id, filename: name, description })),
      ...(asPrivate ? { flags: MessageFlags.Ephemeral } : {}),
    },
    files: message.files.map(({ name, data }) => ({ name, data })),
  };
}

/** A private line of text: refusals of the bot itself, and what is said when something broke. */
export function privateLine(content: string, outcome: Reply['outcome'] = 'mistake'): Reply {
  return {
    message: { content, embeds: [], components: [], files: [] },
    private: true,
    outcome,
    context: null,
  };
}

/** Sent instead of an answer that Discord does not take. */
export const CANNOT_BE_SHOWN = privateLine(
  'This answer cannot be shown here. Please ask something narrower.',
);

const NOT_POSTED =
  'This could not be posted in the channel: the bot is missing a permission there. Only you can see it.';

/**
 * The private answer to somebody whose public one Discord forbade; it says so.
 * @param pressed whether a component was pressed: the line above the embed then says who shared it, and nobody did
 */
export function notPosted(reply: Reply, pressed: boolean): Reply {
  const { content, embeds } = reply.message;
  const kept = content === '' || (pressed && embeds.length > 0) ? [] : [content];
  const told = clamp([NOT_POSTED, ...kept].join('\n'), LIMITS.content);
  return { ...reply, private: true, message: { ...reply.message, content: told } };
}

/** The body of "is thinking" that only one person sees. */
export const PRIVATELY = { flags: MessageFlags.Ephemeral } as const;
