import { byId } from './dom.js';
import { icon } from './icons.js';

const storageKey = 'theme';

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function showButton(button: HTMLElement): void {
  const next = isDark() ? 'light' : 'dark';
  button.replaceChildren(icon(next === 'dark' ? 'moon' : 'sun'));
  button.setAttribute('aria-label', `Use the ${next} theme`);
  button.title = `Use the ${next} theme`;
}

/** Follows the system's theme until the button chooses one, which is kept for the next visit. */
export function startTheme(): void {
  const button = byId('theme');
  const kept = localStorage.getItem(storageKey);
  if (kept === 'dark' || kept === 'light') document.documentElement.dataset['theme'] = kept;
  showButton(button);
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = next;
    localStorage.setItem(storageKey, next);
    showButton(button);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showButton(button));
}
