import type { Species } from '../record/schema.js';
import type { Mark } from '../search/marks.js';
import type { ReferenceHit } from '../search/record-index.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { jointReferences, referenceHits } from './choose-references.js';
import type { Fact } from './facts.js';
import { hitsOf, no, positiveRuling, type Ruling, turned, unsaid, yes } from './verdict.js';

/** The lead of a yes/no question about each kind of fact; null where the question is none, or nothing can lead. */

export function asked(frame: Frame, ruling: Ruling | null): Ruling | null {
  const { mood, claim } = frame.clause;
  return mood.kind === 'polar' ? turned(ruling, claim.negated, mood.flipped) : null;
}

/** Of a claim about function. */
export function claimVerdict(frame: Frame, facts: readonly Fact[]): Ruling | null {
  const { claim } = frame.clause;
  if ((claim.family === null && claim.sign === null && !claim.recorded) || claim.contrasted) return null;
  const ruling = sourced(frame, facts) ?? positiveRuling(claim, facts);
  return asked(frame, ruling);
}

/** "did Kim show that ...": only what that paper bears. */
function sourced(frame: Frame, facts: readonly Fact[]): Ruling | null {
  const hits = referenceHits(frame).filter(({ by }) => by === 'author' || by === 'journal');
  if (hits.length === 0) return null;
  const cited = hits.flatMap(({ references }) => references.map(({ id }) => id));
  const each = hitsOf(frame.clause.claim, facts);
  const bears =
    each.length > 0 &&
    each.every((list) =>
      list.some(
        ({ fact, ruling }) =>
          ruling.says !== 'unsaid' && fact.statement.references.some((id) => cited.includes(id)),
      ),
    );
  return bears || each.length === 0 ? null : no('another source bears it');
}

/** Of a place: every part that was stated must agree. */
export function placeVerdict(frame: Frame, species: Species): Ruling | null {
  const { place: stated, record } = frame;
  const recorded = record.locations
    .filter((one) => one.species === species)
    .flatMap(({ place }) => place ?? []);
  if (stated === null) return null;
  if (recorded.length === 0) return asked(frame, unsaid('no place is recorded'));
  const known = recorded.map(({ assembly }) => assembly);
  const same =
    stated.assemblies.length === 0
      ? recorded
      : recorded.filter(({ assembly }) => assembly !== undefined && stated.assemblies.includes(assembly));
  const [first] = recorded;
  if (stated.chromosome !== null && recorded.every(({ chromosome }) => chromosome !== stated.chromosome))
    return asked(frame, no('another chromosome is recorded'));
  if (same.length === 0)
    return asked(
      frame,
      stated.spots.length > 0 || stated.chromosome !== null || known[0] === undefined
        ? unsaid('another assembly')
        : no('another assembly is recorded'),
    );
  const band = record.cytobands.find((one) => one.species === species)?.band;
  if (stated.band !== null && band === undefined) return asked(frame, unsaid('no band is recorded'));
  if (stated.band !== null && band?.startsWith(stated.band) !== true)
    return asked(frame, no('another band is recorded'));
  if (stated.arm !== null) {
    const arm = band?.match(/[pq]/u)?.[0];
    if (arm === undefined) return asked(frame, unsaid('no band is recorded'));
    if (arm !== stated.arm) return asked(frame, no('the other arm is recorded'));
  }
  const inside = same.some((place) =>
    stated.spots.every(
      ({ bp, near }) =>
        bp >= place.start - Math.max(near, place.rounding) &&
        bp <= place.end + Math.max(near, place.rounding),
    ),
  );
  if (!inside) return asked(frame, no('another place is recorded'));
  const said =
    stated.chromosome !== null ||
    stated.arm !== null ||
    stated.spots.length > 0 ||
    stated.assemblies.length > 0;
  return first !== undefined && said ? asked(frame, yes('the recorded place')) : null;
}

