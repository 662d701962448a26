import { type Block, type Inline, parseMarkdown } from './markdown-tree.js';

type NameOf = (userId: string) => string;

function inlineText(nodes: Inline[], nameOf: NameOf): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code' || node.type === 'everyone') return node.text;
      if (node.type === 'break') return '\n';
      if (node.type === 'command') return `/${node.name}`;
      if (node.type === 'spoiler') return '(spoiler)';
      if (node.type === 'user') return `@${nameOf(node.id)}`;
      return 'content' in node ? inlineText(node.content, nameOf) : '';
    })
    .join('');
}

function blockText(block: Block, nameOf: NameOf): string {
  const inner = (one: Block): string => blockText(one, nameOf);
  if (block.type === 'codeBlock') return block.text;
  if (block.type === 'quote') return block.content.map(inner).join('\n');
  if (block.type === 'list')
    return block.items
      .map((item) => [inlineText(item.content, nameOf), ...item.children.map(inner)].join('\n'))
      .join('\n');
  return inlineText(block.content, nameOf);
}

/** The words of a text without its markdown, for accessible names and previews; spoilers stay hidden. */
export function plainText(text: string, nameOf: NameOf = () => 'user'): string {
  return parseMarkdown(text)
    .map((block) => blockText(block, nameOf))
    .join('\n');
}

/** The address where it may be followed (http or https), else undefined. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
