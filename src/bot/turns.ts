/** Takes its turn: resolves at once while nothing else has this turn of the event loop, else in a later one, first come first served. */
export type TakeTurn = () => Promise<void>;

/**
 * Shares out the turns of the event loop, one for each event. Many events arrive in one turn of their own; if all were answered in
 * it, no answer would be sent before the last one was found, and all of them would be kept until then.
 */
export function createTurns(): TakeTurn {
  const waiting: (() => void)[] = [];
  let taken = false;

  function next(): void {
    const begin = waiting.shift();
    taken = begin !== undefined;
    if (!taken) return;
    setImmediate(next);
    begin?.();
  }

  return async () => {
    if (taken) return new Promise((begin) => waiting.push(begin));
    taken = true;
    setImmediate(next);
  };
}