/** Of another species: whether the record has anything of it. */
export function speciesVerdict(frame: Frame, species: Species | null): Ruling | null {
  const { record, clause } = frame;
  if (species === null || !record.species.some(({ id }) => id === species) || clause.mood.kind === 'choice')
    return null;
  if (clause.items.some(({ text }) => isIn('person', text))) return null;
  if (clause.items.some(({ text }) => isIn('or', text))) return null;
  if (clause.claim.only !== null || clause.claim.universal)
    return asked(frame, unsaid('the record lists some species, not all'));
  const counterpart = record.species.find(({ id }) => id === species)?.counterpart;
  const held =
    species === record.species[0]?.id ||
    record.identifiers.some((one) => one.species === species && one.accession !== null);
  if (counterpart?.kind === 'ortholog' || held) return asked(frame, yes('recorded'));
  return asked(
    frame,
    counterpart === undefined
      ? unsaid('nothing is recorded of it')
      : no('the record says that there is none'),
  );
}

/** "was Kim 2005 in Blood", "did Miller co-author it": an author or a journal that the named reference does not have. */
function strangePart({ focus, clause }: Frame, hits: readonly ReferenceHit[]): string | null {
  if (!hits.some(({ by }) => by === 'author' || by === 'journal')) return null;
  const named = focus.filter(
    ({ raw, name, entities, reference }) =>
      /^\p{Lu}\p{L}/u.test(raw) && name === null && entities.length === 0 && reference === null,
  );
  const alone = (mark: Mark): boolean => mark.kind === 'unknown' || mark.kind === 'common';
  const beyond = ({ terms }: Mark): boolean => terms.some((term) => term.kind === 'beyond');
  if (isAuthorship(focus) && named.some(alone)) return 'another author';
  const printed = focus.some(({ text }) => isIn('printed', text));
  const within = focus.some(
    (mark, at) =>
      named.includes(mark) &&
      (printed || alone(mark) || beyond(mark)) &&
      ['in', 'the'].includes(focus[at - 1]?.text ?? ''),
  );
  const be = clause.claim.family === 'be' || printed;
  return within && be && hits.some(({ by }) => by === 'author') ? 'another journal' : null;
}

function isAuthorship(focus: Frame['focus']): boolean {
  return focus.some(
    ({ text }) => isIn('authorship', text) || text.split(' ').some((word) => isIn('authorship', word)),
  );
}

/** Of a reference: author, year and journal must fit one reference. */
export function citationVerdict(
  frame: Frame,
  facts: readonly Fact[],
  references: readonly string[],
): Ruling | null {
  const hits = referenceHits(frame);
  const { record, years } = frame;
  const dated = record.references.filter(({ id }) => references.includes(id));
  const strangeYear = years.some((year) =>
    dated.every(({ issued }) => issued?.['date-parts'][0][0] !== year),
  );
  if (hits.length === 0 && years.length === 0) return null;
  const numbers = frame.accessions.flatMap((one) => (one.found === 'reference' ? [one.reference.id] : []));
  if (numbers.length > 0)
    return asked(
      frame,
      numbers.every((id) => hits.every(({ references: of }) => of.some((one) => one.id === id)))
        ? yes('the number of that reference')
        : no('the number of another reference'),
    );
  if (strangeYear) return asked(frame, no('another year'));
  const each = hitsOf(frame.clause.claim, facts);
  if (each.length > 0) {
    const bears = each.some((list) =>
      list.some(
        ({ fact, ruling }) =>
          ruling.says !== 'unsaid' &&
          fact.statement.references.some((id) =>
            hits.every((hit) => hit.references.some((one) => one.id === id)),
          ),
      ),
    );
    return asked(frame, bears ? yes('that reference bears it') : no('another reference bears it'));
  }
  const strange = strangePart(frame, hits);
  if (strange !== null) return asked(frame, no(strange));
  if (hits.length > 0 && hits.every(({ by }) => by === 'year'))
    return asked(frame, yes('the year of that reference'));
  if (hits.length > 0 && hits.every(({ by }) => by === 'author') && isAuthorship(frame.focus))
    return asked(
      frame,
      jointReferences(frame).length > 0
        ? yes('an author of that reference')
        : no('an author of another reference'),
    );
  if (hits.length < 2) return null;
  if (
    frame.unknown.length > 0 ||
    frame.focus.some(({ kind }) => kind === 'other' || kind === 'common' || kind === 'matter')
  )
    return asked(frame, unsaid('something that the reference does not tell'));
  const joint = record.references.some(({ id }) =>
    hits.every(({ references: of }) => of.some((one) => one.id === id)),
  );
  return asked(frame, joint ? yes('one reference has all of it') : no('no reference has all of it'));
}
