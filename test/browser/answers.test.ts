import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, chromiumForTests, messageWith, openPage, typeAndSend } from './helpers.js';
import { type RealStage, setRealStage } from './real-stage.js';

/** The real bot's answers as people see them: whole, each fact once, on a phone too, and with the keyboard alone. */

const chromium = chromiumForTests();
const PHONE = { width: 360, height: 740 };
const PHONE_SCREEN = 740;

/** One line for each kind of answer, and the facts in it that may stand there once only. */
const ANSWERS: readonly (readonly [line: string, facts: readonly string[]])[] = [
  ['/il32 alias taif-b', ['TAIFb', 'NK4', 'IL-32gamma']],
  ['/il32 alias', ['Interleukin 32', 'NK4', 'IL-32gamma']],
  ['/il32 id uniport', ['P24001']],
  ['/il32 id', ['ENSG00000008517', 'NM_001012631', 'P24001', '606001']],
  ['/il32 id nm_001012631.4', ['".4"', 'Interleukin 32']],
  [
    '/il32 ask does IL-32 activate osteoclasts?',
    ['Sabokbar 2009.', 'does not support osteoclast activation'],
  ],
  ['/il32 function macrophag', ['makes macrophages produce', 'such as monocytes']],
  ['/il32 function', ['pro-inflammatory', 'RGD', 'mitogens', 'Mabilleau']],
  ['/il32 cite', ['Dinarello', 'Mabilleau', '15664165', 'PMC2613539']],
  ['/il32 cite kim 2005', ['Dinarello', '10.1016/j.immuni.2004.12.003', '15664165', 'Vancouver']],
  ['/il32 cite reference:kim style:apa', ['Dinarello', '10.1016/j.immuni.2004.12.003', '15664165', 'APA']],
  ['/il32 cite reference:kim style:bibtex', ['Dinarello', '10.1016/j.immuni.2004.12.003', '15664165']],
  ['/il32 locate', ['16p13.3', '3.12', 'chromosome 16', 'GRCh37', 'hg19']],
  ['/il32 card species:mouse', ['NCBI Gene', 'Ensembl', 'no counterpart']],
  ['/il32 card', ['ENSG00000008517', 'pro-inflammatory', '3.12', 'Kim et al. 2005']],
  ['/il32 help', ['private', 'guess', 'NK4']],
  ['/il32 alias IL33', ['IL33']],
  ['/il32 ask which antibody works for western blot?', ['antibodies', 'says nothing about']],
];

/** What is wider than its box and cut there, or made to scroll. */
const cut = `[...document.querySelectorAll('article.message:last-of-type *')]
  .filter((one) => !one.classList.contains('visually-hidden') && getComputedStyle(one).overflowX !== 'visible')
  .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth)
  .map((one) => one.className + ': ' + one.textContent.slice(0, 40))`;

const overflow = `[document.documentElement, document.getElementById('scroller'), document.getElementById('log')]
  .map((element) => element.scrollWidth - element.clientWidth)`;

/** What the answer says, without the line above it that repeats what was typed. */
async function said(answer: Locator): Promise<string> {
  const parts = [answer.locator('.embed'), answer.locator('button'), answer.locator('a.button')];
  return (await Promise.all(parts.map((part) => part.allInnerTexts()))).flat().join('\n');
}

