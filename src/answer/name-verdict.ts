import type { GeneName } from '../record/schema.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { no, type Ruling, unsaid, yes } from './verdict.js';
import { asked } from './verdicts.js';

/** The lead of a yes/no question about names. */

function says(frame: Frame, list: string): boolean {
  const words = frame.focus.flatMap(({ text }) => text.split(' '));
  return (
    frame.focus.some(({ text }) => isIn(list, text)) ||
    words.some((word, at) => isIn(list, word) || isIn(list, `${word} ${words[at + 1] ?? ''}`))
  );
}

/** Of names: whether they are names of this gene, of what kind, and the same or not. */
export function nameVerdict(frame: Frame): Ruling | null {
  const named = frame.focus.flatMap(({ name }) => name ?? []).concat(pointedTo(frame));
  return asked(frame, nameRuling(frame, named));
}

/**
 * The names that a question asks about, in its order: those that only this gene's forms and aliases have; else its full
 * name and symbol, where it asks whether they are its names or one.
 */
export function namesAsked(frame: Frame): readonly string[] {
  const named = [...new Set(frame.focus.flatMap(({ name }) => name ?? []).concat(pointedTo(frame)))];
  const special = named.filter(isSpecial);
  const { claim, mood } = frame.clause;
  if (mood.kind === 'polar' && named.length > 1 && isPaired(frame)) return named.map(({ name }) => name);
  if (special.length > 0) return special.map(({ name }) => name);
  if (mood.kind === 'open') return ofKinds(frame);
  if (mood.kind !== 'polar' || claim.family === 'have' || claim.only !== null || claim.counts.length > 0)
    return [];
  const kind = kindAsked(frame, []);
  const subject = subjectName(frame);
  if ((kind === 'symbol' || kind === 'name') && subject !== null && !claim.another) return [subject.name];
  const pronoun = frame.clause.items.some((item) => item.pronoun);
  const full = named.filter((name) => name.kind === 'name');
  return named.length > 1 || (!claim.another && pronoun) ? full.map(({ name }) => name) : [];
}

/** "I found TAIFd. Is it IL-32?": the name that a pronoun of the question points back to. */
function pointedTo({ focus, reading, clause }: Frame): readonly GeneName[] {
  const [first] = focus;
  const before = reading.marks.slice(0, first === undefined ? 0 : reading.marks.indexOf(first));
  const pronoun = clause.items.some((item) => item.pronoun) && clause.mood.kind === 'polar';
  const named = focus.some(({ name }) => name !== null);
  return pronoun && named
    ? before.flatMap(({ name }) => (name !== null && isSpecial(name) ? [name] : []))
    : [];
}

/** "full name?", "symbol and full name": names of those kinds alone, where no others are asked for. */
function ofKinds(frame: Frame): readonly string[] {
  if (says(frame, 'alias word') || says(frame, 'other') || says(frame, 'isoform word')) return [];
  const full = says(frame, 'full name');
  const symbol = says(frame, full ? 'symbol noun' : 'symbol word');
  const kinds = [...(symbol ? ['symbol'] : []), ...(full ? ['name'] : [])];
  return frame.record.names.flatMap(({ kind, name }) => (kinds.includes(kind) ? [name] : []));
}

/** "is A the same as B", "are A and B one gene": both are asked about. */
function isPaired({ focus, clause }: Frame): boolean {
  return (
    clause.claim.sameness !== null ||
    focus.some(
      ({ name }, at) =>
        name !== null && isIn('and', focus[at + 1]?.text) && (focus[at + 2]?.name ?? null) !== null,
    )
  );
}

const isSpecial = ({ kind }: GeneName): boolean => kind !== 'symbol' && kind !== 'name';

