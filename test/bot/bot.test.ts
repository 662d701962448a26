import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/reply/reply.js';
import { deferred, fakeCommands, reply, setStage } from './support.js';

describe('a slash command', () => {
  test('is answered in the channel', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    const said = await ada.run('/echo say text:hello');
    expect(said.outcome).toBe('message');
    expect(said.message?.content).toBe('say: hello');
    expect(said.message?.flags ?? 0).toBe(0);
  });

  test('is answered in private when asked for', async () => {
    await using stage = await setStage();
    const said = await stage.discord.person('ada').run('/echo say text:hello private:true');
    expect(said.message?.flags).toBe(64);
    expect(stage.discord.person('ben').sees()).toEqual([]);
  });

  test('knows what the same person asked before in this channel, and nobody else', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    await ada.run('/echo say text:one');
    expect((await ada.run('/echo say text:two')).message?.content).toBe('say: two (after one)');
    expect((await stage.discord.person('ben').run('/echo say text:three')).message?.content).toBe(
      'say: three',
    );
  });

  test('pings nobody', async () => {
    await using stage = await setStage();
    await stage.discord.person('ada').run('/echo say text:@everyone');
    const callback = stage.discord.requests.find(({ path }) => path.endsWith('/callback'));
    expect(callback?.body).toMatchObject({ data: { allowed_mentions: { parse: [], replied_user: false } } });
  });

  test('that takes long is announced and then answered', async () => {
    const slow = deferred<Reply>();
    const commands = fakeCommands({ run: () => slow.promise });
    await using stage = await setStage({ commands, bot: { timing: { deferAfter: 10 } } });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.outcome).toBe('deferred');
    slow.resolve(reply('at last'));
    expect((await said.settled).content).toBe('at last');
    const edit = stage.discord.requests.find(({ method }) => method === 'PATCH');
    expect(edit?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  test('that turns out private after it was announced to all is answered in private alone', async () => {
    const slow = deferred<Reply>();
    const commands = fakeCommands({ run: () => slow.promise });
    await using stage = await setStage({ commands, bot: { timing: { deferAfter: 10 } } });
    const ada = stage.discord.person('ada');
    const said = await ada.run('/echo say text:hello');
    const arrival = ada.nextMessage(({ content }) => content === 'not in the record');
    slow.resolve(reply('not in the record', { private: true, outcome: 'refused' }));
    expect((await arrival).flags).toBe(64);
    expect(said.outcome).toBe('deferred');
    expect(stage.discord.person('ben').sees()).toEqual([]);
  });

  test('is announced in private when the answer was asked for in private', async () => {
    const slow = deferred<Reply>();
    const commands = fakeCommands({ run: () => slow.promise });
    await using stage = await setStage({ commands, bot: { timing: { deferAfter: 10 } } });
    const said = await stage.discord.person('ada').run('/echo say text:hello private:true');
    slow.resolve(reply('at last', { private: true }));
    expect((await said.settled).flags).toBe(64);
  });

  test('whose handler throws is answered in private with a code that stands in the log', async () => {
    const commands = fakeCommands({
      run: async () => {
        throw new Error('cannot read secret words');
      },
    });
    await using stage = await setStage({ commands });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    const line = stage.log.lines().find(({ msg }) => msg === 'A command failed');
    expect(said.message?.flags).toBe(64);
    expect(said.message?.content).toBe(
      `Something went wrong here, and it was not your question. If it happens again, report the code ${line?.['id']}.`,
    );
    expect(line).toMatchObject({ error: 'Error', shard: 0 });
    expect(stage.log.text()).not.toContain('secret words');
  });

  test('whose handler throws at once is answered too', async () => {
    const commands = fakeCommands({
      run: () => {
        throw new TypeError('no promise');
      },
    });
    await using stage = await setStage({ commands });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toMatch(/^Something went wrong here/);
  });

  test('leaves one line in the log without what was typed', async () => {
    await using stage = await setStage();
    await stage.discord.person('ada').run('/echo say text:private-words');
    await expect.poll(() => stage.accounts.length).toBe(1);
    const line = stage.log.lines().find(({ msg }) => msg === 'Answered');
    expect(line).toMatchObject({ kind: 'slash', command: 'echo say', outcome: 'answered', shard: 0 });
    expect(line?.['id']).toMatch(/^[0-9a-f]{8}$/);
    expect(line?.['ms']).toBeGreaterThanOrEqual(0);
    expect(stage.log.text()).not.toContain('private-words');
  });
});

