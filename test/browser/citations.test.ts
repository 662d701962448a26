import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportReferences } from '../../src/citation/export.js';
import { il32 } from '../fixtures/records.js';
import { ask, choosePerson, chromiumForTests, messageWith, openPage } from './helpers.js';
import { type RealStage, setRealStage } from './real-stage.js';

/** The real bot's citations on the page: switch the style, download each file, share. */

const chromium = chromiumForTests();

describe.skipIf(chromium === undefined).each([
  ['a phone', 360, 740],
  ['a desk', 1280, 800],
])('citations on %s', (_where, width, height) => {
  let stage: RealStage;

  beforeAll(async () => {
    stage = await setRealStage(chromium ?? '');
  });
  afterAll(() => stage.close());

  async function choose(page: Page, option: string): Promise<void> {
    const menu = messageWith(page, 'Immunity').locator('button[aria-haspopup=listbox]');
    await menu.click();
    await page.getByRole('option', { name: option }).first().click();
  }

  test('the style changes in place, and every file downloads whole', async () => {
    const { page, problems, close } = await openPage(stage.browser, stage.discord.url, {
      user: 'ada',
      width,
      height,
    });
    const answer = await ask(page, '/il32 cite kim');
    await choose(page, 'APA 7');
    await answer.getByText('Kim, S. H., Han, S. Y.').waitFor();
    for (const [title, format, file] of [
      ['BibTeX', 'bibtex', 'kim-2005.bib'],
      ['RIS', 'ris', 'kim-2005.ris'],
      ['CSL-JSON', 'csl-json', 'kim-2005.json'],
    ] as const) {
      await choose(page, title);
      const link = answer.getByRole('link', { name: file });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe(file);
      const [reference] = il32.references.filter(({ id }) => id === 'kim-2005');
      const expected = exportReferences(reference === undefined ? [] : [reference], format, 'il32').content;
      expect(await readFile(await download.path(), 'utf8')).toBe(expected);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test('a private citation is shared to the channel with the name of who shared it', async () => {
    const { page, close } = await openPage(stage.browser, stage.discord.url, { user: 'ada', width, height });
    await ask(page, '/il32 cite reference:mabilleau private:true');
    await page.getByRole('button', { name: 'Share to channel' }).last().click();
    await messageWith(page, 'Shared by').waitFor();
    await choosePerson(page, 'ben');
    const shared = messageWith(page, 'Shared by');
    await shared.getByText('Interleukin-32 promotes osteoclast differentiation').first().waitFor();
    expect(await shared.getByText('@ada').count()).toBe(1);
    await close();
  });
});
