import {
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
  MessageType,
} from 'discord-api-types/v10';
import { KIND } from '../rules/callback-rules.js';
import { COMMAND_TYPE } from '../rules/command-rules.js';
import { eachComponent, SELECTS, TYPE } from '../rules/component-tree.js';
import { MESSAGE } from '../rules/discord-limits.js';
import { pingedBy } from '../rules/mention-rules.js';
import { findCommand } from '../world/command-store.js';
import { type Action, choicesOf, closeModal, startInteraction } from '../world/interaction-store.js';
import { addMessage, asReferenced, blankMessage, isVisibleTo } from '../world/message-store.js';
import { react } from '../world/reaction-store.js';
import type { App, Channel, Interaction, StoredMessage, World } from '../world/world.js';
import type { Choice, CommandCall, Invocation, ModalValues, Where } from './contract.js';
import { fillCommand, invokedName, typeCommand } from './fill-command.js';
import { fillModal, pickedIds } from './fill-modal.js';
import { commandNameOf, parseCommandLine } from './read-command-line.js';
import { refuse } from './refusal.js';

/** Who acts, and where. */
export interface Actor {
  readonly world: World;
  readonly user: APIUser;
}

/** The channel of an id, if the person may enter it. Throws a ClientRefusal otherwise. */
export function channelFor({ world, user }: Actor, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined || (channel.kind === 'dm' && channel.userId !== user.id)) {
    return refuse('There is no such channel');
  }
  return channel;
}

function commandFor(actor: Actor, channel: Channel, name: string, types: readonly number[], appId?: string) {
  const found = findCommand(actor.world, channel, actor.user.id, name, types, appId);
  return found ?? refuse(`There is no command "${name}" here`);
}

function appOf(world: World, appId: string): App {
  return world.apps.get(appId) ?? refuse('There is no such application');
}

function aged(where: Where): Pick<Action, 'ageMs'> {
  return where.ageMs === undefined ? {} : { ageMs: where.ageMs };
}

function partsOf(call: string | CommandCall, command: APIApplicationCommand): CommandCall {
  return typeof call === 'string' ? parseCommandLine(call, command) : call;
}

function slashCommand(
  actor: Actor,
  channel: Channel,
  call: string | CommandCall,
  where: Where,
): APIApplicationCommand {
  const name = typeof call === 'string' ? commandNameOf(call) : call.command;
  return commandFor(actor, channel, name, [COMMAND_TYPE.slash], where.app);
}

/** Invokes a slash command. Throws a ClientRefusal when the client would not send it. */
export function runCommand(
  actor: Actor,
  channel: Channel,
  call: string | CommandCall,
  where: Where,
): Promise<Invocation> {
  const { world, user } = actor;
  const command = slashCommand(actor, channel, call, where);
  const parts = partsOf(call, command);
  return startInteraction(world, {
    ...{ app: appOf(world, command.application_id), user, channel, kind: KIND.command, ...aged(where) },
    data: fillCommand(world, command, parts),
    name: invokedName(parts),
    commandType: command.type,
  });
}

function lastOption(call: CommandCall): string {
  return Object.keys(call.options ?? {}).at(-1) ?? refuse('No option is being typed');
}

/** Asks for suggestions and gives the whole outcome. Throws a ClientRefusal for an option without any. */
export function typeInto(
  actor: Actor,
  channel: Channel,
  call: string | (CommandCall & { readonly focused: string }),
  where: Where,
): Promise<Invocation> {
  const { world, user } = actor;
  const command = slashCommand(actor, channel, call, where);
  const parts = partsOf(call, command);
  const focused = typeof call === 'string' ? lastOption(parts) : call.focused;
  const { data, focusedType } = typeCommand(command, parts, focused);
  return startInteraction(world, {
    ...{ app: appOf(world, command.application_id), user, channel, kind: KIND.autocomplete, ...aged(where) },
    ...{ data, focusedType, name: invokedName(parts), commandType: command.type },
  });
}

/** The suggestions while an option is typed; none when the bot is silent. */
export async function suggestions(
  actor: Actor,
  channel: Channel,
  call: string | (CommandCall & { readonly focused: string }),
  where: Where,
): Promise<Choice[]> {
  return choicesOf(await typeInto(actor, channel, call, where));
}

/** A message that the person sees. Throws a ClientRefusal otherwise. */
export function seenMessage({ world, user }: Actor, messageId: string): StoredMessage {
  const stored = world.messages.get(messageId);
  if (stored === undefined || !isVisibleTo(world, stored, user.id)) return refuse('There is no such message');
  return stored;
}

type Loose = Record<string, unknown>;

function componentOf(message: APIMessage, customId: string): Loose {
  let found: Loose | undefined;
  eachComponent(message.components ?? [], (component) => {
    if (component['custom_id'] === customId) found ??= component;
  });
  const component = found ?? refuse(`There is no component "${customId}" on this message`);
  if (component['disabled'] === true) refuse('This component is disabled');
  return component;
}

function checkValues(component: Loose, values: readonly string[]): void {
  const min = typeof component['min_values'] === 'number' ? component['min_values'] : 1;
  const max = typeof component['max_values'] === 'number' ? component['max_values'] : 1;
  if (values.length < min || values.length > max) refuse(`Pick between ${min} and ${max}`);
  if (component['type'] !== TYPE.stringSelect) return;
  const options: unknown = component['options'];
  const known = new Set(Array.isArray(options) ? options.map((option: Loose) => option['value']) : []);
  for (const value of values) if (!known.has(value)) refuse(`"${value}" is not in this menu`);
}

