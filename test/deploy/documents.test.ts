import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../src/bot/client.js';
import { adviceForClose, UNAUTHORISED } from '../../src/bot/fatal.js';
import { DEFAULT_ALLOWANCE, TYPING_ALLOWANCE } from '../../src/bot/limiter.js';
import { packagePath } from '../../src/package-path.js';
import { read } from './files.js';

const DOCUMENTS = ['SECURITY.md', 'PRIVACY.md', 'docs/deploy.md', 'docs/threat-model.md'];

/** Close codes after which Discord takes no reconnection (topics/opcodes-and-status-codes). */
const FATAL_CLOSES = [4004, 4010, 4011, 4012, 4013, 4014];

const PERMISSIONS = new Map<string, bigint>([
  ['View Channels', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Embed Links', PermissionFlagsBits.EmbedLinks],
  ['Attach Files', PermissionFlagsBits.AttachFiles],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
]);

/** The first cells of the rows of the table that follows a text. */
function firstCells(document: string, after: string): string[] {
  const [table = ''] = document.slice(document.indexOf(after)).match(/(?:^\|.*\n)+/mu) ?? [];
  return table
    .split('\n')
    .slice(2)
    .filter((row) => row !== '')
    .map((row) => row.split('|')[1]?.trim() ?? '');
}

function quoted(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => /^`(.+)`$/u.exec(cell)?.[1] ?? []);
}

describe('links', () => {
  it.each(DOCUMENTS)('of %s lead to files that are there', (path) => {
    const targets = [...read(path).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(packagePath(dirname(path), target)))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  const document = read('SECURITY.md');

  it('has an invitation with the permissions that it explains', () => {
    const explained = firstCells(document, 'with the scopes');
    expect(explained).toEqual([...PERMISSIONS.keys()]);
    const sum = [...PERMISSIONS.values()].reduce((all, each) => all | each, 0n);
    const link = new URL(/https:\/\/discord\.com\/oauth2\/authorize\S+/u.exec(document)?.[0] ?? '');
    expect(link.searchParams.get('permissions')).toBe(String(sum));
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  });

  it('has the permissions of every other invitation in the project', () => {
    const pages = readdirSync(packagePath('.')).filter((name) => name.endsWith('.md'));
    const integers = pages.flatMap((page) => read(page).match(/(?<=[?&]permissions=)\d+/gu) ?? []);
    expect(new Set(integers)).toEqual(new Set(document.match(/(?<=[?&]permissions=)\d+/gu)));
  });

  it('names the intents that the bot asks for', () => {
    const [named = ''] = /^Intents: .*?\./mu.exec(document) ?? [];
    expect(named).toBe(
      `Intents: ${INTENTS.map((intent) => `\`${GatewayIntentBits[intent]}\``).join(' and ')}, to be told of mentions and direct messages.`,
    );
  });

  it('is right that none of them is privileged', () => {
    const privileged: readonly number[] = [
      GatewayIntentBits.GuildMembers,
      GatewayIntentBits.GuildPresences,
      GatewayIntentBits.MessageContent,
    ];
    expect(INTENTS.filter((intent) => privileged.includes(intent))).toEqual([]);
  });

  it('says how much one person may ask', () => {
    expect(DEFAULT_ALLOWANCE.seconds).toBe(60);
    expect(document).toContain(
      `Each person has ${DEFAULT_ALLOWANCE.points} questions and ${TYPING_ALLOWANCE.points} suggestions a minute`,
    );
  });
});

describe('docs/deploy.md', () => {
  const document = read('docs/deploy.md');
  const fatal = [UNAUTHORISED, ...FATAL_CLOSES.map((code) => adviceForClose(code) ?? '')];

  it('explains every line with which Discord ends the bot', () => {
    const explained = quoted(firstCells(document, '## When it ends')).filter((line) => !line.includes('…'));
    expect(explained.map((line) => fatal.findIndex((advice) => advice.startsWith(line)))).toEqual(
      fatal.map((_, index) => index),
    );
  });

  it('quotes lines of the log as the bot writes them', () => {
    const sources = [
      'src/app.ts',
      ...readdirSync(packagePath('src/bot')).map((name) => join('src/bot', name)),
    ].map(read);
    const lines = quoted(firstCells(document, 'These lines are no end'));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => !sources.some((source) => source.includes(line)))).toEqual([]);
  });
});
