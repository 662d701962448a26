import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clamp, codeBlock, escapeText, inlineCode, link, smallPrint } from '../../src/reply/markdown.js';

describe('escapeText', () => {
  test.each([
    ['**bold** _it_ ~~no~~', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['[click](https://evil.example)', '\\[click\\](https\\://evil.example)'],
    ['<@123> @everyone', '\\<\\@123\\> \\@everyone'],
    ['# head', '\\# head'],
    ['- item\n+ item\n12. item', '\\- item\n\\+ item\n12\\. item'],
    ['> quote', '\\> quote'],
    ['`code` ||spoiler||', '\\`code\\` \\|\\|spoiler\\|\\|'],
    ['half a \ud83d character', 'half a \uFFFD character'],
    ['back\\slash', 'back\\\\slash'],
    ['IL-32 at 3.12', 'IL-32 at 3.12'],
    ['discord.gg/abc', 'discord\\.gg/abc'],
    ['join https://discord.com/invite/abc now', 'join https\\://discord\\.com/invite/abc now'],
    ['www.evil.example:80/x', 'www.evil\\.example:80/x'],
    ['dis\u200bcord.gg/abc', 'discord\\.gg/abc'],
    ['Z\u0351\u036b\u0343\u0321algo\u0301\u0302', 'Z\u0321alg\u00f3\u0302'],
    ['a\u202egnitset', 'agnitset'],
    ['\u0e01\u0e34\u0e48', '\u0e01\u0e34\u0e48'],
    ['IL-32\u03b3', 'IL-32\u03b3'],
  ])('%s stays as it reads', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  test('no character that opens markup is left bare, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bare = escapeText(text).replace(/\\[^0-9A-Za-z\s]/gu, '');
        expect(bare).not.toMatch(/[*_~`|<>[\]#@]|:\/\/|discord\.gg\//u);
        expect(bare).not.toMatch(/[\u0300-\u036f]{2}|[\u202a-\u202e]/u);
      }),
    );
  });
});

test('code cannot be left from inside', () => {
  expect(inlineCode('a`b')).toBe("`a'b`");
  expect(codeBlock('x\n```\ny', 'json')).toBe('```json\nx\n`\u200b`\u200b`\ny\n```');
});

test('a link keeps its brackets, small print its lines', () => {
  expect(link('UCSC', 'https://example.org/a(b)')).toBe('[UCSC](https://example.org/a%28b%29)');
  expect(smallPrint(['one\ntwo', 'three'])).toBe('-# one two\n-# three');
});

test('clamp shortens visibly, never inside a character or an escape', () => {
  expect(clamp('abcdef', 6)).toBe('abcdef');
  expect(clamp('abcdefg', 6)).toBe('abcde…');
  expect(clamp('abcd😀g', 6)).toBe('abcd…');
  expect(clamp('abcd\\*g', 6)).toBe('abcd…');
});
