import { DATABASES, splitAccession } from '../record/databases.js';
import type { GeneRecord, Identifier } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import type { AccessionFind } from '../search/accessions.js';
import type { Answer } from './answer.js';
import type { Request, ResolvedRequest } from './request.js';
import { type Extra, refuse, respond, together } from './respond.js';
import { offer, offered } from './suggest.js';

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
  const species = [...new Set(entries.map((one) => one.species))];
  const databases = [...new Set(entries.map(({ database }) => database))];
  const request = {
    do: 'id',
    databases,
    species: species.length === 1 ? (species[0] ?? null) : null,
  } as const;
  const notes = own.flatMap((one) => {
    const { name, noun } = DATABASES[one.database];
    return [
      ...assumedNote(one.assumed, one.typed, `${name} ${noun}`),
      ...suffixNote(record, one.identifier, `${one.base}${one.suffix}`),
      ...changeNote(one.change),
    ];
  });
  const [first, ...others] = own;
  const lookedUp = others.length === 0 ? (first?.typed ?? null) : null;
  const answer = respond(record, request, { notes: [...new Set(notes)] });
  return answer.kind === 'identifier' ? { ...answer, entries, lookedUp } : answer;
}

function referencesAnswer(record: GeneRecord, known: readonly Known[]): Answer {
  const own = known.filter((one) => one.found === 'reference');
  const references = [...new Set(own.map(({ reference }) => reference.id))];
  const notes = own.flatMap(({ assumed, typed }) => assumedNote(assumed, typed, 'PMID'));
  return respond(record, { do: 'cite', references, format: null }, { notes });
}

/** Says which of several accessions are not there; empty when all are. */
export function notRecorded(typed: readonly string[]): string[] {
  return typed.length === 0 ? [] : [`Not in this record: ${[...new Set(typed)].join(', ')}.`];
}

/** Says that a change of the sequence, typed behind its accession, is not in the record; empty when none was typed. */
export function changeNote(change: string | null): string[] {
  return change === null ? [] : [`The record has nothing on the change ${change}.`];
}

/** Says which database a bare number was taken for; empty when the database was named. */
export function assumedNote(assumed: boolean, typed: string, as: string): string[] {
  return assumed ? [`A bare number can be from any database; ${typed} was read as ${as}.`] : [];
}

function unknownAnswer(record: GeneRecord, unknown: readonly Unknown[], request: Request): Answer {
  const typed = unknown.map(({ typed: each, databaseName }) =>
    databaseName === null || unknown.length > 1 ? each : `${each} (${databaseName})`,
  );
  const named = typed.length === 1 ? `${typed[0]} is not` : `None of ${typed.join(', ')} is`;
  const near = unknown.flatMap((one): ResolvedRequest[] =>
    one.near.map((each) =>
      'database' in each
        ? { do: 'id', databases: [each.database], species: each.species }
        : { do: 'cite', references: [each.id], format: null },
    ),
  );
  const offers = [...near.slice(0, NEAR), { do: 'id', databases: [], species: null } as const];
  return refuse(
    record,
    `${named} in the record of ${geneSymbol(record)}. Accessions are matched exactly.`,
    request,
    offered(offers.map((each) => offer(record, each))),
  );
}

/** Says what an accession's suffix means; empty when none was typed. */
export function suffixNote(record: GeneRecord, { database, accession }: Identifier, typed: string): string[] {
  const { suffix } = splitAccession(database, typed.toUpperCase());
  if (suffix === '' || accession === null) return [];
  const { name, suffix: rule } = DATABASES[database];
  const copy = /_PAR_([XY])/u.exec(suffix)?.[1];
  return copy === undefined
    ? [
        `"${suffix}" is the ${rule?.name ?? 'version'} of the ${name} entry. The record of ${geneSymbol(record)} names ${accession} without one.`,
      ]
    : [
        `"${suffix}": a copy in the pseudoautosomal region of chromosome ${copy}. The record of ${geneSymbol(record)} names ${accession} without it.`,
      ];
}
