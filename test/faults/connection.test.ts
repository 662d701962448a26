import { describe, expect, test } from 'vitest';
import { startBot } from '../../src/bot/bot.js';
import { fakeCommands, QUICK, readableLogger, type Stage, setStage, TOKEN } from '../bot/support.js';

/** Every interaction of a stage with how often it was answered. */
function answers({ discord }: Stage): number[] {
  const counts = new Map<string, number>();
  for (const { path, status } of discord.requests) {
    const id = /\/interactions\/(\d+)\//.exec(path)?.[1];
    if (id !== undefined && status < 300) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts.values()];
}

async function stillAnswers({ discord }: Stage): Promise<void> {
  const said = await discord.person('ada').run('/echo say text:hello');
  expect(said.message?.content).toMatch(/^say: hello/);
}

describe('the connection comes back', () => {
  test.each(['drop', 'op 7', 'close 4000'])('by resuming after %s', async (fault) => {
    await using stage = await setStage();
    const { faults } = stage.discord;
    const resumed = stage.discord.waitFor('resume');
    if (fault === 'drop') faults.drop();
    if (fault === 'op 7') faults.reconnect();
    if (fault === 'close 4000') faults.disconnect(4000);
    await resumed;
    await expect.poll(() => stage.bot.health().healthy).toBe(true);
    await stillAnswers(stage);
  });

  test.each(['op 9', 'op 9 resumable', 'close 1000'])(
    'with whichever session it gets after %s',
    async (fault) => {
      await using stage = await setStage();
      const { discord } = stage;
      const { faults } = discord;
      const back = Promise.any([
        discord.waitFor('identify', undefined, 15_000),
        discord.waitFor('resume', undefined, 15_000),
      ]);
      if (fault === 'close 1000') faults.disconnect(1000);
      else faults.invalidateSession(fault === 'op 9 resumable');
      await back;
      await expect.poll(() => stage.bot.health().healthy).toBe(true);
      await stillAnswers(stage);
    },
  );

  test('when heartbeats are no longer acknowledged', async () => {
    await using stage = await setStage({ discord: { heartbeatMs: 100 } });
    await expect.poll(() => stage.bot.health().shards[0]?.ping).not.toBe(null);
    const resumed = stage.discord.waitFor('resume');
    stage.discord.faults.ignoreHeartbeats(true);
    await expect.poll(() => stage.bot.health().healthy, { timeout: 5_000 }).toBe(false);
    stage.discord.faults.ignoreHeartbeats(false);
    await resumed;
    await expect.poll(() => stage.bot.health().healthy).toBe(true);
    await stillAnswers(stage);
  });

  test('after the gateway was away for a while', async () => {
    await using stage = await setStage();
    const { discord } = stage;
    discord.faults.refuseConnections(true);
    discord.faults.drop();
    await discord.waitFor('connect');
    discord.faults.refuseConnections(false);
    await expect.poll(() => stage.bot.health().healthy, { timeout: 15_000 }).toBe(true);
    await stillAnswers(stage);
  });

  test('says so once, and once again when it is back', async () => {
    await using stage = await setStage();
    const resumed = stage.discord.waitFor('resume');
    stage.discord.faults.drop();
    await resumed;
    await expect.poll(() => stage.log.lines().map(({ msg }) => msg)).toContain('Connected again');
    expect(stage.log.lines().filter(({ level }) => level === 40)).toHaveLength(1);
  });

  test('anew when a shard was away for too long, and nothing of the old connection is left', async () => {
    await using stage = await setStage({ bot: { timing: { patience: 100, firstPause: 1 } } });
    const { discord } = stage;
    const identified = discord.waitFor('identify');
    discord.faults.drop();
    await identified;
    await expect.poll(() => stage.bot.health().healthy).toBe(true);
    // The library would have brought the old shard back half a second after the loss.
    const resumed = discord.waitFor('resume', undefined, 800).catch(() => 'never');
    expect(await resumed).toBe('never');
    await stillAnswers(stage);
  });
});

