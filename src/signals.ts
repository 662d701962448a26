/** An orderly end takes less; nothing may take longer. */
const LONGEST_GOODBYE_MS = 4_500;

/**
 * Hears SIGTERM and SIGINT from now on. The first one aborts the signal that is returned, and ends the process with 0 if the
 * orderly end takes too long; a second one ends it at once.
 */
export function hearSignals(): AbortSignal {
  const asked = new AbortController();
  const onSignal = (): void => {
    if (asked.signal.aborted) process.exit(1);
    setTimeout(() => process.exit(0), LONGEST_GOODBYE_MS).unref();
    asked.abort();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return asked.signal;
}
