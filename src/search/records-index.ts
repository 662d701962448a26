import { nameKey } from '../record/names.js';
import type { GeneName, GeneRecord, Reference } from '../record/schema.js';
import { signature } from '../record/words.js';
import { putOnce } from './lexicon.js';
import { readable } from './normalise.js';
import { stemsOf } from './tokens.js';

/** A name and whose it is. */
export interface Owned {
  readonly record: GeneRecord;
  readonly name: GeneName;
}

/** The names of one record or of several, as they are looked for in a text. */
export type Names = Readonly<ReturnType<typeof namesOf>>;

/** A reference, and its record, of somebody who signs it. */
export interface Signed {
  readonly record: GeneRecord;
  readonly reference: Reference;
  readonly isFirst: boolean;
  /** stems of the family name of its second author */
  readonly second: readonly string[];
}

/** Everything that is looked up in all records at once, so that a hundred records cost a message no more than one. */
export type RecordsIndex = Readonly<ReturnType<typeof buildIndex>>;

const made = new WeakMap<readonly GeneRecord[], RecordsIndex>();

/** The index of a list of records; made at the first call, from the records alone, and kept as long as the list is. */
export function indexOfAll(records: readonly GeneRecord[]): RecordsIndex {
  const known = made.get(records) ?? buildIndex(records);
  made.set(records, known);
  return known;
}

function buildIndex(records: readonly GeneRecord[]) {
  /** keys of the genes that the records speak of */
  const mentioned = new Set<string>();
  /** stems of a family name, joined -> what it signs */
  const signed = new Map<string, Signed[]>();
  /** accession, PMID, PMCID or DOI, upper case -> the records that hold it */
  const holders = new Map<string, GeneRecord[]>();
  for (const record of records) {
    for (const { kind, name, also } of record.entities)
      if (kind === 'gene') for (const each of [name, ...also]) mentioned.add(nameKey(each));
    for (const { accession } of record.identifiers) putOnce(holders, accession?.toUpperCase() ?? '', record);
    for (const reference of record.references) {
      const authors = (reference.author ?? []).map((author) => stemsOf(readable(signature(author))));
      for (const [at, author] of authors.entries())
        putOnce(signed, author.join(''), { record, reference, isFirst: at === 0, second: authors[1] ?? [] });
      for (const number of [reference.PMID, reference.PMCID, reference.DOI])
        putOnce(holders, number?.toUpperCase() ?? '', record);
    }
  }
  return { ...namesOf(records), mentioned, signed, holders };
}

/** The names of records; those of isoforms also behind the full name: `interleukin 2 gamma` beside `IL-2gamma`. */
export function namesOf(records: readonly GeneRecord[]) {
  /** name key -> the names that have it */
  const owned = new Map<string, Owned[]>();
  /** how the keys of the names begin, and these with a plural s */
  const beginnings = new Set<string>();
  /** what stands before the number of own names (`il`, `zincfinger`): another number makes another gene */
  const families = new Set<string>();
  for (const record of records) {
    for (const [key, name] of keysOf(record)) {
      putOnce(owned, key, { record, name });
      for (let at = 0; at <= key.length; at += 1) beginnings.add(`${key}s`.slice(0, at + 1));
      const letters = /^(\D*\p{L})[\s-]*\d/u.exec(readable(name.name))?.[1];
      if (letters !== undefined) families.add(nameKey(letters));
    }
  }
  /** own names that are also listed with a letter behind them (ABC, ABCa): another letter makes an unknown isoform */
  const lettered = [...owned.keys()].map((key) => key.slice(0, -1)).filter((key) => owned.has(key));
  return { owned, beginnings, families, lettered: new Set(lettered) };
}

function keysOf({ names }: GeneRecord): ReadonlyMap<string, GeneName> {
  const found = new Map(names.map((name) => [nameKey(name.name), name]));
  const symbol = nameKey(names.find(({ kind }) => kind === 'symbol')?.name ?? '');
  for (const full of names.filter(({ kind }) => kind === 'name')) {
    for (const [key, name] of [...found]) {
      const long = nameKey(full.name) + key.slice(symbol.length);
      if (symbol !== '' && key !== symbol && key.startsWith(symbol) && !found.has(long))
        found.set(long, name);
    }
  }
  return found;
}
