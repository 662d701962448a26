import type { APIAttachment } from 'discord-api-types/v10';
import { h, hiddenText } from './dom.js';
import { icon } from './icons.js';
import { safeUrl } from './markdown-text.js';
import { fileSize } from './time.js';
import type { ViewContext } from './view-context.js';

/** The address where it lies on this page's own server, else undefined: nothing is loaded from other hosts. */
export function ownAddress(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url, location.href)) return undefined;
  const parsed = new URL(url, location.href);
  return parsed.origin === location.origin ? parsed.pathname + parsed.search : undefined;
}

interface Picture {
  url: string;
  alt: string;
  className: string;
  width?: number | null | undefined;
  height?: number | null | undefined;
}

function elsewhereView(picture: Picture): Node | null {
  const target = safeUrl(picture.url);
  if (!target) return null;
  return h(
    'a',
    { class: 'elsewhere', href: target, target: '_blank', rel: 'noreferrer noopener' },
    icon('external'),
    `${picture.alt || 'Picture'} on ${new URL(target).host}`,
  );
}

/** A picture that opens large when it is pressed; one that lies on another host becomes a link to it. */
export function pictureView(picture: Picture, context: ViewContext): Node | null {
  const source = ownAddress(picture.url);
  if (!source) return elsewhereView(picture);
  const image = h('img', {
    src: source,
    alt: picture.alt || 'Picture',
    width: picture.width ?? undefined,
    height: picture.height ?? undefined,
    decoding: 'async',
  });
  const open = (): void => context.actions.openImage(source, picture.alt);
  return h(
    'button',
    {
      type: 'button',
      class: `picture ${picture.className}`,
      title: picture.alt || undefined,
      onclick: open,
    },
    image,
  );
}

/** A file as a card with its name and size; pressing it downloads the file. */
export function fileView(attachment: APIAttachment): HTMLElement {
  const source = ownAddress(attachment.url);
  return h(
    'a',
    {
      class: 'file-card',
      href: source,
      download: attachment.filename,
    },
    hiddenText('Download '),
    h('span', { class: 'file-icon' }, icon('file')),
    h(
      'span',
      { class: 'file-text' },
      h('span', { class: 'file-name' }, attachment.filename),
      h('span', { class: 'file-size' }, fileSize(attachment.size)),
    ),
    icon('download'),
  );
}

function isPicture(attachment: APIAttachment): boolean {
  return (
    /^image\/(png|jpeg|gif|webp)$/.test(attachment.content_type ?? '') ||
    /\.(png|jpe?g|gif|webp)$/i.test(attachment.filename)
  );
}

/** An attachment as Discord shows it: pictures in the channel, other files as cards. */
export function attachmentView(attachment: APIAttachment, context: ViewContext): Node | null {
  if (!isPicture(attachment)) return fileView(attachment);
  const { url, width, height } = attachment;
  return pictureView(
    { url, alt: attachment.description ?? '', className: 'attachment', width, height },
    context,
  );
}
