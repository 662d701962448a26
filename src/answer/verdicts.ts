import { DATABASES, type DatabaseKey } from '../record/databases.js';
import type { GeneName, Species } from '../record/schema.js';
import type { ReferenceSpace } from '../search/accession-forms.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { referenceHits } from './choose-references.js';
import type { Fact } from './facts.js';
import { hitsOf, positiveRuling, type Ruling, turned } from './verdict.js';

/** The lead of a yes/no question about each kind of fact; null where the question is none, or nothing can lead. */

const yes = (row: string): Ruling => ({ says: 'yes', row });
const no = (row: string): Ruling => ({ says: 'no', row });
const unsaid = (row: string): Ruling => ({ says: 'unsaid', row });

function asked(frame: Frame, ruling: Ruling | null): Ruling | null {
  const { mood, claim } = frame.clause;
  return mood.kind === 'polar' ? turned(ruling, claim.negated, mood.flipped) : null;
}

function says(frame: Frame, list: string): boolean {
  return frame.focus.some(({ text }) => isIn(list, text) || text.split(' ').some((word) => isIn(list, word)));
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
  const inside = same.some((place) =>
    stated.spots.every(
      ({ bp, near }) =>
        bp >= place.start - Math.max(near, place.rounding) &&
        bp <= place.end + Math.max(near, place.rounding),
    ),
  );
  if (!inside) return asked(frame, no('another place is recorded'));
  const said = stated.chromosome !== null || stated.spots.length > 0 || stated.assemblies.length > 0;
  return first !== undefined && said ? asked(frame, yes('the recorded place')) : null;
}

/** Words for the kind of molecule behind an accession, and the databases whose entries are of it. */
const MOLECULES: readonly (readonly [RegExp, readonly DatabaseKey[]])[] = [
  [/^(?:protein|proteins|peptide|polypeptide)$/u, ['uniprot', 'refseq_protein']],
  [/^(?:transcript|transcripts|mrna|mrnas|cdna|rna)$/u, ['refseq_mrna']],
  [
    /^(?:gene|genes|locus)$/u,
    ['ncbigene', 'ensembl', 'omim', 'homologene', 'genecards', 'hgnc' as DatabaseKey],
  ],
];

/** Of an accession, or of whether a database has one. */
export function identifierVerdict(
  frame: Frame,
  named: readonly DatabaseKey[],
  species: Species | null,
): Ruling | null {
  const { accessions, record } = frame;
  const found = accessions.flatMap((one) => (one.found === 'identifier' ? [one] : []));
  if (accessions.some((one) => one.found === 'unknown')) {
    const [lost] = accessions.flatMap((one) => (one.found === 'unknown' ? [one] : []));
    const other = lost?.database ?? named[0];
    const held = record.identifiers.filter((one) => one.database === other && one.accession !== null);
    return asked(
      frame,
      other !== undefined && held.length > 0
        ? wellFormed(lost, other)
          ? no('another accession is recorded')
          : null
        : unsaid('an accession that is not recorded'),
    );
  }
  if (found.length > 0) {
    if (named.length > 0 && !found.every(({ database }) => named.includes(database)))
      return asked(frame, no('an accession of another database'));
    const molecule = MOLECULES.filter(([word]) =>
      frame.clause.items.some(
        (item, at) => word.test(item.text) && /^(?:a|an)$/u.test(frame.clause.items[at - 1]?.text ?? ''),
      ),
    );
    if (named.length === 0 && molecule.length > 0)
      return asked(
        frame,
        found.every(({ database }) => molecule.some(([, keys]) => keys.includes(database)))
          ? yes('the kind of entry')
          : no('another kind of entry'),
      );
    if (species !== null)
      return asked(
        frame,
        found.every((one) => one.identifier.species === species)
          ? yes('the recorded species')
          : no('another species'),
      );
    return asked(frame, yes('the recorded accession'));
  }
  if (named.length === 0 || frame.clause.mood.kind !== 'polar') return null;
  const has = named.every((key) =>
    record.identifiers.some(
      (one) =>
        one.database === key && one.accession !== null && (species === null || one.species === species),
    ),
  );
  return asked(frame, has ? yes('one is recorded') : no('none is recorded'));
}

/** Whether a lost accession has the whole form of one of the database: a piece of a number tells nothing. */
function wellFormed(
  lost: Frame['accessions'][number] | undefined,
  database: DatabaseKey | ReferenceSpace,
): boolean {
  const pattern = Object.entries(DATABASES).find(([key]) => key === database)?.[1].pattern;
  return lost !== undefined && (lost.database !== null || pattern?.test(lost.base) === true);
}

/** Of another species: whether the record has anything of it. */
export function speciesVerdict(frame: Frame, species: Species | null): Ruling | null {
  const { record, clause } = frame;
  if (species === null || !record.species.some(({ id }) => id === species) || clause.mood.kind === 'choice')
    return null;
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
  if (hits.length < 2) return null;
  if (frame.unknown.length > 0 || frame.focus.some(({ kind }) => kind === 'other'))
    return asked(frame, unsaid('something that the reference does not tell'));
  const joint = record.references.some(({ id }) =>
    hits.every(({ references: of }) => of.some((one) => one.id === id)),
  );
  return asked(frame, joint ? yes('one reference has all of it') : no('no reference has all of it'));
}
