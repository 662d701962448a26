import { MessageType } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { CALLBACK, type Callback, callbackBody, KIND } from '../rules/callback-rules.js';
import { FLAG } from '../rules/discord-limits.js';
import { accept } from '../rules/form.js';
import { isV2, type MessageBody } from '../rules/message-rules.js';
import { OPTION } from '../rules/option-rules.js';
import { answerFirst, isLate, openModal } from '../world/interaction-store.js';
import type { Interaction, StoredMessage } from '../world/world.js';
import { change, original, post } from './interaction-messages.js';
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

/** First answers to interactions. They need no bot token, only the interaction's. */
export const interactionRoutes: readonly Route[] = [
  route('POST', '/interactions/:interaction/:token/callback', 'callback', handleCallback),
];
