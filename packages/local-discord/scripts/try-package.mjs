// Packs the package and starts it with npx in an empty folder, as somebody would who has nothing but the file.
import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const START_MS = 120_000;

/** The address that the program prints. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(
      () => reject(new Error(`No address within ${START_MS} ms:\n${printed}`)),
      START_MS,
    );
    const read = (chunk) => {
      printed += String(chunk);
      const url = /The local Discord is at (\S+)/.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => reject(new Error(`It ended with ${code}:\n${printed}`)));
  });
}

async function expectStatus(url, status, headers = {}) {
  const response = await fetch(url, { headers });
  if (response.status !== status) throw new Error(`${url} answered ${response.status}, not ${status}`);
  return response.text();
}

async function tryPage(url) {
  await expectStatus(`${url}/`, 200);
  for (const [, asset] of (await expectStatus(`${url}/`, 200)).matchAll(/"(\/assets\/[^"]+)"/g))
    await expectStatus(`${url}${asset}`, 200);
  const headers = { authorization: 'Bot any', 'user-agent': 'DiscordBot (https://localhost, 1.0)' };
  const gateway = JSON.parse(await expectStatus(`${url}/api/v10/gateway/bot`, 200, headers));
  if (!gateway.url.startsWith('ws://')) throw new Error('There is no gateway');
}

const folder = await mkdtemp(join(tmpdir(), 'local-discord-'));
const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', tmpdir()], { cwd: root });
const [{ filename, size, entryCount }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
await copyFile(join(tmpdir(), filename), join(folder, filename));

const child = spawn('npx', ['--yes', `./${filename}`, '--port', '0'], { cwd: folder, detached: true });
try {
  await tryPage(await addressOf(child));
  console.log(
    `${filename}: ${entryCount} files, ${Math.round(size / 1024)} KiB; runs in an empty folder on Node ${process.version}`,
  );
} finally {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  await rm(folder, { recursive: true, force: true });
  await rm(join(tmpdir(), filename), { force: true });
}
