import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import type { Where } from '../src/people/contract.js';
import { madeBy, type RawBot, rawBot } from './support.js';

/** An interaction as the bot gets it. */
interface Given {
  readonly id: string;
  readonly token: string;
  readonly [key: string]: unknown;
}

let time = Date.now();
let discord: LocalDiscord;
let bot: RawBot;

const commands = [
  {
    name: 'gene',
    description: 'd',
    contexts: [0, 1],
    integration_types: [0, 1],
    options: [
      { type: 3, name: 'name', description: 'd', autocomplete: true, max_length: 10 },
      { type: 4, name: 'count', description: 'd', min_value: 1, max_value: 3 },
      { type: 3, name: 'style', description: 'd', choices: [{ name: 'APA', value: 'apa' }] },
    ],
  },
  { type: 3, name: 'Look up' },
];

beforeAll(async () => {
  discord = await startLocalDiscord({ now: () => time });
  bot = rawBot(discord);
  await bot.request('PUT', `/applications/${bot.appId}/commands`, commands);
});
afterAll(() => discord.close());

/** Lets ada act and takes the interaction on the bot's side. */
async function given<T>(act: () => Promise<T>): Promise<{ interaction: Given; outcome: Promise<T> }> {
  const heard = discord.waitFor('interaction');
  const outcome = act();
  outcome.catch(() => {});
  const { payload } = await heard;
  return { interaction: JSON.parse(JSON.stringify(payload)), outcome };
}

const ada = () => discord.person('ada');
const command = (where: Where = {}) => given(() => ada().run('/gene', where));
const callback = ({ id, token }: Given, body: object, query = '') =>
  bot.request('POST', `/interactions/${id}/${token}/callback${query}`, body, { authorization: '' });
const webhook = (method: string, { token }: Given, path: string, body?: object) =>
  bot.request(method, `/webhooks/${bot.appId}/${token}${path}`, body, { authorization: '' });
const original = '/messages/@original';

async function posted(data: object = { content: 'x' }) {
  const { interaction, outcome } = await command();
  await callback(interaction, { type: 4, data });
  return { interaction, message: (await outcome).message };
}

describe('the payload', () => {
  it('has all that a bot needs', async () => {
    const { interaction } = await given(() => ada().run('/gene name:NK4 count:2'));
    expect(interaction).toMatchObject({
      version: 1,
      application_id: bot.appId,
      type: 2,
      channel: { id: discord.channelId, type: 0 },
      channel_id: discord.channelId,
      guild_id: discord.guildId,
      member: { user: { username: 'ada' }, permissions: expect.stringMatching(/^\d+$/) },
      app_permissions: expect.stringMatching(/^\d+$/),
      locale: 'en-US',
      context: 0,
      entitlements: [],
      authorizing_integration_owners: { 0: discord.guildId, 1: ada().id },
      attachment_size_limit: 10_485_760,
      data: {
        name: 'gene',
        type: 1,
        options: [
          { name: 'name', type: 3, value: 'NK4' },
          { name: 'count', type: 4, value: 2 },
        ],
      },
    });
    expect(Math.abs(Number(BigInt(interaction.id) >> 22n) + 1_420_070_400_000 - time)).toBeLessThan(5);
  });

  it('of a direct message has a user and no member', async () => {
    const { interaction } = await command({ channelId: ada().dm(bot.appId) });
    expect(interaction).toMatchObject({ user: { username: 'ada' }, context: 1, channel: { type: 1 } });
    expect(interaction).not.toHaveProperty('member');
    expect(interaction.authorizing_integration_owners).toEqual({ 0: '0', 1: ada().id });
  });

  it('of a message menu resolves the message', async () => {
    const { id } = await ada().say('what is NK4');
    const { interaction } = await given(() => ada().menu(id, 'Look up'));
    expect(interaction.data).toMatchObject({
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: { content: 'what is NK4' } } },
    });
  });

  it('of autocomplete has the focus', async () => {
    const { interaction } = await given(() => ada().autocomplete('/gene count:7 name:nk'));
    expect(interaction).toMatchObject({
      type: 4,
      data: { options: [{ name: 'name', value: 'nk', focused: true }, { name: 'count' }] },
    });
  });
});

