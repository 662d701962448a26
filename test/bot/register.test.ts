import { describe, expect, test } from 'vitest';
import { startBot } from '../../src/bot/bot.js';
import { fingerprint, forGuild } from '../../src/bot/definitions.js';
import { fakeCommands, QUICK, readableLogger, type Stage, setStage, TOKEN } from './support.js';

function writes({ discord }: Stage): string[] {
  return discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
}

async function startAgain({ discord }: Stage, commands = fakeCommands(), guildId: string | null = null) {
  const bot = startBot({
    config: { token: TOKEN, guildId, apiUrl: discord.apiUrl, shards: 'auto' },
    commands,
    logger: readableLogger().logger,
    timing: QUICK,
  });
  await bot.registered;
  await bot.stop();
}

describe('registration', () => {
  test('writes once, and a second start writes nothing', async () => {
    await using stage = await setStage();
    await startAgain(stage);
    expect(writes(stage)).toEqual([`/api/v10/applications/${stage.appId}/commands`]);
  });

  test('in one server leaves out what only global commands have, and writes once', async () => {
    await using stage = await setStage({ bot: { guild: true } });
    await startAgain(stage, fakeCommands(), stage.discord.guildId);
    expect(writes(stage)).toEqual([
      `/api/v10/applications/${stage.appId}/guilds/${stage.discord.guildId}/commands`,
    ]);
    const [put] = stage.discord.requests.filter(({ method }) => method === 'PUT');
    expect(JSON.stringify(put?.body)).not.toMatch(/contexts|integration_types/);
  });

  test('in one server takes away the same commands that stood everywhere', async () => {
    await using stage = await setStage();
    await startAgain(stage, fakeCommands(), stage.discord.guildId);
    const seen = await stage.discord.person('ada').commands();
    expect(seen.map(({ name }) => name).sort()).toEqual(['Read it', 'echo']);
  });

  test('everywhere takes away the same commands that stood in one server', async () => {
    await using stage = await setStage({ bot: { guild: true } });
    await startAgain(stage);
    const seen = await stage.discord.person('ada').commands();
    expect(seen.map(({ name }) => name).sort()).toEqual(['Read it', 'echo']);
    expect(seen.every((command) => command.guild_id === undefined)).toBe(true);
  });

  test('writes again when a definition changed', async () => {
    await using stage = await setStage();
    const commands = fakeCommands();
    const [first] = commands.definitions;
    const changed = first === undefined ? [] : [{ ...first, description: 'Something else' }];
    await startAgain(stage, fakeCommands({ definitions: changed }));
    expect(writes(stage)).toHaveLength(2);
  });

  test('tells the commands their ids', async () => {
    let ids: ReadonlyMap<string, string> = new Map();
    await using stage = await setStage({
      commands: fakeCommands({
        useCommandIds: (known) => {
          ids = known;
        },
      }),
    });
    const known = await stage.discord.person('ada').commands();
    expect(ids).toEqual(new Map(known.map(({ name, id }) => [name, id])));
  });

  test('that fails does not keep the bot from answering, and is tried again', async () => {
    await using stage = await setStage({
      before: ({ faults }) => faults.next({ route: 'commands', status: 503, times: 4 }),
      bot: { timing: { registrationRetries: [10] } },
    });
    await expect.poll(() => writes(stage)).toHaveLength(1);
    const said = await stage.discord.person('ada').run('/echo say text:hello');
    expect(said.message?.content).toBe('say: hello');
  });

  test('that is not allowed is one line with advice', async () => {
    await using stage = await setStage({
      before: ({ faults }) =>
        faults.next({ route: 'commands', status: 403, body: { code: 50001, message: 'Missing Access' } }),
      bot: { guild: true },
    });
    const lines = stage.log.lines().filter(({ level }) => level === 50);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.['msg']).toBe(
      'Commands could not be registered. The bot may not register commands in this server: is DISCORD_GUILD_ID right, and was it invited with applications.commands?',
    );
  });
});

describe('a change of the commands at work', () => {
  test('is registered when the definitions changed, and used at once', async () => {
    await using stage = await setStage();
    const { definitions } = fakeCommands();
    await stage.bot.replaceCommands(fakeCommands());
    expect(writes(stage)).toHaveLength(1);
    await stage.bot.replaceCommands(fakeCommands({ definitions: definitions.slice(0, 1) }));
    expect(writes(stage)).toHaveLength(2);
  });
});

describe('the comparison of definitions', () => {
  const [ours] = fakeCommands().definitions;

  test('does not mind what Discord adds or leaves out, nor an order that means nothing', () => {
    const theirs = {
      ...ours,
      id: '1',
      application_id: '2',
      version: '3',
      default_member_permissions: null,
      dm_permission: true,
      nsfw: false,
      contexts: [2, 0, 1],
      name_localizations: null,
    };
    expect(fingerprint([theirs])).toBe(fingerprint([ours]));
  });

  test('minds the order of options and every text', () => {
    expect(fingerprint([{ name: 'a', options: [{ name: 'x' }, { name: 'y' }] }])).not.toBe(
      fingerprint([{ name: 'a', options: [{ name: 'y' }, { name: 'x' }] }]),
    );
    expect(fingerprint([{ name: 'a', description: 'b' }])).not.toBe(
      fingerprint([{ name: 'a', description: 'c' }]),
    );
  });

  test('for one server has no contexts', () => {
    expect(forGuild(fakeCommands().definitions).map((definition) => Object.keys(definition))).toEqual([
      ['type', 'name', 'description', 'options'],
      ['type', 'name'],
    ]);
  });
});
