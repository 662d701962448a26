import { DATABASES, type DatabaseKey } from '../record/databases.js';
import type { Species } from '../record/schema.js';
import { referenceYear, signature } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import type { ReferenceHit } from '../search/record-index.js';
import { phraseKey } from '../search/tokens.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import { type Item, is } from '../understand/items.js';
import { acts } from './bearing.js';
import { statedDatabases } from './choose-databases.js';
import { jointReferences, referenceHits } from './choose-references.js';
import type { Hit, Weighed } from './claim-verdict.js';
import { accessionsFound, asksFor, says } from './focus.js';
import { no, type Ruling, unsaid, worst, yes } from './ruling.js';

/** The lead of a yes/no question about each kind of fact, before its denial; null where nothing can lead. */

/** Of a claim about function. */
export function claimVerdict(frame: Frame, { hits, whole }: Weighed): Ruling | null {
  const { family, sign, recorded, besides } = frame.clause.claim;
  if ((family === null && sign === null && !recorded) || besides !== null) return null;
  const named = referenceHits(frame).filter(({ by }) => by === 'author' || by === 'journal');
  const cited = named.flatMap(({ references }) => references.map(({ id }) => id));
  const dated = frame.record.references.filter((one) => frame.years.includes(referenceYear(one) ?? 0));
  const years = dated.map(({ id }) => id);
  if (frame.years.length > 0 && !hits.every((each) => isBorne(each, years))) return null;
  const settled = whole !== null && whole.says !== 'unsaid';
  return !settled || named.length === 0 || hits.every((each) => isBorne(each, cited))
    ? whole
    : no('another source bears it');
}

/** Whether one of some references bears what settles an object. */
function isBorne(hits: readonly Hit[], references: readonly string[]): boolean {
  return hits.some(
    ({ fact, ruling }) =>
      ruling.says !== 'unsaid' && fact.statement.references.some((id) => references.includes(id)),
  );
}

/** Words for the kind of molecule behind an accession, and the databases whose entries are of it. */
const MOLECULES: readonly (readonly [list: string, readonly DatabaseKey[]])[] = [
  ['protein word', ['uniprot', 'refseq_protein']],
  ['transcript word', ['refseq_mrna']],
  ['gene word', ['ncbigene', 'ensembl', 'omim', 'homologene', 'genecards', 'hgnc']],
];

/** Of an accession, or of whether a database has one. */
export function identifierVerdict(
  frame: Frame,
  named: readonly DatabaseKey[],
  species: Species | null,
): Ruling | null {
  const held = frame.record.identifiers.filter(
    (one) => one.accession !== null && (species === null || one.species === species),
  );
  const isHeld = (key: string | undefined): boolean => held.some(({ database }) => database === key);
  const [lost] = accessionsFound(frame, 'unknown');
  const [key] = named;
  if (lost !== undefined) {
    if (!isHeld(lost.database ?? key)) return unsaid('an accession that is not recorded');
    const whole = lost.database !== null || (key !== undefined && DATABASES[key].pattern.test(lost.base));
    return whole ? no('another accession is recorded') : null;
  }
  const found = accessionsFound(frame, 'identifier');
  if (found.length > 0) {
    if (frame.clause.claim.isoforms.length > 0) return unsaid('whose entry it is among isoforms');
    const stated = statedDatabases(frame);
    const kinds =
      named.length > 0 ? [] : MOLECULES.flatMap(([list, keys]) => (isCalled(frame, list) ? keys : []));
    const isOf = (keys: readonly DatabaseKey[]): boolean =>
      keys.length === 0 || found.every(({ database }) => keys.includes(database));
    if (!isOf(stated)) return no('an accession of another database');
    if (!isOf(kinds)) return no('another kind of entry');
    return species === null || found.every(({ identifier }) => identifier.species === species)
      ? yes('the recorded accession')
      : no('another species');
  }
  const number = numberNamed(frame);
  if (named.length === 0) return null;
  if (number === null) return named.every(isHeld) ? yes('one is recorded') : no('none is recorded');
  return held.some(({ database, accession }) => named.includes(database) && accession === number)
    ? yes('the recorded accession')
    : no('another accession is recorded');
}