describe('the first response', () => {
  it('answers nothing, or with the message when asked', async () => {
    const first = await command();
    expect(await callback(first.interaction, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 204,
      body: undefined,
    });
    const second = await command();
    const { status, body } = await callback(second.interaction, { type: 5 }, '?with_response=true');
    expect([status, body]).toMatchObject([
      200,
      {
        interaction: { id: second.interaction.id, type: 2, response_message_loading: true },
        resource: { type: 5, message: { flags: 128, type: 20 } },
      },
    ]);
  });

  it('comes once', async () => {
    const { interaction } = await posted();
    expect(await callback(interaction, { type: 4, data: { content: 'again' } })).toMatchObject({
      status: 400,
      body: { message: 'Interaction has already been acknowledged.', code: 40060 },
    });
  });

  it('comes within 3 s by the clock', async () => {
    const { interaction } = await command();
    time += 3001;
    expect(await callback(interaction, { type: 4, data: { content: 'late' } })).toMatchObject({
      status: 404,
      body: { message: 'Unknown interaction', code: 10062 },
    });
  });

  it('comes within 3 s of the id; after that the person is told', async () => {
    const { interaction, outcome } = await command({ ageMs: 2980 });
    const invocation = await outcome;
    expect(invocation).toMatchObject({ outcome: 'failed', error: 'The application did not respond' });
    await expect(invocation.settled).rejects.toThrow('The application did not respond');
    expect((await callback(interaction, { type: 5 })).body).toMatchObject({ code: 10062 });
  });

  it('needs the right token', async () => {
    const { interaction } = await command();
    expect((await callback({ ...interaction, token: 'x' }, { type: 5 })).body).toMatchObject({ code: 10062 });
  });

  it.each([
    ['a command', 6, [4, 5, 9]],
    ['a command', 7, [4, 5, 9]],
    ['a command', 8, [4, 5, 9]],
    ['a command', 1, [4, 5, 9]],
  ])('of %s is not of type %d', async (_kind, type, allowed) => {
    const { interaction } = await command();
    expect((await callback(interaction, { type, data: { choices: [] } })).body).toEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        type: {
          _errors: [{ code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${allowed.join(', ')}}.` }],
        },
      },
    });
    expect((await callback(interaction, { type: 5 })).status).toBe(204);
  });

  it('of a modal is not a modal', async () => {
    const opened = await command();
    const modal = {
      custom_id: 'm',
      title: 't',
      components: [{ type: 18, label: 'l', component: { type: 4, custom_id: 'i', style: 1 } }],
    };
    await callback(opened.interaction, { type: 9, data: modal });
    const sent = await given(async () => ada().submit((await opened.outcome).interactionId, { i: 'value' }));
    expect(sent.interaction.data).toMatchObject({
      custom_id: 'm',
      components: [{ type: 18, component: { type: 4, custom_id: 'i', value: 'value' } }],
    });
    expect((await callback(sent.interaction, { type: 9, data: modal })).body).toMatchObject({
      errors: { type: { _errors: [{ message: 'Value must be one of {4, 5}.' }] } },
    });
  });

  it('of autocomplete has at most 25 choices', async () => {
    const typed = await given(() => ada().autocomplete('/gene name:x'));
    const choices = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: 'n', value: `${index}` }));
    expect(
      (await callback(typed.interaction, { type: 8, data: { choices: choices(26) } })).body,
    ).toMatchObject({
      errors: { data: { choices: { _errors: [{ message: 'Must be 25 or fewer in length.' }] } } },
    });
    expect((await callback(typed.interaction, { type: 4, data: { content: 'x' } })).body).toMatchObject({
      errors: { type: { _errors: [{ message: 'Value must be one of {8}.' }] } },
    });
    expect((await callback(typed.interaction, { type: 8, data: { choices: choices(25) } })).status).toBe(204);
    expect(await typed.outcome).toHaveLength(25);
  });

  it('names the place of a mistake under data', async () => {
    const { interaction } = await command();
    const { body } = await callback(interaction, { type: 4, data: { content: 'x'.repeat(2001) } });
    expect(body).toMatchObject({
      errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } },
    });
    expect((await callback(interaction, { type: 4, data: {} })).body).toMatchObject({ code: 50006 });
  });

  it('defers with no flag but ephemeral', async () => {
    const { interaction } = await command();
    const { body } = await callback(interaction, { type: 5, data: { flags: 1 << 15 } });
    expect(body).toMatchObject({
      errors: { data: { flags: { _errors: [{ code: 'MESSAGE_FLAGS_INVALID' }] } } },
    });
  });
});

describe('later answers', () => {
  it('need a first one', async () => {
    const { interaction } = await command();
    const unknown = { message: 'Unknown Webhook', code: 10015 };
    expect((await webhook('PATCH', interaction, original, { content: 'x' })).body).toEqual(unknown);
    expect((await webhook('POST', interaction, '', { content: 'x' })).body).toEqual(unknown);
  });

  it('end with the token after 15 minutes', async () => {
    const { interaction } = await posted();
    time += 15 * 60_000;
    expect((await webhook('PATCH', interaction, original, { content: 'y' })).status).toBe(200);
    time += 1;
    expect(await webhook('PATCH', interaction, original, { content: 'z' })).toMatchObject({
      status: 401,
      body: { message: 'Invalid Webhook Token', code: 50027 },
    });
  });

  it('keep what was public public, and what was private private', async () => {
    const open = await command();
    await callback(open.interaction, { type: 5 });
    expect(
      (await webhook('PATCH', open.interaction, original, { content: 'x', flags: 64 })).body,
    ).toMatchObject({
      flags: 0,
    });
    const closed = await command();
    await callback(closed.interaction, { type: 5, data: { flags: 64 } });
    const { id } = (await closed.outcome).message ?? { id: '' };
    expect((await webhook('POST', closed.interaction, '', { content: 'x', flags: 0 })).body).toMatchObject({
      id,
      flags: 64,
    });
    expect((await closed.outcome.then(({ settled }) => settled)).content).toBe('x');
  });

  it('edit the components V2 flag in, and never out', async () => {
    const { interaction } = await command();
    await callback(interaction, { type: 5 });
    const text = (content: string) => ({ components: [{ type: 10, content }] });
    const edited = await webhook('PATCH', interaction, original, { flags: 1 << 15, ...text('x') });
    expect(edited.body).toMatchObject({ flags: 1 << 15, components: [{ type: 10, id: 1, content: 'x' }] });
    expect((await webhook('PATCH', interaction, original, { flags: 0, ...text('y') })).body).toMatchObject({
      flags: 1 << 15,
    });
    expect((await webhook('PATCH', interaction, original, { content: 'z' })).body).toMatchObject({
      code: 50035,
    });
  });

  it('edit and delete follow-ups', async () => {
    const { interaction } = await posted();
    const followUp = await webhook('POST', interaction, '', { content: 'more', flags: 64 });
    expect(followUp.body).toMatchObject({ flags: 64, type: 19, content: 'more' });
    const { id } = madeBy(followUp);
    expect(
      (await webhook('PATCH', interaction, `/messages/${id}`, { content: 'changed' })).body,
    ).toMatchObject({
      content: 'changed',
    });
    expect((await webhook('GET', interaction, `/messages/${id}`)).body).toMatchObject({ content: 'changed' });
    expect((await webhook('DELETE', interaction, `/messages/${id}`)).status).toBe(204);
    expect((await webhook('PATCH', interaction, `/messages/${id}`, { content: 'x' })).body).toEqual({
      message: 'Unknown Message',
      code: 10008,
    });
  });

  it('are five when the application is only installed by the person', async () => {
    const user = discord.addBot('user-only', { installs: { guild: false, user: true } });
    const own = rawBot(discord, 'user-only');
    await own.request('PUT', `/applications/${user.id}/commands`, [
      { name: 'mine', description: 'd', integration_types: [1], contexts: [0, 1, 2] },
    ]);
    const { interaction } = await given(() => ada().run('/mine'));
    expect(interaction.authorizing_integration_owners).toEqual({ 1: ada().id });
    await callback(interaction, { type: 4, data: { content: 'x' } });
    const path = `/webhooks/${user.id}/${interaction.token}`;
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      statuses.push((await own.request('POST', path, { content: 'more' })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect((await own.request('POST', path, { content: 'more' })).body).toMatchObject({ code: 40094 });
  });

  it('ping users alone by default', async () => {
    const ben = discord.person('ben');
    const content = `<@${ben.id}> @everyone`;
    expect((await posted({ content })).message).toMatchObject({
      mentions: [{ username: 'ben' }],
      mention_everyone: false,
    });
    const { interaction } = await posted({ content, allowed_mentions: { parse: [] } });
    expect((await webhook('PATCH', interaction, original, { content })).body).toMatchObject({
      mentions: [{ username: 'ben' }],
    });
  });
});

describe('components', () => {
  const row = { type: 1, components: [{ type: 2, style: 1, label: 'l', custom_id: 'b' }] };

  it('are pressed by anyone who sees them, ephemeral ones by their owner', async () => {
    const open = (await posted({ content: 'x', components: [row] })).message?.id ?? '';
    const pressed = await given(() => discord.person('ben').press(open, 'b'));
    expect(pressed.interaction).toMatchObject({
      type: 3,
      data: { custom_id: 'b', component_type: 2 },
      message: { id: open, channel_id: discord.channelId },
      member: { user: { username: 'ben' } },
    });
    await callback(pressed.interaction, { type: 6 });
    expect(await pressed.outcome).toMatchObject({ outcome: 'deferred' });
    const closed = (await posted({ content: 'x', flags: 64, components: [row] })).message?.id ?? '';
    await expect(discord.person('ben').press(closed, 'b')).rejects.toThrow('There is no such message');
  });

  it('do not show a private message in a public reply', async () => {
    const closed = (await posted({ content: 'secret', flags: 64, components: [row] })).message?.id ?? '';
    const pressed = await given(() => ada().press(closed, 'b'));
    await callback(pressed.interaction, { type: 4, data: { content: 'shared' } });
    const seen = discord.person('ben').sees().at(-1);
    expect(seen).toMatchObject({ content: 'shared', referenced_message: null });
    expect(JSON.stringify(discord.person('ben').sees())).not.toContain('secret');
  });

  it('must exist and be enabled', async () => {
    const disabled = {
      type: 1,
      components: [{ type: 2, style: 1, label: 'l', custom_id: 'b', disabled: true }],
    };
    const id = (await posted({ content: 'x', components: [disabled] })).message?.id ?? '';
    await expect(ada().press(id, 'b')).rejects.toThrow('This component is disabled');
    await expect(ada().press(id, 'c')).rejects.toThrow('There is no component "c" on this message');
  });

  it('of menus take what is in them', async () => {
    const options = ['a', 'b'].map((value) => ({ label: value, value }));
    const menu = { type: 1, components: [{ type: 3, custom_id: 's', options, max_values: 2 }] };
    const id = (await posted({ content: 'x', components: [menu] })).message?.id ?? '';
    await expect(ada().choose(id, 's', ['c'])).rejects.toThrow('"c" is not in this menu');
    await expect(ada().choose(id, 's', [])).rejects.toThrow('Pick between 1 and 2');
    const picked = await given(() => ada().choose(id, 's', ['a', 'b']));
    expect(picked.interaction.data).toMatchObject({ component_type: 3, values: ['a', 'b'] });
  });
});

describe('what the client does not send', () => {
  it.each([
    ['/nothing', 'There is no command "nothing" here'],
    ['/gene who:x', 'Unknown option in "who:x"'],
    ['/gene name:12345678901', '"name" must have at most 10 characters'],
    ['/gene count:4', '"count" must be at most 3'],
    ['/gene count:many', '"count" must be a number'],
    ['/gene style:mla', '"mla" is not one of the choices of "style"'],
  ])('%s', async (line, sentence) => {
    await expect(ada().run(line)).rejects.toThrow(sentence);
  });

  it('a message that is empty or too long', async () => {
    await expect(ada().say(' ')).rejects.toThrow('A message cannot be empty');
    await expect(ada().say('x'.repeat(2001))).rejects.toThrow('A message has at most 2000 characters');
  });

  it('picks a choice by its name as well', async () => {
    const { interaction } = await given(() => ada().run('/gene style:APA'));
    expect(interaction.data).toMatchObject({ options: [{ value: 'apa' }] });
  });
});

it('a dismissed message is gone for its owner and still there for the bot', async () => {
  const { interaction, message } = await posted({ content: 'secret', flags: 64 });
  ada().dismiss(message?.id ?? '');
  expect(
    ada()
      .sees()
      .some(({ id }) => id === message?.id),
  ).toBe(false);
  expect((await webhook('PATCH', interaction, original, { content: 'y' })).status).toBe(200);
});

it('remembers a bounded number of messages', async () => {
  const small = await startLocalDiscord({ limits: { messagesPerChannel: 3 } });
  const writer = small.person('ada');
  for (const content of ['1', '2', '3', '4', '5']) await writer.say(content);
  expect(writer.sees().map(({ content }) => content)).toEqual(['3', '4', '5']);
  await small.close();
});
