import pino, { type DestinationStream, type Logger } from 'pino';
import { standardOutputSink } from './log-sink.js';

/** At the top alone: nothing that is logged is nested, and a look at every depth costs more than the whole line. */
const REDACTED_KEYS = ['token', 'authorization', 'content', 'text', 'url', 'headers', 'body', 'err'];

/** What a logger needs to know. */
export interface LogOptions {
  readonly level: string;
  /** strings that must never appear, such as the bot's token */
  readonly secrets: readonly string[];
  /** where lines go; default: standard output, coloured in a terminal */
  readonly destination?: DestinationStream;
}

/**
 * Makes the logger: one JSON line each, readable colours in a terminal.
 * Keys that could carry a token or somebody's words are cut, and the known secrets are cut from every finished line.
 */
export async function createLogger(options: LogOptions): Promise<Logger> {
  const destination = options.destination ?? (await standardOutput());
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED_KEYS, censor: '[redacted]' },
    },
    withoutSecrets(destination, options.secrets),
  );
}

async function standardOutput(): Promise<DestinationStream> {
  if (!process.stdout.isTTY) return standardOutputSink(lostLine);
  const { default: pretty } = await import('pino-pretty');
  return pretty({ sync: true, singleLine: true, translateTime: 'SYS:HH:MM:ss' });
}

/** In the form of every other line. */
function lostLine(lines: number): string {
  const msg = 'Lines of this log are missing: nobody read it, or its disk was full';
  return `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), lines, msg })}\n`;
}

function withoutSecrets(destination: DestinationStream, secrets: readonly string[]): DestinationStream {
  const hidden = secrets.filter((secret) => secret.length >= 8);
  if (hidden.length === 0) return destination;
  return {
    write: (line) => {
      destination.write(hidden.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line));
    },
  };
}
