import { formatNamed, notInstalled } from '../citation/find-style.js';
import { BUILT_IN_CATALOGUE, type StyleCatalogue } from '../citation/styles.js';
import { DATABASE_KEYS, DATABASES } from '../record/databases.js';
import { plainText } from '../record/names.js';
import type { GeneRecord, Species } from '../record/schema.js';
import { geneSymbol, referenceLabel } from '../record/words.js';
import { findAccessions } from '../search/accessions.js';
import { ACRONYM } from '../search/known-words.js';
import { findName, nearNames } from '../search/names.js';
import { beginsWord } from '../search/normalise.js';
import { readText } from '../search/reading.js';
import { type Frame, frameOf } from '../understand/frame.js';
import { accessionAnswer } from './accession.js';
import type { Answer, Verdict } from './answer.js';
import { ask } from './ask.js';
import { chooseStatements } from './choose-statements.js';
import { type Weighed, weigh } from './claim-verdict.js';
import { factsOf } from './facts.js';
import { ALONE } from './follow.js';
import type { Request, ResolvedRequest } from './request.js';
import { candidateOf } from './requests.js';
import { quoted, refuse, respond, together } from './respond.js';

/** How many near names a refusal offers. */
const NEAR = 3;

/**
 * Answers any request about one record, typed text included.
 * @param verdict what a yes/no question came out as, when the request is an earlier answer's
 */
export function lookUp(
  record: GeneRecord,
  request: Request,
  styles: StyleCatalogue = BUILT_IN_CATALOGUE,
  verdict: Verdict | null = null,
): Answer {
  switch (request.do) {
    case 'ask':
      return ask([record], request.question, { record, styles });
    case 'alias':
      return request.beside === undefined
        ? lookUpName(record, request.name ?? '')
        : respond(record, request, verdict);
    case 'accession':
      return lookUpIdentifier(record, request.accession);
    case 'several': {
      const [first, ...others] = request.requests.map((one) => respond(record, one));
      return first === undefined
        ? refuse(record, 'The record does not have that.', request)
        : together([{ ...first, verdict }, ...others], request);
    }
    default:
      return respond(record, request, verdict);
  }
}

/** Is this a name of the gene? Exact after normalising; near ones are offered unless another symbol or number was typed. */
export function lookUpName(record: GeneRecord, typed: string): Answer {
  const text = typed.trim();
  if (text === '') return respond(record, { do: 'alias', name: null });
  const name = findName(record, text);
  if (name !== null) return respond(record, { do: 'alias', name: name.name }, 'yes');
  const numbers = (one: string): string => plainText(one).replace(/\D+/gu, '');
  const isSymbol = ACRONYM.test(text) && numbers(text) === '';
  const near = nearNames(record, text, isSymbol ? 0 : NEAR).filter(
    (one) => numbers(one.name) === numbers(text),
  );
  const reason = `${quoted(text)} is not a name of ${geneSymbol(record)} in this record.`;
  return refuse(record, `${reason} Names are matched exactly.`, { do: 'alias', name: text }, [
    ...near.map((one) => ({ do: 'alias', name: one.name }) as const),
    { do: 'alias', name: null },
  ]);
}

/** Typed words as a question whose kind of facts is known; null where they name another gene. */
function asked(record: GeneRecord, typed: string): readonly [Frame, Weighed] | null {
  const frame = frameOf(record, readText(record, typed));
  const isOther = frame.focus.some(({ kind, entities }) => kind === 'other' && entities.length === 0);
  return isOther ? null : [frame, weigh(frame.clause.claim, factsOf(record))];
}

/** What a candidate asks for; null where the record does not have it. */
function meant(record: GeneRecord, typed: string, intent: 'id' | 'cite'): ResolvedRequest | null {
  const question = asked(record, typed);
  const candidate = question === null ? '' : candidateOf(intent, ...question, ALONE);
  return typeof candidate === 'string' ? null : candidate.request;
}

/** Says that what was typed is not there, and what is. */
function missing(
  record: GeneRecord,
  typed: string,
  why: string,
  near: readonly ResolvedRequest[],
  request: Request = { do: 'ask', question: typed },
): Answer {
  return refuse(record, why, request, near, readText(record, typed).marks);
}