/** "is X a protein": what an accession is said to be. That it is of the gene tells no kind. */
function isCalled({ clause: { items } }: Frame, list: string): boolean {
  return items.some(({ text }, at) => {
    const [before, article] = items.slice(Math.max(0, at - 2), at).map((one) => one.text);
    const whose = list === 'gene word' && isIn('place word', before);
    return !whose && isIn(list, text.split(' ')[0]) && /^(?:an?|the)$/u.test(article ?? '');
  });
}

/** "is 290 the HomoloGene ID": a number too short for an accession's form that is said to be one; "2 IDs" counts. */
function numberNamed({ clause, focus }: Frame): string | null {
  if (clause.claim.family !== 'be' || focus.some(({ text }) => text === 'there')) return null;
  const number = focus.find(({ kind, raw }, at) => {
    const next = focus[at + 1];
    const counts = next?.terms.some((term) => term.kind === 'database' || term.kind === 'generic') === true;
    return kind === 'number' && /^\d+$/u.test(raw) && !counts && next?.text !== 'of';
  });
  return number?.raw ?? null;
}

/** Of a place: every part that was stated must agree. */
export function placeVerdict(frame: Frame, species: Species): Ruling | null {
  const { place, record } = frame;
  if (place === null) return null;
  const { chromosome, assemblies, spots } = place;
  const recorded = record.locations.flatMap((one) => (one.species === species ? (one.place ?? []) : []));
  if (recorded.length === 0) return unsaid('no place is recorded');
  const band = record.cytobands.find((one) => one.species === species)?.band;
  const same = recorded.filter(
    ({ assembly = '' }) => assemblies.length === 0 || assemblies.includes(assembly),
  );
  const inside = same.some(({ start, end, rounding }) =>
    spots.every(
      ({ bp, near }) => bp >= start - Math.max(near, rounding) && bp <= end + Math.max(near, rounding),
    ),
  );
  const elsewhere =
    spots.length > 0 || chromosome !== null || recorded.every(({ assembly }) => assembly === undefined);
  const part = (stated: boolean, holds: boolean | undefined, other: string): Ruling | null =>
    !stated ? null : holds === true ? yes('the recorded place') : holds === false ? no(other) : unsaid(other);
  return worst([
    says(frame, 'strand') ? unsaid('the strand is not recorded') : null,
    part(
      chromosome !== null,
      recorded.some((one) => one.chromosome === chromosome),
      'another chromosome is recorded',
    ),
    part(assemblies.length > 0, same.length > 0 || (elsewhere ? undefined : false), 'another assembly'),
    part(place.band !== null, band?.startsWith(place.band ?? ''), 'another band is recorded'),
    part(place.arm !== null, band?.includes(place.arm ?? ''), 'the other arm is recorded'),
    part(spots.length > 0, same.length > 0 ? inside : undefined, 'another place is recorded'),
  ]);
}

/** "was Kim 2005 in Blood", "did Miller co-author it": an author or a journal that the named reference does not have. */
function strangePart(frame: Frame, hits: readonly ReferenceHit[]): string | null {
  const { focus, clause } = frame;
  const isNamed = ({ raw, name, entities, reference }: Mark): boolean =>
    /^\p{Lu}\p{L}/u.test(raw) && name === null && entities.length === 0 && reference === null;
  const isAlone = ({ kind }: Mark): boolean => kind === 'unknown' || kind === 'common';
  if (says(frame, 'authorship') && focus.some((mark) => isNamed(mark) && isAlone(mark)))
    return 'another author';
  const printed = says(frame, 'printed');
  const isPrint = ({ terms }: Mark): boolean =>
    terms.every(({ kind }) => kind === 'thing' || kind === 'beyond' || kind === 'generic');
  const within = focus.some(
    (mark, at) => isNamed(mark) && isPrint(mark) && ['in', 'the'].includes(focus[at - 1]?.text ?? ''),
  );
  const be = clause.claim.family === 'be' || printed;
  return within && be && hits.some(({ by }) => by === 'author') ? 'another journal' : null;
}

