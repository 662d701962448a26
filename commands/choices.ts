import { LIMITS } from '../src/limits.js';
import { clamp } from '../src/reply/markdown.js';
import { beginsWord } from '../src/search/normalise.js';
import type { Choice } from './types.js';

/** A choice within Discord's limits (100 characters each); null when the value would have to be cut. */
function choice(name: string, value: string): Choice | null {
  if (value === '' || value.length > LIMITS.choiceValue) return null;
  return { name: clamp(name, LIMITS.choiceName), value };
}

/** At most 25 different choices, in the order given. */
export function choices(entries: readonly (readonly [name: string, value: string])[]): readonly Choice[] {
  const byValue = new Map<string, Choice>();
  for (const [name, value] of entries) {
    const made = choice(name, value);
    if (made !== null && !byValue.has(value)) byValue.set(value, made);
  }
  return [...byValue.values()].slice(0, LIMITS.autocompleteChoices);
}

/**
 * Orders entries by how well their texts fit what was typed: the same, beginning so, a word beginning so, containing it.
 * @returns only those that fit, in their own order where they fit equally well; all of them for an empty text
 */
export function fitting<T>(
  entries: readonly T[],
  typed: string,
  texts: (entry: T) => readonly string[],
): readonly T[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return entries;
  return entries
    .map((entry) => ({
      entry,
      fit: Math.min(...texts(entry).map((text) => fitOf(text.toLowerCase(), wanted))),
    }))
    .filter(({ fit }) => fit < NO_FIT)
    .sort((a, b) => a.fit - b.fit)
    .map(({ entry }) => entry);
}

const NO_FIT = 4;

function fitOf(text: string, wanted: string): number {
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (beginsWord(text, wanted)) return 2;
  return text.includes(wanted) ? 3 : NO_FIT;
}
