const MOST_ENTRIES = 5_000;

/** Where a style is chosen: by whom, and in which server (null in direct messages). */
interface Where {
  readonly userId: string;
  readonly serverId: string | null;
}

/** The citation style that each person, and each server, chose last. Lost on a restart: then it is the usual one again. */
export interface LastStyles {
  /** that of the person, else that of the server; null when neither chose one */
  of(where: Where): string | null;
  /**
   * Keeps a choice; null leaves what is there.
   * @param isPublic a choice that nobody else sees is the person's own, not the server's
   */
  remember(where: Where, style: string | null, isPublic: boolean): void;
}

/** Makes a memory of as many people and servers; who chose the longest ago is forgotten first. */
export function createLastStyles(mostEntries = MOST_ENTRIES): LastStyles {
  const people = new Map<string, string>();
  const servers = new Map<string, string>();
  return {
    of: ({ userId, serverId }) => people.get(userId) ?? servers.get(serverId ?? '') ?? null,
    remember({ userId, serverId }, style, isPublic) {
      if (style === null) return;
      keep(people, userId, style, mostEntries);
      if (isPublic && serverId !== null) keep(servers, serverId, style, mostEntries);
    },
  };
}

function keep(entries: Map<string, string>, key: string, style: string, most: number): void {
  entries.delete(key);
  entries.set(key, style);
  const [oldest] = entries.keys();
  if (entries.size > most && oldest !== undefined) entries.delete(oldest);
}
