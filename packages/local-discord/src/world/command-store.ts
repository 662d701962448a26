import type { APIApplicationCommand } from 'discord-api-types/v10';
import { PERMISSION, permissionsOf } from '../people/member.js';
import { refusals } from '../rules/api-error.js';
import { COMMAND_TYPE } from '../rules/command-rules.js';
import { COMMAND, COMMANDS_PER_TYPE } from '../rules/discord-limits.js';
import { isAbsent, isObject } from '../rules/form.js';
import type { App, Channel, World } from './world.js';

type Loose = Record<string, unknown>;

function present(source: Loose, keys: readonly string[]): Loose {
  return Object.fromEntries(keys.filter((key) => !isAbsent(source[key])).map((key) => [key, source[key]]));
}

const PLAIN_OPTION = ['min_value', 'max_value', 'min_length', 'max_length', 'channel_types', 'file_types'];

function isFilled(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function choiceObject(choice: unknown): unknown {
  if (!isObject(choice)) return choice;
  return { name: choice['name'], value: choice['value'], ...present(choice, ['name_localizations']) };
}

/** An option as Discord gives it back: what is off or empty is left out. */
function optionObject(option: unknown): unknown {
  if (!isObject(option)) return option;
  const switches = Object.fromEntries(
    ['required', 'autocomplete'].filter((key) => option[key] === true).map((key) => [key, true]),
  );
  return {
    type: option['type'],
    name: option['name'],
    ...present(option, ['name_localizations']),
    description: option['description'],
    ...present(option, ['description_localizations']),
    ...switches,
    ...present(option, PLAIN_OPTION),
    ...(isFilled(option['choices']) ? { choices: option['choices'].map(choiceObject) } : {}),
    ...(isFilled(option['options']) ? { options: option['options'].map(optionObject) } : {}),
  };
}

/** What a definition says, in the form Discord keeps it. */
function definitionObject(definition: Loose, guildId: string | undefined): Loose {
  const options = definition['options'];
  const globals = {
    dm_permission: definition['dm_permission'] ?? true,
    contexts: definition['contexts'] ?? null,
    integration_types: definition['integration_types'] ?? [0],
  };
  return {
    type: definition['type'] ?? COMMAND_TYPE.slash,
    name: definition['name'],
    name_localizations: definition['name_localizations'] ?? null,
    description: definition['description'] ?? '',
    description_localizations: definition['description_localizations'] ?? null,
    default_member_permissions: isAbsent(definition['default_member_permissions'])
      ? null
      : String(definition['default_member_permissions']),
    nsfw: definition['nsfw'] ?? false,
    ...(isFilled(options) ? { options: options.map(optionObject) } : {}),
    ...(guildId === undefined ? globals : { guild_id: guildId }),
  };
}

function isCommand(value: Loose): value is Loose & APIApplicationCommand {
  return typeof value['id'] === 'string' && typeof value['name'] === 'string';
}

/** The commands of an application in one scope (undefined: global). */
export function commandsIn(app: App, guildId: string | undefined): APIApplicationCommand[] {
  return [...app.commands.values()].filter((command) => command.guild_id === guildId);
}

function keyOf(command: Loose): string {
  return `${String(command['type'] ?? COMMAND_TYPE.slash)}:${String(command['name'])}`;
}

function sameDefinition(a: Loose, b: Loose): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function countCreate(app: App, guildId: string | undefined): void {
  const scope = guildId ?? 'global';
  const used = app.commandCreates.get(scope) ?? 0;
  if (used >= COMMAND.createsPerDay) throw refusals.tooManyCommandCreates();
  app.commandCreates.set(scope, used + 1);
}

/** A command made of a definition; with the id it had, and its version when nothing changed. */
function makeCommand(
  world: World,
  app: App,
  guildId: string | undefined,
  definition: Loose,
  old: APIApplicationCommand | undefined,
): APIApplicationCommand {
  const content = definitionObject(definition, guildId);
  const id = old?.id ?? world.newId();
  const { id: _id, application_id: _app, version: oldVersion, ...oldContent } = old ?? { version: '' };
  const version = sameDefinition(content, { ...oldContent }) ? oldVersion : world.newId();
  const command: Loose = { id, application_id: app.id, version, ...content };
  if (!isCommand(command)) throw refusals.badRequest('A command has a name');
  return command;
}

function checkCounts(commands: readonly Loose[]): void {
  for (const [type, limit] of Object.entries(COMMANDS_PER_TYPE)) {
    const count = commands.filter((command) => String(command['type'] ?? COMMAND_TYPE.slash) === type).length;
    if (count > limit) throw refusals.tooManyCommands(limit);
  }
}

function announce(world: World, app: App, guildId: string | undefined): void {
  world.hub.emit('commands', guildId === undefined ? { appId: app.id } : { appId: app.id, guildId });
}

/**
 * Replaces all commands of one scope, as a PUT does. Ids of names that stay are kept; only new names count as creates.
 * Throws 30032 or 30034 when there are too many.
 */
export function replaceCommands(
  world: World,
  app: App,
  guildId: string | undefined,
  definitions: readonly Loose[],
): APIApplicationCommand[] {
  checkCounts(definitions);
  const old = new Map(commandsIn(app, guildId).map((command) => [keyOf({ ...command }), command]));
  const made = definitions.map((definition) => {
    const known = old.get(keyOf(definition));
    if (known === undefined) countCreate(app, guildId);
    return makeCommand(world, app, guildId, definition, known);
  });
  for (const command of old.values()) app.commands.delete(command.id);
  for (const command of made) app.commands.set(command.id, command);
  announce(world, app, guildId);
  return made;
}

/**
 * Adds or replaces one command, as a POST does.
 * @returns the command and whether it is new. Throws 30032 or 30034 when there are too many
 */
export function upsertCommand(world: World, app: App, guildId: string | undefined, definition: Loose) {
  const siblings = commandsIn(app, guildId);
  const old = siblings.find((command) => keyOf({ ...command }) === keyOf(definition));
  if (old === undefined) {
    checkCounts([...siblings.map((command) => ({ ...command })), definition]);
    countCreate(app, guildId);
  }
  const command = makeCommand(world, app, guildId, definition, old);
  app.commands.set(command.id, command);
  announce(world, app, guildId);
  return { command, isNew: old === undefined };
}

/** Changes parts of a command, as a PATCH does; `definition` is the whole that results. */
export function changeCommand(
  world: World,
  app: App,
  old: APIApplicationCommand,
  definition: Loose,
): APIApplicationCommand {
  const command = makeCommand(world, app, old.guild_id, definition, old);
  app.commands.set(command.id, command);
  announce(world, app, old.guild_id);
  return command;
}

/** Removes a command. */
export function deleteCommand(world: World, app: App, command: APIApplicationCommand): void {
  app.commands.delete(command.id);
  announce(world, app, command.guild_id);
}

/** Leaves the localizations out, as a GET without `with_localizations` does. */
export function withoutLocalizations<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (key.endsWith('_localizations') ? undefined : inner)),
  );
}

