import { z } from 'zod';
import type { Invocation, MenuTarget, Press } from '../../commands/types.js';
import { messageText } from './message-text.js';

/**
 * Reads what Discord sends. Only what the bot uses is asked for, and nothing is trusted: an old client, a forged
 * component or a new kind of interaction must end in a short answer, never in an exception.
 */

const snowflake = z.string().regex(/^\d{1,20}$/);
const person = z.object({ id: snowflake });

/** Without an id and a token nothing can be answered; whatever else is broken, the person can be told. */
const interaction = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  type: z.unknown().optional(),
  channel: z.object({ id: snowflake }).optional().catch(undefined),
  channel_id: snowflake.optional().catch(undefined),
  guild_id: snowflake.optional().catch(undefined),
  user: person.optional().catch(undefined),
  member: z.object({ user: person }).optional().catch(undefined),
  data: z.unknown().optional(),
  message: z.unknown().optional(),
});

const leaf = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});
/** A group of subcommands, a subcommand, an option: Discord nests no deeper. */
const inGroup = leaf.extend({ options: z.array(leaf).nullish() });
const option = leaf.extend({ options: z.array(inGroup).nullish() });

const commandData = z.object({ name: z.string(), type: z.number(), options: z.array(option).nullish() });

type RawOption = z.infer<typeof leaf> & { readonly options?: readonly RawOption[] | null | undefined };

const messageMenu = z.object({
  target_id: snowflake.nullish(),
  resolved: z.object({ messages: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});

const component = z.object({ custom_id: z.string(), values: z.array(z.string()).nullish() });

const pressedMessage = z.object({
  id: snowflake.nullish(),
  embeds: z.array(z.unknown()).nullish(),
  components: z.array(z.unknown()).nullish(),
  flags: z.number().nullish(),
  interaction_metadata: z.object({ user: person }).nullish(),
  interaction: z.object({ user: person }).nullish(),
  referenced_message: z.object({ author: person }).nullish(),
});

const TYPE = { command: 2, component: 3, autocomplete: 4 } as const;
const COMMAND_TYPE = { slash: 1, messageMenu: 3 } as const;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const EPHEMERAL = 1 << 6;

/** Where an interaction came from and how to answer it. */
export interface Head {
  readonly id: string;
  readonly applicationId: string;
  /** whoever has it can answer as the bot for 15 minutes: never logged */
  readonly token: string;
  readonly channelId: string;
  /** null in direct messages */
  readonly serverId: string | null;
  readonly userId: string;
}

/** What was done, without what is remembered: the bot fills that in. */
export type Action =
  | { readonly kind: 'slash'; readonly invocation: Omit<Invocation, 'previous' | 'lastStyle'> }
  | {
      readonly kind: 'autocomplete';
      readonly invocation: Omit<Invocation, 'previous' | 'lastStyle'>;
      readonly focused: string;
    }
  | { readonly kind: 'menu'; readonly target: MenuTarget }
  | {
      readonly kind: 'press';
      readonly press: Omit<Press, 'lastStyle'>;
      /** the message that carries the component: its id, and its rows of components as Discord sends them */
      readonly carrier: { readonly id: string; readonly rows: readonly unknown[] };
    }
  | { readonly kind: 'unknown' };

/** An interaction that can at least be answered. */
export interface Interaction {
  readonly head: Head;
  readonly action: Action;
}

/** Reads an INTERACTION_CREATE event; null when it does not even say how to answer it. */
export function readInteraction(payload: unknown): Interaction | null {
  const parsed = interaction.safeParse(payload);
  if (!parsed.success) return null;
  const { id, application_id, token, type, channel, channel_id, guild_id, user, member, data, message } =
    parsed.data;
  const userId = (member?.user ?? user)?.id ?? '0';
  const head = {
    id,
    applicationId: application_id,
    token,
    channelId: channel?.id ?? channel_id ?? '0',
    serverId: guild_id ?? null,
    userId,
  };
  return { head, action: readAction(type, data, message, userId) };
}

function readAction(type: unknown, data: unknown, message: unknown, userId: string): Action {
  if (type === TYPE.component) return readPress(data, message, userId);
  if (type === TYPE.command || type === TYPE.autocomplete) return readCommand(type, data);
  return { kind: 'unknown' };
}

function readCommand(type: number, data: unknown): Action {
  const parsed = commandData.safeParse(data);
  // An autocomplete that cannot be read still wants a list.
  if (!parsed.success) return type === TYPE.autocomplete ? emptyAutocomplete() : { kind: 'unknown' };
  const { name, type: commandType, options } = parsed.data;
  if (commandType === COMMAND_TYPE.messageMenu) return readMenu(name, data);
  if (commandType !== COMMAND_TYPE.slash) return { kind: 'unknown' };
  const path = unfold(options ?? []);
  const invocation = { command: name, subcommand: path.subcommand, options: values(path.options) };
  if (type === TYPE.command) return { kind: 'slash', invocation };
  return {
    kind: 'autocomplete',
    invocation,
    focused: path.options.find((each) => each.focused === true)?.name ?? '',
  };
}

function readMenu(name: string, data: unknown): Action {
  const parsed = messageMenu.safeParse(data);
  if (!parsed.success) return { kind: 'unknown' };
  const { target_id, resolved } = parsed.data;
  return { kind: 'menu', target: { name, text: messageText(resolved?.messages?.[target_id ?? '']) } };
}

function emptyAutocomplete(): Action {
  return { kind: 'autocomplete', invocation: { command: '', subcommand: null, options: {} }, focused: '' };
}

function unfold(options: readonly RawOption[]): { subcommand: string | null; options: readonly RawOption[] } {
  const [first] = options;
  if (first?.type === SUBCOMMAND_GROUP) return unfold(first.options ?? []);
  if (first?.type === SUBCOMMAND) return { subcommand: first.name, options: first.options ?? [] };
  return { subcommand: null, options };
}

function values(options: readonly RawOption[]): Record<string, string | boolean> {
  return Object.fromEntries(
    options.flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  );
}

function readPress(data: unknown, message: unknown, userId: string): Action {
  const pressed = component.safeParse(data);
  if (!pressed.success) return { kind: 'unknown' };
  const carrier = pressedMessage.safeParse(message);
  const press: Omit<Press, 'lastStyle'> = {
    customId: pressed.data.custom_id,
    values: pressed.data.values ?? [],
    userId,
    ownerId: carrier.success ? ownerOf(carrier.data) : null,
    ephemeral: carrier.success && ((carrier.data.flags ?? 0) & EPHEMERAL) !== 0,
    embeds: carrier.success ? (carrier.data.embeds ?? []) : [],
  };
  const { id, components } = carrier.success ? carrier.data : {};
  return { kind: 'press', press, carrier: { id: id ?? '0', rows: components ?? [] } };
}

function ownerOf(message: z.infer<typeof pressedMessage>): string | null {
  const asker =
    message.interaction_metadata?.user ?? message.interaction?.user ?? message.referenced_message?.author;
  return asker?.id ?? null;
}
