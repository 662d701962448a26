import { COMMAND } from './discord-limits.js';
import {
  all,
  boolean,
  echo,
  fields,
  type Issues,
  isAbsent,
  isObject,
  list,
  oneOf,
  optional,
  type Rule,
  rule,
} from './form.js';
import {
  checkDistinct,
  description,
  items,
  localizations,
  menuName,
  optionList,
  slashName,
} from './option-rules.js';

type Loose = Record<string, unknown>;

/** Command types. Source: interactions/application-commands. */
export const COMMAND_TYPE = { slash: 1, user: 2, message: 3, entryPoint: 4 } as const;

function longest(holder: Loose, key: string, tableKey: string): number {
  const base = holder[key];
  const table = holder[tableKey];
  const lengths = isObject(table) ? Object.values(table).map((entry) => String(entry ?? '').length) : [];
  return Math.max(typeof base === 'string' ? base.length : 0, ...lengths);
}

/**
 * The characters that count towards 8,000: names, descriptions and values of a command with all options and
 * choices; of localized texts the longest. Source: interactions/application-commands.
 */
export function commandLength(holder: Loose): number {
  const value = holder['value'];
  const own =
    longest(holder, 'name', 'name_localizations') +
    longest(holder, 'description', 'description_localizations') +
    (typeof value === 'string' ? value.length : 0);
  const inner = [...items(holder['options']), ...items(holder['choices'])];
  return inner.reduce((sum, each) => sum + commandLength(each), own);
}

function checkSize(command: Loose, at: Issues): void {
  if (commandLength(command) > COMMAND.totalMax) {
    at.add('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${COMMAND.totalMax})`);
  }
}

const permissions = optional(
  rule<string>((value, at) => {
    if (!/^\d+$/.test(String(value))) at.add('NUMBER_TYPE_COERCE', `Value "${echo(value)}" is not int.`);
  }),
);

/** Which fields a command has beside its name, by where it is registered. */
export type Scope = 'global' | 'guild';

const shared = {
  type: optional(oneOf([1, 2, 3, 4])),
  default_member_permissions: permissions,
  dm_permission: optional(boolean),
  nsfw: optional(boolean),
};

function checkContexts(command: Loose, scope: Scope, at: Issues): void {
  const contexts = optional(list(oneOf([0, 1, 2]), { max: 3 }));
  const installs = optional(list(oneOf([0, 1]), { max: 2 }));
  if (scope === 'global') {
    contexts(command['contexts'], at.at('contexts'));
    installs(command['integration_types'], at.at('integration_types'));
    return;
  }
  for (const key of ['contexts', 'integration_types']) {
    if (isAbsent(command[key])) continue;
    at.at(key).add('APPLICATION_COMMAND_GUILD_FIELD_INVALID', `${key} is only allowed on global commands`);
  }
}

function checkSlash(command: Loose, at: Issues): void {
  slashName(command['name'], at.at('name'));
  localizations(slashName)(command['name_localizations'], at.at('name_localizations'));
  description(command['description'], at.at('description'));
  localizations(description)(command['description_localizations'], at.at('description_localizations'));
  optional(optionList('command'))(command['options'], at.at('options'));
}

function checkMenu(command: Loose, at: Issues): void {
  menuName(command['name'], at.at('name'));
  localizations(menuName)(command['name_localizations'], at.at('name_localizations'));
  const hasDescription = !isAbsent(command['description']) && command['description'] !== '';
  if (hasDescription) {
    at.at('description').add(
      'APPLICATION_COMMAND_DESCRIPTION_INVALID',
      'Context menu commands cannot have a description',
    );
  }
  if (items(command['options']).length > 0) {
    at.at('options').add('APPLICATION_COMMAND_OPTIONS_INVALID', 'Context menu commands cannot have options');
  }
}

function checkKind(command: Loose, scope: Scope, at: Issues): void {
  const type = command['type'] ?? COMMAND_TYPE.slash;
  if (type === COMMAND_TYPE.slash) checkSlash(command, at);
  else checkMenu(command, at);
  if (type === COMMAND_TYPE.entryPoint && scope === 'guild') {
    at.at('type').add('BASE_TYPE_CHOICES', 'Value must be one of {1, 2, 3}.');
  }
  checkContexts(command, scope, at);
}

/** The definition of one command. Source: interactions/application-commands. */
export function commandDefinition(scope: Scope): Rule<Loose> {
  return all(fields<Loose>(shared), (command, at) => checkKind(command, scope, at), checkSize);
}

/** The body of a PUT: definitions with names that are unique within their type. */
export function commandList(scope: Scope): Rule<Loose[]> {
  return all(list(commandDefinition(scope)), (commands, at) => {
    checkDistinct(
      commands.map((command) => `${String(command['type'] ?? 1)}:${String(command['name'])}`),
      at,
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    );
  });
}
