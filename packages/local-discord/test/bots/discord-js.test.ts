import { Client, Events, type Interaction, MessageFlags } from 'discord.js';
import { AGAIN, describeBot, GREET, INTENTS } from './scenario.js';

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const greeting = `Hello ${interaction.options.getString('who', true)}`;
    await interaction.reply({ content: greeting, components: AGAIN });
    await interaction.editReply(`${greeting}, again`);
    await interaction.followUp({ content: 'Just for you', flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton()) await interaction.update({ content: 'Pressed', components: [] });
}

describeBot('discord.js', async ({ apiUrl }, token) => {
  const client = new Client({ intents: INTENTS, rest: { api: apiUrl } });
  client.on(Events.InteractionCreate, answer);
  client.on(Events.MessageCreate, async (message) => {
    if (client.user && message.mentions.has(client.user)) await message.reply('You called?');
  });
  client.once(Events.ClientReady, (ready) => ready.application.commands.set([GREET]));
  await client.login(token);
  return { stop: () => client.destroy() };
});
