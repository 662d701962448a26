import { randomUUID } from 'node:crypto';
import type { OutgoingFile } from './body.js';

/** A body as it goes over the wire, and the type that says how to read it. */
export interface Encoded {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** JSON, or JSON and files in several parts (reference, "Uploading Files"). */
export function encode(payload: unknown, files: readonly OutgoingFile[]): Encoded {
  const json = JSON.stringify(payload);
  return files.length === 0 ? { type: 'application/json', body: json } : inParts(json, files);
}

function inParts(json: string, files: readonly OutgoingFile[]): Encoded {
  const boundary = randomUUID();
  const part = (name: string, type: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name=${name}\r\nContent-Type: ${type}\r\n\r\n`;
  const parts = files.flatMap(({ name, data }, index) => [
    part(`"files[${index}]"; filename="${quotable(name)}"`, typeOf(name)),
    data,
    '\r\n',
  ]);
  const all = [part('"payload_json"', 'application/json'), json, '\r\n', ...parts, `--${boundary}--\r\n`];
  const bytes = all.map((each) => (typeof each === 'string' ? Buffer.from(each) : each));
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(bytes) };
}

function typeOf(name: string): string {
  return name.endsWith('.png') ? 'image/png' : 'application/octet-stream';
}

/** What would end a name in quotes (the HTML standard, "multipart/form-data encoding"). */
function quotable(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}
