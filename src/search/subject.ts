import type { GeneRecord } from '../record/schema.js';
import { ownersNamed } from './names.js';
import { MAX_MESSAGE, readable } from './normalise.js';
import { indexOfAll } from './record-index.js';
import { stem } from './stem.js';
import { type FoundTerm, findTerms } from './terms.js';
import { everyday, isListed, isOrdinary, tokenise } from './tokens.js';

/** Which of several records a question is about: that of its subject, wherever the question was asked. */

/** Something in a question that belongs to one or more records. */
export interface Named<Owner> {
  /** offsets in the readable question */
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

/**
 * Decides what a question is about from what it names. Names count before accessions, accessions before authors; the sentence
 * that asks counts before those that tell; what stands first counts, unless a word such as "after" sets it aside.
 * @param text the question, as it was searched
 * @param named in any order; spans do not overlap
 */
export function subjectOf<Owner>(text: string, named: readonly Named<Owner>[]): Subject<Owner> {
  const ordered = [...named].sort((a, b) => a.start - b.start);
  const kind = (['name', 'accession', 'author'] as const).find((one) =>
    named.some((each) => each.kind === one),
  );
  const candidates = ordered.filter((one) => one.kind === kind);
  const { text: read, list, asked } = tokenise(readable(text, MAX_MESSAGE));
  const before = (at: number) => list.filter(({ end }) => end <= at).map((token) => token.text);
  const asks = ({ start }: Named<Owner>) => asked.has(list.find(({ end }) => end > start)?.sentence ?? -1);
  /** what happens to it, besides it, or because of it */
  const isAside = ({ start }: Named<Owner>) =>
    isListed(
      'before what is set aside',
      before(start).findLast((word) => !isListed('article', word)),
    );
  const asking = candidates.some(asks) ? candidates.filter(asks) : candidates;
  const subject = asking.find((one) => !isAside(one)) ?? asking[0];
  if (subject === undefined) return { owners: [], others: [], typed: '', pointsBack: false };
  const others = ordered.flatMap(({ owners }) => owners);
  return {
    owners: subject.owners,
    others: [...new Set(others)].filter((owner) => !subject.owners.includes(owner)),
    typed: read.slice(subject.start, subject.end).replace(/\s+/gu, ' '),
    pointsBack: before(candidates[0]?.start ?? 0).some((word) => isListed('points back', word)),
  };
}

/**
 * What a text names of the records: names, accessions, references and their authors.
 * @param text a question or a message; only the first 12,000 characters are read
 */
export function namedIn(records: readonly GeneRecord[], text: string): readonly Named<GeneRecord>[] {
  const named: Named<GeneRecord>[] = [];
  for (const term of findTerms(records, text).terms) {
    const { start, end, record, what } = term;
    if (what.found === 'name' && isWord(term)) continue;
    const last = named.at(-1);
    const shared = last?.start === start ? (named.pop()?.owners ?? []) : [];
    named.push({
      start,
      end,
      kind: what.found === 'name' ? 'name' : 'accession',
      owners: [...shared, record],
    });
  }
  return named.length > 0 ? named : authorsIn(records, text);
}

/** A gene's name that is also a word (SET, REST, WAS) is meant as a name where it is written as one. */
function isWord({ typed }: FoundTerm): boolean {
  return /^\p{Ll}+$/u.test(typed) && (everyday(typed, stem(typed)) !== null || isOrdinary(typed));
}

/** Family names of authors; one that is also a word counts where it is written with a capital. */
function authorsIn(records: readonly GeneRecord[], text: string): readonly Named<GeneRecord>[] {
  const index = indexOfAll(records);
  return tokenise(readable(text, MAX_MESSAGE)).list.flatMap(
    ({ raw, text: word, stem: key, level, start, end }) => {
      if (!/^\p{L}{3,}$/u.test(raw) || level !== null || (raw === word && isOrdinary(word))) return [];
      const owners = [...new Set((index.signed.get(key) ?? []).map(({ record }) => record))];
      return owners.length === 0 ? [] : [{ start, end, kind: 'author', owners }];
    },
  );
}

/**
 * The records that somebody means with one name: that of the command, else those whose symbol it is, else those of which it is
 * any other name. Matched exactly after normalising.
 * @returns several where a name is shared; none where nobody has it
 */
export function recordsNamed(records: readonly GeneRecord[], typed: string): readonly GeneRecord[] {
  const text = typed.trim();
  const listed = records.filter(({ command }) => command === text.toLowerCase().replace(/^\//u, ''));
  if (listed.length > 0) return listed;
  const owners = ownersNamed(indexOfAll(records), text);
  const symbols = owners.filter(({ name }) => name.kind === 'symbol');
  return (symbols.length > 0 ? symbols : owners).map(({ record }) => record);
}
