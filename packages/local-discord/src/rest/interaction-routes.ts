import { type APIMessage, InteractionType, MessageType } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { CALLBACK, type Callback, callbackBody, KIND } from '../rules/callback-rules.js';
import { OPTION } from '../rules/command-rules.js';
import { FLAG, INTERACTION } from '../rules/discord-limits.js';
import { accept, rule } from '../rules/form.js';
import { DEFAULT_MENTIONS } from '../rules/mention-rules.js';
import { checkFlags, isV2, type MessageBody, messageBody, SETTABLE } from '../rules/message-rules.js';
import { compose } from '../world/compose-message.js';
import {
  answerFinally,
  answerFirst,
  isDead,
  isLate,
  openModal,
  ownersOf,
} from '../world/interaction-store.js';
import {
  addMessage,
  asReferenced,
  blankMessage,
  deleteMessage,
  messageOf,
  updateMessage,
} from '../world/message-store.js';
import type { Interaction, StoredMessage, World } from '../world/world.js';
import { type Call, type Reply, type Route, route } from './router.js';

function interactionOf({ world, params }: Call): Interaction {
  const interaction = world.interactions.get(params['interaction'] ?? '');
  if (interaction === undefined || interaction.token !== params['token']) throw refusals.unknownInteraction();
  return interaction;
}

function judged(call: Call, interaction: Interaction): Callback {
  const source = call.world.messages.get(interaction.sourceMessageId ?? '');
  return accept(
    callbackBody({
      kind: interaction.kind,
      hasMessage: interaction.sourceMessageId !== undefined,
      messageIsV2: isV2(source?.message.flags),
      focusedType: interaction.focusedType ?? OPTION.string,
    }),
    call.body,
  );
}

