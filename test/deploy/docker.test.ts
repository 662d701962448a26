import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { BOT_TIMING } from '../../src/bot/bot.js';
import { packagePath } from '../../src/package-path.js';
import { assignments, copiesOf, read, readStages, textOf, textsOf } from './files.js';

const [build = [], image = [], ...more] = readStages(read('Dockerfile'));
const packageJson = z
  .object({ engines: z.object({ node: z.string() }), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

const ownSources = [build, image]
  .flatMap(copiesOf)
  .filter(({ stage }) => stage === null)
  .flatMap(({ sources }) => sources);

describe('the Dockerfile', () => {
  it('has a stage that builds and a stage that runs, on the same base', () => {
    expect(more).toEqual([]);
    const base = textOf(image, 'FROM');
    expect(textOf(build, 'FROM')).toBe(`${base} AS build`);
    expect(base).toMatch(/^node:\d+-slim$/u);
  });

  it('uses a long-term release of Node that package.json allows', () => {
    const major = Number(/node:(\d+)/u.exec(textOf(image, 'FROM'))?.[1]);
    const least = Number(/^>=(\d+)/u.exec(packageJson.engines.node)?.[1]);
    expect(major).toBeGreaterThanOrEqual(least);
    expect(major % 2).toBe(0);
  });

  it.each(ownSources)('copies %s, which is there', (source) => {
    expect(existsSync(packagePath(source))).toBe(true);
  });

  it('sends to the build what it copies and nothing else', () => {
    const rules = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const [everything, ...others] = rules;
    const allowed = others.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
    expect(everything).toBe('*');
    expect(allowed.toSorted()).toEqual([...new Set(ownSources)].toSorted());
    expect(others.slice(allowed.length)).toEqual(['**/.env*', '**/*.log']);
  });

  it('takes from the build what it makes there', () => {
    const taken = copiesOf(image).filter(({ stage }) => stage !== null);
    expect(taken).toEqual([
      { stage: 'build', sources: ['/app/node_modules'] },
      { stage: 'build', sources: ['/app/dist'] },
    ]);
    expect(textsOf(build, 'RUN')).toEqual([
      expect.stringMatching(/^npm ci\b/u),
      expect.stringMatching(/^npm run build && npm prune --omit=dev\b/u),
    ]);
  });

  it('starts what npm start starts, without a shell', () => {
    const command = z.array(z.string()).parse(JSON.parse(textOf(image, 'CMD')));
    expect(packageJson.scripts['start']?.endsWith(` ${command.at(-1)}`)).toBe(true);
    expect(command).toEqual(['node', 'dist/src/main.js']);
    expect(existsSync(packagePath('src/main.ts'))).toBe(true);
  });

  it('runs as somebody without rights, by number, and is stopped with the signal that the bot knows', () => {
    expect(textOf(image, 'USER')).toBe('1000:1000');
    expect(textOf(image, 'STOPSIGNAL')).toBe('SIGTERM');
  });

  it('checks health with the script that it copies, on the port that it sets', () => {
    expect(textOf(image, 'HEALTHCHECK').endsWith('CMD ["node", "deploy/health-check.mjs"]')).toBe(true);
    expect(ownSources).toContain('deploy/health-check.mjs');
    expect(assignments(textOf(image, 'ENV'))).toEqual({ NODE_ENV: 'production', HEALTH_PORT: '9464' });
  });
});

const compose = z
  .strictObject({
    name: z.string(),
    services: z.strictObject({
      bot: z.strictObject({
        build: z.literal('.'),
        image: z.string(),
        init: z.literal(true),
        restart: z.literal('unless-stopped'),
        env_file: z.literal('.env'),
        environment: z.record(z.string(), z.string()),
        volumes: z.tuple([z.literal('./data:/app/data:ro')]),
        read_only: z.literal(true),
        tmpfs: z.tuple([z.string().startsWith('/tmp:')]),
        cap_drop: z.tuple([z.literal('ALL')]),
        security_opt: z.tuple([z.literal('no-new-privileges:true')]),
        mem_limit: z.string().regex(/^\d+m$/u),
        pids_limit: z.int().positive(),
        stop_grace_period: z.string().regex(/^\d+s$/u),
        logging: z.strictObject({ driver: z.literal('local'), options: z.record(z.string(), z.string()) }),
      }),
    }),
  })
  .parse(parse(read('compose.yaml')));

describe('compose.yaml', () => {
  const { bot } = compose.services;

  it('mounts the records where it says that they are', () => {
    expect(bot.environment['RECORDS_DIR']).toBe('/app/data');
    expect(textOf(image, 'WORKDIR')).toBe('/app');
    expect(copiesOf(image).flatMap(({ sources }) => sources)).toContain('data');
  });

  it('asks for the token, and keeps the port of the image', () => {
    expect(bot.environment['DISCORD_TOKEN']).toMatch(/^\$\{DISCORD_TOKEN:\?.+\}$/u);
    expect(bot.environment['HEALTH_PORT']).toBe(assignments(textOf(image, 'ENV'))['HEALTH_PORT']);
  });

  it('waits longer than the bot needs to finish', () => {
    expect(Number.parseInt(bot.stop_grace_period, 10) * 1000).toBeGreaterThan(
      BOT_TIMING.finish + BOT_TIMING.goodbye,
    );
  });
});
