import type { GeneName, GeneRecord, Identifier, Reference } from '../record/schema.js';
import { resolveAccession, scanAccessions } from './accessions.js';
import { findName } from './names.js';

/** A name, accession or reference number of a record that stands in somebody's text. */
export interface FoundTerm {
  readonly record: GeneRecord;
  /** offsets in the text, in UTF-16 units */
  readonly start: number;
  readonly end: number;
  /** as it stands in the text */
  readonly typed: string;
  readonly what:
    | { readonly is: 'name'; readonly name: GeneName }
    | {
        readonly is: 'identifier';
        readonly identifier: Identifier;
        readonly suffix: string;
        readonly assumed: boolean;
      }
    | { readonly is: 'reference'; readonly reference: Reference };
}

/** A word with everything that may stand inside a name: letters, digits, marks and invisible characters. */
const PIECE = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;
const JOINT = /^(?:[\s\p{Pd}\u2212_]{1,2})$/u;
const COMPOUND = /^-(?:like|related|derived)/iu;
const MAX_PIECES = 4;

function overlaps(found: readonly FoundTerm[], start: number, end: number): boolean {
  return found.some((term) => start < term.end && term.start < end);
}

function accessionTerms(record: GeneRecord, text: string): readonly FoundTerm[] {
  return scanAccessions(text).flatMap((one): FoundTerm[] => {
    const find = resolveAccession(record, one);
    const where = { record, start: one.start, end: one.end, typed: text.slice(one.start, one.end) };
    if (find.found === 'reference')
      return [{ ...where, what: { is: 'reference', reference: find.reference } }];
    if (find.found !== 'identifier') return [];
    return [
      {
        ...where,
        what: { is: 'identifier', identifier: find.identifier, suffix: find.suffix, assumed: find.assumed },
      },
    ];
  });
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A name stands alone: `IL-2` in `anti-IL-2` counts, in `IL-2R` or `IL-2-like` it does not stand for the gene. */
function nameTerm(
  record: GeneRecord,
  text: string,
  pieces: readonly Piece[],
  at: number,
  taken: readonly FoundTerm[],
): FoundTerm | null {
  const first = pieces[at];
  if (first === undefined) return null;
  let best: FoundTerm | null = null;
  let end = first.start;
  for (let count = 1; count <= MAX_PIECES; count += 1) {
    const last = pieces[at + count - 1];
    if (last === undefined || (count > 1 && !JOINT.test(text.slice(end, last.start)))) break;
    end = last.end;
    if (end - first.start > 60 || overlaps(taken, first.start, end)) break;
    const typed = text.slice(first.start, end);
    const name = COMPOUND.test(text.slice(end, end + 10)) ? null : findName(record, typed);
    if (name !== null) best = { record, start: first.start, end, typed, what: { is: 'name', name } };
  }
  return best;
}

/**
 * Every name, accession, PMID, PMCID and DOI of the records in a text, in the order of the text; nothing overlaps.
 * @param text a message of any length, as it was written
 */
export function findTerms(records: readonly GeneRecord[], text: string): readonly FoundTerm[] {
  const found: FoundTerm[] = [];
  for (const record of records) {
    for (const term of accessionTerms(record, text))
      if (!overlaps(found, term.start, term.end)) found.push(term);
  }
  const pieces = [...text.matchAll(PIECE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const record of records) {
    for (let at = 0; at < pieces.length; at += 1) {
      const term = nameTerm(record, text, pieces, at, found);
      if (term === null) continue;
      found.push(term);
      while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) < term.end) at += 1;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
