import { formatNamed, notInstalled } from '../citation/find-style.js';
import { BUILT_IN_CATALOGUE, type StyleCatalogue } from '../citation/styles.js';
import { DATABASE_KEYS } from '../record/databases.js';
import { plainText } from '../record/names.js';
import type { GeneRecord, Species } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { findAccessions } from '../search/accessions.js';
import { findDatabases } from '../search/databases.js';
import { findName, nearNames } from '../search/names.js';
import { looksLikeOtherGene, readText } from '../search/reading.js';
import { findReferences } from '../search/references.js';
import { findStatements } from '../search/topics.js';
import { accessionAnswer } from './accession.js';
import type { Answer, Verdict } from './answer.js';
import { ask } from './ask.js';
import type { Request, ResolvedRequest } from './request.js';
import { refuse, respond, together } from './respond.js';
import { offer } from './suggest.js';

/** How many near things a refusal offers. */
const OFFERED = 4;

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
        : respond(record, request, { verdict });
    case 'accession':
      return lookUpIdentifier(record, request.accession);
    case 'several': {
      const [first, ...others] = request.requests.map((one) => respond(record, one));
      return first === undefined
        ? refuse(record, 'The record does not have that.', request)
        : together([{ ...first, verdict }, ...others], request);
    }
    default:
      return respond(record, request, { verdict });
  }
}

/**
 * Is this a name of the gene? Exact after normalising; a near name is offered, another gene's is told apart.
 * @param typed what somebody typed; empty for all names
 */
export function lookUpName(record: GeneRecord, typed: string): Answer {
  const request: ResolvedRequest = { do: 'alias', name: typed.trim() === '' ? null : typed.trim() };
  if (request.name === null) return respond(record, request);
  const name = findName(record, typed);
  if (name !== null) return respond(record, { do: 'alias', name: name.name }, { verdict: 'yes' });
  const symbol = geneSymbol(record);
  const isOther = looksLikeOtherGene(record, typed);
  const near = isOther && !sameDigits(typed, symbol) ? [] : nearNames(record, typed, OFFERED);
  const reason = `${quoted(typed)} is not a name of ${symbol} in this record.`;
  const told = 'It looks like another gene or protein, and names are matched exactly.';
  return refuse(record, isOther && near.length === 0 ? `${reason} ${told}` : reason, request, [
    ...near.map((one) => offer(record, { do: 'alias', name: one.name }, `Did you mean ${one.name}?`)),
    offer(record, { do: 'alias', name: null }),
  ]);
}

/** The longest piece of typed text that an answer repeats, in characters. */
const QUOTED = 80;

function quoted(typed: string): string {
  return `"${cutQuote(typed)}"`;
}

function cutQuote(typed: string): string {
  const text = typed.trim().replace(/\s+/gu, ' ');
  return text.length <= QUOTED ? text : `${[...text].slice(0, QUOTED).join('')}…`;
}

/** A misspelt name of this gene keeps its number; another number is another gene, and no number tells nothing. */
function sameDigits(typed: string, symbol: string): boolean {
  const digits = (text: string) => plainText(text).replace(/\D+/gu, '');
  return digits(typed) !== '' && digits(typed) === digits(symbol);
}

/**
 * A database's cross-references, or the entries behind pasted accessions.
 * @param typed a database key, words for a database, or accessions in any common form; empty for all
 * @param species of which species; null for all. A pasted accession has its own
 */
export function lookUpIdentifier(record: GeneRecord, typed: string, species: Species | null = null): Answer {
  const text = typed.trim();
  const key = DATABASE_KEYS.find((each) => each === text.toLowerCase());
  const found = key === undefined ? findAccessions(record, text) : [];
  const request: Request = { do: 'accession', accession: text };
  if (found.length > 0) return accessionAnswer(record, found, request);
  const databases = key === undefined ? findDatabases(record, text) : [key];
  if (text === '' || databases.length > 0) return respond(record, { do: 'id', databases, species });
  const reason = `${quoted(text)} is neither a database of this record nor an accession in it.`;
  const offers = [offer(record, { do: 'id', databases: [], species: null })];
  return refuse(record, reason, request, offers, readText(record, text).marks);
}

/**
 * The statements about a topic.
 * @param typed a statement id (from autocomplete) or words, matched fuzzily; empty for all statements
 */
export function lookUpTopic(record: GeneRecord, typed: string): Answer {
  const text = typed.trim();
  const known = text === '' || record.statements.some(({ id }) => id === text);
  const found = known ? [] : findStatements(record, text).map(({ id }) => id);
  if (text === '' || known || found.length > 0)
    return respond(record, { do: 'function', statements: known && text !== '' ? [text] : found });
  const reason = `The record has no statement about ${quoted(text)}.`;
  const offers = [offer(record, { do: 'function', statements: [] }, 'All statements')];
  return refuse(record, reason, { do: 'ask', question: text }, offers, readText(record, text).marks);
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
  const notes = wanted !== null && format === null ? [notInstalled(cutQuote(wanted))] : [];
  const known = record.references.some(({ id }) => id === text) ? [text] : [];
  const request: Request = { do: 'ask', question: text };
  const found = known.length > 0 || text === '' ? known : findReferences(record, text).map(({ id }) => id);
  if (text === '' || found.length > 0)
    return respond(record, { do: 'cite', references: found, format }, { notes });
  const offers = record.references
    .slice(0, OFFERED)
    .map(({ id }) => offer(record, { do: 'cite', references: [id], format }));
  const reason = `The record has no reference that fits ${quoted(text)}.`;
  return refuse(record, reason, request, offers, readText(record, text).marks);
}
