import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createClock, snowflakeTime } from '../../src/bot/clock.js';
import { CONNECTION_TIMING, pauseAfter } from '../../src/bot/connection.js';
import { routeOf, summarise } from '../../src/bot/errors.js';
import { createLastStyles } from '../../src/bot/last-styles.js';
import { createLogger } from '../../src/bot/log.js';
import { createMemory } from '../../src/bot/memory.js';
import { createMetrics } from '../../src/bot/metrics.js';
import { readInteraction } from '../../src/bot/payload.js';
import { createSeen } from '../../src/bot/seen.js';

const CALLBACK = 'http://127.0.0.1:1/api/v10/interactions/123456789012345678/aW50ZXJhY3Rpb246/callback';

describe('the clock', () => {
  const id = '1234567890123456789';
  const made = snowflakeTime(id);
  const later = (ms: number) => String((BigInt(made + ms) - 1_420_070_400_000n) << 22n);
  const dateAt = (ms: number) => new Date(made + ms).toUTCString();

  /** A clock on a machine whose own times are under the test's control; `true` is the time since the first event. */
  function stage() {
    const state = { true: 0, wrong: 0 };
    const skews: number[] = [];
    const clock = createClock({
      steady: () => 5_000_000 + state.true,
      timeOfDay: () => made + state.true + state.wrong,
      onSkew: (ms) => skews.push(ms),
    });
    return { state, skews, clock };
  }

  test('takes the first event for new, and the age of others from it', () => {
    const { state, clock } = stage();
    expect(clock.ageOf(id, clock.now())).toBe(0);
    state.true = 2_500;
    expect(clock.ageOf(later(1_000), clock.now())).toBe(1_500);
  });

  test.each([4_000, -4_000, 86_400_000, -86_400_000])('does not notice a step of %i ms', (step) => {
    const { state, clock } = stage();
    clock.learn(dateAt(0), clock.now());
    clock.ageOf(id, clock.now());
    state.wrong = step;
    state.true = 300;
    expect(clock.ageOf(later(200), clock.now())).toBe(100);
    clock.learn(dateAt(300), clock.now());
    expect(clock.ageOf(later(200), clock.now())).toBe(100);
  });

  test('is put right by what Discord answers, within the second that a header names', () => {
    const { state, clock } = stage();
    clock.ageOf(later(10_000), clock.now());
    clock.learn(dateAt(0), clock.now());
    state.true = 500;
    const age = clock.ageOf(id, clock.now());
    expect(age).toBeGreaterThanOrEqual(500);
    expect(age).toBeLessThanOrEqual(1_500);
  });

  test('does not take an invented id for an old event', () => {
    const { clock } = stage();
    clock.learn(dateAt(0), clock.now());
    expect([clock.ageOf('1', clock.now()), clock.ageOf(later(86_400_000), clock.now())]).toEqual([0, 0]);
    expect(clock.ageOf(id, clock.now())).toBeLessThanOrEqual(1_000);
  });

  test('says once that the time of day is wrong by more than a second, and again when it goes wrong anew', () => {
    const { state, skews, clock } = stage();
    const hear = (wrong: number) => {
      state.wrong = wrong;
      clock.learn(dateAt(state.true), clock.now());
    };
    for (const wrong of [0, 900, -900, 4_000, 4_000, 5_000, 0, -4_000, -4_000]) hear(wrong);
    expect(skews.map((ms) => Math.round(ms / 1_000))).toEqual([3, -4]);
  });

  test('learns nothing from an answer without a date', () => {
    const { clock, skews } = stage();
    for (const date of [null, '', 'yesterday']) clock.learn(date, clock.now());
    expect([clock.ageOf(id, clock.now()), skews]).toEqual([0, []]);
  });
});

describe('the memory', () => {
  test('forgets after its time', () => {
    let now = 0;
    const memory = createMemory(() => now, 100, 10);
    memory.remember('c', 'u', 'context');
    now = 99;
    expect(memory.recall('c', 'u')).toBe('context');
    now = 100;
    expect(memory.recall('c', 'u')).toBe(null);
  });

  test('keeps the newest when it is full', () => {
    const memory = createMemory(() => 0, 100, 2);
    memory.remember('c', 'a', '1');
    memory.remember('c', 'b', '2');
    memory.remember('c', 'a', '3');
    memory.remember('c', 'd', '4');
    expect(['a', 'b', 'd'].map((user) => memory.recall('c', user))).toEqual(['3', null, '4']);
  });

  test('keeps what it has when there is nothing new', () => {
    const memory = createMemory(() => 0, 100, 2);
    memory.remember('c', 'a', '1');
    memory.remember('c', 'a', null);
    expect(memory.recall('c', 'a')).toBe('1');
  });
});

