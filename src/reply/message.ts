import type { APIEmbedField } from 'discord.js';
import type { Answer, CitationAnswer } from '../answer/answer.js';
import { exportFormat, exportReferences } from '../citation/export.js';
import type { StyleCatalogue } from '../citation/styles.js';
import { LIMITS } from '../limits.js';
import { geneSymbol } from '../record/words.js';
import { answerView } from '../view/text.js';
import { answerRows } from './components.js';
import { contextOf, contextUrl } from './context.js';
import { viewEmbed } from './embed.js';
import type { Illustrate } from './illustrate.js';
import { clamp, escapeText } from './markdown.js';
import type { Outcome, Reply, ReplyFile } from './reply.js';

/** How an answer is to be delivered. */
export interface Delivery {
  readonly styles: StyleCatalogue;
  readonly illustrate: Illustrate;
  /** only the person who asked shall see it */
  readonly private: boolean;
  /** fields that the caller adds, such as the list of commands */
  readonly fields?: readonly APIEmbedField[];
  /** a line above the embed; markdown of ours */
  readonly content?: string;
}

/**
 * Turns an answer into a message. "Not in the record" is always private: nobody else needs to read it.
 */
export async function answerReply(answer: Answer, delivery: Delivery): Promise<Reply> {
  const { styles, illustrate, content = '', fields = [] } = delivery;
  const isPrivate = delivery.private || answer.kind === 'none';
  const [plain, picture] = await Promise.all([answerView(answer, styles), illustrate(answer)]);
  const view = picture.note === null ? plain : { ...plain, notes: [...plain.notes, picture.note] };
  const embed = viewEmbed(view, {
    kind: answer.kind,
    topic: geneSymbol(answer.record),
    image: picture.file?.name ?? null,
    context: contextUrl(answer),
    fields,
  });
  return {
    message: {
      content,
      embeds: [embed],
      components: answerRows(answer, view.links, styles, isPrivate),
      files: [...(picture.file === null ? [] : [picture.file]), ...exportedFile(answer)],
    },
    private: isPrivate,
    outcome: outcomeOf(answer),
    context: contextOf(answer),
  };
}

/** A short private line, for a mistake that is not worth an embed. */
export function noticeReply(text: string): Reply {
  return {
    message: { content: clamp(escapeText(text), LIMITS.content), embeds: [], components: [], files: [] },
    private: true,
    outcome: 'mistake',
    context: null,
  };
}

function exportedFile(answer: Answer): ReplyFile[] {
  if (answer.kind !== 'citation' || answer.format === null) return [];
  const file = exportOf(answer, answer.format);
  return file === null ? [] : [file];
}

function exportOf({ references, record }: CitationAnswer, format: string): ReplyFile | null {
  const known = exportFormat(format);
  if (known === null) return null;
  const { filename, content } = exportReferences(references, known, record.command);
  return { name: filename, data: Buffer.from(content, 'utf8'), description: `References as ${filename}` };
}

function outcomeOf({ kind }: Answer): Outcome {
  if (kind === 'none') return 'refused';
  return kind === 'help' ? 'help' : 'answered';
}
