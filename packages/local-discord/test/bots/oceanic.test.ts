import {
  type AnyInteractionGateway,
  ApplicationCommandTypes,
  Client,
  InteractionTypes,
  MessageFlags,
} from 'oceanic.js';
import { describeBot, GREET, INTENTS } from './scenario.js';

const AGAIN = [{ type: 1, components: [{ type: 2, style: 1, label: 'Again', customID: 'again' }] }] as const;

async function answer(interaction: AnyInteractionGateway): Promise<void> {
  if (interaction.type === InteractionTypes.APPLICATION_COMMAND) {
    const greeting = `Hello ${interaction.data.options.getString('who', true)}`;
    await interaction.createMessage({
      content: greeting,
      components: AGAIN.map((row) => ({ ...row, components: [...row.components] })),
    });
    await interaction.editOriginal({ content: `${greeting}, again` });
    await interaction.createFollowup({ content: 'Just for you', flags: MessageFlags.EPHEMERAL });
  } else if (interaction.type === InteractionTypes.MESSAGE_COMPONENT)
    await interaction.editParent({ content: 'Pressed', components: [] });
}

describeBot('Oceanic.js', async ({ apiUrl }, token) => {
  const client = new Client({
    auth: `Bot ${token}`,
    rest: { baseURL: `${apiUrl}/v10` },
    gateway: { intents: INTENTS },
  });
  client.once(
    'ready',
    () =>
      void client.application.bulkEditGlobalCommands([
        { type: ApplicationCommandTypes.CHAT_INPUT, ...GREET, options: [...GREET.options] },
      ]),
  );
  client.on('interactionCreate', answer);
  client.on('messageCreate', async (message) => {
    if (!message.mentions.users.some(({ id }) => id === client.user.id)) return;
    const messageReference = { messageID: message.id };
    await client.rest.channels.createMessage(message.channelID, { content: 'You called?', messageReference });
  });
  await client.connect();
  return { stop: () => client.disconnect(false) };
});
