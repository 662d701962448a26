// Not the package's own entry: that loads thirty limiters for databases, 8 MiB, to get at this one.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import { z } from 'zod';

const limited = z.object({ msBeforeNext: z.number() });

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
  secondsToWait(userId: string): Promise<number>;
}

/** Makes a limiter that counts in memory. */
export function createLimiter(allowance: Allowance): Limiter {
  const limiter = new RateLimiterMemory({ points: allowance.points, duration: allowance.seconds });
  return {
    async secondsToWait(userId) {
      try {
        await limiter.consume(userId);
        return 0;
      } catch (refusal) {
        const { msBeforeNext } = limited.parse(refusal);
        // The package counts by the time of day, which may have been set back meanwhile.
        return Math.min(allowance.seconds, Math.max(1, Math.ceil(msBeforeNext / 1000)));
      }
    },
  };
}
