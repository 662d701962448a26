import { InteractionResponseType } from 'discord.js';
import type { Effect } from '../../commands/types.js';
import type { Reply } from '../reply/reply.js';
import { acknowledge } from './acknowledge.js';
import { CANNOT_BE_SHOWN, notPosted, outgoing, PRIVATELY } from './body.js';
import type { Head } from './payload.js';
import { type Refusal, refusalOf } from './refusal.js';
import type { Wire } from './wire.js';

/** Brings answers to where they were asked for. One for each interaction. */
export interface Delivery {
  /** Shows "is thinking" (to one person or to all), so that the answer may take longer. */
  defer(asPrivate: boolean): Promise<void>;
  /** Says that a press was noticed, without showing anything yet. */
  deferPress(): Promise<void>;
  /**
   * Posts for all what one person saw, and then changes the message that it was shared from.
   * @param rows the components of that message as they shall be afterwards
   */
  share(reply: Reply, rows: readonly unknown[]): Promise<Delivered>;
  /** Delivers the answer, in whichever way is still open. */
  deliver(effect: Effect): Promise<Delivered>;
}

/** `answered` as meant; `changed`: something else or to somebody else; `lost`: Discord takes nothing any more. */
export type Delivered = 'answered' | 'changed' | 'lost';

type State = 'fresh' | 'deferred' | 'deferred privately' | 'press deferred' | 'lost';

/** What a delivery needs to know of its interaction. */
export interface Circumstances {
  /** a component was pressed */
  readonly pressed: boolean;
  /** ms until Discord stops taking a first answer */
  timeLeft(): number;
  /** Told of every refusal that changed what a person got. */
  onRefusal(refusal: Refusal, error: unknown): void;
}

/** Opens the way back for the answer to one interaction. */
export function createDelivery(
  wire: Wire,
  head: Head,
  { pressed, timeLeft, onRefusal }: Circumstances,
): Delivery {
  let state: State = 'fresh';

  async function open(type: InteractionResponseType, next: State, asPrivate = false): Promise<void> {
    try {
      const result = await acknowledge(wire, head, timeLeft, type, asPrivate ? { body: PRIVATELY } : {});
      state = result === 'taken' ? 'lost' : next;
    } catch (error) {
      onRefusal(refusalOf(error), error);
      // Forbidden in public may be allowed in private; the answer itself will try.
      state = refusalOf(error) === 'expired' ? 'lost' : 'fresh';
    }
  }

  async function first(effect: Effect): Promise<Delivered> {
    const message = outgoing(effect.reply.message, effect.kind === 'reply' && effect.reply.private);
    const type =
      effect.kind === 'update'
        ? InteractionResponseType.UpdateMessage
        : InteractionResponseType.ChannelMessageWithSource;
    const result = await acknowledge(wire, head, timeLeft, type, message);
    if (result !== 'assumed') return result === 'taken' ? 'lost' : 'answered';
    state = effect.reply.private ? 'deferred privately' : 'deferred';
    await wire.editOriginal(head, outgoing(effect.reply.message, false));
    return 'answered';
  }

  async function replace(reply: Reply): Promise<Delivered> {
    if (reply.private && state === 'deferred') {
      await wire.deleteOriginal(head).catch((error: unknown) => onRefusal(refusalOf(error), error));
      return say(reply);
    }
    await wire.editOriginal(head, outgoing(reply.message, false));
    return 'answered';
  }

  async function say(reply: Reply): Promise<Delivered> {
    await wire.followUp(head, outgoing(reply.message, reply.private));
    return 'answered';
  }

  function attempt(effect: Effect): Promise<Delivered> {
    if (state === 'fresh') return first(effect);
    if (state === 'press deferred' && effect.kind === 'reply') return say(effect.reply);
    return replace(effect.reply);
  }

  async function instead(refusal: Refusal, effect: Effect): Promise<Delivered> {
    const { reply } = effect;
    if (refusal === 'gone') await say(reply);
    else if (refusal === 'forbidden' && !reply.private)
      await attempt({ kind: 'reply', reply: notPosted(reply, pressed) });
    else if (refusal === 'invalid') await attempt({ kind: 'reply', reply: CANNOT_BE_SHOWN });
    else return 'lost';
    return 'changed';
  }

  return {
    defer: (asPrivate) =>
      open(
        InteractionResponseType.DeferredChannelMessageWithSource,
        asPrivate ? 'deferred privately' : 'deferred',
        asPrivate,
      ),
    deferPress: () => open(InteractionResponseType.DeferredMessageUpdate, 'press deferred'),
    async share(reply, rows) {
      if (state === 'fresh') await open(InteractionResponseType.DeferredMessageUpdate, 'press deferred');
      const delivered = await this.deliver({ kind: 'reply', reply });
      if (delivered === 'answered' && state === 'press deferred')
        await wire
          .editOriginal(head, { body: { components: rows, allowed_mentions: { parse: [] } }, files: [] })
          .catch((error: unknown) => onRefusal(refusalOf(error), error));
      return delivered;
    },
    async deliver(effect) {
      if (state === 'lost') return 'lost';
      try {
        return await attempt(effect);
      } catch (error) {
        const refusal = refusalOf(error);
        onRefusal(refusal, error);
        return await instead(refusal, effect).catch((second: unknown) => {
          onRefusal(refusalOf(second), second);
          return 'lost' as const;
        });
      }
    },
  };
}
