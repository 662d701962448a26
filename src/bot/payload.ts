import { z } from 'zod';
import type { Invocation, MenuTarget, Press } from '../../commands/types.js';

/**
 * Reads what Discord sends. Only what the bot uses is asked for, and nothing is trusted: an old client, a forged
 * component or a new kind of interaction must end in a short answer, never in an exception.
 */

const snowflake = z.string().regex(/^\d{1,20}$/);
const person = z.object({ id: snowflake });

/** Without an id and a token nothing can be answered; whatever else is broken, the person can be told. */
const envelope = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  type: z.number().catch(0),
  channel_id: snowflake.nullish().catch(null),
  channel: z.object({ id: snowflake }).nullish().catch(null),
  user: person.nullish().catch(null),
  member: z.object({ user: person }).nullish().catch(null),
  data: z.unknown().optional(),
  message: z.unknown().optional(),
});

interface RawOption {
  name: string;
  type: number;
  value?: string | number | boolean | undefined;
  focused?: boolean | undefined;
  options?: RawOption[] | undefined;
}

const rawOption: z.ZodType<RawOption> = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  options: z.lazy(() => rawOption.array()).optional(),
});

const embedText = z.object({
  title: z.string().nullish(),
  description: z.string().nullish(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
});

const readableMessage = z.object({
  content: z.string().nullish(),
  embeds: z.array(embedText).nullish(),
  message_snapshots: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).nullish(),
});

const command = z.object({
  name: z.string(),
  type: z.number(),
  options: z.array(rawOption).nullish(),
  target_id: snowflake.nullish(),
  resolved: z.object({ messages: z.record(z.string(), readableMessage).nullish() }).nullish(),
});

const component = z.object({ custom_id: z.string(), values: z.array(z.string()).nullish() });

const pressedMessage = z.object({
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
  | { readonly kind: 'press'; readonly press: Press }
  | { readonly kind: 'unknown' };

/** An interaction that can at least be answered. */
export interface Interaction {
  readonly head: Head;
  readonly action: Action;
}

/** Reads an INTERACTION_CREATE event; null when it does not even say how to answer it. */
export function readInteraction(payload: unknown): Interaction | null {
  const parsed = envelope.safeParse(payload);
  if (!parsed.success) return null;
  const { id, application_id, token, type, data, message } = parsed.data;
  const userId = parsed.data.member?.user.id ?? parsed.data.user?.id ?? '0';
  const channelId = parsed.data.channel?.id ?? parsed.data.channel_id ?? '0';
  const head = { id, applicationId: application_id, token, channelId, userId };
  return { head, action: readAction(type, data, message, userId) };
}

function readAction(type: number, data: unknown, message: unknown, userId: string): Action {
  if (type === TYPE.component) return readPress(data, message, userId);
  if (type === TYPE.command || type === TYPE.autocomplete) return readCommand(type, data);
  return { kind: 'unknown' };
}

function readCommand(type: number, data: unknown): Action {
  const parsed = command.safeParse(data);
  // An autocomplete that cannot be read still wants a list.
  if (!parsed.success) return type === TYPE.autocomplete ? emptyAutocomplete() : { kind: 'unknown' };
  const { name, options, target_id, resolved } = parsed.data;
  if (parsed.data.type === COMMAND_TYPE.messageMenu)
    return { kind: 'menu', target: { name, text: messageText(resolved?.messages?.[target_id ?? '']) } };
  if (parsed.data.type !== COMMAND_TYPE.slash) return { kind: 'unknown' };
  const path = unfold(options ?? []);
  const invocation = { command: name, subcommand: path.subcommand, options: values(path.options) };
  if (type === TYPE.command) return { kind: 'slash', invocation };
  return {
    kind: 'autocomplete',
    invocation,
    focused: path.options.find((option) => option.focused)?.name ?? '',
  };
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
  const press: Press = {
    customId: pressed.data.custom_id,
    values: pressed.data.values ?? [],
    userId,
    ownerId: carrier.success ? ownerOf(carrier.data) : null,
    ephemeral: carrier.success && ((carrier.data.flags ?? 0) & EPHEMERAL) !== 0,
  };
  return { kind: 'press', press };
}

function ownerOf(message: z.infer<typeof pressedMessage>): string | null {
  const asker =
    message.interaction_metadata?.user ?? message.interaction?.user ?? message.referenced_message?.author;
  return asker?.id ?? null;
}

/** All that a person reads in a message: its text, its embeds, what was forwarded with it. */
export function messageText(message: z.infer<typeof readableMessage> | undefined): string {
  if (message === undefined) return '';
  const embeds = (message.embeds ?? []).flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ]);
  const forwarded = (message.message_snapshots ?? []).map((snapshot) => snapshot.message.content);
  return [message.content, ...embeds, ...forwarded].filter(Boolean).join('\n');
}
