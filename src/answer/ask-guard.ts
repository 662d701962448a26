import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import type { Candidate } from './ask-candidate.js';
import type { Features } from './ask-features.js';

/** Why a question must be refused although its words are known, and the rule that says so. */
export interface Guard {
  readonly reason: string;
  readonly rule: string;
  /** another clause of the message may still be answered */
  readonly soft?: boolean;
}

export type Rule = (record: GeneRecord, features: Features, best: Candidate) => Guard | null;

/** Whether a mark names a database, or RefSeq as a whole. */
export function isDatabase(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'database' || (term.kind === 'aspect' && term.aspect === 'refseq'),
  );
}
