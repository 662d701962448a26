import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { COMMAND } from '../rules/discord-limits.js';
import { safeFilename } from '../rules/request-rules.js';
import { resolvedChannel } from '../world/channel-object.js';
import { attachmentObject } from '../world/compose-message.js';
import type { World } from '../world/world.js';
import type { CommandCall, OptionValue, Upload } from './contract.js';
import { refuse } from './refusal.js';

/** Discord's `data` of a command interaction. */
export interface CommandData {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly options?: readonly object[];
  readonly resolved?: object;
  readonly guild_id?: string;
}

/** Where the plain options of a call stand in its command. */
interface Place {
  readonly group?: APIApplicationCommandOption;
  readonly subcommand?: APIApplicationCommandOption;
  readonly options: readonly APIApplicationCommandOption[];
}

function inner(option: APIApplicationCommandOption): readonly APIApplicationCommandOption[] {
  const nests = option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
  return nests ? (option.options ?? []) : [];
}

function find(
  options: readonly APIApplicationCommandOption[],
  name: string,
  type: Type,
): APIApplicationCommandOption {
  const found = options.find((option) => option.name === name && option.type === type);
  return found ?? refuse(`There is no "${name}" here`);
}

function placeOf(command: APIApplicationCommand, call: CommandCall): Place {
  const top = command.options ?? [];
  const group = call.group === undefined ? undefined : find(top, call.group, Type.SubcommandGroup);
  const around = group === undefined ? top : inner(group);
  const subcommand =
    call.subcommand === undefined ? undefined : find(around, call.subcommand, Type.Subcommand);
  const options = subcommand === undefined ? around : inner(subcommand);
  const isBare = options.some(
    (option) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup,
  );
  if (isBare) refuse(`/${command.name} needs a subcommand`);
  return {
    options,
    ...(group === undefined ? {} : { group }),
    ...(subcommand === undefined ? {} : { subcommand }),
  };
}

function isUpload(value: OptionValue): value is Upload {
  return typeof value === 'object';
}

type Leaf = string | number | boolean;

interface Resolved {
  users?: Record<string, object>;
  channels?: Record<string, object>;
  attachments?: Record<string, object>;
}

function resolveUser(world: World, id: string, resolved: Resolved): Leaf {
  const user = world.users.get(id) ?? refuse('There is no such user');
  resolved.users = { ...resolved.users, [id]: user };
  return id;
}

function resolveChannel(world: World, id: string, resolved: Resolved): Leaf {
  const channel = world.channels.get(id) ?? refuse('There is no such channel');
  resolved.channels = { ...resolved.channels, [id]: resolvedChannel(world, channel) };
  return id;
}

function resolveUpload(world: World, upload: Upload, resolved: Resolved): Leaf {
  const bytes = Buffer.from(upload.data);
  const filename = safeFilename(upload.filename);
  const contentType = upload.contentType ?? 'application/octet-stream';
  const file = { id: world.newId(), filename, contentType, bytes };
  world.files.set(file.id, file);
  world.fileBytes += bytes.length;
  resolved.attachments = { ...resolved.attachments, [file.id]: attachmentObject(world, file) };
  return file.id;
}

function toNumber(option: APIApplicationCommandOption, value: OptionValue): number {
  const number = typeof value === 'number' ? value : Number(String(value).trim() || Number.NaN);
  const whole = option.type !== Type.Integer || Number.isSafeInteger(number);
  if (!Number.isFinite(number) || !whole) refuse(`"${option.name}" must be a number`);
  return number;
}

function toBoolean(option: APIApplicationCommandOption, value: OptionValue): boolean {
  if (typeof value === 'boolean') return value;
  const text = String(value).toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  return refuse(`"${option.name}" must be True or False`);
}

function leafOf(
  world: World,
  option: APIApplicationCommandOption,
  value: OptionValue,
  resolved: Resolved,
): Leaf {
  if (isUpload(value)) {
    if (option.type !== Type.Attachment) refuse(`"${option.name}" takes no file`);
    return resolveUpload(world, value, resolved);
  }
  switch (option.type) {
    case Type.Integer:
    case Type.Number:
      return toNumber(option, value);
    case Type.Boolean:
      return toBoolean(option, value);
    case Type.User:
    case Type.Mentionable:
      return resolveUser(world, String(value), resolved);
    case Type.Channel:
      return resolveChannel(world, String(value), resolved);
    default:
      return String(value);
  }
}

function choicesOf(option: APIApplicationCommandOption): readonly { name: string; value: string | number }[] {
  return 'choices' in option ? (option.choices ?? []) : [];
}

