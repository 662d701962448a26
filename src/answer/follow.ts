import type { DatabaseKey } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { readText } from '../search/reading.js';
import type { Before } from '../understand/features.js';
import { frameOf } from '../understand/frame.js';
import type { Intent } from '../understand/intents.js';
import type { Request } from './request.js';

/** The last answer: the record it was about and the request that gives it again. */
export interface Previous {
  readonly record: GeneRecord;
  readonly request: Request;
}

/** What a follow-up can take over from the last answer. */
export interface Context {
  /** what the model knows of it */
  readonly before: Before;
  readonly statements: readonly string[];
  readonly references: readonly string[];
  readonly databases: readonly DatabaseKey[];
  readonly request: Request | null;
}

export const ALONE: Context = { before: null, statements: [], references: [], databases: [], request: null };

function intentOf(request: Request): Intent {
  switch (request.do) {
    case 'alias':
      return 'alias';
    case 'id':
      if (request.databases.length === 0) return 'id:all';
      return request.databases[0] === 'pubmed_search' ? 'id:search' : 'id';
    case 'accession':
      return 'id';
    case 'function':
      return request.statements.length === 0 ? 'function:all' : 'function';
    case 'topic':
      return 'function';
    case 'cite':
      return request.references.length === 0 ? 'cite:all' : 'cite';
    case 'reference':
      return 'cite';
    case 'locate':
      return 'location';
    case 'species':
      return 'species';
    case 'card':
      return 'summary';
    case 'help':
      return 'help';
    case 'ask':
      return 'none';
  }
}

/** The intent that a question had, and whether it was about another gene, as the model sees what was before. */
export function beforeOf(intent: Intent, subject: string): Before {
  return intent === 'none' && subject === 'other' ? 'none:other' : intent;
}

/** What the last answer leaves to a follow-up. */
export function contextOf({ record, request }: Previous): Context {
  const subject = request.do === 'ask' ? frameOf(record, readText(record, request.question)).subject : 'gene';
  const statements = request.do === 'function' ? request.statements : [];
  const cited = record.statements
    .filter(({ id }) => statements.includes(id))
    .flatMap(({ references }) => references);
  const own = request.do === 'cite' ? request.references : cited;
  return {
    before: beforeOf(intentOf(request), subject),
    statements,
    references: own.length > 0 ? [...new Set(own)] : request.do === 'ask' ? [] : record.definition.references,
    databases: request.do === 'id' ? request.databases : [],
    request,
  };
}
