import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createCommands } from '../commands/index.js';
import type { CommandSet } from '../commands/types.js';
import { type BotConfig, type RunningBot, startBot } from './bot/bot.js';
import { summarise } from './bot/errors.js';
import { type HealthServer, serveHealth } from './bot/health.js';
import { createLogger } from './bot/log.js';
import { createMetrics, type Metrics } from './bot/metrics.js';
import { type Watched, watchRecords } from './bot/watch.js';
import { type CatalogueHandle, catalogueHandle } from './catalogue/handle.js';
import { discoverStyles } from './citation/styles.js';
import { CONFIG_VARIABLES, type Config, ConfigError, readConfig } from './config.js';
import { readEnvFile } from './env-file.js';
import { LIMITS } from './limits.js';
import { createPictures } from './picture/pictures.js';
import { dataFiles } from './record/files.js';
import { type ReadRecords, RecordError, recordsReader } from './record/load.js';
import { geneSymbol } from './record/words.js';
import { createIllustrator } from './reply/illustrate.js';
import { holdYoung, settleYoung } from './young.js';

/** Any text is a token for the embedded Discord; nobody else on this machine knows this one. */
const EMBEDDED_TOKEN = randomBytes(32).toString('base64url');
const PROXY_UNUSED = 'HTTPS_PROXY is set, but the bot does not use it: it needs a direct way to Discord';

/** Something that the operator has to put right; the message says how. */
class StartError extends Error {
  override readonly name = 'StartError';
}

/** Reads .env and the environment, and takes the bot's variables out: the Discord library reads some of them by itself. */
function takeConfig(): { config: Config; warning: string | null } {
  const { variables, warning } = readEnvFile('.env');
  const config = readConfig({ ...variables, ...process.env });
  for (const name of CONFIG_VARIABLES) delete process.env[name];
  return { config, warning };
}

interface Loaded {
  readonly commands: CommandSet;
  /** what the bot is called on the embedded Discord: the symbol of the first gene */
  readonly name: string;
}

function stylesFolder(records: string): string {
  return join(records, 'styles');
}

async function load(
  read: ReadRecords,
  folder: string,
  genes: CatalogueHandle,
  logger: Logger,
): Promise<Loaded> {
  const records = await read();
  if (records.length > LIMITS.geneCommands)
    logger.warn(
      { records: records.length, commands: LIMITS.geneCommands },
      'More records than Discord takes commands: the first have their own, the others are asked with /gene',
    );
  const styles = await discoverStyles(stylesFolder(folder));
  for (const problem of styles.problems) logger.warn({ problem }, 'A citation style cannot be used');
  const commands = createCommands(records, {
    styles,
    illustrate: createIllustrator(createPictures()),
    genes,
  });
  return { commands, name: records.map(geneSymbol)[0] ?? 'gene' };
}

interface Target {
  readonly bot: BotConfig;
  close(): Promise<void>;
}

/** Where the bot goes: Discord, or the embedded one where there is no token. */
async function findDiscord(config: Config, name: string, logger: Logger): Promise<Target> {
  const { token, guildId, apiUrl, shards } = config;
  if (token !== null) return { bot: { token, guildId, apiUrl, shards }, close: async () => undefined };
  const { startLocalDiscord } = await import('local-discord').catch((error: unknown) => {
    throw notInstalled(error);
  });
  const discord = await startLocalDiscord({ port: config.localPort }).catch((error: unknown) => {
    throw portTaken(error, 'LOCAL_PORT', config.localPort);
  });
  discord.addBot(EMBEDDED_TOKEN, { name });
  logger.info(`No DISCORD_TOKEN: this is the embedded Discord. Open ${discord.url}/ in a browser`);
  return {
    bot: { token: EMBEDDED_TOKEN, guildId: null, apiUrl: discord.apiUrl, shards },
    close: discord.close,
  };
}

/** An image for production has no local Discord. */
function notInstalled(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_MODULE_NOT_FOUND') return error;
  return new StartError(
    'There is no DISCORD_TOKEN, and the local Discord is not installed here. Set DISCORD_TOKEN, or run "npm ci && npm start" in the source of the bot to try it without one.',
  );
}