/**
 * A database's cross-references, or the entries behind pasted accessions.
 * @param typed a database key, words for a database or how its name begins, or accessions in any common form; empty for all
 * @param species of which species; null for all. A pasted accession has its own
 */
export function lookUpIdentifier(record: GeneRecord, typed: string, species: Species | null = null): Answer {
  const text = typed.trim();
  const start = text.toLowerCase();
  const keys = DATABASE_KEYS.filter((each) => each === start);
  const found = keys.length > 0 ? [] : findAccessions(record, text);
  const typedIn: Request = { do: 'accession', accession: text };
  if (found.length > 0) return accessionAnswer(record, found, typedIn);
  if (text === '' || keys.length > 0) return respond(record, { do: 'id', databases: keys, species });
  const request = meant(record, text, 'id');
  if (request !== null) return respond(record, { ...request, ...(species === null ? {} : { species }) });
  const begins = (name: string): boolean => name.split(/\W+/u).some((word) => word.startsWith(start));
  const databases = DATABASE_KEYS.filter((key) => begins(DATABASES[key].name.toLowerCase()));
  if (databases.length > 0) return respond(record, { do: 'id', databases, species });
  const why = `${quoted(text)} is neither a database of this record nor an accession in it.`;
  return missing(record, text, why, [{ do: 'id', databases: [], species: null }], typedIn);
}

/** Ids of those in whose words one begins as typed: sent before the word was whole ("osteoc"). */
function begun<One extends { readonly id: string }>(
  all: readonly One[],
  typed: string,
  textOf: (one: One) => string,
): readonly string[] {
  const start = typed.toLowerCase();
  if (!/^\p{L}{3,}$/u.test(start)) return [];
  return all.flatMap((one) => (beginsWord(textOf(one).toLowerCase(), start) ? one.id : []));
}

/**
 * The statements about a topic.
 * @param typed a statement id (from autocomplete) or words, misspelt or not; empty for all statements
 */
export function lookUpTopic(record: GeneRecord, typed: string): Answer {
  const text = typed.trim();
  const exact = record.statements.filter(({ id }) => id === text).map(({ id }) => id);
  if (text === '' || exact.length > 0) return respond(record, { do: 'function', statements: exact });
  const question = asked(record, text);
  const found = question === null ? [] : chooseStatements(...question, []);
  const statements = found.length > 0 ? found : begun(record.statements, text, (one) => one.text);
  if (statements.length > 0) return respond(record, { do: 'function', statements });
  const why = `The record has no statement about ${quoted(text)}.`;
  return missing(record, text, why, [{ do: 'function', statements: [] }]);
}

/**
 * A citation.
 * @param typed a reference id (from autocomplete) or words of a reference; empty for all references
 * @param wanted a style or a file format, by its key or as people call it; null for the usual one. One that is not installed is
 * named in a note
 */
export function lookUpReference(
  record: GeneRecord,
  typed: string,
  wanted: string | null,
  styles: StyleCatalogue = BUILT_IN_CATALOGUE,
): Answer {
  const text = typed.trim();
  const format = wanted === null ? null : formatNamed(styles, wanted);
  const notes = wanted !== null && format === null ? [notInstalled(wanted)] : [];
  const cite = (references: readonly string[]) => ({ do: 'cite', references, format }) as const;
  const exact = record.references.filter(({ id }) => id === text).map(({ id }) => id);
  if (text === '' || exact.length > 0) return { ...respond(record, cite(exact)), notes };
  const request = meant(record, text, 'cite');
  if (request?.do === 'cite' && request.references.length > 0)
    return { ...respond(record, cite(request.references)), notes };
  const started = begun(
    record.references,
    text,
    (one) => `${referenceLabel(one)} ${one['container-title'] ?? ''}`,
  );
  if (started.length > 0) return { ...respond(record, cite(started)), notes };
  const near = record.references.map(({ id }) => cite([id]));
  return missing(record, text, `The record has no reference that fits ${quoted(text)}.`, near);
}
