#!/usr/bin/env node
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { startLocalDiscord } from './local-discord.js';

const DEFAULT_PORT = 3232;

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port <= 65_535);

/** What to say instead of starting; the process then ends with 1. */
class StartRefusal extends Error {}

/**
 * The port to listen on.
 * @param value LOCAL_PORT as given; empty or absent: 3232
 * @throws a StartRefusal for anything that is no port
 */
function portOf(value: string | undefined): number {
  if (value === undefined || value.trim() === '') return DEFAULT_PORT;
  const port = portSchema.safeParse(value.trim());
  if (!port.success) throw new StartRefusal(`LOCAL_PORT must be a number from 0 to 65535, not "${value}".`);
  return port.data;
}

function refusalOf(error: unknown, port: number): StartRefusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartRefusal(
      `Port ${port} is already in use. Set LOCAL_PORT to a free one, such as LOCAL_PORT=${port + 1}.`,
    );
  }
  if (code === 'EACCES')
    return new StartRefusal(`Port ${port} may not be used. Set LOCAL_PORT to one above 1023.`);
  return new StartRefusal(error instanceof Error ? error.message : String(error));
}

async function start(): Promise<void> {
  readDotenv({ quiet: true });
  const port = portOf(process.env['LOCAL_PORT']);
  const discord = await startLocalDiscord({ port }).catch((error: unknown) => {
    throw refusalOf(error, port);
  });
  console.log(`The local Discord is at ${discord.url}`);
  console.log(`A bot joins it with DISCORD_API_URL=${discord.apiUrl} and any text as DISCORD_TOKEN`);
  console.log(`(discord.js: new Client({ rest: { api: '${discord.apiUrl}' } })). Ctrl+C stops it.`);
  const stop = () => void discord.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error);
  process.exitCode = 1;
});
