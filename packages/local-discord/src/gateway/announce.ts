import type { Channel, StoredMessage } from '../world/world.js';
import {
  concerns,
  messageData,
  messageIntent,
  reactionData,
  reactionIntent,
  readsContent,
  withoutContent,
} from './events.js';
import { eachSession, type Registry } from './registry.js';
import { dispatch, type Session } from './session.js';

/** Makes an event's data for sessions that read what the message says (full), and for the others. */
type DataOf = (full: boolean, channel: Channel) => object;

/** Tells every session that may hear of a message. */
function tellOfMessage(registry: Registry, event: string, stored: StoredMessage, data: DataOf): void {
  const { world, faults } = registry;
  const channel = world.channels.get(stored.message.channel_id);
  if (channel === undefined) return;
  const needed = event.startsWith('MESSAGE_REACTION')
    ? reactionIntent(channel)
    : messageIntent(channel, stored);
  const texts = new Map<boolean, string>();
  const tellOne = (session: Session): void => {
    if ((session.intents & needed) === 0) return;
    const full = readsContent(session, channel, stored.message);
    const text = texts.get(full) ?? JSON.stringify(data(full, channel));
    texts.set(full, text);
    dispatch(world, faults, session, event, text);
  };
  const guildId = stored.ownerId === undefined ? channel.guildId : undefined;
  for (const app of world.apps.values())
    if (concerns(app, channel, stored)) eachSession(registry, app.id, guildId, tellOne);
}

function tellOfInteractions(registry: Registry): void {
  const { world, faults } = registry;
  world.hub.on('interaction', ({ appId, payload }) => {
    const guildId = 'guild_id' in payload ? String(payload.guild_id) : undefined;
    const text = JSON.stringify(payload);
    eachSession(registry, appId, guildId, (session) =>
      dispatch(world, faults, session, 'INTERACTION_CREATE', text),
    );
  });
}

/** Lets bots hear of what happens in the world. */
export function announceEvents(registry: Registry): void {
  const { hub } = registry.world;
  tellOfInteractions(registry);
  const tellWhole = (event: string) => (stored: StoredMessage) =>
    tellOfMessage(registry, event, stored, (full, channel) =>
      messageData(registry.world, channel, full ? stored.message : withoutContent(stored.message)),
    );
  hub.on('message', tellWhole('MESSAGE_CREATE'));
  hub.on('message-update', tellWhole('MESSAGE_UPDATE'));
  hub.on('message-delete', ({ stored }) => {
    const { id, channel_id } = stored.message;
    tellOfMessage(registry, 'MESSAGE_DELETE', stored, (_, { guildId }) => ({
      id,
      channel_id,
      guild_id: guildId,
    }));
  });
  hub.on('reaction', ({ stored, userId, emoji, on }) => {
    tellOfMessage(registry, on ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', stored, (_, channel) =>
      reactionData(registry.world, channel, stored.message, userId, emoji),
    );
  });
}
