import type { Answer } from '../src/answer/answer.js';
import { lookUp } from '../src/answer/look-up.js';
import type { Request } from '../src/answer/request.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import type { GeneRecord } from '../src/record/schema.js';
import { PLAIN_FORMAT } from '../src/reply/components.js';
import { decodeStep, type Step } from '../src/reply/custom-id.js';
import { noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import type { Effect, Press } from './types.js';

/** What a press needs from the commands: the records, the styles, and how an answer becomes a reply. */
export interface PressTools {
  readonly records: readonly GeneRecord[];
  readonly styles: StyleCatalogue;
  readonly reply: (answer: Answer, isPrivate: boolean, content?: string) => Promise<Reply>;
}

/**
 * Answers a button or a menu. Everything is read from the custom_id, so that it works after a restart; a custom_id of
 * another version or of nobody's making gets a short private line.
 */
export async function answerPress(press: Press, tools: PressTools): Promise<Effect> {
  const step = decodeStep(press.customId, tools.records);
  if (step === null) {
    return { kind: 'reply', reply: noticeReply('This button is from an earlier version. Please ask again.') };
  }
  switch (step.action) {
    case 'ask':
      return { kind: 'reply', reply: await tools.reply(answerStep(step, tools), press.ephemeral) };
    case 'share':
      return {
        kind: 'reply',
        reply: await tools.reply(answerStep(step, tools), false, `Shared by <@${press.userId}>`),
      };
    case 'format':
      return chooseFormat(press, step, tools);
  }
}

function answerStep({ record, request, verdict }: Step, { styles }: PressTools): Answer {
  return lookUp(record, request, styles, verdict);
}

/** The person who asked changes the message in place; anybody else gets a private copy. */
async function chooseFormat(press: Press, step: Step, tools: PressTools): Promise<Effect> {
  const [chosen = PLAIN_FORMAT] = press.values;
  const answer = lookUp(step.record, withFormat(step.request, chosen), tools.styles);
  const own = press.ownerId === press.userId;
  return { kind: own ? 'update' : 'reply', reply: await tools.reply(answer, own ? press.ephemeral : true) };
}

function withFormat(request: Request, chosen: string): Request {
  const format = chosen === PLAIN_FORMAT ? null : chosen;
  return request.do === 'cite' ? { ...request, format } : request;
}
