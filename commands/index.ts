import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type APIEmbedField,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { shownTheWay } from '../src/answer/among.js';
import type { Answer } from '../src/answer/answer.js';
import { prepare } from '../src/answer/prepare.js';
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
import { withOtherGenes } from '../src/view/other-genes.js';
import { aliasCommand } from './alias.js';
import { isKnownOfAll, isMeant, withoutRecord } from './any-gene.js';
import { askCommand } from './ask.js';
import { cardCommand } from './card.js';
import { answerChat } from './chat.js';
import { citeCommand } from './cite.js';
import type { CommandContext, Subcommand } from './command.js';
import { functionCommand } from './function.js';
import { ANY_GENE, type ChosenGene, chooseGene, completeGene, GENE_OPTION } from './genes.js';
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
 * Makes everything that people can invoke: one slash command for each record, as far as Discord takes them, `/gene` for all where
 * there is more than one, and one entry in the message menu.
 * @param records at least one
 */
export function createCommands(records: readonly GeneRecord[], resources: Resources): CommandSet {
  const ids = new Map<string, string>();
  const formats = formatChoices(resources.styles).map(({ key }) => key);
  const { styles } = resources;
  const own = records.slice(0, LIMITS.geneCommands);
  const commandOf = (record: GeneRecord): string => (own.includes(record) ? record.command : ANY_GENE);
  const known = (style: string | null | undefined): string | null =>
    style != null && formats.includes(style) ? style : null;
  const contextFor = (
    record: GeneRecord,
    command: string,
    { previous, lastStyle }: Pick<Invocation, 'previous' | 'lastStyle'> = { previous: null },
  ): CommandContext => ({
    record,
    records,
    styles,
    gene: command === ANY_GENE ? A_GENE : geneSymbol(record),
    previous: () => (previous === null ? null : readContext(previous, records, formats)),
    lastStyle: known(lastStyle),
    command: (other) => `/${commandOf(other)}`,
    mention: (subcommand) => commandMention(command, subcommand, ids.get(command)),
  });
  const hasAnyGene = records.length > 1 || resources.genes?.isThere() === true;
  const recordOf = ({ command, options }: Invocation): ChosenGene | null => {
    if (command !== ANY_GENE || !hasAnyGene) {
      const record = own.find((each) => each.command === command);
      return record === undefined ? null : { record };
    }
    const typed = options[ANY_GENE];
    return chooseGene(records, typeof typed === 'string' ? typed : '');
  };

  const reply = (answer: Answer, isPrivate: boolean, content = '') =>
    answerReply(answer, {
      ...resources,
      private: isPrivate,
      content,
      fields: extraFields(answer, contextFor(answer.record, helpCommandOf(answer))),
    });
  const helpCommandOf = (answer: Answer): string =>
    answer.kind === 'help' && (answer.records?.length ?? 0) > 1 ? ANY_GENE : commandOf(answer.record);

  /** Help in a channel speaks of every gene that can be asked there. */
  const forAll = (answer: Answer): Answer =>
    answer.kind === 'help' && records.length > 1 ? { ...answer, records } : answer;

  const lookedUpIn = () => ({ records, catalogue: catalogueIn(resources) });

  return {
    definitions: [
      ...own.map((record) => definition(record, resources)),
      ...(hasAnyGene ? [anyGeneDefinition(records, resources)] : []),
      menuDefinition(),
    ],
    prepare: () => prepare(records),
    useCommandIds(known) {
      ids.clear();
      for (const [name, id] of known) ids.set(name, id);
    },
    async run(invocation) {
      const chosen = SUBCOMMANDS.find(({ name }) => name === invocation.subcommand);
      const gene = recordOf(invocation);
      if (chosen === undefined || gene === null) return unknownCommand();
      const missing = missingOption(chosen, invocation, styles);
      if (missing !== null) return noticeReply(missing);
      const other =
        invocation.command === ANY_GENE ? otherGene(gene, chosen.name, invocation, resources) : null;
      if (other !== null) return other;
      if ('problem' in gene) return noticeReply(gene.problem);
      const context = contextFor(gene.record, invocation.command, invocation);
      return runSubcommand(chosen, context, invocation, resources);
    },
    complete(invocation, option) {
      const typed = invocation.options[option];
      const text = typeof typed === 'string' ? typed.slice(0, LIMITS.typing) : '';
      const chosen = SUBCOMMANDS.find(({ name }) => name === invocation.subcommand);
      const gene = recordOf(invocation);
      if (chosen === undefined || gene === null) return [];
      if (option === ANY_GENE && invocation.command === ANY_GENE)
        return completeGene(records, text, isKnownOfAll(chosen.name) ? catalogueIn(resources) : null);
      if ('problem' in gene) return [];
      const context = contextFor(gene.record, invocation.command, invocation);
      return chosen.complete?.(context, option, text) ?? [];
    },
    menu: async ({ name, text }) =>
      name === LOOK_UP_NAME ? lookUpTerms(lookedUpIn(), text) : unknownCommand(),
    press: (press) =>
      answerPress(press, {
        records,
        lastStyle: known(press.lastStyle),
        styles: resources.styles,
        reply: (answer, ...delivery) => reply(forAll(answer), ...delivery),
      }),
    chat: (chat) =>
      answerChat(
        { ...chat, text: chat.text.slice(0, LIMITS.typed) },
        {
          records,
          styles: resources.styles,
          lastStyle: known(chat.lastStyle),
          reply: (answer) =>
            reply(
              forAll(withOtherGenes(answer, chat.text.slice(0, LIMITS.typed), catalogueIn(resources))),
              false,
            ),
          command: (record) => `/${commandOf(record)}`,
          explain: async (text) => explainTerms(lookedUpIn(), text),
        },
      ),
  };
}