describe('the last citation styles', () => {
  const ada = { userId: 'ada', serverId: 'lab' };
  const ben = { userId: 'ben', serverId: 'lab' };

  test('a person has the own one, everywhere; without one, that of the server', () => {
    const styles = createLastStyles();
    expect(styles.of(ada)).toBeNull();
    styles.remember(ada, 'apa', true);
    styles.remember(ben, 'nature', true);
    expect([ada, ben, { userId: 'cat', serverId: 'lab' }].map(styles.of)).toEqual([
      'apa',
      'nature',
      'nature',
    ]);
    expect(styles.of({ userId: 'ada', serverId: null })).toBe('apa');
    expect(styles.of({ userId: 'cat', serverId: 'other' })).toBeNull();
    expect(styles.of({ userId: 'cat', serverId: null })).toBeNull();
  });

  test('what is chosen in private, or in direct messages, is no style of a server', () => {
    const styles = createLastStyles();
    styles.remember(ada, 'apa', false);
    styles.remember({ userId: 'ada', serverId: null }, 'harvard', true);
    expect([ada, ben].map(styles.of)).toEqual(['harvard', null]);
  });

  test('an answer in which nothing was chosen changes nothing', () => {
    const styles = createLastStyles();
    styles.remember(ada, 'apa', true);
    styles.remember(ada, null, true);
    expect(styles.of(ada)).toBe('apa');
  });

  test('who chose the longest ago is forgotten first', () => {
    const styles = createLastStyles(2);
    const people = ['a', 'b', 'a', 'c'].map((userId) => ({ userId, serverId: null }));
    for (const person of people) styles.remember(person, 'apa', true);
    expect(['a', 'b', 'c'].map((userId) => styles.of({ userId, serverId: null }))).toEqual([
      'apa',
      null,
      'apa',
    ]);
  });
});

describe('events seen', () => {
  test('are new once, as long as they are among the newest', () => {
    const seen = createSeen(2);
    expect(['a', 'a', 'b', 'c', 'a'].map((id) => seen.add(id))).toEqual([true, false, true, true, true]);
  });
});

