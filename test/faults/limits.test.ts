import { describe, expect, test } from 'vitest';
import { type Stage, setStage } from '../bot/support.js';

const CALLBACK = /\/callback$/;
const MESSAGES = /\/channels\/\d+\/messages$/;
const LIMITED = 'Discord limits the requests of this bot; they wait';

function statuses({ discord }: Stage, pattern: RegExp): number[] {
  return discord.requests.filter(({ path }) => pattern.test(path)).map(({ status }) => status);
}

/** ms between requests of a kind. */
function pauses({ discord }: Stage, pattern: RegExp): number[] {
  const times = discord.requests.filter(({ path }) => pattern.test(path)).map(({ at }) => at);
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

function warned({ log }: Stage, text: string): number {
  return log.lines().filter(({ msg }) => msg === text).length;
}

/** What Discord may answer without saying how long to wait. */
const UNUSABLE: readonly [string, number, Record<string, string>][] = [
  ['429 without Retry-After', 429, {}],
  ['429 with Retry-After 0', 429, { 'retry-after': '0' }],
  ['429 with Retry-After -1', 429, { 'retry-after': '-1' }],
  ['429 with Retry-After soon', 429, { 'retry-after': 'soon' }],
  ['502', 502, {}],
  ['503', 503, {}],
  ['504', 504, {}],
];

const body = { message: 'limited' };

describe.each(UNUSABLE)('%s', (_, status, headers) => {
  test('for one first answer ends in three requests at most, with growing pauses between', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'callback', status, headers, body, times: 1_000 });
    await stage.discord.person('ada').run('/echo say text:hello');
    await expect.poll(() => stage.accounts.map(({ outcome }) => outcome), { timeout: 5_000 }).not.toEqual([]);
    expect(statuses(stage, CALLBACK)).toEqual([status, status, status]);
    const [first = 0, second = 0] = pauses(stage, CALLBACK);
    expect(first).toBeGreaterThanOrEqual(48);
    expect(second).toBeGreaterThanOrEqual(98);
  });

  test('once is made good: the second try is taken', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'callback', status, headers, body });
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
  });

  test('for one message ends in three requests at most', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'message', status, headers, body, times: 1_000 });
    await stage.discord.person('ada').say('hello', { mention: stage.appId });
    await expect
      .poll(() => stage.accounts.map(({ outcome }) => outcome), { timeout: 10_000 })
      .toEqual(['lost']);
    expect(statuses(stage, MESSAGES)).toEqual([status, status, status]);
    const [first = 0, second = 0] = pauses(stage, MESSAGES);
    expect(first).toBeGreaterThanOrEqual(248);
    expect(second).toBeGreaterThanOrEqual(498);
    expect(warned(stage, LIMITED)).toBe(status === 429 ? 1 : 0);
  });
});

describe('a limit that says how long', () => {
  test.each([
    ['in seconds', { 'retry-after': '1' }],
    ['as a date', { date: 'Fri, 27 Nov 2026 12:00:00 GMT', 'retry-after': 'Fri, 27 Nov 2026 12:00:01 GMT' }],
  ])('%s is kept', async (_, headers) => {
    await using stage = await setStage();
    const ada = stage.discord.person('ada');
    stage.discord.faults.next({ route: 'message', status: 429, headers, body });
    const answer = ada.nextMessage(({ author }) => author.bot === true);
    await ada.say('hello', { mention: stage.appId });
    await answer;
    expect(statuses(stage, MESSAGES)).toEqual([429, 200]);
    expect(pauses(stage, MESSAGES)[0]).toBeGreaterThanOrEqual(998);
  });
});

