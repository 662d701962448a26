import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCatalogue } from '../../src/cli/genes-main.js';
import { runRecord } from '../../src/cli/record-main.js';
import { packagePath } from '../../src/package-path.js';
import { type Build, build, startChild } from '../bot/child.js';
import { SAMPLE } from '../catalogue/support.js';
import { startServices } from '../import/services.js';

let built: Build;
let folder: string;
beforeAll(async () => {
  built = await build();
  folder = await mkdtemp(join(tmpdir(), 'served-'));
}, 60_000);
afterAll(async () => {
  await built[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test('a draft is served at once by a bot that runs', async () => {
  await copyFile(packagePath('data', 'il32.json'), join(folder, 'il32.json'));
  const bot = startChild(built.main, { LOCAL_PORT: '0', RECORDS_DIR: folder });
  await bot.line((line) => line.includes('Commands registered'));
  const { urls } = await startServices();
  const quiet = (): void => undefined;
  const timing = { pace: 0, timeout: 2000, backoff: 1, longestWait: 50, tries: 3 };
  const environment = {
    folder,
    urls,
    things: {},
    today: '2026-11-27',
    timing,
    print: quiet,
    printError: quiet,
  };
  const served = bot.line((line) => line.includes('The records were read again'));
  expect(await runRecord(['TP53'], environment)).toBe(0);
  await served;
  bot.process.kill('SIGTERM');
  expect(await bot.exit).toBe(0);
  expect(bot.text()).not.toContain('not usable');
  expect(bot.text().match(/Commands registered/gu)).toHaveLength(2);
}, 60_000);

test('with a catalogue there is /gene, with a single record too', async () => {
  const records = await mkdtemp(join(tmpdir(), 'catalogue-'));
  await copyFile(packagePath('data', 'il32.json'), join(records, 'il32.json'));
  const quiet = (): void => undefined;
  await makeCatalogue({
    folder: join(records, 'catalogue'),
    files: [SAMPLE],
    genesUrl: '',
    withdrawnUrl: null,
    userAgent: '',
    print: quiet,
    progress: { isTerminal: false, write: quiet },
  });
  const bot = startChild(built.main, { LOCAL_PORT: '0', RECORDS_DIR: records });
  const line = await bot.line((text) => text.includes('Commands registered'));
  expect(JSON.parse(line)).toMatchObject({ commands: 3, written: true });
  bot.process.kill('SIGTERM');
  expect(await bot.exit).toBe(0);
  await rm(records, { recursive: true });
}, 60_000);