describe('an error in the log', () => {
  test('of the API has no address, no message and no body', () => {
    const raw = { code: 50035, message: 'Invalid "secret words"' };
    const error = new DiscordAPIError(raw, 50035, 400, 'POST', CALLBACK, {
      body: { content: 'secret words' },
    });
    expect(summarise(error)).toEqual({
      error: 'DiscordAPIError[50035]',
      code: 50035,
      status: 400,
      method: 'POST',
      route: '/interactions/:id/:token/callback',
    });
  });

  test('of HTTP has the route alone', () => {
    const url = 'http://127.0.0.1:1/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246/messages/@original';
    expect(summarise(new HTTPError(502, 'Bad Gateway', 'PATCH', url, {}))).toEqual({
      error: 'HTTPError',
      status: 502,
      method: 'PATCH',
      route: '/webhooks/:id/:token/messages/@original',
    });
    expect(routeOf('nothing')).toBe('');
  });

  test('of the network has its code alone, wherever that stands', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED' });
    expect(summarise(refused)).toEqual({ error: 'Error', code: 'ECONNREFUSED' });
    expect(summarise(new TypeError('fetch failed', { cause: refused }))).toEqual({
      error: 'TypeError',
      code: 'ECONNREFUSED',
    });
    expect(summarise(new AggregateError([new Error('none'), refused]))).toEqual({
      error: 'AggregateError',
      code: 'ECONNREFUSED',
    });
    expect(summarise(new DOMException('This operation was aborted', 'AbortError'))).toEqual({
      error: 'AbortError',
      code: 'ABORT_ERR',
    });
  });

  test('of a gateway that refuses the connection has the status', () => {
    expect(summarise(new Error('Unexpected server response: 503'))).toEqual({ error: 'Error', status: 503 });
    expect(summarise(new Error('Opening handshake has timed out'))).toEqual({
      error: 'Error',
      code: 'ETIMEDOUT',
    });
    expect(summarise(new Error('Unexpected server response: 503 secret words')).status).toBe(undefined);
  });

  test('of ours has its kind and places in the code, not its message', () => {
    const summary = summarise(new TypeError('about secret words\nin two lines'));
    expect(summary.error).toBe('TypeError');
    expect(summary.at?.[0]).toContain('parts.test.ts');
    expect(JSON.stringify(summary)).not.toContain('words');
    expect(JSON.stringify(summarise(new Error('bad\n  at my secret words')))).not.toContain('secret');
    expect(summarise('secret words')).toEqual({ error: 'string' });
    const wrongUse = Object.assign(new TypeError('secret'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(summarise(wrongUse)).toMatchObject({ error: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
    expect(summarise(wrongUse).at?.[0]).toContain('parts.test.ts');
  });
});

describe('the log', () => {
  test('cuts known secrets and keys that carry words or tokens', async () => {
    const lines: string[] = [];
    const logger = await createLogger({
      level: 'info',
      secrets: ['very-secret-token'],
      destination: { write: (line) => void lines.push(line) },
    });
    logger.info({ token: 'abc', content: 'typed' }, 'very-secret-token');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      token: '[redacted]',
      content: '[redacted]',
      msg: '[redacted]',
    });
  });
});

describe('the counters', () => {
  test('count by command and outcome, and keep nothing of what was asked', async () => {
    const metrics = await createMetrics();
    const account = { kind: 'slash', command: 'il32 ask', shard: 0, id: 'abc' } as const;
    metrics.observe({ ...account, outcome: 'refused', ms: 12 });
    metrics.observe({ ...account, outcome: 'refused', ms: 30 });
    const text = await metrics.text();
    expect(text).toContain(
      'il32_bot_interactions_total{kind="slash",command="il32 ask",outcome="refused",shard="0"} 2',
    );
    expect(text).toContain('il32_bot_answer_seconds_bucket{le="0.025",kind="slash",command="il32 ask"} 1');
    expect(text).not.toContain('abc');
  });
});

describe('pauses between connections', () => {
  test('double up to the longest, and are never the same for many bots', () => {
    const at = (random: number) =>
      [0, 1, 5, 6, 50].map((failures) => pauseAfter(failures, CONNECTION_TIMING, random));
    expect(at(1)).toEqual([1_000, 2_000, 32_000, 60_000, 60_000]);
    expect(at(0)).toEqual([500, 1_000, 16_000, 30_000, 30_000]);
  });
});

describe('a payload', () => {
  const head = {
    id: '1',
    application_id: '2',
    token: 't',
    type: 2,
    channel: { id: '3' },
    member: { user: { id: '4' } },
  };

  test('of a subcommand becomes an invocation', () => {
    const options = [
      { name: 'n', type: 3, value: 'x' },
      { name: 'count', type: 4, value: 5 },
      { name: '__proto__', type: 5, value: true },
    ];
    const read = readInteraction({
      ...head,
      data: { name: 'il32', type: 1, options: [{ name: 'id', type: 1, options }] },
    });
    expect(read?.head).toEqual({
      id: '1',
      applicationId: '2',
      token: 't',
      channelId: '3',
      serverId: null,
      userId: '4',
    });
    expect(read?.action).toEqual({
      kind: 'slash',
      invocation: {
        command: 'il32',
        subcommand: 'id',
        options: Object.fromEntries([
          ['n', 'x'],
          ['count', '5'],
          ['__proto__', true],
        ]),
      },
    });
  });

  test('of a menu has all that a person reads in the message', () => {
    const message = {
      content: 'see',
      embeds: [{ title: 'T', description: 'D', fields: [{ name: 'N', value: 'V' }] }],
      message_snapshots: [{ message: { content: 'forwarded' } }],
    };
    const data = { name: 'Read it', type: 3, target_id: '9', resolved: { messages: { '9': message } } };
    expect(readInteraction({ ...head, data })?.action).toEqual({
      kind: 'menu',
      target: { name: 'Read it', text: 'see\nT\nD\nN\nV\nforwarded' },
    });
  });

  test.each([
    [null],
    ['text'],
    [{}],
    [{ ...head, id: 'x' }],
    [{ ...head, token: '' }],
    [{ ...head, application_id: 5 }],
  ])('that nobody can answer is nothing: %j', (payload) => {
    expect(readInteraction(payload)).toBe(null);
  });

  test.each([
    [{ ...head }],
    [{ ...head, data: null }],
    [{ ...head, data: { name: 'il32' } }],
    [{ ...head, data: { name: 'il32', type: 2 } }],
    [{ ...head, data: { name: 'il32', type: 1, options: 'none' } }],
    [{ ...head, type: 3, data: { custom_id: 7 } }],
    [{ ...head, type: 5, data: { custom_id: 'modal', components: [] } }],
    [{ ...head, type: 'two' }],
    [{ ...head, type: 99, member: 1, user: 2, channel: 3, channel_id: 4 }],
  ])('that makes no sense can be answered still: %j', (payload) => {
    expect(readInteraction(payload)?.action).toEqual({ kind: 'unknown' });
  });

  test('of suggestions without sense is still one that wants a list', () => {
    expect(readInteraction({ ...head, type: 4, data: {} })?.action.kind).toBe('autocomplete');
  });
});
