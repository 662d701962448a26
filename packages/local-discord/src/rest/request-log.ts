import type { RecordedRequest } from '../people/contract.js';

/** The newest requests, bounded in number and bytes. */
export interface RequestLog {
  /** In order; the same array always. */
  readonly entries: readonly RecordedRequest[];
  /** Keeps a request. @param bytes how large its body and its response are together */
  add(entry: RecordedRequest, bytes: number): void;
}

/** How many requests are kept, and how many bytes of bodies and responses. */
export interface RequestLogLimits {
  readonly requests: number;
  readonly requestBytes: number;
}

/** An empty log. What alone is larger than the whole log may be is kept without body and response. */
export function createRequestLog(limits: RequestLogLimits): RequestLog {
  const entries: RecordedRequest[] = [];
  const sizes: number[] = [];
  let total = 0;

  function add(entry: RecordedRequest, bytes: number): void {
    const fits = bytes <= limits.requestBytes;
    entries.push(fits ? entry : { ...entry, body: undefined, response: undefined });
    sizes.push(fits ? bytes : 0);
    total += fits ? bytes : 0;
    while (entries.length > limits.requests || total > limits.requestBytes) {
      entries.shift();
      total -= sizes.shift() ?? 0;
    }
  }

  return { entries, add };
}
