import type { GeneName } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { kindOf } from '../understand/items.js';
import { asksFor, says } from './focus.js';
import { no, type Ruling, unsaid, yes } from './ruling.js';

/** A name that only this gene's forms and aliases have. */
const isSpecial = ({ kind }: GeneName): boolean => kind !== 'symbol' && kind !== 'name';

/** The names that a question speaks of, in its order; first one that a pronoun points back to: "I found TAIFd. Is it IL-32?" */
function namedIn({ focus, reading, clause }: Frame): readonly GeneName[] {
  const named = focus.flatMap(({ name }) => name ?? []);
  const [first] = focus;
  if (named.length === 0 || first === undefined || !clause.items.some(({ pronoun }) => pronoun)) return named;
  const before = reading.marks.slice(0, reading.marks.indexOf(first)).flatMap(({ name }) => name ?? []);
  return clause.mood.kind === 'polar' ? [...named, ...before.filter(isSpecial)] : named;
}

/**
 * The names that a question asks about, in its order: those that only this gene's forms and aliases have; else its full
 * name and symbol, where it asks whether they are its names or one.
 */
export function namesAsked(frame: Frame): readonly string[] {
  const named = [...new Set(namedIn(frame))];
  const special = named.filter(isSpecial);
  const { claim, mood, items } = frame.clause;
  const names = (some: readonly GeneName[]): readonly string[] => some.map(({ name }) => name);
  if (mood.kind === 'polar' && named.length > 1 && isPaired(frame)) return names(named);
  if (special.length > 0) return names(special);
  if (mood.kind === 'open') return ofKinds(frame);
  if (mood.kind === 'choice' || claim.family === 'have' || claim.only !== null) return [];
  const kind = kindAsked(frame, []);
  if (kind === 'isoform') return ofKinds(frame);
  const subject = subjectName(frame);
  if ((kind === 'symbol' || kind === 'name') && subject !== null && !claim.another) return [subject.name];
  return named.length > 1 || (!claim.another && items.some(({ pronoun }) => pronoun))
    ? names(named.filter((one) => one.kind === 'name'))
    : [];
}

/** "full name?", "symbol and full name", "isoforms": names of those kinds alone, where no others are asked for. */
function ofKinds(frame: Frame): readonly string[] {
  if (['alias word', 'other'].some((list) => says(frame, list))) return [];
  if (says(frame, 'isoform word') || asksFor(frame, 'isoform'))
    return frame.record.names.flatMap(({ kind, name }) => (kind === 'isoform' ? [name] : []));
  const full = says(frame, 'full name') || says(frame, 'spelt out');
  const symbol = says(frame, full ? 'symbol noun' : 'symbol word');
  return frame.record.names.flatMap(({ kind, name }) =>
    (kind === 'symbol' && symbol) || (kind === 'name' && full) ? [name] : [],
  );
}

/** "is A the same as B", "are A and B one gene": both are asked about. */
function isPaired({ focus, clause }: Frame): boolean {
  return (
    clause.claim.sameness !== null ||
    focus.some(
      ({ name }, at) => name !== null && isIn('and', focus[at + 1]?.text) && focus[at + 2]?.name != null,
    )
  );
}

/** The lead of a yes/no question about names, before its denial: whether they are this gene's, of what kind, and the same or not. */
export function nameVerdict(frame: Frame): Ruling | null {
  const { claim } = frame.clause;
  const named = namedIn(frame);
  const special = named.filter(isSpecial);
  const kind = kindAsked(frame, special);
  const several = new Set(named).size > 1;
  const isOther = ({ kind, entities }: Mark): boolean =>
    kind === 'other' || entities.some((id) => kindOf(frame.record, id) === 'gene');
  if (frame.focus.some(isOther)) return unsaid('a name that is not recorded');
  if (claim.foremost && kind !== 'symbol') return unsaid('the record does not rank');
  if (special.length === 0 && named.length > 0 && !claim.another && claim.sameness === null)
    if (kind === 'symbol' || kind === 'name')
      return subjectName(frame)?.kind === kind ? yes(`the ${kind}`) : no(`not the ${kind}`);
  const same = sameRuling(frame, special, several);
  if (same !== null) return same;
  const among = frame.record.names.filter(
    kind === 'isoform' || kind === 'alias' ? (name) => name.kind === kind : isSpecial,
  );
  if (claim.only !== null)
    return among.length > Math.max(1, special.length) ? no('another one is recorded') : yes('the only one');
  if (special.length === 0) return listRuling(frame, among.length);
  if (!isNameClaim(frame)) return unsaid('no recorded predicate');
  if (kind === null) return yes('a recorded name');
  return special.every((name) => name.kind === kind)
    ? yes(`recorded as ${kind}`)
    : no('recorded as another kind of name');
}

