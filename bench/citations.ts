import { setTimeout as pause } from 'node:timers/promises';
import { startLocalDiscord } from 'local-discord';
import { packagePath } from '../src/package-path.js';
import { startActor } from './actors.js';
import { digits, median, table } from './figures.js';
import { keepSection } from './results.js';

/**
 * Measures what citations and pictures cost before anybody asks for one: start to ready, and memory a second later, with
 * them and without, in turns. Both sides run under a loader, so that only the modules differ. Writes bench/RESULTS.md.
 */
const ROUNDS = 11;
const SETTLE_MS = 1_000;
const GOAL = 1.1;

const WITHOUT = `--import=${packagePath('bench', 'without', 'register.mjs')}`;
const WITH = `--import=${packagePath('bench', 'without', 'nothing.mjs')}`;

const discord = await startLocalDiscord();
const figures = { with: { start: [], memory: [] }, without: { start: [], memory: [] } } satisfies Record<
  string,
  Record<string, number[]>
>;

async function measure(options: string, into: { start: number[]; memory: number[] }): Promise<void> {
  const actor = await startActor(discord, 'ours', { NODE_OPTIONS: options });
  await pause(SETTLE_MS);
  into.start.push(actor.readyMs);
  into.memory.push(await actor.memory());
  await actor.stop();
}

for (let round = 0; round < ROUNDS; round += 1) {
  await measure(WITHOUT, figures.without);
  await measure(WITH, figures.with);
}
await discord.close();

const rows = (['start', 'memory'] as const).map((what) => {
  const [less, more] = [median(figures.without[what]), median(figures.with[what])];
  const unit = what === 'start' ? 'ms' : 'MiB';
  const name = what === 'start' ? 'start to ready' : 'memory after the start';
  const verdict = more / less <= GOAL ? 'met' : '**missed**';
  return [
    name,
    `${digits(less)} ${unit}`,
    `${digits(more)} ${unit}`,
    (more / less).toFixed(2),
    `≤ ${GOAL}`,
    verdict,
  ];
});
const text = table(['measured', 'without', 'with', 'ratio', 'goal', ''], rows);
console.log(text);
await keepSection(packagePath('bench', 'RESULTS.md'), 'Citations and pictures at the start', text);
