import { SimpleMarkdown } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchInlineCode, matchLink } from '../../src/page/browser/linear-rules.js';
import { parseMarkdown } from '../../src/page/browser/markdown-tree.js';

const { inlineCode } = SimpleMarkdown.defaultRules;

/** What the library's own rule finds: the whole and the code. */
function byLibrary(source: string): (string | undefined)[] | undefined {
  const capture = inlineCode.match(source, { inline: true }, '');
  return capture ? [capture[0], capture[2]] : undefined;
}

describe('inline code', () => {
  it('is found exactly where the library finds it', () => {
    const source = fc.array(fc.constantFrom('`', '``', 'a', ' ', '\n'), { maxLength: 14 });
    fc.assert(
      fc.property(source, (parts) => {
        const text = parts.join('');
        const found = matchInlineCode(text);
        expect(found?.length === 2 ? found : undefined).toEqual(byLibrary(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('a run of backticks that nothing closes is passed over whole', () => {
    expect(matchInlineCode('```a``b')).toEqual(['```a``', '`a']);
    expect(matchInlineCode('```abc')).toEqual(['```']);
    expect(matchInlineCode('abc')).toBeNull();
  });
});

describe('masked links', () => {
  it.each([
    ['[NCBI](https://a.org/9235) more', ['[NCBI](https://a.org/9235)', 'NCBI', 'https://a.org/9235']],
    ['[a [b] c](<https://a.org>)', ['[a [b] c](<https://a.org>)', 'a [b] c', 'https://a.org']],
    ['[a](https://a.org/x_(y)) z', ['[a](https://a.org/x_(y))', 'a', 'https://a.org/x_(y)']],
    ['[a](https://a.org "title")', ['[a](https://a.org "title")', 'a', 'https://a.org']],
    ['[a](https://a.org/\\)b)', ['[a](https://a.org/\\)b)', 'a', 'https://a.org/\\)b']],
    ['[a]', null],
    ['[a] (https://a.org)', null],
    ['[a](https://a.org b)', null],
    ['[a](https://a.org', null],
    ['[[[a](https://a.org)', null],
  ])('%s', (source, found) => {
    expect(matchLink(source)).toEqual(found);
  });
});

describe('a hostile text of the length of a message is laid out, not chewed for minutes', () => {
  it.each([
    '`',
    '``',
    '`a``',
    '[',
    '[a](',
    '[](',
    '[a](<b',
    '*',
    '_',
    '~~',
    '||a',
    '<@',
    ':a',
    '\\',
    '> ',
    '- ',
  ])('%s over and over', (piece) => {
    expect(parseMarkdown(piece.repeat(Math.ceil(12_000 / piece.length)))).not.toEqual([]);
  });
});
