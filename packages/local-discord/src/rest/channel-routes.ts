import { type APIMessage, type APIUser, MessageType } from 'discord-api-types/v10';
import { bareMember } from '../people/member.js';
import { ApiError, refusals } from '../rules/api-error.js';
import { MESSAGE } from '../rules/discord-limits.js';
import { accept, fields, list, rule, snowflake } from '../rules/form.js';
import { DEFAULT_MENTIONS } from '../rules/mention-rules.js';
import { checkFlags, isV2, type MessageBody, messageBody, SETTABLE } from '../rules/message-rules.js';
import { channelObject } from '../world/channel-object.js';
import { compose } from '../world/compose-message.js';
import { guildObject, rolesOf } from '../world/guild-object.js';
import {
  addMessage,
  asReferenced,
  blankMessage,
  deleteMessage,
  messageOf,
  updateMessage,
} from '../world/message-store.js';
import { asSeenBy } from '../world/reaction-store.js';
import { timestampOf } from '../world/snowflake.js';
import { ensureDirectChannel } from '../world/state.js';
import type { Channel, Guild, StoredMessage } from '../world/world.js';
import { type Call, type Reply, type Route, route } from './router.js';

function channelOf({ world, params, app }: Call): Channel {
  const channel = world.channels.get(params['channel'] ?? '');
  if (channel === undefined) throw refusals.unknownChannel();
  const mayEnter = channel.kind === 'guild' ? app.installs.guild : channel.appId === app.id;
  if (!mayEnter) throw refusals.missingAccess();
  return channel;
}

/** The message that a path names. Throws 10003, 10008 or 50001. */
export function storedOf(call: Call): StoredMessage {
  const channel = channelOf(call);
  const stored = messageOf(call.world, call.params['message'] ?? '');
  if (stored.message.channel_id !== channel.id || stored.ownerId !== undefined)
    throw refusals.unknownMessage();
  return stored;
}

const createBody = rule<MessageBody>((value, at) => {
  const judge = messageBody();
  if (judge(value, at)) checkFlags(value.flags, SETTABLE.channel, at.at('flags'));
});

function unknownReference(): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', {
    message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
  });
}

/** What a reply refers to; nothing when it may be missing. Throws 50035 when it must exist and does not. */
function referenceOf(
  call: Call,
  body: MessageBody,
  channel: Channel,
): { fields: Partial<APIMessage>; author?: APIUser } {
  const reference = body.message_reference;
  if (reference?.message_id == null) return { fields: {} };
  const target = call.world.messages.get(String(reference.message_id));
  if (target === undefined || target.message.channel_id !== channel.id) {
    if (reference.fail_if_not_exists !== false) throw unknownReference();
    return { fields: {} };
  }
  const place = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  return {
    author: target.message.author,
    fields: {
      type: MessageType.Reply,
      message_reference: { type: 0, message_id: target.message.id, channel_id: channel.id, ...place },
      referenced_message: asReferenced(target.message),
    },
  };
}

/** A message with the same nonce by the same bot, when the bot asked not to repeat it. */
function repeated(call: Call, body: MessageBody, channel: Channel): APIMessage | undefined {
  if (body.enforce_nonce !== true || body.nonce == null) return undefined;
  const id = call.world.nonces.get(`${call.app.id}:${channel.id}:${body.nonce}`);
  return id === undefined ? undefined : call.world.messages.get(id)?.message;
}

const NONCES_KEPT = 1000;

function rememberNonce(call: Call, body: MessageBody, channel: Channel, message: APIMessage): void {
  if (body.nonce == null) return;
  const { nonces } = call.world;
  nonces.set(`${call.app.id}:${channel.id}:${body.nonce}`, message.id);
  const [oldest] = nonces.keys();
  if (nonces.size > NONCES_KEPT && oldest !== undefined) nonces.delete(oldest);
}

function createMessage(call: Call): Reply {
  const channel = channelOf(call);
  if (call.world.muted.has(channel.id)) throw refusals.missingPermissions();
  const body = accept(createBody, call.body);
  const earlier = repeated(call, body, channel);
  if (earlier !== undefined) return { status: 200, body: earlier };
  const reference = referenceOf(call, body, channel);
  const replied = reference.author === undefined ? {} : { replied: reference.author };
  const message: APIMessage = {
    ...blankMessage(call.world, channel, call.app.user, MessageType.Default),
    ...compose(call.world, body, call.files, { mentions: DEFAULT_MENTIONS.channel, flags: 0, ...replied }),
    ...reference.fields,
    ...(body.nonce == null ? {} : { nonce: body.nonce }),
  };
  rememberNonce(call, body, channel, message);
  return { status: 200, body: addMessage(call.world, message).message };
}

function editMessage(call: Call): Reply {
  const stored = storedOf(call);
  if (stored.message.author.id !== call.app.id) throw refusals.notTheAuthor();
  const body = accept(messageBody(isV2(stored.message.flags)), call.body);
  const parts = compose(call.world, body, call.files, {
    mentions: DEFAULT_MENTIONS.channel,
    flags: stored.message.flags ?? 0,
    before: stored.message,
  });
  const edited = { ...parts, edited_timestamp: new Date(call.world.now()).toISOString() };
  const { message } = updateMessage(call.world, stored, edited);
  call.world.hub.emit('edit', { message });
  return { status: 200, body: message };
}

