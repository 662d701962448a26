import { Client, Events, GatewayIntentBits } from 'discord.js';

/**
 * The least that a discord.js bot for the same purpose can be: the same intents, and one constant answer to every command,
 * as large as the embeds of a record usually are. What every bot pays, and nothing more.
 */
const FACT = 'An alias of IL32, of the human gene on chromosome 16, as the record has it, with its source. ';
const ANSWER = {
  embeds: [
    {
      title: 'IL32',
      description: FACT.repeat(2),
      url: 'https://www.ncbi.nlm.nih.gov/gene/9235',
      fields: [
        { name: 'One fact', value: FACT },
        { name: 'Another fact', value: FACT },
      ],
      footer: { text: FACT },
    },
  ],
  components: [
    {
      type: 1,
      components: ['One', 'Two', 'Three'].map((label) => ({
        type: 2,
        style: 2,
        label,
        custom_id: `v1:${label}`,
      })),
    },
  ],
};

const client = new Client({
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'IL32', value: 'il32' }]);
  else if (interaction.isRepliable()) await interaction.reply(ANSWER);
});
process.on('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env['DISCORD_TOKEN']);
