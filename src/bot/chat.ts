import { withoutEmbeds } from '../reply/plain.js';
import type { Reply } from '../reply/reply.js';
import type { AccountOutcome } from './account.js';
import { CANNOT_BE_SHOWN, type Outgoing, outgoing, privateLine } from './body.js';
import { type ChatMessage, readChat, serverOfMentionedRoles } from './chat-payload.js';
import { type Desk, faultText } from './dispatch.js';
import { correlationId, summarise } from './errors.js';
import { adviceForError } from './fatal.js';
import { refusalOf } from './refusal.js';

const TOO_MUCH = 'That was a lot of questions. Please wait a little and ask again.';

/**
 * Deals with one MESSAGE_CREATE event: answers questions that are meant for the bot, ignores everything else. Never rejects.
 * @param botId the bot's own user id
 * @param arrived when the event did, by the desk's clock
 */
export async function chat(
  desk: Desk,
  payload: unknown,
  botId: string,
  shard: number,
  arrived: number,
): Promise<void> {
  const server = serverOfMentionedRoles(payload);
  const ownRole = server === null ? null : await desk.ownRoles.of(server);
  const message = readChat(payload, botId, ownRole);
  if (message === null || !desk.seen.add(message.id)) return;
  const id = correlationId();
  const outcome = await converse(desk, message, id).catch((error: unknown): AccountOutcome => {
    // A token that no longer works ends the bot, which says so itself.
    if (adviceForError(error) === null)
      desk.logger.warn(
        { id, shard, refusal: refusalOf(error), ...summarise(error) },
        'A message could not be answered',
      );
    return 'lost';
  });
  if (outcome === null) return;
  const ms = Math.round(desk.clock.now() - arrived);
  desk.observe({ kind: 'chat', command: 'chat', outcome, ms, shard, id });
}

async function converse(desk: Desk, message: ChatMessage, id: string): Promise<AccountOutcome | null> {
  if (desk.limiter.secondsToWait(message.userId) > 0) return refuse(desk, message);
  const { reply, outcome } = await replyTo(desk, message, id);
  if (reply === null) return null;
  desk.memory.remember(message.channelId, message.userId, reply.context);
  desk.lastStyles.remember(message, reply.style ?? null, true);
  await post(desk, message, reply);
  return outcome;
}

/** Said once a minute at most: a refusal to every message would fill the channel that the limit protects. */
async function refuse(desk: Desk, message: ChatMessage): Promise<AccountOutcome> {
  const minute = Math.floor(desk.clock.now() / 60_000);
  if (desk.seen.add(`limited/${message.userId}/${minute}`)) await post(desk, message, privateLine(TOO_MUCH));
  return 'limited';
}

async function replyTo(
  desk: Desk,
  message: ChatMessage,
  id: string,
): Promise<{ reply: Reply | null; outcome: AccountOutcome }> {
  try {
    const { text, repliedTo, referencedText, addressed, channelId, userId } = message;
    const previous = desk.memory.recall(channelId, userId);
    const lastStyle = desk.lastStyles.of(message);
    const reply = await desk
      .commands()
      .chat({ text, repliedTo, referencedText, addressed, previous, lastStyle });
    return { reply, outcome: reply?.outcome ?? 'help' };
  } catch (error) {
    desk.logger.error({ id, ...summarise(error) }, 'A chat answer failed');
    return { reply: privateLine(faultText(id)), outcome: 'fault' };
  }
}

/** Posts an answer in the best form that the channel takes: as a reply with all of it, without the reference, as text alone. */
async function post(desk: Desk, message: ChatMessage, reply: Reply): Promise<void> {
  const text = { ...reply, message: withoutEmbeds(reply.message) };
  const forms = [
    { form: asReply(message, reply), after: null },
    { form: outgoing(reply.message, false), after: 'no reply' },
    { form: asReply(message, text), after: 'forbidden' },
    { form: outgoing(text.message, false), after: 'no reply' },
    { form: asReply(message, CANNOT_BE_SHOWN), after: 'invalid' },
  ] as const;
  let failed: unknown = null;
  for (const { form, after } of forms) {
    if (after !== null && refusalOf(failed) !== after) continue;
    try {
      return await desk.wire.post(message.channelId, form, message.id);
    } catch (error) {
      failed = error;
      desk.logger.warn(summarise(error), 'Discord refused an answer');
    }
  }
  throw failed;
}

function asReply(message: ChatMessage, reply: Reply): Outgoing {
  const { body, files } = outgoing(reply.message, false);
  // The question may be deleted by now; the answer goes out all the same.
  const reference = { message_id: message.id, fail_if_not_exists: false };
  return { body: { ...body, message_reference: reference }, files };
}
