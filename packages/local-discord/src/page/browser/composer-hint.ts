import { avatar } from './avatar.js';
import type { OptionSpec } from './command-search.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { type Line, missingOptions } from './typed-command.js';

type CommandLine = Extract<Line, { kind: 'command' }>;

function chip(option: OptionSpec, line: CommandLine, goTo: (option: OptionSpec) => void): HTMLElement {
  const missing = missingOptions(line).includes(option);
  const segment = line.segments.find((one) => one.option === option);
  const state = line.current?.option === option ? 'current' : missing ? 'missing' : 'set';
  const button = h(
    'button',
    {
      type: 'button',
      class: `chip ${state}`,
      tabindex: -1,
      title: option.description,
      onclick: () => goTo(option),
    },
    missing && !option.required ? icon('plus') : null,
    h('span', {}, option.name),
    option.required && !segment?.text ? h('span', { class: 'chip-note' }, 'required') : null,
  );
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  return button;
}

/** Shows which command is being typed. */
export interface Hint {
  show(line: Line): void;
}

/** The strip above the composer: the command's name, its options as chips and what the current option means. */
export function createHint(element: HTMLElement, goTo: (option: OptionSpec) => void): Hint {
  return {
    show(line) {
      element.hidden = line.kind !== 'command';
      if (line.kind !== 'command') {
        element.replaceChildren();
        return;
      }
      const { invocable } = line;
      element.replaceChildren(
        avatar(invocable.app.botUser),
        h(
          'div',
          { class: 'hint-text' },
          h('span', { class: 'hint-command' }, `/${invocable.label}`),
          h(
            'span',
            { class: 'hint-detail' },
            line.current
              ? `${line.current.option.name}: ${line.current.option.description}`
              : invocable.description,
          ),
        ),
        h('div', { class: 'chips' }, ...invocable.options.map((option) => chip(option, line, goTo))),
      );
    },
  };
}
