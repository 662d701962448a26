import { nameKey } from '../record/names.js';
import type { GeneRecord, Reference } from '../record/schema.js';
import { referenceYear } from '../record/words.js';
import type { ReferenceHit } from '../search/record-index.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { accessionsFound, says } from './focus.js';

/** What in the focus points to references by an author, a journal or a year. */
export function referenceHits({ focus }: Frame): readonly ReferenceHit[] {
  return focus.flatMap(({ reference }) =>
    reference !== null && reference.by !== 'title' ? [reference] : [],
  );
}

/** The references that all of the named authors, journals and years have in common. */
export function jointReferences(frame: Frame): readonly string[] {
  const hits = referenceHits(frame);
  return frame.record.references
    .filter((one) => hits.every(({ references }) => references.includes(one)))
    .map(({ id }) => id);
}

/** Why the names and years of a frame point to another reference than the recorded ones, in a sentence; null where they do not. */
export function strangeReference(frame: Frame): string | null {
  const { focus, record, years } = frame;
  const year = years.find((one) => !record.references.some((each) => referenceYear(each) === one));
  if (year !== undefined) return `The record has no reference from ${year}.`;
  const hits = referenceHits(frame);
  const kinds = new Set(hits.map(({ by }) => by));
  if (kinds.size > 1 && jointReferences(frame).length === 0)
    return 'The record has no reference with all of that: author, year and journal belong to different ones.';
  const at = focus.findIndex(({ reference }) => reference?.by === 'year');
  const { raw, kind, reference } = focus[at - 1] ?? {};
  const isNobody = reference === null && (kind === 'unknown' || kind === 'common');
  return kinds.size === 1 && isNobody ? `The record has no reference "${raw} ${focus[at]?.raw}".` : null;
}

/**
 * The references that a frame names, or that bear what it speaks of.
 * @param statements the statements that its claim speaks of
 * @param before references that were shown before and that a follow-up may mean
 */
export function chooseReferences(
  frame: Frame,
  statements: readonly string[],
  before: readonly string[],
): readonly string[] {
  const { focus, record } = frame;
  const exact = accessionsFound(frame, 'reference').map(({ reference }) => reference.id);
  if (exact.length > 0) return [...new Set(exact)];
  const cited = citedBy(frame, statements);
  const hits = referenceHits(frame);
  const named = rankReferences(record, hits);
  const both = named.filter((id) => cited.includes(id));
  if (both.length > 0) return both;
  /** the topic beats a year alone: "is the osteoclast paper from 2005" */
  if (named.length > 0 && (cited.length === 0 || hits.some(({ by }) => by !== 'year'))) return named;
  const numbered = numberedReference(frame);
  if (numbered.length > 0) return numbered;
  if (cited.length > 0) return cited;
  if (before.length > 0) return before;
  const at = ['first', 'second', 'third', 'last'].findIndex((ordinal) => says(frame, ordinal));
  const counted = at < 0 ? undefined : record.references.at(at === 3 ? -1 : at);
  if (counted !== undefined) return [counted.id];
  return rankReferences(
    record,
    focus.flatMap(({ reference }) => reference ?? []),
  );
}

/** References with the weights that hits give them, best first; those much below the best are left out. */
function rankReferences(record: GeneRecord, hits: readonly ReferenceHit[]): readonly string[] {
  const weightOf = (one: Reference): number =>
    hits.reduce((sum, { references, weight }) => sum + (references.includes(one) ? weight : 0), 0);
  const least = Math.max(0, ...record.references.map(weightOf)) * 0.6;
  return record.references
    .filter((one) => weightOf(one) > 0 && weightOf(one) >= least)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map(({ id }) => id);
}

/** "footnote 2", "reference no. 1", "[3]". */
function numberedReference({ clause, record }: Frame): readonly string[] {
  const at = clause.items.findIndex(({ text }) => isIn('footnote word', text));
  const number = clause.items.slice(at, at + 4).find(({ text }) => /^\d{1,2}$/u.test(text))?.text;
  return at < 0 ? [] : record.references.slice(Number(number) - 1, Number(number)).map(({ id }) => id);
}

/** The references of the statements that are spoken of; those whose title has the words come first and alone. */
function citedBy(frame: Frame, statements: readonly string[]): readonly string[] {
  const { focus, record } = frame;
  if (!focus.some(({ entities, reference }) => entities.length > 0 || reference?.by === 'title')) return [];
  const ids = statements.flatMap((one) => record.statements.find(({ id }) => id === one)?.references ?? []);
  const cited = record.references.filter(({ id }) => ids.includes(id));
  const scores = cited.map((one) => {
    const title = nameKey(one.title);
    const titled = focus.filter(
      ({ reference, entities }) =>
        reference?.references.includes(one) === true ||
        record.entities.some(
          ({ id, name, also }) =>
            entities.includes(id) && [name, ...also].some((each) => title.includes(nameKey(each))),
        ),
    );
    return titled.length;
  });
  const best = Math.max(0, ...scores);
  return cited.filter((_, at) => scores[at] === best).map(({ id }) => id);
}