/** "is A the same as B", "A and B: one gene?"; null where that is not asked. */
function sameRuling(frame: Frame, special: readonly GeneName[], several: boolean): Ruling | null {
  const { claim, items } = frame.clause;
  if (claim.sameness !== null && frame.unknown.length > 0) return unsaid('the same in something else');
  const different = claim.sameness === 'different';
  const gene = items.some(({ lists }, at) => lists.has('gene word') && isIn('same', items[at - 1]?.text));
  if (gene && !different && (special.length > 0 || several)) return yes('names of one gene');
  const one = claim.sameness === 'same' || (claim.counts.includes(1) && several);
  const listed = items.some(({ text }) => isIn('and', text));
  const beside = special.length > 1 && !listed && isNameClaim(frame);
  if (special.length === 0 && !several) return null;
  const isoforms = new Set(special.filter(({ kind }) => kind === 'isoform')).size;
  if (different || one || beside) {
    if (isoforms > 1) return different ? yes('two isoforms') : no('two isoforms');
    if (isoforms === 1) return unsaid('an isoform and its gene');
    if (different) return no('names of one gene');
    if (special.length > 1 && !isOneStem(special)) return unsaid('whether two aliases are one');
  }
  return one || special.length === 0 ? yes('names of one gene') : null;
}

/** "does it have aliases", "two isoforms?": no name that only this gene has is spoken of. */
function listRuling(frame: Frame, recorded: number): Ruling | null {
  const { claim, items } = frame.clause;
  const [counted] = claim.counts;
  if (counted !== undefined)
    return counted === recorded ? yes('the recorded number') : no('another number is recorded');
  if (!asksFor(frame, 'names', 'isoform')) return null;
  if (claim.verb?.use === 'unknown') return unsaid('no recorded predicate');
  if (claim.sameness !== null) return unsaid('the same as what');
  if (claim.family === 'be' && !claim.another && frame.focus.some(isContent))
    return unsaid('a name that is not recorded');
  if (claim.unexplained.length > 0) return unsaid('a name that is not recorded');
  if (claim.universal || items.length === 0) return null;
  return recorded > 0 ? yes('some are recorded') : no('none is recorded');
}

/** What stands in the place of a name and is none. */
function isContent({ kind, entities, name, terms }: Frame['focus'][number]): boolean {
  return (
    name === null &&
    (entities.length > 0 || kind === 'unknown' || terms.some((term) => term.kind === 'beyond'))
  );
}

/** The name that is said to be the symbol or the full name, not the gene that it is said of. */
function subjectName({ focus }: Frame): GeneName | null {
  const said = focus.find(
    ({ name }, at) => name !== null && !/^(?:of|for)$/u.test(focus[at - 1]?.text ?? ''),
  );
  return (said ?? focus.find(({ name }) => name !== null))?.name ?? null;
}

/** Whether aliases differ in more than their last letter: those that do not may name two forms. */
function isOneStem(names: readonly GeneName[]): boolean {
  return new Set(names.map(({ name }) => name.slice(0, -1))).size === names.length;
}

function kindAsked(frame: Frame, special: readonly GeneName[]): GeneName['kind'] | null {
  const words = { focus: frame.focus.filter(({ name }) => name === null) };
  if (says(words, 'isoform word') || asksFor(words, 'isoform')) return 'isoform';
  if (says(words, 'full name')) return 'name';
  if (says(words, 'alias word'))
    return special.some(({ kind }) => kind === 'previous') ? 'previous' : 'alias';
  return says(words, 'symbol word') && !says(words, 'other') ? 'symbol' : null;
}

const NAMING_KINDS: ReadonlySet<string> = new Set(['everyday', 'matter', 'number']);
const NAMING_TERMS: ReadonlySet<string> = new Set(['aspect', 'generic', 'species', 'database', 'activity']);

/** Whether all that is said of a name is that it is one: any other predicate ("the king of", "important") is not a matter of names. */
function isNameClaim({ clause: { items, mood } }: Frame): boolean {
  return items
    .slice(mood.from, mood.to)
    .every(
      ({ mark: { kind, terms, name, text } }) =>
        name !== null ||
        NAMING_KINDS.has(kind) ||
        isIn('plain', text) ||
        isIn('naming', text) ||
        terms.some((term) => NAMING_TERMS.has(term.kind)),
    );
}
