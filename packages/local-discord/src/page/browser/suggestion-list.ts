import { h } from './dom.js';

/** One suggestion above the composer. */
export interface Suggestion {
  title: string;
  detail?: string;
  /** Small text at the right end: the app's name. */
  aside?: string;
  picture?: () => Node;
  /** Options shown behind the title. */
  parameters?: { name: string; required: boolean }[];
  pick: () => void;
}

/** A list of suggestions that the text box steers; the focus stays in the text box. */
export interface SuggestionList {
  show(suggestions: Suggestion[], options: { topic: string; heading: string; select: boolean }): void;
  hide(): void;
  isOpen(): boolean;
  /** What the suggestions are for, as `show` was told; empty while the list is closed. */
  topic(): string;
  selected(): Suggestion | undefined;
  first(): Suggestion | undefined;
  move(step: number): void;
}

function parameterChips(suggestion: Suggestion): Node[] {
  return (suggestion.parameters ?? []).map((parameter) =>
    h('span', { class: parameter.required ? 'parameter required' : 'parameter' }, parameter.name),
  );
}

function optionView(suggestion: Suggestion, index: number): HTMLElement {
  const option = h(
    'div',
    {
      role: 'option',
      id: `suggestion-${index}`,
      class: 'suggestion',
      'aria-selected': 'false',
      'aria-label': [suggestion.title, suggestion.detail, suggestion.aside].filter(Boolean).join(', '),
    },
    suggestion.picture?.(),
    h(
      'span',
      { class: 'suggestion-text' },
      h('span', { class: 'suggestion-title' }, suggestion.title, ...parameterChips(suggestion)),
      suggestion.detail ? h('span', { class: 'suggestion-detail' }, suggestion.detail) : null,
    ),
    suggestion.aside ? h('span', { class: 'suggestion-aside' }, suggestion.aside) : null,
  );
  // The text box would lose the focus on pointerdown.
  option.addEventListener('pointerdown', (event) => event.preventDefault());
  option.addEventListener('mousedown', (event) => event.preventDefault());
  option.addEventListener('click', () => suggestion.pick());
  return option;
}

/** Makes the list work: `box` holds `heading` and `list`; `input` gets the active descendant; `status` is spoken. */
export function createSuggestionList(parts: {
  box: HTMLElement;
  heading: HTMLElement;
  list: HTMLElement;
  input: HTMLElement;
  status: HTMLElement;
}): SuggestionList {
  const { box, heading, list, input, status } = parts;
  let suggestions: Suggestion[] = [];
  let index = -1;
  let moved = false;
  let topic = '';

  const mark = (): void => {
    for (const [position, element] of [...list.children].entries())
      element.setAttribute('aria-selected', String(position === index));
    const active = list.children[index];
    if (active) {
      input.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const announce = (text: string): void => {
    if (status.textContent !== text) status.textContent = text;
  };

  return {
    show(next, options) {
      const kept = moved && topic === options.topic ? suggestions[index]?.title : undefined;
      suggestions = next;
      topic = options.topic;
      heading.textContent = options.heading;
      list.setAttribute('aria-label', options.heading);
      list.replaceChildren(...next.map(optionView));
      box.hidden = next.length === 0;
      index = next.findIndex((suggestion) => suggestion.title === kept);
      moved = index >= 0;
      if (index < 0 && options.select && next.length) index = 0;
      list.scrollTop = 0;
      mark();
      announce(
        next.length
          ? `${next.length} ${next.length === 1 ? 'suggestion' : 'suggestions'}, use the up and down arrows`
          : '',
      );
    },
    hide() {
      if (box.hidden) return;
      suggestions = [];
      topic = '';
      index = -1;
      list.replaceChildren();
      box.hidden = true;
      mark();
      announce('');
    },
    isOpen: () => !box.hidden,
    topic: () => topic,
    selected: () => suggestions[index],
    first: () => suggestions[0],
    move(step) {
      const count = suggestions.length;
      if (!count) return;
      moved = true;
      index = index < 0 ? (step > 0 ? 0 : count - 1) : (index + step + count) % count;
      mark();
    },
  };
}