/** Whether one of some references bears what is spoken of; null where nothing is. */
function topicVerdict({ clause }: Frame, { facts }: Weighed, references: readonly string[]): Ruling | null {
  const things = [...clause.claim.objects, ...clause.claim.where];
  if (things.length === 0) return null;
  return facts.some(
    ({ statement, objects, where }) =>
      statement.references.some((id) => references.includes(id)) &&
      things.every(({ entities }) => entities.some((id) => objects.has(id) || where.has(id))),
  )
    ? yes('that reference bears it')
    : no('another reference bears it');
}

/** Whether a question says nothing more of a reference than that it is one. */
function isBare({ clause: { claim }, unknown }: Frame): boolean {
  return unknown.length === 0 && claim.unexplained.length === 0 && !acts(claim);
}

/** "is X the first author": whether somebody who is named signs in another place. */
function isOtherRank({ record, focus }: Frame, references: readonly string[]): boolean {
  const rank = says({ focus }, 'first author') ? 0 : says({ focus }, 'last author') ? -1 : null;
  if (rank === null) return false;
  const typed = focus.flatMap(({ reference, text }) => (reference?.by === 'author' ? [phraseKey(text)] : []));
  const cited = record.references.filter(({ id }) => references.includes(id));
  const signed = cited.flatMap(({ author = [] }) => author.at(rank) ?? []);
  const keys = signed.map((one) => phraseKey(signature(one)));
  return typed.some((one) => !keys.includes(one));
}

/** Of a reference: author, year and journal must fit one reference. */
export function citationVerdict(
  frame: Frame,
  weighed: Weighed,
  references: readonly string[],
): Ruling | null {
  const hits = referenceHits(frame);
  const { record, years } = frame;
  const typed = accessionsFound(frame, 'reference').map(({ reference }) => reference.id);
  const { claim, items } = frame.clause;
  const ranks = (item: Item): boolean => is(item, 'first') || is(item, 'last') || (item.number ?? 0) > 1;
  const isRanked =
    claim.foremost ||
    claim.only !== null ||
    years.length > 1 ||
    (items.some(ranks) && !says(frame, 'authorship'));
  if (isRanked || items.some((item) => is(item, 'time order'))) return null;
  if (hits.length === 0 && years.length === 0) {
    if (typed.length === 0)
      return frame.clause.claim.family === 'have' && references.length > 0 && asksFor(frame, 'citation')
        ? yes('a reference bears it')
        : null;
    return topicVerdict(frame, weighed, typed) ?? (isBare(frame) ? yes('a recorded reference') : null);
  }
  const joint = jointReferences(frame);
  if (typed.length > 0)
    return typed.every((id) => joint.includes(id))
      ? yes('the number of that reference')
      : no('the number of another reference');
  if (isOtherRank(frame, references)) return no('another author of that reference');
  const dated = record.references.flatMap((one) => (references.includes(one.id) ? [referenceYear(one)] : []));
  if (years.some((year) => !dated.includes(year))) return no('another year');
  if (acts(frame.clause.claim) && weighed.whole?.says === 'no') return weighed.whole;
  if (weighed.hits.length > 0)
    return weighed.hits.some((each) => isBorne(each, joint))
      ? yes('that reference bears it')
      : no('another reference bears it');
  const topic = topicVerdict(frame, weighed, joint);
  if (frame.clause.claim.another) return null;
  if (topic !== null) return topic;
  if (hits.length === 0) return null;
  // Two journals, two years: each may be so.
  const printed = hits.filter(({ by }) => by !== 'author').map(({ by }) => by);
  if (joint.length === 0 && new Set(printed).size < printed.length) return null;
  const all = (by: ReferenceHit['by']): boolean => hits.every((hit) => hit.by === by);
  if (all('year')) return yes('the year of that reference');
  const strange = strangePart(frame, hits);
  if (strange !== null) return no(strange);
  if (!all('author') || !says(frame, 'authorship')) {
    const published =
      all('author') &&
      frame.clause.claim.family !== 'be' &&
      (asksFor(frame, 'citation') || says(frame, 'printed'));
    if (hits.length < 2) return published && isBare(frame) ? yes('a reference of that author') : null;
    const kinds = frame.focus.map(({ kind }) => kind);
    if (frame.unknown.length > 0 || kinds.some((kind) => ['other', 'common', 'matter'].includes(kind)))
      return unsaid('something that the reference does not tell');
  }
  return joint.length > 0 ? yes('one reference has all of it') : no('no reference has all of it');
}
