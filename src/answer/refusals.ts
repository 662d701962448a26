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
import type { Request, ResolvedRequest } from './request.js';
import { quoted, refuse, WHOLE_RECORD } from './respond.js';

/** What a refusal says and offers. It names the thing that the record does not have, truly. */

/** What a question names that the record is not about, in a sentence; null where it names nothing of that kind. */
function besides(frame: Frame, symbol: string): string | null {
  const { focus, record, subject, place } = frame;
  const other = focus.find(({ kind, entities }) => kind === 'other' && entities.length === 0);
  if (other !== undefined && subject !== 'gene' && subject !== 'isoform')
    return `There is no record of ${quoted(other.raw)} here. It is not a name of ${symbol}, and names are matched exactly.`;
  const genes = record.entities.flatMap(({ id, kind }) => (kind === 'gene' ? [id] : []));
  const gene = focus.find(({ entities }) => entities.some((id) => genes.includes(id)));
  if (gene !== undefined && subject === 'none')
    return `The record is about ${symbol}, and mentions ${quoted(gene.raw)} only in what it says of ${symbol}.`;
  const held = new Set(record.locations.flatMap((one) => one.place?.assembly ?? []));
  const assembly = place?.assemblies.find((one) => !held.has(one));
  if (assembly !== undefined && held.size > 0)
    return `The record gives the place on ${[...held].join(' and ')} only, not on ${assembly}.`;
  const named = focus.flatMap((mark) => databaseOf(mark) ?? []);
  const strange = accessionsFound(frame, 'identifier').find(({ database }) => !named.includes(database));
  const [key] = named;
  if (strange !== undefined && key !== undefined) {
    const [own, asked] = [strange.database, key].map(
      (one) => `${DATABASES[one].name} ${DATABASES[one].noun}`,
    );
    return `${strange.base} is the ${own} of ${symbol}, not its ${asked}.`;
  }
  const species = speciesIds(record);
  const animal = focus.find(({ terms }) =>
    terms.some((term) => term.kind === 'species' && !species.includes(term.species)),
  );
  const known = species.map((each) => speciesName(record, each).toLowerCase()).join(' and ');
  if (animal !== undefined)
    return `The record of ${symbol} is about ${known} only, not ${quoted(animal.raw)}.`;
  const isCited = referenceHits(frame).length > 0 || asksFor(frame, 'citation', 'author');
  return isCited ? strangeReference(frame) : null;
}

/** What a question asks of the gene that the record does not say, in a sentence. */
function unsaid({ focus, clause, unknown }: Frame, symbol: string): string {
  const { items, claim } = clause;
  const thing = [...claim.objects, ...claim.where, ...claim.means].find(
    ({ entities }) => entities.length === 0,
  );
  const item = items.find((one) => one.thing === thing || one.text === thing?.text);
  if (thing !== undefined)
    return `The record of ${symbol} does not mention ${quoted(item?.mark.raw ?? thing.text)}.`;
  for (const { raw, text, terms } of unknown)
    for (const term of terms)
      if (term.kind === 'beyond') {
        /** a topic by its own name where that is the word that was typed, else by that word */
        const same = term.what.split(' ').map(stem).includes(stem(text)) || term.what.includes(text);
        return `The record of ${symbol} says nothing about ${same ? term.what : quoted(raw)}.`;
      }
  const word = unknown.find(({ kind }) => kind === 'unknown');
  if (word !== undefined) return `The record of ${symbol} does not mention ${quoted(word.raw)}.`;
  const mark = focus.find(({ entities }) => entities.length > 0);
  if (mark !== undefined && claim.perturbed !== null)
    return `The record of ${symbol} does not say what happens without it.`;
  if (mark !== undefined) return `The record of ${symbol} does not say that about ${quoted(mark.raw)}.`;
  return `The record of ${symbol} has no answer to that.`;
}

/** Names that look like another gene's, and statements about the things that were named. */
function nearTo({ focus, record }: Frame): readonly ResolvedRequest[] {
  const other = focus.find(({ kind }) => kind === 'other');
  const names = other === undefined ? [] : nearNames(record, other.raw, 2);
  const named = focus.flatMap(({ entities }) => entities);
  const near = record.statements.filter(({ mentions }) => mentions.some((id) => named.includes(id)));
  return [
    ...names.map(({ name }) => ({ do: 'alias', name }) as const),
    ...near.slice(0, 2).map(({ id }) => ({ do: 'function', statements: [id] }) as const),
  ];
}

/** The refusal of a frame, with other readings of it. */
export function refusal(frame: Frame, request: Request, readings: readonly ResolvedRequest[]): Answer {
  const { record, accessions } = frame;
  const lost = accessions.filter((one) => one.found === 'unknown' && one.databaseName !== null);
  if (lost.length > 0) return accessionAnswer(record, lost, request);
  const symbol = geneSymbol(record);
  const reason = besides(frame, symbol) ?? unsaid(frame, symbol);
  return refuse(
    record,
    reason,
    request,
    [...nearTo(frame), ...readings, ...WHOLE_RECORD],
    frame.reading.marks,
  );
}
