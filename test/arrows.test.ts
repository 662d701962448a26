import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { packagePath } from '../src/package-path.js';

/**
 * Which room may import which, besides itself. Arrows go one way, from the ends that know Discord to the records.
 * `src` is what stands in that folder itself and belongs to no room: main, app, signals, young, config, env-file, limits, package-path.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'src/record': ['src/package-path.ts'],
  'src/catalogue': ['src/record'],
  'src/import': ['src/search', 'src/catalogue', 'src/record'],
  'src/search': ['src/catalogue', 'src/record', 'src/package-path.ts'],
  'src/understand': ['src/search', 'src/record', 'src/package-path.ts'],
  'src/citation': ['src/record', 'src/package-path.ts'],
  'src/picture': ['src/record'],
  'src/answer': ['src/understand', 'src/search', 'src/citation', 'src/record'],
  'src/view': [
    'src/answer',
    'src/search',
    'src/citation',
    'src/catalogue',
    'src/record',
    'src/package-path.ts',
  ],
  'src/reply': [
    'src/view',
    'src/answer',
    'src/search',
    'src/citation',
    'src/picture',
    'src/record',
    'src/limits.ts',
  ],
  commands: [
    'src/reply',
    'src/view',
    'src/answer',
    'src/search',
    'src/citation',
    'src/catalogue',
    'src/record',
    'src/limits.ts',
  ],
  'src/bot': ['commands', 'src/reply', 'src/limits.ts', 'src/config.ts'],
  'src/measure': [],
  'src/cli': [
    'src/measure',
    'src/view',
    'src/answer',
    'src/understand',
    'src/search',
    'src/catalogue',
    'src/import',
    'src/record',
    'src/package-path.ts',
  ],
  'src/limits.ts': [],
  'src/package-path.ts': [],
  'src/config.ts': ['src/package-path.ts'],
  'src/env-file.ts': ['src/config.ts'],
  'src/signals.ts': [],
  'src/young.ts': [],
  'src/main.ts': ['src/signals.ts', 'src/young.ts', 'src/app.ts'],
  'src/app.ts': [
    'commands',
    'src/bot',
    'src/reply',
    'src/picture',
    'src/citation',
    'src/catalogue',
    'src/record',
    'src/config.ts',
    'src/env-file.ts',
    'src/limits.ts',
    'src/young.ts',
  ],
};

/** Packages that are a door to the world outside, and the rooms that may open it. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/reply', 'commands', 'src/bot'],
  'local-discord': ['src/app.ts'],
  dotenv: ['src/env-file.ts', 'src/cli'],
  pino: ['src/app.ts', 'src/bot'],
};

/** Who reads the environment; everybody else is told. */
const ENVIRONMENT = ['src/app.ts', 'src/cli'];

interface Import {
  readonly file: string;
  /** a room, or the name of a package as it is imported */
  readonly target: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.m?[jt]s$/u.test(path));
}

/** The room of a file; a file that stands in no room is a room of its own. */
function roomOf(file: string): string {
  const [first = '', second = '', ...deeper] = file.split('/');
  if (first !== 'src') return first;
  return deeper.length === 0 ? file : `src/${second}`;
}

