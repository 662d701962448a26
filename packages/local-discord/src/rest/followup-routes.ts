import { MessageType } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { FLAG, INTERACTION } from '../rules/discord-limits.js';
import { accept, rule } from '../rules/form.js';
import { checkFlags, isV2, type MessageBody, messageBody, SETTABLE } from '../rules/message-rules.js';
import { answerFinally, isDead } from '../world/interaction-store.js';
import { deleteMessage, messageOf } from '../world/message-store.js';
import type { Interaction, StoredMessage } from '../world/world.js';
import { change, original, post } from './interaction-messages.js';
import { type Call, type Reply, type Route, route } from './router.js';

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

/** What may follow the first answer. It needs no bot token either. */
export const followUpRoutes: readonly Route[] = [
  route('POST', '/webhooks/:app/:token', 'followup', followUp),
  route('GET', '/webhooks/:app/:token/messages/:message', 'webhook', getMessage),
  route('PATCH', '/webhooks/:app/:token/messages/:message', 'edit', editMessage),
  route('DELETE', '/webhooks/:app/:token/messages/:message', 'webhook', removeMessage),
];
