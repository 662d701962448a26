import { z } from 'zod';

const snowflake = z.string().regex(/^\d{1,20}$/);
const author = z.object({ id: snowflake, bot: z.boolean().nullish() });

interface RawComponent {
  custom_id?: string | undefined;
  components?: RawComponent[] | undefined;
  accessory?: RawComponent | undefined;
}

const rawComponent: z.ZodType<RawComponent> = z.object({
  custom_id: z.string().optional(),
  components: z.lazy(() => rawComponent.array()).optional(),
  accessory: z.lazy(() => rawComponent).optional(),
});

const messageCreate = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.nullish(),
  type: z.number(),
  content: z.string().nullish(),
  author,
  webhook_id: snowflake.nullish(),
  mentions: z.array(z.object({ id: snowflake })).nullish(),
  referenced_message: z
    .object({ author, content: z.string().nullish(), components: z.array(rawComponent).nullish() })
    .nullish(),
});

const DEFAULT = 0;
const REPLY = 19;

/** A message that is meant for the bot. */
export interface ChatMessage {
  readonly id: string;
  readonly channelId: string;
  readonly userId: string;
  readonly text: string;
  readonly repliedTo: readonly string[];
  readonly referencedText: string | null;
}

/**
 * Reads a MESSAGE_CREATE event; null unless a person mentions the bot, replies to it, or writes to it directly.
 * Without the privileged intent, Discord leaves out the text of every other message (events/gateway, "Message Content Intent").
 */
export function readChat(payload: unknown, botId: string): ChatMessage | null {
  const parsed = messageCreate.safeParse(payload);
  if (!parsed.success) return null;
  const message = parsed.data;
  if (message.author.bot || message.webhook_id || message.author.id === botId) return null;
  if (message.type !== DEFAULT && message.type !== REPLY) return null;
  const replied = message.referenced_message ?? null;
  const toBot = replied?.author.id === botId;
  const mentioned = message.mentions?.some(({ id }) => id === botId) ?? false;
  const direct = !message.guild_id;
  if (!direct && !mentioned && !toBot) return null;
  const text = withoutMention(message.content ?? '', botId);
  // A reply with the ping turned off comes without its text, and an attachment alone asks nothing.
  if (text === '' && !mentioned) return null;
  return {
    id: message.id,
    channelId: message.channel_id,
    userId: message.author.id,
    text,
    repliedTo: toBot ? customIds(replied?.components ?? []) : [],
    referencedText: toBot ? null : replied?.content || null,
  };
}

function withoutMention(content: string, botId: string): string {
  return content.replaceAll(`<@${botId}>`, ' ').replaceAll(`<@!${botId}>`, ' ').replace(/\s+/g, ' ').trim();
}

function customIds(components: readonly RawComponent[]): string[] {
  return components.flatMap(({ custom_id, components: inner, accessory }) => [
    ...(custom_id === undefined ? [] : [custom_id]),
    ...customIds(inner ?? []),
    ...customIds(accessory === undefined ? [] : [accessory]),
  ]);
}
