import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { EMBED, MESSAGE } from './discord-limits.js';
import {
  all,
  boolean,
  echo,
  fields,
  type Issues,
  integer,
  list,
  optional,
  type Rule,
  text,
  url,
} from './form.js';

const WEB = ['http', 'https'];
const IMAGE = ['http', 'https', 'attachment'];

const link = url(EMBED.urlMax, WEB);
const image = optional(fields<{ url: string }>({ url: url(EMBED.urlMax, IMAGE) }));
const iconUrl = optional(url(EMBED.urlMax, IMAGE));

const timestamp = all(text({ min: 1 }), (value, at) => {
  if (Number.isNaN(Date.parse(value))) {
    at.add('DATE_TIME_TYPE_PARSE', `Could not parse ${echo(value)}. Should be ISO8601.`);
  }
});

const field = fields<APIEmbedField>({
  name: text({ min: 1, max: EMBED.fieldNameMax, trim: true }),
  value: text({ min: 1, max: EMBED.fieldValueMax, trim: true }),
  inline: optional(boolean),
});

/** Discord wants something to show; it complains about the description. */
function checkNotEmpty(embed: APIEmbed, at: Issues): void {
  const { title, description, author, footer, fields: rows, image: picture, thumbnail } = embed;
  const shown = [title, description, author?.name, footer?.text, picture?.url, thumbnail?.url];
  if (shown.some((part) => (part ?? '').trim() !== '') || (rows?.length ?? 0) > 0) return;
  at.at('description').add('BASE_TYPE_REQUIRED', 'This field is required');
}

const embed: Rule<APIEmbed> = all(
  fields<APIEmbed>({
    title: optional(text({ max: EMBED.titleMax, trim: true })),
    description: optional(text({ max: EMBED.descriptionMax, trim: true })),
    url: optional(link),
    timestamp: optional(timestamp),
    color: optional(integer(0, EMBED.colorMax)),
    footer: optional(
      fields<{ text: string; icon_url: string }>({
        text: text({ min: 1, max: EMBED.footerMax, trim: true }),
        icon_url: iconUrl,
      }),
    ),
    author: optional(
      fields<{ name: string; url: string; icon_url: string }>({
        name: text({ min: 1, max: EMBED.authorMax, trim: true }),
        url: optional(link),
        icon_url: iconUrl,
      }),
    ),
    image,
    thumbnail: image,
    fields: optional(list(field, { max: EMBED.fieldsMax })),
  }),
  checkNotEmpty,
);

/** The characters of an embed that count towards 6,000. Source: resources/message, "Embed Limits". */
export function embedLength(value: APIEmbed): number {
  const counted = [value.title, value.description, value.footer?.text, value.author?.name];
  for (const { name, value: body } of value.fields ?? []) counted.push(name, body);
  return counted.reduce((sum, part) => sum + (part ?? '').trim().length, 0);
}

function checkTotal(embeds: readonly APIEmbed[], at: Issues): void {
  const total = embeds.reduce((sum, each) => sum + embedLength(each), 0);
  if (total > EMBED.totalMax) {
    at.add('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBED.totalMax}`);
  }
}

/** The embeds of one message: at most 10, each within its limits, 6,000 characters together. */
export const embedList: Rule<APIEmbed[]> = all(list(embed, { max: MESSAGE.embedsMax }), checkTotal);
