import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  chooseChannel,
  chromiumForTests,
  composer,
  messageWith,
  type OpenPage,
  openPage,
  suggestions,
  typeAndSend,
} from './helpers.js';
import { type Stage, setStage } from './stage.js';

const chromium = chromiumForTests();

interface Finding {
  id: string;
  nodes: string[];
}

const audit = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) })))`;

async function findings(page: Page): Promise<Finding[]> {
  await page.evaluate(axe.source);
  return page.evaluate<Finding[]>(audit);
}

const overflow = `[document.documentElement, document.getElementById('scroller'), document.getElementById('log')]
  .map((element) => element.scrollWidth - element.clientWidth)`;

describe.skipIf(!chromium)('the look of the page', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(chromium ?? '');
    const ada = stage.discord.person('ada');
    await ada.say(`A long word: ${'ENSG00000008517'.repeat(20)} and \`${'code'.repeat(60)}\``);
    for (const name of ['rich', 'files', 'press', 'secret']) await ada.run(`/demo ${name}`);
  });
  afterAll(() => stage.close());

  async function withPage(
    look: Parameters<typeof openPage>[2],
    use: (open: OpenPage) => Promise<void>,
  ): Promise<void> {
    const open = await openPage(stage.browser, stage.discord.url, look);
    await use(open);
    await open.close();
    expect(open.problems).toEqual([]);
  }

  it.each([360, 1280])('fits %i pixels without scrolling sideways', async (width) => {
    await withPage({ width, height: 740 }, async ({ page }) => {
      await messageWith(page, 'A secret').waitFor();
      expect(await page.evaluate(overflow)).toEqual([0, 0, 0]);
      await page.keyboard.type('/demo ');
      await suggestions(page).first().waitFor();
      expect(await page.evaluate(overflow)).toEqual([0, 0, 0]);
      for (const part of [
        composer(page),
        page.getByRole('button', { name: /choose a person$/ }),
        page.getByRole('button', { name: /theme$/ }),
      ]) {
        const box = await part.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      }
    });
  });

  it('wraps code and what options mean instead of cutting them', async () => {
    await withPage({ width: 360, height: 740 }, async ({ page }) => {
      const cut = (selector: string) =>
        page.evaluate<number[]>(
          `[...document.querySelectorAll('${selector}')].map((one) => one.scrollWidth - one.clientWidth)`,
        );
      await stage.discord.people.say('ada', `\`\`\`\n${'Kim SH, Han SY, Azam T. '.repeat(8)}\n\`\`\``);
      await messageWith(page, 'Kim SH').waitFor();
      expect(new Set(await cut('.code-block'))).toEqual(new Set([0]));
      await page.keyboard.type('/demo echo text:x');
      await page.getByText('text: What to say').waitFor();
      expect(await cut('.hint-detail')).toEqual([0]);
      const detail = page.locator('.hint-detail');
      await detail.evaluate('(one) => { one.textContent = "many words ".repeat(12); }');
      expect(await cut('.hint-detail')).toEqual([0]);
    });
  });

  it('puts inline fields side by side where there is room, and below each other on a phone', async () => {
    const tops = (page: Page) =>
      page.evaluate<number[]>(
        '[...document.querySelectorAll(".embed .columns-3 .embed-field")].map((field) => field.getBoundingClientRect().top)',
      );
    await withPage({ width: 1280 }, async ({ page }) => expect(new Set(await tops(page)).size).toBe(1));
    await withPage({ width: 360, height: 740 }, async ({ page }) =>
      expect(new Set(await tops(page)).size).toBe(3),
    );
  });

  it('can be used on a phone: channel chooser, command, menu', async () => {
    await withPage({ width: 360, height: 740, touch: true }, async ({ page }) => {
      await chooseChannel(page, 'general');
      await expect.poll(() => composer(page).getAttribute('placeholder')).toBe('Message #general');
      const answer = await ask(page, '/demo echo small');
      await answer.getByRole('button', { name: 'More' }).tap();
      await page.getByRole('menuitem', { name: 'Reply' }).tap();
      await typeAndSend(page, 'thanks');
      await messageWith(page, 'thanks').waitFor();
    });
  });

  it('follows the theme of the system until one is chosen, which is kept', async () => {
    const background = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const seen: unknown[] = [];
    await withPage({ theme: 'light' }, async ({ page }) => {
      seen.push(await background(page));
      await page.getByRole('button', { name: 'Use the dark theme' }).click();
      seen.push(await background(page));
      await page.reload();
      await page.getByRole('button', { name: 'Use the light theme' }).waitFor();
      seen.push(await background(page));
    });
    await withPage({ theme: 'dark' }, async ({ page }) => {
      seen.push(await background(page));
    });
    expect(seen).toEqual(['rgb(255, 255, 255)', 'rgb(29, 32, 39)', 'rgb(29, 32, 39)', 'rgb(29, 32, 39)']);
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility fault that axe finds, in the %s theme',
    async (theme) => {
      await withPage({ theme }, async ({ page }) => {
        await messageWith(page, 'A secret').waitFor();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.type('/demo echo ta');
        await suggestions(page).first().waitFor();
        await page.keyboard.press('ArrowDown');
        expect(await findings(page)).toEqual([]);
      });
    },
  );

  it('has no accessibility fault in its menus and forms', async () => {
    await withPage({ width: 360, height: 740 }, async ({ page }) => {
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Choose some' }).click();
      await page.getByRole('listbox').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await typeAndSend(page, '/demo form');
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });

  it('writes Greek letters in the shipped font and asks no other host for anything', async () => {
    await withPage({}, async ({ page }) => {
      await messageWith(page, 'IL-32α').waitFor();
      const greek = `document.fonts.ready.then(() =>
        [...document.fonts].filter((face) => face.status === 'loaded' && face.unicodeRange.includes('U+3A3-3FF')).map((face) => face.family))`;
      expect(await page.evaluate(greek)).toEqual(['Inter']);
    });
  });

  it('has a policy that forbids everything but its own files', async () => {
    await withPage({}, async ({ page }) => {
      const response = await page.reload();
      expect(response?.headers()['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'/,
      );
      expect(await page.locator('script:not([src]), style').count()).toBe(0);
    });
  });

  it('keeps at most 200 messages', async () => {
    const ben = stage.discord.person('ben');
    const [, general = ''] = stage.discord.state.guilds[0]?.channelIds ?? [];
    for (let index = 0; index < 205; index += 1) await ben.say(`number ${index}`, { channelId: general });
    await withPage({ channel: general }, async ({ page }) => {
      await messageWith(page, 'number 204').waitFor();
      expect(await page.locator('article.message').count()).toBe(200);
      await ben.say('one more', { channelId: general });
      await messageWith(page, 'one more').waitFor();
      expect(await page.locator('article.message').count()).toBe(200);
      expect(await page.locator('article.message').first().locator('.author').textContent()).toBe('ben');
    });
  });
});