describe('suggestions', () => {
  test('come from the commands', async () => {
    await using stage = await setStage();
    const choices = await stage.discord.person('ada').autocomplete('/echo say text:ta');
    expect(choices).toEqual([{ name: 'text: ta', value: 'chosen' }]);
  });

  test('are an empty list when making them fails', async () => {
    const commands = fakeCommands({
      complete: () => {
        throw new Error('broken');
      },
    });
    await using stage = await setStage({ commands });
    expect(await stage.discord.person('ada').autocomplete('/echo say text:ta')).toEqual([]);
  });

  test('are at most 25', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    await using stage = await setStage({ commands: fakeCommands({ complete: () => many }) });
    expect(await stage.discord.person('ada').autocomplete('/echo say text:ta')).toHaveLength(25);
  });

  test('do not count as questions', async () => {
    await using stage = await setStage({ bot: { allowance: { points: 1, seconds: 60 } } });
    const ada = stage.discord.person('ada');
    for (const text of ['t', 'ta', 'tai']) await ada.autocomplete(`/echo say text:${text}`);
    expect((await ada.run('/echo say text:taif')).message?.content).toBe('say: taif');
  });
});

describe('the message menu', () => {
  test('reads the message', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    const message = await ada.say('see P24001');
    expect((await ada.menu(message.id, 'Read it')).message?.content).toBe('Read it: see P24001');
  });
});

describe('a button', () => {
  test('changes its message in place', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    const { message } = await ada.run('/echo say text:hello');
    const pressed = await ada.press(message?.id ?? '', 'again');
    expect(pressed.outcome).toBe('update');
    expect(ada.sees().map(({ content }) => content)).toEqual(['changed']);
  });

  test('is told whose answer it stands under', async () => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    const { message } = await ada.run('/echo say text:hello');
    await ada.press(message?.id ?? '', 'again');
    const own = await ada.press(message?.id ?? '', 'next');
    const foreign = await stage.discord.person('ben').press(message?.id ?? '', 'next');
    expect(own.message?.content).toBe('{"customId":"next","values":[],"own":true,"ephemeral":false}');
    expect(foreign.message?.content).toBe('{"customId":"next","values":[],"own":false,"ephemeral":false}');
  });

  test('that takes long still changes its message, or answers anew', async () => {
    const slow = [deferred<void>(), deferred<void>()];
    let presses = 0;
    const press = fakeCommands().press;
    const commands = fakeCommands({
      press: async (given) => {
        await slow[presses++]?.promise;
        return press(given);
      },
    });
    await using stage = await setStage({ commands, bot: { timing: { deferAfter: 10 } } });
    const ada = stage.discord.person('ada');
    const { message } = await ada.run('/echo say text:hello');
    const update = stage.discord.waitFor('edit');
    await ada.press(message?.id ?? '', 'again');
    slow[0]?.resolve();
    expect((await update).message.content).toBe('changed');
    const answer = ada.nextMessage();
    await ada.press(message?.id ?? '', 'next');
    slow[1]?.resolve();
    expect((await answer).content).toBe('{"customId":"next","values":[],"own":true,"ephemeral":false}');
  });
});

describe('the limit', () => {
  test('is a private line with the time to wait', async () => {
    await using stage = await setStage({ bot: { allowance: { points: 2, seconds: 30 } } });
    const ada = stage.discord.person('ada');
    await ada.run('/echo say text:one');
    await ada.run('/echo say text:two');
    const third = await ada.run('/echo say text:three');
    expect(third.message?.content).toMatch(
      /^That was a lot of questions\. Please wait (29|30) seconds and ask again\.$/,
    );
    expect(third.message?.flags).toBe(64);
    expect((await stage.discord.person('ben').run('/echo say text:four')).message?.content).toBe('say: four');
  });

  test('leaves out suggestions for who types more than anybody can, and counts them apart from questions', async () => {
    await using stage = await setStage({
      bot: { typingAllowance: { points: 2, seconds: 30 }, allowance: { points: 1, seconds: 30 } },
    });
    const ada = stage.discord.person('ada');
    const offered: number[] = [];
    for (const text of ['h', 'he', 'hel'])
      offered.push((await ada.autocomplete(`/echo say text:${text}`)).length);
    expect(offered).toEqual([1, 1, 0]);
    expect((await ada.run('/echo say text:hello')).message?.content).toBe('say: hello');
    expect(await stage.discord.person('ben').autocomplete('/echo say text:h')).toHaveLength(1);
    expect(stage.accounts.map(({ outcome }) => outcome)).toContain('limited');
  });

  test('is said once in a chat', async () => {
    await using stage = await setStage({ bot: { allowance: { points: 1, seconds: 30 } } });
    const ada = stage.discord.person('ada');
    for (const text of ['one', 'two']) {
      const answer = ada.nextMessage(({ author }) => author.bot === true);
      await ada.say(text, { mention: stage.appId });
      await answer;
    }
    for (const text of ['three', 'four']) await ada.say(text, { mention: stage.appId });
    await expect.poll(() => stage.accounts.length).toBe(4);
    const said = ada.sees().filter(({ author }) => author.bot);
    expect(said.map(({ content }) => content.slice(0, 10))).toEqual(['{"text":"o', 'That was a']);
  });
});
