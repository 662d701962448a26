import { readFileSync } from 'node:fs';
import { Client, Events, GatewayIntentBits, type InteractionReplyOptions } from 'discord.js';

/**
 * The least that a discord.js bot for the same purpose can be: the same intents, and a constant answer to each command.
 * The constants are what this project's bot answers to the questions of the bench, so that both send the same bytes and only
 * the work behind them differs. What every bot pays, and nothing more.
 */
interface Constants {
  readonly replies: Readonly<Record<string, InteractionReplyOptions>>;
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

const FALLBACK = { embeds: [{ title: 'IL32', description: 'Interleukin 32 is a cytokine.' }] };

function readConstants(file: string | undefined): Constants {
  return file === undefined ? { replies: {}, choices: [] } : JSON.parse(readFileSync(file, 'utf8'));
}

const { replies, choices } = readConstants(process.env['BARE_ANSWERS']);
const client = new Client({
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond(choices);
  else if (interaction.isChatInputCommand())
    await interaction.reply(replies[interaction.options.getSubcommand()] ?? FALLBACK);
});
process.on('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env['DISCORD_TOKEN']);
