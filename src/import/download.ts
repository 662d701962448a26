import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** A file that could not be fetched; the message says why and what to do. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/** How far a download is, in bytes; `total` null where the server does not say. */
export type OnProgress = (done: number, total: number | null) => void;

export interface DownloadOptions {
  readonly onProgress?: OnProgress;
  /** who asks, for the server's operators */
  readonly userAgent: string;
  /** ms without a byte after which a try ends */
  readonly stall?: number;
  /** ms before the second try; doubled for the third */
  readonly pause?: number;
}

const TRIES = 3;
const STALL_MS = 30_000;
const PAUSE_MS = 1_000;
/** The complete set has 16 MB; a server that sends more than this sends something else. */
const LARGEST = 200 * 1024 * 1024;

/** What tells whether the rest of a file belongs to the part that is there. */
const mark = z.object({ url: z.string(), validator: z.string() });

/**
 * Fetches a file. What is interrupted stays beside it (`.part`) and is gone on with the next time, where the server allows that and has
 * still the same file; otherwise it starts over.
 * @param file where the whole file is put
 * @throws DownloadError when it cannot be had
 */
export async function download(url: string, file: string, options: DownloadOptions): Promise<void> {
  let problem = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await wait((options.pause ?? PAUSE_MS) * attempt);
    try {
      await tryOnce(url, file, options);
      return;
    } catch (error) {
      if (error instanceof DownloadError) throw error;
      problem = reason(error);
    }
  }
  throw new DownloadError(
    `${url} could not be fetched (${problem}). Run the command again to go on from there.`,
  );
}

async function tryOnce(url: string, part: string, options: DownloadOptions): Promise<void> {
  const known = await knownPart(url, part);
  const stalled = new AbortController();
  const timer = setTimeout(
    () => stalled.abort(new Error('the server sends nothing')),
    options.stall ?? STALL_MS,
  );
  try {
    const response = await fetch(url, { headers: headersFor(known, options), signal: stalled.signal });
    if (response.status === 416) await rm(part, { force: true });
    if (!response.ok) throw statusProblem(url, response.status);
    if (response.body === null) throw new Error('an empty answer');
    const from = response.status === 206 ? (known?.size ?? 0) : 0;
    await keepMark(url, part, response.headers);
    const total = totalOf(response.headers, from);
    await keepBytes(counting(response.body, from, total, options, timer), part, from);
    const { size } = await stat(part);
    if (total !== null && size !== total) throw new Error(`${size} of ${total} bytes came`);
    await rm(markFile(part), { force: true });
  } finally {
    clearTimeout(timer);
  }
}

interface KnownPart {
  readonly size: number;
  readonly validator: string;
}

function markFile(part: string): string {
  return `${part}.json`;
}

async function knownPart(url: string, part: string): Promise<KnownPart | null> {
  try {
    const { size } = await stat(part);
    const parsed = mark.parse(JSON.parse(await readFile(markFile(part), 'utf8')));
    return parsed.url === url && size > 0 ? { size, validator: parsed.validator } : null;
  } catch {
    return null;
  }
}

async function keepMark(url: string, part: string, headers: Headers): Promise<void> {
  const etag = headers.get('etag');
  const validator = etag !== null && !etag.startsWith('W/') ? etag : headers.get('last-modified');
  if (validator === null) await rm(markFile(part), { force: true });
  else await writeFile(markFile(part), JSON.stringify({ url, validator }));
}

/** No compression: lengths and ranges are then those of the file. */
function headersFor(known: KnownPart | null, { userAgent }: DownloadOptions): Record<string, string> {
  const plain = { 'user-agent': userAgent, 'accept-encoding': 'identity' };
  return known === null ? plain : { ...plain, range: `bytes=${known.size}-`, 'if-range': known.validator };
}

function totalOf(headers: Headers, from: number): number | null {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && headers.get('content-encoding') === null ? from + length : null;
}

/** Written as they come: what has come stays when the connection breaks. */
async function keepBytes(bytes: AsyncIterable<Uint8Array>, part: string, from: number): Promise<void> {
  const handle = await open(part, from > 0 ? 'a' : 'w');
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}

async function* counting(
  body: AsyncIterable<Uint8Array>,
  from: number,
  total: number | null,
  { onProgress }: DownloadOptions,
  timer: NodeJS.Timeout,
): AsyncGenerator<Uint8Array> {
  let done = from;
  onProgress?.(done, total);
  for await (const chunk of body) {
    timer.refresh();
    done += chunk.length;
    if (done > LARGEST)
      throw new DownloadError('The server sends more than such a file can have. Is the address right?');
    onProgress?.(done, total);
    yield chunk;
  }
}

/** What the client did wrong stays wrong; the rest may be over in a moment. */
function statusProblem(url: string, status: number): Error {
  const isLasting = status >= 400 && status < 500 && status !== 408 && status !== 416 && status !== 429;
  return isLasting
    ? new DownloadError(`${url} answers ${status}. Is the address right?`)
    : new Error(`the server answers ${status}`);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = error.cause instanceof Error && 'code' in error.cause ? `, ${String(error.cause.code)}` : '';
  return `${error.message}${code}`;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