/** Everything that a source imports or passes on, types and late imports too, as it is written there. */
function specifiersOf(source: string): string[] {
  const found = source.matchAll(/\b(?:from|import|require(?:\.resolve)?)\s*\(?\s*(['"])([^'"\n]+)\1/gu);
  return [...found].map(([, , specifier = '']) => specifier);
}

function importsOf(file: string): Import[] {
  return specifiersOf(readFileSync(packagePath(file), 'utf8')).map((specifier) => {
    if (!specifier.startsWith('.')) return { file, target: specifier };
    return { file, target: roomOf(join(dirname(file), specifier).replace(/\.js$/u, '.ts')) };
  });
}

const FILES = [...filesBelow('src'), ...filesBelow('commands')];
const IMPORTS = FILES.flatMap(importsOf);

function isInside({ target }: Import): boolean {
  return target === 'commands' || target.startsWith('src/') || target.includes('..');
}

function written({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

describe('how the imports of a file are read', () => {
  test('every way to write one', () => {
    const source = [
      "import { a } from './a.js';",
      "import type { B } from '../b.js';",
      "import './c.js';",
      "export * from './d.js';",
      'import {\n  e,\n} from "e";',
      "const f = await import('./f.js');",
      "type G = import('g').G;",
      "const h = require('h');",
      "const i = require.resolve('i');",
      "const from = 'nowhere';",
    ].join('\n');
    expect(specifiersOf(source)).toEqual([
      './a.js',
      '../b.js',
      './c.js',
      './d.js',
      'e',
      './f.js',
      'g',
      'h',
      'i',
    ]);
  });

  test('files of a room and files of none', () => {
    expect(['src/bot/bot.ts', 'src/main.ts', 'commands/ask.ts'].map(roomOf)).toEqual([
      'src/bot',
      'src/main.ts',
      'commands',
    ]);
  });
});

describe('arrows between the rooms', () => {
  test('stand in the table for every room that there is', () => {
    expect([...new Set(FILES.map(roomOf))].toSorted()).toEqual(Object.keys(ARROWS).toSorted());
  });

  test.each(Object.keys(ARROWS))('from %s lead where they may', (room) => {
    const outward = IMPORTS.filter((each) => roomOf(each.file) === room && each.target !== room);
    const forbidden = outward.filter((each) => isInside(each) && !ARROWS[room]?.includes(each.target));
    expect(forbidden.map(written)).toEqual([]);
  });

  test('of the table are all in use', () => {
    const used = new Set(IMPORTS.map(({ file, target }) => `${roomOf(file)} -> ${target}`));
    const allowed = Object.entries(ARROWS).flatMap(([room, targets]) =>
      targets.map((to) => `${room} -> ${to}`),
    );
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  test('never lead in a circle', () => {
    const reached = (room: string, seen: readonly string[]): boolean =>
      (ARROWS[room] ?? []).some((next) => seen.includes(next) || reached(next, [...seen, next]));
    expect(Object.keys(ARROWS).filter((room) => reached(room, [room]))).toEqual([]);
  });
});

describe('the wall around the local Discord', () => {
  const inside = filesBelow('packages/local-discord').filter(
    (file) => !/\/(?:dist|node_modules)\//u.test(file),
  );
  const outside = ['src', 'commands', 'test', 'bench', 'scripts'].flatMap(filesBelow);

  test('is passed through its public entry alone', () => {
    const entering = outside.flatMap(importsOf).filter(({ target }) => target.includes('local-discord'));
    expect(entering.length).toBeGreaterThan(1);
    expect(entering.filter(({ target }) => target !== 'local-discord').map(written)).toEqual([]);
  });

  test('lets nothing of the bot in', () => {
    const isOutside = (path: string) => !path.startsWith('packages/local-discord/');
    const leaving = inside.flatMap((file) =>
      specifiersOf(readFileSync(packagePath(file), 'utf8'))
        .filter((specifier) => specifier.startsWith('.') && isOutside(join(dirname(file), specifier)))
        .map((target) => written({ file, target })),
    );
    expect(leaving).toEqual([]);
  });
});

describe('doors to the world outside', () => {
  test.each(Object.keys(DOORS))('%s is opened only where it may be', (name) => {
    const users = IMPORTS.filter(({ target }) => target === name || target.startsWith(`${name}/`));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ file }) => !DOORS[name]?.includes(roomOf(file))).map(written)).toEqual([]);
  });

  test('the environment is read only where it may be', () => {
    const readers = FILES.filter((file) => /\bprocess\.env\b/u.test(readFileSync(packagePath(file), 'utf8')));
    expect(readers.filter((file) => !ENVIRONMENT.includes(roomOf(file)))).toEqual([]);
  });
});
