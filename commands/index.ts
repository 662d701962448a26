import {
  type APIApplicationCommandBasicOption,
  type APIEmbedField,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Answer } from '../src/answer/answer.js';
import { withOtherGenes } from '../src/answer/other-genes.js';
import type { GeneCatalogue } from '../src/catalogue/catalogue.js';
import type { CatalogueHandle } from '../src/catalogue/handle.js';
import { formatChoices } from '../src/citation/find-style.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import { LIMITS } from '../src/limits.js';
import type { GeneRecord } from '../src/record/schema.js';
import { geneFullName, geneSymbol } from '../src/record/words.js';
import { readContext } from '../src/reply/context.js';
import type { Illustrate } from '../src/reply/illustrate.js';
import { clamp, escapeText } from '../src/reply/markdown.js';
import { answerReply, noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { aliasCommand } from './alias.js';
import { askCommand } from './ask.js';
import { cardCommand } from './card.js';
import { answerChat } from './chat.js';
import { citeCommand } from './cite.js';
import type { CommandContext, Subcommand } from './command.js';
import { functionCommand } from './function.js';
import { helpCommand } from './help.js';
import { idCommand } from './id.js';
import { locateCommand } from './locate.js';
import { explainTerms, LOOK_UP_NAME, lookUpTerms } from './look-up.js';
import { answerPress } from './press.js';
import type { CommandSet, Invocation } from './types.js';

const LOOK_UPS = [
  askCommand,
  aliasCommand,
  idCommand,
  functionCommand,
  citeCommand,
  locateCommand,
  cardCommand,
];

/** Every subcommand of a record's slash command, in the order in which Discord, help and the README show them. */
export const SUBCOMMANDS: readonly Subcommand[] = [...LOOK_UPS, helpCommand(LOOK_UPS, LOOK_UP_NAME)];

const PRIVATE: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Only you see the answer (otherwise the channel sees it)',
};

/** Commands work in servers and for people who install the app for themselves; in channels, with the bot, and in other direct messages. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** What the commands draw on besides the records. */
export interface Resources {
  readonly styles: StyleCatalogue;
  readonly illustrate: Illustrate;
  /** all human genes; left out where nobody knows about genes without a record */
  readonly genes?: Pick<CatalogueHandle, 'isThere' | 'current'>;
}

/**
 * Makes everything that people can invoke: one slash command for each record and one entry in the message menu.
 * @param records at least one
 */
export function createCommands(records: readonly GeneRecord[], resources: Resources): CommandSet {
  const ids = new Map<string, string>();
  const formats = formatChoices(resources.styles).map(({ key }) => key);
  const contextFor = (record: GeneRecord, previous: string | null): CommandContext => {
    return {
      record,
      styles: resources.styles,
      previous: () => (previous === null ? null : readContext(previous, records, formats)),
      mention: (subcommand) => commandMention(record.command, subcommand, ids.get(record.command)),
    };
  };
  const offered = new Map(
    records.flatMap((record) =>
      SUBCOMMANDS.map((chosen) => {
        const options = chosen.options({ record, styles: resources.styles });
        const required = options.filter((option) => option.required === true);
        return [`${record.command} ${chosen.name}`, { record, chosen, required }] as const;
      }),
    ),
  );
  const find = ({ command, subcommand }: Invocation) => offered.get(`${command} ${subcommand}`);

  const reply = (answer: Answer, isPrivate: boolean, content = '') =>
    answerReply(answer, {
      ...resources,
      private: isPrivate,
      content,
      fields: extraFields(answer, contextFor(answer.record, null)),
    });

  const lookedUpIn = () => ({ records, catalogue: catalogueIn(resources) });

  return {
    definitions: [...records.map((record) => definition(record, resources)), menuDefinition()],
    useCommandIds(known) {
      ids.clear();
      for (const [name, id] of known) ids.set(name, id);
    },
    async run(invocation) {
      const found = find(invocation);
      if (found === undefined) return unknownCommand();
      const { record, chosen, required } = found;
      const missing = required.find(({ name }) => typeof invocation.options[name] !== 'string');
      if (missing !== undefined) return noticeReply(`Fill in "${missing.name}": ${missing.description}.`);
      return runSubcommand(chosen, contextFor(record, invocation.previous), invocation, resources);
    },
    complete(invocation, option) {
      const found = find(invocation);
      if (found === undefined) return [];
      const typed = invocation.options[option];
      const context = contextFor(found.record, invocation.previous);
      return (
        found.chosen.complete?.(
          context,
          option,
          typeof typed === 'string' ? typed.slice(0, LIMITS.typing) : '',
        ) ?? []
      );
    },
    menu: async ({ name, text }) =>
      name === LOOK_UP_NAME ? lookUpTerms(lookedUpIn(), text) : unknownCommand(),
    press: (press) => answerPress(press, { records, styles: resources.styles, reply }),
    chat: (chat) =>
      answerChat(
        { ...chat, text: chat.text.slice(0, LIMITS.typed) },
        {
          records,
          styles: resources.styles,
          reply: (answer) =>
            reply(withOtherGenes(answer, chat.text.slice(0, LIMITS.typed), catalogueIn(resources)), false),
          explain: async (text) => explainTerms(lookedUpIn(), text),
        },
      ),
  };
}

function catalogueIn({ genes }: Resources): GeneCatalogue | null {
  return genes?.current() ?? null;
}

async function runSubcommand(
  chosen: Subcommand,
  context: CommandContext,
  { options }: Invocation,
  resources: Resources,
): Promise<Reply> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(options))
    if (typeof value === 'string') typed[name] = value.slice(0, LIMITS.typed);
  const answer = withOtherGenes(
    chosen.answer(context, typed),
    Object.values(typed).join(' '),
    catalogueIn(resources),
  );
  const quoted = chosen.quotes === undefined ? undefined : typed[chosen.quotes];
  return answerReply(answer, {
    ...resources,
    private: options['private'] === true,
    content: quoted === undefined ? '' : quote(quoted),
    fields: extraFields(answer, context),
  });
}

/** Help lists the commands, however somebody came to ask for it. */
function extraFields(answer: Answer, context: CommandContext): readonly APIEmbedField[] {
  return answer.kind === 'help' && answer.request.do === 'help' && answer.request.about === 'commands'
    ? SUBCOMMANDS.flatMap((subcommand) => subcommand.fields?.(context) ?? [])
    : [];
}

/** The longest piece of a question that is repeated above its answer, in characters. */
const QUOTED = 200;

function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line === '' ? '' : `> ${clamp(escapeText(line), QUOTED)}`;
}

function definition(record: GeneRecord, resources: Resources): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name: record.command,
    description: clamp(
      `Look up ${geneSymbol(record)} (${geneFullName(record)}): names, IDs, function, citations`,
      LIMITS.commandDescription,
    ),
    ...EVERYWHERE,
    options: SUBCOMMANDS.map((subcommand) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name: subcommand.name,
      description: clamp(subcommand.description(record), LIMITS.commandDescription),
      options: [...subcommand.options({ record, styles: resources.styles }), PRIVATE],
    })),
  };
}

function menuDefinition(): RESTPostAPIApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, name: LOOK_UP_NAME, ...EVERYWHERE };
}

function commandMention(command: string, subcommand: string, id: string | undefined): string {
  return id === undefined ? `\`/${command} ${subcommand}\`` : `</${command} ${subcommand}:${id}>`;
}

function unknownCommand(): Reply {
  return noticeReply(
    'This command is not known here any more. Reload Discord to get the present list, then try again.',
  );
}
