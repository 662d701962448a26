/**
 * The rich text of CSL-JSON: italics, bold, superscript, subscript, small capitals and "nocase" in titles
 * (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags). A tag without its partner is text.
 */
export type RichText = readonly (string | MarkedText)[];

export interface MarkedText {
  readonly mark: 'i' | 'b' | 'sup' | 'sub' | 'sc' | 'nocase';
  readonly content: RichText;
}

const TAG = /<(?:(\/)(i|b|sup|sub|sc|span)|(i|b|sup|sub|sc|span)(\s[^<>]{0,80})?)>/giu;

interface Open {
  readonly tag: string;
  readonly name: string;
  readonly mark: MarkedText['mark'];
  readonly content: (string | MarkedText)[];
}

/** The parts of a text with markup. */
export function readMarkup(text: string): RichText {
  const whole: (string | MarkedText)[] = [];
  const open: Open[] = [];
  const add = (part: string | MarkedText): void => {
    if (part !== '') (open.at(-1)?.content ?? whole).push(part);
  };
  let end = 0;
  for (const found of text.matchAll(TAG)) {
    add(text.slice(end, found.index));
    end = found.index + found[0].length;
    const [tag, closing, closed, opened = '', attributes = ''] = found;
    if (closing === undefined) {
      open.push({ tag, name: opened.toLowerCase(), mark: markOf(opened, attributes), content: [] });
    } else if (open.at(-1)?.name === closed?.toLowerCase()) {
      const done = open.pop();
      if (done !== undefined) add({ mark: done.mark, content: done.content });
    } else add(tag);
  }
  add(text.slice(end));
  while (open.length > 0) {
    const unclosed = open.pop();
    for (const part of unclosed === undefined ? [] : [unclosed.tag, ...unclosed.content]) add(part);
  }
  return whole;
}

const MARKS = ['i', 'b', 'sup', 'sub', 'sc'] as const;

function markOf(name: string, attributes: string): MarkedText['mark'] {
  const mark = MARKS.find((each) => each === name.toLowerCase());
  return mark ?? (attributes.includes('small-caps') ? 'sc' : 'nocase');
}

/** The text without its markup: `CD4<sup>+</sup>` is "CD4+". */
export function withoutMarkup(text: string): string {
  return text.includes('<') ? plain(readMarkup(text)) : text;
}

function plain(parts: RichText): string {
  return parts.map((part) => (typeof part === 'string' ? part : plain(part.content))).join('');
}
