import type { GeneName, GeneRecord } from '../record/schema.js';
import type { AccessionFind, AccessionMention } from './accessions.js';
import type { RecordIndex, ReferenceHit } from './record-index.js';
import type { Token, Tokens } from './tokens.js';
import type { Term } from './vocabulary.js';

/** What a text is read as: marks, each a run of words and what it was recognised as. */

/**
 * What a run of words was recognised as.
 * - `own`: a name of the gene; `other`: shaped like a gene's name but none of this gene's; `accession`: an accession
 * - `known`: the vocabulary or the record knows the words; `number`: a number without a meaning of its own
 * - `everyday`, `matter`, `common`: speech, the later the weightier; `foreign`: a script whose words we cannot tell apart; `unknown`: a weighty word nobody knows
 */
export type MarkKind =
  | 'own'
  | 'other'
  | 'accession'
  | 'known'
  | 'number'
  | 'everyday'
  | 'matter'
  | 'common'
  | 'foreign'
  | 'unknown';

/** One recognised run of words of a question. */
export interface Mark {
  readonly kind: MarkKind;
  /** index of its first token, and how many it takes */
  readonly at: number;
  readonly length: number;
  /** lower case, as read */
  readonly text: string;
  /** as typed */
  readonly raw: string;
  readonly sentence: number;
  readonly segment: number;
  /** what stands before it: punctuation, a space, or nothing */
  readonly before: string;
  readonly name: GeneName | null;
  readonly accession: AccessionFind | null;
  readonly terms: readonly Term[];
  /** entities of the record */
  readonly entities: readonly string[];
  /** its words are only a part of the entities' names: the end of them, or any other */
  readonly part: 'tail' | 'part' | null;
  readonly reference: ReferenceHit | null;
  /** errors by letters when the word was misspelt, else null */
  readonly fuzzy: number | null;
}

/** A text as read against one record. */
export interface Reading {
  readonly record: GeneRecord;
  readonly tokens: Tokens;
  readonly marks: readonly Mark[];
}

/** What a recogniser makes of some words; what it leaves out is empty. */
export type Draft = Pick<Mark, 'kind' | 'length'> &
  Partial<Pick<Mark, 'name' | 'accession' | 'terms' | 'entities' | 'part' | 'reference'>>;

/** Whether words are the name of a citation style; `bare` where no word such as "style" stands beside them. */
export type IsStyleName = (words: string, bare: boolean) => boolean;

/** A text that is being read. */
export interface Page {
  readonly index: RecordIndex;
  /** its words, misspelt ones put right */
  readonly tokens: readonly Token[];
  /** accessions by the index of their first word */
  readonly mentions: ReadonlyMap<number, AccessionMention>;
  readonly isStyle: IsStyleName;
  /** whether a word such as "style" stands in it */
  readonly isStyled: boolean;
}

/** Reads what starts at a word, or null. */
export type Recogniser = (page: Page, at: number) => Draft | null;
