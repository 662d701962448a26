import { plainText } from './markdown-text.js';
import { flag, hasFlag, type Message } from './page-model.js';

const groupWithin = 7 * 60_000;

/** What the line over a reply names: `/il32 alias`, or a menu command's own name; undefined for other messages. */
export function commandName(message: Message): string | undefined {
  const metadata = message.interaction_metadata;
  const name =
    metadata && 'name' in metadata && typeof metadata.name === 'string'
      ? metadata.name
      : message.interaction?.name;
  if (!name) return undefined;
  return metadata && 'target_message_id' in metadata ? name : `/${name}`;
}

function hasLeadLine(message: Message): boolean {
  return Boolean(commandName(message) ?? message.referenced_message);
}

/** True where a message stands under the one before it without a heading of its own. */
export function isContinuation(message: Message, previous: Message | undefined): boolean {
  if (!previous || hasLeadLine(message) || previous.author.id !== message.author.id) return false;
  if (hasFlag(previous, flag.ephemeral) !== hasFlag(message, flag.ephemeral)) return false;
  return new Date(message.timestamp).getTime() - new Date(previous.timestamp).getTime() < groupWithin;
}

/** The words of a message, from its text or else its embeds and text components. */
export function messageText(message: Message, nameOf?: (userId: string) => string): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).map((field) => `${field.name}: ${field.value}`),
    embed.footer?.text,
  ]);
  const texts = (message.components ?? []).flatMap(componentTexts);
  const files = message.attachments.map((attachment) => attachment.description ?? attachment.filename);
  return [message.content, ...embeds, ...texts, ...files]
    .filter((text): text is string => Boolean(text))
    .map((text) => plainText(text, nameOf))
    .join('\n');
}

function componentTexts(component: object): string[] {
  const own = 'content' in component && typeof component.content === 'string' ? [component.content] : [];
  const inner: unknown[] =
    'components' in component && Array.isArray(component.components) ? component.components : [];
  return [
    ...own,
    ...inner.flatMap((one) => (typeof one === 'object' && one !== null ? componentTexts(one) : [])),
  ];
}
