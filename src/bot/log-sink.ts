import { writeSync } from 'node:fs';

/** Where finished lines of the log go. */
export interface LogSink {
  write(line: string): void;
}

/** How a sink gets rid of bytes, and when it tries again. */
export interface SinkOptions {
  /** Writes what it can at once and says how many bytes that was; throws when it can write none. Never waits. */
  readonly put: (bytes: Uint8Array) => number;
  /** ms between attempts while nothing can be written */
  readonly retry: number;
  /** bytes that may wait */
  readonly most: number;
  /** the line that says how many were lost */
  readonly lost: (lines: number) => string;
}

const DEFAULTS = { retry: 1_000, most: 64 * 1024 } as const;

/**
 * Standard output that never holds up the bot: while nobody reads it, or its disk is full, a few lines wait and the rest are
 * dropped; once it takes lines again, one says how many are missing.
 */
export function standardOutputSink(lost: SinkOptions['lost']): LogSink {
  // Opening the stream is what makes writing to a pipe or socket return at once instead of waiting for its reader.
  process.stdout.on('error', () => undefined);
  return createLogSink({ ...DEFAULTS, put: (bytes) => writeSync(process.stdout.fd, bytes), lost });
}

/** Makes a sink out of anything that takes bytes. */
export function createLogSink({ put, retry, most, lost }: SinkOptions): LogSink {
  let waiting: Buffer = Buffer.alloc(0);
  let dropped = 0;
  let timer: NodeJS.Timeout | null = null;

  function add(line: string): void {
    const bytes = Buffer.from(line);
    if (waiting.length + bytes.length > most) dropped += 1;
    else waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
  }

  /** True when nothing waits any more. */
  function flush(): boolean {
    try {
      for (let taken = 1; waiting.length > 0 && taken > 0; waiting = waiting.subarray(taken))
        taken = put(waiting);
    } catch {
      // Full, closed or not read: the same for us.
    }
    return waiting.length === 0;
  }

  function drain(): void {
    timer = null;
    while (flush() && dropped > 0) {
      const missing = dropped;
      dropped = 0;
      add(lost(missing));
    }
    if (waiting.length > 0) timer = setTimeout(drain, retry).unref();
  }

  return {
    write(line) {
      add(line);
      if (timer === null) drain();
    },
  };
}
