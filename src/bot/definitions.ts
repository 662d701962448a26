import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { z } from 'zod';

/**
 * Brings command definitions to one form, so that ours can be compared with what Discord sends back:
 * Discord adds ids and defaults, drops what is empty, and promises no order of commands or contexts.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);

/** What Discord knows about a command, as far as it is needed here. */
export const registeredCommand = z.looseObject({ id: z.string(), type: z.number(), name: z.string() });
export type RegisteredCommand = z.infer<typeof registeredCommand>;

/** Keys that only Discord writes, or that it has replaced by others. */
const NOT_OURS = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
]);

/** Keys whose order means nothing. */
const SETS = new Set(['contexts', 'integration_types', 'channel_types']);

const SLASH = 1;

/** A text that is equal for two lists of commands exactly when they mean the same. */
export function fingerprint(commands: readonly unknown[]): string {
  return JSON.stringify(commands.map(normalised).sort());
}

function normalised(command: unknown): string {
  const value = simplify(json.parse(JSON.parse(JSON.stringify(command))));
  return JSON.stringify(isObject(value) ? { type: SLASH, ...value } : value, sortedKeys);
}

function simplify(value: Json): Json {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !NOT_OURS.has(key) && !isDefault(inner))
      .map(([key, inner]) => [
        key,
        SETS.has(key) && Array.isArray(inner) ? [...inner].sort() : simplify(inner),
      ]),
  );
}

/** Unset, `false`, empty text and empty lists are what Discord assumes anyway. */
function isDefault(value: Json): boolean {
  if (value === null || value === false || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedKeys(_key: string, value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The definitions for one server: where a command can be used is a matter of global commands alone. */
export function forGuild(
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
): RESTPostAPIApplicationCommandsJSONBody[] {
  return definitions.map(({ contexts: _contexts, integration_types: _types, ...rest }) => rest);
}
