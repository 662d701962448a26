import { z } from 'zod';
import type { Invocation, MenuTarget, Press } from '../../commands/types.js';
import { messageText } from './message-text.js';

/**
 * Reads what Discord sends. Only what the bot uses is asked for, and nothing is trusted: an old client, a forged
 * component or a new kind of interaction must end in a short answer, never in an exception.
 * What every interaction has is looked at by hand: schemas take several times as long, and this stands before each answer.
 */

const SNOWFLAKE = /^\d{1,20}$/;
const snowflake = z.string().regex(SNOWFLAKE);
const person = z.object({ id: snowflake });

type Fields = Readonly<Record<string, unknown>>;
const NO_FIELDS: Fields = {};

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The fields of an object; none of anything else. */
function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

function snowflakeOf(value: unknown): string | null {
  return typeof value === 'string' && SNOWFLAKE.test(value) ? value : null;
}

interface RawOption {
  readonly name: string;
  readonly type: number;
  readonly value: string | number | boolean | undefined;
  readonly focused: boolean;
  readonly options: readonly RawOption[];
}

/** A group of subcommands, a subcommand, an option: Discord nests no deeper. */
const DEEPEST = 3;

/** The options of a command; null where one is not what Discord sends. */
function readOptions(value: unknown, depth = 1): readonly RawOption[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || depth > DEEPEST) return null;
  const options: RawOption[] = [];
  for (const each of value) {
    const option = readOption(fieldsOf(each), depth);
    if (option === null) return null;
    options.push(option);
  }
  return options;
}

function readOption({ name, type, value, focused, options }: Fields, depth: number): RawOption | null {
  if (typeof name !== 'string' || typeof type !== 'number') return null;
  if (value !== undefined && !isOptionValue(value)) return null;
  if (focused !== undefined && typeof focused !== 'boolean') return null;
  const inner = readOptions(options, depth + 1);
  return inner === null ? null : { name, type, value, focused: focused === true, options: inner };
}

function isOptionValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

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
  readonly userId: string;
}

/** What was done, without what was typed in `previous`: the bot fills that in. */
export type Action =
  | { readonly kind: 'slash'; readonly invocation: Omit<Invocation, 'previous'> }
  | {
      readonly kind: 'autocomplete';
      readonly invocation: Omit<Invocation, 'previous'>;
      readonly focused: string;
    }
  | { readonly kind: 'menu'; readonly target: MenuTarget }
  | {
      readonly kind: 'press';
      readonly press: Press;
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
  const { id, application_id, token, type, channel_id, channel, user, member, data, message } =
    fieldsOf(payload);
  const [interaction, application] = [snowflakeOf(id), snowflakeOf(application_id)];
  // Without these nothing can be answered; whatever else is broken, the person can be told.
  if (interaction === null || application === null || typeof token !== 'string' || token === '') return null;
  const userId = idOf(fieldsOf(member)['user']) ?? idOf(user) ?? '0';
  const channelId = idOf(channel) ?? snowflakeOf(channel_id) ?? '0';
  const head = { id: interaction, applicationId: application, token, channelId, userId };
  return { head, action: readAction(type, data, message, userId) };
}

function idOf(value: unknown): string | null {
  return snowflakeOf(fieldsOf(value)['id']);
}

function readAction(type: unknown, data: unknown, message: unknown, userId: string): Action {
  if (type === TYPE.component) return readPress(data, message, userId);
  if (type === TYPE.command || type === TYPE.autocomplete) return readCommand(type, data);
  return { kind: 'unknown' };
}

function readCommand(type: number, data: unknown): Action {
  const { name, type: commandType, options: given } = fieldsOf(data);
  const options = readOptions(given);
  // An autocomplete that cannot be read still wants a list.
  if (typeof name !== 'string' || typeof commandType !== 'number' || options === null)
    return type === TYPE.autocomplete ? emptyAutocomplete() : { kind: 'unknown' };
  if (commandType === COMMAND_TYPE.messageMenu) return readMenu(name, data);
  if (commandType !== COMMAND_TYPE.slash) return { kind: 'unknown' };
  const path = unfold(options);
  const invocation = { command: name, subcommand: path.subcommand, options: values(path.options) };
  if (type === TYPE.command) return { kind: 'slash', invocation };
  return {
    kind: 'autocomplete',
    invocation,
    focused: path.options.find((option) => option.focused)?.name ?? '',
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
  if (first?.type === SUBCOMMAND_GROUP) return unfold(first.options);
  if (first?.type === SUBCOMMAND) return { subcommand: first.name, options: first.options };
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
  const press: Press = {
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
