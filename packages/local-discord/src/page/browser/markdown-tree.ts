import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { matchInlineCode, matchLink } from './linear-rules.js';

type Rules = typeof rulesExtended;
type Rule = Rules[string];

/** A piece of running text, as Discord's markdown knows it. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; content: Inline[] }
  | { type: 'link'; url: string; content: Inline[] }
  | { type: 'user' | 'channel' | 'role'; id: string }
  | { type: 'everyone'; text: string }
  | { type: 'time'; seconds: number; style: string | undefined }
  | { type: 'command'; name: string; id: string };

/** One entry of a list, with the lists that stand below it. */
export interface ListItem {
  content: Inline[];
  children: Block[];
}

/** A block of a message. */
export type Block =
  | { type: 'paragraph' | 'subtext'; content: Inline[] }
  | { type: 'heading'; level: number; content: Inline[] }
  | { type: 'quote'; content: Block[] }
  | { type: 'codeBlock'; language: string; text: string }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] };

// Blocks are told apart line by line below, so the library reads running text only.
const blockRules = new Set([
  'blockQuote',
  'heading',
  'subtext',
  'codeBlock',
  'newline',
  'twemoji',
  'guildNavigation',
]);
const { inlineCode, link } = SimpleMarkdown.defaultRules;
const inlineRules: Rules = {
  ...Object.fromEntries(Object.entries(rulesExtended).filter(([name]) => !blockRules.has(name))),
  inlineCode: {
    ...inlineCode,
    match: matchInlineCode,
    parse: ([whole = '', code], inner, state) =>
      code === undefined
        ? { type: 'text', content: whole }
        : inlineCode.parse([whole, '', code], inner, state),
  },
  link: { ...link, match: matchLink },
};

/** Emphasis within emphasis is text beyond this depth: a message may hold thousands of asterisks. */
const NESTING_MAX = 20;

/** A rule that finds nothing too deep inside others. */
function shallow(rule: Rule): Rule {
  const depthOf = (state: { readonly [key: string]: unknown }): number => Number(state['depth'] ?? 0);
  return {
    ...rule,
    match: (source, state, previous) =>
      depthOf(state) > NESTING_MAX ? null : rule.match(source, state, previous),
    parse: (capture, inner, state) => rule.parse(capture, inner, { ...state, depth: depthOf(state) + 1 }),
  };
}

const parse = SimpleMarkdown.parserFor(
  Object.fromEntries(
    Object.entries(inlineRules).map(([name, rule]) => [name, name === 'text' ? rule : shallow(rule)]),
  ),
);

interface LibraryNode {
  type: string;
  [key: string]: unknown;
}

const wrappers = {
  strong: 'bold',
  em: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
} as const;

function isNode(value: unknown): value is LibraryNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isWrapper(type: string): type is keyof typeof wrappers {
  return Object.hasOwn(wrappers, type);
}

function children(node: LibraryNode): Inline[] {
  const content = node['content'];
  return Array.isArray(content)
    ? joinTexts(content.filter(isNode).map(fromLibrary))
    : [{ type: 'text', text: String(content) }];
}

function fromLibrary(node: LibraryNode): Inline {
  const text = (key: string): string => String(node[key] ?? '');
  if (isWrapper(node.type)) return { type: wrappers[node.type], content: children(node) };
  switch (node.type) {
    case 'br':
      return { type: 'break' };
    case 'inlineCode':
      return { type: 'code', text: text('content') };
    case 'link':
    case 'url':
    case 'autolink':
      return { type: 'link', url: text('target'), content: children(node) };
    case 'user':
    case 'channel':
    case 'role':
      return { type: node.type, id: text('id') };
    case 'everyone':
    case 'here':
      return { type: 'everyone', text: `@${node.type}` };
    case 'emoji':
      return { type: 'text', text: `:${text('name')}:` };
    case 'timestamp':
      return { type: 'time', seconds: Number(node['timestamp']), style: text('format') || undefined };
    case 'slashCommand':
      return { type: 'command', name: text('fullName'), id: text('id') };
    default:
      return { type: 'text', text: text('content') };
  }
}

function joinTexts(nodes: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else joined.push(node.type === 'text' ? { ...node } : node);
  }
  return joined;
}

/** Parses running text: no blocks, line breaks kept. */
export function parseInline(text: string): Inline[] {
  return joinTexts(parse(text, { inline: true }).filter(isNode).map(fromLibrary));
}

