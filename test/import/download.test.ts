import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DownloadError, download } from '../../src/import/download.js';
import { loopback } from './loopback.js';

const WHOLE = 'The whole file, from its first to its last byte.\n'.repeat(2000);
const OPTIONS = { userAgent: 'test', pause: 1, stall: 5000 };

let folder: string;
let file: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'download-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  count += 1;
  file = join(folder, `file-${count}`);
});

/** Sends the rest that was asked for, as a server with ranges does. */
function sendRange(range: string | undefined, response: ServerResponse, etag: string): void {
  const from = Number(/bytes=(\d+)-/u.exec(range ?? '')?.[1] ?? 0);
  const rest = WHOLE.slice(from);
  response.writeHead(from > 0 ? 206 : 200, { etag, 'content-length': rest.length }).end(rest);
}

/** Sends half of the file and leaves it at that: `breakOff` ends the connection once the half has arrived. */
function sendHalf(response: ServerResponse, etag: string): void {
  response.writeHead(200, { etag, 'content-length': WHOLE.length });
  response.write(WHOLE.slice(0, HALF));
  half = response;
}

let half: ServerResponse | null = null;
const HALF = WHOLE.length / 2;
const breakOff = (done: number): void => {
  if (done === HALF) half?.destroy();
};

const text = (path: string): Promise<string> => readFile(path, 'utf8');

describe('a download', () => {
  test('is the whole file, with its progress', async () => {
    const server = await loopback((_, response) => sendRange(undefined, response, '"1"'));
    const seen: (readonly [number, number | null])[] = [];
    await download(server.url, file, { ...OPTIONS, onProgress: (...progress) => seen.push(progress) });
    expect(await text(file)).toBe(WHOLE);
    expect(seen[0]).toEqual([0, WHOLE.length]);
    expect(seen.at(-1)).toEqual([WHOLE.length, WHOLE.length]);
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'test',
      'accept-encoding': 'identity',
    });
    expect((await readdir(folder)).filter((name) => name.startsWith(`file-${count}.`))).toEqual([]);
  });

  test('that breaks off goes on from there', async () => {
    const server = await loopback(({ headers }, response, number) =>
      number === 1 ? sendHalf(response, '"1"') : sendRange(headers.range, response, '"1"'),
    );
    await download(server.url, file, { ...OPTIONS, onProgress: breakOff });
    expect(await text(file)).toBe(WHOLE);
    expect(server.requests[1]?.headers.range).toMatch(/^bytes=[1-9]\d*-$/u);
    expect(server.requests[1]?.headers['if-range']).toBe('"1"');
  });

  test('that broke off in an earlier run goes on from there', async () => {
    const broken = { isOver: false };
    const server = await loopback(({ headers }, response) =>
      broken.isOver ? sendRange(headers.range, response, '"1"') : sendHalf(response, '"1"'),
    );
    await expect(download(server.url, file, { ...OPTIONS, onProgress: breakOff })).rejects.toThrow(
      /could not be fetched \(.+\)\. Run the command again to go on from there\./u,
    );
    broken.isOver = true;
    await download(server.url, file, OPTIONS);
    expect(await text(file)).toBe(WHOLE);
    expect(server.requests.at(-1)?.headers.range).toMatch(/^bytes=[1-9]\d*-$/u);
  });

  test('starts over where the server has another file by now', async () => {
    const server = await loopback((_, response, number) =>
      number === 1 ? sendHalf(response, '"1"') : sendRange(undefined, response, '"2"'),
    );
    await download(server.url, file, { ...OPTIONS, onProgress: breakOff });
    expect(await text(file)).toBe(WHOLE);
  });

  test('starts over where the server does not know the range', async () => {
    const server = await loopback((_, response, number) => {
      if (number === 1) sendHalf(response, '"1"');
      else if (number === 2) response.writeHead(416).end();
      else sendRange(undefined, response, '"1"');
    });
    await download(server.url, file, { ...OPTIONS, onProgress: breakOff });
    expect(await text(file)).toBe(WHOLE);
    expect(server.requests[2]?.headers.range).toBeUndefined();
  });

  test.each([429, 500, 503])('is tried again after %i', async (status) => {
    const server = await loopback((_, response, number) =>
      number === 1 ? response.writeHead(status).end('busy') : sendRange(undefined, response, '"1"'),
    );
    await download(server.url, file, OPTIONS);
    expect(await text(file)).toBe(WHOLE);
  });

  test('is not tried again where it cannot help', async () => {
    const server = await loopback((_, response) => response.writeHead(404).end());
    await expect(download(server.url, file, OPTIONS)).rejects.toThrow(
      new DownloadError(`${server.url} answers 404. Is the address right?`),
    );
    expect(server.requests).toHaveLength(1);
  });

  test('ends when the server falls silent', async () => {
    const server = await loopback((_, response) => {
      response.writeHead(200, { 'content-length': WHOLE.length });
      response.write('The');
    });
    await expect(download(server.url, file, { ...OPTIONS, stall: 30 })).rejects.toThrow(DownloadError);
    expect(server.requests).toHaveLength(3);
  });

  test('from where nobody listens says so', async () => {
    await expect(download('http://127.0.0.1:9/x', file, OPTIONS)).rejects.toThrow(DownloadError);
  });
});
