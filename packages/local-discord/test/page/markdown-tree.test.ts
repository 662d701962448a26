import { describe, expect, it } from 'vitest';
import { plainText, safeUrl } from '../../src/page/browser/markdown-text.js';
import { parseInline, parseMarkdown } from '../../src/page/browser/markdown-tree.js';

const text = (value: string) => ({ type: 'text', text: value });

describe('running text', () => {
  it('knows the emphases, also nested', () => {
    expect(parseInline('**b** *i* _i_ __u__ ~~s~~ ||hid||')).toEqual([
      { type: 'bold', content: [text('b')] },
      text(' '),
      { type: 'italic', content: [text('i')] },
      text(' '),
      { type: 'italic', content: [text('i')] },
      text(' '),
      { type: 'underline', content: [text('u')] },
      text(' '),
      { type: 'strike', content: [text('s')] },
      text(' '),
      { type: 'spoiler', content: [text('hid')] },
    ]);
    expect(parseInline('**a *b***')).toEqual([
      { type: 'bold', content: [text('a '), { type: 'italic', content: [text('b')] }] },
    ]);
  });

  it('keeps accessions, Greek letters, escapes and code as they are', () => {
    expect(parseInline('NM_001012631 and IL-32γ \\*not\\* `a*b*`')).toEqual([
      text('NM_001012631 and IL-32γ *not* '),
      { type: 'code', text: 'a*b*' },
    ]);
  });

  it('knows masked, bare and quiet links', () => {
    expect(parseInline('[NCBI](https://x.org/9235) https://y.org/a <https://z.org>')).toEqual([
      { type: 'link', url: 'https://x.org/9235', content: [text('NCBI')] },
      text(' '),
      { type: 'link', url: 'https://y.org/a', content: [text('https://y.org/a')] },
      text(' '),
      { type: 'link', url: 'https://z.org', content: [text('https://z.org')] },
    ]);
  });

  it('knows mentions, commands and times', () => {
    expect(parseInline('<@100000000000000001><#100000000000000002>')).toEqual([
      { type: 'user', id: '100000000000000001' },
      { type: 'channel', id: '100000000000000002' },
    ]);
    expect(parseInline('</il32 alias:100000000000000003> <t:1700000000:R> <t:0>')).toEqual([
      { type: 'command', name: 'il32 alias', id: '100000000000000003' },
      text(' '),
      { type: 'time', seconds: 1_700_000_000, style: 'R' },
      text(' '),
      { type: 'time', seconds: 0, style: undefined },
    ]);
  });

  it('keeps line breaks', () => {
    expect(parseInline('a\nb')).toEqual([text('a'), { type: 'break' }, text('b')]);
  });

  it('reads markup as text', () => {
    expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([text('<img src=x onerror=alert(1)>')]);
  });
});

describe('blocks', () => {
  it('knows headings, subtext, quotes and code blocks', () => {
    const source = '# One\n### Three\n-# small\n> said\n> twice\nplain\n```fasta\n>IL32\n  *x*\n```\nend';
    expect(parseMarkdown(source)).toEqual([
      { type: 'heading', level: 1, content: [text('One')] },
      { type: 'heading', level: 3, content: [text('Three')] },
      { type: 'subtext', content: [text('small')] },
      {
        type: 'quote',
        content: [{ type: 'paragraph', content: [text('said'), { type: 'break' }, text('twice')] }],
      },
      { type: 'paragraph', content: [text('plain')] },
      { type: 'codeBlock', language: 'fasta', text: '>IL32\n  *x*' },
      { type: 'paragraph', content: [text('end')] },
    ]);
  });

  it('takes everything after >>> as a quote', () => {
    expect(parseMarkdown('a\n>>> b\nc')).toEqual([
      { type: 'paragraph', content: [text('a')] },
      { type: 'quote', content: [{ type: 'paragraph', content: [text('b'), { type: 'break' }, text('c')] }] },
    ]);
  });

  it('nests lists by their indent and numbers them from their first number', () => {
    expect(parseMarkdown('- a\n  - b\n- c\n3. d\n4. e')).toEqual([
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          {
            content: [text('a')],
            children: [
              { type: 'list', ordered: false, start: 1, items: [{ content: [text('b')], children: [] }] },
            ],
          },
          { content: [text('c')], children: [] },
        ],
      },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          { content: [text('d')], children: [] },
          { content: [text('e')], children: [] },
        ],
      },
    ]);
  });

  it('gives nothing for nothing, and leaves a hyphen or a hash inside a line alone', () => {
    expect(parseMarkdown('')).toEqual([]);
    expect(parseMarkdown('IL-32 - a cytokine #1')).toEqual([
      { type: 'paragraph', content: [text('IL-32 - a cytokine #1')] },
    ]);
  });
});

describe('plain words', () => {
  it('drops the markdown, names people and hides spoilers', () => {
    const source =
      '## Yes\n**TAIFb** is [it](https://x.org), <@100000000000000001> ||secret||\n- </il32 cite:100000000000000003>';
    expect(plainText(source, () => 'Ada')).toBe('Yes\nTAIFb is it, @Ada (spoiler)\n/il32 cite');
  });
});

describe('addresses', () => {
  it('follows http and https only', () => {
    expect(safeUrl('https://x.org/a')).toBe('https://x.org/a');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'no address', ''])
      expect(safeUrl(bad)).toBeUndefined();
  });
});
