import { DATABASES } from '../record/databases.js';
import { geneSymbol, speciesIds, speciesName } from '../record/words.js';
import { nearNames } from '../search/names.js';
import { stem } from '../search/stem.js';
import type { Frame } from '../understand/frame.js';
import { databaseOf } from '../understand/placeholders.js';
import { accessionAnswer } from './accession.js';
import type { Answer } from './answer.js';
import { referenceHits, strangeReference } from './choose-references.js';
import { accessionsFound, asksFor } from './focus.js';
import type { Request, Suggestion } from './request.js';
import { refuse } from './respond.js';
import { nearestTo, offer, offered, quoted } from './suggest.js';

/** What a refusal says and offers. It names the thing that the record does not have, truly. */

/** One reason: which part of the frame it looks at, and the sentence, or null where it does not apply. */
type Reason = (frame: Frame, symbol: string) => string | null;

const otherGene: Reason = ({ focus, record, subject }, symbol) => {
  const mark = focus.find(({ kind, entities }) => kind === 'other' && entities.length === 0);
  const mentioned = focus.find(({ entities }) =>
    entities.some((id) => record.entities.some((one) => one.id === id && one.kind === 'gene')),
  );
  if (mark !== undefined && subject !== 'gene' && subject !== 'isoform')
    return `There is no record of ${quoted(mark.raw)} here. It is not a name of ${symbol}, and names are matched exactly.`;
  return mentioned !== undefined && subject === 'none'
    ? `The record is about ${symbol}, and mentions ${quoted(mentioned.raw)} only in what it says of ${symbol}.`
    : null;
};

/** A place on an assembly that the record does not give. */
const otherAssembly: Reason = ({ place, record }) => {
  const held = record.locations.flatMap((one) => one.place?.assembly ?? []);
  const strange = place?.assemblies.find((one) => !held.includes(one));
  return strange === undefined || held.length === 0
    ? null
    : `The record gives the place on ${[...new Set(held)].join(' and ')} only, not on ${strange}.`;
};

/** An accession of another database than the one that is named. */
const otherDatabase: Reason = (frame, symbol) => {
  const named = frame.focus.flatMap((mark) => databaseOf(mark) ?? []);
  const [first] = named;
  const other = accessionsFound(frame, 'identifier').find(({ database }) => !named.includes(database));
  if (other === undefined || first === undefined) return null;
  const [own, asked] = [other.database, first].map((key) => `${DATABASES[key].name} ${DATABASES[key].noun}`);
  return `${other.base} is the ${own} of ${symbol}, not its ${asked}.`;
};

const otherSpecies: Reason = ({ focus, record }, symbol) => {
  const held = speciesIds(record);
  const mark = focus.find(({ terms }) =>
    terms.some((term) => term.kind === 'species' && !held.includes(term.species)),
  );
  const known = held.map((each) => speciesName(record, each).toLowerCase()).join(' and ');
  return mark === undefined
    ? null
    : `The record of ${symbol} is about ${known} only, not ${quoted(mark.raw)}.`;
};

const otherReference: Reason = (frame) =>
  referenceHits(frame).length > 0 || asksFor(frame, 'citation', 'author') ? strangeReference(frame) : null;

const missingThing: Reason = ({ clause }, symbol) => {
  const { objects, where, means } = clause.claim;
  const missing = [...objects, ...where, ...means].find(({ entities }) => entities.length === 0);
  if (missing === undefined) return null;
  const item = clause.items.find(({ thing, text }) => thing === missing || text === missing.text);
  return `The record of ${symbol} does not mention ${quoted(item?.mark.raw ?? missing.text)}.`;
};

/** A topic by its own name where that is the word that was typed, else by that word. */
const beyond: Reason = ({ unknown }, symbol) => {
  const topics = unknown.flatMap(({ raw, text, terms }) =>
    terms.flatMap((term) => (term.kind === 'beyond' ? [{ raw, text, what: term.what }] : [])),
  );
  const [first] = topics;
  if (first === undefined) return null;
  const { raw, text, what } = first;
  const same = what.split(' ').map(stem).includes(stem(text)) || what.includes(text);
  return `The record of ${symbol} says nothing about ${same ? what : quoted(raw)}.`;
};

const unknownWord: Reason = ({ unknown }, symbol) => {
  const mark = unknown.find(({ kind }) => kind === 'unknown');
  return mark === undefined ? null : `The record of ${symbol} does not mention ${quoted(mark.raw)}.`;
};

const unsaidThing: Reason = ({ focus, clause }, symbol) => {
  const mark = focus.find(({ entities }) => entities.length > 0);
  if (mark === undefined) return null;
  return clause.claim.perturbed !== null
    ? `The record of ${symbol} does not say what happens without it.`
    : `The record of ${symbol} does not say that about ${quoted(mark.raw)}.`;
};

const REASONS: readonly Reason[] = [
  otherGene,
  otherAssembly,
  otherDatabase,
  otherSpecies,
  otherReference,
  missingThing,
  beyond,
  unknownWord,
  unsaidThing,
  (_, symbol) => `The record of ${symbol} has no answer to that.`,
];

/** Names that look like another gene's, and statements about the things that were named. */
function nearOffers({ focus, record, clause }: Frame): readonly Suggestion[] {
  const other = focus.find(({ kind }) => kind === 'other');
  const names = other === undefined ? [] : nearNames(record, other.raw, 2);
  const things = clause.claim.objects.flatMap(({ entities }) => entities);
  const named = focus.flatMap(({ entities }) => entities);
  const near = record.statements.filter(
    ({ claim, mentions }) =>
      claim?.objects.some((id) => things.includes(id)) || mentions.some((id) => named.includes(id)),
  );
  return [
    ...names.map(({ name }) => offer(record, { do: 'alias', name }, `Did you mean ${name}?`)),
    ...near.slice(0, 2).map(({ id }) => offer(record, { do: 'function', statements: [id] })),
  ];
}

/** The refusal of a frame. */
export function refusal(frame: Frame, request: Request, offers: readonly Suggestion[] = []): Answer {
  const { record, accessions } = frame;
  const lost = accessions.filter((one) => one.found === 'unknown' && one.databaseName !== null);
  if (lost.length > 0) return accessionAnswer(record, lost, request);
  const symbol = geneSymbol(record);
  let reason: string | null = null;
  for (const each of REASONS) reason ??= each(frame, symbol);
  const near = offered([...nearOffers(frame), ...offers, ...nearestTo(record)]);
  return refuse(record, reason ?? '', request, near, frame.reading.marks);
}
