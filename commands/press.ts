import type { Answer } from '../src/answer/answer.js';
import { lookUp } from '../src/answer/look-up.js';
import type { Request } from '../src/answer/request.js';
import { inLastStyle } from '../src/answer/styled.js';
import { formatChoices } from '../src/citation/find-style.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import type { GeneRecord } from '../src/record/schema.js';
import { MORE_STYLES } from '../src/reply/components.js';
import { decodeStep, type Step } from '../src/reply/custom-id.js';
import { copyReply, noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { SHARE_TERMS, sharedTerms } from '../src/reply/terms.js';
import type { Effect, Press } from './types.js';

/** What a press needs from the commands: the records, the styles, and how an answer becomes a reply. */
export interface PressTools {
  readonly records: readonly GeneRecord[];
  readonly styles: StyleCatalogue;
  /** the citation style that was chosen last, if it is still there */
  readonly lastStyle: string | null;
  readonly reply: (answer: Answer, isPrivate: boolean, content?: string) => Promise<Reply>;
}

/**
 * Answers a button or a menu. Everything is read from the custom_id, so that it works after a restart; a custom_id of
 * another version or of nobody's making gets a short private line.
 */
export async function answerPress(press: Press, tools: PressTools): Promise<Effect> {
  if (press.customId === SHARE_TERMS) return shareTerms(press);
  const formats = formatChoices(tools.styles).map(({ key }) => key);
  const step = decodeStep(press.customId, tools.records, formats);
  if (step === null) {
    return { kind: 'reply', reply: noticeReply('This button is from an earlier version. Please ask again.') };
  }
  switch (step.action) {
    case 'ask':
      return {
        kind: 'reply',
        reply: await tools.reply(inLastStyle(answerStep(step, tools), tools.lastStyle), press.ephemeral),
      };
    case 'share':
      return {
        kind: 'share',
        reply: notChosen(await tools.reply(answerStep(step, tools), false, `Shared by <@${press.userId}>`)),
      };
    case 'format':
      return chooseFormat(press, step, tools);
    case 'turn': {
      const { kind, reply } = await inPlace(press, answerStep(step, tools), tools);
      return { kind, reply: notChosen(reply) };
    }
    case 'copy':
      return { kind: 'reply', reply: await copied(answerStep(step, tools), tools) };
  }
}

/** What was explained of a message stands in the pressed message: it is shared as it was read. */
function shareTerms({ embeds, userId }: Press): Effect {
  const shared = sharedTerms(embeds, userId);
  return shared === null
    ? { kind: 'reply', reply: noticeReply('There is nothing to share in this message any more.') }
    : { kind: 'share', reply: shared };
}

function answerStep({ record, request, verdict }: Step, { styles }: PressTools): Answer {
  return lookUp(record, request, styles, verdict);
}

/** Sharing a citation, or reading on in it, chooses no style. */
function notChosen(reply: Reply): Reply {
  return { ...reply, style: null };
}

async function copied(answer: Answer, { reply, styles }: PressTools): Promise<Reply> {
  return answer.kind === 'citation' ? copyReply(answer, styles) : reply(answer, true);
}

async function chooseFormat(press: Press, step: Step, tools: PressTools): Promise<Effect> {
  const [chosen = null] = press.values;
  if (chosen === MORE_STYLES) return { kind: 'reply', reply: noticeReply(moreStyles(step.record)) };
  return inPlace(press, lookUp(step.record, withFormat(step.request, chosen), tools.styles), tools);
}

function moreStyles({ command }: GeneRecord): string {
  return `Type /${command} cite, choose "style", and type a part of its name: all styles are there.`;
}

/** The person who asked changes the message in place; anybody else gets a private copy. */
async function inPlace(press: Press, answer: Answer, tools: PressTools): Promise<Effect> {
  const own = press.ownerId === press.userId;
  return { kind: own ? 'update' : 'reply', reply: await tools.reply(answer, own ? press.ephemeral : true) };
}

function withFormat(request: Request, format: string | null): Request {
  return request.do === 'cite' ? { ...request, format } : request;
}
