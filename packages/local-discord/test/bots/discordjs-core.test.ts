import { Client, ComponentType, GatewayDispatchEvents, InteractionType, MessageFlags } from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { WebSocketManager } from '@discordjs/ws';
import { AGAIN, describeBot, GREET, INTENTS } from './scenario.js';

describeBot('@discordjs/core', async ({ apiUrl }, token) => {
  const rest = new REST({ version: '10', api: apiUrl }).setToken(token);
  const gateway = new WebSocketManager({ token, intents: INTENTS, rest });
  const client = new Client({ rest, gateway });

  client.on(
    GatewayDispatchEvents.Ready,
    ({ data, api }) =>
      void api.applicationCommands.bulkOverwriteGlobalCommands(data.application.id, [
        { ...GREET, options: [...GREET.options] },
      ]),
  );
  client.on(GatewayDispatchEvents.InteractionCreate, async ({ data, api }) => {
    const { id, token: itsToken, application_id: app } = data;
    if (data.type === InteractionType.ApplicationCommand) {
      const [option] = 'options' in data.data ? (data.data.options ?? []) : [];
      const greeting = `Hello ${option !== undefined && 'value' in option ? option.value : ''}`;
      const components = AGAIN.map(({ components: buttons }) => ({
        type: ComponentType.ActionRow as const,
        components: [...buttons],
      }));
      await api.interactions.reply(id, itsToken, { content: greeting, components });
      await api.interactions.editReply(app, itsToken, { content: `${greeting}, again` });
      await api.interactions.followUp(app, itsToken, {
        content: 'Just for you',
        flags: MessageFlags.Ephemeral,
      });
    } else if (data.type === InteractionType.MessageComponent)
      await api.interactions.updateMessage(id, itsToken, { content: 'Pressed', components: [] });
  });
  client.on(GatewayDispatchEvents.MessageCreate, async ({ data, api }) => {
    if (data.author.bot === true || !data.mentions.some((user) => user.bot === true)) return;
    const reference = { message_id: data.id };
    await api.channels.createMessage(data.channel_id, {
      content: 'You called?',
      message_reference: reference,
    });
  });
  await gateway.connect();
  return { stop: () => gateway.destroy() };
});
