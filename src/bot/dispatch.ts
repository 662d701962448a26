import { InteractionResponseType } from 'discord.js';
import type { Logger } from 'pino';
import type { Choice, CommandSet, Effect } from '../../commands/types.js';
import { LIMITS } from '../limits.js';
import type { AccountOutcome, Observe } from './account.js';
import { acknowledge } from './acknowledge.js';
import { privateLine } from './body.js';
import type { Clock } from './clock.js';
import { createDelivery, type Delivered, type Delivery } from './deliver.js';
import { correlationId, summarise } from './errors.js';
import type { LastStyles } from './last-styles.js';
import type { Limiter } from './limiter.js';
import type { Memory } from './memory.js';
import type { OwnRoles } from './own-roles.js';
import { type Action, type Head, type Interaction, readInteraction } from './payload.js';
import { refusalOf } from './refusal.js';
import type { Seen } from './seen.js';
import { settlesWithin } from './settle.js';
import { withSharedButton } from './shared-button.js';
import type { Wire } from './wire.js';

/** What dealing with interactions and messages needs. */
export interface Desk {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly limiter: Limiter;
  /** for suggestions while somebody types */
  readonly typingLimiter: Limiter;
  readonly ownRoles: OwnRoles;
  readonly memory: Memory;
  readonly lastStyles: LastStyles;
  readonly seen: Seen;
  readonly logger: Logger;
  readonly observe: Observe;
  readonly timing: DispatchTiming;
  /** the commands of now: they change when a record is edited */
  commands(): CommandSet;
}

/** ms */
export interface DispatchTiming {
  /** an answer that takes longer is announced with "is thinking" first */
  readonly deferAfter: number;
}

export const DISPATCH_TIMING: DispatchTiming = { deferAfter: 1_000 };

/** The defer must be on its way while a second attempt still fits into the 3 seconds. */
const LATEST_DEFER_MS = 1_500;

const UNKNOWN_COMMAND = privateLine(
  'This bot has no such command any more. Type / to see what it offers now.',
);

type Ended = { readonly outcome: AccountOutcome; readonly command: string };

/** One interaction on its way through. */
interface Visit {
  readonly head: Head;
  readonly arrived: number;
  readonly shard: number;
  readonly id: string;
  /** ms until Discord stops taking a first answer */
  timeLeft(): number;
}

/**
 * Deals with one INTERACTION_CREATE event, whatever it holds. Never rejects.
 * @param arrived when it did, by the desk's clock
 */
export async function dispatch(desk: Desk, payload: unknown, shard: number, arrived: number): Promise<void> {
  const interaction = readInteraction(payload);
  if (interaction === null) return desk.logger.warn({ shard }, 'An interaction could not be read');
  if (!desk.seen.add(interaction.head.id)) return;
  const visit = receive(desk, interaction.head, shard, arrived);
  const { outcome, command } = await handle(desk, visit, interaction).catch((error: unknown) =>
    failed(desk, visit, error),
  );
  const { kind } = interaction.action;
  const ms = Math.round(desk.clock.now() - visit.arrived);
  desk.observe({ kind, command, outcome, ms, shard, id: visit.id });
}

function receive(desk: Desk, head: Head, shard: number, arrived: number): Visit {
  const deadline = arrived + LIMITS.firstAnswer - desk.clock.ageOf(head.id, arrived);
  return { head, arrived, shard, id: correlationId(), timeLeft: () => deadline - desk.clock.now() };
}

function failed(desk: Desk, visit: Visit, error: unknown): Ended {
  desk.logger.error({ id: visit.id, shard: visit.shard, ...summarise(error) }, 'An interaction failed');
  return { outcome: 'fault', command: 'unknown' };
}

async function handle(desk: Desk, visit: Visit, { action }: Interaction): Promise<Ended> {
  const command = commandName(desk.commands(), action);
  if (action.kind === 'autocomplete') {
    if (command === 'unknown') return { outcome: await suggest(desk, visit, []), command };
    if (desk.typingLimiter.secondsToWait(visit.head.userId) > 0)
      return { outcome: (await suggest(desk, visit, [])) === 'lost' ? 'lost' : 'limited', command };
    return { outcome: await suggest(desk, visit, completions(desk, visit, action)), command };
  }
  const delivery = createDelivery(desk.wire, visit.head, {
    pressed: action.kind === 'press',
    timeLeft: visit.timeLeft,
    onRefusal: (refusal, error) =>
      desk.logger.warn(
        { id: visit.id, shard: visit.shard, refusal, ...summarise(error) },
        'Discord refused an answer',
      ),
  });
  const refusal = refuse(desk, visit, action, command);
  if (refusal !== null) {
    const delivered = await delivery.deliver(refusal.effect);
    return { outcome: delivered === 'lost' ? 'lost' : refusal.outcome, command };
  }
  return { outcome: await answer(desk, visit, action, delivery), command };
}

/** The name for logs and counters: a registered one or `unknown`, so that nobody can fill them with inventions. */
function commandName(commands: CommandSet, action: Action): string {
  if (action.kind === 'press') return 'component';
  const name =
    action.kind === 'menu' ? action.target.name : action.kind === 'unknown' ? '' : action.invocation.command;
  const definition = commands.definitions.find((known) => known.name === name);
  if (definition === undefined) return 'unknown';
  if (action.kind !== 'slash' && action.kind !== 'autocomplete') return name;
  const { subcommand } = action.invocation;
  if (subcommand === null) return name;
  const known = 'options' in definition && definition.options?.some((option) => option.name === subcommand);
  return known ? `${name} ${subcommand}` : 'unknown';
}

