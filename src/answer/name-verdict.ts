import type { GeneName } from '../record/schema.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import type { Ruling } from './verdict.js';
import { asked, no, unsaid, yes } from './verdicts.js';

/** The lead of a yes/no question about names. */

export function says(frame: Frame, list: string): boolean {
  return frame.focus.some(({ text }) => isIn(list, text) || text.split(' ').some((word) => isIn(list, word)));
}

/** Of names: whether they are names of this gene, of what kind, and the same or not. */
export function nameVerdict(frame: Frame): Ruling | null {
  const named = frame.focus.flatMap(({ name }) => (name === null ? [] : [name]));
  return asked(frame, nameRuling(frame, named));
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
    if (new Set(named).size > 1)
      return claim.sameness === 'different' ? no('names of one gene') : yes('names of one gene');
    if (counted !== undefined)
      return counted === among.length ? yes('the recorded number') : no('another number is recorded');
    if (claim.only !== null) return among.length > 1 ? no('another one is recorded') : yes('the only one');
    if (kind === 'symbol' && named.length > 0 && !claim.another)
      return named.some((name) => name.kind === 'symbol') ? yes('the symbol') : no('not the symbol');
    const names = frame.focus.some(({ terms }) =>
      terms.some((term) => term.kind === 'aspect' && (term.aspect === 'names' || term.aspect === 'isoform')),
    );
    if (!names) return null;
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
  const equated = claim.sameness === 'same' || (special.length > 1 && !listed);
  if (equated && isoforms.size > 1) return no('two isoforms');
  if (equated && isoforms.size === 1) return unsaid('an isoform and its gene');
  if (equated && special.length > 1 && !mapsToOne(special)) return unsaid('whether two aliases are one');
  if (claim.only !== null)
    return among.length > special.length ? no('another one is recorded') : yes('the only one');
  if (!isNameClaim(frame)) return unsaid('no recorded predicate');
  if (kind === null) return yes('a recorded name');
  return special.every((name) => name.kind === kind)
    ? yes(`recorded as ${kind}`)
    : no('recorded as another kind of name');
}

/** Two aliases that differ in their last letter only may name two forms. */
function mapsToOne(names: readonly GeneName[]): boolean {
  const stems = names.map(({ name }) => name.slice(0, -1));
  return new Set(stems).size === stems.length && !names.some(({ name }) => stems.includes(name));
}

function kindAsked(frame: Frame, special: readonly GeneName[]): GeneName['kind'] | null {
  if (
    says(frame, 'isoform word') ||
    frame.focus.some(({ terms }) => terms.some((term) => term.kind === 'aspect' && term.aspect === 'isoform'))
  )
    return 'isoform';
  if (says(frame, 'alias word'))
    return special.some(({ kind }) => kind === 'previous') ? 'previous' : 'alias';
  return says(frame, 'symbol word') && !says(frame, 'other') ? 'symbol' : null;
}

/** Whether all that is said of a name is that it is one: any other predicate ("the king of", "important") is not a matter of names. */
function isNameClaim({ focus }: Frame): boolean {
  return focus.every(
    ({ kind, terms, name, text }) =>
      name !== null ||
      kind === 'everyday' ||
      kind === 'matter' ||
      kind === 'number' ||
      isIn('plain', text) ||
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
