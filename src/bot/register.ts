import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { fingerprint, forGuild, type RegisteredCommand, registeredCommand } from './definitions.js';

const ENTRY_POINT = 4;
const LOCALIZED = new URLSearchParams({ with_localizations: 'true' });

/** Whose commands, and where. */
export interface Scope {
  readonly applicationId: string;
  /** null: everywhere */
  readonly guildId: string | null;
}

/** What a synchronisation did. */
export interface Synchronised {
  readonly written: boolean;
  /** command name -> id */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Makes Discord know exactly these commands: reads, compares, and writes only when they differ.
 * @throws the library's errors
 */
export async function synchronise(
  rest: REST,
  scope: Scope,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
  logger: Logger,
): Promise<Synchronised> {
  const wanted = scope.guildId === null ? definitions : forGuild(definitions);
  const present = await read(rest, scope);
  // Discord makes the entry point of an Activity itself, and would miss it.
  const kept = present.filter(({ type }) => type === ENTRY_POINT);
  const ours = present.filter(({ type }) => type !== ENTRY_POINT);
  const differs = fingerprint(ours) !== fingerprint(wanted);
  const registered = differs ? await write(rest, scope, [...wanted, ...kept]) : present;
  logger.info(
    { commands: wanted.length, written: differs },
    differs ? 'Commands registered' : 'Commands are up to date',
  );
  return { written: differs, ids: new Map(registered.map(({ name, id }) => [name, id])) };
}

/**
 * Takes commands of these names away from another scope. A bot that was registered in one server first and everywhere later,
 * or the other way round, would show people each command twice.
 * @throws the library's errors
 */
export async function removeTwins(
  rest: REST,
  elsewhere: Scope,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
  logger: Logger,
): Promise<void> {
  const names = new Set(definitions.map(({ name, type }) => `${type ?? 1} ${name}`));
  const present = await read(rest, elsewhere);
  const others = present.filter(({ name, type }) => !names.has(`${type} ${name}`));
  if (others.length === present.length) return;
  await write(rest, elsewhere, others);
  const removed = present.length - others.length;
  logger.info({ removed, guild: elsewhere.guildId }, 'The same commands in another place were removed');
}

async function read(rest: REST, scope: Scope): Promise<RegisteredCommand[]> {
  return registeredCommand.array().parse(await rest.get(routeOf(scope), { query: LOCALIZED }));
}

async function write(rest: REST, scope: Scope, body: readonly unknown[]): Promise<RegisteredCommand[]> {
  return registeredCommand.array().parse(await rest.put(routeOf(scope), { body }));
}

function routeOf({ applicationId, guildId }: Scope) {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
