import { nameKey } from '../record/names.js';
import type { ReferenceHit } from '../search/record-index.js';
import { rankReferences } from '../search/references.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { databaseOf } from '../understand/placeholders.js';

const ORDINALS = ['first', 'second', 'third', 'last'] as const;

/** The references that a frame names, or that bear what it speaks of. */
export interface ChosenReferences {
  readonly ids: readonly string[];
  /** whether the question itself named them: an author, a year, a number */
  readonly named: boolean;
}

const NONE: ChosenReferences = { ids: [], named: false };

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
    .filter(({ id }) => hits.every(({ references }) => references.some((one) => one.id === id)))
    .map(({ id }) => id);
}

/**
 * The references that a frame asks for.
 * @param statements the statements that its claim speaks of
 * @param before references that were shown before and that a follow-up may mean
 */
export function chooseReferences(
  frame: Frame,
  statements: readonly string[],
  before: readonly string[],
): ChosenReferences {
  const { focus, record } = frame;
  const exact = frame.accessions.flatMap((one) => (one.found === 'reference' ? [one.reference.id] : []));
  if (exact.length > 0) return { ids: [...new Set(exact)], named: true };
  const cited = citedBy(frame, statements);
  const hits = referenceHits(frame);
  if (hits.length > 0) return { ids: byNames(frame, hits, cited), named: true };
  const numbered = numberedReference(frame);
  if (numbered !== null) return { ids: [numbered], named: true };
  if (cited.length > 0) return { ids: cited, named: true };
  if (before.length > 0) return { ids: before, named: false };
  const at = ORDINALS.findIndex((ordinal) => focus.some(({ text }) => isIn(ordinal, text)));
  const counted = at === 3 ? record.references.at(-1) : record.references[at];
  if (at >= 0 && counted !== undefined) return { ids: [counted.id], named: true };
  const web = record.references.filter(({ type }) => type === 'webpage');
  if (web.length > 0 && focus.some((mark) => databaseOf(mark) === 'ncbigene'))
    return { ids: web.map(({ id }) => id), named: true };
  const titled = focus.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  return titled.length > 0 ? { ids: rankReferences(record, titled).map(({ id }) => id), named: true } : NONE;
}

/** "footnote 2", "reference no. 1", "[3]". */
function numberedReference({ clause, record }: Frame): string | null {
  const at = clause.items.findIndex(({ text }) => isIn('footnote word', text));
  const number = clause.items.slice(at, at + 4).find(({ text }) => /^\d{1,2}$/u.test(text))?.text;
  return at < 0 || number === undefined ? null : (record.references[Number(number) - 1]?.id ?? null);
}

/** The topic beats a year alone; an author or a journal beats the topic unless none of theirs bears it. */
function byNames(frame: Frame, hits: readonly ReferenceHit[], cited: readonly string[]): readonly string[] {
  const joint = jointReferences(frame);
  const ranked = joint.length > 0 ? joint : rankReferences(frame.record, hits).map(({ id }) => id);
  const both = ranked.filter((id) => cited.includes(id));
  if (both.length > 0) return both;
  return cited.length > 0 && hits.every(({ by }) => by === 'year') ? cited : ranked;
}

/** The references of the statements that are spoken of; those whose title has the words come first and alone. */
function citedBy({ focus, record }: Frame, statements: readonly string[]): readonly string[] {
  if (!focus.some(({ entities, reference }) => entities.length > 0 || reference?.by === 'title')) return [];
  const ids = statements.flatMap((one) => record.statements.find(({ id }) => id === one)?.references ?? []);
  const papers = focus.some(({ text }) => text.split(' ').some((word) => isIn('source word', word)));
  const score = (id: string): number => {
    const title = record.references.find((one) => one.id === id)?.title ?? '';
    const titled = focus.filter(
      ({ reference, entities }) =>
        reference?.references.some((one) => one.id === id) === true ||
        entities.some((entity) => bears(title, entity)),
    ).length;
    const article = papers && record.references.find((one) => one.id === id)?.type !== 'webpage';
    return titled + (article ? 1 : 0);
  };
  const best = Math.max(0, ...ids.map(score));
  return [...new Set(ids.filter((id) => score(id) === best))];

  function bears(title: string, entity: string): boolean {
    const one = record.entities.find(({ id }) => id === entity);
    return [one?.name ?? '', ...(one?.also ?? [])].some(
      (name) => name !== '' && nameKey(title).includes(nameKey(name)),
    );
  }
}