/** A picked choice: by its value, or by the name that the person reads. */
function pickChoice(option: APIApplicationCommandOption, leaf: Leaf): Leaf {
  const choices = choicesOf(option);
  if (choices.length === 0) return leaf;
  const chosen =
    choices.find(({ value }) => String(value) === String(leaf)) ?? choices.find(({ name }) => name === leaf);
  return chosen?.value ?? refuse(`"${String(leaf)}" is not one of the choices of "${option.name}"`);
}

function checkBounds(option: APIApplicationCommandOption, leaf: Leaf): void {
  if (typeof leaf === 'string' && option.type === Type.String) {
    const { min_length: min = 0, max_length: max = COMMAND.textLengthMax } = option;
    if (leaf.length < min) refuse(`"${option.name}" must have at least ${min} characters`);
    if (leaf.length > max) refuse(`"${option.name}" must have at most ${max} characters`);
  }
  if (typeof leaf === 'number' && (option.type === Type.Integer || option.type === Type.Number)) {
    const { min_value: min = -Infinity, max_value: max = Infinity } = option;
    if (leaf < min) refuse(`"${option.name}" must be at least ${min}`);
    if (leaf > max) refuse(`"${option.name}" must be at most ${max}`);
  }
}

/** What was given for an option; its name may be that of a property every object has. */
function given(values: Readonly<Record<string, OptionValue>>, name: string): OptionValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function isMissing(value: OptionValue | undefined): boolean {
  return value === undefined || value === '';
}

function filledOption(
  world: World,
  option: APIApplicationCommandOption,
  value: OptionValue,
  resolved: Resolved,
): object {
  const leaf =
    choicesOf(option).length > 0 && !isUpload(value)
      ? pickChoice(option, value)
      : leafOf(world, option, value, resolved);
  checkBounds(option, leaf);
  return { name: option.name, type: option.type, value: leaf };
}

/** The option that is being typed: whatever stands in the box. */
function typedOption(option: APIApplicationCommandOption, value: OptionValue, focused: boolean): object {
  const raw = isUpload(value) ? '' : value;
  return { name: option.name, type: option.type, value: raw, ...(focused ? { focused: true } : {}) };
}

function checkKnown(place: Place, values: Readonly<Record<string, OptionValue>>): void {
  for (const name of Object.keys(values)) {
    if (!place.options.some((option) => option.name === name)) refuse(`There is no option "${name}" here`);
  }
}

function wrap(place: Place, leaves: readonly object[]): readonly object[] {
  const { group, subcommand } = place;
  const within =
    subcommand === undefined ? leaves : [{ name: subcommand.name, type: subcommand.type, options: leaves }];
  return group === undefined ? within : [{ name: group.name, type: group.type, options: within }];
}

function dataOf(command: APIApplicationCommand, options: readonly object[], resolved: Resolved): CommandData {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(options.length === 0 ? {} : { options }),
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
}

/**
 * Fills in a command as Discord's client does before it sends it.
 * Throws a ClientRefusal for what the client would not send: missing, unknown, out of bounds, not one of the choices.
 */
export function fillCommand(world: World, command: APIApplicationCommand, call: CommandCall): CommandData {
  const place = placeOf(command, call);
  const values = call.options ?? {};
  checkKnown(place, values);
  const resolved: Resolved = {};
  const leaves = place.options.flatMap((option) => {
    const value = given(values, option.name);
    if (value !== undefined && !isMissing(value)) return [filledOption(world, option, value, resolved)];
    if (option.required === true) refuse(`"${option.name}" is required`);
    return [];
  });
  return dataOf(command, wrap(place, leaves), resolved);
}

/** A half-typed command, with the option that has the focus. Throws a ClientRefusal when that has no autocomplete. */
export function typeCommand(command: APIApplicationCommand, call: CommandCall, focused: string) {
  const place = placeOf(command, call);
  const values: Readonly<Record<string, OptionValue>> = { [focused]: '', ...call.options };
  checkKnown(place, values);
  const option = place.options.find(({ name }) => name === focused);
  if (option === undefined || !('autocomplete' in option) || option.autocomplete !== true) {
    return refuse(`"${focused}" has no suggestions`);
  }
  const leaves = place.options.flatMap((each) => {
    const value = given(values, each.name);
    return value === undefined ? [] : [typedOption(each, value, each.name === focused)];
  });
  return { data: dataOf(command, wrap(place, leaves), {}), focusedType: Number(option.type) };
}

/** "il32 alias": the words that were invoked. */
export function invokedName(call: CommandCall): string {
  return [call.command, call.group, call.subcommand].filter((part) => part !== undefined).join(' ');
}