function messageType(interaction: Interaction): MessageType {
  if (interaction.kind !== KIND.command) return MessageType.Reply;
  return interaction.commandType === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

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
function post(
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

function original(call: Call, interaction: Interaction): StoredMessage {
  return messageOf(call.world, interaction.originalId ?? interaction.sourceMessageId ?? '');
}

/** Changes a message that an interaction may change; a loading one becomes a real one. */
function change(call: Call, stored: StoredMessage, body: MessageBody): StoredMessage {
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

function answerMessage(call: Call, interaction: Interaction, body: MessageBody): StoredMessage {
  const flags = (body.flags ?? 0) & FLAG.ephemeral;
  const stored = post(call, interaction, body, flags, messageType(interaction), interaction.sourceMessageId);
  interaction.ephemeral = flags !== 0;
  interaction.originalId = stored.message.id;
  answerFirst(interaction, 'message', { message: stored.message });
  return stored;
}

function answerLater(call: Call, interaction: Interaction, flags: number): StoredMessage {
  const kept = (flags & FLAG.ephemeral) | FLAG.loading;
  const stored = post(call, interaction, {}, kept, messageType(interaction), interaction.sourceMessageId);
  interaction.ephemeral = (flags & FLAG.ephemeral) !== 0;
  interaction.originalId = stored.message.id;
  answerFirst(interaction, 'deferred', { message: stored.message });
  return stored;
}

function answerUpdate(call: Call, interaction: Interaction, body: MessageBody): StoredMessage {
  const stored = change(call, original(call, interaction), body);
  answerFirst(interaction, 'update', { message: stored.message });
  return stored;
}

function respond(call: Call, interaction: Interaction, callback: Callback): StoredMessage | undefined {
  switch (callback.type) {
    case CALLBACK.message:
      return answerMessage(call, interaction, callback.data);
    case CALLBACK.deferMessage:
      return answerLater(call, interaction, callback.data?.flags ?? 0);
    case CALLBACK.update:
      return answerUpdate(call, interaction, callback.data);
    case CALLBACK.deferUpdate: {
      const stored = original(call, interaction);
      answerFirst(interaction, 'deferred', { message: stored.message });
      return stored;
    }
    case CALLBACK.choices:
      answerFirst(interaction, 'choices', { choices: callback.data.choices ?? [] });
      return undefined;
    case CALLBACK.modal:
      openModal(call.world, interaction, callback.data);
      call.world.hub.emit('modal', {
        interactionId: interaction.id,
        appId: interaction.app.id,
        userId: interaction.user.id,
        modal: callback.data,
      });
      answerFirst(interaction, 'modal', { modal: callback.data });
      return undefined;
  }
}

function callbackObject(interaction: Interaction, type: number, stored: StoredMessage | undefined): object {
  const { id, kind, ephemeral } = interaction;
  const message = stored === undefined ? {} : { message: stored.message };
  const response =
    stored === undefined
      ? {}
      : {
          response_message_id: stored.message.id,
          response_message_loading: ((stored.message.flags ?? 0) & FLAG.loading) !== 0,
          response_message_ephemeral: ephemeral,
        };
  return { interaction: { id, type: kind, ...response }, resource: { type, ...message } };
}

/** The first response: once, within 3 s. Source: interactions/receiving-and-responding. */
function handleCallback(call: Call): Reply {
  const interaction = interactionOf(call);
  if (interaction.acknowledged !== undefined) throw refusals.alreadyAcknowledged();
  if (isLate(call.world, interaction)) throw refusals.unknownInteraction();
  const callback = judged(call, interaction);
  const stored = respond(call, interaction, callback);
  interaction.acknowledged = callback.type;
  const message = stored === undefined ? {} : { message: stored.message };
  call.world.hub.emit('callback', { interactionId: interaction.id, type: callback.type, ...message });
  if (call.query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: callbackObject(interaction, callback.type, stored) };
}

/** The interaction behind a webhook token, answered before and still alive. */
function webhookOf({ world, params }: Call): Interaction {
  const interaction = world.interactionsByToken.get(params['token'] ?? '');
  if (interaction === undefined) throw refusals.invalidWebhookToken();
  if (interaction.app.id !== params['app']) throw refusals.unknownWebhook();
  if (isDead(world, interaction)) throw refusals.invalidWebhookToken();
  if (interaction.acknowledged === undefined) throw refusals.unknownWebhook();
  return interaction;
}

function webhookMessage(call: Call, interaction: Interaction): StoredMessage {
  const id = call.params['message'] ?? '';
  if (id === '@original') {
    if (interaction.originalId === undefined && interaction.sourceMessageId === undefined)
      throw refusals.unknownMessage();
    return original(call, interaction);
  }
  const stored = messageOf(call.world, id);
  if (stored.message.webhook_id !== interaction.app.id) throw refusals.unknownMessage();
  return stored;
}

function getMessage(call: Call): Reply {
  return { status: 200, body: webhookMessage(call, webhookOf(call)).message };
}

function editBody(call: Call, stored: StoredMessage): MessageBody {
  return accept(messageBody(isV2(stored.message.flags)), call.body);
}

function editMessage(call: Call): Reply {
  const interaction = webhookOf(call);
  const stored = webhookMessage(call, interaction);
  const next = change(call, stored, editBody(call, stored));
  answerFinally(interaction, next.message);
  call.world.hub.emit('edit', { interactionId: interaction.id, message: next.message });
  return { status: 200, body: next.message };
}

function removeMessage(call: Call): Reply {
  deleteMessage(call.world, webhookMessage(call, webhookOf(call)));
  return { status: 204 };
}

const followUpBody = rule<MessageBody>((value, at) => {
  const judge = messageBody();
  if (judge(value, at)) checkFlags(value.flags, SETTABLE.interaction, at.at('flags'));
});

function checkFollowUps(interaction: Interaction): void {
  const userOnly = !interaction.app.installs.guild;
  if (userOnly && interaction.followUps >= INTERACTION.userInstallFollowUps)
    throw refusals.tooManyFollowUps();
  interaction.followUps += 1;
}

/** A further message; right after a deferral it fills the message that is still loading. */
function followUp(call: Call): Reply {
  const interaction = webhookOf(call);
  const body = accept(followUpBody, call.body);
  const first = call.world.messages.get(interaction.originalId ?? '');
  const { world } = call;
  if (first !== undefined && ((first.message.flags ?? 0) & FLAG.loading) !== 0) {
    const next = change(call, first, body);
    answerFinally(interaction, next.message);
    world.hub.emit('followup', { interactionId: interaction.id, message: next.message });
    return { status: 200, body: next.message };
  }
  checkFollowUps(interaction);
  const flags = (body.flags ?? 0) & FLAG.ephemeral;
  const replyTo = interaction.originalId ?? interaction.sourceMessageId;
  const stored = post(call, interaction, body, flags, MessageType.Reply, replyTo);
  world.hub.emit('followup', { interactionId: interaction.id, message: stored.message });
  return { status: 200, body: stored.message };
}

/** Answers to interactions, and what may follow them. None needs the bot's token. */
export const interactionRoutes: readonly Route[] = [
  route('POST', '/interactions/:interaction/:token/callback', 'callback', handleCallback),
  route('POST', '/webhooks/:app/:token', 'followup', followUp),
  route('GET', '/webhooks/:app/:token/messages/:message', 'webhook', getMessage),
  route('PATCH', '/webhooks/:app/:token/messages/:message', 'edit', editMessage),
  route('DELETE', '/webhooks/:app/:token/messages/:message', 'webhook', removeMessage),
];
