import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../src/local-discord.js';
import { ROUTES } from '../src/rest/rest-api.js';
import type { LocalEvents } from '../src/world/world.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const README = await readFile(join(root, 'README.md'), 'utf8');

async function sources(): Promise<string> {
  const files = await readdir(join(root, 'src'), { recursive: true });
  const own = files.filter((file) => file.endsWith('.ts') && !file.includes('browser'));
  return (await Promise.all(own.map((file) => readFile(join(root, 'src', file), 'utf8')))).join('\n');
}

function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(README)?.[1] ?? '';
}

describe('the README is right about', () => {
  let discord: LocalDiscord;
  beforeAll(async () => {
    discord = await startLocalDiscord();
  });
  afterAll(() => discord.close());

  it('the routes', () => {
    const listed = blockOf('text').trim().split('\n');
    expect(listed.toSorted()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('the error codes', async () => {
    const used = [...(await sources()).matchAll(/new ApiError\(\s*\d+,\s*(\d{5}),/g)].map(([, code]) => code);
    const line = /Error codes: ([\d,\s]+)\./.exec(README)?.[1] ?? '';
    expect(line.split(/,\s*/)).toEqual([...new Set(used)].toSorted());
  });

  it('the events', async () => {
    const text = /Events:\n(.*?)\. Without/s.exec(README)?.[1] ?? '';
    const listed = [...text.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name);
    const told = [...(await sources()).matchAll(/'((?:[A-Z]+_)+(?:[A-Z]+)|READY|RESUMED)'/g)].map(
      ([, name]) => name,
    );
    const sent = new Set(
      told.filter((name) => /^(READY|RESUMED|GUILD|MESSAGE|INTERACTION)/.test(name ?? '')),
    );
    for (const name of listed) expect(sent).toContain(name);
    expect(listed.length).toBe(10);
  });

  it('the fault switches', () => {
    const rows = /## Make it fail.*?## Safety/s.exec(README)?.[0] ?? '';
    const listed = [...rows.matchAll(/^\|(.*?)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)\(/g)].map(([, name]) => name),
    );
    expect(listed.toSorted()).toEqual(Object.keys(discord.faults).toSorted());
  });

  it('what people do and what there is', () => {
    const doings = /^People (.*?)What Discord's/ms.exec(README)?.[1] ?? '';
    const listed = [...doings.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(Object.keys(discord.people).toSorted());
    for (const name of Object.keys(discord)) expect(README).toMatch(new RegExp(`\`${name}[\`(]`));
  });

  it('the happenings', () => {
    const known: Record<keyof LocalEvents, true> = {
      ...{ request: true, connect: true, identify: true, resume: true, heartbeat: true, disconnect: true },
      ...{ dispatch: true, interaction: true, callback: true, followup: true, edit: true, modal: true },
      ...{ 'interaction-failed': true, message: true, 'message-update': true, 'message-delete': true },
      ...{ 'message-dismiss': true, reaction: true, typing: true, commands: true, state: true },
    };
    const cell = /what happens: (.*?) \|/.exec(README)?.[1] ?? '';
    const listed = [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(Object.keys(known).toSorted());
  });
});

describe('the test in the README', () => {
  const folder = fileURLToPath(
    new URL(`../../../node_modules/.cache/readme-${process.pid}/`, import.meta.url),
  );
  const program = join(folder, 'node_modules', 'local-discord', 'index.js');

  beforeAll(async () => {
    await mkdir(dirname(program), { recursive: true });
    await build({
      entryPoints: [join(root, 'src', 'local-discord.ts')],
      ...{
        outfile: program,
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'error',
      },
    });
    await writeFile(join(dirname(program), 'package.json'), '{"type":"module","exports":"./index.js"}');
    await writeFile(join(folder, 'readme.test.mjs'), blockOf('js'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has 25 lines, runs and passes', async () => {
    expect(blockOf('js').trim().split('\n').length).toBeLessThanOrEqual(25);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--test', '--test-reporter=tap', 'readme.test.mjs'],
      {
        cwd: folder,
      },
    );
    expect(stdout).toMatch(/# pass 1\n/);
  }, 30_000);
});
