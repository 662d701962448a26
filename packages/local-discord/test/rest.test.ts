import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { madeBy, type RawBot, rawBot } from './support.js';

let discord: LocalDiscord;
let bot: RawBot;

beforeAll(async () => {
  discord = await startLocalDiscord();
  bot = rawBot(discord);
});
afterAll(() => discord.close());

const formError = (errors: object) => ({ message: 'Invalid Form Body', code: 50035, errors });

describe('requests', () => {
  it('need a bot token', async () => {
    const { status, body } = await bot.request('GET', '/users/@me', undefined, { authorization: '' });
    expect([status, body]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  });
  it('need the User-Agent of a bot', async () => {
    const { status, body } = await bot.request('GET', '/users/@me', undefined, { 'user-agent': 'curl/8' });
    expect([status, body]).toEqual([403, { message: 'internal network error', code: 40333 }]);
  });
  it('need JSON or a form', async () => {
    const { status, body } = await bot.request(
      'POST',
      `/channels/${discord.channelId}/messages`,
      {},
      {
        'content-type': 'text/plain',
      },
    );
    expect([status, body]).toMatchObject([400, { code: 50035 }]);
  });
  it('may be malformed', async () => {
    const url = `${discord.apiUrl}/v10/users/@me/channels`;
    const headers = {
      'user-agent': 'DiscordBot (u, 1)',
      authorization: 'Bot x',
      'content-type': 'application/json',
    };
    const response = await fetch(url, { method: 'POST', headers, body: '{' });
    expect([response.status, await response.json()]).toEqual([
      400,
      { message: 'The request body contains invalid JSON.', code: 50109 },
    ]);
  });
  it('may miss', async () => {
    expect(await bot.request('GET', '/nowhere')).toMatchObject({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    });
    expect((await bot.request('DELETE', '/users/@me')).status).toBe(405);
  });
  it('work without a version and with 9, not with 6', async () => {
    const headers = { 'user-agent': 'DiscordBot (u, 1)', authorization: 'Bot x' };
    const statuses = ['', '/v9', '/v10', '/v6'].map(
      async (version) => (await fetch(`${discord.apiUrl}${version}/users/@me`, { headers })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 400]);
  });
  it('are recorded', async () => {
    await bot.request('GET', '/gateway/bot?x=1');
    expect(discord.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/api/v10/gateway/bot',
      query: { x: '1' },
      status: 200,
      response: { shards: 1, session_start_limit: { total: 1000, remaining: 1000, max_concurrency: 16 } },
    });
  });
  it('carry rate-limit headers', async () => {
    const { headers } = await bot.request('GET', '/users/@me');
    expect(headers.get('x-ratelimit-bucket')).toBe('local-other');
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
  });
});

