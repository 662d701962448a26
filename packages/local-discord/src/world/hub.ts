/** Listens to what happens and lets a test await it. */
export interface Hub<Events> {
  /** Tells everyone who listens. */
  emit<K extends keyof Events>(kind: K, detail: Events[K]): void;
  /** Listens from now on. @returns a function that stops listening */
  on<K extends keyof Events>(kind: K, listener: (detail: Events[K]) => void): () => void;
  /**
   * The next event of a kind.
   * @param kind what to wait for
   * @param where which of them; default: any
   * @param timeoutMs when to give up, in ms; default 10,000
   * @throws an Error that names the kind when nothing came in time
   */
  waitFor<K extends keyof Events>(
    kind: K,
    where?: (detail: Events[K]) => boolean,
    timeoutMs?: number,
  ): Promise<Events[K]>;
  /** Whether anyone listens: costly details need not be made for nobody. */
  hears(kind: keyof Events): boolean;
}

const DEFAULT_WAIT_MS = 10_000;

type Listeners<Events> = { [K in keyof Events]?: Set<(detail: Events[K]) => void> };

/** A hub without listeners. */
export function createHub<Events>(): Hub<Events> {
  const listeners: Listeners<Events> = {};

  function on<K extends keyof Events>(kind: K, listener: (detail: Events[K]) => void): () => void {
    const set: Set<(detail: Events[K]) => void> = listeners[kind] ?? new Set();
    listeners[kind] = set;
    set.add(listener);
    return () => void set.delete(listener);
  }

  function waitFor<K extends keyof Events>(
    kind: K,
    where: (detail: Events[K]) => boolean = () => true,
    timeoutMs = DEFAULT_WAIT_MS,
  ): Promise<Events[K]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`No "${String(kind)}" within ${timeoutMs} ms`));
      }, timeoutMs);
      const stop = on(kind, (detail) => {
        if (!where(detail)) return;
        clearTimeout(timer);
        stop();
        resolve(detail);
      });
    });
  }

  return {
    on,
    waitFor,
    emit: (kind, detail) => {
      for (const listener of listeners[kind] ?? []) listener(detail);
    },
    hears: (kind) => (listeners[kind]?.size ?? 0) > 0,
  };
}
