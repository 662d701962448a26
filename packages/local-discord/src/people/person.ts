import type { APIUser } from 'discord-api-types/v10';
import { visibleCommands } from '../world/command-store.js';
import { dismissFromView, isVisibleTo, messagesSeenBy } from '../world/message-store.js';
import { asSeenBy } from '../world/reaction-store.js';
import { ensureDirectChannel } from '../world/state.js';
import type { Channel, StoredMessage, World } from '../world/world.js';
import {
  type Actor,
  channelFor,
  reactTo,
  runCommand,
  say,
  seenMessage,
  sendModal,
  suggestions,
  useComponent,
  useMenu,
} from './actions.js';
import type { Message, MessageRef, People, Person } from './contract.js';
import { refuse } from './refusal.js';

/** Removes an ephemeral message for its owner. Throws a ClientRefusal for any other message. */
export function dismissMessage(actor: Actor, messageId: string): void {
  const stored = seenMessage(actor, messageId);
  if (stored.ownerId !== actor.user.id) refuse('Only a message that you alone see can be dismissed');
  dismissFromView(actor.world, stored);
}

function directChannel({ world, user }: Actor, appId: string): Channel {
  const app = world.apps.get(appId) ?? refuse('There is no such application');
  return ensureDirectChannel(world, app, user.id);
}

function idOf(ref: MessageRef): string {
  return typeof ref === 'string' ? ref : ref.id;
}

async function nextMessage(
  { world, user }: Actor,
  filter: (message: Message) => boolean = () => true,
  timeoutMs?: number,
): Promise<Message> {
  const suits = (stored: StoredMessage) => isVisibleTo(world, stored, user.id) && filter(stored.message);
  return (await world.hub.waitFor('message', suits, timeoutMs)).message;
}

/** A person's hands and eyes. @param homeId the channel that is meant when none is named */
export function createPerson(world: World, user: APIUser, homeId: string): Person {
  const actor: Actor = { world, user };
  const channel = (id = homeId) => channelFor(actor, id);
  const placeOf = (ref: MessageRef) => world.messages.get(idOf(ref))?.message.channel_id;
  return {
    id: user.id,
    name: user.username,
    commands: async (channelId) => visibleCommands(world, channel(channelId), user.id),
    say: async (content, { channelId, replyTo, mention } = {}) => {
      const text = mention === undefined ? content : `<@${mention}> ${content}`;
      return say(actor, channel(channelId), text, replyTo === undefined ? undefined : idOf(replyTo));
    },
    run: async (call, where = {}) => runCommand(actor, channel(where.channelId), call, where),
    autocomplete: async (call, where = {}) => suggestions(actor, channel(where.channelId), call, where),
    press: async (message, customId, where = {}) =>
      useComponent(actor, idOf(message), customId, undefined, where),
    choose: async (message, customId, values, where = {}) =>
      useComponent(actor, idOf(message), customId, values, where),
    submit: async (opened, values, where = {}) =>
      sendModal(actor, typeof opened === 'string' ? opened : opened.interactionId, values, where),
    menu: async (target, name, where = {}) =>
      useMenu(actor, channel(where.channelId ?? placeOf(target)), idOf(target), name, where),
    react: async (message, emoji, on = true) => reactTo(actor, idOf(message), emoji, on),
    dm: (appId) => directChannel(actor, appId).id,
    sees: (channelId) =>
      messagesSeenBy(world, channel(channelId), user.id).map((stored) => asSeenBy(stored, user.id)),
    nextMessage: (filter, timeoutMs) => nextMessage(actor, filter, timeoutMs),
    dismiss: (message) => dismissMessage(actor, idOf(message)),
  };
}

/** What people do, by name. @param person finds or makes the person of a name */
export function createPeople(person: (name: string) => Person): People {
  return {
    commands: (who, ...rest) => person(who).commands(...rest),
    say: (who, ...rest) => person(who).say(...rest),
    run: (who, ...rest) => person(who).run(...rest),
    autocomplete: (who, ...rest) => person(who).autocomplete(...rest),
    press: (who, ...rest) => person(who).press(...rest),
    choose: (who, ...rest) => person(who).choose(...rest),
    submit: (who, ...rest) => person(who).submit(...rest),
    menu: (who, ...rest) => person(who).menu(...rest),
    react: (who, ...rest) => person(who).react(...rest),
    dm: (who, ...rest) => person(who).dm(...rest),
    sees: (who, ...rest) => person(who).sees(...rest),
    nextMessage: (who, ...rest) => person(who).nextMessage(...rest),
    dismiss: (who, ...rest) => person(who).dismiss(...rest),
  };
}
