import type { APIEmbedField } from 'discord.js';
import { type Answer, answersIn, type CitationAnswer } from '../answer/answer.js';
import { styleOf } from '../answer/styled.js';
import { lineFile, listFile } from '../citation/export.js';
import type { StyleCatalogue } from '../citation/styles.js';
import { LIMITS } from '../limits.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol, referenceNumber } from '../record/words.js';
import { citationLines } from '../view/citation.js';
import { exampleQuestions } from '../view/questions.js';
import { answerView } from '../view/text.js';
import type { AnswerView } from '../view/view.js';
import { answerRows } from './components.js';
import { contextFor, contextOf, contextUrl } from './context.js';
import { viewEmbed } from './embed.js';
import type { Illustrate } from './illustrate.js';
import { clamp, codeBlock, escapeText } from './markdown.js';
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
 * Turns an answer into a message, with an embed for each thing that was asked. "Not in the record" is always private: nobody else
 * needs to read it.
 */
export async function answerReply(answer: Answer, delivery: Delivery): Promise<Reply> {
  const { styles, content = '', fields = [] } = delivery;
  const isPrivate = delivery.private || answer.kind === 'none';
  const parts = await Promise.all(answersIn(answer).map((part) => shownPart(part, delivery)));
  const links = parts.flatMap(({ view }) => view.links);
  const context = contextOf(answer);
  const embeds = parts.map(({ view, kind, picture }, at) =>
    viewEmbed(view, {
      kind,
      topic: geneSymbol(answer.record),
      image: picture?.name ?? null,
      context: at === 0 ? contextUrl(answer.record, context) : null,
      fields: at === 0 ? fields : [],
      linked: links.length > LIMITS.buttonsPerRow,
      room: Math.floor(LIMITS.embedTotal / parts.length),
    }),
  );
  const pages = parts[0]?.view.pages ?? null;
  return {
    message: {
      content,
      embeds,
      components: answerRows(answer, { links, pages }, styles, isPrivate),
      files: parts.flatMap(({ view, picture }) => [picture ?? [], fileOf(view) ?? []].flat()),
    },
    private: isPrivate,
    outcome: outcomeOf(answer),
    context,
    style: answer.kind === 'citation' && answer.inherited !== true ? styleOf(answer.request) : null,
  };
}

async function shownPart(answer: Answer, { styles, illustrate }: Delivery) {
  const [plain, { file, note }] = await Promise.all([answerView(answer, styles), illustrate(answer)]);
  const view = note === null ? plain : { ...plain, notes: [...plain.notes, note] };
  return { view, kind: answer.kind, picture: file };
}

/** One line for somebody who called the bot and asked nothing. */
export function hintReply(record: GeneRecord, records: readonly GeneRecord[] = [record]): Reply {
  const [example = `What is ${geneSymbol(record)}?`] = exampleQuestions(record);
  const genes = records.length > 1 ? `${records.length} genes` : geneSymbol(record);
  const command = records.length > 1 ? 'gene' : record.command;
  const text = `Ask me about ${genes}, for example "${example}". /${command} help has more.`;
  const message = { content: escapeText(text), embeds: [], components: [], files: [] };
  return { message, private: false, outcome: 'help', context: contextFor(record, { do: 'help' }) };
}

/** A citation as text that can be copied whole, and as a file: a code block wraps in Discord, and what stands in it is not styled. */
export async function copyReply(answer: CitationAnswer, styles: StyleCatalogue): Promise<Reply> {
  const lines = await citationLines(answer, styles);
  const { record, references } = answer;
  const [only, ...others] = references;
  const numbered = lines.map((line, at) => `[${referenceNumber(record, references[at]?.id ?? '')}] ${line}`);
  const single = only !== undefined && others.length === 0;
  const file = single ? lineFile(lines.join(''), only) : listFile(numbered, record.command);
  const text = codeBlock((single ? lines : numbered).join('\n'));
  const content = text.length <= LIMITS.content ? text : 'The file has them all.';
  return {
    message: { content, embeds: [], components: [], files: [asFile(file)] },
    private: true,
    outcome: 'answered',
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

function fileOf({ file }: AnswerView): ReplyFile | null {
  return file === null ? null : asFile(file);
}

function asFile({ filename, content }: NonNullable<AnswerView['file']>): ReplyFile {
  return { name: filename, data: Buffer.from(content, 'utf8'), description: `References as ${filename}` };
}

function outcomeOf({ kind }: Answer): Outcome {
  if (kind === 'none') return 'refused';
  return kind === 'help' ? 'help' : 'answered';
}
