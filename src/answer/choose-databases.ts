import type { DatabaseKey } from '../record/databases.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { databaseOf } from '../understand/placeholders.js';

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

/** RefSeq is named as a whole, neither its transcripts nor its proteins. */
function namesRefseq({ focus }: Frame): boolean {
  return focus.some(({ terms }) => terms.some((term) => term.kind === 'aspect' && term.aspect === 'refseq'));
}

/** Databases that an accession is said to be of: those named, or both of RefSeq. */
export function statedDatabases(frame: Frame): readonly DatabaseKey[] {
  const named = namedDatabases(frame);
  return named.length === 0 && namesRefseq(frame) ? REFSEQ : named;
}

/** Databases that words may mean: "transcript", "protein accession". */
function hintedDatabases({ focus }: Frame): readonly DatabaseKey[] {
  const hinted = focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'database' && term.weak ? [term.database] : [])),
  );
  return [...new Set(hinted)];
}

/**
 * The databases whose accessions are asked for; empty where none is told.
 * @param before databases that were shown before
 */
export function chooseDatabases(frame: Frame, before: readonly DatabaseKey[]): readonly DatabaseKey[] {
  const named = namedDatabases(frame);
  const { focus, clause } = frame;
  const typed = frame.accessions.flatMap((one) => (one.found === 'identifier' ? [one.database] : []));
  const pasted =
    typed.length > 1 && focus.every((mark) => mark.accession !== null || databaseOf(mark) !== null);
  if (pasted) return [...new Set(typed)];
  const says = (list: string): boolean =>
    focus.some(({ text }) => text.split(' ').some((word) => isIn(list, word)));
  const linked = focus.some(({ text, before: gap }) => isIn('and', text) || /[+&/]/u.test(gap));
  const both = linked && says('transcript word') && says('protein word');
  if (both && named.length > 0 && named.every((key) => REFSEQ.includes(key))) return REFSEQ;
  if (named.length > 0) return named;
  const molecules: DatabaseKey[] = [];
  if (says('transcript word')) molecules.push('refseq_mrna');
  if (says('protein word')) molecules.push('refseq_protein');
  const other = focus.some(({ text }) => isIn('other', text));
  const refseq = namesRefseq(frame);
  if (refseq || before.some((key) => REFSEQ.includes(key))) {
    if (molecules.length > 0) return molecules;
    if (refseq) return REFSEQ;
    if (other) return REFSEQ.filter((key) => !before.includes(key));
  }
  if (before.length > 0 && molecules.length > 0)
    return molecules.includes('refseq_protein') ? ['uniprot', 'refseq_protein'] : molecules;
  const accessions = frame.accessions.flatMap((one) => (one.found === 'identifier' ? [one.database] : []));
  const hinted = hintedDatabases(frame);
  if (
    accessions.length > 0 &&
    !(hinted.length > 0 && clause.mood.kind === 'open' && focus.some(({ text }) => isIn('number word', text)))
  )
    return [...new Set(accessions)];
  return hinted.length > 0 ? hinted : before;
}
