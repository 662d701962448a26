import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  EmbedBuilder,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import type { Person } from '../src/people/contract.js';

const commands = [
  {
    name: 'gene',
    description: 'About a gene',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand as const,
        name: 'alias',
        description: 'Is this a name?',
        options: [
          {
            type: ApplicationCommandOptionType.String as const,
            name: 'name',
            description: 'A name',
            required: true,
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.Boolean as const,
            name: 'private',
            description: 'Only for me',
          },
        ],
      },
      { type: ApplicationCommandOptionType.Subcommand as const, name: 'slow', description: 'Defers' },
      { type: ApplicationCommandOptionType.Subcommand as const, name: 'form', description: 'Opens a modal' },
      { type: ApplicationCommandOptionType.Subcommand as const, name: 'file', description: 'Sends a file' },
    ],
  },
  { type: ApplicationCommandType.Message as const, name: 'Look up' },
];

const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('share').setLabel('Share').setStyle(ButtonStyle.Primary),
);
const picker = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }),
);

async function answerCommand(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  const subcommand = interaction.options.getSubcommand();
  if (subcommand === 'alias') {
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    const name = interaction.options.getString('name', true);
    await interaction.reply({
      embeds: [new EmbedBuilder().setTitle(name)],
      components: [row, picker],
      ...(isPrivate ? { flags: MessageFlags.Ephemeral as const } : {}),
    });
  } else if (subcommand === 'slow') {
    await interaction.deferReply();
    await interaction.editReply('done');
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
  } else if (subcommand === 'file') {
    const file = new AttachmentBuilder(Buffer.from('TY  - JOUR\r\n'), {
      name: 'il32.ris',
      description: 'A reference',
    });
    await interaction.reply({ content: 'file', files: [file] });
  } else {
    const input = new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short);
    const modal = new ModalBuilder().setCustomId('form').setTitle('A form');
    await interaction.showModal(
      modal.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input)),
    );
  }
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}!`, value: typed }]);
  } else if (interaction.isButton()) {
    await interaction.update({ content: `shared by ${interaction.user.username}`, components: [] });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({ content: interaction.values.join(), flags: MessageFlags.Ephemeral });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(interaction.fields.getTextInputValue('why'));
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`about: ${interaction.targetMessage.content}`);
  } else await answerCommand(interaction);
}

describe('a stock discord.js bot', () => {
  let discord: LocalDiscord;
  let client: Client;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    discord = await startLocalDiscord();
    ada = discord.person('ada');
    ben = discord.person('ben');
    client = new Client({ intents: ['Guilds'], rest: { api: discord.apiUrl } });
    client.on(Events.InteractionCreate, answer);
    client.on(Events.Error, (error) => expect.unreachable(String(error)));
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login('a-token');
    await ready;
    await client.application?.commands.set(commands);
  });

  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  it('knows its guild and channels', () => {
    expect(client.guilds.cache.get(discord.guildId)?.name).toBe('The lab');
    expect(client.channels.cache.get(discord.channelId)?.isTextBased()).toBe(true);
  });

  it('shows its commands to people', async () => {
    const seen = await ada.commands();
    expect(seen.map((command) => command.name)).toEqual(['gene', 'Look up']);
  });

  it('answers a command with an embed', async () => {
    const invocation = await ada.run('/gene alias name:taif b');
    expect(invocation.outcome).toBe('message');
    expect(invocation.message?.embeds[0]?.title).toBe('taif b');
    expect(invocation.message?.interaction_metadata?.user.username).toBe('ada');
    expect(ben.sees().at(-1)?.id).toBe(invocation.message?.id);
  });

  it('answers autocomplete', async () => {
    expect(await ada.autocomplete('/gene alias name:ta')).toEqual([{ name: 'ta!', value: 'ta' }]);
  });

  it('shows an ephemeral answer to its owner alone', async () => {
    const { message } = await ada.run('/gene alias name:secret private:true');
    expect(ada.sees().at(-1)?.id).toBe(message?.id);
    expect(ben.sees().some(({ id }) => id === message?.id)).toBe(false);
    await expect(ben.press(message?.id ?? '', 'share')).rejects.toThrow('There is no such message');
  });

  it('defers, edits and follows up', async () => {
    const followUp = ada.nextMessage(({ content }) => content === 'and more');
    const invocation = await ada.run('/gene slow');
    expect(invocation.outcome).toBe('deferred');
    expect(invocation.message?.flags).toBe(MessageFlags.Loading);
    const settled = await invocation.settled;
    expect([settled.content, settled.flags, settled.id]).toEqual(['done', 0, invocation.message?.id]);
    expect((await followUp).flags).toBe(MessageFlags.Ephemeral);
  });

  it('updates a message when its button is pressed', async () => {
    const { message } = await ada.run('/gene alias name:x');
    const pressed = await ben.press(message?.id ?? '', 'share');
    expect(pressed.outcome).toBe('update');
    expect(pressed.message?.content).toBe('shared by ben');
    expect(ada.sees().find(({ id }) => id === message?.id)?.content).toBe('shared by ben');
  });

  it('answers a select menu', async () => {
    const { message } = await ada.run('/gene alias name:x');
    const picked = await ada.choose(message?.id ?? '', 'pick', ['b']);
    expect(picked.message?.content).toBe('b');
  });

  it('opens a modal and reads it', async () => {
    const opened = await ada.run('/gene form');
    expect(opened.outcome).toBe('modal');
    const submitted = await ada.submit(opened.interactionId, { why: 'because' });
    expect(submitted.message?.content).toBe('because');
  });

  it('answers the message menu', async () => {
    const said = await ben.say('NK4 is what?');
    const used = await ada.menu(said.id, 'Look up');
    expect(used.message?.content).toBe('about: NK4 is what?');
  });

  it('uploads a file that can be downloaded', async () => {
    const { message } = await ada.run('/gene file');
    const file = message?.attachments[0];
    expect([file?.filename, file?.size, file?.description]).toEqual(['il32.ris', 12, 'A reference']);
    const downloaded = await fetch(file?.url ?? '');
    expect(await downloaded.text()).toBe('TY  - JOUR\r\n');
  });

  it('answers hundreds at once, each its own', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `name ${index}`);
    const invocations = await Promise.all(names.map((name) => ada.run(`/gene alias name:${name}`)));
    expect(invocations.map(({ message }) => message?.embeds[0]?.title)).toEqual(names);
  });

  it('works in direct messages', async () => {
    const channelId = ada.dm(client.user?.id ?? '');
    const invocation = await ada.run('/gene alias name:x', { channelId });
    expect(invocation.message?.channel_id).toBe(channelId);
    expect(ada.sees(channelId).at(-1)?.id).toBe(invocation.message?.id);
  });
});
