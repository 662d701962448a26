import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CATALOGUE_FILE, catalogueFile, readCatalogueFile } from '../catalogue/file.js';
import { type BadRow, HgncError } from '../catalogue/hgnc.js';
import { type GenesRead, joinGenes, readGenes } from '../catalogue/read-genes.js';
import { buildTables } from '../catalogue/tables.js';
import { DownloadError, download } from '../import/download.js';
import { isEnglish } from './english.js';
import { megabytes, type ProgressOutput, progressBar } from './progress.js';

/** What the command works with. */
export interface GenesOptions {
  /** the folder of the catalogue's file */
  readonly folder: string;
  /** files of HGNC on this machine: the complete set, and the withdrawn entries if there are any; none: both are fetched */
  readonly files: readonly string[];
  /** where the complete set is fetched from */
  readonly genesUrl: string;
  /** where the withdrawn entries are fetched from; null: they are left out */
  readonly withdrawnUrl: string | null;
  readonly userAgent: string;
  readonly print: (line: string) => void;
  readonly progress: ProgressOutput;
  /** ms, for tests: see `DownloadOptions` */
  readonly timing?: { readonly stall: number; readonly pause: number };
}

/** A catalogue that has lost more than half of the genes of the one before was made of something else. */
const LEAST_SHARE = 0.5;
/** Bad rows that are named one by one. */
const NAMED = 10;

/** Something that the operator has to put right; the message says how. */
export class GenesError extends Error {
  override readonly name = 'GenesError';
}

/**
 * Makes the catalogue of all human genes out of HGNC's files and puts it in the place of an older one.
 * @throws GenesError, HgncError or DownloadError when it cannot be made; an older catalogue then stays as it is
 */
export async function makeCatalogue(options: GenesOptions): Promise<void> {
  const { folder, files, print } = options;
  await mkdir(folder, { recursive: true });
  const sources = files.length > 0 ? files : await fetchSources(options);
  const [completeFile = '', withdrawnFile] = sources;
  const hash = createHash('sha256');
  const complete = await readFileOf(completeFile, hash, options);
  const withdrawn = withdrawnFile === undefined ? null : await readFileOf(withdrawnFile, hash, options);
  reportBad(complete, completeFile, print);
  if (withdrawn !== null) reportBad(withdrawn, withdrawnFile ?? '', print);
  const genes = joinGenes(complete.genes, withdrawn?.genes ?? []);
  const approved = genes.filter(({ status }) => status === 'approved').length;
  const file = join(folder, CATALOGUE_FILE);
  await refuseShrinking(file, approved);
  const source = {
    from: files.length > 0 ? basename(completeFile) : options.genesUrl,
    sha256: hash.digest('hex'),
    made: new Date().toISOString(),
    approved,
    withdrawn: genes.length - approved,
  };
  await replace(file, catalogueFile(buildTables(genes, isEnglish), source));
  if (files.length === 0) await Promise.all(sources.map((each) => rm(each, { force: true })));
  const size = megabytes((await stat(file)).size);
  print(`${file}: ${count(approved)} genes and ${count(source.withdrawn)} withdrawn entries, ${size}`);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

async function fetchSources(options: GenesOptions): Promise<string[]> {
  const genes = join(options.folder, 'hgnc_complete_set.part');
  await fetchOne(options.genesUrl, genes, options);
  if (options.withdrawnUrl === null) return [genes];
  const withdrawn = join(options.folder, 'hgnc_withdrawn.part');
  try {
    await fetchOne(options.withdrawnUrl, withdrawn, options);
    return [genes, withdrawn];
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    options.print(`Without withdrawn entries: ${error.message}`);
    return [genes];
  }
}

async function fetchOne(url: string, file: string, options: GenesOptions): Promise<void> {
  const bar = progressBar(`Fetching ${url}`, megabytes, options.progress);
  try {
    await download(url, file, { userAgent: options.userAgent, onProgress: bar.show, ...options.timing });
  } finally {
    bar.end();
  }
}

async function readFileOf(file: string, hash: Hash, { progress }: GenesOptions): Promise<GenesRead> {
  const size = await sizeOf(file);
  const bar = progressBar(`Reading ${basename(file)}`, megabytes, progress);
  const through = (await isPacked(file)) ? createGunzip() : new PassThrough();
  let read = 0;
  const source = createReadStream(file).on('data', (chunk) => {
    hash.update(chunk);
    read += chunk.length;
    bar.show(read, size);
  });
  pipeline(source, through, () => undefined);
  try {
    return await readGenes(createInterface({ input: through, crlfDelay: Infinity }));
  } catch (error) {
    if (error instanceof HgncError) throw new HgncError(`${file}: ${error.message}`);
    if (error instanceof Error && 'code' in error)
      throw new GenesError(`${file}: cannot be read (${error.message})`);
    throw error;
  } finally {
    bar.end();
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    throw new GenesError(`${file}: there is no such file. Give HGNC's complete set (hgnc_complete_set.txt).`);
  }
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** A file that is packed with gzip is told by its first two bytes. */
async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  const start = Buffer.alloc(GZIP.length);
  await handle.read(start, 0, start.length, 0);
  await handle.close();
  return start.equals(GZIP);
}

function reportBad({ bad, genes }: GenesRead, file: string, print: (line: string) => void): void {
  if (bad.length > genes.length)
    throw new GenesError(
      `${file}: ${count(bad.length)} of ${count(bad.length + genes.length)} rows cannot be used. ${badRow(bad[0])}`,
    );
  if (bad.length === 0) return;
  print(`${file}: ${count(bad.length)} ${bad.length === 1 ? 'row' : 'rows'} left out:`);
  for (const one of bad.slice(0, NAMED)) print(`  ${badRow(one)}`);
  if (bad.length > NAMED) print(`  and ${count(bad.length - NAMED)} more`);
}

function badRow(bad: BadRow | undefined): string {
  return bad === undefined ? '' : `line ${bad.line}: ${bad.reason}`;
}

async function refuseShrinking(file: string, approved: number): Promise<void> {
  const before = await readCatalogueFile(file).catch(() => null);
  if (before === null || approved >= before.source.approved * LEAST_SHARE) return;
  throw new GenesError(
    `${count(approved)} genes are fewer than half of the ${count(before.source.approved)} in ${file}, which stays as it is. If that is right, delete it first.`,
  );
}

/** A reader finds the old file or the whole new one, never a part. */
async function replace(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  const handle = await open(fresh, 'w');
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
    await handle.close();
    await rename(fresh, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(fresh, { force: true });
    throw error;
  }
}
