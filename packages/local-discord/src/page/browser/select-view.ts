import type { APISelectMenuOption } from 'discord-api-types/v10';
import { h, moveFocus, verticalStep } from './dom.js';
import { icon } from './icons.js';
import { closePopup, openPopup } from './popup.js';

/** A select menu, in a message or in a modal. */
export interface SelectOptions {
  options: APISelectMenuOption[];
  placeholder: string;
  minValues: number;
  maxValues: number;
  chosen: string[];
  disabled?: boolean;
  busy?: boolean;
  /** Where the popup's name comes from. */
  label: string;
  key?: string;
  onChoose: (values: string[]) => void;
}

let popupCount = 0;

function optionView(option: APISelectMenuOption, selected: boolean, multiple: boolean): HTMLElement {
  return h(
    'div',
    {
      role: 'option',
      class: 'select-option',
      tabindex: -1,
      'aria-selected': String(selected),
      'data-value': option.value,
    },
    option.emoji?.name && !option.emoji.id
      ? h('span', { class: 'emoji', 'aria-hidden': 'true' }, option.emoji.name)
      : null,
    h(
      'span',
      { class: 'select-option-text' },
      h('span', { class: 'select-option-label' }, option.label),
      option.description ? h('span', { class: 'select-option-detail' }, option.description) : null,
    ),
    h('span', { class: multiple ? 'tick box' : 'tick' }, icon('check')),
  );
}

function summary(select: SelectOptions, chosen: string[]): string {
  const labels = select.options
    .filter((option) => chosen.includes(option.value))
    .map((option) => option.label);
  return labels.join(', ') || select.placeholder;
}

/** Toggles a value; where only one can be chosen it replaces the other. More than the maximum is not taken. */
export function toggleValue(chosen: string[], value: string, maxValues: number): string[] {
  if (maxValues === 1) return [value];
  if (chosen.includes(value)) return chosen.filter((one) => one !== value);
  return chosen.length < maxValues ? [...chosen, value] : chosen;
}

function openOptions(select: SelectOptions, button: HTMLElement, apply: (values: string[]) => void): void {
  const multiple = select.maxValues > 1;
  let chosen = [...select.chosen];
  popupCount += 1;
  const list = h('div', {
    role: 'listbox',
    class: 'select-list',
    id: `select-${popupCount}`,
    'aria-label': select.label,
    'aria-multiselectable': multiple ? 'true' : undefined,
  });
  const items = select.options.map((option) => optionView(option, chosen.includes(option.value), multiple));
  list.append(...items);
  const finish = (): void => {
    if (chosen.length < select.minValues) return;
    closePopup();
    apply(chosen);
  };
  const done = h('button', { type: 'button', class: 'button primary select-done', onclick: finish }, 'Done');
  const popup = h('div', { class: 'popup select-popup' }, list, multiple && done);
  const mark = (): void => {
    for (const item of items)
      item.setAttribute('aria-selected', String(chosen.includes(item.dataset['value'] ?? '')));
    done.disabled = chosen.length < select.minValues;
  };
  const pick = (item: HTMLElement): void => {
    chosen = toggleValue(chosen, item.dataset['value'] ?? '', select.maxValues);
    mark();
    if (!multiple) finish();
  };
  for (const item of items) item.addEventListener('click', () => pick(item));
  list.addEventListener('keydown', (event) => {
    const step = verticalStep(event.key);
    const item = items.find((one) => one === document.activeElement);
    if (step !== undefined) moveFocus(items, step);
    else if (event.key === ' ' && item) pick(item);
    else if (event.key === 'Enter' && item) multiple ? finish() : pick(item);
    else return jumpToLetter(items, event);
    event.preventDefault();
  });
  mark();
  button.setAttribute('aria-expanded', 'true');
  button.setAttribute('aria-controls', list.id);
  openPopup({
    popup,
    anchor: button,
    align: 'start',
    matchWidth: true,
    onClose: () => {
      button.setAttribute('aria-expanded', 'false');
      button.removeAttribute('aria-controls');
    },
  });
  (items.find((item) => chosen.includes(item.dataset['value'] ?? '')) ?? items[0])?.focus();
}

function jumpToLetter(items: HTMLElement[], event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
  items.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
}

/** A select menu as a button that opens a list: arrows move, Space or Enter chooses, Escape leaves it as it was. */
export function selectView(select: SelectOptions): HTMLElement {
  const current = select;
  const label = h('span', { class: 'select-value' }, summary(select, select.chosen));
  const button = h(
    'button',
    {
      type: 'button',
      class: select.chosen.length ? 'select has-value' : 'select',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      disabled: select.disabled === true,
      'aria-busy': select.busy ? 'true' : undefined,
      'data-key': select.key,
    },
    label,
    select.busy ? h('span', { class: 'spinner', 'aria-hidden': 'true' }) : icon('chevron'),
  );
  const apply = (values: string[]): void => {
    current.chosen = values;
    label.textContent = summary(select, values);
    button.classList.toggle('has-value', values.length > 0);
    select.onChoose(values);
  };
  button.addEventListener('click', () => {
    if (select.busy) return;
    if (button.getAttribute('aria-expanded') === 'true') closePopup();
    else openOptions(current, button, apply);
  });
  return button;
}
