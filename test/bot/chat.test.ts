import type { Message, Person } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { fakeCommands, reply, setStage } from './support.js';

const fromBot = ({ author }: Message): boolean => author.bot === true;

async function ask(
  person: Person,
  text: string,
  options: Parameters<Person['say']>[1],
): Promise<[Message, Message]> {
  const answer = person.nextMessage(fromBot);
  const question = await person.say(text, options);
  return [question, await answer];
}

function heard({ content }: Message): Record<string, unknown> {
  return JSON.parse(content);
}

describe('a message to the bot', () => {
  test('that mentions it is answered as a reply that pings nobody', async () => {
    await using stage = await setStage();
    const [question, answer] = await ask(stage.discord.person('ada'), "what's the ensembl id", {
      mention: stage.appId,
    });
    expect(heard(answer)).toEqual({
      text: "what's the ensembl id",
      repliedTo: [],
      referencedText: null,
      addressed: true,
      previous: null,
      lastStyle: null,
    });
    expect(answer.message_reference?.message_id).toBe(question.id);
    expect(stage.discord.requests.at(-1)?.body).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: question.id, fail_if_not_exists: false },
      nonce: question.id,
      enforce_nonce: true,
    });
  });

  test('that replies to an answer brings the address behind its author line', async () => {
    await using stage = await setStage({
      commands: fakeCommands({
        chat: async (chat) =>
          reply(JSON.stringify(chat), { buttons: ['v1:a'], authorUrl: 'https://example.org/#v1' }),
      }),
    });
    const ada = stage.discord.person('ada');
    const [, first] = await ask(ada, 'one', { mention: stage.appId });
    const [, second] = await ask(ada, 'and in mouse?', { replyTo: first.id });
    expect(heard(second)).toEqual({
      text: 'and in mouse?',
      repliedTo: ['https://example.org/#v1'],
      referencedText: null,
      addressed: false,
      previous: null,
      lastStyle: null,
    });
  });

  test('that replies to the answer of a command brings the address behind its author line', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    const { message } = await ada.run('/echo say text:hello');
    const [, answer] = await ask(ada, 'source?', { replyTo: message?.id ?? '', mention: stage.appId });
    expect(heard(answer)['repliedTo']).toEqual(['https://example.org/#again']);
  });

  test("that mentions it under somebody else's message brings that message", async () => {
    await using stage = await setStage();
    const theirs = await stage.discord.person('ben').say('see P24001');
    const [, answer] = await ask(stage.discord.person('ada'), 'what is this?', {
      replyTo: theirs.id,
      mention: stage.appId,
    });
    expect(heard(answer)).toMatchObject({ text: 'what is this?', repliedTo: [] });
  });

  test('continues what the same person asked before in the channel', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    await ask(ada, 'one', { mention: stage.appId });
    expect(heard((await ask(ada, 'two', { mention: stage.appId }))[1])['previous']).toBe('one');
    expect(
      heard((await ask(stage.discord.person('ben'), 'three', { mention: stage.appId }))[1])['previous'],
    ).toBe(null);
  });

  test('needs no mention in direct messages', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    const [, answer] = await ask(ada, 'what is NK4?', { channelId: ada.dm(stage.appId) });
    expect(heard(answer)['text']).toBe('what is NK4?');
  });

  test('that says nothing is left to the commands', async () => {
    let asked = 0;
    await using stage = await setStage({
      commands: fakeCommands({ chat: async ({ text }) => (asked++ === 0 ? reply(`help${text}`) : null) }),
    });
    const ada = stage.discord.person('ada');
    const [, answer] = await ask(ada, '', { mention: stage.appId });
    expect(answer.content).toBe('help');
    await ada.say('', { mention: stage.appId });
    await expect.poll(() => asked).toBe(2);
    expect(ada.sees().filter(fromBot)).toHaveLength(1);
  });

  test('is answered when the commands break', async () => {
    await using stage = await setStage({
      commands: fakeCommands({ chat: () => Promise.reject(new Error('broken')) }),
    });
    const [, answer] = await ask(stage.discord.person('ada'), 'hello', { mention: stage.appId });
    expect(answer.content).toMatch(/^Something went wrong here, .* report the code [0-9a-f]{8}\.$/);
  });
});

describe('a message that is not for the bot', () => {
  test('is left alone, and so are other bots', async () => {
    await using stage = await setStage();
    const { discord, appId } = stage;
    const ada = discord.person('ada');
    await ada.say('good morning');
    const event = {
      channel_id: discord.channelId,
      guild_id: discord.guildId,
      type: 0,
      mentions: [{ id: appId }],
    };
    const events = [
      { ...event, id: '1', content: 'a', author: { id: '5', bot: true } },
      { ...event, id: '2', content: 'b', author: { id: '6' }, webhook_id: '7' },
      { ...event, id: '3', content: 'c', author: { id: appId } },
      { ...event, id: '4', content: 'd', author: { id: '8' }, type: 7 },
      { id: '5' },
    ];
    for (const data of events) discord.faults.sendEvent('MESSAGE_CREATE', data, appId);
    const [, answer] = await ask(ada, 'hello', { mention: appId });
    expect(heard(answer)['text']).toBe('hello');
    expect(discord.requests.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
  });

  test('that mentions the role which Discord made for it is meant for it; other roles are not', async () => {
    await using stage = await setStage();
    const { discord, appId } = stage;
    const ada = discord.person('ada');
    const own = (BigInt(appId) + 1n).toString();
    const event = { channel_id: discord.channelId, guild_id: discord.guildId, type: 0, author: { id: '6' } };
    const say = (id: string, content: string, roles: string[]) =>
      discord.faults.sendEvent(
        'MESSAGE_CREATE',
        { ...event, id, content, mentions: [], mention_roles: roles },
        appId,
      );
    const first = ada.nextMessage(fromBot);
    say('1', `<@&${own}> what is NK4?`, [own]);
    expect(heard(await first)['text']).toBe('what is NK4?');
    say('2', '<@&123> lunch?', ['123']);
    const second = ada.nextMessage(fromBot);
    say('3', '', ['123', own]);
    expect(heard(await second)['text']).toBe('');
    expect(ada.sees().filter(fromBot)).toHaveLength(2);
    expect(discord.requests.filter(({ path }) => path.endsWith('/roles'))).toHaveLength(1);
  });

  test('that was edited is not answered again', async () => {
    await using stage = await setStage();
    const { discord, appId } = stage;
    const ada = discord.person('ada');
    const [question] = await ask(ada, 'one', { mention: appId });
    discord.faults.sendEvent('MESSAGE_UPDATE', { ...question, content: `<@${appId}> two` }, appId);
    discord.faults.sendEvent(
      'MESSAGE_CREATE',
      { ...question, guild_id: discord.guildId, mentions: [{ id: appId }] },
      appId,
    );
    await ask(ada, 'three', { mention: appId });
    expect(
      ada
        .sees()
        .filter(fromBot)
        .map((message) => heard(message)['text']),
    ).toEqual(['one', 'three']);
  });
});