function isOffered(command: APIApplicationCommand, app: App, channel: Channel): boolean {
  if (command.guild_id !== undefined) return command.guild_id === channel.guildId;
  const context = channel.kind === 'guild' ? 0 : 1;
  if (command.contexts != null && !command.contexts.includes(context)) return false;
  if (context === 1 && command.contexts == null && command.dm_permission === false) return false;
  const installs: readonly number[] = command.integration_types ?? [0];
  return (app.installs.guild && installs.includes(0)) || (app.installs.user && installs.includes(1));
}

function isPermitted(
  world: World,
  command: APIApplicationCommand,
  channel: Channel,
  userId: string,
): boolean {
  const guild = world.guilds.get(channel.guildId ?? '');
  if (guild === undefined) return true;
  const has = permissionsOf(userId, guild);
  if ((has & PERMISSION.administrator) !== 0n) return true;
  if ((has & PERMISSION.useApplicationCommands) === 0n) return false;
  const needed = command.default_member_permissions;
  if (needed === null) return true;
  return needed !== '0' && (has & BigInt(needed)) === BigInt(needed);
}

/** The commands a person may use in a channel, of every application that is there. */
export function visibleCommands(world: World, channel: Channel, userId: string): APIApplicationCommand[] {
  const apps = channel.appId === undefined ? [...world.apps.values()] : [world.apps.get(channel.appId)];
  return apps.flatMap((app) =>
    app === undefined
      ? []
      : [...app.commands.values()].filter(
          (command) => isOffered(command, app, channel) && isPermitted(world, command, channel, userId),
        ),
  );
}

/**
 * The command of a name that a person may use in a channel.
 * @param types the command types that will do
 * @param appId whose; default: the first application that has one
 */
export function findCommand(
  world: World,
  channel: Channel,
  userId: string,
  name: string,
  types: readonly number[],
  appId?: string,
): APIApplicationCommand | undefined {
  for (const app of world.apps.values()) {
    if ((appId ?? channel.appId ?? app.id) !== app.id) continue;
    for (const command of app.commands.values()) {
      if (command.name !== name || !types.includes(command.type)) continue;
      if (isOffered(command, app, channel) && isPermitted(world, command, channel, userId)) return command;
    }
  }
  return undefined;
}
