import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDiscord } from 'local-discord';
import { z } from 'zod';
import type { Actor } from './actors.js';

/** One way to ask, as often as wanted. `ask` resolves with the ms from the person's action to the first answer. */
export interface Question {
  readonly name: string;
  ask(discord: LocalDiscord, actor: Actor, person: string): Promise<number>;
}

function command(name: string, line: string): Question {
  return {
    name,
    async ask(discord, { appId }, person) {
      const { ackMs, outcome } = await discord.person(person).run(line, { app: appId });
      if (outcome !== 'message') throw new Error(`${line} ended in ${outcome}`);
      return ackMs;
    },
  };
}

/** What is measured: a person's ways to ask. */
export const QUESTIONS: readonly Question[] = [
  command('ask', '/il32 ask question:"what is the ensembl id?"'),
  command('alias', '/il32 alias name:taif-b'),
  command('id', '/il32 id database:uniprot'),
  command('cite', '/il32 cite reference:"kim 2005"'),
  {
    name: 'autocomplete',
    async ask(discord, { appId }, person) {
      const started = performance.now();
      await discord.person(person).autocomplete('/il32 ask question:wh', { app: appId });
      return performance.now() - started;
    },
  },
];

/** Asks everything once and keeps what was answered, for the bare bot. @returns the content of its BARE_ANSWERS file */
export async function answersOf(discord: LocalDiscord, actor: Actor): Promise<string> {
  const replies: Record<string, unknown> = {};
  let choices: unknown = [];
  for (const question of QUESTIONS) {
    const sent = discord.waitFor('request', ({ path }) => path.endsWith('/callback'));
    await question.ask(discord, actor, 'ada');
    const { data } = callback.parse((await sent).body);
    if ('choices' in data) choices = data['choices'];
    else
      replies[question.name] = {
        embeds: data['embeds'],
        components: data['components'],
        ...contentOf(data['content']),
      };
  }
  return JSON.stringify({ replies, choices });
}

/** A line above the embed, where there is one. */
function contentOf(content: unknown): { content?: string } {
  return typeof content === 'string' && content !== '' ? { content } : {};
}

const callback = z.object({ data: z.record(z.string(), z.unknown()) });

/** People enough that none of them meets the limit. */
const PEOPLE = 500;

export function personName(index: number): string {
  return `person ${index % PEOPLE}`;
}

/** The same things in an order that begins with another one each round, so that none is always the first. */
export function inTurns<T>(things: readonly T[], round: number): readonly T[] {
  const first = round % things.length;
  return [...things.slice(first), ...things.slice(0, first)];
}

/** Asks one after the other, the bots in turns. @returns ms of each answer, for each bot */
export async function takeTurns(
  discord: LocalDiscord,
  actors: readonly Actor[],
  question: Question,
  rounds: number,
): Promise<number[][]> {
  const times: number[][] = actors.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, actor] of inTurns([...actors.entries()], round)) {
      times[index]?.push(await question.ask(discord, actor, personName(round)));
    }
  }
  return times;
}

/** Asks `size` times at once. @returns answers per second */
export async function burst(
  discord: LocalDiscord,
  actor: Actor,
  question: Question,
  size: number,
): Promise<number> {
  const started = performance.now();
  await Promise.all(
    Array.from({ length: size }, (_, index) => question.ask(discord, actor, personName(index))),
  );
  return (size / (performance.now() - started)) * 1_000;
}

/** Mixed questions at an even pace to all bots for a while. @returns how many were asked of each */
export async function traffic(
  discord: LocalDiscord,
  actors: readonly Actor[],
  seconds: number,
  perSecond: number,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let asked = 0;
  while (performance.now() < end) {
    const question = QUESTIONS[asked % QUESTIONS.length];
    const person = personName(asked);
    await Promise.all(actors.map((actor) => question?.ask(discord, actor, person)));
    asked += 1;
    await pause(1_000 / perSecond);
  }
  return asked;
}
