import { randomBytes } from 'node:crypto';
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { Choice, Invocation } from '../people/contract.js';
import { interactionMember, ORDINARY } from '../people/member.js';
import { KIND } from '../rules/callback-rules.js';
import { INTERACTION, MESSAGE } from '../rules/discord-limits.js';
import { channelObject } from './channel-object.js';
import type { Answering, App, Channel, Guild, Interaction, World } from './world.js';

/** What a person does, before it becomes an interaction. */
export interface Action {
  readonly app: App;
  readonly user: APIUser;
  readonly channel: Channel;
  readonly kind: Interaction['kind'];
  /** Discord's `data` of the interaction. */
  readonly data: object;
  readonly name?: string;
  readonly commandType?: number;
  readonly targetMessageId?: string;
  /** The message whose component is used. */
  readonly source?: APIMessage;
  /** The type of the option that is being typed. */
  readonly focusedType?: number;
  /** How old the interaction is when it is born, in ms. */
  readonly ageMs?: number;
}

/** Context an interaction happens in. Source: interactions/application-commands. */
export const CONTEXT = { guild: 0, botDm: 1 } as const;

/** Who installed the application that is used here: "0" a guild (or "0" in a DM), "1" a person. */
export function ownersOf(app: App, channel: Channel, user: APIUser): Record<string, string> {
  const guild = app.installs.guild ? { '0': channel.guildId ?? '0' } : {};
  const person = app.installs.user ? { '1': user.id } : {};
  return { ...guild, ...person };
}

function place(action: Action, guild: Guild | undefined) {
  if (guild === undefined) return { user: action.user, context: CONTEXT.botDm };
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: interactionMember(action.user, guild),
    context: CONTEXT.guild,
  };
}

/** Discord's INTERACTION_CREATE payload. Source: interactions/receiving-and-responding. */
function payloadOf(world: World, interaction: Interaction, action: Action): object {
  const { channel, app, user, source } = action;
  const guild = world.guilds.get(channel.guildId ?? '');
  return {
    version: 1,
    id: interaction.id,
    application_id: app.id,
    type: interaction.kind,
    token: interaction.token,
    data: action.data,
    channel_id: channel.id,
    channel: channelObject(world, channel),
    ...place(action, guild),
    ...(source === undefined ? {} : { message: source }),
    app_permissions: ORDINARY.toString(),
    locale: 'en-US',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: ownersOf(app, channel, user),
    attachment_size_limit: MESSAGE.fileBytesMax,
  };
}

function failureText(kind: Interaction['kind']): string {
  if (kind === KIND.autocomplete) return 'Loading options failed';
  if (kind === KIND.component) return 'This interaction failed';
  return kind === KIND.modal ? 'Something went wrong. Try again.' : 'The application did not respond';
}

