import type { Mark } from '../search/marks.js';
import { type Frame, frameOf } from './frame.js';
import { isIn } from './grammar.js';
import { isSpecies } from './items.js';

/** Of more parts than these a text tells, it does not ask. */
const MOST_PARTS = 5;

/** Parts are joined by "and", the earlier ones of a list by commas; questions of their own stand apart. */
function isJoined(mark: Mark, last: Mark): boolean {
  return (
    isIn('and', last.text) || isIn('and', mark.text) || mark.before.includes('?') || /[&+]/u.test(mark.before)
  );
}

/** Whether a mark names a kind of fact: "aliases", "OMIM", "where". */
function names({ terms, accession, text }: Mark): boolean {
  return (
    accession === null &&
    (isIn('question word', text) ||
      terms.some((term) => (term.kind === 'aspect' || term.kind === 'database') && !term.weak))
  );
}

/**
 * The parts of a question that may each ask for something of its own ("the aliases, its location and a paper"), as frames;
 * empty where it has one part only. A species that one part names holds for all.
 */
export function partsOf({ record, reading, focus, clause }: Frame): readonly Frame[] {
  if (clause.mood.kind !== 'open') return [];
  const parts: Mark[][] = [];
  let joined = false;
  for (const [at, mark] of focus.entries()) {
    const part = parts.at(-1);
    const last = focus[at - 1];
    const joins = last !== undefined && isJoined(mark, last);
    const begins = joins || mark.before.includes(',');
    if (part === undefined || (begins && part.some(names))) {
      parts.push([mark]);
      joined = joins;
    } else part.push(mark);
  }
  const each = parts.every((part) => part.some(names));
  if (parts.length < 2 || parts.length > MOST_PARTS || !joined || !each) return [];
  const species = focus.filter(isSpecies);
  return parts.map((part) =>
    frameOf(record, { ...reading, marks: part.some(isSpecies) ? part : [...species, ...part] }),
  );
}
