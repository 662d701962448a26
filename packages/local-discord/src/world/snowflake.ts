/** Discord's epoch, 2015-01-01T00:00:00Z, in Unix ms. Source: reference, "Snowflakes". */
export const DISCORD_EPOCH_MS = 1_420_070_400_000;

const COUNTER_BITS = 22n;
const COUNTER_MASK = (1n << COUNTER_BITS) - 1n;

/** Makes ids that rise within one process and carry a time, as Discord's do. */
export type Snowflakes = (atMs?: number) => string;

/**
 * A source of ids.
 * @param now the clock, in Unix ms
 * @returns a function from a time (Unix ms, default the clock's) to a fresh id
 */
export function createSnowflakes(now: () => number): Snowflakes {
  let counter = 0n;
  return (atMs = now()) => {
    counter = (counter + 1n) & COUNTER_MASK;
    return ((BigInt(Math.trunc(atMs) - DISCORD_EPOCH_MS) << COUNTER_BITS) | counter).toString();
  };
}

/** The Unix ms that an id carries. Throws a SyntaxError when the text is no integer. */
export function timestampOf(id: string): number {
  return Number(BigInt(id) >> COUNTER_BITS) + DISCORD_EPOCH_MS;
}

/** Whether a text has the form of an id. */
export function isSnowflake(text: string): boolean {
  return /^\d{15,20}$/.test(text);
}
