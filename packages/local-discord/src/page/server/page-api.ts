import type { APIUser } from 'discord-api-types/v10';
import {
  type Actor,
  channelFor,
  reactTo,
  runCommand,
  say,
  sendModal,
  typeInto,
  useComponent,
  useMenu,
} from '../../people/actions.js';
import type { CommandCall, Invocation, ModalValues, OptionValue } from '../../people/contract.js';
import { refuse } from '../../people/refusal.js';
import { KIND } from '../../rules/callback-rules.js';
import { COMMAND_TYPE } from '../../rules/command-rules.js';
import { isObject } from '../../rules/form.js';
import { OPTION } from '../../rules/option-rules.js';
import { findCommand, visibleCommands } from '../../world/command-store.js';
import { messagesSeenBy } from '../../world/message-store.js';
import { asSeenBy } from '../../world/reaction-store.js';
import type { Channel, World } from '../../world/world.js';

const NEWEST = 200;

/** The person that the page speaks for. Throws a ClientRefusal when there is none such. */
export function actorOf(world: World, userId: unknown): Actor {
  const user: APIUser | undefined = typeof userId === 'string' ? world.users.get(userId) : undefined;
  if (user === undefined || user.bot === true) return refuse('There is no such person');
  return { world, user };
}

function channelEntry(channel: Channel): object {
  const { id, name, kind, appId } = channel;
  return appId === undefined ? { id, name, kind } : { id, name, kind, with: appId };
}

/** Who there is, and where. */
export function stateFor({ world, user }: Actor): object {
  const [guild] = world.guilds.values();
  const open = [...world.channels.values()].filter(
    (channel) => channel.guildId === guild?.id || channel.userId === user.id,
  );
  return {
    me: user,
    users: [...world.peopleByName.values()],
    guild: { id: guild?.id, name: guild?.name },
    channels: open.map(channelEntry),
    apps: [...world.apps.values()].map(({ id, name, user: botUser, online }) => ({
      id,
      name,
      botUser,
      online: online > 0,
    })),
  };
}

/** The newest 200 messages of a channel, oldest first. */
export function messagesFor(actor: Actor, channelId: string): object {
  const channel = channelFor(actor, channelId);
  const newest = messagesSeenBy(actor.world, channel, actor.user.id).slice(-NEWEST);
  return { messages: newest.map((stored) => asSeenBy(stored, actor.user.id)) };
}

/** The commands of a channel. */
export function commandsFor(actor: Actor, channelId: string): object {
  return { commands: visibleCommands(actor.world, channelFor(actor, channelId), actor.user.id) };
}

type Loose = Record<string, unknown>;

function optionsIn(holder: Loose): Loose[] {
  const options = holder['options'];
  return Array.isArray(options) ? options.filter(isObject) : [];
}

function isOptionValue(value: unknown): value is OptionValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Discord's nested option list as the parts of a call, with the name of the focused option. */
function callOf(data: Loose): CommandCall & { focused?: string } {
  const first = optionsIn(data)[0];
  const group = first?.['type'] === OPTION.group ? first : undefined;
  const inner = group === undefined ? first : optionsIn(group)[0];
  const subcommand = inner?.['type'] === OPTION.subcommand ? inner : undefined;
  const leaves = optionsIn(subcommand ?? group ?? data);
  const focused = leaves.find((leaf) => leaf['focused'] === true)?.['name'];
  const entries = leaves.flatMap((leaf): [string, OptionValue][] => {
    const value = leaf['value'];
    return isOptionValue(value) ? [[String(leaf['name']), value]] : [];
  });
  return {
    command: String(data['name']),
    ...(group === undefined ? {} : { group: String(group['name']) }),
    ...(subcommand === undefined ? {} : { subcommand: String(subcommand['name']) }),
    ...(typeof focused === 'string' ? { focused } : {}),
    options: Object.fromEntries(entries),
  };
}

function textsOf(values: unknown): string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

/** What was filled into a modal, wherever it stands in the submitted components. */
function modalValues(
  components: unknown,
  into: Record<string, string | readonly string[] | boolean> = {},
): ModalValues {
  if (Array.isArray(components)) for (const component of components) modalValues(component, into);
  else if (isObject(components)) {
    const { custom_id: id, value, values } = components;
    if (typeof id === 'string') {
      into[id] = typeof value === 'string' || typeof value === 'boolean' ? value : textsOf(values);
    }
    modalValues(components['component'], into);
    modalValues(components['components'], into);
  }
  return into;
}

function openModal(world: World, actor: Actor, customId: unknown, interactionId: unknown): string {
  if (typeof interactionId === 'string') return interactionId;
  const opened = world.openModals.get(actor.user.id);
  if (opened === undefined || opened.modal?.custom_id !== customId) return refuse('No modal is open');
  return opened.id;
}

function useCommand(actor: Actor, channel: Channel, data: Loose, app: string): Promise<Invocation> {
  const targetId = data['target_id'];
  const name = String(data['name']);
  if (typeof targetId === 'string') return useMenu(actor, channel, targetId, name, { app });
  const known = findCommand(actor.world, channel, actor.user.id, name, [COMMAND_TYPE.slash], app);
  if (known !== undefined && typeof data['id'] === 'string' && known.id !== data['id']) {
    return refuse('This command is outdated, please try again in a few minutes');
  }
  return runCommand(actor, channel, callOf(data), { app });
}

function complete(actor: Actor, channel: Channel, data: Loose, app: string): Promise<Invocation> {
  const call = callOf(data);
  const { focused } = call;
  return focused === undefined
    ? refuse('No option is being typed')
    : typeInto(actor, channel, { ...call, focused }, { app });
}

function interact(actor: Actor, body: Loose, data: Loose): Promise<Invocation> {
  const channel = channelFor(actor, String(body['channel']));
  const app = String(body['application_id']);
  switch (body['type']) {
    case KIND.command:
      return useCommand(actor, channel, data, app);
    case KIND.autocomplete:
      return complete(actor, channel, data, app);
    case KIND.component: {
      const values = data['values'] === undefined ? undefined : textsOf(data['values']);
      return useComponent(actor, String(body['message_id']), String(data['custom_id']), values, {});
    }
    case KIND.modal: {
      const opened = openModal(actor.world, actor, data['custom_id'], body['interaction_id']);
      return sendModal(actor, opened, modalValues(data['components']), {});
    }
    default:
      return refuse('There is no such interaction');
  }
}

/** Does what the page asks for, and answers when the first callback came or the time ran out. */
export async function postInteraction(world: World, body: unknown): Promise<object> {
  if (!isObject(body) || !isObject(body['data'])) return refuse('An interaction has data');
  const { interactionId, outcome, choices, error } = await interact(
    actorOf(world, body['user']),
    body,
    body['data'],
  );
  return { interaction_id: interactionId, outcome, choices, error };
}

/** Reacts for the page. */
export function postReaction(world: World, body: unknown): object {
  if (!isObject(body) || typeof body['emoji'] !== 'string') return refuse('A reaction has an emoji');
  reactTo(actorOf(world, body['user']), String(body['message']), body['emoji'], body['on'] !== false);
  return {};
}

/** Writes a message for the page. */
export function postMessage(world: World, body: unknown): object {
  if (!isObject(body) || typeof body['content'] !== 'string') return refuse('A message has content');
  const actor = actorOf(world, body['user']);
  const replyTo = body['reply_to'];
  const channel = channelFor(actor, String(body['channel']));
  return say(actor, channel, body['content'], typeof replyTo === 'string' ? replyTo : undefined);
}
