import type { Answer } from '../answer/answer.js';
import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import type { AccessionFind } from '../search/accessions.js';

/** What a reader needs besides the facts of accessions that were typed: how each was read, and which the record does not have. */
export function accessionNotes({ record, lookedUp = [] }: Answer): readonly string[] {
  const notes = lookedUp.flatMap((one) => {
    if (one.found === 'identifier') return identifierNotes(record, one);
    return one.found === 'reference' && one.assumed ? [assumedNote(one.typed, 'PMID')] : [];
  });
  const unknown = new Set(lookedUp.flatMap(({ found, typed }) => (found === 'unknown' ? [typed] : [])));
  const missing = unknown.size === 0 ? [] : [`Not in this record: ${[...unknown].join(', ')}.`];
  return [...new Set(notes), ...missing];
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
