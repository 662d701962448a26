import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packagePath } from '../src/package-path.js';
import { startChild } from './bot/child.js';

/** A project of its own whose build only counts how often it ran. */
async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'run-'));
  for (const name of ['scripts', 'src', 'dist']) await mkdir(join(folder, name));
  await copyFile(packagePath('scripts', 'run.mjs'), join(folder, 'scripts', 'run.mjs'));
  const build = `node -e "require('node:fs').appendFileSync('dist/built', 'x')"`;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { build } }));
  await writeFile(join(folder, 'src', 'one.ts'), '');
  await writeFile(join(folder, 'dist', 'program.mjs'), 'console.log(process.argv.slice(2).join());');
  return folder;
}

test('a program is built before it runs where a source is newer than the last build, and not otherwise', async () => {
  const folder = await project();
  const run = async () => {
    const child = startChild(join(folder, 'scripts', 'run.mjs'), {}, folder, ['dist/program.mjs', 'a', 'b']);
    expect(await child.exit).toBe(0);
    expect(child.text()).toBe('a,b');
    return (await readFile(join(folder, 'dist', 'built'), 'utf8')).length;
  };
  expect([await run(), await run()]).toEqual([1, 1]);
  const later = new Date(Date.now() + 60_000);
  await utimes(join(folder, 'src', 'one.ts'), later, later);
  expect(await run()).toBe(2);
  await rm(folder, { recursive: true });
});
