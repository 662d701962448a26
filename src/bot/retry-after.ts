/** More than this no server means; the library's timers could not wait for it either. */
const LONGEST_MS = 24 * 60 * 60_000;

/** What of an answer's headers is needed here. */
interface Headers {
  get(name: string): string | null;
}

/**
 * How long an answer asks to wait before the next request: seconds, or a date beside the answer's own (RFC 9110, 10.2.3).
 * @returns ms; null when it does not say, or says what cannot be meant (nothing, less than nothing, no number)
 */
export function retryAfterOf(headers: Headers): number | null {
  const said = headers.get('retry-after')?.trim() ?? '';
  const ms = /^\d+(?:\.\d+)?$/u.test(said) ? Number(said) * 1_000 : untilDate(said, headers.get('date'));
  return ms > 0 ? Math.min(ms, LONGEST_MS) : null;
}

/** Both dates are the server's, so that this machine's clock plays no part. NaN where one is missing. */
function untilDate(said: string, now: string | null): number {
  return Date.parse(said) - Date.parse(now ?? '');
}
