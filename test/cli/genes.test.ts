import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCatalogue } from '../../src/catalogue/catalogue.js';
import { type GenesOptions, makeCatalogue } from '../../src/cli/genes-main.js';
import { progressBar } from '../../src/cli/progress.js';
import { linesOf, SAMPLE, told, WITHDRAWN_SAMPLE } from '../catalogue/support.js';
import { loopback } from '../import/loopback.js';

let root: string;
let folder: string;
let count = 0;
let printed: string[];
let progress: string[];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'genes-'));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(() => {
  count += 1;
  folder = join(root, `${count}`, 'catalogue');
  printed = [];
  progress = [];
});

function make(options: Partial<GenesOptions>): Promise<void> {
  return makeCatalogue({
    folder,
    files: [],
    genesUrl: 'http://127.0.0.1:9/none',
    withdrawnUrl: null,
    userAgent: 'test',
    print: (line) => printed.push(line.replaceAll(root, 'ROOT')),
    progress: { isTerminal: false, write: (text) => progress.push(text) },
    timing: { stall: 5000, pause: 1 },
    ...options,
  });
}

const opened = () => openCatalogue(join(folder, 'genes.bin'));

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  await mkdir(join(root, `${count}`), { recursive: true });
  const file = join(root, `${count}`, name);
  await writeFile(file, lines.join('\n'));
  return file;
}

describe('the catalogue from files', () => {
  test('the complete set and the withdrawn entries', async () => {
    await make({ files: [SAMPLE, WITHDRAWN_SAMPLE] });
    expect(printed).toEqual([`ROOT/${count}/catalogue/genes.bin: 61 genes and 3 withdrawn entries, 0.1 MB`]);
    const catalogue = await opened();
    expect(catalogue.source).toMatchObject({ from: 'hgnc-sample.txt', approved: 61, withdrawn: 3 });
    expect(told(catalogue.lookUp('p65'))).toEqual(['GORASP1 alias P65', 'RELA alias p65', 'SYT1 alias P65']);
    expect(catalogue.lookUp('CAT').matches[0]?.isWord).toBe(true);
    expect(catalogue.lookUp('TP53').matches[0]?.isWord).toBe(false);
    expect(await readdir(folder)).toEqual(['genes.bin']);
  });

  test('packed with gzip', async () => {
    const file = await fileOf('packed.txt.gz', []);
    await writeFile(file, gzipSync(await readFile(SAMPLE)));
    await make({ files: [file] });
    expect((await opened()).source.approved).toBe(61);
  });

  test('bad rows are counted and named', async () => {
    const file = await fileOf('bad.txt', [...linesOf(SAMPLE).slice(0, 30), 'HGNC:5\tCUT', 'x']);
    await make({ files: [file] });
    expect(printed.slice(0, 3)).toEqual([
      `ROOT/${count}/bad.txt: 2 rows left out:`,
      '  line 31: expected 54 cells, found 2',
      '  line 32: expected 54 cells, found 1',
    ]);
    expect((await opened()).source.approved).toBe(29);
  });

  test.each([
    [
      'a page',
      ['<!DOCTYPE html>', '<p>not found</p>'],
      /bad\.txt: The first line is not that of HGNC's complete set/u,
    ],
    ['an empty file', [''], /bad\.txt: The file has no row that could be used\./u],
    [
      'rows that are mostly bad',
      [...linesOf(SAMPLE).slice(0, 2), 'x', 'y'],
      /bad\.txt: 2 of 3 rows cannot be used\. line 3: expected 54 cells, found 1/u,
    ],
    [
      'fewer than half of the genes',
      linesOf(SAMPLE).slice(0, 20),
      /19 genes are fewer than half of the 61 in .+genes\.bin, which stays as it is\. If that is right, delete it first\./u,
    ],
  ])('an older one stays when the new file is %s', async (_, lines, message) => {
    await make({ files: [SAMPLE] });
    const before = await readFile(join(folder, 'genes.bin'));
    await expect(make({ files: [await fileOf('bad.txt', lines)] })).rejects.toThrow(message);
    expect(await readFile(join(folder, 'genes.bin'))).toEqual(before);
    expect(await readdir(folder)).toEqual(['genes.bin']);
  });

  test('a file that is not there', async () => {
    await expect(make({ files: [join(root, 'none.txt')] })).rejects.toThrow(
      `${join(root, 'none.txt')}: there is no such file. Give HGNC's complete set (hgnc_complete_set.txt).`,
    );
  });

  test('in the place of a damaged one', async () => {
    await mkdir(folder, { recursive: true });
    await copyFile(SAMPLE, join(folder, 'genes.bin'));
    await make({ files: [SAMPLE] });
    expect((await opened()).source.approved).toBe(61);
  });
});

