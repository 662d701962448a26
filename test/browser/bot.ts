import {
  ActionRowBuilder,
  type APIModalInteractionResponseCallbackComponent,
  type ApplicationCommandData,
  ApplicationCommandOptionType,
  type ApplicationCommandSubCommandData,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ComponentType,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const names = ['TAIF', 'TAIFa', 'TAIFb', 'TAIFc', 'TAIFd', 'NK4'];

/** A picture of 2 by 2 pixels. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8DAAMb/GQAY9wP9WQn5TgAAAABJRU5ErkJggg==',
  'base64',
);

const {
  String: string,
  Boolean: boolean,
  Integer: integer,
  Subcommand: subcommand,
} = ApplicationCommandOptionType;

const sub = (name: string, description: string): ApplicationCommandSubCommandData => ({
  type: subcommand,
  name,
  description,
});

const definitions: ApplicationCommandData[] = [
  {
    name: 'demo',
    description: 'All kinds of messages',
    options: [
      {
        type: subcommand,
        name: 'echo',
        description: 'Say it again',
        options: [
          { type: string, name: 'text', description: 'What to say', required: true, autocomplete: true },
          { type: boolean, name: 'loud', description: 'In capitals' },
          {
            type: string,
            name: 'mood',
            description: 'How to say it',
            choices: [
              { name: 'Kindly', value: 'kind' },
              { name: 'Gruffly', value: 'gruff' },
            ],
          },
          { type: integer, name: 'times', description: 'How often' },
        ],
      },
      sub('rich', 'An embed with everything'),
      sub('files', 'A picture and a file'),
      sub('secret', 'Only for you'),
      sub('slow', 'After some thinking'),
      sub('broken', 'Never answers'),
      sub('form', 'Opens a form'),
      sub('press', 'Buttons and menus'),
    ],
  },
  { name: 'Count letters', type: ApplicationCommandType.Message },
];

const buttons = (count: number) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(`count:${count + 1}`)
      .setLabel(`Pressed ${count}`)
      .setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('slow').setLabel('Slow').setEmoji('🐢').setStyle(ButtonStyle.Secondary),
    new ButtonBuilder().setCustomId('broken').setLabel('Broken').setStyle(ButtonStyle.Danger),
    new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Success).setDisabled(true),
    new ButtonBuilder()
      .setURL('https://www.ncbi.nlm.nih.gov/gene/9235')
      .setLabel('NCBI')
      .setStyle(ButtonStyle.Link),
  );

const menu = (id: string, most: number) =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(id)
      .setPlaceholder(most > 1 ? 'Choose some' : 'Choose one')
      .setMinValues(1)
      .setMaxValues(most)
      .addOptions(
        { label: 'Human', value: 'human', description: 'Homo sapiens' },
        { label: 'Mouse', value: 'mouse', description: 'Mus musculus' },
        { label: 'Rat', value: 'rat' },
      ),
  );

const richEmbed = () =>
  new EmbedBuilder()
    .setColor(0x2f8a8a)
    .setAuthor({ name: 'IL32 · interleukin 32' })
    .setTitle('TAIFb is a name of IL32')
    .setURL('https://www.ncbi.nlm.nih.gov/gene/9235')
    .setDescription(
      '**TAIFb** is an *alias* of `IL32`, as are IL-32α, IL-32β and IL-32γ.\n- one\n- two\n||hidden|| [NCBI](https://www.ncbi.nlm.nih.gov)',
    )
    .addFields(
      { name: 'Symbol', value: 'IL32', inline: true },
      { name: 'Isoforms', value: '4', inline: true },
      { name: 'Aliases', value: '11', inline: true },
      { name: 'Table', value: '```\nNCBI Gene  9235\nUniProt    P24001\n```' },
    )
    .setThumbnail('attachment://map.png')
    .setFooter({ text: 'Source: NCBI Gene 9235' })
    .setTimestamp(new Date('2026-01-02T03:04:05Z'));

const file = () => new AttachmentBuilder(picture, { name: 'map.png', description: 'Where the gene lies' });

/** Radio buttons and a checkbox, which the library's builders do not know. */
const groups: readonly APIModalInteractionResponseCallbackComponent[] = [
  {
    type: ComponentType.Label,
    label: 'How sure?',
    component: {
      ...{ type: ComponentType.RadioGroup, custom_id: 'sure', required: false },
      options: [
        { label: 'Quite', value: 'quite' },
        { label: 'Not at all', value: 'not' },
      ],
    },
  },
  {
    type: ComponentType.Label,
    label: 'Tell the others',
    component: { type: ComponentType.Checkbox, custom_id: 'tell' },
  },
];

async function answer(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.options.getSubcommand()) {
    case 'echo': {
      const { options } = interaction;
      const parts = [
        options.getString('text'),
        options.getBoolean('loud'),
        options.getString('mood'),
        options.getInteger('times'),
      ];
      await interaction.reply(`echo ${JSON.stringify(parts)}`);
      return;
    }
    case 'rich': {
      const mention = `</demo echo:${interaction.commandId}>`;
      await interaction.reply({ content: `Try ${mention}`, embeds: [richEmbed()], files: [file()] });
      return;
    }
    case 'files': {
      const references = new AttachmentBuilder(Buffer.from('TY  - JOUR\r\nER  - \r\n'), {
        name: 'references.ris',
      });
      await interaction.reply({ content: 'Files', files: [file(), references] });
      return;
    }
    case 'secret':
      await interaction.reply({ content: 'A secret', flags: MessageFlags.Ephemeral });
      return;
    case 'slow':
      await interaction.deferReply();
      await new Promise((resolve) => interaction.client.once('finish-thinking', resolve));
      await interaction.editReply('Thought about it');
      return;
    case 'form': {
      const input = new TextInputBuilder()
        .setCustomId('why')
        .setStyle(TextInputStyle.Paragraph)
        .setMaxLength(50);
      const label = new LabelBuilder()
        .setLabel('Why?')
        .setDescription('In a few words')
        .setTextInputComponent(input);
      const form = new ModalBuilder()
        .setCustomId('form')
        .setTitle('A question')
        .addLabelComponents(label)
        .toJSON();
      await interaction.showModal({ ...form, components: [...form.components, ...groups] });
      return;
    }
    case 'press':
      await interaction.reply({
        content: 'Press',
        components: [buttons(0), menu('one', 1), menu('many', 3)],
      });
  }
}