function refuse(
  desk: Desk,
  { head }: Visit,
  action: Action,
  command: string,
): { effect: Effect; outcome: AccountOutcome } | null {
  if (action.kind === 'unknown' || command === 'unknown')
    return { effect: { kind: 'reply', reply: UNKNOWN_COMMAND }, outcome: 'unknown' };
  const seconds = desk.limiter.secondsToWait(head.userId);
  return seconds === 0 ? null : { effect: { kind: 'reply', reply: tooMuch(seconds) }, outcome: 'limited' };
}

function tooMuch(seconds: number) {
  const unit = seconds === 1 ? 'second' : 'seconds';
  return privateLine(`That was a lot of questions. Please wait ${seconds} ${unit} and ask again.`);
}

async function answer(desk: Desk, visit: Visit, action: Action, delivery: Delivery): Promise<AccountOutcome> {
  const { head } = visit;
  // Started inside a promise, so that even a synchronous throw arrives as a rejection.
  const work = Promise.resolve().then(() => effectOf(desk, head, action));
  const patience = Math.max(0, Math.min(desk.timing.deferAfter, visit.timeLeft() - LATEST_DEFER_MS));
  if (!(await settlesWithin(work, patience))) await defer(delivery, action);
  const effect = await work.catch((error: unknown) => fault(desk, visit, error));
  // Before the answer is seen: the follow-up question may come at once.
  desk.memory.remember(head.channelId, head.userId, effect.reply.context);
  desk.lastStyles.remember(head, effect.reply.style ?? null, !effect.reply.private);
  const delivered = await (effect.kind === 'share' && action.kind === 'press'
    ? share(desk, delivery, effect.reply, action)
    : delivery.deliver(effect));
  if (delivered === 'lost') return 'lost';
  return 'fault' in effect ? 'fault' : effect.reply.outcome;
}

const SHARED_BEFORE = privateLine('You have shared this already.');

/** Shares an answer once: the button says so afterwards, and a second press in the meantime posts nothing. */
function share(
  desk: Desk,
  delivery: Delivery,
  reply: Effect['reply'],
  { press, carrier }: Extract<Action, { kind: 'press' }>,
): Promise<Delivered> {
  if (!desk.seen.add(`shared/${carrier.id}`))
    return delivery.deliver({ kind: 'reply', reply: SHARED_BEFORE });
  return delivery.share(reply, withSharedButton(carrier.rows, press.customId));
}

function effectOf(desk: Desk, head: Head, action: Action): Promise<Effect> {
  const commands = desk.commands();
  const lastStyle = desk.lastStyles.of(head);
  switch (action.kind) {
    case 'slash': {
      const previous = desk.memory.recall(head.channelId, head.userId);
      return commands.run({ ...action.invocation, previous, lastStyle }).then(asReply);
    }
    case 'menu':
      return commands.menu(action.target).then(asReply);
    case 'press':
      return commands.press({ ...action.press, lastStyle });
    default:
      return Promise.resolve({ kind: 'reply', reply: UNKNOWN_COMMAND });
  }
}

function asReply(reply: Effect['reply']): Effect {
  return { kind: 'reply', reply };
}

function defer(delivery: Delivery, action: Action): Promise<void> {
  if (action.kind === 'press') return delivery.deferPress();
  return delivery.defer(action.kind === 'slash' && action.invocation.options['private'] === true);
}

function fault(desk: Desk, visit: Visit, error: unknown): Effect & { fault: true } {
  desk.logger.error({ id: visit.id, shard: visit.shard, ...summarise(error) }, 'A command failed');
  return { kind: 'reply', reply: privateLine(faultText(visit.id)), fault: true };
}

/** What a person reads when something of ours broke. */
export function faultText(id: string): string {
  return `Something went wrong here, and it was not your question. If it happens again, report the code ${id}.`;
}

/** @param choices null when they could not be made */
async function suggest(desk: Desk, visit: Visit, choices: readonly Choice[] | null): Promise<AccountOutcome> {
  const { wire, logger } = desk;
  const body = { choices: (choices ?? []).slice(0, LIMITS.autocompleteChoices) };
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  try {
    await acknowledge(wire, visit.head, visit.timeLeft, type, { body });
  } catch (error) {
    // The person has typed on, or Discord was busy: the next key asks again.
    logger.debug(
      { id: visit.id, refusal: refusalOf(error), ...summarise(error) },
      'Suggestions were refused',
    );
    return 'lost';
  }
  return choices === null ? 'fault' : 'answered';
}

function completions(
  desk: Desk,
  visit: Visit,
  action: Extract<Action, { kind: 'autocomplete' }>,
): readonly Choice[] | null {
  try {
    const previous = desk.memory.recall(visit.head.channelId, visit.head.userId);
    return desk.commands().complete({ ...action.invocation, previous }, action.focused);
  } catch (error) {
    desk.logger.error({ id: visit.id, shard: visit.shard, ...summarise(error) }, 'Suggestions failed');
    return null;
  }
}
