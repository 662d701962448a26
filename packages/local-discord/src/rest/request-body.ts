import type { IncomingMessage } from 'node:http';
import { refusals } from '../rules/api-error.js';
import { OURS } from '../rules/discord-limits.js';
import type { IncomingFile } from '../world/compose-message.js';

/** A request's content: JSON, and the files of a multipart one. */
export interface Content {
  readonly json: unknown;
  readonly files: readonly IncomingFile[];
  /** how long the JSON was */
  readonly jsonBytes: number;
}

/** No content at all. */
export const NO_CONTENT: Content = { json: undefined, files: [], jsonBytes: 0 };

/** How large a request may be, and the JSON in it. */
export interface ContentLimits {
  readonly bytes: number;
  readonly jsonBytes: number;
}

/**
 * Reads a request's body.
 * @param limit in bytes
 * @throws ApiError 40005 (413) beyond the limit
 */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw refusals.tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit) throw refusals.tooLarge();
    chunks.push(bytes);
  }
  return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

/** Reads JSON. Throws ApiError 50109 (400) when it is none, or nested deeper than anything that Discord knows. */
export function parseJson(source: string): unknown {
  const value = parsed(source);
  if (isDeeperThan(value, OURS.jsonDepthMax)) throw refusals.invalidJson();
  return value;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw refusals.invalidJson();
  }
}

async function parseForm(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw refusals.invalidContentType();
  }
}

function readJson(source: string, limit: number): Pick<Content, 'json' | 'jsonBytes'> {
  if (source.length > limit) throw refusals.tooLarge();
  return { json: parseJson(source), jsonBytes: source.length };
}

async function readForm(bytes: Buffer, contentType: string, limit: number): Promise<Content> {
  const form = await parseForm(bytes, contentType);
  const files: IncomingFile[] = [];
  let json: Pick<Content, 'json' | 'jsonBytes'> = { json: {}, jsonBytes: 0 };
  for (const [key, value] of form) {
    if (typeof value === 'string') {
      if (key === 'payload_json') json = readJson(value, limit);
      continue;
    }
    const index = /^files\[(\d+)\]$/.exec(key)?.[1] ?? String(files.length);
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ index, filename: value.name, contentType: mediaType(value), bytes: content });
  }
  return { ...json, files };
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
};

function mediaType(file: File): string {
  if (file.type !== '' && file.type !== 'application/octet-stream') return file.type;
  return TYPES[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Reads what a bot sends: nothing, JSON or multipart. Throws an ApiError for anything else, and beyond the limits. */
export async function readContent(request: IncomingMessage, limits: ContentLimits): Promise<Content> {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const bytes = await readBytes(request, isForm ? limits.bytes : limits.jsonBytes);
  if (bytes.length === 0) return NO_CONTENT;
  if (isForm) return readForm(bytes, type, limits.jsonBytes);
  if (!type.startsWith('application/json')) throw refusals.invalidContentType();
  return { ...readJson(bytes.toString('utf8'), limits.jsonBytes), files: [] };
}
