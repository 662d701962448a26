import type { APIUser } from 'discord-api-types/v10';
import { visibleCommands } from '../world/command-store.js';
import { dismissFromView, isVisibleTo, messagesSeenBy } from '../world/message-store.js';
import { ensureDirectChannel } from '../world/state.js';
import type { Channel, World } from '../world/world.js';
import {
  type Actor,
  channelFor,
  runCommand,
  say,
  seenMessage,
  sendModal,
  suggestions,
  useComponent,
  useMenu,
} from './actions.js';
import type { Message, Person, Where } from './contract.js';
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

/** A person's hands and eyes. @param homeId the channel that is meant when none is named */
export function createPerson(world: World, user: APIUser, homeId: string): Person {
  const actor: Actor = { world, user };
  const channel = (where: Where = {}) => channelFor(actor, where.channelId ?? homeId);

  async function nextMessage(
    filter: (message: Message) => boolean = () => true,
    timeoutMs?: number,
  ): Promise<Message> {
    const stored = await world.hub.waitFor(
      'message',
      (candidate) => isVisibleTo(world, candidate, user.id) && filter(candidate.message),
      timeoutMs,
    );
    return stored.message;
  }

  return {
    id: user.id,
    name: user.username,
    nextMessage,
    commands: async (channelId = homeId) => visibleCommands(world, channelFor(actor, channelId), user.id),
    run: async (call, where = {}) => runCommand(actor, channel(where), call, where),
    autocomplete: async (call, where = {}) => suggestions(actor, channel(where), call, where),
    press: async (messageId, customId, where = {}) =>
      useComponent(actor, messageId, customId, undefined, where),
    select: async (messageId, customId, values, where = {}) =>
      useComponent(actor, messageId, customId, values, where),
    submitModal: async (interactionId, values, where = {}) => sendModal(actor, interactionId, values, where),
    menu: async (targetId, name, where = {}) => {
      const at = where.channelId ?? world.messages.get(targetId)?.message.channel_id ?? homeId;
      return useMenu(actor, channelFor(actor, at), targetId, name, where);
    },
    say: async (content, { channelId = homeId, replyTo, mention } = {}) => {
      const text = mention === undefined ? content : `<@${mention}> ${content}`;
      return say(actor, channelFor(actor, channelId), text, replyTo);
    },
    dm: (appId) => directChannel(actor, appId).id,
    sees: (channelId = homeId) => messagesSeenBy(world, channelFor(actor, channelId), user.id),
    dismiss: (messageId) => dismissMessage(actor, messageId),
  };
}
