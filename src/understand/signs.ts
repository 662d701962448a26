import { isIn, type Sign } from './grammar.js';
import type { Item } from './items.js';

/** The sign of a clause: what its verbs and amounts come to together. */

function productOf(signs: readonly Sign[]): Sign | null {
  if (signs.length === 0) return null;
  const product = signs.reduce((a: number, b: number) => a * b, 1);
  return product > 0 ? 1 : product < 0 ? -1 : 0;
}

function quantitySign(items: readonly Item[], verbs: readonly Item[], at: number): Sign | null {
  const item = items[at];
  if (item === undefined || verbs.includes(item) || item.verb !== null) return null;
  if (items[at + 1]?.text === 'than' || isIn('giving', items[at + 1]?.text)) return null;
  const particle = item.text === 'up' || item.text === 'down';
  if (particle && verbs.some((verb) => verb.at < at && verb.verb?.use !== 'static')) return null;
  if (isIn('quantity up', item.text)) return 1;
  return isIn('quantity down', item.text) ? -1 : null;
}

/** Signs of the verbs of the clause: a causative verb counts only where it governs no other. */
export function signOf(items: readonly Item[], verbs: readonly Item[]): Sign | null {
  const acting = verbs.filter(({ verb }) => verb !== null && verb.use !== 'static');
  const chain = acting.filter(
    (item) => item.verb?.use !== 'causative' || item.verb.sign < 0 || !acting.some(({ at }) => at > item.at),
  );
  const quantities = items.flatMap((_, at) => quantitySign(items, verbs, at) ?? []);
  return productOf([...chain.flatMap(({ verb }) => verb?.sign ?? []), ...quantities]);
}
