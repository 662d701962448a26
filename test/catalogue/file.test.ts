import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCatalogue } from '../../src/catalogue/catalogue.js';
import { CatalogueFileError, catalogueFile } from '../../src/catalogue/file.js';
import { catalogueHandle } from '../../src/catalogue/handle.js';
import { buildTables } from '../../src/catalogue/tables.js';
import { sampleCatalogue, sampleGenes, told } from './support.js';

const SOURCE = { from: 'x.txt', sha256: 'ab', made: '2026-01-02T03:04:05.000Z', approved: 61, withdrawn: 3 };

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string): Promise<string> {
  file = join(folder, name);
  await writeFile(
    file,
    Buffer.concat(
      catalogueFile(
        buildTables(await sampleGenes(), () => false),
        SOURCE,
      ),
    ),
  );
  return file;
}

describe("the catalogue's file", () => {
  test('holds all that was written', async () => {
    const opened = await openCatalogue(await written('whole.bin'));
    const made = await sampleCatalogue();
    expect(opened.source).toEqual(SOURCE);
    for (const name of ['p65', 'AP-2', 'HGF', 'IFN-γ', '1-Mar', 'interleukin 32', 'OLDGENE3'])
      expect(told(opened.lookUp(name))).toEqual(told(made.lookUp(name)));
    expect(opened.complete('il', 25)).toEqual(made.complete('il', 25));
    expect(opened.near('gapdd', 25)).toEqual(made.near('gapdd', 25));
    expect(opened.byAccession('9235', null)).toEqual(made.byAccession('9235', null));
  });

  test.each([
    ['cut', async (path: string) => truncate(path, 9000)],
    ['of a few bytes', async (path: string) => writeFile(path, 'il32')],
    ['empty', async (path: string) => writeFile(path, '')],
    [
      'with one other byte',
      async (path: string) => {
        const bytes = await readFile(path);
        bytes.writeUInt8((bytes.readUInt8(9000) + 1) % 256, 9000);
        await writeFile(path, bytes);
      },
    ],
    [
      'of another version',
      async (path: string) => {
        const bytes = await readFile(path);
        await writeFile(path, Buffer.from(bytes.toString('latin1').replace('genes 1', 'genes 9'), 'latin1'));
      },
    ],
  ])('%s is refused', async (_, spoil) => {
    const path = await written('spoilt.bin');
    await spoil(path);
    await expect(openCatalogue(path)).rejects.toThrow(CatalogueFileError);
    await expect(openCatalogue(path)).rejects.toThrow(
      `${path} is damaged or of another version; make it again with "npm run genes"`,
    );
  });

  test('that is not there gives its code', async () => {
    await expect(openCatalogue(join(folder, 'none.bin'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('the catalogue of a running bot', () => {
  test('is none, then one, then the new one; a damaged file leaves the one before in use', async () => {
    const root = await mkdtemp(join(tmpdir(), 'handle-'));
    const handle = catalogueHandle(root);
    expect([handle.isThere(), await handle.read(), handle.current()]).toEqual([false, null, null]);
    await mkdir(join(root, 'catalogue'));
    const bytes = await readFile(await written('handle.bin'));
    await writeFile(handle.file, bytes);
    expect([handle.isThere(), handle.current()]).toEqual([true, null]);
    expect(await handle.read()).toBeNull();
    const first = handle.current();
    expect(first?.bySymbol('TP53')?.hgncId).toBe('HGNC:11998');
    expect(await handle.read()).toBeNull();
    expect(handle.current()).toBe(first);
    await writeFile(handle.file, 'damaged');
    expect(await handle.read()).toMatch(/is damaged or of another version/u);
    expect(handle.current()).toBe(first);
    await rm(handle.file);
    expect(await handle.read()).toBeNull();
    expect(handle.current()).toBeNull();
    await rm(root, { recursive: true });
  });
});
