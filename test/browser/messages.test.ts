import { startLocalDiscord } from 'local-discord';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  buildPage,
  choosePerson,
  chromiumForTests,
  composer,
  messageWith,
  type OpenPage,
  openPage,
  typeAndSend,
} from './helpers.js';
import { type Stage, setStage } from './stage.js';

/** Lets the page itself join as a bot: one that is gone with its server and does not come back. */
function connectAsBot(token: string): string {
  const body = { op: 2, d: { token, intents: 0, properties: { os: 'x', browser: 'x', device: 'x' } } };
  return `new Promise((resolve) => {
    const socket = new WebSocket(location.origin.replace('http', 'ws') + '/gateway?v=10&encoding=json');
    socket.onopen = () => resolve(socket.send(${JSON.stringify(JSON.stringify(body))}));
  })`;
}

const chromium = chromiumForTests();

describe.skipIf(!chromium)('messages', () => {
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

  const focused = () => page.evaluate<string>('document.activeElement.textContent');

  it('shows who used which command, and the embed with its parts in order', async () => {
    const answer = await ask(page, '/demo rich');
    expect(await answer.locator('.lead-line').textContent()).toBe('ADada used /demo rich');
    expect(await answer.locator('.app-tag').textContent()).toBe('APP');
    const embed = answer.locator('.embed');
    const title = embed.getByRole('link', { name: 'TAIFb is a name of IL32' });
    expect(await title.getAttribute('href')).toBe('https://www.ncbi.nlm.nih.gov/gene/9235');
    expect(await title.getAttribute('rel')).toBe('noreferrer noopener');
    expect(await embed.locator('.embed-field-name').allTextContents()).toEqual([
      'Symbol',
      'Isoforms',
      'Aliases',
      'Table',
    ]);
    expect(await embed.locator('.embed-row').count()).toBe(2);
    expect(await embed.getByRole('listitem').allTextContents()).toEqual(['one', 'two']);
    expect(await embed.locator('pre').textContent()).toBe('NCBI Gene  9235\nUniProt    P24001');
    expect(await embed.locator('.embed-footer').textContent()).toBe(
      'Source: NCBI Gene 9235 • 02/01/2026, 03:04',
    );
    expect(await answer.getByRole('img').count()).toBe(1);
    expect(await answer.getAttribute('aria-label')).toMatch(
      /^Demo, \d\d:\d\d: Try \/demo echo TAIFb is a name of IL32 /,
    );
  });

  it('hides a spoiler until it is pressed', async () => {
    const answer = await ask(page, '/demo rich');
    const spoiler = answer.getByRole('button', { name: 'Spoiler, press to show' });
    expect(await answer.getAttribute('aria-label')).not.toContain('hidden');
    await spoiler.press('Enter');
    expect(await answer.locator('.spoiler.revealed').textContent()).toBe('hidden');
  });

  it('shows a picture with its description, large when pressed, and a file as a card', async () => {
    const answer = await ask(page, '/demo files');
    const picture = answer.getByRole('img', { name: 'Where the gene lies' });
    const width = 'document.querySelector(".picture.attachment img").naturalWidth';
    await expect.poll(() => page.evaluate(width)).toBe(2);
    await picture.click();
    const dialog = page.getByRole('dialog', { name: 'Where the gene lies' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    const card = answer.getByRole('link', { name: /^Download\s+references.ris\s+20 B$/ });
    const download = page.waitForEvent('download');
    await card.click();
    expect((await download).suggestedFilename()).toBe('references.ris');
  });

  it('presses a button with the keyboard and keeps the focus on it', async () => {
    const answer = await ask(page, '/demo press');
    await answer.getByRole('button', { name: 'Pressed 0' }).focus();
    await page.keyboard.press('Enter');
    await answer.getByRole('button', { name: 'Pressed 1' }).waitFor();
    expect(await answer.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    const link = answer.getByRole('link', { name: 'NCBI' });
    expect(await link.getAttribute('href')).toBe('https://www.ncbi.nlm.nih.gov/gene/9235');
    expect(await answer.locator('.edited').count()).toBe(1);
  });

  it('shows that a button waits, and on the message that it failed', async () => {
    const answer = await ask(page, '/demo press');
    const slow = answer.getByRole('button', { name: 'Slow' });
    await slow.click();
    await expect.poll(() => slow.getAttribute('aria-busy')).toBe('true');
    await expect.poll(() => stage.bot.listenerCount('finish-thinking')).toBe(1);
    stage.bot.emit('finish-thinking');
    await messageWith(page, 'Slowly').waitFor();
    expect(await slow.getAttribute('aria-busy')).toBeNull();
    await answer.getByRole('button', { name: 'Broken' }).click();
    await answer.getByText('This interaction failed').waitFor({ timeout: 10_000 });
  });

  it('chooses one of a select menu with the keyboard', async () => {
    const answer = await ask(page, '/demo press');
    const select = answer.getByRole('button', { name: 'Choose one' });
    await select.press('Enter');
    expect(await page.getByRole('option').allTextContents()).toEqual([
      'HumanHomo sapiens',
      'MouseMus musculus',
      'Rat',
    ]);
    expect(await focused()).toBe('HumanHomo sapiens');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await messageWith(page, 'Chose mouse').waitFor();
    expect(await answer.getByRole('button', { name: 'Mouse' }).count()).toBe(1);
  });

  it('chooses several, and leaves everything as it was with Escape', async () => {
    const answer = await ask(page, '/demo press');
    const select = answer.getByRole('button', { name: 'Choose some' });
    await select.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await focused()).toBe('Choose some');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await messageWith(page, 'Chose human and rat').waitFor();
  });

  it('sends radio buttons and ticks of a form', async () => {
    await typeAndSend(page, '/demo form');
    const dialog = page.getByRole('dialog', { name: 'A question' });
    await dialog.getByRole('textbox').fill('it says so');
    await dialog.getByRole('group', { name: 'How sure?' }).getByLabel('Not at all').check();
    await dialog.getByLabel('Tell the others').check();
    const sent = stage.discord.waitFor(
      'interaction',
      ({ payload }) => 'type' in payload && payload.type === 5,
    );
    await dialog.getByRole('button', { name: 'Submit' }).click();
    expect((await sent).payload).toMatchObject({
      data: {
        components: [
          { component: { value: 'it says so' } },
          { component: { type: 21, custom_id: 'sure', value: 'not' } },
          { component: { type: 23, custom_id: 'tell', value: true } },
        ],
      },
    });
    await messageWith(page, 'Because it says so').waitFor();
  });

  it('fills in a form with the keyboard', async () => {
    await typeAndSend(page, '/demo form');
    const dialog = page.getByRole('dialog', { name: 'A question' });
    await dialog.waitFor();
    const field = dialog.getByRole('textbox', { name: 'Why?' });
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('it is a cytokine');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await messageWith(page, 'Because it is a cytokine').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await typeAndSend(page, '/demo form');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.id')).toBe('message-input');
  });

  it('uses a message command from the menu of a message, with the keyboard alone', async () => {
    await typeAndSend(page, 'Twelve signs');
    await messageWith(page, 'Twelve signs').waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(
      /^ada, .*: Twelve signs$/,
    );
    await page.keyboard.press('Enter');
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([
      'Reply',
      'Copy text',
      'Count lettersDemo',
    ]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const answer = messageWith(page, '12 letters');
    await answer.waitFor();
    expect(await answer.locator('.lead-line').textContent()).toBe('ADada used Count letters');
  });

  it('copies the text of a message', async () => {
    const answer = await ask(page, '/demo secret');
    await answer.hover();
    await answer.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Copy text' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('A secret');
  });

  it('walks through the messages with the arrow keys and comes back with Escape', async () => {
    await typeAndSend(page, 'first of two');
    await messageWith(page, 'first of two').waitFor();
    await typeAndSend(page, 'second of two');
    await messageWith(page, 'second of two').waitFor();
    const name = () => page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    await page.keyboard.press('ArrowUp');
    expect(await name()).toContain('second of two');
    await page.keyboard.press('ArrowUp');
    expect(await name()).toContain('first of two');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await name()).toBe('Message');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(await name()).toBe('Message');
  });

  it('shows a private answer to one person only, who can dismiss it', async () => {
    const other = await openPage(stage.browser, stage.discord.url, { user: 'ben' });
    const secret = await ask(page, '/demo secret');
    expect(await secret.textContent()).toContain('Only you can see this');
    await ask(page, '/demo echo for all');
    await messageWith(other.page, '"for all"').waitFor();
    expect(await messageWith(other.page, 'A secret').count()).toBe(0);
    await other.page.reload();
    await messageWith(other.page, '"for all"').waitFor();
    expect(await messageWith(other.page, 'A secret').count()).toBe(0);
    await choosePerson(page, 'ben');
    await expect.poll(() => messageWith(page, 'A secret').count()).toBe(0);
    await choosePerson(page, 'ada');
    const again = messageWith(page, 'A secret');
    await again.waitFor();
    const count = await page.getByText('A secret', { exact: true }).count();
    await again.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await expect.poll(() => page.getByText('A secret', { exact: true }).count()).toBe(count - 1);
    expect(await page.evaluate('document.activeElement.id')).toBe('message-input');
    await other.close();
    expect(other.problems).toEqual([]);
  });

  it('writes to the bot directly in its own channel', async () => {
    await page.getByRole('navigation').getByRole('button', { name: /Demo/ }).click();
    await expect.poll(() => composer(page).getAttribute('placeholder')).toBe('Message @Demo');
    const answer = await ask(page, '/demo echo alone');
    expect(await answer.textContent()).toContain('["alone",null,null,null]');
  });

  it('tells that the connection broke, and goes on when the server is back', async () => {
    const built = await buildPage();
    const first = await startLocalDiscord({ pageDir: built.folder });
    first.addBot('demo', { name: 'Demo' });
    const { page: other, close } = await openPage(stage.browser, first.url, { user: 'ben' });
    await other.evaluate(connectAsBot('demo'));
    await other.getByRole('navigation').locator('.presence.online').waitFor();
    await other.keyboard.type('half a thought');
    await first.close();
    await other.getByText('Reconnecting…').waitFor();
    const demo = other.getByRole('navigation').getByRole('button', { name: /Demo/ });
    await expect.poll(() => demo.locator('.presence.online').count()).toBe(0);
    await other.keyboard.press('Enter');
    const problem = other.getByText('The local Discord does not answer. Is it still running?');
    await problem.waitFor();
    expect(await composer(other).inputValue()).toBe('half a thought');
    const second = await startLocalDiscord({ pageDir: built.folder, port: Number(new URL(first.url).port) });
    await second.person('ada').say('said meanwhile');
    await messageWith(other, 'said meanwhile').waitFor();
    expect(await other.getByText('Reconnecting…').isVisible()).toBe(false);
    expect(await composer(other).inputValue()).toBe('half a thought');
    expect(await other.getByRole('button', { name: /choose a person$/ }).textContent()).toContain('ben');
    await second.person('ada').say('said afterwards');
    await messageWith(other, 'said afterwards').waitFor();
    await close();
    await second.close();
    await built.remove();
  });

  it('stays at the bottom unless the reader scrolled up', async () => {
    const ben = stage.discord.person('ben');
    const rest = () =>
      page.evaluate<number>(
        '(() => { const s = document.getElementById("scroller"); return Math.round(s.scrollHeight - s.scrollTop - s.clientHeight); })()',
      );
    for (let index = 0; index < 20; index += 1) await ben.say(`line ${index}\nand more\nand more`);
    await messageWith(page, 'line 19').waitFor();
    await expect.poll(rest).toBe(0);
    await page.mouse.move(700, 300);
    await page.mouse.wheel(0, -600);
    await expect.poll(rest).toBeGreaterThan(300);
    const before = await rest();
    await ben.say('unseen');
    await messageWith(page, 'unseen').waitFor();
    expect(await rest()).toBeGreaterThan(before);
    await typeAndSend(page, 'my own words');
    await messageWith(page, 'my own words').waitFor();
    await expect.poll(rest).toBe(0);
    await page.mouse.wheel(0, -600);
    await expect.poll(rest).toBeGreaterThan(300);
    await ask(page, '/demo echo own');
    await expect.poll(rest).toBe(0);
  });

  it('shows reactions, and lets a person join in', async () => {
    const { discord } = stage;
    const said = await discord.people.say('ben', 'a reason to cheer');
    await discord.people.react('ben', said, '🎉');
    const chip = messageWith(page, 'a reason to cheer').getByRole('button', { name: '🎉, 1 reaction' });
    await chip.waitFor();
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
    await chip.click();
    const both = messageWith(page, 'a reason to cheer').getByRole('button', { name: '🎉, 2 reactions' });
    await both.waitFor();
    expect(await both.getAttribute('aria-pressed')).toBe('true');
    await both.click();
    await chip.waitFor();
    await discord.people.react('ben', said, '🎉', false);
    await chip.waitFor({ state: 'detached' });
  });

  it('treats what people write as text', async () => {
    const nasty =
      '<img src=x onerror="document.title=1"> <script>document.title=2</script> [x](javascript:alert(1))';
    await stage.discord.person('ben').say(nasty);
    const message = messageWith(page, '<img src=x');
    await message.waitFor();
    expect(await message.getByRole('img').count()).toBe(0);
    expect(await message.getByRole('link').count()).toBe(0);
  });
});
