/** How much one person may ask: `points` questions in any window of `seconds`. */
export interface Allowance {
  readonly points: number;
  readonly seconds: number;
}

/** More than a person reads, less than what drowns a shared channel. */
export const DEFAULT_ALLOWANCE: Allowance = { points: 60, seconds: 60 };

/** More than anybody types, whose every key asks for suggestions. */
export const TYPING_ALLOWANCE: Allowance = { points: 300, seconds: 60 };

/** Keeps one person from filling a channel. */
export interface Limiter {
  /** Counts one question; answers 0, or the whole seconds to wait before the next one. */
  secondsToWait(userId: string): number;
}

/**
 * Makes a limiter that counts in memory: a window opens with somebody's first question, and is forgotten when it is over.
 * @param now ms that only ever go forward
 */
export function createLimiter({ points, seconds }: Allowance, now = () => performance.now()): Limiter {
  // All are equally long, so that the first is always the oldest.
  const windows = new Map<string, { readonly until: number; left: number }>();

  function windowOf(userId: string): { readonly until: number; left: number } {
    for (const [known, { until }] of windows) {
      if (until > now()) break;
      windows.delete(known);
    }
    const open = windows.get(userId) ?? { until: now() + seconds * 1_000, left: points };
    windows.set(userId, open);
    return open;
  }

  return {
    secondsToWait(userId) {
      const window = windowOf(userId);
      if (window.left === 0) return Math.max(1, Math.ceil((window.until - now()) / 1_000));
      window.left -= 1;
      return 0;
    },
  };
}
