import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const run = promisify(execFile);
const buildScript = fileURLToPath(
  new URL('../../packages/local-discord/scripts/build-page.mjs', import.meta.url),
);

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is: CHROMIUM_PATH, a usual place, or the one that playwright-core installed; undefined where it is not. */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  return [...(chosen ? [chosen] : usualPlaces), chromium.executablePath()].find((path) => existsSync(path));
}

/**
 * Chromium's path for tests that are left out where there is none, with a printed reason.
 * Throws where CI is set: there the browser tests have to run.
 */
export function chromiumForTests(): string | undefined {
  const path = findChromium();
  if (path) return path;
  const reason = 'No Chromium found. Install it, or set CHROMIUM_PATH.';
  if (process.env['CI']) throw new Error(reason);
  console.warn(`Browser tests are left out: ${reason}`);
  return undefined;
}

/** Starts a headless Chromium that asks no other host for anything. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: launchArguments });
}

/** Builds the page into a folder of its own. The folder is removed with `remove`. */
export async function buildPage(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'local-page-'));
  await run(process.execPath, [buildScript, folder]);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface Look {
  /** User name of the person whose eyes are looked through. */
  user?: string;
  channel?: string;
  theme?: 'light' | 'dark';
  /** Of the window, in CSS pixels. */
  width?: number;
  height?: number;
  /** Device pixels per CSS pixel. */
  scale?: number;
  touch?: boolean;
}

/** A page with everything that went wrong in it: errors, policy violations, requests to other hosts. */
export interface OpenPage {
  page: Page;
  problems: string[];
  close: () => Promise<void>;
}

function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return ['data:', 'blob:'].includes(protocol) || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!isLoopback(request.url())) problems.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    // A refused request is the page's business to tell, and the browser always notes it.
    if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text()))
      problems.push(`console: ${message.text()}`);
  });
}

/** Opens the local Discord's page and waits until it has read its channel. */
export async function openPage(browser: Browser, url: string, look: Look = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.theme ?? 'dark',
    reducedMotion: 'reduce',
    deviceScaleFactor: look.scale ?? 1,
    hasTouch: look.touch ?? false,
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const problems: string[] = [];
  watch(page, problems);
  const query = new URLSearchParams({
    ...(look.user && { user: look.user }),
    ...(look.channel && { channel: look.channel }),
  });
  await page.goto(`${url}/?${query}`);
  await page.locator('html[data-ready]').waitFor();
  return { page, problems, close: () => context.close() };
}

/** The box that everything is typed into. */
export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Message', exact: true });
}

/** The messages of the channel, the oldest first. */
export function messages(page: Page): Locator {
  return page.getByRole('log').getByRole('article');
}

/** The newest message that says this. */
export function messageWith(page: Page, text: string | RegExp): Locator {
  return messages(page).filter({ hasText: text }).last();
}

/** Suggestions that are shown, as a person reads them. */
export function suggestions(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option');
}

/** Looks through another person's eyes, by the menu in the page's header. */
export async function choosePerson(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /choose a person$/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}\\b.*choose a person$`) }).waitFor();
}

/** Opens another channel, by the menu in the header of a narrow page. */
export async function chooseChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /choose a channel$/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.getByRole('button', { name: new RegExp(`^${name}\\b.*choose a channel$`) }).waitFor();
}

/** Types a line with the keyboard and sends it with Enter, as fast as the keys go. */
export async function typeAndSend(page: Page, line: string): Promise<void> {
  await composer(page).focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Types a command line, sends it and waits for the app's final answer, which is returned. */
export async function ask(page: Page, line: string): Promise<Locator> {
  const real = page.getByRole('log').locator('article.message');
  const before = await real.count();
  await typeAndSend(page, line);
  const answer = real.nth(before);
  await answer.waitFor();
  await answer.locator('.thinking').waitFor({ state: 'detached' });
  return answer;
}
