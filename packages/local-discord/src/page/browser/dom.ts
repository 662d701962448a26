export type Child = Node | string | null | undefined | false;
type Property = string | number | boolean | undefined | ((event: Event) => void);

function applyProperty(element: Element, name: string, value: Property): void {
  if (value === undefined || value === false) return;
  if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/**
 * Makes an element. Properties become attributes (`false` and `undefined` are left out, functions named
 * `onclick` and so on become listeners); strings among the children become text, never markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Record<string, Property> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) applyProperty(element, name, value);
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** The element with this id. Throws where index.html and the code disagree. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}"`);
  return element;
}

/** Text for screen readers only. */
export function hiddenText(text: string): HTMLElement {
  return h('span', { class: 'visually-hidden' }, text);
}

/** Moves focus by `step` among the items, round the ends; -Infinity and Infinity go to the first and the last. */
export function moveFocus(items: HTMLElement[], step: number): void {
  if (!items.length) return;
  const current = items.findIndex((item) => item.matches(':focus'));
  const target =
    step === -Infinity
      ? 0
      : step === Infinity
        ? items.length - 1
        : (current + step + items.length) % items.length;
  items[target]?.focus();
}

/** How far an arrow, Home or End key moves in a vertical list; undefined for every other key. */
export function verticalStep(key: string): number | undefined {
  return { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[key];
}
