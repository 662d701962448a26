import type { z } from 'zod';

/** A public service that did not answer as it should; the message says how, for the operator. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}

/** ms, and how often a request is tried */
export interface HttpTiming {
  /** between the starts of two requests */
  readonly pace: number;
  /** for one try */
  readonly timeout: number;
  /** before the second try; doubled for each further one */
  readonly backoff: number;
  /** no server is waited for longer than this between two tries */
  readonly longestWait: number;
  readonly tries: number;
}

/** NCBI allows three requests a second and no two at once; the others no fewer. */
const HTTP_TIMING: HttpTiming = {
  pace: 350,
  timeout: 20_000,
  backoff: 1_000,
  longestWait: 60_000,
  tries: 3,
};

/** A request for JSON; `form` makes it a POST. */
export interface HttpRequest {
  readonly url: string;
  readonly form?: Readonly<Record<string, string>>;
}

/** Asks services one request at a time. */
export interface Http {
  /**
   * @param shape what the answer must look like
   * @throws ServiceError when the service is down, slow, limits for too long or answers something else
   */
  json<T>(request: HttpRequest, shape: z.ZodType<T>): Promise<T>;
}

/** bytes; the largest answer that a gene has is some megabytes */
const LARGEST_BODY = 30 * 1024 * 1024;

/** ms since any moment, and how they pass. */
export interface HttpClock {
  now(): number;
  wait(ms: number): Promise<void>;
}

const CLOCK: HttpClock = {
  now: () => Date.now(),
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

/** @param userAgent who asks, for the service's operators */
export function createHttp(
  userAgent: string,
  timing: HttpTiming = HTTP_TIMING,
  clock: HttpClock = CLOCK,
): Http {
  let nextStart = 0;
  const inTurn = async (): Promise<void> => {
    const now = clock.now();
    const start = Math.max(now, nextStart);
    nextStart = start + timing.pace;
    if (start > now) await clock.wait(start - now);
  };
  return {
    async json(request, shape) {
      const text = await withTries(
        async () => {
          await inTurn();
          return bodyOf(request, userAgent, timing.timeout);
        },
        timing,
        clock,
      );
      return read(text, shape);
    },
  };
}

/** A problem that may be over in a moment. @param after ms that the server asks to wait; null where it does not say */
class Passing extends Error {
  constructor(
    message: string,
    readonly after: number | null = null,
  ) {
    super(message);
  }
}

async function withTries<T>(once: () => Promise<T>, timing: HttpTiming, clock: HttpClock): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      const pause = error.after ?? timing.backoff * 2 ** (attempt - 1);
      if (attempt >= timing.tries || pause > timing.longestWait) throw new ServiceError(error.message);
      await clock.wait(pause);
    }
  }
}

async function bodyOf({ url, form }: HttpRequest, userAgent: string, timeout: number): Promise<string> {
  const headers = { accept: 'application/json', 'user-agent': userAgent };
  const post = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeout), ...post });
    checkStatus(response);
    const type = response.headers.get('content-type') ?? '';
    const text = await limited(response);
    if (/html/iu.test(type) || /^\s*</u.test(text))
      throw new Passing('it answers with a page instead of data');
    return text;
  } catch (error) {
    if (error instanceof Passing || error instanceof ServiceError) throw error;
    throw new Passing(
      isTimeout(error) ? `no answer within ${timeout / 1000} s` : `it cannot be reached${codeOf(error)}`,
    );
  }
}

function checkStatus({ status, headers, ok }: Response): void {
  if (ok) return;
  if (status === 429) throw new Passing('it asks to come back later (429)', retryAfter(headers));
  if (status >= 500) throw new Passing(`it is out of order (${status})`, retryAfter(headers));
  throw new ServiceError(`it refuses the request (${status})`);
}

/** Seconds, a fraction of them too, or a date (RFC 9110, 10.2.3), in ms from now. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

async function limited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new ServiceError('it sends more than a gene can have');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
}

function read<T>(text: string, shape: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ServiceError('its answer is not whole JSON');
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.') || 'its start';
  throw new ServiceError(`its answer has another form than expected, at ${path}`);
}
