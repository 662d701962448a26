import type { GeneMatch } from './catalogue.js';
import { lenientKey, squeezedKey } from './keys.js';
import { entriesUnder, LONGEST_NAME, matchOf, oncePerGene } from './look-up.js';
import { nearEntries } from './near.js';
import { keyBytes, keyLength, prefixRun } from './table.js';
import { type NameEntry, nameEntryAt, type Tables } from './tables.js';

/** Of a full list, so many places are kept for names one edit away: who mistypes a letter often types the start of another name. */
const SHARE_NEAR = 0.4;
/** More than the longest key: kind and locus decide before length. */
const LENGTHS = 1024;

/**
 * What somebody who types means, for autocomplete: the names that are the same, those that begin so, those one edit away.
 * @param typed the start of a name; empty for none
 * @returns each gene once, at most `limit`
 */
export function completions(tables: Tables, typed: string, limit: number): readonly GeneMatch[] {
  const text = typed.slice(0, LONGEST_NAME);
  const key = squeezedKey(text);
  if (key === '') return [];
  const same = [...entriesUnder(tables, key), ...entriesUnder(tables, lenientKey(text))];
  const starting = [...same, ...beginningWith(tables, key, limit)];
  const near = nearEntries(tables, key, limit);
  const places = Math.min(near.length, Math.floor(limit * SHARE_NEAR));
  const first = genesOnce(starting).slice(0, limit - places);
  return genesOnce([...first, ...near, ...starting])
    .slice(0, limit)
    .map((entry) => matchOf(tables, entry));
}

function genesOnce(entries: readonly NameEntry[]): readonly NameEntry[] {
  return oncePerGene(entries, ({ gene }) => gene);
}

/** The weightiest names that begin so, one for each gene: by kind of name and locus, then the shorter one, then by alphabet. */
function beginningWith(tables: Tables, key: string, limit: number): readonly NameEntry[] {
  const { from, to } = prefixRun(tables.names, keyBytes(key));
  const best: { readonly at: number; readonly weight: number; readonly gene: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const weight = (tables.nameRanks[at] ?? 0) * LENGTHS + keyLength(tables.names, at);
    const last = best[best.length - 1];
    if (best.length >= limit && last !== undefined && weight >= last.weight) continue;
    const gene = tables.nameGenes[at] ?? 0;
    const known = best.findIndex((one) => one.gene === gene);
    if (known >= 0 && (best[known]?.weight ?? 0) <= weight) continue;
    if (known >= 0) best.splice(known, 1);
    const behind = best.findIndex((one) => one.weight > weight);
    best.splice(behind < 0 ? best.length : behind, 0, { at, weight, gene });
    if (best.length > limit) best.pop();
  }
  return best.map(({ at }) => nameEntryAt(tables, at));
}
