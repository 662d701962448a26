import { type ChildProcess, type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { CONFIG_VARIABLES } from '../../src/config.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules');
const LOCAL_DISCORD = 'packages/local-discord';

/** The project, compiled into a folder of its own; below node_modules, so that its imports are found. */
export interface Build extends AsyncDisposable {
  readonly main: string;
}

export async function build(): Promise<Build> {
  const folder = await mkdtemp(join(CACHE, '.test-build-'));
  const main = join(folder, 'src', 'main.js');
  await Promise.all([compile('tsconfig.build.json', folder), installLocalDiscord(folder)]);
  // As it ships: in one file.
  await promisify(execFile)(process.execPath, ['scripts/bundle.mjs', join(folder, 'src', 'app.js')], {
    cwd: ROOT,
  });
  return {
    main,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Compiles without judging: `npm run types` does that. */
async function compile(project: string, folder: string): Promise<void> {
  const compiler = join(ROOT, 'node_modules', '.bin', 'tsc');
  await promisify(execFile)(compiler, ['-p', project, '--noCheck', '--outDir', folder], { cwd: ROOT });
}

/** The local Discord as a package of the compiled project, without its page. */
async function installLocalDiscord(folder: string): Promise<void> {
  const [source, target] = [join(ROOT, LOCAL_DISCORD), join(folder, 'node_modules', 'local-discord')];
  await compile(`${LOCAL_DISCORD}/tsconfig.build.json`, join(target, 'dist'));
  await copyFile(join(source, 'package.json'), join(target, 'package.json'));
}

/** A running program whose lines can be waited for. */
export interface Child {
  readonly process: ChildProcess;
  /** everything that was written so far, both streams */
  text(): string;
  /** The next line that suits, or an earlier one. Rejects when the program ends first. */
  line(suits: (line: string) => boolean): Promise<string>;
  /** exit code, or the signal that ended it */
  readonly exit: Promise<number | string | null>;
}

/** The environment of a program under test. Its variables are set to empty ones, lest a developer's .env fills them. */
export function environmentOf(variables: Readonly<Record<string, string>>): Record<string, string> {
  const none = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, '']));
  return { PATH: process.env['PATH'] ?? '', ...none, ...variables };
}

/** Starts the bot in a process of its own. */
export function startChild(
  main: string,
  variables: Readonly<Record<string, string>>,
  cwd = ROOT,
  args: readonly string[] = [],
): Child {
  const env = environmentOf(variables);
  return follow(spawn(process.execPath, ['--unhandled-rejections=strict', main, ...args], { cwd, env }));
}

/** Follows what a program writes. */
export function follow(child: ChildProcessWithoutNullStreams): Child {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const exit = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  return {
    process: child,
    exit,
    text: () => lines.join('\n'),
    line: (suits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find(suits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        void exit.then((code) => reject(new Error(`The program ended with ${code}:\n${lines.join('\n')}`)));
        look();
      }),
  };
}
