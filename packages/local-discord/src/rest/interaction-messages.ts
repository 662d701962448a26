import { type APIMessage, InteractionType, type MessageType } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { KIND } from '../rules/callback-rules.js';
import { FLAG } from '../rules/discord-limits.js';
import { DEFAULT_MENTIONS } from '../rules/mention-rules.js';
import type { MessageBody } from '../rules/message-rules.js';
import { compose } from '../world/compose-message.js';
import { ownersOf } from '../world/interaction-store.js';
import { addMessage, asReferenced, blankMessage, messageOf, updateMessage } from '../world/message-store.js';
import type { Interaction, StoredMessage, World } from '../world/world.js';
import type { Call } from './router.js';

/** Who invoked what: the line above a reply. Source: resources/message, "Message Interaction Metadata". */
function metadata(interaction: Interaction): Pick<APIMessage, 'interaction_metadata' | 'interaction'> {
  const { id, user, app, channel, name = '' } = interaction;
  const common = { id, user, authorizing_integration_owners: ownersOf(app, channel, user) };
  if (interaction.kind === KIND.command) {
    const target =
      interaction.targetMessageId === undefined ? {} : { target_message_id: interaction.targetMessageId };
    const named = { ...common, type: InteractionType.ApplicationCommand as const, name, ...target };
    return {
      interaction_metadata: named,
      interaction: { id, type: InteractionType.ApplicationCommand, name, user },
    };
  }
  const component = {
    ...common,
    type: InteractionType.MessageComponent as const,
    interacted_message_id: interaction.sourceMessageId ?? '',
  };
  if (interaction.kind === KIND.component) return { interaction_metadata: component };
  const opener = { ...common, type: InteractionType.ApplicationCommand as const };
  const triggering_interaction_metadata = interaction.sourceMessageId === undefined ? opener : component;
  return {
    interaction_metadata: { ...common, type: InteractionType.ModalSubmit, triggering_interaction_metadata },
  };
}

/** What a reply refers to. A message that others must not see stays hidden from them. */
function referenceTo(
  world: World,
  messageId: string | undefined,
  ownerId: string | undefined,
): Partial<APIMessage> {
  const target = world.messages.get(messageId ?? '');
  if (target === undefined) return {};
  const { id, channel_id } = target.message;
  const guildId = world.channels.get(channel_id)?.guildId;
  const place = guildId === undefined ? { channel_id } : { channel_id, guild_id: guildId };
  const isOpen = target.ownerId === undefined || target.ownerId === ownerId;
  return {
    message_reference: { type: 0, message_id: id, ...place },
    referenced_message: isOpen ? asReferenced(target.message) : null,
  };
}

/** Only ephemeral answers get through where the bot may not send. */
function checkMaySend(call: Call, interaction: Interaction, ephemeral: boolean): void {
  if (!ephemeral && call.world.muted.has(interaction.channel.id)) throw refusals.missingPermissions();
}

/** A new message of the interaction, private to its person when ephemeral. */
export function post(
  call: Call,
  interaction: Interaction,
  body: MessageBody,
  flags: number,
  type: MessageType,
  replyTo?: string,
) {
  const { world } = call;
  const { app, channel, user } = interaction;
  const ephemeral = (flags & FLAG.ephemeral) !== 0;
  const ownerId = ephemeral ? user.id : undefined;
  if (!world.channels.has(channel.id)) throw refusals.unknownChannel();
  checkMaySend(call, interaction, ephemeral);
  const isLoading = (flags & FLAG.loading) !== 0;
  const parts = isLoading
    ? { flags }
    : compose(world, body, call.files, { mentions: DEFAULT_MENTIONS.webhook, flags });
  const message: APIMessage = {
    ...blankMessage(world, channel, app.user, type),
    ...parts,
    application_id: app.id,
    webhook_id: app.id,
    ...metadata(interaction),
    ...referenceTo(world, replyTo, ownerId),
  };
  return addMessage(world, message, ownerId);
}

/** The message that an interaction answered with, or came from. */
export function original(call: Call, interaction: Interaction): StoredMessage {
  return messageOf(call.world, interaction.originalId ?? interaction.sourceMessageId ?? '');
}

/** Changes a message that an interaction may change; a loading one becomes a real one. */
export function change(call: Call, stored: StoredMessage, body: MessageBody): StoredMessage {
  const { world } = call;
  const before = stored.message;
  const wasLoading = ((before.flags ?? 0) & FLAG.loading) !== 0;
  const parts = compose(world, body, call.files, {
    mentions: DEFAULT_MENTIONS.webhook,
    flags: (before.flags ?? 0) & ~FLAG.loading,
    before,
  });
  const edited = wasLoading ? null : new Date(world.now()).toISOString();
  return updateMessage(world, stored, { ...parts, edited_timestamp: edited });
}
