import type { Completion } from './catalogue.js';
import { readNames } from './gene.js';
import { lenientKey, squeezedKey } from './keys.js';
import { entriesUnder, LONGEST_NAME, oncePerGene } from './look-up.js';
import { nearEntries } from './near.js';
import { keyBytes, keyLength, prefixRun } from './table.js';
import { lineAt, type NameEntry, nameEntryAt, type Tables } from './tables.js';

/** Of a full list, so many places are kept for names one edit away: who mistypes a letter often types the start of another name. */
const SHARE_NEAR = 0.4;
/** More than the longest key: kind and locus decide before length. */
const LENGTHS = 1024;

/**
 * What somebody who types means, for autocomplete: the names that are the same, those that begin so, those one edit away.
 * @param typed the start of a name; empty for none
 * @returns each gene once, at most `limit`
 */
export function completions(tables: Tables, typed: string, limit: number): readonly Completion[] {
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
    .map(({ gene, kind, ordinal }) => ({ kind, ...readNames(lineAt(tables, gene), kind, ordinal) }));
}

function genesOnce(entries: readonly NameEntry[]): readonly NameEntry[] {
  return oncePerGene(entries, ({ gene }) => gene);
}

/** The weightiest names that begin so, one for each gene: by kind of name and locus, then the shorter one, then by alphabet. */
function beginningWith(tables: Tables, key: string, limit: number): readonly NameEntry[] {
  const { names, nameRanks, nameGenes } = tables;
  const { from, to } = prefixRun(names, keyBytes(key));
  const best: { readonly at: number; readonly weight: number; readonly gene: number }[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at += 1) {
    const weight = (nameRanks[at] ?? 0) * LENGTHS + keyLength(names, at);
    if (weight >= worst) continue;
    const gene = nameGenes[at] ?? 0;
    const known = best.findIndex((one) => one.gene === gene);
    if (known >= 0 && (best[known]?.weight ?? 0) <= weight) continue;
    if (known >= 0) best.splice(known, 1);
    let place = best.length;
    while (place > 0 && (best[place - 1]?.weight ?? 0) > weight) place -= 1;
    best.splice(place, 0, { at, weight, gene });
    if (best.length > limit) best.pop();
    worst = best.length < limit ? worst : (best.at(-1)?.weight ?? worst);
  }
  return best.map(({ at }) => nameEntryAt(tables, at));
}