const fence = /```(?:([\w+\-.#]+)\n)?\n?([\s\S]*?)\n?```/g;
const itemLine = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

interface Item {
  indent: number;
  ordered: boolean;
  number: number;
  lines: string[];
}

function readItems(lines: string[]): Item[] {
  const items: Item[] = [];
  for (const line of lines) {
    const [, indent, bullet, text] = itemLine.exec(line) ?? [];
    if (bullet !== undefined)
      items.push({
        indent: indent?.length ?? 0,
        ordered: bullet.endsWith('.'),
        number: Number.parseInt(bullet, 10) || 1,
        lines: [text ?? ''],
      });
    else items.at(-1)?.lines.push(line.trim());
  }
  return items;
}

function nestItems(items: Item[]): Block[] {
  const lists: Extract<Block, { type: 'list' }>[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    if (!item) break;
    let end = index + 1;
    while ((items[end]?.indent ?? -1) > item.indent) end += 1;
    const entry = {
      content: parseInline(item.lines.join('\n')),
      children: nestItems(items.slice(index + 1, end)),
    };
    const list = lists.at(-1);
    if (list?.ordered === item.ordered) list.items.push(entry);
    else lists.push({ type: 'list', ordered: item.ordered, start: item.number, items: [entry] });
    index = end;
  }
  return lists;
}

function countWhile(lines: string[], test: (line: string) => boolean): number {
  const end = lines.findIndex((line) => !test(line));
  return end < 0 ? lines.length : end;
}

interface Taken {
  block: Block[];
  lines: number;
}

function takeQuote(lines: string[]): Taken | undefined {
  const first = lines[0] ?? '';
  if (/^>>> ?/.test(first)) {
    const text = [first.replace(/^>>> ?/, ''), ...lines.slice(1)].join('\n');
    return { block: [{ type: 'quote', content: parseBlocks(text, false) }], lines: lines.length };
  }
  const count = countWhile(lines, (line) => /^> /.test(line) || line === '>');
  if (!count) return undefined;
  const text = lines.slice(0, count).map((line) => line.slice(2));
  return { block: [{ type: 'quote', content: parseBlocks(text.join('\n'), false) }], lines: count };
}

function takeLine(line: string): Taken | undefined {
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading?.[1] && heading[2])
    return {
      block: [{ type: 'heading', level: heading[1].length, content: parseInline(heading[2]) }],
      lines: 1,
    };
  const subtext = /^-# +(.+)$/.exec(line);
  if (subtext?.[1]) return { block: [{ type: 'subtext', content: parseInline(subtext[1]) }], lines: 1 };
  return undefined;
}

function takeList(lines: string[]): Taken | undefined {
  if (!itemLine.test(lines[0] ?? '')) return undefined;
  const count = countWhile(lines, (line) => itemLine.test(line) || /^ {2,}\S/.test(line));
  return { block: nestItems(readItems(lines.slice(0, count))), lines: count };
}

function parseLines(text: string, quotes: boolean): Block[] {
  const blocks: Block[] = [];
  const paragraph: string[] = [];
  const flush = (): void => {
    const content = paragraph.splice(0).join('\n');
    if (content.trim())
      blocks.push({ type: 'paragraph', content: parseInline(content.replace(/^\n+|\n+$/g, '')) });
  };
  let lines = text.split('\n');
  while (lines.length) {
    const taken = (quotes ? takeQuote(lines) : undefined) ?? takeLine(lines[0] ?? '') ?? takeList(lines);
    if (taken) {
      flush();
      blocks.push(...taken.block);
    } else paragraph.push(lines[0] ?? '');
    lines = lines.slice(taken?.lines ?? 1);
  }
  flush();
  return blocks;
}

function parseBlocks(text: string, quotes: boolean): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const match of text.matchAll(fence)) {
    if (!match[2]?.trim()) continue;
    blocks.push(...parseLines(text.slice(from, match.index).replace(/\n$/, ''), quotes));
    blocks.push({ type: 'codeBlock', language: match[1] ?? '', text: match[2] });
    from = match.index + match[0].length;
    if (text[from] === '\n') from += 1;
  }
  return [...blocks, ...parseLines(text.slice(from), quotes)];
}

/**
 * Parses a whole message or embed description: headings, subtext, quotes, lists and code blocks, with running
 * text inside them. Empty text gives no blocks.
 */
export function parseMarkdown(text: string): Block[] {
  return parseBlocks(text.replaceAll('\r\n', '\n'), true);
}
