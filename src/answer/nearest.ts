import { speciesIds } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import { root } from '../search/stem.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { is } from '../understand/items.js';
import type { Fact } from './facts.js';

/** The statements whose sentences have most of the words that say what is asked. */

/** So many of those words must stand in one sentence: more where the gene is not named, or the claim of a yes/no question is not settled. */
const FEWEST = 2;
const FEWEST_UNNAMED = 3;

const SPEECH: ReadonlySet<string> = new Set(['everyday', 'number']);
/** Terms that say what kind of fact is asked for, or of what, not what about. */
const ASKING: ReadonlySet<string> = new Set(['species', 'database', 'format', 'aspect']);

/** Whether a mark says what a question is about. */
function isContent({ name, accession, kind, entities, terms, text }: Mark): boolean {
  if (name !== null || accession !== null || kind === 'other') return false;
  if (entities.length > 0) return true;
  return !SPEECH.has(kind) && !terms.some((term) => ASKING.has(term.kind)) && !isIn('grammar', text);
}

const WORD_BREAK = /[^\p{L}\p{N}]+/u;

/**
 * Ids of the statements nearest to a question: those that have the most of its words, at least two and half of all.
 * Empty where none is near, or where the question is about another gene or species.
 */
export function nearestStatements(frame: Frame, facts: readonly Fact[]): readonly string[] {
  const { focus, record, subject, clause } = frame;
  const species = focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'species' ? [term.species] : [])),
  );
  const foreign = species.some((one) => !speciesIds(record).includes(one));
  const asksHowMuch = clause.items.some(
    (item, at) => is(item, 'question word') && is(clause.items[at + 1], 'amount'),
  );
  if (asksHowMuch || subject === 'other' || foreign || frame.accessions.length > 0) return [];
  const content = focus
    .filter(isContent)
    .map(({ entities, text }) => ({ entities, roots: text.split(WORD_BREAK).map(root) }));
  const counts = facts.map(({ statement, words, objects, where }) => {
    const isHere = (id: string): boolean =>
      objects.has(id) || where.has(id) || statement.mentions.includes(id);
    return content.filter(
      ({ entities, roots }) => entities.some(isHere) || roots.every((one) => words.has(one)),
    ).length;
  });
  const most = Math.max(0, ...counts);
  const open = clause.mood.kind === 'open';
  if (!open && !clause.claim.named) return [];
  const few = open && clause.claim.named ? FEWEST : FEWEST_UNNAMED;
  if (most < few || most * 2 < content.length) return [];
  return facts.flatMap(({ statement }, at) => (counts[at] === most ? [statement.id] : []));
}
