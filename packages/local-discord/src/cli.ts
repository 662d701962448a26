#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startLocalDiscord } from './local-discord.js';

const DEFAULT_PORT = 3232;

const HELP = `Usage: local-discord [--port PORT]

Starts a Discord on this machine for bots under development: REST, gateway and a page to talk to them.

  --port PORT   the port to listen on, 0 for any free one (default: LOCAL_PORT, or ${DEFAULT_PORT})
  --help        this text`;

/** What to say instead of starting; the process then ends with 1. */
class StartRefusal extends Error {}

/** Where a port is given: a bad one is named by it. */
interface GivenPort {
  readonly source: '--port' | 'LOCAL_PORT';
  readonly value: string;
}

function portOf({ source, value }: GivenPort): number {
  if (value === '') return DEFAULT_PORT;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new StartRefusal(`${source} must be a number from 0 to 65535, not "${value}".`);
}

function argumentsOf(args: readonly string[]): { port?: string | undefined; help?: boolean | undefined } {
  try {
    const options = { port: { type: 'string' }, help: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new StartRefusal(`${sentence}. Try --help.`);
  }
}

function refusalOf(error: unknown, port: number, source: string): StartRefusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const advise = (free: number) => (source === '--port' ? `--port ${free}` : `LOCAL_PORT=${free}`);
  if (code === 'EADDRINUSE')
    return new StartRefusal(
      `Port ${port} is already in use. Choose a free one, such as ${advise(port + 1)}, or 0 for any.`,
    );
  if (code === 'EACCES')
    return new StartRefusal(
      `Port ${port} may not be used. Choose one above 1023, such as ${advise(DEFAULT_PORT)}.`,
    );
  return new StartRefusal(error instanceof Error ? error.message : String(error));
}

async function start(given: GivenPort): Promise<void> {
  const port = portOf(given);
  const discord = await startLocalDiscord({ port }).catch((error: unknown) => {
    throw refusalOf(error, port, given.source);
  });
  console.log(`The local Discord is at ${discord.url}`);
  console.log(`A bot joins it with ${discord.apiUrl} as its API address and any word as its token`);
  console.log(`(discord.js: new Client({ rest: { api: '${discord.apiUrl}' } })). Ctrl+C stops it.`);
  const stop = () => void discord.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Takes what `.env` in this folder says, where there is one; the environment itself goes first. */
function readEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch {
    // There is none.
  }
}

async function run(): Promise<void> {
  const { port, help } = argumentsOf(process.argv.slice(2));
  if (help === true) console.log(HELP);
  else if (port !== undefined) await start({ source: '--port', value: port.trim() });
  else {
    readEnvFile();
    await start({ source: 'LOCAL_PORT', value: process.env['LOCAL_PORT']?.trim() ?? '' });
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error);
  process.exitCode = 1;
});
