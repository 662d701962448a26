/** Ids that were dealt with already: events may be sent more than once (Discord's reference, "Gateway"). */
export interface Seen {
  /** Notes an id; true when it was new. */
  add(id: string): boolean;
}

/** Remembers the newest `most` ids. */
export function createSeen(most: number): Seen {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > most) forgetOldest(ids);
      return true;
    },
  };
}

function forgetOldest(ids: Set<string>): void {
  for (const oldest of ids) {
    ids.delete(oldest);
    return;
  }
}
