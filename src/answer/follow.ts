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

const INTENTS: Readonly<Record<Request['do'], Intent>> = {
  alias: 'alias',
  id: 'id',
  accession: 'id',
  function: 'function',
  cite: 'cite',
  locate: 'location',
  species: 'species',
  card: 'summary',
  help: 'help',
  ask: 'none',
  several: 'none',
};

function intentOf(request: Request): Intent {
  if (request.do === 'id' && request.databases.length === 0) return 'id:all';
  if (request.do === 'id' && request.databases[0] === 'pubmed_search') return 'id:search';
  if (request.do === 'function' && request.statements.length === 0) return 'function:all';
  if (request.do === 'cite' && request.references.length === 0) return 'cite:all';
  const [first] = request.do === 'several' ? request.requests : [];
  return first === undefined ? INTENTS[request.do] : intentOf(first);
}

/** The intent that a question had, and whether it was about another gene, as the model sees what was before. */
export function beforeOf(intent: Intent, subject: string): Before {
  return intent === 'none' && subject === 'other' ? 'none:other' : intent;
}

/** What the last answer leaves to a follow-up. A fact that rests on no reference leaves none. */
export function contextOf({ record, request }: Previous): Context {
  const subject = request.do === 'ask' ? frameOf(record, readText(record, request.question)).subject : 'gene';
  const parts = request.do === 'several' ? request.requests : [request];
  const statements = parts.flatMap((one) => (one.do === 'function' ? one.statements : []));
  const all = parts.some((one) => one.do === 'function' && one.statements.length === 0);
  const cited = record.statements.flatMap(({ id, references }) =>
    all || statements.includes(id) ? references : [],
  );
  const references = parts.flatMap((one) => (one.do === 'cite' ? one.references : cited));
  const whole = parts.some((one) => one.do === 'card');
  return {
    before: beforeOf(intentOf(request), subject),
    statements,
    references: references.length > 0 ? [...new Set(references)] : whole ? record.definition.references : [],
    databases: parts.flatMap((one) => (one.do === 'id' || one.do === 'species' ? (one.databases ?? []) : [])),
    request,
  };
}
