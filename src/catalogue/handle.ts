import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type GeneCatalogue, openCatalogue } from './catalogue.js';
import { CATALOGUE_FILE, CATALOGUE_FOLDER } from './file.js';

/** The catalogue of a running bot: read in the background, and again when its file has changed. */
export interface CatalogueHandle {
  /** path of the file */
  readonly file: string;
  /** whether there is a file, read or not: commands are made with it or without it */
  isThere(): boolean;
  /** the newest that could be read; null before, and where there is none */
  current(): GeneCatalogue | null;
  /**
   * Reads the file if it is new or has changed. A file that cannot be read leaves the catalogue before in use.
   * @returns the error's message; null when all is well or there is no file
   */
  read(): Promise<string | null>;
}

/** The catalogue in a records folder. Nothing is read until `read` is called. */
export function catalogueHandle(recordsFolder: string): CatalogueHandle {
  const file = join(recordsFolder, CATALOGUE_FOLDER, CATALOGUE_FILE);
  let catalogue: GeneCatalogue | null = null;
  let known = '';
  return {
    file,
    isThere: () => existsSync(file),
    current: () => catalogue,
    async read() {
      const now = await fingerprintOf(file);
      if (now === known) return null;
      known = now;
      if (now === '') catalogue = null;
      if (now === '') return null;
      try {
        catalogue = await openCatalogue(file);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : 'unknown';
      }
    },
  };
}

async function fingerprintOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return '';
  }
}
