import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/bot/turns.js';

test('events that come at once have one turn of the event loop each, in their order; the next one after a while has none to wait for', async () => {
  const takeTurn = createTurns();
  const done: string[] = [];
  const begin = (name: string) => takeTurn().then(() => void done.push(name));
  void begin('first');
  void begin('second');
  void begin('third');
  const seen: string[][] = [];
  for (let turns = 0; turns < 4; turns += 1) {
    await Promise.resolve().then(() => undefined);
    seen.push([...done]);
    await turn();
  }
  expect(seen).toEqual([
    ['first'],
    ['first', 'second'],
    ['first', 'second', 'third'],
    ['first', 'second', 'third'],
  ]);
  await turn();
  void begin('late');
  await Promise.resolve().then(() => undefined);
  expect(done).toEqual(['first', 'second', 'third', 'late']);
});
