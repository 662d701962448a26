import type { Species } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { type Item, is, isSpecies } from '../understand/items.js';
import { asksFor } from './focus.js';
import { no, type Ruling, unsaid, yes } from './ruling.js';

/** Of a species: whether the record has anything of it. */
export function speciesVerdict(frame: Frame, species: Species | null): Ruling | null {
  const { record, clause, focus, subject } = frame;
  const { claim, items } = clause;
  const known = record.species.find(({ id }) => id === species);
  if (known === undefined || items.some((item) => is(item, 'or'))) return null;
  const hasEntry = (one: Species): boolean =>
    record.identifiers.some(({ species: of, accession }) => of === one && accession !== null);
  const beside = record.species.some(
    ({ id, counterpart }) => id !== species && (hasEntry(id) || counterpart?.kind === 'ortholog'),
  );
  const acted = items.some(
    (item) => item.verb !== null && item.verb.use !== 'static' && !is(item, 'holding'),
  );
  const isLess =
    claim.perturbed !== null ||
    claim.unexplained.some((word) => !isOfSpecies(items, word) && !isIn('holding', word));
  if (acted || isLess || claim.objects.length + claim.where.length > 0) return null;
  if (items.some((item) => is(item, 'lacking'))) return null;
  if (claim.only !== null && beside && subject === 'none') return no('another species is recorded');
  if (claim.only !== null || claim.universal) return unsaid('the record lists some species, not all');
  const isIds = ({ terms }: Mark): boolean => terms.some((term) => term.kind === 'database');
  const ids = asksFor(frame, 'refseq') || focus.some(isIds);
  const people = items.some((item) => is(item, 'person') && item.text !== 'one');
  // "mouse version"
  const version =
    asksFor(frame, 'species') || focus.some((mark) => mark.text.includes(' ') && isSpecies(mark));
  const named = subject !== 'none' || ids || version || asksOnlySpecies(frame);
  if ((people || !named) && !asksWhetherHeld(frame)) return null;
  const { counterpart } = known;
  // "is mouse in the record": it is, with the word that it has none.
  const listed = subject === 'none' && !ids && (!version || items.some((item) => is(item, 'species word')));
  if (listed && counterpart?.kind === 'none') return null;
  if (known === record.species[0] || counterpart?.kind === 'ortholog' || hasEntry(known.id))
    return yes('recorded');
  return counterpart === undefined
    ? unsaid('nothing is recorded of it')
    : no('the record says that there is none');
}

/** Whether a word of a clause names a species or what a species may have. */
function isOfSpecies(items: readonly Item[], word: string): boolean {
  return items.some(
    ({ text, mark }) =>
      text === word &&
      mark.terms.some(
        (term) => term.kind === 'species' || (term.kind === 'aspect' && term.aspect === 'species'),
      ),
  );
}

/** "do you have mouse in here", "is mouse covered": nothing but a species is asked of the record. */
export function asksWhetherHeld(frame: Frame): boolean {
  return asksOnlySpecies(frame) && frame.clause.items.some((item) => is(item, 'holding'));
}

/** Whether a clause has no words but those for a species, the gene and grammar. */
function asksOnlySpecies({ clause: { items } }: Frame): boolean {
  return items.every(
    (item) =>
      item.own ||
      is(item, 'holding') ||
      (is(item, 'grammar') && !is(item, 'giving') && !is(item, 'question word')) ||
      isOfSpecies([item], item.text),
  );
}
