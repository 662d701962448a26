const LIFETIME_MS = 5 * 60_000;
const MOST_ENTRIES = 5_000;

/** What each person asked last in each channel, for questions such as "and in mouse?". Lost on a restart, on purpose. */
export interface Memory {
  recall(channelId: string, userId: string): string | null;
  /** Keeps a context; null leaves what is there. */
  remember(channelId: string, userId: string, context: string | null): void;
}

/** Makes a memory that forgets after a few minutes and never holds more than a few thousand contexts. */
export function createMemory(
  now: () => number = () => performance.now(),
  lifetimeMs = LIFETIME_MS,
  mostEntries = MOST_ENTRIES,
): Memory {
  const entries = new Map<string, { context: string; until: number }>();
  return {
    recall(channelId, userId) {
      const entry = entries.get(`${channelId}/${userId}`);
      return entry !== undefined && entry.until > now() ? entry.context : null;
    },
    remember(channelId, userId, context) {
      if (context === null) return;
      const key = `${channelId}/${userId}`;
      // Set again at the end, so that the first entry is always the oldest.
      entries.delete(key);
      entries.set(key, { context, until: now() + lifetimeMs });
      forgetOld(entries, now(), mostEntries);
    },
  };
}

function forgetOld(entries: Map<string, { until: number }>, now: number, most: number): void {
  for (const [key, { until }] of entries) {
    if (until > now && entries.size <= most) return;
    entries.delete(key);
  }
}
