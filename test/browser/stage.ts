import type { Client } from 'discord.js';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import type { Browser } from 'playwright-core';
import { startTestBot } from './bot.js';
import { buildPage, launchBrowser } from './helpers.js';

/** A local Discord with its built page, a stock bot on it, and a browser to look at it. */
export interface Stage {
  discord: LocalDiscord;
  bot: Client<true>;
  browser: Browser;
  close: () => Promise<void>;
}

/** Sets the stage for one test file. @param executablePath of Chromium */
export async function setStage(executablePath: string): Promise<Stage> {
  const built = await buildPage();
  const discord = await startLocalDiscord({ pageDir: built.folder });
  discord.addBot('demo', { name: 'Demo' });
  const [bot, browser] = await Promise.all([
    startTestBot(discord.apiUrl, 'demo'),
    launchBrowser(executablePath),
  ]);
  return {
    discord,
    bot,
    browser,
    async close() {
      await browser.close();
      await bot.destroy();
      await discord.close();
      await built.remove();
    },
  };
}
