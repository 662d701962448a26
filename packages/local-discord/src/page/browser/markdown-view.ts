import { h } from './dom.js';
import { safeUrl } from './markdown-text.js';
import { type Block, type Inline, type ListItem, parseInline, parseMarkdown } from './markdown-tree.js';
import { timestampText } from './time.js';
import { nameOfUser, type ViewContext } from './view-context.js';

function linkView(url: string, content: Node[]): Node {
  const target = safeUrl(url);
  if (!target) return h('span', {}, ...content);
  return h('a', { href: target, target: '_blank', rel: 'noreferrer noopener', title: target }, ...content);
}

function spoilerView(content: Node[]): Node {
  const reveal = (event: Event): void => {
    if (button.classList.contains('revealed')) return;
    event.stopPropagation();
    button.classList.add('revealed');
    button.replaceWith(
      h('span', { class: 'spoiler revealed' }, ...(button.firstElementChild?.childNodes ?? [])),
    );
  };
  const button = h(
    'button',
    { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler, press to show', onclick: reveal },
    h('span', { 'aria-hidden': 'true' }, ...content),
  );
  return button;
}

function timeView(seconds: number, style: string | undefined, now: Date): Node {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return document.createTextNode('Invalid date');
  const full = timestampText(date, 'F', now);
  return h(
    'time',
    { class: 'timestamp', datetime: date.toISOString(), title: full },
    timestampText(date, style, now),
  );
}

function channelView(id: string, context: ViewContext): Node {
  const channel = context.state.channels.find((one) => one.id === id);
  if (!channel) return h('span', { class: 'mention' }, '#unknown');
  const open = (): void => context.actions.openChannel(channel);
  return h('button', { type: 'button', class: 'mention', onclick: open }, `#${channel.name}`);
}

const tags = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function inlineView(node: Inline, context: ViewContext): Node {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'break':
      return h('br');
    case 'code':
      return h('code', { class: 'inline-code' }, node.text);
    case 'spoiler':
      return spoilerView(inlineViews(node.content, context));
    case 'link':
      return linkView(node.url, inlineViews(node.content, context));
    case 'user':
      return h('span', { class: 'mention' }, `@${nameOfUser(context.state, node.id)}`);
    case 'role':
      return h('span', { class: 'mention' }, '@role');
    case 'everyone':
      return h('span', { class: 'mention' }, node.text);
    case 'channel':
      return channelView(node.id, context);
    case 'time':
      return timeView(node.seconds, node.style, context.now);
    case 'command': {
      const use = (): void => context.actions.useCommand(node.name, node.id);
      return h('button', { type: 'button', class: 'mention command', onclick: use }, `/${node.name}`);
    }
    default:
      return h(tags[node.type], {}, ...inlineViews(node.content, context));
  }
}

function inlineViews(nodes: Inline[], context: ViewContext): Node[] {
  return nodes.map((node) => inlineView(node, context));
}

function itemView(item: ListItem, context: ViewContext): Node {
  return h('li', {}, ...inlineViews(item.content, context), ...blockViews(item.children, context));
}

function blockView(block: Block, context: ViewContext): Node {
  switch (block.type) {
    case 'codeBlock':
      return h('pre', { class: 'code-block' }, h('code', {}, block.text));
    case 'quote':
      return h('blockquote', {}, ...blockViews(block.content, context));
    case 'list': {
      const items = block.items.map((item) => itemView(item, context));
      return block.ordered ? h('ol', { start: block.start }, ...items) : h('ul', {}, ...items);
    }
    case 'heading':
      return h(
        'div',
        { role: 'heading', 'aria-level': block.level + 2, class: `heading heading-${block.level}` },
        ...inlineViews(block.content, context),
      );
    default:
      return h(
        block.type === 'subtext' ? 'small' : 'p',
        { class: block.type },
        ...inlineViews(block.content, context),
      );
  }
}

function blockViews(blocks: Block[], context: ViewContext): Node[] {
  return blocks.map((block) => blockView(block, context));
}

/** A text with all of Discord's markdown, as a box of blocks. */
export function markdownView(text: string, context: ViewContext): HTMLElement {
  return h('div', { class: 'markdown' }, ...blockViews(parseMarkdown(text), context));
}

/** A text of one line with running markdown only: field names and titles. */
export function inlineMarkdownView(text: string, context: ViewContext): HTMLElement {
  return h('span', {}, ...inlineViews(parseInline(text), context));
}
