import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { AnswerKind } from '../answer/answer.js';
import { LIMITS } from '../limits.js';
import { openingLines, tableText } from '../view/text.js';
import type { AnswerView, ViewField, ViewItem } from '../view/view.js';
import { clamp, codeBlock, escapeText, inlineCode, link, smallPrint } from './markdown.js';

/** One visual language: the colour of the bar says what kind of fact this is, beside the title. */
const COLOURS: Readonly<Record<AnswerKind, number>> = {
  alias: 0x5b8def,
  identifier: 0x2fa69a,
  function: 0x8a63d2,
  citation: 0xd08a2e,
  location: 0x3f9f5f,
  species: 0x3f9f5f,
  summary: 0x4b7bec,
  help: 0x6b7684,
  clarify: 0x6b7684,
  none: 0x9aa3ad,
};

/** What an embed shows besides the view. */
export interface EmbedParts {
  readonly kind: AnswerKind;
  readonly topic: string;
  readonly image: string | null;
  readonly context: string | null;
  readonly fields: readonly APIEmbedField[];
  /** the links stand in the text, not as buttons below the message */
  readonly linked: boolean;
  /** characters that all its texts may have */
  readonly room: number;
}

/**
 * Lays a view out as an embed, within Discord's limits. What does not fit is shortened visibly ("…").
 * @param topic what stands above the title: the gene symbol
 * @param image file name of an attached picture, or null
 * @param context what a reply to this message continues from (`contextUrl`), or null
 * @param fields fields of ours that stand before those of the view
 */
export function viewEmbed(
  view: AnswerView,
  { kind, topic, image, context, fields, linked, room }: EmbedParts,
): APIEmbed {
  const embed: APIEmbed = {
    color: COLOURS[kind],
    author: {
      name: clamp(topic, LIMITS.embedAuthor),
      ...(context === null ? {} : { url: context }),
    },
    title: clamp(escapeText(view.title), LIMITS.embedTitle),
    description: clamp(description(view, linked), LIMITS.embedDescription),
    fields: [...fields, ...view.fields.map(embedField)].slice(0, LIMITS.embedFields),
  };
  if (view.source !== '') embed.footer = { text: clamp(view.source, LIMITS.embedFooter) };
  if (view.url !== null) embed.url = view.url;
  if (image !== null) embed.image = { url: `attachment://${image}` };
  return withinTotal(embed, room);
}

/** The text gives way when all does not fit: code that is cut inside would swallow what follows. */
function description(view: AnswerView, linked: boolean): string {
  const below = [
    view.table === null ? '' : codeBlock(tableText(view.table)),
    linked && view.links.length > 0
      ? `Open: ${view.links.map(({ label, url }) => link(escapeText(label), url)).join(' · ')}`
      : '',
    view.copy === null ? '' : copyBlock(view.copy),
    smallPrint(view.notes.map(escapeText)),
  ].filter((part) => part !== '');
  const opening = openingLines({ ...view, body: view.body.map(escapeText) }, (lead) => `**${lead}**`);
  const room = LIMITS.embedDescription - below.join('\n').length - 1;
  const lines = [...opening, ...view.list.map(markedItem)];
  return [clampLines(lines.join('\n'), Math.max(room, LEAST_ROOM)), ...below]
    .filter((part) => part !== '')
    .join('\n');
}

/** Characters that the text gets at least; the whole is shortened after that. */
const LEAST_ROOM = 300;
const COPY_ROOM = 2400;

function copyBlock({ text, language }: NonNullable<AnswerView['copy']>): string {
  if (text.length > COPY_ROOM) return smallPrint(['Too long to show here: the attached file has it whole.']);
  return codeBlock(text, language);
}

/** An accession or the like, in characters. */
const COPYABLE_ROOM = 300;

function embedField({ name, value, copyable, url, narrow, items }: ViewField): APIEmbedField {
  const shown = copyable ? inlineCode(clamp(value, COPYABLE_ROOM)) : escapeText(value);
  const linked = items === null ? linkedText(shown, url) : items.map(linkedItem).join('\n');
  return {
    name: clamp(escapeText(name), LIMITS.embedFieldName),
    value: linked.length <= LIMITS.embedFieldValue ? linked : clampLines(shown, LIMITS.embedFieldValue),
    inline: narrow,
  };
}

/** A line that leads to its page. */
function linkedItem({ mark, text, url }: ViewItem): string {
  return `${escapeText(mark)} ${linkedText(escapeText(text), url)}`.trim();
}

/** A line whose number leads to its page. */
function markedItem({ mark, text, url }: ViewItem): string {
  return `${linkedText(escapeText(mark), url)} ${escapeText(text)}`;
}

function linkedText(shown: string, url: string | null): string {
  return url === null ? shown : link(shown, url);
}

function clampLines(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const lines = text.split('\n');
  const kept: string[] = [];
  while (lines.length > 0 && [...kept, lines[0], '…'].join('\n').length <= limit)
    kept.push(lines.shift() ?? '');
  return kept.length === 0 ? clamp(text, limit) : [...kept, '…'].join('\n');
}

/** Drops the last fields, and says so, until the embed's texts together fit. */
export function withinTotal(embed: APIEmbed, room: number = LIMITS.embedTotal): APIEmbed {
  const fields = embed.fields ?? [];
  if (embedLength(embed) <= room || fields.length === 0) return embed;
  const footer = `Shortened. ${embed.footer?.text.replace(/^Shortened\. /u, '') ?? ''}`;
  return withinTotal({ ...embed, fields: fields.slice(0, -1), footer: { text: footer } }, room);
}

/** The characters of an embed that count towards the total of a message. */
export function embedLength({ title, description, author, footer, fields }: APIEmbed): number {
  const texts = [title, description, author?.name, footer?.text];
  const beside = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return (fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, beside);
}
