import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, readConfig } from '../src/config.js';
import { packagePath } from '../src/package-path.js';

function problem(variables: Record<string, string>): string {
  try {
    readConfig(variables);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'not an error';
  }
  return 'no problem';
}

const DEFAULTS = {
  token: null,
  guildId: null,
  apiUrl: 'https://discord.com/api',
  localPort: 3232,
  recordsDir: packagePath('data'),
  logLevel: 'info',
  healthPort: null,
  shards: 'auto',
};

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  test('counts empty values as unset', () => {
    expect(readConfig(Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, ' '])))).toEqual(DEFAULTS);
  });

  test('is what .env.example says, line for line', () => {
    const example = parse(readFileSync(new URL('../.env.example', import.meta.url)));
    expect(Object.keys(example).sort()).toEqual([...CONFIG_VARIABLES].sort());
    expect(readConfig(example)).toEqual(DEFAULTS);
  });

  test('reads every variable', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: 'Bot abc.def-ghi_jkl',
        DISCORD_GUILD_ID: '123456789012345678',
        DISCORD_API_URL: 'http://127.0.0.1:3232/api',
        LOCAL_PORT: '0',
        RECORDS_DIR: '/srv/records',
        LOG_LEVEL: 'debug',
        HEALTH_PORT: '8080',
        SHARDS: '0, 2',
        SHARD_COUNT: '3',
      }),
    ).toEqual({
      token: 'abc.def-ghi_jkl',
      guildId: '123456789012345678',
      apiUrl: 'http://127.0.0.1:3232/api',
      localPort: 0,
      recordsDir: '/srv/records',
      logLevel: 'debug',
      healthPort: 8080,
      shards: { ids: [0, 2], count: 3 },
    });
  });

  test.each([
    ['http://127.0.0.1:3232/api', 'http://127.0.0.1:3232/api'],
    ['http://127.0.0.1:3232/api/', 'http://127.0.0.1:3232/api'],
    ['http://127.0.0.1:3232/api/v10', 'http://127.0.0.1:3232/api'],
    ['http://127.0.0.1:3232/api/v10/', 'http://127.0.0.1:3232/api'],
    ['http://[::1]:80/api', 'http://[::1]/api'],
    ['http://discord.localhost:80/api', 'http://discord.localhost/api'],
    ['https://discord.example.org/api', 'https://discord.example.org/api'],
  ])('takes the API address %s', (given, used) => {
    expect(readConfig({ DISCORD_TOKEN: 'token', DISCORD_API_URL: given }).apiUrl).toBe(used);
  });

  test.each([
    'http://192.168.0.2/api',
    'http://discord.com/api',
    'http://localhost.example.org/api',
    'http://[::2]/api',
  ])('sends no token in clear text to another machine: %s', (url) => {
    expect(problem({ DISCORD_TOKEN: 'token', DISCORD_API_URL: url })).toBe(
      "ConfigError: DISCORD_API_URL must begin with https:// unless it is on this machine: the bot's token would travel readable for everybody.",
    );
  });

  test.each([
    ['"abc.def"', 'abc.def'],
    ["'abc.def'", 'abc.def'],
    ['` abc.def `', 'abc.def'],
    ['"Bot abc.def"', 'abc.def'],
    ['"abc.def', '"abc.def'],
    ['"abc.def\'', '"abc.def\''],
  ])('takes matching quotes off: %s', (given, used) => {
    expect(readConfig({ DISCORD_TOKEN: given }).token).toBe(used);
  });

  test('counts quotes around nothing as unset', () => {
    expect(readConfig({ DISCORD_TOKEN: '""', LOCAL_PORT: "''" })).toEqual(DEFAULTS);
  });

  test('takes as many shards as the library', () => {
    expect(readConfig({ SHARD_COUNT: '16384' }).shards).toMatchObject({ count: 16_384 });
  });

  test.each([
    ['1', undefined, 'SHARD_COUNT must be set when SHARDS is: how many shards there are over all processes.'],
    ['2', '2', 'SHARDS must be numbers from 0 to 1, since SHARD_COUNT is 2.'],
    ['all', '2', 'SHARDS must be shard numbers such as 0 or 0,1 (or empty for all).'],
    ['0', 'two', 'SHARD_COUNT must be a whole number from 1 to 16384.'],
    [undefined, '0', 'SHARD_COUNT must be a whole number from 1 to 16384.'],
    [undefined, '16385', 'SHARD_COUNT must be a whole number from 1 to 16384.'],
    [undefined, '99999', 'SHARD_COUNT must be a whole number from 1 to 16384.'],
  ])('refuses SHARDS %s of %s', (shards, count, text) => {
    expect(problem({ SHARDS: shards ?? '', SHARD_COUNT: count ?? '' })).toBe(`ConfigError: ${text}`);
  });

  test('takes all of a number of shards, and auto', () => {
    expect(readConfig({ SHARD_COUNT: '2' }).shards).toEqual({ ids: [0, 1], count: 2 });
    expect(readConfig({ SHARDS: 'auto' }).shards).toBe('auto');
  });

  test.each([
    [
      'DISCORD_GUILD_ID',
      'my-server',
      'must be a server id: 17 to 20 digits (right-click the server, Copy Server ID).',
    ],
    ['LOCAL_PORT', '70000', 'must be a port number from 0 (any free one) to 65535.'],
    ['HEALTH_PORT', '-1', 'must be a port number from 0 (any free one) to 65535.'],
    ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent.'],
    [
      'DISCORD_API_URL',
      'discord.com',
      'must be the http or https address of an API, such as http://127.0.0.1:3232/api.',
    ],
    [
      'DISCORD_API_URL',
      'https://a:b@c/api',
      'must be a plain address without user name, query or fragment, such as http://127.0.0.1:3232/api.',
    ],
    [
      'DISCORD_API_URL',
      'https://c/api/v9',
      'names an API version that this bot does not speak; leave the version out (it is 10).',
    ],
  ])('refuses %s=%s in one line', (name, value, text) => {
    expect(problem({ DISCORD_TOKEN: 'token', [name]: value })).toBe(`ConfigError: ${name} ${text}`);
  });

  test('never repeats a token', () => {
    const text = problem({ DISCORD_TOKEN: 'secret part one' });
    expect(text).toBe(
      'ConfigError: DISCORD_TOKEN has spaces or other characters that no token has; copy it again from the developer portal.',
    );
  });

  test('does not take another API without a token for a wish for the embedded Discord', () => {
    expect(problem({ DISCORD_API_URL: 'http://127.0.0.1:1/api' })).toBe(
      'ConfigError: DISCORD_TOKEN must be set when DISCORD_API_URL is; leave both empty for the embedded Discord.',
    );
  });
});
