import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Logger } from 'pino';

/** ms */
export interface WatchTiming {
  /** editors write in several steps: wait until they are done */
  readonly settle: number;
  /** the file system does not report every change, so look regularly as well */
  readonly interval: number;
}

const WATCH_TIMING: WatchTiming = { settle: 300, interval: 10_000 };

/** Watches files while they may be edited. */
export interface RecordsWatch {
  close(): void;
}

/** What is watched: folders, and the files in them that count. */
export interface Watched {
  readonly folders: readonly string[];
  /** paths of the files; none where a folder cannot be read */
  files(): Promise<readonly string[]>;
}

/**
 * Calls `reload` when a file was added, changed or removed.
 * @param reload takes the new files into use; throws, keeping the old ones, when something is wrong with them
 */
export async function watchRecords(
  { folders, files }: Watched,
  reload: () => Promise<void>,
  logger: Logger,
  timing: WatchTiming = WATCH_TIMING,
): Promise<RecordsWatch> {
  let known = await fingerprintOf(files);
  let settling: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();

  async function look(): Promise<void> {
    const now = await fingerprintOf(files);
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
  const watchers = folders.map((folder) => notify(folder, soon));
  const regularly = setInterval(soon, timing.interval).unref();
  return {
    close() {
      for (const watcher of watchers) watcher?.close();
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

async function fingerprintOf(files: Watched['files']): Promise<string> {
  return (await Promise.all((await files()).map(fileFingerprint))).join('\n');
}

async function fileFingerprint(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${path} ${mtimeMs} ${size} ${ino}`;
  } catch {
    return `${path} unreadable`;
  }
}

/** The message of an error about a file. Such errors are written for people and quote only the file. */
export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
