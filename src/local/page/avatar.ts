import { h } from './dom.js';
import { displayName, type User } from './model.js';

const hues = 8;

/** Up to two letters for a picture: the initials of two words, else the first two characters. */
export function initials(name: string): string {
  const words = name.split(/[\s_-]+/).filter(Boolean);
  const [first = '', second] = words;
  return (second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2)).toUpperCase();
}

function hueOf(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % hues;
}

/** A user's picture: their initials on a colour of their own. */
export function avatar(user: User): HTMLElement {
  const name = displayName(user);
  const shape = user.bot ? 'avatar app' : 'avatar';
  return h('span', { class: `${shape} hue-${hueOf(name)}`, 'aria-hidden': 'true' }, initials(name));
}
