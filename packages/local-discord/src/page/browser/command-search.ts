import type { APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord-api-types/v10';
import { type App, type Choice, type Command, displayName, type State } from './page-model.js';

/** Discord's numbers for kinds of commands and options (interactions/application-commands). */
export const commandType = { slash: 1, user: 2, message: 3 } as const;
export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  number: 10,
} as const;

/** One option of a command, reduced to what the composer needs. */
export interface OptionSpec {
  name: string;
  description: string;
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: Choice[];
}

/** A command, or one of its subcommands, that can be sent as it is. */
export interface Invocable {
  app: App;
  commandId: string;
  /** The words after the slash: command, group and subcommand. */
  path: string[];
  /** The path as one string: "il32 alias". */
  label: string;
  description: string;
  options: OptionSpec[];
}

/** A command of a message's menu. */
export interface MessageCommand {
  app: App;
  id: string;
  name: string;
}

const booleanChoices: Choice[] = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
];

function choicesOf(option: APIApplicationCommandBasicOption, state: State): Choice[] {
  if (option.type === optionType.boolean) return booleanChoices;
  if (option.type === optionType.user) {
    const people = [...state.users, ...state.apps.map((app) => app.botUser)];
    return people.map((user) => ({ name: displayName(user), value: user.id }));
  }
  if (option.type === optionType.channel)
    return state.channels.map((channel) => ({ name: channel.name, value: channel.id }));
  return 'choices' in option && option.choices
    ? option.choices.map(({ name, value }) => ({ name, value }))
    : [];
}

function toSpec(option: APIApplicationCommandBasicOption, state: State): OptionSpec {
  return {
    name: option.name,
    description: option.description,
    type: option.type,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: choicesOf(option, state),
  };
}

type Base = Omit<Invocable, 'path' | 'label' | 'description' | 'options'>;

function flatten(
  base: Base,
  path: string[],
  description: string,
  options: APIApplicationCommandOption[],
  state: State,
): Invocable[] {
  const basic: OptionSpec[] = [];
  const nested: Invocable[] = [];
  for (const option of options) {
    if (option.type === optionType.subcommand || option.type === optionType.group) {
      const inner = 'options' in option ? (option.options ?? []) : [];
      nested.push(...flatten(base, [...path, option.name], option.description, inner, state));
    } else if (!('options' in option)) basic.push(toSpec(option, state));
  }
  return nested.length ? nested : [{ ...base, path, label: path.join(' '), description, options: basic }];
}

function appOf(command: Command, state: State): App | undefined {
  return state.apps.find((app) => app.id === command.application_id);
}

/** Every slash command and subcommand that can be sent, in the order the apps registered them. */
export function slashCommands(commands: Command[], state: State): Invocable[] {
  return commands.flatMap((command) => {
    const app = appOf(command, state);
    if (!app || command.type !== commandType.slash) return [];
    return flatten(
      { app, commandId: command.id },
      [command.name],
      command.description,
      command.options ?? [],
      state,
    );
  });
}

/** The commands that a message's menu offers under "Apps". */
export function messageCommands(commands: Command[], state: State): MessageCommand[] {
  return commands.flatMap((command) => {
    const app = appOf(command, state);
    return app && command.type === commandType.message ? [{ app, id: command.id, name: command.name }] : [];
  });
}

function rank(invocable: Invocable, words: string): number {
  if (invocable.label.startsWith(words)) return 0;
  if (invocable.path.some((part) => part.startsWith(words))) return 1;
  if (invocable.label.includes(words)) return 2;
  return words
    .split(' ')
    .every((word) => `${invocable.label} ${invocable.description}`.toLowerCase().includes(word))
    ? 3
    : Infinity;
}

/** The commands that fit what stands after the slash: beginnings first, then any part of name or description. */
export function matchCommands(all: Invocable[], typed: string): Invocable[] {
  const words = typed.trim().toLowerCase();
  return all
    .map((invocable) => ({ invocable, rank: rank(invocable, words) }))
    .filter((entry) => entry.rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.invocable);
}
