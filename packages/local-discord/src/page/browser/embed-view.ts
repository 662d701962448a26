import type { APIAttachment, APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { h } from './dom.js';
import { safeUrl } from './markdown-text.js';
import { inlineMarkdownView, markdownView } from './markdown-view.js';
import { ownAddress, pictureView } from './media-view.js';
import { messageTime } from './time.js';
import type { ViewContext } from './view-context.js';

/** Fields in the rows that Discord makes of them: up to three inline ones side by side, every other one alone. */
export function fieldRows(fields: APIEmbedField[]): APIEmbedField[][] {
  const rows: APIEmbedField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.inline && row?.[0]?.inline && row.length < 3) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

function fieldView(field: APIEmbedField, context: ViewContext): HTMLElement {
  return h(
    'div',
    { class: 'embed-field' },
    h('div', { class: 'embed-field-name' }, inlineMarkdownView(field.name, context)),
    markdownView(field.value, context),
  );
}

function linked(className: string, url: string | undefined, content: Node | string): HTMLElement {
  const target = url && safeUrl(url);
  if (!target) return h('span', { class: className }, content);
  return h('a', { class: className, href: target, target: '_blank', rel: 'noreferrer noopener' }, content);
}

function smallIcon(url: string | undefined): Node | null {
  const source = ownAddress(url);
  return source ? h('img', { class: 'embed-icon', src: source, alt: '' }) : null;
}

function footerView(embed: APIEmbed, context: ViewContext): Node | null {
  const time = embed.timestamp ? messageTime(new Date(embed.timestamp), context.now) : '';
  const text = [embed.footer?.text, time].filter(Boolean).join(' • ');
  return text
    ? h('div', { class: 'embed-footer' }, smallIcon(embed.footer?.icon_url), h('span', {}, text))
    : null;
}

function mediaAddress(url: string, attachments: APIAttachment[]): string {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return attachments.find((attachment) => attachment.filename === name)?.url ?? url;
}

function mediaView(
  media: { url: string; width?: number; height?: number; description?: string } | undefined,
  className: string,
  attachments: APIAttachment[],
  context: ViewContext,
): Node | null {
  if (!media) return null;
  const url = mediaAddress(media.url, attachments);
  const attachment = attachments.find((one) => one.url === url);
  return pictureView(
    {
      url,
      alt: media.description ?? attachment?.description ?? '',
      className,
      width: media.width,
      height: media.height,
    },
    context,
  );
}

/** An embed: colour bar, author, title, description, fields, pictures, footer. */
export function embedView(embed: APIEmbed, attachments: APIAttachment[], context: ViewContext): HTMLElement {
  const rows = fieldRows(embed.fields ?? []);
  const text = h(
    'div',
    { class: 'embed-text' },
    embed.provider?.name ? h('div', { class: 'embed-provider' }, embed.provider.name) : null,
    embed.author
      ? h(
          'div',
          { class: 'embed-author' },
          smallIcon(embed.author.icon_url),
          linked('embed-author-name', embed.author.url, embed.author.name),
        )
      : null,
    embed.title
      ? h('div', { class: 'embed-title' }, linked('', embed.url, inlineMarkdownView(embed.title, context)))
      : null,
    embed.description ? markdownView(embed.description, context) : null,
    ...rows.map((row) =>
      h(
        'div',
        { class: `embed-row columns-${row.length}` },
        ...row.map((field) => fieldView(field, context)),
      ),
    ),
  );
  const view = h(
    'div',
    { class: 'embed' },
    h('div', { class: 'embed-top' }, text, mediaView(embed.thumbnail, 'thumbnail', attachments, context)),
    mediaView(embed.image, 'embed-image', attachments, context),
    footerView(embed, context),
  );
  if (embed.color !== undefined)
    view.style.setProperty('--bar', `#${embed.color.toString(16).padStart(6, '0')}`);
  return view;
}

/** True where an embed shows this attachment, which then is not shown a second time below the message. */
export function isUsedByEmbed(attachment: APIAttachment, embeds: APIEmbed[]): boolean {
  const used = embeds.flatMap((embed) => [
    embed.image?.url,
    embed.thumbnail?.url,
    embed.author?.icon_url,
    embed.footer?.icon_url,
  ]);
  return used.includes(attachment.url) || used.includes(`attachment://${attachment.filename}`);
}
