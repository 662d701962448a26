// Runs a compiled program in this process, so that signals reach it; builds first where a source is newer than the last build.
// node scripts/run.mjs dist/src/cli/ask.js arguments...
import { spawn } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const sources = [
  'src',
  'commands',
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'packages',
];
const passedOver = new Set(['node_modules', 'dist', 'test']);

/** When something was changed last, Unix ms; 0 where there is nothing. */
function changed(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).filter((name) => !passedOver.has(name));
  return Math.max(stats.mtimeMs, ...inside.map((name) => changed(join(path, name))));
}

/** Builds; what the compiler says goes to standard error. Told to end meanwhile, it ends with the program that asked. */
function build() {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', 'build'], {
      cwd: root,
      stdio: ['ignore', 2, 'inherit'],
      shell: process.platform === 'win32',
    });
    const end = () => child.kill();
    process.on('SIGTERM', end).on('SIGINT', end);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', end).off('SIGINT', end);
      resolve(signal === null && code !== null && code < 128 ? code : 0);
      if (signal !== null || code === null || code >= 128) process.exit(0);
    });
  });
}

/** npm ends the shell between it and this process, and not every shell passes that on. */
function endWithShell() {
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  look.unref();
}

endWithShell();
const [program, ...args] = process.argv.slice(2);
const begun = Date.now();
if (Math.max(...sources.map((name) => changed(join(root, name)))) > changed(stamp)) {
  const code = await build();
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, '');
  // What was changed while it was built is newer than the build.
  utimesSync(stamp, begun / 1_000, begun / 1_000);
}
const path = join(root, program);
process.argv.splice(1, process.argv.length, path, ...args);
await import(pathToFileURL(path).href);
