const DISCORD_EPOCH = 1_420_070_400_000;
/** Discord's `Date` header has whole seconds, so a smaller difference says nothing. */
const NOTEWORTHY_SKEW_MS = 2_000;
/** No interaction lives longer (15 minutes), so a greater age is a wrong clock or an invented id. */
const PLAUSIBLE_AGE_MS = 15 * 60_000;

/** Tells how old an event is, even where this machine's clock is wrong. */
export interface Clock {
  now(): number;
  /** Age in ms of what the snowflake names; 0 when that cannot be told. */
  ageOf(snowflake: string): number;
  /** Compares with the `Date` header of an answer from Discord; the difference in ms (positive: our clock is ahead). */
  learn(dateHeader: string | null): number;
}

/** Makes a clock that corrects itself by what Discord's answers say. */
export function createClock(now: () => number = Date.now): Clock {
  let skew = 0;
  return {
    now,
    ageOf(snowflake) {
      const age = now() - skew - snowflakeTime(snowflake);
      return age > 0 && age < PLAUSIBLE_AGE_MS ? age : 0;
    },
    learn(dateHeader) {
      const theirs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(theirs)) return skew;
      const difference = now() - (theirs + 500);
      skew = Math.abs(difference) < NOTEWORTHY_SKEW_MS ? 0 : difference;
      return skew;
    },
  };
}

/** When a snowflake was made, Unix ms (Discord's reference, "Snowflakes"). */
export function snowflakeTime(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + DISCORD_EPOCH;
}
