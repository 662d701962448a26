import type { GeneRecord } from '../record/schema.js';
import { readable } from './normalise.js';
import { indexOfAll } from './records-index.js';
import { stem } from './stem.js';
import { type FoundTerm, findTerms } from './terms.js';
import { tokenise } from './tokens.js';
import { everyday, isOrdinary } from './words.js';

/** Which of several records a question is about: that of its subject, wherever the question was asked. */

/** Something in a question that belongs to one or more records. */
export interface Named<Owner> {
  /** offsets in the question */
  readonly start: number;
  readonly end: number;
  /** a name says more than an accession or a reference, and these more than an author */
  readonly kind: 'name' | 'accession' | 'author';
  readonly owners: readonly Owner[];
}

/** What a question names. */
export interface Subject<Owner> {
  /** who owns what the question is about; several where they share the name; empty where nothing is named */
  readonly owners: readonly Owner[];
  /** who owns what else is named, such as an object, in the order of the question */
  readonly others: readonly Owner[];
  /** the name that `owners` share, as typed; empty where nothing is named */
  readonly typed: string;
  /** a word such as "it" stands before every name: the question is about what was spoken of before */
  readonly pointsBack: boolean;
}

/** Words in front of a name that is no subject: what happens to it, besides it, or because of it. */
const ASIDE =
  /(?:^|[^\p{L}])(?:after|against|alongside|and|besides|beyond|by|following|in|into|like|near|not|or|than|through|to|under|unlike|upon|using|versus|via|vs|when|with|without)\s+(?:the\s+|an?\s+)?$/iu;
const POINTS_BACK = /(?:^|[^\p{L}])(?:it|its|they|them|their|this|that|these|those)(?:[^\p{L}]|$)/iu;
const RANKS: Readonly<Record<Named<unknown>['kind'], number>> = { name: 0, accession: 1, author: 2 };

/**
 * Decides what a question is about from what it names. Names count before accessions, accessions before authors; the sentence
 * that asks counts before those that tell; what stands first counts, unless a word such as "after" sets it aside.
 * @param text the question, as it was searched
 * @param named in any order; spans do not overlap
 */
export function subjectOf<Owner>(text: string, named: readonly Named<Owner>[]): Subject<Owner> {
  const rank = Math.min(...named.map(({ kind }) => RANKS[kind]));
  const ordered = named.filter(({ kind }) => RANKS[kind] === rank).sort((a, b) => a.start - b.start);
  const [asked, told] = parted(ordered, ({ start }) => asksAt(text, start));
  const candidates = asked.length > 0 ? asked : told;
  const [aside, plain] = parted(candidates, ({ start }) => ASIDE.test(text.slice(0, start)));
  const [subject] = plain.length > 0 ? plain : aside;
  if (subject === undefined) return { owners: [], others: [], typed: '', pointsBack: false };
  const others = [...named].sort((a, b) => a.start - b.start).flatMap(({ owners }) => owners);
  return {
    owners: subject.owners,
    others: [...new Set(others)].filter((owner) => !subject.owners.includes(owner)),
    typed: text.slice(subject.start, subject.end).replace(/\s+/gu, ' '),
    pointsBack: POINTS_BACK.test(text.slice(0, ordered[0]?.start ?? 0)),
  };
}

function parted<T>(entries: readonly T[], belongs: (entry: T) => boolean): [T[], T[]] {
  return [entries.filter(belongs), entries.filter((entry) => !belongs(entry))];
}

/** Whether the sentence that goes on at this place ends in a question mark. */
function asksAt(text: string, at: number): boolean {
  return /^[^?!\n]*?(?:\?|[.!](?=\s+\p{Lu})|$)/u.exec(text.slice(at))?.[0].endsWith('?') ?? false;
}

/**
 * What a text names of the records: names, accessions, references and their authors.
 * @param text a question or a message; only the first 12,000 characters are read
 */
export function namedIn(records: readonly GeneRecord[], text: string): readonly Named<GeneRecord>[] {
  const spans = new Map<
    string,
    { start: number; end: number; kind: 'name' | 'accession'; owners: GeneRecord[] }
  >();
  for (const term of findTerms(records, text).terms) {
    if (term.what.is === 'name' && isWord(term)) continue;
    const { start, end, record } = term;
    const kind = term.what.is === 'name' ? 'name' : 'accession';
    const span = spans.get(`${start} ${end}`) ?? { start, end, kind, owners: [] };
    spans.set(`${start} ${end}`, span);
    if (!span.owners.includes(record)) span.owners.push(record);
  }
  return spans.size > 0 ? [...spans.values()] : authorsIn(records, text);
}

/** A gene's name that is also a word (SET, REST, WAS) is meant as a name where it is written as one. */
function isWord({ typed }: FoundTerm): boolean {
  const lower = typed.toLowerCase();
  return (
    typed === lower && /^\p{L}+$/u.test(lower) && (everyday(lower, stem(lower)) !== null || isOrdinary(lower))
  );
}

/** Family names of authors; one that is also a word counts where it is written with a capital. */
function authorsIn(records: readonly GeneRecord[], text: string): readonly Named<GeneRecord>[] {
  const read = readable(text);
  const index = indexOfAll(records);
  return tokenise(read).list.flatMap(({ raw, stem: key, start, end }) => {
    const lower = raw.toLowerCase();
    if (!/^\p{L}{3,}$/u.test(raw) || everyday(lower, key) !== null) return [];
    if (raw === lower && isOrdinary(lower)) return [];
    const owners = index.authorsOf(key);
    return owners.length === 0 ? [] : [{ start, end, kind: 'author' as const, owners }];
  });
}
