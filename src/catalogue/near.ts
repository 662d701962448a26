import type { GeneMatch } from './catalogue.js';
import { squeezedKey } from './keys.js';
import { LONGEST_NAME, matchOf, oncePerGene } from './look-up.js';
import { equalRun, keyBytes, prefixRun, suffixRun } from './table.js';
import { type NameEntry, nameEntryAt, type Tables } from './tables.js';

/** Anything is one edit from a single letter. */
const LEAST_LENGTH = 2;

/** A name one edit away: its place in the table, and whether the edit is one of those that fingers make. */
interface Near {
  readonly at: number;
  readonly isSlip: boolean;
}

/** What one edit did to a name: `slip` is a letter left out, doubled or swapped with its neighbour, `other` any other letter. */
type Edit = 'none' | 'slip' | 'other';

/**
 * Names one edit away (a letter more, less, another, or two neighbours swapped), the likeliest first; each gene once.
 * For offers only: 93% of human gene symbols have another symbol one edit away.
 */
export function nearNames(tables: Tables, typed: string, limit: number): readonly GeneMatch[] {
  return nearEntries(tables, squeezedKey(typed.slice(0, LONGEST_NAME)), limit).map((entry) =>
    matchOf(tables, entry),
  );
}

/** As `nearNames`, for a squeezed key, as entries of the table. */
export function nearEntries(tables: Tables, key: string, limit: number): readonly NameEntry[] {
  const weight = ({ at, isSlip }: Near): number => (isSlip ? 0 : 256) + (tables.nameRanks[at] ?? 0);
  const ranked = [...oneEditAway(tables, keyBytes(key))].sort((a, b) => weight(a) - weight(b) || a.at - b.at);
  return oncePerGene(
    ranked.map(({ at }) => nameEntryAt(tables, at)),
    ({ gene }) => gene,
  ).slice(0, limit);
}

/**
 * All names one edit away. An edit leaves one half of a text whole (Wu and Manber 1992), so that only the names that begin with the
 * first half or end with the second need be looked at; a swap across the middle is undone instead.
 */
function oneEditAway(tables: Tables, key: Uint8Array): readonly Near[] {
  if (key.length < LEAST_LENGTH) return [];
  const { names, namesBackwards } = tables;
  const half = key.length >> 1;
  const { bytes, starts } = names;
  const found = new Map<number, Near>();
  const consider = (at: number): void => {
    const from = starts[at] ?? 0;
    const to = starts[at + 1] ?? 0;
    const longer = to - from - key.length;
    if (longer > 1 || longer < -1) return;
    const edit = editBetween(key, bytes, from, to);
    if (edit !== 'none') found.set(at, { at, isSlip: edit === 'slip' });
  };
  const start = prefixRun(names, key.subarray(0, half));
  for (let at = start.from; at < start.to; at += 1) consider(at);
  const end = suffixRun(names, namesBackwards, key.subarray(half));
  for (let at = end.from; at < end.to; at += 1) consider(namesBackwards[at] ?? 0);
  const swapped = equalRun(names, withSwap(key, half));
  for (let at = swapped.from; at < swapped.to; at += 1) consider(at);
  return [...found.values()];
}

function withSwap(key: Uint8Array, at: number): Uint8Array {
  const swapped = Uint8Array.from(key);
  swapped[at - 1] = key[at] ?? 0;
  swapped[at] = key[at - 1] ?? 0;
  return swapped;
}

/** The one edit by which `typed` differs from the bytes of a name of its length, one more or one less; `none` when it takes none or several. */
function editBetween(typed: Uint8Array, bytes: Uint8Array, from: number, to: number): Edit {
  const length = to - from;
  const shorter = Math.min(typed.length, length);
  let start = 0;
  while (start < shorter && typed[start] === bytes[from + start]) start += 1;
  let end = 0;
  while (end < shorter - start && typed[typed.length - 1 - end] === bytes[to - 1 - end]) end += 1;
  const left = Math.max(typed.length, length) - start - end;
  if (left === 2 && length === typed.length) {
    const isSwap = typed[start] === bytes[from + start + 1] && typed[start + 1] === bytes[from + start];
    return isSwap ? 'slip' : 'none';
  }
  if (left !== 1) return 'none';
  const isLeftOut = length > typed.length;
  const isDoubled = length < typed.length && start > 0 && typed[start] === typed[start - 1];
  return isLeftOut || isDoubled ? 'slip' : 'other';
}
