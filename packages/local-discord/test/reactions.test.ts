import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { connected, madeBy, rawBot } from './support.js';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.close());

const REACTIONS = (1 << 10) | (1 << 13);
const pathOf = (message: { id: string; channel_id: string }) =>
  `/channels/${message.channel_id}/messages/${message.id}`;
const THUMB = '👍';
const thumb = encodeURIComponent(THUMB);

describe("a person's reaction", () => {
  it('reaches the bots that want reactions, and goes again', async () => {
    const { gateway } = await connected(discord, 'wants', REACTIONS);
    const deaf = await connected(discord, 'deaf', 1 << 9);
    const { people } = discord;
    const message = await people.say('ada', 'hello');
    await people.react('ben', message, THUMB);
    const ben = discord.person('ben').id;
    expect((await gateway.event('MESSAGE_REACTION_ADD')).d).toMatchObject({
      ...{ user_id: ben, channel_id: discord.channelId, message_id: message.id, guild_id: discord.guildId },
      ...{ message_author_id: message.author.id, member: { user: { id: ben } }, type: 0, burst: false },
      emoji: { id: null, name: THUMB },
    });
    await people.react('ben', message, THUMB, false);
    expect((await gateway.event('MESSAGE_REACTION_REMOVE')).d).toMatchObject({ user_id: ben });
    await people.say('ada', 'done');
    await deaf.gateway.next(({ d }) => z.object({ content: z.literal('') }).safeParse(d).success);
    expect(deaf.gateway.frames.filter(({ t }) => t?.startsWith('MESSAGE_REACTION'))).toEqual([]);
    gateway.close();
    deaf.gateway.close();
  });

  it('is theirs in their own view alone', async () => {
    const message = await discord.people.say('ada', 'mine');
    await discord.people.react('ben', message, '🧪');
    const seenBy = (name: string) =>
      discord.people
        .sees(name)
        .find(({ id }) => id === message.id)
        ?.reactions?.map(({ me, count }) => ({ me, count }));
    expect(seenBy('ben')).toEqual([{ me: true, count: 1 }]);
    expect(seenBy('ada')).toEqual([{ me: false, count: 1 }]);
  });
});

describe("a bot's reaction", () => {
  it('is made, listed and taken back', async () => {
    const bot = rawBot(discord);
    const message = await discord.people.say('ada', 'to react to');
    const path = pathOf(message);
    expect((await bot.request('PUT', `${path}/reactions/${thumb}/@me`)).status).toBe(204);
    expect((await bot.request('PUT', `${path}/reactions/${thumb}/@me`)).status).toBe(204);
    expect(await bot.request('GET', `${path}/reactions/${thumb}`)).toMatchObject({
      body: [{ id: bot.appId }],
    });
    expect(await bot.request('GET', path)).toMatchObject({
      body: { reactions: [{ count: 1, me: true, emoji: { id: null, name: THUMB } }] },
    });
    expect((await bot.request('DELETE', `${path}/reactions/${thumb}/@me`)).status).toBe(204);
    expect((await bot.request('GET', path)).body).not.toHaveProperty('reactions');
  });

  it('must be an emoji, at most twenty of them, and others stay', async () => {
    const bot = rawBot(discord);
    const message = madeBy(
      await bot.request('POST', `/channels/${discord.channelId}/messages`, { content: 'x' }),
    );
    const path = `/channels/${discord.channelId}/messages/${message.id}/reactions`;
    const refused = await bot.request('PUT', `${path}/yes/@me`);
    expect(refused).toMatchObject({ status: 404, body: { code: 10014, message: 'Unknown Emoji' } });
    for (let index = 0; index < 20; index += 1) {
      const emoji = encodeURIComponent(String.fromCodePoint(0x1f400 + index));
      expect((await bot.request('PUT', `${path}/${emoji}/@me`)).status).toBe(204);
    }
    expect(await bot.request('PUT', `${path}/${thumb}/@me`)).toMatchObject({
      status: 400,
      body: { code: 30010 },
    });
    expect(await bot.request('DELETE', path)).toMatchObject({ status: 403, body: { code: 50013 } });
    expect(await bot.request('DELETE', `${path}/${thumb}/1`)).toMatchObject({ status: 403 });
    expect(
      await bot.request('PUT', `/channels/${discord.channelId}/messages/1/reactions/${thumb}/@me`),
    ).toMatchObject({ status: 404, body: { code: 10008 } });
  });
});