function catalogueIn({ genes }: Resources): GeneCatalogue | null {
  return genes?.current() ?? null;
}

/** What the catalogue of all human genes says of the gene that was chosen; null where the record has it, or nobody knows. */
function otherGene(
  gene: ChosenGene,
  subcommand: string,
  { options }: Invocation,
  resources: Resources,
): Reply | null {
  if (resources.genes?.isThere() !== true) return null;
  const catalogue = catalogueIn(resources);
  if (catalogue === null) return 'record' in gene ? null : noticeReply(STILL_READING);
  const typed = String(options[ANY_GENE] ?? '').trim();
  if ('record' in gene && isMeant(catalogue, typed, geneSymbol(gene.record))) return null;
  return withoutRecord(catalogue, subcommand, typed, options['private'] === true);
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
  const wanted = chosen.wanted === undefined ? '' : (typed[chosen.wanted] ?? '');
  const own = chosen.answer(context, typed);
  const way = shownTheWay(context.records, own, wanted, context.command);
  const answer = withOtherGenes(way, wanted, catalogueIn(resources));
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

const A_GENE = 'a gene';
const STILL_READING = 'The names of all human genes are still being read. Please ask again in a moment.';

/** What is not filled in although it must be, in a sentence; null when nothing is. */
function missingOption(
  chosen: Subcommand,
  { command, options }: Invocation,
  styles: StyleCatalogue,
): string | null {
  const offered = [
    ...(command === ANY_GENE ? [GENE_OPTION] : []),
    ...chosen.options({ records: [], styles }),
  ];
  const missing = offered.find(
    ({ name, required }) => required === true && typeof options[name] !== 'string',
  );
  return missing === undefined ? null : `Fill in "${missing.name}": ${missing.description}.`;
}

function anyGeneDefinition(
  records: readonly GeneRecord[],
  { styles, genes }: Resources,
): RESTPostAPIApplicationCommandsJSONBody {
  const many = records.length === 1 ? '1 gene' : `${records.length} genes`;
  return {
    type: ApplicationCommandType.ChatInput,
    name: ANY_GENE,
    description: clamp(
      genes?.isThere() === true
        ? `Look up any human gene: names and IDs; function and citations of ${many}`
        : `Look up any of ${many}: names, IDs, function, citations`,
      LIMITS.commandDescription,
    ),
    ...EVERYWHERE,
    options: subcommandOptions(A_GENE, records, styles, [GENE_OPTION]),
  };
}

function subcommandOptions(
  gene: string,
  records: readonly GeneRecord[],
  styles: StyleCatalogue,
  before: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption[] {
  return SUBCOMMANDS.map((subcommand) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    description: clamp(subcommand.description(gene), LIMITS.commandDescription),
    options: [...before, ...subcommand.options({ records, styles }), PRIVATE],
  }));
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
    options: subcommandOptions(geneSymbol(record), [record], resources.styles),
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
    'This command is not known here any more. Reload Discord to get the current list, then try again.',
  );
}
