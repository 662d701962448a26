import { DATABASES, splitAccession } from '../record/databases.js';
import type { GeneRecord, Identifier, Reference } from '../record/schema.js';
import { geneSymbol, referenceLabel } from '../record/words.js';
import type { AccessionFind } from '../search/accessions.js';
import type { Answer } from './answer.js';
import type { Request, Suggestion } from './request.js';
import { refuse, respond } from './respond.js';

/** How many near things a refusal offers. */
const OFFERED = 3;
const ALL_IDS: Suggestion = {
  label: 'All database IDs',
  request: { do: 'id', databases: [], species: null },
};

/**
 * Answers an accession that was looked up in reverse: what it is in the record, which database was assumed for a bare
 * number, and what its version suffix means. One that the record does not hold is refused, never corrected.
 */
export function accessionAnswer(record: GeneRecord, found: AccessionFind, request: Request): Answer {
  switch (found.found) {
    case 'unknown':
      return refuse(record, unknownSentence(record, found), request, [
        ...found.near.slice(0, OFFERED).map(offer),
        ALL_IDS,
      ]);
    case 'reference':
      return respond(
        record,
        { do: 'cite', references: [found.reference.id], format: null },
        { notes: assumedNote(found.assumed, found.typed, 'PMID') },
      );
    case 'identifier': {
      const { identifier, database, typed } = found;
      const { name, noun } = DATABASES[database];
      const answer = respond(
        record,
        { do: 'id', databases: [database], species: identifier.species },
        {
          lookedUp: typed,
          notes: [
            ...assumedNote(found.assumed, typed, `${name} ${noun}`),
            ...suffixNotes(record, found),
            ...changeNote(found.change),
          ],
        },
      );
      return { ...answer, request };
    }
  }
}

function suffixNotes(record: GeneRecord, found: Extract<AccessionFind, { found: 'identifier' }>): string[] {
  const note = suffixNote(record, found.identifier, `${found.base}${found.suffix}`);
  return note === null ? [] : [note];
}

/** Says that a change of the sequence, typed behind its accession, is not in the record; empty when none was typed. */
export function changeNote(change: string | null): string[] {
  return change === null ? [] : [`The record has nothing on the change ${change}.`];
}

/** Says which database a bare number was taken for; empty when the database was named. */
export function assumedNote(assumed: boolean, typed: string, as: string): string[] {
  return assumed ? [`A bare number can be from any database; ${typed} was read as ${as}.`] : [];
}

function unknownSentence(record: GeneRecord, found: Extract<AccessionFind, { found: 'unknown' }>): string {
  const where = found.databaseName === null ? '' : ` (${found.databaseName})`;
  return `${found.typed}${where} is not in the record of ${geneSymbol(record)}. Accessions are matched exactly.`;
}

function offer(near: Identifier | Reference): Suggestion {
  if ('database' in near) {
    return {
      label: `${DATABASES[near.database].name} ${near.accession ?? ''}`.slice(0, 38),
      request: { do: 'id', databases: [near.database], species: near.species },
    };
  }
  return {
    label: referenceLabel(near).slice(0, 38),
    request: { do: 'cite', references: [near.id], format: null },
  };
}

/**
 * Says what an accession's suffix means, when somebody typed one.
 * @returns a sentence, or null when there was no suffix
 */
export function suffixNote(
  record: GeneRecord,
  { database, accession }: Identifier,
  typed: string,
): string | null {
  const { suffix } = splitAccession(database, typed.toUpperCase());
  if (suffix === '' || accession === null) return null;
  const { name, suffix: rule } = DATABASES[database];
  const copy = /_PAR_([XY])/u.exec(suffix)?.[1];
  if (copy !== undefined)
    return `"${suffix}": a copy in the pseudoautosomal region of chromosome ${copy}. The record of ${geneSymbol(record)} names ${accession} without it.`;
  return `"${suffix}" is the ${rule?.name ?? 'version'} of the ${name} entry. The record of ${geneSymbol(record)} names ${accession} without one.`;
}
