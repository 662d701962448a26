import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDiscord } from 'local-discord';
import type { Actor } from './actors.js';
import type { Way } from './ways.js';

/** The same things in an order that begins with another one each round, so that none is always the first. */
export function inTurns<T>(things: readonly T[], round: number): readonly T[] {
  const first = round % things.length;
  return [...things.slice(first), ...things.slice(0, first)];
}

/** Asks one after the other, the bots in turns, from the question `from` on. @returns ms of each answer, for each bot */
export async function takeTurns(
  discord: LocalDiscord,
  actors: readonly Actor[],
  way: Way,
  rounds: number,
  from: number,
): Promise<number[][]> {
  const times: number[][] = actors.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, actor] of inTurns([...actors.entries()], round))
      times[index]?.push(await way.ask(discord, actor, from + round));
  }
  return times;
}

/** Asks `size` different questions at once. @returns answers per second, and ms of each; infinite where there was none */
export async function burst(
  discord: LocalDiscord,
  actor: Actor,
  way: Way,
  size: number,
  from: number,
): Promise<{ readonly rate: number; readonly times: readonly number[] }> {
  const started = performance.now();
  const ask = (index: number) => way.ask(discord, actor, from + index).catch(() => Number.POSITIVE_INFINITY);
  const times = await Promise.all(Array.from({ length: size }, (_, index) => ask(index)));
  return { rate: (size / (performance.now() - started)) * 1_000, times };
}

/** Mixed interactions at an even pace to all bots for a while. @returns how many were asked of each */
export async function traffic(
  discord: LocalDiscord,
  actors: readonly Actor[],
  ways: readonly Way[],
  seconds: number,
  perSecond: number,
  from: number,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let asked = 0;
  while (performance.now() < end) {
    const index = from + asked;
    const way = ways[index % ways.length];
    await Promise.all(actors.map((actor) => way?.ask(discord, actor, index)));
    asked += 1;
    await pause(1_000 / perSecond);
  }
  return asked;
}
