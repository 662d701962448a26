import type { Lead } from '../labelled.js';
import type { Gene } from './gene.js';

export type { Lead };

/** A generated question with its truth, in the form of a labelled question. */
export interface GridQuestion {
  readonly part: string;
  readonly q: string;
  readonly expect: readonly string[];
  /** ids that an answer must show; "a|b" is satisfied by either */
  readonly facts?: readonly string[];
  /** the leads that are right; several where English or the record leaves it open */
  readonly verdict: Lead | readonly Lead[];
}

/** What a part of a grid is made from: the gene, and which half of the word lists. */
export interface Grid {
  readonly gene: Gene;
  readonly half: 'development' | 'heldOut';
}

/** Turns round what is known: the truth of "it is wrong that ...". */
export function inverse(lead: Lead): Lead {
  if (lead === 'yes') return 'no';
  return lead === 'no' ? 'yes' : lead;
}

/** One requirement that any of these statements meets. */
export function anyStatement(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [ids.map((id) => `function:${id}`).join('|')];
}

/** A name under which the gene is spoken of, another one at each turn. */
export function nameAt({ gene }: Pick<Grid, 'gene'>, at: number): string {
  return gene.subjects[at % gene.subjects.length] ?? gene.symbol;
}