describe('at the start', () => {
  test('a limited API is asked in growing pauses, and one line says so', async () => {
    await using stage = await setStage({
      before: ({ faults }) => faults.next({ route: 'gateway-bot', status: 429, body, times: 4 }),
      bot: { timing: { firstPause: 100, longestPause: 10_000 } },
      wait: false,
    });
    await stage.bot.ready;
    const waits = pauses(stage, /\/gateway\/bot$/);
    expect(waits.length).toBeGreaterThanOrEqual(4);
    expect(waits.slice(0, 4).map((ms, index) => ms >= 50 * 2 ** index - 2)).toEqual([true, true, true, true]);
    expect(stage.log.lines().filter(({ level }) => level === 40)).toMatchObject([
      {
        method: 'GET',
        route: '/gateway/bot',
        msg: "Discord's API cannot be used; trying again until it can",
      },
    ]);
  });

  test('it waits as long as it is told to', async () => {
    await using stage = await setStage({
      before: ({ faults }) =>
        faults.next({ route: 'gateway-bot', status: 429, headers: { 'retry-after': '1' }, body }),
      wait: false,
    });
    await stage.bot.ready;
    expect(pauses(stage, /\/gateway\/bot$/)[0]).toBeGreaterThanOrEqual(998);
  });

  test('a list of commands is asked for three times, then left for later', async () => {
    await using stage = await setStage({
      before: ({ faults }) => faults.next({ route: 'commands', status: 429, body, times: 1_000 }),
    });
    expect(statuses(stage, /\/commands$/)).toEqual([429, 429, 429]);
    expect(stage.log.lines().filter(({ level }) => level === 50)).toHaveLength(1);
  });
});

describe('while the whole address is banned', () => {
  test('one request at a time asks; afterwards everybody is answered', async () => {
    await using stage = await setStage();
    const { discord } = stage;
    discord.faults.next({
      route: 'message',
      status: 429,
      headers: { 'content-type': 'text/plain', 'retry-after': '0.7' },
      body: 'error code: 1015',
      times: 2,
    });
    const people = ['ada', 'ben', 'cleo', 'dan'].map((name) => discord.person(name));
    await people[0]?.say('hello', { mention: stage.appId });
    await expect.poll(() => statuses(stage, MESSAGES)).toEqual([429]);
    await Promise.all(people.slice(1).map((person) => person.say('hello', { mention: stage.appId })));
    const slash = people[1]?.run('/echo say text:hello');
    await expect
      .poll(() => stage.accounts.filter(({ outcome }) => outcome === 'answered').length, { timeout: 10_000 })
      .toBe(5);
    expect((await slash)?.message?.content).toMatch(/^say: hello/);
    const [first, second, third] = discord.requests.filter(
      ({ path }) => MESSAGES.test(path) || CALLBACK.test(path),
    );
    expect([first?.status, second?.status]).toEqual([429, 429]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(698);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThanOrEqual(698);
  });
});

describe('a connection that fails', () => {
  test('before the message arrived: it is sent again', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'message', cut: true, times: 2 });
    const ada = stage.discord.person('ada');
    await ada.say('hello', { mention: stage.appId });
    await expect
      .poll(() => stage.accounts.map(({ outcome }) => outcome), { timeout: 5_000 })
      .toEqual(['answered']);
    expect(ada.sees().filter(({ author }) => author.bot)).toHaveLength(1);
  });

  test('after the message arrived: it is not posted twice', async () => {
    await using stage = await setStage();
    stage.discord.faults.next({ route: 'message', cut: true, afterProcessing: true });
    const ada = stage.discord.person('ada');
    await ada.say('hello', { mention: stage.appId });
    await expect
      .poll(() => stage.accounts.map(({ outcome }) => outcome), { timeout: 5_000 })
      .toEqual(['answered']);
    expect(ada.sees().filter(({ author }) => author.bot)).toHaveLength(1);
  });

  test.each([false, true])(
    'while an answer is filled in (arrived: %s): it is filled in again',
    async (afterProcessing) => {
      await using stage = await setStage({ bot: { timing: { deferAfter: 0 } } });
      stage.discord.faults.next({ route: 'edit', cut: true, afterProcessing });
      const { settled } = await stage.discord.person('ada').run('/echo say text:hello');
      expect((await settled).content).toBe('say: hello');
    },
  );
});
