import { readFileSync } from 'node:fs';
import {
  type ApplicationCommandDataResolvable,
  Client,
  Events,
  GatewayIntentBits,
  type InteractionReplyOptions,
} from 'discord.js';

/**
 * The least that a discord.js bot for the same purpose can be: the same intents, the same commands, and a constant answer to
 * each. The constants are as long as what this project's bot answers in the middle, so that both send as many bytes and only
 * the work behind them differs. What every bot pays, and nothing more.
 */
interface Constants {
  readonly commands: readonly ApplicationCommandDataResolvable[];
  /** subcommand -> its answer */
  readonly replies: Readonly<Record<string, InteractionReplyOptions>>;
  /** subcommand -> the picture in its answer, the same as this project's bot sends */
  readonly pictures: Readonly<Record<string, { readonly name: string; readonly base64: string }>>;
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

const constants: Constants = JSON.parse(readFileSync(process.env['BARE_ANSWERS'] ?? '', 'utf8'));
const client = new Client({
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});

const replies = new Map<string, InteractionReplyOptions>(
  Object.entries(constants.replies).map(([subcommand, reply]) => {
    const picture = constants.pictures[subcommand];
    if (picture === undefined) return [subcommand, reply];
    const file = { attachment: Buffer.from(picture.base64, 'base64'), name: picture.name };
    return [subcommand, { ...reply, files: [file] }];
  }),
);

function replyTo(subcommand: string): InteractionReplyOptions {
  return replies.get(subcommand) ?? { content: 'IL32 is a cytokine.' };
}

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond(constants.choices);
  else if (interaction.isChatInputCommand())
    await interaction.reply(replyTo(interaction.options.getSubcommand()));
});
// An answer that comes too late is one that the bench counts as missing.
client.on(Events.Error, () => undefined);
process.on('unhandledRejection', () => undefined);
client.on(Events.ClientReady, (ready) => void ready.application.commands.set([...constants.commands]));
process.on('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env['DISCORD_TOKEN']);
