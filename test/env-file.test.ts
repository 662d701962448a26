import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvFile } from '../src/env-file.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'env-'));
  path = join(folder, '.env');
});
afterEach(() => rm(folder, { recursive: true }));

async function written(content: string | Buffer, mode = 0o600): Promise<void> {
  await writeFile(path, content);
  await chmod(path, mode);
}

describe('a .env file', () => {
  test('that is not there sets nothing', () => {
    expect(readEnvFile(path)).toEqual({ variables: {}, warning: null });
  });

  test.each(['', '\uFEFF'])('sets its variables, with the mark %j at its beginning', async (mark) => {
    await written(`${mark}DISCORD_TOKEN="abc"\n# no more\nLOG_LEVEL=warn\n`);
    expect(readEnvFile(path)).toEqual({
      variables: { DISCORD_TOKEN: 'abc', LOG_LEVEL: 'warn' },
      warning: null,
    });
  });

  test.each([
    ['UTF-16 with a mark', Buffer.from('\uFEFFDISCORD_TOKEN=abc\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('DISCORD_TOKEN=abc\n', 'utf16le')],
    ['Latin-1', Buffer.from('# für das Labor\nDISCORD_TOKEN=abc\n', 'latin1')],
  ])('in %s stops the start with one line', async (_, content) => {
    await written(content);
    expect(() => readEnvFile(path)).toThrow(
      `${path} is not UTF-8 text. Save it again with the encoding UTF-8.`,
    );
  });

  test('that cannot be read stops the start with one line', async () => {
    await mkdir(path);
    expect(() => readEnvFile(path)).toThrow(`${path} cannot be read (EISDIR).`);
  });

  test.each([0o644, 0o640, 0o604])('with a token is warned of where others may read it: %o', async (mode) => {
    await written('DISCORD_TOKEN=abc\n', mode);
    expect(readEnvFile(path).warning).toBe(
      `${path} holds the bot's token and is open to other users of this machine (mode ${mode.toString(8)}): chmod 600 ${path}`,
    );
  });

  test('without a token is nobody’s secret', async () => {
    await written('DISCORD_TOKEN=\nLOG_LEVEL=warn\n', 0o644);
    expect(readEnvFile(path).warning).toBe(null);
  });
});