async function pressed(interaction: ButtonInteraction): Promise<void> {
  const count = /^count:(\d+)$/.exec(interaction.customId)?.[1];
  if (count)
    await interaction.update({
      content: 'Press',
      components: [buttons(Number(count)), menu('one', 1), menu('many', 3)],
    });
  if (interaction.customId !== 'slow') return;
  await new Promise((resolve) => interaction.client.once('finish-thinking', resolve));
  await interaction.reply({ content: 'Slowly', flags: MessageFlags.Ephemeral });
}

async function handle(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = names.filter((name) => name.toLowerCase().includes(typed));
    await interaction.respond(
      fitting.map((name) => ({ name: `${name}, an alias`, value: name.toLowerCase() })),
    );
  } else if (interaction.isChatInputCommand()) await answer(interaction);
  else if (interaction.isButton()) await pressed(interaction);
  else if (interaction.isStringSelectMenu())
    await interaction.reply(`Chose ${interaction.values.join(' and ')}`);
  else if (interaction.isModalSubmit())
    await interaction.reply(`Because ${interaction.fields.getTextInputValue('why')}`);
  else if (interaction.isMessageContextMenuCommand()) {
    const { length } = interaction.targetMessage.content;
    await interaction.reply({ content: `${length} letters`, flags: MessageFlags.Ephemeral });
  }
}

/** A stock discord.js bot that answers with all kinds of messages; resolves when its commands are registered. */
export async function startTestBot(apiUrl: string, token: string): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: apiUrl },
  });
  client.on(Events.Error, (error) => console.error(error.message));
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot && client.user && message.mentions.has(client.user))
      void message.reply('You called?');
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const started = await ready;
  await started.application.commands.set(definitions);
  return started;
}
