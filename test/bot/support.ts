import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from 'local-discord';
import pino, { type Logger } from 'pino';
import type { CommandSet, Effect } from '../../commands/types.js';
import type { Account } from '../../src/bot/account.js';
import { type BotOptions, type RunningBot, startBot } from '../../src/bot/bot.js';
import type { ShardPlan } from '../../src/config.js';
import type { Outcome, Reply } from '../../src/reply/reply.js';

/** A reply with a line of text and, where given, buttons and an embed with an author line. */
export function reply(
  content: string,
  options: Partial<Reply> & { buttons?: readonly string[]; authorUrl?: string } = {},
): Reply {
  const { buttons = [], authorUrl, ...rest } = options;
  const row = buttons.map((custom_id) => ({
    type: 2 as const,
    style: 2 as const,
    label: custom_id,
    custom_id,
  }));
  return {
    message: {
      content,
      embeds: authorUrl === undefined ? [] : [{ author: { name: 'Source', url: authorUrl } }],
      components: row.length === 0 ? [] : [{ type: 1 as const, components: row }],
      files: [],
    },
    private: false,
    outcome: 'answered' as Outcome,
    context: null,
    ...rest,
  };
}

/** A promise that is settled from outside. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const STRING = 3 as const;
const BOOLEAN = 5 as const;

/** Commands that answer with what they were given. */
export function fakeCommands(overrides: Partial<CommandSet> = {}): CommandSet {
  return {
    prepare: () => [],
    definitions: [
      {
        type: 1,
        name: 'echo',
        description: 'Says it again',
        integration_types: [0, 1],
        contexts: [0, 1, 2],
        options: [
          {
            type: 1,
            name: 'say',
            description: 'Says it again',
            options: [
              { type: STRING, name: 'text', description: 'What', required: true, autocomplete: true },
              { type: BOOLEAN, name: 'private', description: 'Only for you' },
            ],
          },
        ],
      },
      { type: 3, name: 'Read it', integration_types: [0, 1], contexts: [0, 1, 2] },
    ],
    async run({ subcommand, options, previous }) {
      const text = String(options['text']);
      return reply(`${subcommand}: ${text}${previous === null ? '' : ` (after ${previous})`}`, {
        private: options['private'] === true,
        context: text,
        buttons: ['again'],
        authorUrl: 'https://example.org/#again',
      });
    },
    complete: ({ options }, option) => [{ name: `${option}: ${options[option]}`, value: 'chosen' }],
    menu: async ({ name, text }) => reply(`${name}: ${text}`),
    async press({ customId, values, userId, ownerId, ephemeral }): Promise<Effect> {
      if (customId === 'again') return { kind: 'update', reply: reply('changed', { buttons: ['next'] }) };
      return {
        kind: 'reply',
        reply: reply(JSON.stringify({ customId, values, own: userId === ownerId, ephemeral })),
      };
    },
    chat: async (chat) => reply(JSON.stringify(chat), { context: chat.text }),
    useCommandIds: () => undefined,
    ...overrides,
  };
}

/** A logger whose lines can be read. */
export function readableLogger(): {
  logger: Logger;
  lines: () => Record<string, unknown>[];
  text: () => string;
} {
  const written: string[] = [];
  const logger = pino({ level: 'trace', base: null }, { write: (line) => void written.push(line) });
  return {
    logger,
    lines: () => written.map((line): Record<string, unknown> => JSON.parse(line)),
    text: () => written.join(''),
  };
}

export const TOKEN = 'test-token-of-the-bot';

/** Short enough for tests, long enough for a busy machine. */
export const QUICK = { firstPause: 20, longestPause: 100, goodbye: 300, finish: 1_000 } as const;

/** A bot on a local Discord of its own. */
export interface Stage extends AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly bot: RunningBot;
  readonly appId: string;
  readonly accounts: readonly Account[];
  readonly log: ReturnType<typeof readableLogger>;
}

/** What a stage is set up with; the bot is connected and registered when it is done, unless `wait` is false. */
export interface StageOptions {
  readonly discord?: LocalDiscordOptions;
  readonly before?: (discord: LocalDiscord) => void;
  readonly commands?: CommandSet;
  readonly bot?: Partial<Omit<BotOptions, 'config'>> & {
    readonly guild?: boolean;
    readonly shards?: ShardPlan;
  };
  readonly wait?: boolean;
}

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const discord = await startLocalDiscord(options.discord);
  const { id: appId } = discord.addBot(TOKEN);
  options.before?.(discord);
  const accounts: Account[] = [];
  const log = readableLogger();
  const { guild = false, shards = 'auto', timing, ...rest } = options.bot ?? {};
  const bot = startBot({
    config: { token: TOKEN, guildId: guild ? discord.guildId : null, apiUrl: discord.apiUrl, shards },
    commands: options.commands ?? fakeCommands(),
    logger: log.logger,
    observe: (account) => accounts.push(account),
    ...rest,
    timing: { ...QUICK, ...timing },
  });
  if (options.wait !== false) await bot.registered;
  return {
    discord,
    bot,
    appId,
    accounts,
    log,
    async [Symbol.asyncDispose]() {
      await bot.stop();
      await discord.close();
    },
  };
}
