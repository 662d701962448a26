import { writeFile } from 'node:fs/promises';
import type { LocalDiscord } from 'local-discord';
import { z } from 'zod';
import { type Actor, startActor } from './actors.js';
import type { Way } from './ways.js';

const SAMPLE = 40;

const callback = z.object({ data: z.record(z.string(), z.unknown()) });

/** A sample of answers in one way to ask, shortest first. */
async function sample(
  discord: LocalDiscord,
  actor: Actor,
  way: Way,
): Promise<readonly Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (let index = 0; index < SAMPLE; index += 1) {
    const sent = discord.waitFor('request', ({ path }) => path.endsWith('/callback'));
    await way.ask(discord, actor, index);
    found.push(callback.parse((await sent).body).data);
  }
  return found.sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
}

/** Starts this project's bot once, and writes what the bare bot is to answer: of each way, the answer of middle length. */
export async function writeConstants(
  discord: LocalDiscord,
  ways: readonly Way[],
  file: string,
): Promise<void> {
  const actor = await startActor(discord, 'ours');
  const replies: Record<string, unknown> = {};
  let choices: unknown = [];
  for (const way of ways) {
    const answers = await sample(discord, actor, way);
    const middle = answers[Math.floor(answers.length / 2)] ?? {};
    if ('choices' in middle) choices = middle['choices'];
    else replies[way.name] = withoutFiles(middle);
  }
  const registered = (await discord.person('ada').commands()).filter(
    (each) => each.application_id === actor.appId,
  );
  const commands = registered.map(({ id: _id, application_id: _app, version: _version, ...rest }) => rest);
  const pictures = await picturesOf(discord, actor, ways);
  await actor.stop();
  await writeFile(file, JSON.stringify({ commands, replies, pictures, choices }));
}

/** Embeds keep the address of their picture; the picture itself goes beside them. */
function withoutFiles({ content, embeds, components }: Record<string, unknown>): object {
  const said = typeof content === 'string' && content !== '' ? { content } : {};
  return { embeds: embeds ?? [], components: components ?? [], ...said };
}

/** Subcommand -> name and bytes (base64) of the picture in the embed of its answer. */
async function picturesOf(
  discord: LocalDiscord,
  { appId }: Actor,
  ways: readonly Way[],
): Promise<Record<string, { readonly name: string; readonly base64: string }>> {
  const pictures: Record<string, { name: string; base64: string }> = {};
  for (const { name } of ways.filter((way) => way.name === 'locate' || way.name === 'card')) {
    const { message } = await discord
      .person('ada')
      .run({ command: 'il32', subcommand: name }, { app: appId });
    const { url } = message?.embeds[0]?.image ?? {};
    if (url === undefined) continue;
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    pictures[name] = {
      name: new URL(url).pathname.split('/').at(-1) ?? '',
      base64: bytes.toString('base64'),
    };
  }
  return pictures;
}
