import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol, speciesIds } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import { nearNames } from '../search/names.js';
import type { Frame } from '../understand/frame.js';
import { databaseOf } from '../understand/placeholders.js';
import { accessionAnswer } from './accession.js';
import type { Answer } from './answer.js';
import { jointReferences, referenceHits } from './choose-references.js';
import type { Request, Suggestion } from './request.js';
import { refuse } from './respond.js';
import { nearestTo } from './suggest.js';

/** What a refusal says and offers. It names the thing that the record does not have, truly; typed words are shown short. */

const SHOWN = 40;
const OFFERED = 4;
const LABEL = 38;

const quoted = (text: string): string => `"${text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`}"`;

/** Shortened to what fits on a button. */
function buttonLabel(label: string): string {
  return label.length <= LABEL ? label : `${label.slice(0, LABEL - 1)}…`;
}

/** One reason: which part of the frame it looks at, and the sentence, or null where it does not apply. */
type Reason = (frame: Frame) => string | null;

function otherGene({ focus, record, subject }: Frame): string | null {
  const mark = focus.find(({ kind, entities }) => kind === 'other' && entities.length === 0);
  const mentioned = focus.find(({ entities }) =>
    entities.some((id) => record.entities.some((one) => one.id === id && one.kind === 'gene')),
  );
  const symbol = geneSymbol(record);
  if (mark !== undefined && subject !== 'gene' && subject !== 'isoform')
    return `${quoted(mark.raw)} is not a name of ${symbol} in this record, and the record holds nothing about it. Names are matched exactly.`;
  return mentioned !== undefined && subject === 'none'
    ? `The record is about ${symbol}. It mentions ${quoted(mentioned.raw)}, but does not say that about it.`
    : null;
}

/** A place on an assembly that the record does not give. */
function otherAssembly({ place, record }: Frame): string | null {
  const held = record.locations.flatMap((one) => one.place?.assembly ?? []);
  const [first] = held;
  const strange = place?.assemblies.some((one) => !held.includes(one)) === true;
  return strange && first !== undefined
    ? `The record gives the place on ${first} only, not on the assembly that was asked.`
    : null;
}

/** An accession of another database than the one that is named. */
function otherDatabase({ accessions, record, focus }: Frame): string | null {
  const named = focus.flatMap((mark) => databaseOf(mark) ?? []);
  const other = accessions.find(
    (one) => one.found === 'identifier' && named.length > 0 && !named.includes(one.database),
  );
  if (other?.found !== 'identifier') return null;
  return `The record of ${geneSymbol(record)} holds ${DATABASES[other.database].name} ${other.base}, which is not of the database that was named.`;
}

function otherSpecies({ focus, record }: Frame): string | null {
  const held = speciesIds(record);
  const mark = focus.find(({ terms }) =>
    terms.some((term) => term.kind === 'species' && !held.includes(term.species)),
  );
  return mark === undefined
    ? null
    : `The record of ${geneSymbol(record)} has nothing on this species (${quoted(mark.raw)}).`;
}

function strangeReference(frame: Frame): string | null {
  const { years, record, focus } = frame;
  const hits = referenceHits(frame);
  const dated = years.filter(
    (year) => !record.references.some(({ issued }) => issued?.['date-parts'][0][0] === year),
  );
  const cites =
    hits.length > 0 ||
    focus.some(({ terms }) =>
      terms.some(
        (term) => term.kind === 'aspect' && (term.aspect === 'citation' || term.aspect === 'author'),
      ),
    );
  if (dated[0] !== undefined && cites) return `The record has no reference from ${dated[0]}.`;
  if (hits.length > 1 && jointReferences(frame).length === 0)
    return 'The record has no reference with all of that: author, year and journal belong to different ones.';
  return null;
}

function missingThing({ clause, record }: Frame): string | null {
  const { claim } = clause;
  const missing = [...claim.objects, ...claim.where, ...claim.means].find(
    ({ entities }) => entities.length === 0,
  );
  if (missing === undefined) return null;
  const raw =
    clause.items.find(({ thing, text }) => thing === missing || text === missing.text)?.mark.raw ??
    missing.text;
  return `The record of ${geneSymbol(record)} does not mention ${quoted(raw)}.`;
}