describe('commands', () => {
  const gene = { name: 'gene', description: 'About a gene', contexts: [0, 1], integration_types: [0, 1] };
  let base: string;

  beforeEach(async () => {
    base = `/applications/${bot.appId}/commands`;
    await bot.request('PUT', base, []);
  });

  it('are read back in the form Discord keeps', async () => {
    const options = [
      { type: 3, name: 'name', description: 'd', required: false, autocomplete: false, choices: [] },
    ];
    await bot.request('PUT', base, [{ ...gene, options, name_localizations: { de: 'gen' } }]);
    const { body } = await bot.request('GET', `${base}?with_localizations=true`);
    expect(body).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        application_id: bot.appId,
        version: expect.stringMatching(/^\d+$/),
        type: 1,
        name: 'gene',
        name_localizations: { de: 'gen' },
        description: 'About a gene',
        description_localizations: null,
        default_member_permissions: null,
        nsfw: false,
        options: [{ type: 3, name: 'name', description: 'd' }],
        dm_permission: true,
        contexts: [0, 1],
        integration_types: [0, 1],
      },
    ]);
    expect((await bot.request('GET', base)).body).not.toHaveProperty('0.name_localizations');
  });

  it('keep their id; the version changes with the content', async () => {
    const [first, same, changed] = [
      await bot.request('PUT', base, [gene]),
      await bot.request('PUT', base, [gene]),
      await bot.request('PUT', base, [{ ...gene, description: 'Else' }]),
    ].map(({ body }) => (Array.isArray(body) ? body[0] : undefined));
    expect(same).toEqual(first);
    expect(changed.id).toBe(first.id);
    expect(changed.version).not.toBe(first.version);
  });

  it('are added or replaced one by one', async () => {
    const added = await bot.request('POST', base, gene);
    const replaced = await bot.request('POST', base, { ...gene, description: 'Else' });
    expect([added.status, replaced.status]).toEqual([201, 200]);
    const { id } = madeBy(added);
    expect(replaced.body).toMatchObject({ id, description: 'Else' });
    expect((await bot.request('PATCH', `${base}/${id}`, { description: 'Third' })).body).toMatchObject({
      id,
      description: 'Third',
    });
    expect((await bot.request('DELETE', `${base}/${id}`)).status).toBe(204);
    expect((await bot.request('GET', `${base}/${id}`)).body).toEqual({
      message: 'Unknown application command',
      code: 10063,
    });
  });

  it('are refused with the place of every mistake', async () => {
    const { status, body } = await bot.request('PUT', base, [gene, { name: 'Bad', description: '' }]);
    expect(status).toBe(400);
    expect(body).toEqual(
      formError({
        1: {
          name: {
            _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }],
          },
          description: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
        },
      }),
    );
  });

  it('cannot smuggle a prototype in', async () => {
    const body = JSON.parse('{"name":"gene","description":"d","name_localizations":{"__proto__":"x"}}');
    expect((await bot.request('POST', base, body)).status).toBe(400);
    expect(Object.hasOwn(Object.prototype, '_errors')).toBe(false);
  });

  it('are at most 100 slash and 15 message commands', async () => {
    const slash = Array.from({ length: 101 }, (_, index) => ({ ...gene, name: `g${index}` }));
    expect((await bot.request('PUT', base, slash)).body).toEqual({
      message: 'Maximum number of application commands reached (100).',
      code: 30032,
    });
    const menus = Array.from({ length: 16 }, (_, index) => ({ type: 3, name: `Menu ${index}` }));
    expect((await bot.request('PUT', base, menus)).body).toMatchObject({ code: 30032 });
  });

  it('are at most 200 new ones a day', async () => {
    const other = rawBot(discord, 'busy');
    const path = `/applications/${other.appId}/guilds/${discord.guildId}/commands`;
    const named = (prefix: string) =>
      Array.from({ length: 100 }, (_, index) => ({ name: `${prefix}${index}`, description: 'd' }));
    await other.request('PUT', path, named('a'));
    await other.request('PUT', path, named('b'));
    expect((await other.request('PUT', path, named('b'))).status).toBe(200);
    expect((await other.request('PUT', path, named('c'))).body).toMatchObject({ code: 30034 });
  });

  it('of a guild are offered there alone, of another application nobody may change them', async () => {
    const path = `/applications/${bot.appId}/guilds/${discord.guildId}/commands`;
    await bot.request('PUT', path, [{ name: 'here', description: 'd' }]);
    const ada = discord.person('ada');
    expect((await ada.commands()).map(({ name }) => name)).toContain('here');
    expect((await ada.commands(ada.dm(bot.appId))).map(({ name }) => name)).not.toContain('here');
    await bot.request('PUT', path, []);
    expect((await bot.request('GET', '/applications/5/commands')).body).toEqual({
      message: 'Missing Access',
      code: 50001,
    });
  });
});

