import { createRequire } from 'node:module';
import { SimpleShardingStrategy, WebSocketShardEvents } from '@discordjs/ws';
import { describe, expect, test } from 'vitest';

/** What the gateway's guard leans on, so that an update of the library that changes it does not go unnoticed. */
describe('@discordjs/ws', () => {
  test('is the copy that discord.js itself uses', () => {
    const ours = createRequire(import.meta.url);
    const theirs = createRequire(ours.resolve('discord.js'));
    expect(theirs.resolve('@discordjs/ws')).toBe(ours.resolve('@discordjs/ws'));
  });

  test('has the events and the strategy that the guard is made from', () => {
    const { Hello, Closed, Debug, Error: error, HeartbeatComplete, Ready, Resumed } = WebSocketShardEvents;
    expect([Hello, Closed, Debug, error, HeartbeatComplete, Ready, Resumed]).toEqual([
      'hello',
      'closed',
      'debug',
      'error',
      'heartbeat',
      'ready',
      'resumed',
    ]);
    expect(Object.keys(Object.getOwnPropertyDescriptors(SimpleShardingStrategy.prototype))).toEqual(
      expect.arrayContaining(['spawn', 'connect', 'destroy', 'send', 'fetchStatus']),
    );
  });
});
