import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import type { AccessionFind } from '../search/accessions.js';
import type { Answer } from './answer.js';
import type { Request, ResolvedRequest } from './request.js';
import { type Extra, refuse, respond, together } from './respond.js';

/** How many near things a refusal offers. */
const NEAR = 3;

type Known = Exclude<AccessionFind, { found: 'unknown' }>;
type Unknown = Extract<AccessionFind, { found: 'unknown' }>;

/**
 * Answers accessions that were looked up in reverse: what they are in the record, in the order in which they were pasted, which
 * database was assumed for a bare number, what a version suffix means, and which ones the record does not hold. Where it holds
 * none they are refused, never corrected.
 * @param found at least one
 */
export function accessionAnswer(
  record: GeneRecord,
  found: readonly AccessionFind[],
  request: Request,
  verdict: Extra['verdict'] = null,
): Answer {
  const known = found.filter((one) => one.found !== 'unknown');
  const unknown = found.filter((one) => one.found === 'unknown');
  if (known.length === 0) return unknownAnswer(record, unknown, request);
  const kinds = [...new Set(known.map((one) => one.found))];
  const parts = kinds.map((kind) =>
    kind === 'identifier' ? identifiersAnswer(record, known) : referencesAnswer(record, known),
  );
  const { notes, ...answer } = together(parts, request);
  return {
    ...answer,
    request,
    verdict,
    notes: [...notes, ...notRecorded(unknown.map(({ typed }) => typed))],
  };
}

function identifiersAnswer(record: GeneRecord, known: readonly Known[]): Answer {
  const own = known.filter((one) => one.found === 'identifier');
  const entries = [...new Set(own.map(({ identifier }) => identifier))];
  const databases = [...new Set(entries.map(({ database }) => database))];
  const [only = null, ...others] = new Set(entries.map(({ species }) => species));
  const request = { do: 'id', databases, species: others.length === 0 ? only : null } as const;
  const notes = new Set(own.flatMap((one) => identifierNotes(record, one)));
  const lookedUp = own.length === 1 ? (own[0]?.typed ?? null) : null;
  const answer = respond(record, request, { notes: [...notes] });
  return answer.kind === 'identifier' ? { ...answer, entries, lookedUp } : answer;
}

function referencesAnswer(record: GeneRecord, known: readonly Known[]): Answer {
  const own = known.filter((one) => one.found === 'reference');
  const references = [...new Set(own.map(({ reference }) => reference.id))];
  const notes = own.flatMap((one) => (one.assumed ? [assumedNote(one.typed, 'PMID')] : []));
  return respond(record, { do: 'cite', references, format: null }, { notes });
}

function unknownAnswer(record: GeneRecord, unknown: readonly Unknown[], request: Request): Answer {
  const typed = unknown.map(({ typed: each, databaseName }) =>
    databaseName === null || unknown.length > 1 ? each : `${each} (${databaseName})`,
  );
  const named = typed.length === 1 ? `${typed[0]} is not` : `None of ${typed.join(', ')} is`;
  const reason = `${named} in the record of ${geneSymbol(record)}. Accessions are matched exactly.`;
  const near = unknown
    .flatMap((one) => one.near)
    .slice(0, NEAR)
    .map(
      (one): ResolvedRequest =>
        'database' in one
          ? { do: 'id', databases: [one.database], species: one.species }
          : { do: 'cite', references: [one.id], format: null },
    );
  return refuse(record, reason, request, [...near, { do: 'id', databases: [], species: null }]);
}

/** Says which of several accessions are not there; empty when all are. */
export function notRecorded(typed: readonly string[]): string[] {
  return typed.length === 0 ? [] : [`Not in this record: ${[...new Set(typed)].join(', ')}.`];
}

/** An accession of a record as somebody typed it. */
type TypedIdentifier = Pick<
  Extract<AccessionFind, { found: 'identifier' }>,
  'typed' | 'identifier' | 'assumed' | 'suffix' | 'change'
>;

/** Says which database a bare number was taken for, what a suffix means, and that a change of the sequence is not in the record. */
export function identifierNotes(record: GeneRecord, one: TypedIdentifier): readonly string[] {
  const { database, accession } = one.identifier;
  const { name, noun, suffix: rule } = DATABASES[database];
  const copy = /_PAR_([XY])/iu.exec(one.suffix)?.[1]?.toUpperCase();
  const means =
    copy === undefined
      ? ` is the ${rule?.name ?? 'version'} of the ${name} entry.`
      : `: a copy in the pseudoautosomal region of chromosome ${copy}.`;
  const held = `The record of ${geneSymbol(record)} names ${accession} without ${copy === undefined ? 'one' : 'it'}.`;
  return [
    ...(one.assumed ? [assumedNote(one.typed, `${name} ${noun}`)] : []),
    ...(one.suffix === '' || accession === null ? [] : [`"${one.suffix.toUpperCase()}"${means} ${held}`]),
    ...(one.change === null ? [] : [`The record has nothing on the change ${one.change}.`]),
  ];
}

function assumedNote(typed: string, as: string): string {
  return `A bare number can be from any database; ${typed} was read as ${as}.`;
}