function nameRuling(frame: Frame, named: readonly GeneName[]): Ruling | null {
  const { claim } = frame.clause;
  const others = frame.record.names.filter(isSpecial);
  const special = named.filter(isSpecial);
  const kind = kindAsked(frame, special);
  if (frame.focus.some((mark) => mark.kind === 'other')) return unsaid('a name that is not recorded');
  if (claim.foremost && kind !== 'symbol') return unsaid('the record does not rank');
  const counted = claim.counts[0];
  const among =
    kind === 'isoform' || kind === 'alias' ? frame.record.names.filter((name) => name.kind === kind) : others;
  if (special.length === 0) {
    if (
      (kind === 'symbol' || kind === 'name') &&
      named.length > 0 &&
      !claim.another &&
      claim.sameness === null
    ) {
      const subject = subjectName(frame);
      return subject?.kind === kind ? yes(`the ${kind}`) : no(`not the ${kind}`);
    }
    if (new Set(named).size > 1)
      return claim.sameness === 'different' ? no('names of one gene') : yes('names of one gene');
    if (counted !== undefined)
      return counted === among.length ? yes('the recorded number') : no('another number is recorded');
    if (claim.only !== null) return among.length > 1 ? no('another one is recorded') : yes('the only one');
    const names = frame.focus.some(({ terms }) =>
      terms.some((term) => term.kind === 'aspect' && (term.aspect === 'names' || term.aspect === 'isoform')),
    );
    if (!names) return null;
    if (claim.sameness !== null) return unsaid('the same as what');
    if (claim.family === 'be' && !claim.another && frame.focus.some((mark) => isContent(mark)))
      return unsaid('a name that is not recorded');
    return claim.universal || frame.clause.items.length === 0
      ? null
      : among.length > 0
        ? yes('some are recorded')
        : no('none is recorded');
  }
  const isoforms = new Set(special.filter((name) => name.kind === 'isoform').map(({ name }) => name));
  if (claim.sameness === 'different')
    return isoforms.size > 1
      ? yes('two isoforms')
      : isoforms.size === 1
        ? unsaid('an isoform and its gene')
        : no('names of one gene');
  const listed = frame.clause.items.some(({ text }) => isIn('and', text));
  const one = claim.counts.includes(1) && new Set(named).size > 1;
  const equated = claim.sameness === 'same' || one || (special.length > 1 && !listed && isNameClaim(frame));
  if (equated && isoforms.size > 1) return no('two isoforms');
  if (equated && isoforms.size === 1) return unsaid('an isoform and its gene');
  if (equated && special.length > 1 && !mapsToOne(special)) return unsaid('whether two aliases are one');
  if (claim.sameness === 'same' || one) return yes('names of one gene');
  if (claim.only !== null)
    return among.length > special.length ? no('another one is recorded') : yes('the only one');
  if (!isNameClaim(frame)) return unsaid('no recorded predicate');
  if (kind === null) return yes('a recorded name');
  return special.every((name) => name.kind === kind)
    ? yes(`recorded as ${kind}`)
    : no('recorded as another kind of name');
}

/** What stands in the place of a name and is none. */
function isContent({ kind, entities, name, terms }: Frame['focus'][number]): boolean {
  const beyond = terms.some((term) => term.kind === 'beyond');
  return name === null && (entities.length > 0 || kind === 'unknown' || beyond);
}

/** The name that is said to be the symbol or the full name, not the gene that it is said of. */
function subjectName({ focus }: Frame): GeneName | null {
  const named = focus.filter(({ name }) => name !== null);
  const said = named.find((mark) => !/^(?:of|for)$/u.test(focus[focus.indexOf(mark) - 1]?.text ?? ''));
  return (said ?? named[0])?.name ?? null;
}

/** Two aliases that differ in their last letter only may name two forms. */
function mapsToOne(names: readonly GeneName[]): boolean {
  const stems = names.map(({ name }) => name.slice(0, -1));
  return new Set(stems).size === stems.length;
}

function kindAsked(frame: Frame, special: readonly GeneName[]): GeneName['kind'] | null {
  const words = { ...frame, focus: frame.focus.filter(({ name }) => name === null) };
  if (
    says(words, 'isoform word') ||
    words.focus.some(({ terms }) => terms.some((term) => term.kind === 'aspect' && term.aspect === 'isoform'))
  )
    return 'isoform';
  if (says(words, 'full name')) return 'name';
  if (says(words, 'alias word'))
    return special.some(({ kind }) => kind === 'previous') ? 'previous' : 'alias';
  return says(words, 'symbol word') && !says(words, 'other') ? 'symbol' : null;
}

/** Whether all that is said of a name is that it is one: any other predicate ("the king of", "important") is not a matter of names. */
function isNameClaim({ clause }: Frame): boolean {
  const body = clause.items.slice(clause.mood.from, clause.mood.to).map(({ mark }) => mark);
  return [...new Set(body)].every(
    ({ kind, terms, name, text }) =>
      name !== null ||
      kind === 'everyday' ||
      kind === 'matter' ||
      kind === 'number' ||
      isIn('plain', text) ||
      isIn('naming', text) ||
      terms.some(
        (term) =>
          term.kind === 'aspect' ||
          term.kind === 'generic' ||
          term.kind === 'species' ||
          term.kind === 'database' ||
          term.kind === 'activity',
      ),
  );
}
