import { copyFile, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packagePath } from '../src/package-path.js';
import { type Build, build, startChild } from './bot/child.js';

let built: Build;
let folder: string;
beforeAll(async () => {
  built = await build();
  folder = await mkdtemp(join(tmpdir(), 'records-'));
}, 60_000);
afterAll(async () => {
  await built[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function outcome(variables: Record<string, string>): Promise<[number | string | null, string]> {
  const child = startChild(built.main, variables);
  const code = await child.exit;
  return [code, child.text()];
}

describe('the program refuses to start with one clear line', () => {
  test('when a variable is malformed', async () => {
    expect(await outcome({ LOG_LEVEL: 'loud' })).toEqual([
      1,
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
    ]);
  });

  test('when a record is bad, with its file and path', async () => {
    await writeFile(join(folder, 'bad.json'), '{"schemaVersion": 1}');
    const [code, text] = await outcome({ RECORDS_DIR: folder, LOCAL_PORT: '0' });
    expect(code).toBe(1);
    expect(text.split('\n')[0]).toContain(`${join(folder, 'bad.json')}: `);
    await rm(join(folder, 'bad.json'));
  });

  test('when there are no records', async () => {
    const [code, text] = await outcome({ RECORDS_DIR: '/nowhere', LOCAL_PORT: '0' });
    expect(code).toBe(1);
    expect(text).toMatch(/^\/nowhere: cannot read the records folder/);
  });

  test('when there is no token and, as in the image for production, no local Discord', async () => {
    const image = await mkdtemp(join(tmpdir(), 'image-'));
    await cp(join(built.main, '..'), join(image, 'dist', 'src'), { recursive: true });
    for (const part of ['package.json', 'data'])
      await cp(packagePath(part), join(image, part), { recursive: true });
    await mkdir(join(image, 'node_modules'));
    for (const name of await readdir(packagePath('node_modules')))
      if (name !== 'local-discord')
        await symlink(packagePath('node_modules', name), join(image, 'node_modules', name));
    const child = startChild(join(image, 'dist', 'src', 'main.js'), {}, image);
    expect([await child.exit, child.text()]).toEqual([
      1,
      'There is no DISCORD_TOKEN, and the local Discord is not installed here. Set DISCORD_TOKEN, or run "npm ci && npm start" in the source of the bot to try it without one.',
    ]);
    await rm(image, { recursive: true });
  });

  test('when its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const [code, text] = await outcome({ LOCAL_PORT: String(port) });
    await new Promise((resolve) => taken.close(resolve));
    expect(code).toBe(1);
    expect(text).toBe(`LOCAL_PORT: port ${port} is in use. Choose another one.`);
  });
});

describe('the program without a token', () => {
  test('starts the embedded Discord, says where it is, and stops when asked', async () => {
    const child = startChild(built.main, { LOCAL_PORT: '0', HEALTH_PORT: '0' });
    const open = await child.line((line) => line.includes('Open http'));
    const health = await child.line((line) => line.includes('/healthz'));
    await child.line((line) => line.includes('Commands registered'));
    const page = /http:\/\/127\.0\.0\.1:\d+\//.exec(open)?.[0] ?? '';
    const { status } = await fetch(`${page}local/state`);
    expect(status).toBeLessThan(500);
    const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(health)?.[0] ?? '';
    expect(await (await fetch(`${endpoint}/healthz`)).json()).toMatchObject({
      healthy: true,
      shards: [{ id: 0, status: 'Ready' }],
    });
    const metrics = await (await fetch(`${endpoint}/metrics`)).text();
    expect(metrics).toContain('# TYPE il32_bot_interactions_total counter');
    expect((await fetch(`${endpoint}/other`)).status).toBe(404);
    expect((await fetch(`${endpoint}/healthz`, { method: 'POST' })).status).toBe(405);
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });

  test('says that it uses no proxy where one is set', async () => {
    const child = startChild(built.main, { LOCAL_PORT: '0', HTTPS_PROXY: 'http://127.0.0.1:9' });
    const line = await child.line((text) => text.includes('HTTPS_PROXY'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'warn',
      msg: 'HTTPS_PROXY is set, but the bot does not use it: it needs a direct way to Discord',
    });
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });

  test('speaks with a token that nobody else knows', async () => {
    const child = startChild(built.main, { LOCAL_PORT: '0' });
    const open = await child.line((line) => line.includes('Open http'));
    await child.line((line) => line.includes('Commands registered'));
    const page = /http:\/\/127\.0\.0\.1:\d+\//.exec(open)?.[0] ?? '';
    const answers = ['embedded', 'IL32', 'local'].map(async (token) => {
      const headers = { authorization: `Bot ${token}`, 'user-agent': 'DiscordBot (https://localhost, 1)' };
      const user: unknown = await (await fetch(`${page}api/v10/users/@me`, { headers })).json();
      return user;
    });
    for (const user of await Promise.all(answers)) expect(user).not.toMatchObject({ username: 'IL32' });
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });

  test('serves each record in the folder', async () => {
    await copyFile(new URL('../data/il32.json', import.meta.url), join(folder, 'il32.json'));
    await copyFile(new URL('./fixtures/il31.json', import.meta.url), join(folder, 'il31.json'));
    const child = startChild(built.main, { LOCAL_PORT: '0', RECORDS_DIR: folder });
    const line = await child.line((text) => text.includes('Commands registered'));
    expect(JSON.parse(line)).toMatchObject({ commands: 4, written: true });
    child.process.kill('SIGINT');
    expect(await child.exit).toBe(0);
  });
});

describe('the terminal', () => {
  test('ends quietly when whoever read its answers is gone', async () => {
    const child = startChild(join(built.main, '..', 'cli', 'ask.js'), {}, undefined, ['--jsonl']);
    const { stdin, stdout } = child.process;
    stdin?.on('error', () => undefined);
    stdin?.write('{"q":"what is NK4?"}\n');
    await child.line((line) => line.includes('"kind":"alias"'));
    stdout?.destroy();
    stdin?.end('{"q":"what is NK4?"}\n'.repeat(500));
    expect(await child.exit).toBe(0);
    expect(child.text().split('\n')).toHaveLength(1);
  });

  test.each(['ask', 'check', 'eval', 'genes', 'grid', 'record', 'schema', 'sentences', 'teach', 'train'])(
    '%s --help says how it is used',
    async (name) => {
      const child = startChild(join(built.main, '..', 'cli', `${name}.js`), {}, undefined, ['--help']);
      expect(await child.exit).toBe(0);
      expect(child.text()).toMatch(new RegExp(`^Usage: npm run (?:--silent )?${name}\\b`, 'u'));
    },
  );
});
