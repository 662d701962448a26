import type { Entity, GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { indexOf } from '../search/record-index.js';

const NONE: readonly Entity['kind'][] = [];

/** The kinds of the record's entities that a mark names. */
export function recordedKinds(record: GeneRecord, mark: Mark): readonly Entity['kind'][] {
  if (mark.entities.length === 0) return NONE;
  const { entities } = indexOf(record);
  return mark.entities.flatMap((id) => entities.get(id)?.kind ?? []);
}

/** The kinds of what a mark names, recorded or not. */
export function kindsOf(record: GeneRecord, mark: Mark): readonly Entity['kind'][] {
  const recorded = recordedKinds(record, mark);
  if (mark.terms.length === 0) return recorded;
  return [...recorded, ...mark.terms.flatMap((term) => (term.kind === 'thing' ? [term.group] : []))];
}

/** Another gene than the record's: mentioned by the record, known to the vocabulary, or shaped like one. */
export function isAnotherGene(record: GeneRecord, mark: Mark): boolean {
  return mark.kind === 'other' || kindsOf(record, mark).includes('gene');
}
