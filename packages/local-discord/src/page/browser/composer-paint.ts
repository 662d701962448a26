import { h } from './dom.js';
import type { Line, Segment } from './typed-command.js';

function segmentNodes(text: string, segment: Segment, isCurrent: boolean): Node[] {
  const raw = text.slice(segment.start, segment.end);
  const trailing = raw.length - raw.trimEnd().length;
  const name = text.slice(segment.start, segment.valueStart);
  const value = text.slice(segment.valueStart, segment.end - (segment.text ? trailing : 0));
  const space = segment.text ? raw.slice(raw.length - trailing) : '';
  return [
    h(
      'span',
      { class: isCurrent ? 'pill current' : 'pill' },
      h('span', { class: 'pill-name' }, name),
      h('span', { class: 'pill-value' }, value),
    ),
    document.createTextNode(space),
  ];
}

/**
 * Paints the typed line behind the text box, so that a command shows its options as pills while the text box
 * stays an ordinary one. Both have the same letters, and so the same width and height.
 */
export function paintLine(mirror: HTMLElement, input: HTMLTextAreaElement, line: Line): void {
  const text = input.value;
  input.classList.toggle('painted', line.kind === 'command');
  if (line.kind !== 'command') {
    mirror.textContent = `${text}\n`;
    return;
  }
  const nodes: Node[] = [];
  const commandEnd = line.invocable.label.length + 1;
  nodes.push(h('span', { class: 'pill-command' }, text.slice(0, commandEnd)));
  const firstStart = line.segments[0]?.start ?? text.length;
  nodes.push(document.createTextNode(text.slice(commandEnd, firstStart)));
  for (const segment of line.segments) nodes.push(...segmentNodes(text, segment, segment === line.current));
  mirror.replaceChildren(...nodes, '\n');
}