describe('no interaction is answered twice, and none is left', () => {
  test('when events are sent twice', async () => {
    await using stage = await setStage();
    stage.discord.faults.nextDispatch({ event: 'INTERACTION_CREATE', action: 'duplicate', times: 5 });
    const ada = stage.discord.person('ada');
    for (let index = 0; index < 5; index += 1) await ada.run('/echo say text:hello');
    await stillAnswers(stage);
    expect(answers(stage)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(stage.discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });

  test('when messages are sent twice', async () => {
    await using stage = await setStage();
    stage.discord.faults.nextDispatch({ event: 'MESSAGE_CREATE', action: 'duplicate' });
    const ada = stage.discord.person('ada');
    const first = ada.nextMessage(({ author }) => author.bot === true);
    await ada.say('one', { mention: stage.appId });
    await first;
    const second = ada.nextMessage(({ author }) => author.bot === true);
    await ada.say('two', { mention: stage.appId });
    await second;
    expect(ada.sees().filter(({ author }) => author.bot)).toHaveLength(2);
  });

  test('when events come out of order', async () => {
    await using stage = await setStage();
    stage.discord.faults.nextDispatch({ event: 'INTERACTION_CREATE', action: 'reorder' });
    const { discord } = stage;
    const both = await Promise.all([
      discord.person('ada').run('/echo say text:one'),
      discord.person('ben').run('/echo say text:two'),
    ]);
    expect(both.map(({ message }) => message?.content)).toEqual(['say: one', 'say: two']);
  });

  test('when an event is lost, the next one is answered', async () => {
    await using stage = await setStage({ discord: { limits: { deadlineMs: 100 } } });
    stage.discord.faults.nextDispatch({ event: 'INTERACTION_CREATE', action: 'drop' });
    const lost = await stage.discord.person('ada').run('/echo say text:lost');
    expect(lost.outcome).toBe('failed');
    await lost.settled.catch(() => undefined);
    await stillAnswers(stage);
  });

  test('when two hundred come at once', async () => {
    // How long it takes is the bench's matter: here the bot, Discord and everybody else share one process.
    await using stage = await setStage({ discord: { limits: { deadlineMs: 30_000 } } });
    const { discord } = stage;
    const people = Array.from({ length: 200 }, (_, index) => discord.person(`person ${index}`));
    const all = await Promise.all(people.map((person) => person.run('/echo say text:hello')));
    expect(all.filter(({ outcome }) => outcome !== 'message')).toEqual([]);
    expect(answers(stage)).toEqual(Array.from({ length: 200 }, () => 1));
  });
});

describe('two processes with a shard each', () => {
  test("answer each server's interactions once, also after one was replaced", async () => {
    const shard = (id: number) => ({ ids: [id], count: 2 });
    await using stage = await setStage({ discord: { guilds: 2 }, bot: { shards: shard(0) } });
    const { discord } = stage;
    const start = () =>
      startBot({
        config: { token: TOKEN, guildId: null, apiUrl: discord.apiUrl, shards: shard(1) },
        commands: fakeCommands(),
        logger: readableLogger().logger,
        timing: QUICK,
      });
    const other = start();
    await other.registered;
    const ada = discord.person('ada');
    const askEverywhere = async () => {
      const channels = discord.state.guilds.map(({ channelIds }) => channelIds[0] ?? '');
      const said = await Promise.all(
        channels.map((channelId) => ada.run('/echo say text:hello', { channelId })),
      );
      return said.map(({ outcome }) => outcome);
    };
    expect(await askEverywhere()).toEqual(['message', 'message']);
    await other.stop();
    const replacement = start();
    await replacement.registered;
    expect(await askEverywhere()).toEqual(['message', 'message']);
    await replacement.stop();
    expect(answers(stage)).toEqual([1, 1, 1, 1]);
  });
});
