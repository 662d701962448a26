import { z } from 'zod';
import { messageText } from './message-text.js';

const snowflake = z.string().regex(/^\d{1,20}$/);
const author = z.object({ id: snowflake, bot: z.boolean().nullish() });

const embed = z.object({ author: z.object({ url: z.string().optional() }).optional() });

const messageCreate = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.nullish(),
  type: z.number(),
  content: z.string().nullish(),
  author,
  webhook_id: snowflake.nullish(),
  mentions: z.array(z.object({ id: snowflake })).nullish(),
  mention_roles: z.array(snowflake).nullish(),
  referenced_message: z.looseObject({ author, embeds: z.array(embed).nullish() }).nullish(),
});

const mentionedRoles = z.object({ guild_id: snowflake, mention_roles: z.array(snowflake).nonempty() });

const bots = z.object({ author: z.object({ bot: z.literal(true) }) });

const DEFAULT = 0;
const REPLY = 19;

/** A message that is meant for the bot. */
export interface ChatMessage {
  readonly id: string;
  readonly channelId: string;
  /** null in direct messages */
  readonly serverId: string | null;
  readonly userId: string;
  readonly text: string;
  readonly repliedTo: readonly string[];
  readonly referencedText: string | null;
  /** the text itself names the bot, or nobody else reads it: not only a reply to one of its messages */
  readonly addressed: boolean;
}

/** The server of a message that mentions roles; null for all others. */
export function serverOfMentionedRoles(payload: unknown): string | null {
  return bots.safeParse(payload).success ? null : (mentionedRoles.safeParse(payload).data?.guild_id ?? null);
}

/**
 * Reads a MESSAGE_CREATE event; null unless a person mentions the bot or its role, replies to it, or writes to it directly.
 * Without the privileged intent, Discord leaves out the text of every other message (events/gateway, "Message Content Intent").
 * @param ownRole the bot's role in the server of the message, if it has one
 */
export function readChat(payload: unknown, botId: string, ownRole: string | null = null): ChatMessage | null {
  // Most messages of a busy server are for somebody else: the short look comes before the long one.
  if (bots.safeParse(payload).success) return null;
  const parsed = messageCreate.safeParse(payload);
  if (!parsed.success) return null;
  const message = parsed.data;
  if (message.author.bot || message.webhook_id || message.author.id === botId) return null;
  if (message.type !== DEFAULT && message.type !== REPLY) return null;
  const replied = message.referenced_message ?? null;
  const toBot = replied?.author.id === botId;
  const byRole = ownRole !== null && (message.mention_roles?.includes(ownRole) ?? false);
  const mentioned = byRole || (message.mentions?.some(({ id }) => id === botId) ?? false);
  const direct = !message.guild_id;
  if (!direct && !mentioned && !toBot) return null;
  const content = message.content ?? '';
  const names = [`<@${botId}>`, `<@!${botId}>`, `<@&${ownRole}>`];
  const text = withoutMention(content, names);
  // A reply with the ping turned off comes without its text, and an attachment alone asks nothing.
  if (text === '' && !mentioned) return null;
  return {
    id: message.id,
    channelId: message.channel_id,
    serverId: message.guild_id ?? null,
    userId: message.author.id,
    text,
    repliedTo: toBot ? authorUrls(replied?.embeds ?? []) : [],
    referencedText: toBot || replied === null ? null : messageText(replied) || null,
    addressed: direct || names.some((name) => content.includes(name)),
  };
}

function withoutMention(content: string, mentions: readonly string[]): string {
  return mentions
    .reduce((text, mention) => text.replaceAll(mention, ' '), content)
    .replace(/\s+/g, ' ')
    .trim();
}

function authorUrls(embeds: readonly z.infer<typeof embed>[]): string[] {
  return embeds.flatMap(({ author }) => author?.url ?? []);
}