describe('messages', () => {
  const path = () => `/channels/${discord.channelId}/messages`;

  it('are posted, edited, read and deleted', async () => {
    const posted = await bot.request('POST', path(), { content: ' hello ' });
    expect(posted.body).toMatchObject({
      content: 'hello',
      type: 0,
      author: { bot: true },
      edited_timestamp: null,
    });
    const { id } = madeBy(posted);
    const edited = await bot.request('PATCH', `${path()}/${id}`, { content: 'new' });
    expect(edited.body).toMatchObject({ id, content: 'new', edited_timestamp: expect.any(String) });
    expect((await bot.request('GET', `${path()}/${id}`)).body).toEqual(edited.body);
    expect((await bot.request('DELETE', `${path()}/${id}`)).status).toBe(204);
    expect((await bot.request('GET', `${path()}/${id}`)).body).toEqual({
      message: 'Unknown Message',
      code: 10008,
    });
  });

  it('must not be empty', async () => {
    const refused = { message: 'Cannot send an empty message', code: 50006 };
    expect((await bot.request('POST', path(), { content: ' ' })).body).toEqual(refused);
    const message = madeBy(await bot.request('POST', path(), { content: 'x' }));
    const { id } = message;
    expect((await bot.request('PATCH', `${path()}/${id}`, { content: null })).body).toEqual(refused);
  });

  it('ping by default, and on edits too', async () => {
    const ben = discord.person('ben');
    const content = `<@${ben.id}>`;
    const posted = await bot.request('POST', path(), { content, allowed_mentions: { parse: [] } });
    expect(posted.body).toMatchObject({ mentions: [] });
    const { id } = madeBy(posted);
    expect((await bot.request('PATCH', `${path()}/${id}`, { content })).body).toMatchObject({
      mentions: [{ username: 'ben' }],
    });
  });

  it('reply to messages that exist', async () => {
    const said = await discord.person('ada').say('question');
    const reply = (id: string, rest: object = {}) =>
      bot.request('POST', path(), { content: 'answer', message_reference: { message_id: id, ...rest } });
    expect((await reply(said.id)).body).toMatchObject({
      type: 19,
      referenced_message: { content: 'question' },
      mentions: [{ username: 'ada' }],
    });
    expect((await reply('1')).body).toEqual(
      formError({
        message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
      }),
    );
    expect((await reply('1', { fail_if_not_exists: false })).status).toBe(200);
  });

  it('are not posted twice with one enforced nonce', async () => {
    const send = () => bot.request('POST', path(), { content: 'once', nonce: 'n', enforce_nonce: true });
    expect((await send()).body).toEqual((await send()).body);
  });

  it('take no ephemeral flag', async () => {
    expect((await bot.request('POST', path(), { content: 'x', flags: 64 })).body).toMatchObject({
      code: 50035,
      errors: { flags: { _errors: [{ code: 'MESSAGE_FLAGS_INVALID' }] } },
    });
  });

  it('of others cannot be changed', async () => {
    const { id } = await discord.person('ada').say('mine');
    expect((await bot.request('PATCH', `${path()}/${id}`, { content: 'x' })).body).toMatchObject({
      code: 50005,
    });
    expect((await bot.request('DELETE', `${path()}/${id}`)).body).toMatchObject({ code: 50013 });
  });

  it('need a channel', async () => {
    expect((await bot.request('POST', '/channels/1/messages', { content: 'x' })).body).toEqual({
      message: 'Unknown Channel',
      code: 10003,
    });
  });

  it('are deleted in bulk, 2 to 100', async () => {
    const ids = await Promise.all(
      ['a', 'b'].map(async (content) => madeBy(await bot.request('POST', path(), { content })).id),
    );
    expect((await bot.request('POST', `${path()}/bulk-delete`, { messages: ids })).status).toBe(204);
    expect(
      (await bot.request('POST', `${path()}/bulk-delete`, { messages: ids.slice(1) })).body,
    ).toMatchObject({
      code: 50035,
    });
  });
});

describe('files', () => {
  const form = (payload: object, files: Record<string, File>) => {
    const data = new FormData();
    data.set('payload_json', JSON.stringify(payload));
    for (const [key, file] of Object.entries(files)) data.set(key, file);
    return data;
  };
  const path = () => `/channels/${discord.channelId}/messages`;
  const png = new File(['picture'], 'card image.png', { type: 'image/png' });

  it('stand in embeds, not beside them', async () => {
    const payload = { embeds: [{ title: 't', image: { url: 'attachment://card_image.png' } }] };
    const message = madeBy(await bot.form('POST', path(), form(payload, { 'files[0]': png })));
    expect(message.attachments).toEqual([]);
    const url = message.embeds[0]?.image?.url ?? '';
    expect(url).toMatch(new RegExp(`^${discord.url}/attachments/\\d+/card_image\\.png$`));
    const picture = await fetch(url);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
    expect(await picture.text()).toBe('picture');
  });

  it('are kept by an edit that names them', async () => {
    const message = madeBy(await bot.form('POST', path(), form({ content: 'x' }, { 'files[0]': png })));
    const { id, attachments } = message;
    const edit = (attached: unknown) =>
      bot.request('PATCH', `${path()}/${id}`, { content: 'y', attachments: attached });
    expect((await edit(attachments)).body).toMatchObject({ attachments: [{ filename: 'card_image.png' }] });
    expect((await edit([])).body).toMatchObject({ attachments: [] });
    expect((await edit(attachments)).body).toMatchObject({ code: 50035 });
  });

  it('are at most 10 of at most 10 MiB', async () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`files[${index}]`, png]));
    expect((await bot.form('POST', path(), form({}, many))).body).toMatchObject({ code: 30015 });
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.bin');
    const refused = await bot.form('POST', path(), form({}, { 'files[0]': large }));
    expect([refused.status, refused.body]).toEqual([
      413,
      { message: 'Request entity too large', code: 40005 },
    ]);
  });

  it('that could run are downloads', async () => {
    const page = new File(['<script>alert(1)</script>'], 'page.html', { type: 'text/html' });
    const message = madeBy(await bot.form('POST', path(), form({}, { 'files[0]': page })));
    const { attachments } = message;
    const { headers } = await fetch(attachments[0]?.url ?? '');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
