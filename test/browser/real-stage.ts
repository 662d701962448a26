import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import pino from 'pino';
import type { Browser } from 'playwright-core';
import { createCommands } from '../../commands/index.js';
import { startBot } from '../../src/bot/bot.js';
import { discoverStyles } from '../../src/citation/styles.js';
import { packagePath } from '../../src/package-path.js';
import { createPictures } from '../../src/picture/pictures.js';
import { loadRecords } from '../../src/record/load.js';
import { createIllustrator } from '../../src/reply/illustrate.js';
import { buildPage, launchBrowser } from './helpers.js';

const TOKEN = 'the-real-bot-on-the-page';

/** The real bot with the project's records on the page of a local Discord, and a Chromium to look at it. */
export interface RealStage {
  readonly discord: LocalDiscord;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** @param executablePath of Chromium */
export async function setRealStage(executablePath: string): Promise<RealStage> {
  const page = await buildPage();
  const discord = await startLocalDiscord({ pageDir: page.folder });
  discord.addBot(TOKEN, { name: 'IL32' });
  const styles = await discoverStyles(packagePath('data', 'styles'));
  const bot = startBot({
    config: { token: TOKEN, guildId: null, apiUrl: discord.apiUrl, shards: 'auto' },
    commands: createCommands(await loadRecords(packagePath('data')), {
      styles,
      illustrate: createIllustrator(createPictures()),
    }),
    logger: pino({ level: 'silent' }),
  });
  await bot.registered;
  const browser = await launchBrowser(executablePath);
  return {
    discord,
    browser,
    async close() {
      await browser.close();
      await bot.stop();
      await discord.close();
      await page.remove();
    },
  };
}
