import { describe, expect, test } from 'vitest';
import type { Effect } from '../../commands/types.js';
import type { Reply } from '../../src/reply/reply.js';
import { deferred, fakeCommands, reply, type Stage, setStage } from '../bot/support.js';

const CANNOT_BE_SHOWN = 'This answer cannot be shown here. Please ask something narrower.';
const NOT_POSTED =
  'This could not be posted in the channel: the bot is missing a permission there. Only you can see it.';
const BROKEN_EMBED = { ...reply('x').message, embeds: [{ title: 'x'.repeat(300) }] };

/** Quick enough that a test need not wait long for a request that hangs. */
const HURRY = { callbackMs: 150, requestMs: 400, deferAfter: 20 } as const;

function statuses({ discord }: Stage, pattern: RegExp): number[] {
  return discord.requests.filter(({ path }) => pattern.test(path)).map(({ status }) => status);
}

const CALLBACK = /\/callback$/;
const ORIGINAL = /\/messages\/(@|%40)original$/;

function slowCommands(): { commands: ReturnType<typeof fakeCommands>; answer: (value: Reply) => void } {
  const { promise, resolve } = deferred<Reply>();
  return { commands: fakeCommands({ run: () => promise }), answer: resolve };
}

describe('a first answer', () => {
  test('that was accepted but answered 502 is given once', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'callback', status: 502, afterProcessing: true });
    const ada = stage.discord.person('ada');
    const said = await ada.run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['answered']);
    expect(statuses(stage, CALLBACK)).toEqual([502, 400]);
    expect(statuses(stage, ORIGINAL)).toEqual([200]);
    expect(ada.sees().map(({ content }) => content)).toEqual(['say: hello']);
  });

  test('that was refused with 502 is given on the second attempt', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'callback', status: 502, times: 2 });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
    expect(statuses(stage, CALLBACK)).toEqual([502, 502, 204]);
  });

  test('whose confirmation comes too late is given once', async () => {
    await using stage = await setStage({ bot: { timing: HURRY } });
    stage.discord.faults.next({ route: 'callback', afterProcessing: true, delayMs: 400 });
    const ada = stage.discord.person('ada');
    await ada.run('/echo say text:hello');
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['answered']);
    expect(ada.sees().map(({ content }) => content)).toEqual(['say: hello']);
  });

  test('whose connection is cut is given again', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'callback', cut: true });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
  });

  test('that must wait a moment waits for it', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({
      route: 'callback',
      status: 429,
      headers: { 'retry-after': '0.3' },
      body: { message: 'limited', retry_after: 0.3, global: false },
    });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
    expect(said.ackMs).toBeGreaterThan(290);
  });

  test('that must wait longer than the interaction lives is tried once more before its end', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({
      route: 'callback',
      status: 429,
      headers: { 'retry-after': '60' },
      body: { message: 'limited', retry_after: 60, global: false },
    });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
    expect(said.ackMs).toBeLessThan(3_000);
  });

  test('that Discord does not know any more is given up', async () => {
    await using stage = await setStage();
    const body = { code: 10062, message: 'Unknown interaction' };
    stage.discord.faults.next({ route: 'callback', status: 404, body });
    await stage.discord.person('ada').run('/echo say text:hello');
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['lost']);
    expect(statuses(stage, CALLBACK)).toEqual([404]);
    expect(stage.log.lines().filter(({ refusal }) => refusal === 'expired')).toHaveLength(1);
  });

  test('that somebody else gave is left alone', async () => {
    await using stage = await setStage();
    const body = { code: 40060, message: 'Interaction has already been acknowledged.' };
    stage.discord.faults.next({ route: 'callback', status: 400, body });
    await stage.discord.person('ada').run('/echo say text:hello');
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['lost']);
    expect(statuses(stage, ORIGINAL)).toEqual([]);
  });

  test('is tried once, however old the interaction seems', async () => {
    await using stage = await setStage();
    await stage.discord.person('ada').run('/echo say text:hello');
    const { settled } = await stage.discord.person('ada').run('/echo say text:hello', { ageMs: 3_100 });
    settled.catch(() => undefined);
    await stage.discord.person('ada').autocomplete('/echo say text:he', { ageMs: 3_100 });
    await expect
      .poll(() => stage.accounts.map(({ outcome }) => outcome))
      .toEqual(['answered', 'lost', 'lost']);
    expect(statuses(stage, CALLBACK)).toEqual([204, 404, 404]);
  });

  test('that Discord finds invalid is replaced by a plain line', async () => {
    const commands = fakeCommands({ run: async () => ({ ...reply('x'), message: BROKEN_EMBED }) });
    await using stage = await setStage({ commands });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe(CANNOT_BE_SHOWN);
    expect(said.message?.flags).toBe(64);
    expect(statuses(stage, CALLBACK)).toEqual([400, 204]);
  });

  test('that may not be seen in the channel is given in private', async () => {
    await using stage = await setStage();
    stage.discord.faults.denySending(stage.discord.channelId);
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe(`${NOT_POSTED}\nsay: hello`);
    expect(said.message?.flags).toBe(64);
  });

  test('that was shared into a channel that the bot may not write in does not say that it was', async () => {
    const shared = reply('Shared by <@1>', { authorUrl: 'https://example.org/' });
    const commands = fakeCommands({ press: async () => ({ kind: 'reply', reply: shared }) });
    await using stage = await setStage({ commands });
    const ada = stage.discord.person('ada');
    const { message } = await ada.run('/echo say text:hello private:true');
    stage.discord.faults.denySending(stage.discord.channelId);
    const pressed = await ada.press(message?.id ?? '', 'again');
    expect(pressed.message?.content).toBe(NOT_POSTED);
    expect(pressed.message?.embeds[0]?.author?.name).toBe('Source');
    expect(pressed.message?.flags).toBe(64);
  });

  test('that was announced in time, shared and refused does not say that it was shared', async () => {
    const press = deferred<Effect>();
    const commands = fakeCommands({ press: () => press.promise });
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    const ada = stage.discord.person('ada');
    const { message } = await ada.run('/echo say text:hello private:true');
    await ada.press(message?.id ?? '', 'again');
    stage.discord.faults.denySending(stage.discord.channelId);
    const arrival = ada.nextMessage(({ embeds }) => embeds[0]?.author?.name === 'Source');
    press.resolve({
      kind: 'reply',
      reply: reply('Shared by <@1>', { authorUrl: 'https://example.org/' }),
    });
    const { content, flags } = await arrival;
    expect([content, flags]).toEqual([NOT_POSTED, 64]);
  });
});

