import { byId } from './dom.js';

const shownMs = 3000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something short for three seconds. */
export function toast(text: string): void {
  const element = byId('toast');
  element.textContent = text;
  element.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    element.hidden = true;
  }, shownMs);
}
