import { formatNamed, notInstalled } from '../citation/find-style.js';
import { BUILT_IN_CATALOGUE, type StyleCatalogue } from '../citation/styles.js';
import { DATABASE_KEYS } from '../record/databases.js';
import { plainText } from '../record/names.js';
import type { GeneName, GeneRecord, Species } from '../record/schema.js';
import { geneSymbol, referenceLabel } from '../record/words.js';
import { type AccessionFind, findAccessions } from '../search/accessions.js';
import { findDatabases } from '../search/databases.js';
import { findName, looksLikeOtherGene, nearNames } from '../search/names.js';
import { findReferences } from '../search/references.js';
import { findStatements } from '../search/topics.js';
import { accessionAnswer } from './accession.js';
import type { Answer, Verdict } from './answer.js';
import { ask } from './ask.js';
import type { Request, Suggestion } from './request.js';
import { inSpecies, refuse, respond } from './respond.js';

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
      return ask([record], request.question, { record });
    case 'alias':
      return lookUpName(record, request.name ?? '');
    case 'accession':
      return lookUpIdentifier(record, request.accession);
    case 'topic':
      return lookUpTopic(record, request.topic);
    case 'reference':
      return lookUpReference(record, request.text, request.format, styles);
    default:
      return respond(record, request, { verdict });
  }
}

/**
 * Is this a name of the gene? Exact after normalising; a near name is offered, another gene's is told apart.
 * @param typed what somebody typed; empty for all names
 */
export function lookUpName(record: GeneRecord, typed: string): Answer {
  const request: Request = { do: 'alias', name: typed.trim() === '' ? null : typed.trim() };
  if (request.name === null) return respond(record, request);
  const name = findName(record, typed);
  if (name !== null) return respond(record, { do: 'alias', name: name.name }, { verdict: 'yes' });
  const symbol = geneSymbol(record);
  const isOther = looksLikeOtherGene(record, typed);
  const near = isOther && !sameDigits(typed, symbol) ? [] : nearNames(record, typed, OFFERED);
  const reason =
    isOther && near.length === 0
      ? `${quoted(typed)} is not a name of ${symbol} in this record. It looks like another gene or protein, and names are matched exactly.`
      : `${quoted(typed)} is not a name of ${symbol} in this record.`;
  return refuse(record, reason, request, [
    ...near.map(didYouMean),
    { label: 'All its names', request: { do: 'alias', name: null } },
  ]);
}

/** What was asked for, in the style that is always there. */
function citeInVancouver(record: GeneRecord, text: string): readonly Suggestion[] {
  const known = record.references.some(({ id }) => id === text);
  const request: Request = { do: 'cite', references: known ? [text] : [], format: null };
  return [{ label: 'Show it in Vancouver style', request }];
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

function didYouMean({ name }: GeneName): Suggestion {
  return { label: `Did you mean ${name}?`, request: { do: 'alias', name } };
}

/**
 * A database's cross-references, or the entry behind a pasted accession.
 * @param typed a database key, words for a database, or an accession in any common form; empty for all
 * @param species of which species; null for all. A pasted accession has its own
 */
export function lookUpIdentifier(record: GeneRecord, typed: string, species: Species | null = null): Answer {
  const text = typed.trim();
  const key = DATABASE_KEYS.find((each) => each === text.toLowerCase());
  if (text === '' || key !== undefined) {
    return inSpecies(record, { do: 'id', databases: key === undefined ? [] : [key], species });
  }
  const found = findAccessions(record, text);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0)
    return accessionAnswer(record, first, { do: 'accession', accession: text });
  if (first !== undefined) return severalAccessions(record, [first, ...others], text);
  const databases = findDatabases(record, text);
  if (databases.length > 0) return inSpecies(record, { do: 'id', databases, species });
  return refuse(
    record,
    `${quoted(text)} is neither a database of this record nor an accession in it.`,
    { do: 'accession', accession: text },
    [{ label: 'All database IDs', request: { do: 'id', databases: [], species: null } }],
  );
}

/** A list of accessions: all that the record knows of them, and which ones it does not. */
function severalAccessions(
  record: GeneRecord,
  found: readonly [AccessionFind, ...AccessionFind[]],
  text: string,
): Answer {
  const known = found.filter((one) => one.found === 'identifier');
  const unknown = found.filter((one) => one.found === 'unknown').map(({ typed }) => typed);
  const [first] = known;
  if (first === undefined) {
    const one = found.find((each) => each.found !== 'unknown') ?? found[0];
    return accessionAnswer(record, one, { do: 'accession', accession: text });
  }
  const species = new Set(known.map(({ identifier }) => identifier.species));
  const notes = unknown.length === 0 ? [] : [`Not in this record: ${unknown.join(', ')}.`];
  const databases = [...new Set(known.map(({ database }) => database))];
  const only = species.size === 1 ? first.identifier.species : null;
  return respond(record, { do: 'id', databases, species: only }, { notes });
}

/**
 * The statements about a topic.
 * @param typed a statement id (from autocomplete) or words, matched fuzzily; empty for all statements
 */
export function lookUpTopic(record: GeneRecord, typed: string): Answer {
  const text = typed.trim();
  if (text === '' || record.statements.some(({ id }) => id === text)) {
    return respond(record, { do: 'function', statements: text === '' ? [] : [text] });
  }
  const statements = findStatements(record, text);
  if (statements.length > 0)
    return respond(record, { do: 'function', statements: statements.map(({ id }) => id) });
  return refuse(record, `The record has no statement about ${quoted(text)}.`, { do: 'topic', topic: text }, [
    { label: 'All statements', request: { do: 'function', statements: [] } },
  ]);
}

/**
 * A citation.
 * @param typed a reference id (from autocomplete) or words of a reference; empty for all references
 * @param wanted a style or a file format, by its key or as people call it; null for the usual one
 */
export function lookUpReference(
  record: GeneRecord,
  typed: string,
  wanted: string | null,
  styles: StyleCatalogue = BUILT_IN_CATALOGUE,
): Answer {
  const text = typed.trim();
  const format = wanted === null ? null : formatNamed(styles, wanted);
  const request: Request = { do: 'reference', text, format };
  if (wanted !== null && format === null)
    return refuse(record, notInstalled(cutQuote(wanted)), request, citeInVancouver(record, text));
  if (text === '' || record.references.some(({ id }) => id === text)) {
    return respond(record, { do: 'cite', references: text === '' ? [] : [text], format });
  }
  const references = findReferences(record, text);
  if (references.length > 0)
    return respond(record, { do: 'cite', references: references.map(({ id }) => id), format });
  return refuse(
    record,
    `The record has no reference that fits ${quoted(text)}.`,
    request,
    record.references.slice(0, OFFERED).map((reference) => ({
      label: referenceLabel(reference).slice(0, 38),
      request: { do: 'cite', references: [reference.id], format },
    })),
  );
}
