import { type Dispatcher, Pool } from 'undici';

/** One request to Discord's API. */
export interface Question {
  readonly method: Dispatcher.HttpMethod;
  /** path and query */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | FormData | null;
  /** ms until it is given up, waiting for a connection included */
  readonly timeout: number;
}

/** What of an answer's headers is needed. Names are in lower case. */
export interface AnswerHeaders {
  get(name: string): string | null;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  text(): Promise<string>;
}

/** Sends one request. Rejects when there is no answer in time, or none at all. */
export type Send = (question: Question) => Promise<Answer>;

/**
 * Connections at once. Each is opened, encrypted and kept in memory on both sides: hundreds that wait for a free one are answered
 * sooner than hundreds with one of their own.
 */
const MOST_CONNECTIONS = 128;

/** A way to the server at `origin`, over connections that are used again. */
export function createSend(origin: string): Send {
  const pool = new Pool(origin, { connections: MOST_CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
  return ({ timeout, ...request }) =>
    new Promise((resolve, reject) => {
      let abort: ((reason: Error) => void) | null = null;
      let late: Error | null = null;
      const giveUp = (): void => {
        late = new DOMException('There was no answer in time', 'AbortError');
        abort?.(late);
        reject(late);
      };
      // One turn later than due: what arrived while this process was busy is read first.
      const timer = setTimeout(() => setImmediate(giveUp), timeout);
      let status = 0;
      let headers: readonly Buffer[] = [];
      const chunks: Buffer[] = [];
      const handler: Dispatcher.DispatchHandlers = {
        onConnect(stop) {
          abort = stop;
          if (late !== null) stop(late);
        },
        onHeaders(code, raw) {
          status = code;
          headers = raw;
          return true;
        },
        onData: (chunk) => chunks.push(chunk) > 0,
        onComplete() {
          clearTimeout(timer);
          resolve({
            status,
            headers: readHeaders(headers),
            text: async () => Buffer.concat(chunks).toString(),
          });
        },
        onError(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      pool.dispatch(request, handler);
    });
}

/** @param raw names and values in turns */
function readHeaders(raw: readonly Buffer[]): AnswerHeaders {
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2)
    values.set(String(raw[at]).toLowerCase(), String(raw[at + 1]));
  return { get: (name) => values.get(name) ?? null };
}
