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

function start(args: readonly string[], port = ''): ChildProcess {
  return spawn(process.execPath, [program, ...args], { env: { ...process.env, LOCAL_PORT: port } });
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  await once(child, 'close');
  return { code: child.exitCode, errors };
}

async function printedBy(child: ChildProcess, last: string): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.includes(last)) break;
  }
  return printed;
}

it.each([
  ['--port', ['--port', '0'], '80x'],
  ['LOCAL_PORT', [], '0'],
])('with %s it prints where it is and how to join, and stops cleanly', async (_, args, port) => {
  const child = start(args, port);
  const ended = outcome(child);
  const printed = await printedBy(child, 'Ctrl+C');
  const url = /The local Discord is at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(printed)?.[1];
  expect(printed).toContain(`A bot joins it with ${url}/api as its API address`);
  expect((await fetch(`${url}/local/state`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, errors: '' });
});

it('explains itself', async () => {
  const child = start(['--help']);
  const ended = outcome(child);
  expect(await printedBy(child, 'this text')).toMatch(/^Usage: local-discord \[--port PORT\]\n/);
  expect(await ended).toEqual({ code: 0, errors: '' });
});

it.each([
  ['LOCAL_PORT must be a number from 0 to 65535, not "80x".\n', [], '80x'],
  ['--port must be a number from 0 to 65535, not "99999".\n', ['--port', '99999'], ''],
  ["Unknown option '--prt'. Try --help.\n", ['--prt', '1'], ''],
])('refuses with one line: %s', async (errors, args, port) => {
  expect(await outcome(start(args, port))).toEqual({ code: 1, errors });
});

it('refuses a taken port with one line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const sentence = (advice: string) =>
    `Port ${port} is already in use. Choose a free one, such as ${advice}, or 0 for any.\n`;
  expect(await outcome(start([], String(port)))).toEqual({
    code: 1,
    errors: sentence(`LOCAL_PORT=${port + 1}`),
  });
  expect(await outcome(start(['--port', String(port)]))).toEqual({
    code: 1,
    errors: sentence(`--port ${port + 1}`),
  });
  taken.close();
});
