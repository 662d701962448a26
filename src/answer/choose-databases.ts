import type { DatabaseKey } from '../record/databases.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { databaseOf } from '../understand/placeholders.js';
import { accessionsFound, asksFor, says } from './focus.js';

const REFSEQ: readonly DatabaseKey[] = ['refseq_mrna', 'refseq_protein'];

/** Databases that a frame names, those that it leaves out ("not the mRNA") left out, in the order of the text. */
export function namedDatabases({ focus }: Frame): readonly DatabaseKey[] {
  const named = focus.flatMap((mark, at) => {
    const database = databaseOf(mark);
    const denied = focus.slice(Math.max(0, at - 2), at).some(({ text }) => text === 'not' || text === 'no');
    return database === null || denied ? [] : [database];
  });
  return [...new Set(named)];
}

/** Databases that an accession is said to be of: those named, or both of RefSeq. */
export function statedDatabases(frame: Frame): readonly DatabaseKey[] {
  const named = namedDatabases(frame);
  return named.length === 0 && asksFor(frame, 'refseq') ? REFSEQ : named;
}

/**
 * The databases whose accessions are asked for; empty where none is told.
 * @param before databases that were shown before
 */
export function chooseDatabases(frame: Frame, before: readonly DatabaseKey[]): readonly DatabaseKey[] {
  const named = namedDatabases(frame);
  const { focus, clause } = frame;
  const words = { focus: focus.filter(({ accession }) => accession === null) };
  const molecules = REFSEQ.filter((key) =>
    says(words, key === 'refseq_mrna' ? 'transcript word' : 'protein word'),
  );
  const linked = focus.some(({ text, before: gap }) => isIn('and', text) || /[+&/]/u.test(gap));
  if (linked && molecules.length > 1 && named.length > 0 && named.every((key) => REFSEQ.includes(key)))
    return REFSEQ;
  if (named.length > 0) return named;
  const typed = accessionsFound(frame, 'identifier').map(({ database }) => database);
  if (asksFor(frame, 'refseq')) return molecules.length > 0 ? molecules : REFSEQ;
  /** "I have NM_001012631, now the protein" */
  const beside = clause.mood.kind === 'open' && typed.some((key) => REFSEQ.includes(key));
  if ((beside || before.length > 0) && molecules.length > 0) return molecules;
  if (typed.length > 0) return [...new Set(typed)];
  const hinted = focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'database' && term.weak ? [term.database] : [])),
  );
  return hinted.length > 0 ? [...new Set(hinted)] : before;
}
