import type { APIEmbed } from 'discord.js';
import { LIMITS } from '../limits.js';
import { clamp } from './markdown.js';
import type { ReplyMessage } from './reply.js';

/**
 * A message for a channel in which the bot may write but neither embed nor attach: what the embeds say as text, without files.
 * The buttons stay. What does not fit into one message is cut visibly.
 */
export function withoutEmbeds(message: ReplyMessage): ReplyMessage {
  const text = [message.content, ...message.embeds.map(embedText)].filter((part) => part !== '').join('\n');
  return { ...message, content: clamp(text, LIMITS.content), embeds: [], files: [] };
}

function embedText({ title, description, fields, footer }: APIEmbed): string {
  const parts = [
    title === undefined ? '' : `**${title}**`,
    description ?? '',
    ...(fields ?? []).map(({ name, value }) => `**${name}:** ${value}`),
    footer === undefined ? '' : `-# ${footer.text.replaceAll('\n', ' ')}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}