function beyond({ unknown, record }: Frame): string | null {
  for (const mark of unknown)
    for (const term of mark.terms)
      if (term.kind === 'beyond')
        return `The record of ${geneSymbol(record)} has nothing on ${term.what} (${quoted(mark.raw)}).`;
  return null;
}

function unknownWord({ unknown, record }: Frame): string | null {
  const mark = unknown.find(({ kind }) => kind === 'unknown');
  return mark === undefined
    ? null
    : `The record of ${geneSymbol(record)} does not mention ${quoted(mark.raw)}.`;
}

function unsaidThing({ focus, record, clause }: Frame): string | null {
  const mark = focus.find(({ entities }) => entities.length > 0);
  if (mark === undefined) return null;
  return clause.claim.perturbed
    ? `The record of ${geneSymbol(record)} does not say what happens without it.`
    : `The record of ${geneSymbol(record)} does not say that about ${quoted(mark.raw)}.`;
}

const REASONS: readonly Reason[] = [
  otherGene,
  otherAssembly,
  otherDatabase,
  otherSpecies,
  strangeReference,
  missingThing,
  beyond,
  unknownWord,
  unsaidThing,
];

function offersFor({ focus, record, clause }: Frame): readonly Suggestion[] {
  const other = focus.find(({ kind }) => kind === 'other');
  const names = other === undefined ? [] : nearNames(record, other.raw, 2);
  const things = clause.claim.objects.flatMap(({ entities }) => entities);
  const near = record.statements.filter(
    ({ claim }) => claim?.objects.some((id) => things.includes(id)) === true,
  );
  return [
    ...names.map(
      ({ name }): Suggestion => ({
        label: buttonLabel(`Did you mean ${name}?`),
        request: { do: 'alias', name },
      }),
    ),
    ...near.slice(0, 2).map(
      ({ id, text }): Suggestion => ({
        label: buttonLabel(text),
        request: { do: 'function', statements: [id] },
      }),
    ),
  ];
}

/** The refusal of a frame. */
export function refusal(frame: Frame, request: Request, offers: readonly Suggestion[] = []): Answer {
  const { record, accessions } = frame;
  const lost = accessions.flatMap((one) =>
    one.found === 'unknown' && (one.database !== null || one.databaseName !== null) ? [one] : [],
  );
  const [accession] = lost;
  if (accession !== undefined) return accessionAnswer(record, accession, request);
  const reason = REASONS.map((each) => each(frame)).find((each) => each !== null);
  const all = [...offersFor(frame), ...offers, ...nearestTo(record)];
  const shown = all
    .filter((offer, at) => all.findIndex(({ label }) => label === offer.label) === at)
    .slice(0, OFFERED);
  return refuse(
    record,
    reason ?? `I found nothing in that which the record of ${geneSymbol(record)} can answer.`,
    request,
    shown,
  );
}

/** What a mark is called in a note. */
export function shown(mark: Mark): string {
  return quoted(mark.raw);
}

/** How a request is called on a button. */
export function requestLabel(record: GeneRecord, request: Request): string {
  switch (request.do) {
    case 'alias':
      return request.name === null ? 'All its names' : buttonLabel(`What is ${request.name}?`);
    case 'id':
      return request.databases.length === 0
        ? 'All database IDs'
        : buttonLabel(`${geneSymbol(record)} database ID`);
    case 'function':
      return request.statements.length === 0
        ? 'What it does'
        : buttonLabel(
            record.statements.find(({ id }) => id === request.statements[0])?.text ?? 'What it does',
          );
    case 'cite':
      return request.references.length === 0 ? 'References' : 'The reference';
    case 'locate':
      return 'Where it lies';
    case 'species':
      return 'Other species';
    case 'card':
      return 'At a glance';
    default:
      return 'What can I ask?';
  }
}
