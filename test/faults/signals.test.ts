import { spawn, spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { packagePath } from '../../src/package-path.js';
import { type Build, build, type Child, environmentOf, follow, startChild } from '../bot/child.js';

let built: Build;
const children: Child[] = [];

beforeAll(async () => {
  built = await build();
});
afterAll(async () => built[Symbol.asyncDispose]());
afterEach(() => {
  for (const child of children.splice(0)) child.process.kill('SIGKILL');
});

/** Sends the program SIGTERM in the moment in which it begins to listen for signals. */
const AT_ONCE = `--import=data:text/javascript,${encodeURIComponent(
  `process.on('newListener', (name) => name === 'SIGINT' && setImmediate(() => process.kill(process.pid, 'SIGTERM')))`,
)}`;

/** The first process of a container has no default way to end on a signal. */
const asFirst = ['-Urpf', '--mount-proc', '--kill-child'];
const hasNamespaces = spawnSync('unshare', [...asFirst, 'true']).status === 0;
if (!hasNamespaces) console.log('Not tried as PID 1: unshare may not make process namespaces here');

describe('SIGTERM ends the program with 0', () => {
  test('before it has loaded anything', async () => {
    const child = startChild(built.main, { LOCAL_PORT: '0', NODE_OPTIONS: AT_ONCE });
    children.push(child);
    expect([await child.exit, child.text()]).toEqual([0, '']);
  });

  test.each(['Open http', 'Connected', 'Commands registered'])('once it has said "%s"', async (said) => {
    const child = startChild(built.main, { LOCAL_PORT: '0' });
    children.push(child);
    await child.line((line) => line.includes(said));
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });

  test.skipIf(!hasNamespaces)('as PID 1, before it has loaded anything', async () => {
    const child = follow(
      spawn('unshare', [...asFirst, process.execPath, built.main], {
        env: environmentOf({ LOCAL_PORT: '0', NODE_OPTIONS: AT_ONCE }),
      }),
    );
    children.push(child);
    expect([await child.exit, child.text()]).toEqual([0, '']);
  });

  test('passed on by npm start', async () => {
    const started = spawn('npm', ['start'], {
      cwd: packagePath(),
      env: { ...process.env, ...environmentOf({ LOCAL_PORT: '0' }) },
    });
    const child = follow(started);
    children.push(child);
    const open = await child.line((line) => line.includes('Open http'));
    await child.line((line) => line.includes('Commands registered'));
    const page = /http:\/\/127\.0\.0\.1:\d+\//.exec(open)?.[0] ?? '';
    expect((await fetch(page)).ok).toBe(true);
    started.kill('SIGTERM');
    await child.line((line) => line.includes('Stopped'));
    await child.exit;
    await expect(fetch(page)).rejects.toThrow('fetch failed');
  }, 180_000);
});
