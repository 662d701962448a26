import { createBot, InteractionTypes, type MessageComponents, MessageFlags } from '@discordeno/bot';
import { describeBot, GREET, INTENTS } from './scenario.js';

const AGAIN: MessageComponents = [
  { type: 1, components: [{ type: 2, style: 1, label: 'Again', customId: 'again' }] },
];

describeBot('discordeno', async ({ apiUrl }, token) => {
  const bot = createBot({
    token,
    intents: INTENTS,
    rest: { token, proxy: { baseUrl: apiUrl, authorization: `Bot ${token}` } },
    desiredProperties: {
      interaction: { id: true, token: true, type: true, data: true },
      message: { id: true, channelId: true, mentions: true },
      user: { id: true },
    },
  });
  bot.events = {
    ready: () => bot.helpers.upsertGlobalApplicationCommands([{ ...GREET, options: [...GREET.options] }]),
    async interactionCreate(interaction) {
      if (interaction.type === InteractionTypes.ApplicationCommand) {
        const greeting = `Hello ${interaction.data?.options?.[0]?.value}`;
        await interaction.respond({ content: greeting, components: AGAIN });
        await interaction.edit({ content: `${greeting}, again` });
        await interaction.respond({ content: 'Just for you', flags: MessageFlags.Ephemeral });
      } else if (interaction.type === InteractionTypes.MessageComponent)
        await interaction.edit({ content: 'Pressed', components: [] });
    },
    async messageCreate(message) {
      if (!message.mentions?.some(({ id }) => id === bot.id)) return;
      const messageReference = { messageId: message.id, failIfNotExists: true };
      await bot.helpers.sendMessage(message.channelId, { content: 'You called?', messageReference });
    },
  };
  await bot.start();
  return { stop: () => bot.shutdown() };
});