describe('an answer after "is thinking"', () => {
  test('that is refused with 502 is given again', async () => {
    const { commands, answer } = slowCommands();
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    stage.discord.faults.next({ route: 'edit', status: 502, times: 2 });
    answer(reply('at last'));
    expect((await said.settled).content).toBe('at last');
  });

  test('is given after an announcement that was accepted but answered 502', async () => {
    const { commands, answer } = slowCommands();
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    stage.discord.faults.next({ route: 'callback', status: 502, afterProcessing: true });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    await expect.poll(() => statuses(stage, CALLBACK)).toEqual([502, 400]);
    answer(reply('at last'));
    expect((await said.settled).content).toBe('at last');
  });

  test('that must wait for a rate limit waits', async () => {
    const { commands, answer } = slowCommands();
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    stage.discord.faults.next({
      route: 'edit',
      status: 429,
      headers: { 'retry-after': '0.2', 'x-ratelimit-scope': 'shared' },
      body: { message: 'limited', retry_after: 0.2, global: false },
    });
    answer(reply('at last'));
    expect((await said.settled).content).toBe('at last');
  });

  test('whose announcement was deleted meanwhile is given anew', async () => {
    const { commands, answer } = slowCommands();
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    const ada = stage.discord.person('ada');
    const said = await ada.run('/echo say text:hello');
    stage.discord.faults.deleteMessage(said.message?.id ?? ada.sees().at(-1)?.id ?? '');
    const arrival = ada.nextMessage(({ content }) => content === 'at last');
    answer(reply('at last'));
    expect((await arrival).content).toBe('at last');
  });

  test('that Discord finds invalid is replaced by a plain private line', async () => {
    const { commands, answer } = slowCommands();
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    const ada = stage.discord.person('ada');
    await ada.run('/echo say text:hello');
    const arrival = ada.nextMessage(({ content }) => content === CANNOT_BE_SHOWN);
    answer({ ...reply('x'), message: BROKEN_EMBED });
    expect((await arrival).flags).toBe(64);
  });

  test('into a channel that was deleted is given up', async () => {
    const { commands, answer } = slowCommands();
    await using stage = await setStage({ commands, bot: { timing: HURRY } });
    const { settled } = await stage.discord.person('ada').run('/echo say text:hello');
    settled.catch(() => undefined);
    stage.discord.faults.deleteChannel(stage.discord.channelId);
    answer(reply('at last'));
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['lost']);
  });
});

describe('a message to the bot', () => {
  test('whose answer was accepted but answered 502 is answered once', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    stage.discord.faults.next({ route: 'message', status: 502, afterProcessing: true });
    await ada.say('hello', { mention: stage.appId });
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['answered']);
    expect(ada.sees().filter(({ author }) => author.bot)).toHaveLength(1);
  });

  test('that was deleted is answered without a reference', async () => {
    await using stage = await setStage({
      commands: fakeCommands({
        chat: async () => {
          const question = stage.discord.person('ada').sees().at(-1);
          stage.discord.faults.deleteMessage(question?.id ?? '');
          return reply('still here');
        },
      }),
    });
    const ada = stage.discord.person('ada');
    const answer = ada.nextMessage(({ author }) => author.bot === true);
    await ada.say('hello', { mention: stage.appId });
    expect((await answer).content).toBe('still here');
  });

  test('in a channel where the bot may not refer to others is answered plainly', async () => {
    await using stage = await setStage();
    const body = { code: 160002, message: 'Cannot reply without permission to read message history' };
    stage.discord.faults.next({ route: 'message', status: 400, body });
    const ada = stage.discord.person('ada');
    const answer = ada.nextMessage(({ author }) => author.bot === true);
    await ada.say('hello', { mention: stage.appId });
    expect((await answer).message_reference).toBe(undefined);
  });

  test('in a channel where the bot may not write is given up once text alone is refused as well', async () => {
    await using stage = await setStage();
    stage.discord.faults.denySending(stage.discord.channelId);
    await stage.discord.person('ada').say('hello', { mention: stage.appId });
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome)).toEqual(['lost']);
    expect(statuses(stage, /\/channels\/\d+\/messages$/)).toEqual([403, 403]);
  });

  test('whose answer is invalid gets a plain line', async () => {
    await using stage = await setStage({
      commands: fakeCommands({ chat: async () => ({ ...reply('x'), message: BROKEN_EMBED }) }),
    });
    const ada = stage.discord.person('ada');
    const answer = ada.nextMessage(({ author }) => author.bot === true);
    await ada.say('hello', { mention: stage.appId });
    expect((await answer).content).toBe(CANNOT_BE_SHOWN);
  });
});
