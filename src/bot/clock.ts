const DISCORD_EPOCH = 1_420_070_400_000;
/** No interaction lives longer (15 minutes), so what seems older, or younger than now, has an invented id. */
const PLAUSIBLE_MS = 15 * 60_000;
/** Discord's `Date` header has whole seconds: the moment lies within the second that it names. */
const HEADER_MS = 1_000;
/** A clock that is wrong by less is no reason to say so. */
const NOTEWORTHY_SKEW_MS = 1_000;

/**
 * Measures time that never steps, and tells how old an event is by Discord's own time. What this machine takes for the time of
 * day plays no part in it.
 */
export interface Clock {
  /** ms since some moment; it only ever goes forward, at its own pace */
  now(): number;
  /**
   * Age in ms that something had when it arrived; 0 when that cannot be told.
   * @param snowflake names it
   * @param arrived `now()` at that moment
   */
  ageOf(snowflake: string, arrived: number): number;
  /**
   * Learns from the `Date` header of an answer that came just now.
   * @param sentAt `now()` when the request went out
   */
  learn(dateHeader: string | null, sentAt: number): void;
}

/** Where a clock gets its times from, in ms, and whom it tells that the time of day is wrong. */
export interface ClockSources {
  readonly steady: () => number;
  readonly timeOfDay: () => number;
  /** Called once each time that the time of day goes wrong; positive ms: it is ahead. */
  readonly onSkew: (ms: number) => void;
}

/** Makes a clock that keeps Discord's time by what Discord's events and answers say. */
export function createClock({
  steady = () => performance.now(),
  timeOfDay = Date.now,
  onSkew = () => undefined,
}: Partial<ClockSources> = {}): Clock {
  /** Discord's time minus ours; null until something was learned */
  let offset: number | null = null;
  let told = false;

  function compare(least: number, most: number): void {
    const skew = least > NOTEWORTHY_SKEW_MS ? least : most < -NOTEWORTHY_SKEW_MS ? most : 0;
    if (skew !== 0 && !told) onSkew(skew);
    told = skew !== 0;
  }

  return {
    now: steady,
    ageOf(snowflake, arrived) {
      const made = snowflakeTime(snowflake) - arrived;
      if (offset !== null && Math.abs(made - offset) > PLAUSIBLE_MS) return 0;
      // Nothing arrives before it was made.
      offset = Math.max(offset ?? made, made);
      return offset - made;
    },
    learn(dateHeader, sentAt) {
      const theirs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(theirs)) return;
      const [least, most] = [theirs - steady(), theirs + HEADER_MS - sentAt];
      offset = Math.min(Math.max(offset ?? least, least), most);
      const ours = timeOfDay() - steady();
      compare(ours - most, ours - least);
    },
  };
}

/** When a snowflake was made, Unix ms (Discord's reference, "Snowflakes"). */
export function snowflakeTime(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + DISCORD_EPOCH;
}
