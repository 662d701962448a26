import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Beside the dependencies, so that they are found from there. */
const program = fileURLToPath(
  new URL(`../../../node_modules/.cache/local-cli-${process.pid}/cli.mjs`, import.meta.url),
);

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../src/cli.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(() => rm(fileURLToPath(new URL('.', `file://${program}`)), { recursive: true }));

function start(port: string): ChildProcess {
  return spawn(process.execPath, [program], { env: { ...process.env, LOCAL_PORT: port } });
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  await once(child, 'close');
  return { code: child.exitCode, errors };
}

it('prints where it is and how to join, and stops cleanly', async () => {
  const child = start('0');
  const ended = outcome(child);
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.includes('Ctrl+C')) break;
  }
  const url = /The local Discord is at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(printed)?.[1];
  expect(printed).toContain(`DISCORD_API_URL=${url}/api`);
  expect((await fetch(`${url}/local/state`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, errors: '' });
});

it('refuses a malformed port with one line', async () => {
  expect(await outcome(start('80x'))).toEqual({
    code: 1,
    errors: 'LOCAL_PORT must be a number from 0 to 65535, not "80x".\n',
  });
});

it('refuses a taken port with one line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  expect(await outcome(start(String(port)))).toEqual({
    code: 1,
    errors: `Port ${port} is already in use. Set LOCAL_PORT to a free one, such as LOCAL_PORT=${port + 1}.\n`,
  });
  taken.close();
});
