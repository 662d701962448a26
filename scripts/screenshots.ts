import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { packagePath } from '../src/package-path.js';
import {
  ask,
  chromiumForTests,
  composer,
  messageWith,
  openPage,
  suggestions,
  typeAndSend,
} from '../test/browser/helpers.js';
import { type RealStage, setRealStage } from '../test/browser/real-stage.js';

/** Draws the pictures of README and docs from the local page, with the real bot and the real record: `npm run screenshots`. */

const FOLDER = packagePath('docs', 'pictures');
const WIDE = { width: 1280, height: 800 };
/** CSS pixels: the longest answer is seen whole. */
const TALL = 1800;
const PHONE = { width: 360, height: 740 };

/** One picture for each kind of answer. */
const ANSWERS: readonly (readonly [file: string, line: string])[] = [
  ['names', '/il32 alias taif-b'],
  ['identifier', '/il32 id uniport'],
  ['identifiers', '/il32 id'],
  ['accession', '/il32 id nm_001012631.4'],
  ['verdict', '/il32 ask does IL-32 activate osteoclasts?'],
  ['function', '/il32 function macrophag'],
  ['citation', '/il32 cite kim 2005'],
  ['citation-file', '/il32 cite reference:kim style:bibtex'],
  ['references', '/il32 cite'],
  ['location', '/il32 locate'],
  ['species', '/il32 card species:mouse'],
  ['card', '/il32 card'],
  ['help', '/il32 help'],
  ['not-in-the-record', '/il32 alias IL33'],
  ['elsewhere', '/il32 ask which antibody works for western blot?'],
];

const chromium = chromiumForTests();
let stage: RealStage;

beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  stage = await setRealStage(chromium ?? '');
}, 60_000);

afterAll(() => stage.close());

async function shoot(target: Page | Locator, file: string): Promise<void> {
  await target.screenshot({ path: `${FOLDER}/${file}.png`, animations: 'disabled' });
}

for (const [look, size] of [
  ['wide', WIDE],
  ['phone', PHONE],
] as const) {
  for (const theme of ['dark', 'light'] as const) {
    test(`every kind of answer, ${look}, ${theme}`, async () => {
      const { page, close } = await openPage(stage.browser, stage.discord.url, {
        user: 'ada',
        theme,
        width: size.width,
        height: TALL,
      });
      for (const [file, line] of ANSWERS) {
        const answer = await ask(page, line);
        await answer.scrollIntoViewIfNeeded();
        await page.mouse.move(0, 0);
        await shoot(answer, `${file}-${look}-${theme}`);
      }
      await close();
    }, 120_000);
  }
}

test('typing a command', async () => {
  const { page, close } = await openPage(stage.browser, stage.discord.url, {
    user: 'ben',
    theme: 'dark',
    ...WIDE,
  });
  await composer(page).focus();
  await page.keyboard.type('/il32 id ');
  await suggestions(page).nth(3).waitFor();
  await shoot(page, 'typing');
  await close();
}, 60_000);

test('a channel at work', async () => {
  for (const [look, size] of [
    ['wide', WIDE],
    ['phone', PHONE],
  ] as const) {
    const { page, close } = await openPage(stage.browser, stage.discord.url, {
      user: 'ben',
      theme: 'dark',
      ...size,
    });
    await ask(page, '/il32 ask does it induce TNFα in macrophages?');
    await ask(page, '/il32 alias taif-b');
    await shoot(page, `channel-${look}`);
    await close();
  }
}, 60_000);

test('a message looked up', async () => {
  const { page, close } = await openPage(stage.browser, stage.discord.url, {
    user: 'ben',
    theme: 'dark',
    ...WIDE,
  });
  await typeAndSend(page, 'Is TAIFb in NM_001012631.4? See Kim 2005 and PMC2613539');
  const message = messageWith(page, 'Is TAIFb in');
  await message.waitFor();
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Look up gene terms' }).click();
  const answer = messageWith(page, 'terms in that message');
  await answer.waitFor();
  await shoot(answer, 'message-menu');
  await close();
}, 60_000);
