import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';

/** ms */
export interface WatchTiming {
  /** editors write in several steps: wait until they are done */
  readonly settle: number;
  /** the file system does not report every change, so look regularly as well */
  readonly interval: number;
}

export const WATCH_TIMING: WatchTiming = { settle: 300, interval: 10_000 };

/** Watches the records while they may be edited. */
export interface RecordsWatch {
  close(): void;
}

/**
 * Calls `reload` when a record file in a folder was added, changed or removed.
 * @param reload takes the new records into use; throws, keeping the old ones, when something is wrong with them
 */
export async function watchRecords(
  folder: string,
  reload: () => Promise<void>,
  logger: Logger,
  timing: WatchTiming = WATCH_TIMING,
): Promise<RecordsWatch> {
  let known = await fingerprintOf(folder);
  let settling: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();

  async function look(): Promise<void> {
    const now = await fingerprintOf(folder);
    if (now === known) return;
    known = now;
    try {
      await reload();
      logger.info('The records were read again');
    } catch (error) {
      logger.error(
        { problem: problemOf(error) },
        'The edited records are not usable; the old ones stay in use',
      );
    }
  }

  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      busy = busy.then(look);
    }, timing.settle);
    settling.unref();
  };
  const watcher = notify(folder, soon);
  const regularly = setInterval(soon, timing.interval).unref();
  return {
    close() {
      watcher?.close();
      clearInterval(regularly);
      clearTimeout(settling);
    },
  };
}

/** Some file systems cannot be watched; looking regularly is enough there. */
function notify(folder: string, changed: () => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: false }, changed).on('error', () => undefined);
  } catch {
    return null;
  }
}

async function fingerprintOf(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const parts = await Promise.all(names.map((name) => fileFingerprint(join(folder, name), name)));
  return parts.join('\n');
}

async function fileFingerprint(path: string, name: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${name} ${mtimeMs} ${size} ${ino}`;
  } catch {
    return `${name} unreadable`;
  }
}

/** The message of an error about a file. Such errors are written for people and quote only the file. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