describe('the catalogue fetched', () => {
  test('both files, and nothing of them is left', async () => {
    const server = await loopback(({ url }, response) => {
      const file = url === '/genes' ? SAMPLE : WITHDRAWN_SAMPLE;
      const text = linesOf(file).join('\n');
      response.writeHead(200, { 'content-length': Buffer.byteLength(text) }).end(text);
    });
    await make({ genesUrl: `${server.url}/genes`, withdrawnUrl: `${server.url}/withdrawn` });
    expect((await opened()).source).toMatchObject({
      from: `${server.url}/genes`,
      approved: 61,
      withdrawn: 3,
    });
    expect(await readdir(folder)).toEqual(['genes.bin']);
    expect(progress[0]).toBe(
      `Fetching ${server.url}/genes: [------------------------] 0%, 0.0 MB of 0.0 MB\n`,
    );
  });

  test('without the withdrawn entries where they cannot be had', async () => {
    const server = await loopback(({ url }, response) => {
      if (url === '/genes') response.end(linesOf(SAMPLE).join('\n'));
      else response.writeHead(404).end();
    });
    await make({ genesUrl: `${server.url}/genes`, withdrawnUrl: `${server.url}/withdrawn` });
    expect(printed[0]).toBe(
      `Without withdrawn entries: ${server.url}/withdrawn answers 404. Is the address right?`,
    );
    expect((await opened()).source).toMatchObject({ approved: 61, withdrawn: 0 });
  });

  test('not at all where the complete set cannot be had', async () => {
    const server = await loopback((_, response) => response.writeHead(503).end());
    await expect(make({ genesUrl: server.url })).rejects.toThrow(
      `${server.url} could not be fetched (the server answers 503). Run the command again to go on from there.`,
    );
  });
});

describe('a progress bar', () => {
  const shown = (isTerminal: boolean): string[] => {
    const lines: string[] = [];
    const bar = progressBar('Reading', (value) => `${value} B`, {
      isTerminal,
      write: (text) => lines.push(text),
    });
    for (const done of [0, 10, 10, 30, 60, 90, 100]) bar.show(done, 100);
    bar.end();
    return lines;
  };

  test('redraws one line of a terminal', () => {
    expect(shown(true)).toEqual([
      '\r\x1b[2KReading: [------------------------] 0%, 0 B of 100 B',
      '\r\x1b[2KReading: [##----------------------] 10%, 10 B of 100 B',
      '\r\x1b[2KReading: [#######-----------------] 30%, 30 B of 100 B',
      '\r\x1b[2KReading: [##############----------] 60%, 60 B of 100 B',
      '\r\x1b[2KReading: [######################--] 90%, 90 B of 100 B',
      '\r\x1b[2KReading: [########################] 100%, 100 B of 100 B',
      '\n',
    ]);
  });

  test('writes a line for each quarter into a file', () => {
    expect(shown(false)).toEqual([
      'Reading: [------------------------] 0%, 0 B of 100 B\n',
      'Reading: [#######-----------------] 30%, 30 B of 100 B\n',
      'Reading: [##############----------] 60%, 60 B of 100 B\n',
      'Reading: [######################--] 90%, 90 B of 100 B\n',
      'Reading: [########################] 100%, 100 B of 100 B\n',
    ]);
  });
});
