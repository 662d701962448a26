import { nameKey } from '../record/names.js';
import type { GeneRecord, Reference } from '../record/schema.js';
import { firstSignature, signature } from '../record/words.js';
import { readable } from './normalise.js';
import { phraseKey } from './tokens.js';

/** Everything that is looked up in all records at once, so that a hundred records cost a message no more than one. */
export interface RecordsIndex {
  /** The records that may own a name of this key, or one that it is a part of. */
  ownersOf(key: string): readonly GeneRecord[];
  /** Whether a key names a gene of the records, or another one that they speak of. */
  isKnownGene(key: string): boolean;
  /** The records that cite somebody of this family name, given as a phrase key. */
  authorsOf(key: string): readonly GeneRecord[];
  /** The records that may hold an accession, a PMID, a PMCID or a DOI. */
  holdersOf(accession: string): readonly GeneRecord[];
  /** The references whose first author signs so, given as a phrase key. */
  writtenBy(key: string): readonly Reference[];
  /** The record of a reference of `references`. */
  recordOf(reference: Reference): GeneRecord | undefined;
}

const made = new WeakMap<readonly GeneRecord[], RecordsIndex>();

/** The index of a list of records; made at the first call and kept as long as the list is. */
export function indexOfAll(records: readonly GeneRecord[]): RecordsIndex {
  const known = made.get(records);
  if (known !== undefined) return known;
  const index = buildIndex(records);
  made.set(records, index);
  return index;
}

/** In front of a name: `rh`, `rhu`, `h`. Behind it: a plural s. */
const LONGEST_PREFIX = 3;
/** Full names are found by their beginning; shorter ones by themselves. */
const BEGINNING = 6;
const NOBODY: readonly GeneRecord[] = [];

function buildIndex(records: readonly GeneRecord[]): RecordsIndex {
  const owners = new Map<string, GeneRecord[]>();
  const beginnings = new Map<string, GeneRecord[]>();
  const holders = new Map<string, GeneRecord[]>();
  const authors = new Map<string, GeneRecord[]>();
  const genes = new Set<string>();
  const byReference = new Map<Reference, GeneRecord>();
  const byAuthor = new Map<string, Reference[]>();
  for (const record of records) {
    for (const key of mentionedGenes(record)) genes.add(key);
    for (const key of authorsOf(record)) put(authors, key, record);
    for (const { name, kind } of record.names) {
      const key = nameKey(name);
      genes.add(key);
      put(owners, key, record);
      if (kind === 'name') put(beginnings, key.slice(0, BEGINNING), record);
    }
    for (const { accession } of record.identifiers) put(holders, accession?.toUpperCase(), record);
    for (const reference of record.references) {
      byReference.set(reference, record);
      put(byAuthor, phraseKey(readable(firstSignature(reference))), reference);
      for (const number of [reference.PMID, reference.PMCID, reference.DOI])
        put(holders, number?.toUpperCase(), record);
    }
  }
  return {
    ownersOf: (key) => {
      const exact = owners.get(key);
      if (exact !== undefined) return exact;
      const parts = [key.slice(0, -1)];
      for (let cut = 1; cut <= LONGEST_PREFIX; cut += 1) parts.push(key.slice(cut), key.slice(cut, -1));
      const found = parts.flatMap((part) => owners.get(part) ?? NOBODY);
      return [...new Set([...found, ...(beginnings.get(key.slice(0, BEGINNING)) ?? NOBODY)])];
    },
    isKnownGene: (key) => genes.has(key),
    authorsOf: (key) => authors.get(key) ?? NOBODY,
    holdersOf: (accession) => holders.get(accession.toUpperCase()) ?? NOBODY,
    writtenBy: (key) => byAuthor.get(key) ?? [],
    recordOf: (reference) => byReference.get(reference),
  };
}

/** Made from the record alone: its index is not built before somebody asks it. */
function mentionedGenes({ entities }: GeneRecord): readonly string[] {
  return entities.flatMap(({ kind, name, also }) => (kind === 'gene' ? [name, ...also].map(nameKey) : []));
}

function authorsOf({ references }: GeneRecord): readonly string[] {
  return references.flatMap(({ author = [] }) => author.map((each) => phraseKey(readable(signature(each)))));
}

function put<T>(map: Map<string, T[]>, key: string | undefined, value: T): void {
  if (key === undefined || key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
