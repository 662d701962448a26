import { h, moveFocus, verticalStep } from './dom.js';
import { type IconName, icon } from './icons.js';
import { closePopup, openPopup } from './popup.js';

/** One entry of a menu, or a group of entries under a heading. */
export interface MenuEntry {
  label: string;
  icon?: IconName;
  /** Stands in the icon's place. */
  picture?: () => Node;
  detail?: string;
  /** Given where one of the entries is the chosen one. */
  checked?: boolean;
  run: () => void;
}

export interface MenuGroup {
  heading?: string;
  entries: MenuEntry[];
}

function entryButton(entry: MenuEntry, close: () => void): HTMLElement {
  const run = (): void => {
    close();
    entry.run();
  };
  return h(
    'button',
    {
      type: 'button',
      role: entry.checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': entry.checked === undefined ? undefined : String(entry.checked),
      class: 'menu-item',
      tabindex: -1,
      onclick: run,
    },
    entry.picture?.(),
    entry.icon && icon(entry.icon),
    h('span', { class: 'menu-label' }, entry.label),
    entry.detail ? h('span', { class: 'menu-detail' }, entry.detail) : null,
    entry.checked ? icon('check') : null,
  );
}

function groupElement(group: MenuGroup, close: () => void): HTMLElement {
  return h(
    'div',
    { role: 'group', class: 'menu-group', 'aria-label': group.heading },
    group.heading ? h('div', { class: 'menu-heading', 'aria-hidden': 'true' }, group.heading) : null,
    ...group.entries.map((entry) => entryButton(entry, close)),
  );
}

/** Opens a menu at a button: arrows move, a letter jumps, Enter runs, Escape closes. */
export function openMenu(anchor: HTMLElement, label: string, groups: MenuGroup[]): void {
  if (anchor.getAttribute('aria-expanded') === 'true') {
    closePopup();
    return;
  }
  let close = (): void => undefined;
  const popup = h('div', { role: 'menu', class: 'popup menu', 'aria-label': label });
  popup.append(
    ...groups.filter((group) => group.entries.length).map((group) => groupElement(group, () => close())),
  );
  const items = [...popup.querySelectorAll<HTMLElement>('.menu-item')];
  popup.addEventListener('keydown', (event) => {
    const step = verticalStep(event.key);
    if (step !== undefined) {
      event.preventDefault();
      moveFocus(items, step);
    } else if (event.key.length === 1 && event.key !== ' ')
      items.find((item) => item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  });
  anchor.setAttribute('aria-expanded', 'true');
  close = openPopup({
    popup,
    anchor,
    align: 'end',
    onClose: () => anchor.setAttribute('aria-expanded', 'false'),
  });
  (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
}
