import type { IncomingMessage } from 'node:http';
import { refusals } from '../rules/api-error.js';
import type { IncomingFile } from '../world/compose-message.js';

/** A request's content: JSON, and the files of a multipart one. */
export interface Content {
  readonly json: unknown;
  readonly files: readonly IncomingFile[];
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

/** Reads JSON. Throws ApiError 50109 (400) when it is none. */
export function parseJson(source: string): unknown {
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

async function readForm(bytes: Buffer, contentType: string): Promise<Content> {
  const form = await parseForm(bytes, contentType);
  const files: IncomingFile[] = [];
  let json: unknown = {};
  for (const [key, value] of form) {
    if (typeof value === 'string') {
      if (key === 'payload_json') json = parseJson(value);
      continue;
    }
    const index = /^files\[(\d+)\]$/.exec(key)?.[1] ?? String(files.length);
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ index, filename: value.name, contentType: mediaType(value), bytes: content });
  }
  return { json, files };
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

/** Reads what a bot sends: nothing, JSON or multipart. Throws an ApiError for anything else. */
export async function readContent(request: IncomingMessage, limit: number): Promise<Content> {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { json: parseJson(bytes.toString('utf8')), files: [] };
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  throw refusals.invalidContentType();
}
