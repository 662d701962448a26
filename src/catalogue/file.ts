import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Tables } from './tables.js';

/**
 * The catalogue's file: one line of JSON that says what it holds, filled with spaces to a whole number of 8 bytes, and behind it the
 * tables as they stand in memory (little-endian, each from a whole number of 8 bytes on).
 */

/** The name of the catalogue's file in its folder. */
export const CATALOGUE_FILE = 'genes.bin';
/** The folder of the catalogue in the records folder. */
export const CATALOGUE_FOLDER = 'catalogue';

const FORMAT = 'il32-bot genes 1';
/** bytes read at once, so that nothing else waits for long */
const CHUNK = 1 << 20;
const ALIGNMENT = 8;
/** bytes of the first line, its spaces included */
const LONGEST_HEADER = 4096;

const TABLES = [
  'genes',
  'geneStarts',
  'names',
  'nameStarts',
  'namesBackwards',
  'nameGenes',
  'nameRanks',
  'nameOrdinals',
  'accessions',
  'accessionStarts',
  'accessionGenes',
] as const;

type TableName = (typeof TABLES)[number];

/** Where the catalogue is from. */
export interface CatalogueSource {
  /** file name or address of HGNC's complete set */
  readonly from: string;
  /** sha256 of what was read, hex */
  readonly sha256: string;
  /** when the catalogue was made, ISO 8601 */
  readonly made: string;
  readonly approved: number;
  readonly withdrawn: number;
}

const header = z.object({
  format: z.literal(FORMAT),
  crc: z.int().nonnegative(),
  source: z.object({
    from: z.string(),
    sha256: z.string(),
    made: z.iso.datetime(),
    approved: z.int().nonnegative(),
    withdrawn: z.int().nonnegative(),
  }),
  lengths: z.object(Object.fromEntries(TABLES.map((name) => [name, z.int().nonnegative()]))),
});

/** A catalogue file that cannot be used; the message says why. */
export class CatalogueFileError extends Error {
  override readonly name = 'CatalogueFileError';
}

/** The whole file, ready to be written. */
export function catalogueFile(tables: Tables, source: CatalogueSource): readonly Uint8Array[] {
  const parts = TABLES.map((name) => bytesOf(partsOf(tables)[name]));
  const body = parts.flatMap((part) => [part, new Uint8Array(padding(part.length))]);
  const crc = body.reduce((sum, part) => crc32(part, sum), 0);
  const lengths = Object.fromEntries(TABLES.map((name, at) => [name, parts[at]?.length ?? 0]));
  const line = JSON.stringify({ format: FORMAT, crc, source, lengths });
  const start = `${line.padEnd(LONGEST_HEADER - 1)}\n`;
  return [Buffer.from(start), ...body];
}

function partsOf(tables: Tables): Readonly<Record<TableName, Uint8Array | Uint32Array>> {
  return {
    genes: tables.genes.bytes,
    geneStarts: tables.genes.starts,
    names: tables.names.bytes,
    nameStarts: tables.names.starts,
    namesBackwards: tables.namesBackwards,
    nameGenes: tables.nameGenes,
    nameRanks: tables.nameRanks,
    nameOrdinals: tables.nameOrdinals,
    accessions: tables.accessions.bytes,
    accessionStarts: tables.accessions.starts,
    accessionGenes: tables.accessionGenes,
  };
}

function bytesOf(array: Uint8Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function padding(length: number): number {
  return (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
}

/**
 * Reads a catalogue file, piece by piece: nothing else waits for it.
 * @throws CatalogueFileError when it is damaged or of another version; an error with a code when it cannot be opened
 */
export async function readCatalogueFile(file: string): Promise<{ tables: Tables; source: CatalogueSource }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const start = Buffer.alloc(LONGEST_HEADER);
    await handle.read(start, 0, LONGEST_HEADER, 0);
    const { crc, source, lengths } = readHeader(file, start.toString('utf8'));
    const body = new Uint8Array(new ArrayBuffer(Math.max(0, size - LONGEST_HEADER)));
    let sum = 0;
    for (let at = 0; at < body.length; ) {
      const wanted = Math.min(CHUNK, body.length - at);
      const { bytesRead } = await handle.read(body, at, wanted, LONGEST_HEADER + at);
      if (bytesRead === 0) break;
      sum = crc32(body.subarray(at, at + bytesRead), sum);
      at += bytesRead;
    }
    if (sum !== crc) throw damaged(file);
    return { tables: tablesFrom(body, lengths), source };
  } finally {
    await handle.close();
  }
}

function damaged(file: string): CatalogueFileError {
  return new CatalogueFileError(
    `${file} is damaged or of another version; make it again with "npm run genes"`,
  );
}

function readHeader(file: string, text: string): z.infer<typeof header> {
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged(file);
  }
  const parsed = header.safeParse(json);
  if (!parsed.success) throw damaged(file);
  return parsed.data;
}

function tablesFrom(body: Uint8Array<ArrayBuffer>, lengths: Readonly<Record<string, number>>): Tables {
  const offsets = new Map<TableName, number>();
  let offset = 0;
  for (const name of TABLES) {
    offsets.set(name, offset);
    const length = lengths[name] ?? 0;
    offset += length + padding(length);
  }
  const bytes = (name: TableName): Uint8Array =>
    new Uint8Array(body.buffer, offsets.get(name), lengths[name] ?? 0);
  const numbers = (name: TableName): Uint32Array =>
    new Uint32Array(body.buffer, offsets.get(name), (lengths[name] ?? 0) / Uint32Array.BYTES_PER_ELEMENT);
  return {
    genes: { bytes: bytes('genes'), starts: numbers('geneStarts') },
    names: { bytes: bytes('names'), starts: numbers('nameStarts') },
    namesBackwards: numbers('namesBackwards'),
    nameGenes: numbers('nameGenes'),
    nameRanks: bytes('nameRanks'),
    nameOrdinals: bytes('nameOrdinals'),
    accessions: { bytes: bytes('accessions'), starts: numbers('accessionStarts') },
    accessionGenes: numbers('accessionGenes'),
  };
}
