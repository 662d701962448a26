import { nameKey } from '../record/names.js';
import type { GeneRecord, Reference } from '../record/schema.js';
import { signature } from '../record/words.js';
import { putOnce } from './lexicon.js';
import { readable } from './normalise.js';
import { namesOf } from './record-index.js';
import { phraseKey } from './tokens.js';

/** A reference, and its record, of somebody who signs it. */
interface Signed {
  readonly record: GeneRecord;
  readonly reference: Reference;
  readonly isFirst: boolean;
}

/** Everything that is looked up in all records at once, so that a hundred records cost a message no more than one. */
export interface RecordsIndex {
  /** The records that may own a name of this key. */
  ownersOf(key: string): readonly GeneRecord[];
  /** Whether a key names a gene of the records, or another one that they speak of. */
  isKnownGene(key: string): boolean;
  /** What somebody signed, given as a phrase key. */
  signedBy(key: string): readonly Signed[];
  /** The records that may hold an accession, a PMID, a PMCID or a DOI. */
  holdersOf(accession: string): readonly GeneRecord[];
}

const made = new WeakMap<readonly GeneRecord[], RecordsIndex>();

/** The index of a list of records; made at the first call, from the records alone, and kept as long as the list is. */
export function indexOfAll(records: readonly GeneRecord[]): RecordsIndex {
  const known = made.get(records) ?? buildIndex(records);
  made.set(records, known);
  return known;
}

function buildIndex(records: readonly GeneRecord[]): RecordsIndex {
  const owners = new Map<string, GeneRecord[]>();
  const holders = new Map<string, GeneRecord[]>();
  const signed = new Map<string, Signed[]>();
  const mentioned = new Set<string>();
  for (const record of records) {
    for (const { kind, name, also } of record.entities)
      if (kind === 'gene') for (const each of [name, ...also]) mentioned.add(nameKey(each));
    for (const key of namesOf(record).keys()) putOnce(owners, key, record);
    for (const { accession } of record.identifiers) putOnce(holders, accession?.toUpperCase() ?? '', record);
    for (const reference of record.references) {
      for (const [at, author] of (reference.author ?? []).entries())
        putOnce(signed, phraseKey(readable(signature(author))), { record, reference, isFirst: at === 0 });
      for (const number of [reference.PMID, reference.PMCID, reference.DOI])
        putOnce(holders, number?.toUpperCase() ?? '', record);
    }
  }
  return {
    ownersOf: (key) => {
      const exact = owners.get(key);
      if (exact !== undefined) return exact;
      /** in front of a name `rh`, `rhu` or `h`, behind it a plural s */
      const parts = [0, 1, 2, 3].flatMap((cut) => [key.slice(cut), key.slice(cut, -1)]);
      return [...new Set(parts.flatMap((part) => owners.get(part) ?? []))];
    },
    isKnownGene: (key) => owners.has(key) || mentioned.has(key),
    signedBy: (key) => signed.get(key) ?? [],
    holdersOf: (accession) => holders.get(accession.toUpperCase()) ?? [],
  };
}
