import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, setStage } from '../bot/support.js';

const UNKNOWN = 'This bot has no such command any more. Type / to see what it offers now.';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => stage[Symbol.asyncDispose]());

/** Sends an interaction that a well-behaved client would not, in place of one that it would, and waits for its answer. */
async function forge(changes: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { discord, appId } = stage;
  discord.faults.nextDispatch({ event: 'INTERACTION_CREATE', action: 'drop' });
  const answered = discord.waitFor('request', ({ path }) => path.endsWith('/callback'), 3_000);
  const heard = discord.waitFor('interaction');
  void discord
    .person('ada')
    .run('/echo say text:hello')
    .then(({ settled }) => settled.catch(() => undefined));
  // What is undefined is left out on its way.
  discord.faults.sendEvent('INTERACTION_CREATE', { ...(await heard).payload, ...changes }, appId);
  return (await answered).body;
}

const PRIVATE_LINE = { type: 4, data: { content: UNKNOWN, flags: 64 } };

describe('an interaction that makes no sense is answered with a short private line', () => {
  test.each([
    ['an unknown command', { data: { id: '1', name: 'gone', type: 1 } }],
    [
      'an unknown subcommand',
      { data: { id: '1', name: 'echo', type: 1, options: [{ name: 'gone', type: 1 }] } },
    ],
    ['a user command', { data: { id: '1', name: 'echo', type: 2, target_id: '5' } }],
    ['no data', { data: undefined }],
    ['neither data nor entitlements', { data: undefined, entitlements: undefined }],
    ['nobody', { data: undefined, member: undefined, user: undefined }],
    ['an unknown type', { type: 42 }],
    ['a modal', { type: 5, data: { custom_id: 'forged', components: [] } }],
    ['a component without an id', { type: 3, data: { component_type: 2 }, message: 7 }],
  ])('%s', async (_what, changes) => {
    expect(await forge(changes)).toMatchObject(PRIVATE_LINE);
  });

  test('suggestions for something unknown are an empty list', async () => {
    expect(await forge({ type: 4, data: { name: 5 } })).toEqual({ type: 8, data: { choices: [] } });
  });

  test('options that are missing, or of another kind, reach the command', async () => {
    const options = [{ name: 'say', type: 1, options: [{ name: 'private', type: 3, value: 'yes' }] }];
    const body = await forge({ data: { id: '1', name: 'echo', type: 1, options } });
    expect(body).toMatchObject({ type: 4, data: { content: 'say: undefined' } });
  });

  test('a command without entitlements or owners is answered as any other', async () => {
    const body = await forge({ entitlements: undefined, authorizing_integration_owners: undefined });
    expect(body).toMatchObject({ type: 4, data: { content: expect.stringMatching(/^say: hello/) } });
  });

  test('a forged custom_id reaches the commands', async () => {
    const body = await forge({ type: 3, data: { custom_id: 'forged', component_type: 2 } });
    expect(body).toMatchObject({
      type: 4,
      data: { content: expect.stringContaining('"customId":"forged"') },
    });
  });
});

describe('what cannot even be answered', () => {
  test('is passed over, and the bot goes on', async () => {
    const { discord, appId } = stage;
    for (const data of [null, 7, 'text', [], {}, { id: 'x' }, { id: '1', token: 5, application_id: '2' }]) {
      discord.faults.sendEvent('INTERACTION_CREATE', data, appId);
      discord.faults.sendEvent('MESSAGE_CREATE', data, appId);
    }
    discord.faults.sendEvent('SOMETHING_NEW', { a: 1 }, appId);
    discord.faults.sendRaw('{"op":0,"t":null,"s":null}', appId);
    discord.faults.sendRaw('{not json', appId);
    const said = await discord.person('ben').run('/echo say text:still-here');
    expect(said.message?.content).toBe('say: still-here');
    expect(stage.bot.health().healthy).toBe(true);
  });
});
