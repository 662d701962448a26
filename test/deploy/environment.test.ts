import { parse as parseDotenv } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { CONFIG_VARIABLES, readConfig } from '../../src/config.js';
import { assignments, read, readStages, readUnit, textOf } from './files.js';

/** Not ours: Node and libraries read it. */
const OF_NODE = ['NODE_ENV'];

const example = parseDotenv(read('.env.example'));

const composeEnvironment = z
  .object({ services: z.object({ bot: z.object({ environment: z.record(z.string(), z.string()) }) }) })
  .parse(parse(read('compose.yaml'))).services.bot.environment;

const podSpec = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({ containers: z.array(z.object({ env: z.array(z.object({ name: z.string() })) })) }),
    }),
  }),
});

const podVariables = parseAllDocuments(read('deploy/kubernetes.yaml'))
  .map((document) => podSpec.safeParse(document.toJS()).data)
  .flatMap((each) => each?.spec.template.spec.containers ?? [])
  .flatMap(({ env }) => env.map(({ name }) => name));

const imageVariables = Object.keys(assignments(textOf(readStages(read('Dockerfile'))[1] ?? [], 'ENV')));
const unitVariables = Object.keys(
  assignments(readUnit(read('deploy/il32-bot.service')).get('Service')?.get('Environment')?.join(' ') ?? ''),
);

describe('the variables of the environment', () => {
  it('stand in .env.example, all of them, in the same order', () => {
    expect(Object.keys(example)).toEqual([...CONFIG_VARIABLES]);
  });

  it('may all stay empty, as .env.example says', () => {
    expect(Object.values(example).every((value) => value === '')).toBe(true);
    expect(readConfig(example)).toEqual(readConfig({}));
  });

  it.each([
    ['the image', imageVariables],
    ['compose.yaml', Object.keys(composeEnvironment)],
    ['the systemd unit', unitVariables],
    ['the Kubernetes example', podVariables],
  ])('are known wherever %s sets one', (_, names) => {
    expect(names.length).toBeGreaterThan(0);
    const known: readonly string[] = [...CONFIG_VARIABLES, ...OF_NODE];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('have values in compose.yaml that the bot accepts', () => {
    const { recordsDir, healthPort } = readConfig({ ...composeEnvironment, DISCORD_TOKEN: 'a-token' });
    expect({ recordsDir, healthPort }).toEqual({ recordsDir: '/app/data', healthPort: 9464 });
  });
});
