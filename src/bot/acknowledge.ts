import { setTimeout as pause } from 'node:timers/promises';
import { type InteractionResponseType, RateLimitError } from 'discord.js';
import type { Outgoing } from './body.js';
import type { Head } from './payload.js';
import { refusalOf } from './refusal.js';
import type { Wire } from './wire.js';

/** How a first answer went: `assumed` when Discord has one of ours but never confirmed it, `taken` when it is not ours. */
export type Acknowledgement = 'accepted' | 'assumed' | 'taken';

const FIRST_PAUSE_MS = 50;
/** Time that an attempt needs to arrive before Discord's 3 seconds are over. */
const LAST_CALL_MS = 300;

/**
 * Sends the first answer to an interaction and tries again for as long as Discord would take one.
 * @param timeLeft ms until Discord stops taking a first answer
 * @throws the library's error when Discord refuses the answer, or when time is up and nothing can have arrived
 */
export async function acknowledge(
  wire: Wire,
  head: Head,
  timeLeft: () => number,
  type: InteractionResponseType,
  message: Partial<Outgoing> = {},
): Promise<Acknowledgement> {
  let unsure = false;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await wire.callback(head, type, message);
      return 'accepted';
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === 'acknowledged') return unsure ? 'assumed' : 'taken';
      if (refusal !== 'unsure' && refusal !== 'unreachable' && refusal !== 'limited') throw error;
      unsure ||= refusal === 'unsure';
      const wait = pauseBefore(error, attempt, timeLeft());
      if (wait === null && unsure) return 'assumed';
      if (wait === null) throw error;
      await pause(wait);
    }
  }
}

/**
 * How long to wait before the next attempt, in ms; null when there is no time for one.
 * A rate limit that outlasts the interaction gets one last call all the same: with nothing to lose, it may be let through.
 */
function pauseBefore(error: unknown, attempt: number, timeLeft: number): number | null {
  const lastCall = timeLeft - LAST_CALL_MS;
  if (lastCall <= 0) return null;
  if (error instanceof RateLimitError) return Math.min(error.retryAfter, lastCall);
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, lastCall);
}