function removeMessage(call: Call): Reply {
  const stored = storedOf(call);
  const own = stored.message.author.id === call.app.id;
  if (!own) throw refusals.missingPermissions();
  deleteMessage(call.world, stored);
  return { status: 204 };
}

function bulkDelete(call: Call): Reply {
  const channel = channelOf(call);
  const { messages } = accept(
    fields<{ messages: string[] }>({
      messages: list(snowflake, { min: MESSAGE.bulkDeleteMin, max: MESSAGE.bulkDeleteMax }),
    }),
    call.body,
  );
  const oldest = call.world.now() - MESSAGE.bulkDeleteAgeMs;
  if (messages.some((id) => timestampOf(String(id)) < oldest)) {
    throw new ApiError(400, 50034, 'You can only bulk delete messages that are under 14 days old.');
  }
  for (const id of messages) {
    const stored = channel.messages.get(String(id));
    if (stored !== undefined) deleteMessage(call.world, stored);
  }
  return { status: 204 };
}

const PAGE_DEFAULT = 50;
const PAGE_MAX = 100;

function listMessages(call: Call): Reply {
  const channel = channelOf(call);
  const limit = Math.min(
    PAGE_MAX,
    Math.max(1, Number(call.query.get('limit') ?? PAGE_DEFAULT) || PAGE_DEFAULT),
  );
  const [before, after] = [call.query.get('before'), call.query.get('after')];
  const inRange = (id: string) =>
    (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after));
  const open = [...channel.messages.values()].filter((stored) => stored.ownerId === undefined);
  const found = open
    .filter(({ message }) => inRange(message.id))
    .map((stored) => asSeenBy(stored, call.app.id));
  return { status: 200, body: (after === null ? found.slice(-limit) : found.slice(0, limit)).reverse() };
}

function typing(call: Call): Reply {
  const channel = channelOf(call);
  if (call.world.muted.has(channel.id)) throw refusals.missingPermissions();
  call.world.hub.emit('typing', { appId: call.app.id, channelId: channel.id });
  return { status: 204 };
}

function openDirect(call: Call): Reply {
  const { recipient_id: id } = accept(
    fields<{ recipient_id: string }>({ recipient_id: snowflake }),
    call.body,
  );
  const person = call.world.users.get(String(id));
  if (person === undefined) throw refusals.unknownUser();
  if (person.bot === true) throw refusals.cannotMessageUser();
  return {
    status: 200,
    body: channelObject(call.world, ensureDirectChannel(call.world, call.app, person.id)),
  };
}

function guildOf({ world, params, app }: Call): Guild {
  const guild = world.guilds.get(params['guild'] ?? '');
  if (guild === undefined) throw refusals.unknownGuild();
  if (!app.installs.guild) throw refusals.missingAccess();
  return guild;
}

function getGuild(call: Call): Reply {
  return { status: 200, body: guildObject(call.world, guildOf(call), call.app) };
}

function getChannels(call: Call): Reply {
  const channels = guildOf(call).channelIds.flatMap((id) => call.world.channels.get(id) ?? []);
  return { status: 200, body: channels.map((channel) => channelObject(call.world, channel)) };
}

function getRoles(call: Call): Reply {
  return { status: 200, body: rolesOf(guildOf(call), call.app) };
}

function getMember(call: Call): Reply {
  const user = call.world.users.get(
    call.params['user'] === '@me' ? call.app.id : (call.params['user'] ?? ''),
  );
  const guild = guildOf(call);
  if (user === undefined) throw new ApiError(404, 10007, 'Unknown Member');
  return { status: 200, body: { ...bareMember(guild), user } };
}

/** Channels, guilds and ordinary messages. */
export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', 'channel', (call) => ({
    status: 200,
    body: channelObject(call.world, channelOf(call)),
  })),
  route('GET', '/channels/:channel/messages', 'message', listMessages),
  route('POST', '/channels/:channel/messages', 'message', createMessage),
  route('POST', '/channels/:channel/messages/bulk-delete', 'message', bulkDelete),
  route('GET', '/channels/:channel/messages/:message', 'message', (call) => ({
    status: 200,
    body: asSeenBy(storedOf(call), call.app.id),
  })),
  route('PATCH', '/channels/:channel/messages/:message', 'message', editMessage),
  route('DELETE', '/channels/:channel/messages/:message', 'message', removeMessage),
  route('POST', '/channels/:channel/typing', 'channel', typing),
  route('POST', '/users/@me/channels', 'channel', openDirect),
  route('GET', '/guilds/:guild', 'other', getGuild),
  route('GET', '/guilds/:guild/channels', 'channel', getChannels),
  route('GET', '/guilds/:guild/roles', 'other', getRoles),
  route('GET', '/guilds/:guild/members/:user', 'other', getMember),
];
