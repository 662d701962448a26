import type { GeneName, GeneRecord, Identifier, Reference, Species, Statement } from '../record/schema.js';
import type { AccessionFind } from '../search/accessions.js';
import type { Mark } from '../search/marks.js';
import type { Request, ResolvedRequest } from './request.js';

/**
 * What the bot answers, before anything knows how it is shown. One member for each kind of fact.
 * `view/` turns an answer into what a person reads; `reply/` turns that into a Discord message.
 */
export type Answer =
  | AliasAnswer
  | IdentifierAnswer
  | FunctionAnswer
  | CitationAnswer
  | LocationAnswer
  | SpeciesAnswer
  | SummaryAnswer
  | HelpAnswer
  | ClarifyAnswer
  | NoAnswer;

export type AnswerKind = Answer['kind'];

/** How a yes/no question comes out: yes, no, or the record does not say. */
export type Verdict = 'yes' | 'no' | 'not-said';

interface Common {
  readonly record: GeneRecord;
  /** what would give this answer again: carried by buttons, continued by follow-ups */
  readonly request: Request;
  /** leads the answer when a yes/no question was asked */
  readonly verdict: Verdict | null;
  /** sentences that a reader needs besides the fact */
  readonly notes: readonly string[];
  /** accessions that were typed and looked up in reverse, those that the record does not have among them */
  readonly lookedUp?: readonly AccessionFind[];
  /** where its facts are from was asked for: that is said in full */
  readonly sourceAsked?: boolean;
  /** what else was asked and is answered below it, in the order of the question */
  readonly also?: readonly Answer[];
}

/** The names of the gene: the one that was asked and those asked with it, or all (name null). */
export interface AliasAnswer extends Common {
  readonly kind: 'alias';
  readonly name: GeneName | null;
  readonly beside: readonly GeneName[];
}

/** Cross-references, in catalogue order or as they were pasted; an entry with accession null says "none recorded". */
export interface IdentifierAnswer extends Common {
  readonly kind: 'identifier';
  readonly entries: readonly Identifier[];
}

/** Statements about function, each with its references. */
export interface FunctionAnswer extends Common {
  readonly kind: 'function';
  readonly statements: readonly Statement[];
  /** true when these are all the statements of the record */
  readonly all: boolean;
}

/** References. `format` is null for the plain citation, else a style ("apa") or a file format ("bibtex"). */
export interface CitationAnswer extends Common {
  readonly kind: 'citation';
  readonly references: readonly Reference[];
  readonly format: string | null;
  /** the style was not asked for: it is the one chosen before, or stands in for one that is not installed */
  readonly inherited?: boolean;
  readonly all: boolean;
}

/** Where the gene lies, in one species. */
export interface LocationAnswer extends Common {
  readonly kind: 'location';
  readonly species: Species;
}

/** What the record has of a species (or of all: species null). */
export interface SpeciesAnswer extends Common {
  readonly kind: 'species';
  readonly species: Species | null;
}

/** The gene at a glance. */
export interface SummaryAnswer extends Common {
  readonly kind: 'summary';
}

/** What can be asked. */
export interface HelpAnswer extends Common {
  readonly kind: 'help';
  /** all that can be asked, where it is help for more than the one record */
  readonly records?: readonly GeneRecord[];
}

/** A question back: what was asked can be read in several ways. Asserts nothing. */
export interface ClarifyAnswer extends Common {
  readonly kind: 'clarify';
  readonly readings: readonly ResolvedRequest[];
  /** the genes that may be meant, where the question back is which one, and the name that they share, as typed */
  readonly genes?: readonly GeneRecord[];
  readonly shared?: string;
}

/** The record does not say. `reason` is a whole sentence that says what was not found. */
export interface NoAnswer extends Common {
  readonly kind: 'none';
  readonly reason: string;
  /** the nearest things that the record does hold */
  readonly near: readonly ResolvedRequest[];
  /** the record that has it, where that is another one */
  readonly other?: GeneRecord;
  /** what was typed, as it was read: it tells where else to look */
  readonly marks: readonly Mark[];
}

/** One fact that an answer rests on, as a stable id: `id:ensembl:human`, `function:<statement>`, `citation:<reference>`. */
export type FactId = string;

/** Ids of the facts that an answer asserts, each once, in the order shown; empty for help and for "not in the record". */
export function factIds(answer: Answer): readonly FactId[] {
  return [...new Set(answersIn(answer).flatMap(ownFactIds))];
}

/** An answer and what stands below it, where several things were asked. */
export function answersIn(answer: Answer): readonly Answer[] {
  return [answer, ...(answer.also ?? [])];
}

function ownFactIds(answer: Answer): readonly FactId[] {
  switch (answer.kind) {
    case 'alias':
      return (answer.name === null ? answer.record.names : [answer.name, ...answer.beside]).map(
        ({ name }) => `alias:${name}`,
      );
    case 'identifier':
      return answer.entries.map(({ database, species }) => `id:${database}:${species}`);
    case 'function':
      return answer.statements.map((statement) => `function:${statement.id}`);
    case 'citation':
      return answer.references.map((reference) => `citation:${reference.id}`);
    case 'location':
      return [`location:${answer.species}`];
    case 'species':
      return (answer.species === null ? answer.record.species.map(({ id }) => id) : [answer.species]).map(
        (id) => `species:${id}`,
      );
    case 'summary':
      return ['summary'];
    default:
      return [];
  }
}
