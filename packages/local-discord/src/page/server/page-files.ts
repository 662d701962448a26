import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { World } from '../../world/world.js';
import { FILE_POLICY, PAGE_POLICY, SECURITY_HEADERS, sendJson } from './headers.js';

const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

const PLAIN_NAME = /^[a-z0-9][a-z0-9._-]*$/i;

/**
 * Sends one file of the built page. Only plain names in the page's own folder are served.
 * @param pageDir folder of the built page
 */
export async function sendPageFile(response: ServerResponse, pageDir: string, name: string): Promise<void> {
  const type = PAGE_TYPES[extname(name)];
  const content =
    PLAIN_NAME.test(name) && type !== undefined
      ? await readFile(join(pageDir, name)).catch(() => undefined)
      : undefined;
  if (content === undefined || type === undefined) {
    sendJson(response, 404, { message: 'There is no such file' });
    return;
  }
  const headers = { ...SECURITY_HEADERS, 'content-security-policy': PAGE_POLICY, 'content-type': type };
  response.writeHead(200, headers).end(content);
}

/** Pictures that may be shown in place: none of them can run anything. */
const INLINE = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Sends an uploaded file: pictures in place, everything else as a download. */
export function sendUpload(world: World, response: ServerResponse, id: string, filename: string): void {
  const file = world.files.get(id);
  if (file === undefined || file.filename !== filename) {
    sendJson(response, 404, { message: 'There is no such file' });
    return;
  }
  const inline = INLINE.includes(file.contentType);
  const type = inline || file.contentType.startsWith('text/') ? file.contentType : 'application/octet-stream';
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'content-type': type.startsWith('text/') ? 'text/plain; charset=utf-8' : type,
    'content-length': file.bytes.length,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename)}`,
  });
  response.end(file.bytes);
}