describe.skipIf(chromium === undefined)('answers on the page', () => {
  let stage: RealStage;

  beforeAll(async () => {
    stage = await setRealStage(chromium ?? '');
  });
  afterAll(() => stage.close());

  test('on a phone nothing is cut, nothing scrolls sideways, and no fact stands there twice', async () => {
    const { page, problems, close } = await openPage(stage.browser, stage.discord.url, PHONE);
    for (const [line, facts] of ANSWERS) {
      const answer = await ask(page, line);
      const text = await said(answer);
      const times = facts.map((fact) => [fact, text.split(fact).length - 1]);
      expect([line, times]).toEqual([line, facts.map((fact) => [fact, 1])]);
      expect([line, await page.evaluate(cut), await page.evaluate(overflow)]).toEqual([line, [], [0, 0, 0]]);
    }
    expect(problems).toEqual([]);
    await close();
  }, 60_000);

  test('a citation fits a phone without scrolling, in every style', async () => {
    const { page, close } = await openPage(stage.browser, stage.discord.url, PHONE);
    for (const style of ['vancouver', 'apa', 'harvard']) {
      const answer = await ask(page, `/il32 cite reference:kim style:${style}`);
      expect((await answer.boundingBox())?.height).toBeLessThan(PHONE_SCREEN);
    }
    await close();
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing in any kind of answer, %s',
    async (theme) => {
      const { page, close } = await openPage(stage.browser, stage.discord.url, { theme });
      for (const [line] of ANSWERS) await ask(page, line);
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
          violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))]))`,
      );
      expect(found).toEqual([]);
      await close();
    },
    60_000,
  );
});

describe.skipIf(chromium === undefined)('with the keyboard alone', () => {
  let stage: RealStage;
  let page: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    stage = await setRealStage(chromium ?? '');
    ({ page, close } = await openPage(stage.browser, stage.discord.url, PHONE));
  });
  afterAll(async () => {
    await close();
    await stage.close();
  });

  const focused = () =>
    page.evaluate<string>(
      '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim()',
    );

  /** Goes back from the box of messages until something of this name has the focus. */
  async function goBackTo(name: RegExp): Promise<void> {
    await page.locator('#message-input').and(page.locator(':focus')).waitFor();
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      if (name.test(await focused())) return;
    }
    throw new Error(`expected something named ${name}`);
  }

  const backToTheBox = () => page.keyboard.press('Escape');

  test('a citation: command and reference from the lists, another style, a file, and the text to copy', async () => {
    await page.keyboard.type('/il32 ci');
    await page.getByRole('option', { name: /il32 cite/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: /^Mabilleau/ }).waitFor();
    await page.keyboard.type('kim');
    await page.getByRole('option', { name: /^Mabilleau/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const answer = messageWith(page, 'Dinarello CA.');
    await answer.waitFor();

    await goBackTo(/Vancouver/);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'APA 7' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await messageWith(page, 'Dinarello, C. A.').waitFor();

    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'RIS file' }).waitFor();
    for (let steps = 0; steps < 10 && !(await focused()).startsWith('RIS'); steps += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await messageWith(page, 'kim-2005.ris').waitFor();
    await backToTheBox();
    await page.locator('#message-input').focus();
    await goBackTo(/kim-2005\.ris/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('kim-2005.ris');
  });

  test('a question, a step that is offered, and a private answer that is shared', async () => {
    await page.locator('#message-input').focus();
    await page.keyboard.type('/il32 ask is NK4 an alias');
    await page.keyboard.press('Enter');
    await messageWith(page, 'NK4 is an alias').waitFor();
    await goBackTo(/^Where it lies$/);
    await page.keyboard.press('Enter');
    await messageWith(page, '16p13.3').waitFor();

    await page.locator('#message-input').focus();
    await typeAndSend(page, '/il32 alias name:TAIF private:true');
    await messageWith(page, 'TAIF is an alias').waitFor();
    await goBackTo(/^Share to channel$/);
    await page.keyboard.press('Enter');
    await messageWith(page, 'Shared by').waitFor();
  });

  test('the menu of a message, and a reply', async () => {
    await page.locator('#message-input').focus();
    await typeAndSend(page, 'is TAIFb in NM_001012631.4?');
    await messageWith(page, 'is TAIFb in').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Look up gene terms/ }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await messageWith(page, '2 terms in that message').waitFor();

    await page.locator('#message-input').focus();
    await typeAndSend(page, "/il32 ask what's the ensembl id");
    await messageWith(page, 'ENSG00000008517').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.type('and uniprot?');
    await page.keyboard.press('Enter');
    await messageWith(page, 'P24001').waitFor();
  });
});