async function startHealth(
  port: number | null,
  metrics: Metrics | null,
  bot: RunningBot,
  logger: Logger,
): Promise<HealthServer | null> {
  if (port === null || metrics === null) return null;
  const server = await serveHealth(port, bot.health, metrics).catch((error: unknown) => {
    throw portTaken(error, 'HEALTH_PORT', port);
  });
  logger.info(`Health is at http://127.0.0.1:${server.port}/healthz`);
  return server;
}

function portTaken(error: unknown, variable: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(`${variable}: port ${port} is in use. Choose another one.`);
  if (code === 'EACCES')
    return new StartError(`${variable}: port ${port} may not be used. Choose one above 1023.`);
  return error;
}

/** What nobody caught goes to the log without its message: the Discord library's errors carry interaction tokens. */
function logTheUncaught(logger: Logger): void {
  process.on('unhandledRejection', (error) => logger.error(summarise(error), 'Something was not handled'));
  process.on('uncaughtException', (error) => {
    logger.fatal(summarise(error), 'The bot has to end; please report this');
    process.exit(1);
  });
}

/** The files that are read again when they change. */
function watched(folder: string, genes: CatalogueHandle): Watched {
  const styles = stylesFolder(folder);
  const none = (): string[] => [];
  return {
    folders: [folder, styles, dirname(genes.file)],
    files: async () => {
      const [records, csl] = [dataFiles(folder, '.json').catch(none), dataFiles(styles, '.csl').catch(none)];
      return [...(await records), ...(await csl), ...(genes.isThere() ? [genes.file] : [])];
    },
  };
}

async function readGenes(genes: CatalogueHandle, logger: Logger): Promise<void> {
  const problem = await genes.read();
  if (problem !== null) logger.warn({ problem }, 'The catalogue of human genes cannot be used');
}

/**
 * Loads what questions need a step at a time, so that whatever arrives meanwhile waits for one step at most. Without it the first
 * question would wait for all of it.
 */
async function loadTables(commands: CommandSet, stop: AbortSignal): Promise<void> {
  for (const _step of commands.prepare()) {
    settleYoung();
    await turn();
    if (stop.aborted) return;
  }
  holdYoung();
}

/** Runs the bot until it is told to stop. @returns the exit code */
async function run(config: Config, logger: Logger, stop: AbortSignal): Promise<number> {
  if (stop.aborted) return 0;
  const read = recordsReader(config.recordsDir);
  const genes = catalogueHandle(config.recordsDir);
  const { commands, name } = await load(read, config.recordsDir, genes, logger);
  const target = await findDiscord(config, name, logger);
  const metrics = config.healthPort === null ? null : await createMetrics();
  if (stop.aborted) return 0;
  const bot = startBot({
    config: target.bot,
    commands,
    logger,
    ...(metrics === null ? {} : { observe: metrics.observe }),
  });
  stop.addEventListener('abort', () => void bot.stop());
  const health = await startHealth(config.healthPort, metrics, bot, logger);
  void bot.registered.then(() => loadTables(commands, stop));
  // the names of other genes can wait until the bot answers
  void bot.ready.then(() => readGenes(genes, logger));
  const reload = async () => {
    const loaded = await load(read, config.recordsDir, genes, logger);
    await bot.replaceCommands(loaded.commands);
    await loadTables(loaded.commands, stop);
    await readGenes(genes, logger);
  };
  const watch = await watchRecords(watched(config.recordsDir, genes), reload, logger);
  const advice = await bot.ended;
  await bot.stop();
  watch.close();
  await health?.close();
  await target.close();
  if (advice === null) logger.info('Stopped');
  else logger.fatal(advice);
  return advice === null ? 0 : 1;
}

/**
 * The whole program, from reading the configuration to the last goodbye.
 * @param stop aborts when the process is told to end
 * @returns the exit code
 */
export async function main(stop: AbortSignal): Promise<number> {
  try {
    const { config, warning } = takeConfig();
    const secrets = config.token === null ? [] : [config.token];
    const logger = await createLogger({ level: config.logLevel, secrets });
    logTheUncaught(logger);
    if (warning !== null) logger.warn(warning);
    if (process.env['HTTPS_PROXY'] || process.env['https_proxy']) logger.warn(PROXY_UNUSED);
    return await run(config, logger, stop);
  } catch (error) {
    const known = error instanceof ConfigError || error instanceof RecordError || error instanceof StartError;
    console.error(known ? error.message : JSON.stringify(summarise(error)));
    return 1;
  }
}