function tokenOf(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(48).toString('base64url')}`).toString('base64url');
}

/** Forgets interactions whose token has died, and the oldest when there are too many. */
function prune(world: World): void {
  const oldest = world.now() - INTERACTION.tokenMs;
  for (const interaction of world.interactions.values()) {
    const full = world.interactions.size > world.limits.interactions;
    if (!full && interaction.createdAt >= oldest) return;
    world.interactions.delete(interaction.id);
    world.interactionsByToken.delete(interaction.token);
  }
}

interface Waiting {
  readonly answer: Answering;
  readonly invocation: Promise<Invocation>;
}

/** Two promises for one interaction: the first callback, and the final answer after a deferral. */
function waiting(id: string, startedAt: number): Waiting {
  let resolveFirst: (invocation: Invocation) => void = () => {};
  const invocation = new Promise<Invocation>((resolve) => {
    resolveFirst = resolve;
  });
  let resolveFinal: (message: APIMessage) => void = () => {};
  let rejectFinal: (error: Error) => void = () => {};
  const settled = new Promise<APIMessage>((resolve, reject) => {
    resolveFinal = resolve;
    rejectFinal = reject;
  });
  settled.catch(() => {});
  const first: Answering['first'] = (outcome, extra = {}) => {
    if ((outcome === 'message' || outcome === 'update') && extra.message !== undefined)
      resolveFinal(extra.message);
    if (outcome === 'failed' || outcome === 'choices' || outcome === 'modal') {
      rejectFinal(new Error(extra.error ?? `The interaction ended with ${outcome}, not with a message`));
    }
    resolveFirst({ interactionId: id, outcome, ackMs: performance.now() - startedAt, settled, ...extra });
  };
  return { invocation, answer: { first, final: (message) => resolveFinal(message) } };
}

const DONE: Answering = { first: () => {}, final: () => {} };

/** Tells the person of the first answer; a deferral's final one is still to come. */
export function answerFirst(interaction: Interaction, ...answer: Parameters<Answering['first']>): void {
  interaction.answer.first(...answer);
  if (answer[0] !== 'deferred') interaction.answer = DONE;
}

/** Tells the person of the final answer. */
export function answerFinally(interaction: Interaction, message: APIMessage): void {
  interaction.answer.final(message);
  interaction.answer = DONE;
}

/** Opens a modal for an interaction's person; one that is open already is closed, as Discord's client does. */
export function openModal(
  world: World,
  interaction: Interaction,
  modal: Interaction['modal'] & object,
): void {
  closeModal(world, interaction.user.id);
  interaction.modal = modal;
  world.openModals.set(interaction.user.id, interaction);
}

/** Closes the modal of a person, if one is open. */
export function closeModal(world: World, userId: string): void {
  delete world.openModals.get(userId)?.modal;
  world.openModals.delete(userId);
}

/** Ends an interaction that was not answered in time, and tells the person. */
function fail(world: World, interaction: Interaction): void {
  if (interaction.acknowledged !== undefined) return;
  interaction.expired = true;
  const text = failureText(interaction.kind);
  answerFirst(interaction, 'failed', { error: text });
  world.hub.emit('interaction-failed', { interactionId: interaction.id, userId: interaction.user.id, text });
}

function remember(world: World, interaction: Interaction): void {
  world.interactions.set(interaction.id, interaction);
  world.interactionsByToken.set(interaction.token, interaction);
  prune(world);
}

/**
 * Turns an action into an interaction, sends it to the application and waits for the first callback.
 * @returns what became of it; never rejects for a bot's silence
 */
export function startInteraction(world: World, action: Action): Promise<Invocation> {
  const createdAt = world.now() - (action.ageMs ?? 0);
  const id = world.newId(createdAt);
  const { answer, invocation } = waiting(id, performance.now());
  const { app, kind, user, channel } = action;
  const interaction: Interaction = {
    ...{ id, token: tokenOf(id), app, kind, user, channel, createdAt, answer },
    ...(action.name === undefined ? {} : { name: action.name }),
    ...(action.commandType === undefined ? {} : { commandType: action.commandType }),
    ...(action.targetMessageId === undefined ? {} : { targetMessageId: action.targetMessageId }),
    ...(action.source === undefined ? {} : { sourceMessageId: action.source.id }),
    ...(action.focusedType === undefined ? {} : { focusedType: action.focusedType }),
    ...{ expired: false, ephemeral: false, followUps: 0 },
  };
  remember(world, interaction);
  const left = Math.max(0, world.limits.deadlineMs - (action.ageMs ?? 0));
  const timer = setTimeout(fail, left, world, interaction);
  timer.unref();
  void invocation.then(() => clearTimeout(timer));
  world.hub.emit('interaction', {
    interactionId: id,
    appId: app.id,
    payload: payloadOf(world, interaction, action),
  });
  return invocation;
}

/** Whether the first answer would come too late. */
export function isLate(world: World, interaction: Interaction): boolean {
  return interaction.expired || world.now() - interaction.createdAt > world.limits.deadlineMs;
}

/** Whether the token is past its 15 minutes. */
export function isDead(world: World, interaction: Interaction): boolean {
  return world.now() - interaction.createdAt > INTERACTION.tokenMs;
}

/** The choices of an invocation, or none. */
export function choicesOf(invocation: Invocation): Choice[] {
  return invocation.choices ?? [];
}
