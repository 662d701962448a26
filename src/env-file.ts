import { readFileSync, statSync } from 'node:fs';
import { parse } from 'dotenv';
import { ConfigError } from './config.js';

/** What a `.env` file sets. */
export interface EnvFile {
  readonly variables: Readonly<Record<string, string>>;
  /** a line for the log when the file is not kept as a secret should be; else null */
  readonly warning: string | null;
}

const OTHERS = 0o077;

/**
 * Reads a `.env` file; one that is not there sets nothing.
 * @throws ConfigError with one line when it cannot be read or is not UTF-8: what stands in it would go unnoticed
 */
export function readEnvFile(path: string): EnvFile {
  const bytes = contentOf(path);
  if (bytes === null) return { variables: {}, warning: null };
  const variables = parse(textOf(bytes, path));
  return { variables, warning: variables['DISCORD_TOKEN'] ? warningOf(path) : null };
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    if (code === 'ENOENT') return null;
    throw new ConfigError(`${path} cannot be read (${String(code)}).`);
  }
}

/** Editors on Windows save UTF-16 at times. Its zeros are UTF-8 as well, but nobody means them. */
function textOf(bytes: Buffer, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new ConfigError(`${path} is not UTF-8 text. Save it again with the encoding UTF-8.`);
}

function warningOf(path: string): string | null {
  // Windows has no such modes.
  if (process.platform === 'win32') return null;
  const mode = statSync(path).mode & 0o777;
  if ((mode & OTHERS) === 0) return null;
  return `${path} holds the bot's token and is open to other users of this machine (mode ${mode.toString(8)}): chmod 600 ${path}`;
}
