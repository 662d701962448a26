import { respond } from '../src/answer/respond.js';
import type { CommandContext, Subcommand } from './command.js';

/**
 * `/<gene> help`: what can be asked, what the record holds, where it is from.
 * @param others the subcommands that it lists besides itself
 */
export function helpCommand(others: readonly Subcommand[], menuName: string): Subcommand {
  const self: Subcommand = {
    name: 'help',
    description: (gene) => `What you can ask about ${gene}, and where the answers are from`,
    options: () => [],
    answer: ({ record }) => respond(record, { do: 'help' }),
    fields: (context) => [
      { name: 'Commands', value: commandList([...others, self], context).join('\n'), inline: false },
      {
        name: 'In a message’s menu',
        value: `Apps, then **${menuName}**: explains every name, accession and reference in it`,
        inline: false,
      },
    ],
  };
  return self;
}

function commandList(commands: readonly Subcommand[], { gene, mention }: CommandContext): string[] {
  return commands.map(({ name, description }) => `${mention(name)} ${description(gene)}`);
}
