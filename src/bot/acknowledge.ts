import { setTimeout as pause } from 'node:timers/promises';
import { type InteractionResponseType, RateLimitError } from 'discord.js';
import type { Outgoing } from './body.js';
import type { Head } from './payload.js';
import { refusalOf } from './refusal.js';
import { growingPause } from './transport.js';
import type { Wire } from './wire.js';

/** How a first answer went: `assumed` when Discord has one of ours but never confirmed it, `taken` when it is not ours. */
export type Acknowledgement = 'accepted' | 'assumed' | 'taken';

/** Requests for one first answer. */
const TRIES = 3;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;
/** Time that an attempt needs to arrive before Discord's 3 seconds are over. */
const LAST_CALL_MS = 300;

/**
 * Sends the first answer to an interaction, and once or twice more for as long as Discord would take one.
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
  for (let failures = 1; ; failures += 1) {
    try {
      await wire.callback(head, type, message);
      return 'accepted';
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === 'acknowledged') return unsure ? 'assumed' : 'taken';
      if (refusal !== 'unsure' && refusal !== 'unreachable' && refusal !== 'limited') throw error;
      unsure ||= refusal === 'unsure';
      const wait = failures < TRIES ? pauseBefore(error, failures, timeLeft()) : null;
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
function pauseBefore(error: unknown, failures: number, timeLeft: number): number | null {
  const lastCall = timeLeft - LAST_CALL_MS;
  if (lastCall <= 0) return null;
  const wait = growingPause(FIRST_PAUSE_MS, LONGEST_PAUSE_MS, failures, Math.random());
  return Math.min(error instanceof RateLimitError ? Math.max(wait, error.retryAfter) : wait, lastCall);
}
