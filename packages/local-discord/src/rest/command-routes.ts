import type { APIApplicationCommand } from 'discord-api-types/v10';
import { refusals } from '../rules/api-error.js';
import { commandDefinition, commandList } from '../rules/command-rules.js';
import { COMMANDS_PER_TYPE } from '../rules/discord-limits.js';
import { accept, isObject } from '../rules/form.js';
import {
  changeCommand,
  commandsIn,
  deleteCommand,
  replaceCommands,
  upsertCommand,
  withoutLocalizations,
} from '../world/command-store.js';
import { type Call, type Reply, type Route, route } from './router.js';

function scopeOf({ params, app, world }: Call): { guildId: string | undefined; scope: 'global' | 'guild' } {
  if (params['app'] !== app.id) throw refusals.missingAccess();
  const guildId = params['guild'];
  if (guildId !== undefined && !world.guilds.has(guildId)) throw refusals.missingAccess();
  return { guildId, scope: guildId === undefined ? 'global' : 'guild' };
}

function shown(call: Call, commands: APIApplicationCommand[]): APIApplicationCommand[] {
  return call.query.get('with_localizations') === 'true' ? commands : withoutLocalizations(commands);
}

function readAll(call: Call): Reply {
  return { status: 200, body: shown(call, commandsIn(call.app, scopeOf(call).guildId)) };
}

/** A list longer than all that an application may have is not even read. */
function checkListLength(body: unknown): void {
  const most = Object.values(COMMANDS_PER_TYPE).reduce<number>((sum, limit) => sum + limit, 0);
  if (Array.isArray(body) && body.length > most) throw refusals.tooManyCommands(COMMANDS_PER_TYPE[1]);
}

function putAll(call: Call): Reply {
  const { guildId, scope } = scopeOf(call);
  checkListLength(call.body);
  const definitions = accept(commandList(scope), call.body);
  return { status: 200, body: replaceCommands(call.world, call.app, guildId, definitions) };
}

function postOne(call: Call): Reply {
  const { guildId, scope } = scopeOf(call);
  const definition = accept(commandDefinition(scope), call.body);
  const { command, isNew } = upsertCommand(call.world, call.app, guildId, definition);
  return { status: isNew ? 201 : 200, body: command };
}

function commandOf(call: Call): APIApplicationCommand {
  const { guildId } = scopeOf(call);
  const command = call.app.commands.get(call.params['command'] ?? '');
  if (command === undefined || command.guild_id !== guildId) throw refusals.unknownCommand();
  return command;
}

function getOne(call: Call): Reply {
  return { status: 200, body: commandOf(call) };
}

function patchOne(call: Call): Reply {
  const old = commandOf(call);
  const changes = isObject(call.body) ? call.body : {};
  const definition = accept(commandDefinition(scopeOf(call).scope), { ...old, ...changes, type: old.type });
  return { status: 200, body: changeCommand(call.world, call.app, old, definition) };
}

function deleteOne(call: Call): Reply {
  deleteCommand(call.world, call.app, commandOf(call));
  return { status: 204 };
}

const bases = ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'];

/** Registration of commands, global and of one guild. */
export const commandRoutes: readonly Route[] = bases.flatMap((base) => [
  route('GET', base, 'commands', readAll),
  route('PUT', base, 'commands', putAll),
  route('POST', base, 'commands', postOne),
  route('GET', `${base}/:command`, 'commands', getOne),
  route('PATCH', `${base}/:command`, 'commands', patchOne),
  route('DELETE', `${base}/:command`, 'commands', deleteOne),
]);