function resolvedValues(world: World, type: unknown, values: readonly string[]): object {
  const users = Object.fromEntries(
    values.flatMap((id) => (world.users.has(id) ? [[id, world.users.get(id)]] : [])),
  );
  return type === TYPE.stringSelect ? {} : { resolved: { users } };
}

function componentData(world: World, component: Loose, values: readonly string[] | undefined): object {
  const isSelect = SELECTS.includes(Number(component['type']));
  if (isSelect !== (values !== undefined)) refuse(isSelect ? 'This is a menu' : 'This is a button');
  if (values !== undefined) checkValues(component, values);
  return {
    id: component['id'],
    custom_id: component['custom_id'],
    component_type: component['type'],
    ...(values === undefined ? {} : { values, ...resolvedValues(world, component['type'], values) }),
  };
}

/** Presses a button (no values) or picks from a menu. Throws a ClientRefusal when there is none such. */
export function useComponent(
  actor: Actor,
  messageId: string,
  customId: string,
  values: readonly string[] | undefined,
  where: Where,
): Promise<Invocation> {
  const { world, user } = actor;
  const { message } = seenMessage(actor, messageId);
  const component = componentOf(message, customId);
  return startInteraction(world, {
    app: appOf(world, message.application_id ?? message.author.id),
    channel: channelFor(actor, message.channel_id),
    ...{ user, kind: KIND.component, source: message, ...aged(where) },
    data: componentData(world, component, values),
  });
}

function modalOf(world: World, interactionId: string, user: APIUser): Interaction {
  const opened = world.openModals.get(user.id);
  return opened?.id === interactionId ? opened : refuse('No modal is open');
}

/** Sends a modal with its values. Throws a ClientRefusal for missing or too long ones. */
export function sendModal(
  actor: Actor,
  interactionId: string,
  values: ModalValues,
  where: Where,
): Promise<Invocation> {
  const { world, user } = actor;
  const opened = modalOf(world, interactionId, user);
  const modal = opened.modal ?? refuse('No modal is open');
  const components = fillModal(modal, values);
  const picked = pickedIds(components);
  const resolved = picked.length === 0 ? {} : resolvedValues(world, TYPE.userSelect, picked);
  const data = { custom_id: modal.custom_id, components, ...resolved };
  const source = world.messages.get(opened.sourceMessageId ?? '')?.message;
  closeModal(world, user.id);
  return startInteraction(world, {
    ...{ app: opened.app, user, channel: opened.channel, kind: KIND.modal, data, ...aged(where) },
    ...(source === undefined ? {} : { source }),
  });
}

/** Reacts to a message or takes the reaction back. Throws a ClientRefusal where the client offers no reactions. */
export function reactTo(actor: Actor, messageId: string, emoji: string, on: boolean): void {
  const stored = seenMessage(actor, messageId);
  if (stored.ownerId !== undefined) refuse('A message that only you see takes no reactions');
  react(actor.world, stored, actor.user.id, emoji, on);
}

function menuTarget(actor: Actor, command: APIApplicationCommand, targetId: string) {
  if (command.type === COMMAND_TYPE.user) {
    const user = actor.world.users.get(targetId) ?? refuse('There is no such user');
    return { resolved: { users: { [targetId]: user } } };
  }
  const { message } = seenMessage(actor, targetId);
  return { resolved: { messages: { [targetId]: message } }, message };
}

/** Uses a context-menu command on a message or a user. Throws a ClientRefusal when there is none such. */
export function useMenu(
  actor: Actor,
  channel: Channel,
  targetId: string,
  name: string,
  where: Where,
): Promise<Invocation> {
  const { world, user } = actor;
  const types = world.messages.has(targetId) ? [COMMAND_TYPE.message] : [COMMAND_TYPE.user];
  const command = commandFor(actor, channel, name, types, where.app);
  const { resolved, message } = menuTarget(actor, command, targetId);
  const { id, type } = command;
  const scope = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  return startInteraction(world, {
    ...{ app: appOf(world, command.application_id), user, channel, kind: KIND.command, ...aged(where) },
    ...{ name, commandType: type, data: { id, name, type, target_id: targetId, resolved, ...scope } },
    ...(message === undefined ? {} : { targetMessageId: targetId }),
  });
}

function replyFields(actor: Actor, channel: Channel, replyTo: string | undefined): Partial<APIMessage> {
  if (replyTo === undefined) return {};
  const target = seenMessage(actor, replyTo).message;
  const place = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  return {
    type: MessageType.Reply,
    message_reference: { type: 0, message_id: replyTo, channel_id: channel.id, ...place },
    referenced_message: asReferenced(target),
    mentions: [target.author],
  };
}

const EVERYTHING = { parse: ['users', 'roles'] } as const;

/** Writes a message. Throws a ClientRefusal when it is empty or longer than 2,000 characters. */
export function say(actor: Actor, channel: Channel, content: string, replyTo?: string): APIMessage {
  const { world, user } = actor;
  if (content.trim() === '') refuse('A message cannot be empty');
  if (content.length > MESSAGE.contentMax) refuse(`A message has at most ${MESSAGE.contentMax} characters`);
  const reply = replyFields(actor, channel, replyTo);
  const pinged = pingedBy([content], EVERYTHING).users.flatMap((id) => world.users.get(id) ?? []);
  const mentions = [...new Set([...pinged, ...(reply.mentions ?? [])])];
  const blank = blankMessage(world, channel, user, MessageType.Default);
  return addMessage(world, { ...blank, ...reply, content: content.trim(), mentions }).message;
}
