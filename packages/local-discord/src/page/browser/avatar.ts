import { h } from './dom.js';
import { displayName, type User } from './page-model.js';

const peopleHues = 5;
const appHues = 3;

/** Up to two letters for a picture: the initials of two words, else the first two characters. */
export function initials(name: string): string {
  const words = name.split(/[\s_-]+/).filter(Boolean);
  const [first = '', second] = words;
  return (second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2)).toUpperCase();
}

function sumOf(text: string): number {
  return [...text].reduce((sum, character) => sum * 7 + (character.codePointAt(0) ?? 0), 0);
}

/** A user's picture: their initials on a colour of their own. */
export function avatar(user: User): HTMLElement {
  const name = displayName(user);
  const look = user.bot
    ? `avatar app app-hue-${sumOf(name) % appHues}`
    : `avatar hue-${sumOf(name) % peopleHues}`;
  return h('span', { class: look, 'aria-hidden': 'true' }, initials(name));
}
