import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  choosePerson,
  chromiumForTests,
  composer,
  messages,
  messageWith,
  type OpenPage,
  openPage,
  suggestions,
  typeAndSend,
} from './helpers.js';
import { type Stage, setStage } from './stage.js';

const chromium = chromiumForTests();

describe.skipIf(!chromium)('the composer', () => {
  let stage: Stage;
  let open: OpenPage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage(chromium ?? '');
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    open = await openPage(stage.browser, stage.discord.url);
    page = open.page;
  });
  afterEach(async () => {
    await open.close();
    expect(open.problems).toEqual([]);
  });

  const value = () => composer(page).inputValue();
  const texts = () => suggestions(page).locator('.suggestion-title').allTextContents();

  it('has the focus from the start and sends a message with Enter', async () => {
    await page.keyboard.type('Good morning');
    await page.keyboard.press('Enter');
    await messageWith(page, 'Good morning').waitFor();
    expect(await value()).toBe('');
  });

  it('lists the commands of all apps at a slash', async () => {
    await page.keyboard.type('/');
    await suggestions(page).first().waitFor();
    expect(await suggestions(page).count()).toBe(8);
    await page.keyboard.type('demo ech');
    await expect.poll(texts).toEqual(['/demo echotextloudmoodtimes']);
    expect(await page.getByRole('option', { selected: true }).getAttribute('aria-label')).toBe(
      '/demo echo, Say it again, Demo',
    );
    expect(await composer(page).getAttribute('aria-activedescendant')).toBe('suggestion-0');
  });

  it('takes the suggestion that is offered with Tab', async () => {
    await page.keyboard.type('/demo echo text:taifb');
    await page.getByRole('option', { name: 'TAIFb, an alias' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await value()).toBe('/demo echo text:TAIFb, an alias');
    await page.keyboard.press('Tab');
    expect(await value()).toBe('/demo echo text:TAIFb, an alias loud:');
    await expect.poll(texts).toEqual(['True', 'False']);
    await page.keyboard.press('Shift+Tab');
    expect(await value()).toContain('text:TAIFb, an alias');
  });

  it('goes from the slash to the answer with the keyboard alone', async () => {
    await page.keyboard.type('/demo ec');
    await page.keyboard.press('Enter');
    expect(await value()).toBe('/demo echo text:');
    await page.keyboard.type('taifb');
    await page.getByRole('option', { name: 'TAIFb, an alias' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await value()).toBe('/demo echo text:TAIFb, an alias');
    await page.keyboard.press('Tab');
    expect(await value()).toBe('/demo echo text:TAIFb, an alias loud:');
    await expect.poll(texts).toEqual(['True', 'False']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(texts).toEqual(['Kindly', 'Gruffly']);
    await page.keyboard.type('gru');
    await expect.poll(texts).toEqual(['Gruffly']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await messageWith(page, 'echo ["taifb",true,"gruff",3]').waitFor();
    expect(await value()).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('message-input');
  });

  it('sends a line typed in one go before any suggestion came', async () => {
    await typeAndSend(page, '/demo echo taif-b');
    await messageWith(page, 'echo ["taif-b",null,null,null]').waitFor();
  });

  it('sends a line that was pasted, with options by name', async () => {
    await composer(page).fill('/demo echo IL 32 beta mood:kindly loud:true');
    await composer(page).press('Enter');
    await messageWith(page, 'echo ["IL 32 beta",true,"kind",null]').waitFor();
  });

  it('shows only the suggestions for the latest text', async () => {
    await page.keyboard.type('/demo echo ta');
    await page.keyboard.type('ifd');
    await expect.poll(texts).toEqual(['TAIFd, an alias']);
  });

  it('asks for what is missing and does not send', async () => {
    const before = await messages(page).count();
    await typeAndSend(page, '/demo echo loud:true');
    await page.getByRole('alert').filter({ hasText: 'text is required' }).waitFor();
    expect(await value()).toBe('/demo echo loud:true text:');
    expect(await messages(page).count()).toBe(before);
  });

  it('backs out with Escape: first the list, then the command', async () => {
    await page.keyboard.type('/demo e');
    await suggestions(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await suggestions(page).count()).toBe(0);
    expect(await value()).toBe('/demo e');
    await page.keyboard.type('cho ');
    await page.getByText('text: What to say').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await value()).toBe('');
  });

  it('adds an option with its chip', async () => {
    await page.keyboard.type('/demo echo hello');
    await page.getByRole('button', { name: 'times', exact: true }).click();
    expect(await value()).toBe('/demo echo hello times:');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await messageWith(page, 'echo ["hello",null,null,2]').waitFor();
  });

  it('mentions a bot, which answers with a reply', async () => {
    await page.keyboard.type('Hey @de');
    await page.getByRole('option', { name: /^Demo/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await value()).toBe('Hey @Demo ');
    await page.keyboard.type('are you there?');
    await page.keyboard.press('Enter');
    const answer = messageWith(page, 'You called?');
    await answer.waitFor();
    expect(await answer.locator('.reply-line').textContent()).toContain('Hey @Demo are you there?');
  });

  it('replies to a message with the keyboard alone', async () => {
    await typeAndSend(page, 'Which isoform is it?');
    await messageWith(page, 'Which isoform is it?').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Replying to').waitFor();
    await typeAndSend(page, 'The beta one');
    const reply = messageWith(page, 'The beta one');
    await reply.waitFor();
    expect(await reply.locator('.reply-line').textContent()).toContain('Which isoform is it?');
  });

  it('says that a command was not answered, until that is dismissed', async () => {
    await typeAndSend(page, '/demo broken');
    await page.getByText('Sending command…').waitFor();
    const notice = messages(page).filter({ hasText: 'The application did not respond' });
    await notice.waitFor({ timeout: 10_000 });
    await notice.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await notice.count()).toBe(0);
  });

  it('shows that the app is thinking, then its answer', async () => {
    await typeAndSend(page, '/demo slow');
    await page.getByText('Demo is thinking…').waitFor();
    stage.bot.emit('finish-thinking');
    await messageWith(page, 'Thought about it').waitFor();
    expect(await page.getByText('Demo is thinking…').count()).toBe(0);
  });

  it('puts a clicked command into the box', async () => {
    const answer = await ask(page, '/demo rich');
    await answer.getByRole('button', { name: '/demo echo' }).click();
    expect(await value()).toBe('/demo echo text:');
  });

  it('keeps an unsent text for each person', async () => {
    await page.keyboard.type('half a thought');
    await choosePerson(page, 'ben');
    await expect.poll(value).toBe('');
    await choosePerson(page, 'ada');
    await expect.poll(value).toBe('half a thought');
  });
});
