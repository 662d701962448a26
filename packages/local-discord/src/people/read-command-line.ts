import type { APIApplicationCommand } from 'discord-api-types/v10';
import { OPTION } from '../rules/option-rules.js';
import type { CommandCall } from './contract.js';
import { refuse } from './refusal.js';

/** The name of the command on a line such as `/il32 alias name:taif-b`. */
export function commandNameOf(line: string): string {
  const name = /^\/(\S+)/.exec(line.trim())?.[1];
  return name ?? refuse('A command begins with a slash');
}

interface Described {
  readonly name: string;
  readonly type: number;
  readonly options?: readonly Described[] | undefined;
}

function nested(
  options: readonly Described[],
  word: string | undefined,
  type: number,
): Described | undefined {
  return options.find((option) => option.name === word && option.type === type);
}

/** Splits `name:taif-b private:true` at the names that the command knows; values may hold spaces and colons. */
function splitOptions(source: string, names: readonly string[]): Record<string, string> {
  if (source.trim() === '') return {};
  const known = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const starts = known === '' ? [] : [...source.matchAll(new RegExp(`(?:^|\\s)(${known}):`, 'g'))];
  const first = starts[0];
  if (first === undefined || source.slice(0, first.index).trim() !== '') {
    return refuse(`Unknown option in "${source.trim()}"`);
  }
  return Object.fromEntries(
    starts.map((start, index) => {
      const value = source.slice(start.index + start[0].length, starts[index + 1]?.index);
      return [start[1] ?? '', value.trim()];
    }),
  );
}

/**
 * Reads a typed command line with the command's own definition.
 * @returns the parts, all values as texts. Throws a ClientRefusal for a subcommand or option that does not exist
 */
export function parseCommandLine(
  line: string,
  command: APIApplicationCommand,
): CommandCall & { options: Record<string, string> } {
  const words = line.trim().split(/\s+/);
  let options: readonly Described[] = command.options ?? [];
  let used = 1;
  const group = nested(options, words[used], OPTION.group);
  if (group !== undefined) {
    options = group.options ?? [];
    used += 1;
  }
  const subcommand = nested(options, words[used], OPTION.subcommand);
  if (subcommand !== undefined) {
    options = subcommand.options ?? [];
    used += 1;
  }
  const rest = line.trim().replace(new RegExp(`^(\\S+\\s*){${used}}`), '');
  return {
    command: command.name,
    ...(group === undefined ? {} : { group: group.name }),
    ...(subcommand === undefined ? {} : { subcommand: subcommand.name }),
    options: splitOptions(
      rest,
      options.map((option) => option.name),
    ),
  };
}
