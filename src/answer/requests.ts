import { DATABASE_KEYS } from '../record/databases.js';
import type { Species } from '../record/schema.js';
import { speciesIds } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';
import type { Intent } from '../understand/intents.js';
import { is, isSpecies } from '../understand/items.js';
import { databaseOf } from '../understand/placeholders.js';
import { acts, isSpoken } from './bearing.js';
import { chooseDatabases, namedDatabases } from './choose-databases.js';
import { chooseReferences, referenceHits, strangeReference } from './choose-references.js';
import { chooseStatements } from './choose-statements.js';
import type { Weighed } from './claim-verdict.js';
import { accessionsFound } from './focus.js';
import type { Context } from './follow.js';
import { namesAsked, nameVerdict } from './name-verdict.js';
import type { ResolvedRequest } from './request.js';
import { type Ruling, turned } from './ruling.js';
import { asksWhetherHeld, speciesVerdict } from './species-verdict.js';
import { citationVerdict, claimVerdict, identifierVerdict, placeVerdict } from './verdicts.js';

/** A frame read with one intent: what would be answered, with its lead; or, in words, why it does not bear the intent out. */
export type Candidate = { readonly request: ResolvedRequest; readonly ruling: Ruling | null } | string;

/** A request and how its lead is found before any denial; or why there is none. */
type Draft = readonly [request: ResolvedRequest, rule?: () => Ruling | null] | string;

type Make = (frame: Frame, weighed: Weighed, context: Context) => Draft;

/** Names that are answered one by one; what is named beyond them is left to the whole list. */
const MOST_NAMES = 8;

function speciesIn({ focus }: Frame): readonly Species[] {
  return focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'species' ? [term.species] : [])),
  );
}

/** The species of the record that a frame names, or null where several are named side by side; one that is not its first before that. */
function speciesOf(frame: Frame): Species | null {
  const held = speciesIds(frame.record);
  const named = speciesIn(frame).filter((each) => held.includes(each));
  if (new Set(named).size > 1 && isSideBySide(frame)) return null;
  return named.find((each) => each !== held[0]) ?? named[0] ?? null;
}

/** "human and mouse", "human only or also mouse": nothing but small words stands between the species that are named. */
function isSideBySide({ focus }: Frame): boolean {
  const between = focus.slice(focus.findIndex(isSpecies) + 1, focus.findLastIndex(isSpecies));
  const last = focus[focus.findLastIndex(isSpecies)];
  const joins = (word: string): boolean => isIn('and', word) || isIn('or', word);
  return (
    (between.some(({ text }) => joins(text)) || /[+&/]/u.test(last?.before ?? '')) &&
    between.every(
      (mark) => isSpecies(mark) || joins(mark.text) || isIn('only', mark.text) || isIn('plain', mark.text),
    )
  );
}

function formatOf({ focus }: Frame): string | null {
  const formats = focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'format' ? [term.format] : [])),
  );
  return formats[0] ?? null;
}

const alias: Make = (frame) => {
  const shouted = !/\p{Ll}/u.test(frame.focus.map(({ raw }) => raw).join(''));
  if (frame.clause.mood.kind === 'polar' && frame.focus.some((mark) => isStrange(mark, shouted)))
    return 'a name that is not recorded';
  const [name = null, ...beside] = namesAsked(frame).slice(0, MOST_NAMES);
  return [{ do: 'alias', name, ...(beside.length === 0 ? {} : { beside }) }, () => nameVerdict(frame)];
};

/** What is shaped like a symbol and is none of this gene's. */
function isStrange({ kind, raw, entities, terms }: Mark, shouted: boolean): boolean {
  if (kind === 'other') return true;
  if (entities.length > 0 || terms.length > 0 || !/^[A-Z][A-Z0-9-]+$/u.test(raw)) return false;
  const word = kind === 'everyday' || kind === 'matter';
  return word ? !shouted && raw.length > 2 : kind === 'unknown' || kind === 'common';
}

const id: Make = (frame, _, context) => {
  const named = namedDatabases(frame);
  const species = speciesOf(frame);
  const found = accessionsFound(frame, 'identifier');
  const lost = accessionsFound(frame, 'unknown').length > 0;
  const first = found.length > 0 ? null : species;
  if (lost && found.length === 0) {
    const polar = frame.clause.mood.kind === 'polar';
    const own = frame.focus.flatMap(({ accession, raw }) =>
      accession?.found === 'unknown' && (polar || raw !== accession.typed)
        ? DATABASE_KEYS.filter((key) => key === accession.database)
        : [],
    );
    const databases = named.length > 0 ? named : [...new Set(own)];
    return polar && databases.length > 0 && frame.subject !== 'other'
      ? [{ do: 'id', databases, species: first }, () => identifierVerdict(frame, databases, species)]
      : 'an accession that is not recorded';
  }
  if (isMislabelled(frame)) return 'an accession of another database';
  const asked = chooseDatabases(frame, context.databases);
  if (asked.length === 0) return 'no database and no accession';
  const databases = asked.filter((key) => frame.record.identifiers.some(({ database }) => database === key));
  if (databases.length === 0) return 'a database that the record does not have';
  if (species !== null && found.length === 0 && isEmpty(frame, species))
    return [{ do: 'species', species, databases }, () => speciesVerdict(frame, species)];
  return [{ do: 'id', databases, species: first }, () => identifierVerdict(frame, named, species)];
};

/** "entrez P24001": the database that stands before an accession is not its own. */
function isMislabelled({ focus }: Frame): boolean {
  return focus.some(({ accession, before }, at) => {
    const last = focus[at - 1];
    const named = last === undefined || before !== ' ' ? null : databaseOf(last);
    return accession?.found === 'identifier' && named !== null && named !== accession.database;
  });
}

/** Whether the record has no accession at all in a species: then that is the answer. */
function isEmpty({ record }: Frame, species: Species): boolean {
  return record.identifiers.every((one) => one.species !== species || one.accession === null);
}

/** Whether things that act on each other are told of: by one statement, or where the effect of one of them is asked for. */
function isJoint({ clause: { claim, mood, items } }: Frame, { facts }: Weighed): boolean {
  const effect = claim.objects.length === 1 && items.some((item) => is(item, 'effect'));
  if (effect && mood.kind === 'open') return true;
  return facts.some(({ objects, where }) =>
    claim.objects.every(({ entities }) => entities.some((id) => objects.has(id) || where.has(id))),
  );
}

const functions: Make = (frame, weighed, context) => {
  const { claim, mood } = frame.clause;
  const { facts, hits } = weighed;
  if (claim.verb === null && frame.accessions.length > 0) return 'an accession does nothing without a verb';
  if (claim.perturbed !== null && !facts.some(({ perturbed }) => perturbed !== null))
    return 'the gene is taken away or overdone';
  if (claim.direction === 'between' && !isJoint(frame, weighed)) return 'other things act on each other';
  const polar = mood.kind === 'polar';
  const ruling = polar && claim.direction !== 'between' ? claimVerdict(frame, weighed) : null;
  const lost = claim.objects.filter((_, at) => hits[at]?.length === 0);
  const strange = claim.where.filter((thing) => !facts.some((fact) => isSpoken(thing, fact)));
  const fresh = [...lost, ...strange, ...claim.means].some(({ entities }) => entities.length === 0);
  const settled = ruling !== null && ruling.says !== 'unsaid';
  const known = claim.objects.length > lost.length;
  if (fresh && !settled && !known && (polar || lost.length === hits.length))
    return 'a thing that is not recorded';
  const statements = chooseStatements(frame, weighed, context.statements);
  const named = claim.objects.length + claim.where.length + frame.unknown.length > 0;
  if (statements.length === 0 && (named || acts(claim) || mood.kind !== 'open')) return 'no statement fits';
  return [{ do: 'function', statements }, () => ruling];
};

const cite: Make = (frame, weighed, context) => {
  if (accessionsFound(frame, 'unknown').length > 0) return 'a reference that is not recorded';
  const strange = frame.clause.mood.kind === 'open' ? strangeReference(frame) : null;
  if (strange !== null) return strange;
  const references = chooseReferences(frame, chooseStatements(frame, weighed, []), context.references);
  if (references.length === 0 && context.request?.do === 'ask' && frame.subject === 'none')
    return 'a refusal has no source';
  const request = { do: 'cite', references, format: formatOf(frame) } as const;
  return [request, () => citationVerdict(frame, weighed, references)];
};

/** All references, where nothing tells which ones, and no year or name is asked for that none of them has. */
const citeAll: Make = (frame, weighed, context) => {
  if (referenceHits(frame).length > 0 || weighed.hits.some((each) => each.length > 0))
    return cite(frame, weighed, context);
  const isNamed = frame.focus.some(({ kind, raw }) => kind === 'unknown' && /^\p{Lu}\p{Ll}/u.test(raw));
  const strange = isNamed ? 'a reference that is not recorded' : null;
  return strangeReference(frame) ?? strange ?? [{ do: 'cite', references: [], format: formatOf(frame) }];
};

const location: Make = (frame) => {
  const { place, record, clause } = frame;
  const [main] = speciesIds(record);
  const species = speciesOf(frame) ?? main;
  const recorded = record.locations.filter((one) => one.species === species);
  const held = recorded.flatMap((one) => one.place?.assembly ?? []);
  const assemblies = place?.assemblies ?? [];
  const other = assemblies.length > 0 && !assemblies.some((one) => held.includes(one));
  if (other && clause.mood.kind === 'open') return 'another assembly';
  if (species === undefined || recorded.length === 0) return 'no place of that species';
  return [{ do: 'locate', species: species === main ? null : species }, () => placeVerdict(frame, species)];
};

const species: Make = (frame, weighed, context) => {
  const named = speciesOf(frame);
  if (named !== null) {
    if (frame.accessions.length > 0 || chooseDatabases(frame, context.databases).length > 0)
      return id(frame, weighed, context);
    if (context.request?.do === 'locate' && !isEmpty(frame, named)) return location(frame, weighed, context);
  }
  // "human only?": the others tell that it is not.
  const shown = frame.clause.claim.only === null ? named : null;
  return [{ do: 'species', species: shown }, () => speciesVerdict(frame, named)];
};

const MAKERS: Readonly<Record<Exclude<Intent, 'none'>, Make>> = {
  help: () => [{ do: 'help' }],
  alias,
  id,
  'id:all': (frame) => [{ do: 'id', databases: [], species: speciesOf(frame) }],
  'id:search': ({ record }) =>
    record.identifiers.some(({ database }) => database === 'pubmed_search')
      ? [{ do: 'id', databases: ['pubmed_search'], species: null }]
      : 'no search is recorded',
  function: functions,
  'function:all': () => [{ do: 'function', statements: [] }],
  cite,
  'cite:all': citeAll,
  location,
  species,
  summary: () => [{ do: 'card' }],
};

/** Of a species that the record does not have only these tell something. */
const OF_NO_SPECIES: ReadonlySet<Intent> = new Set(['help', 'cite', 'cite:all', 'id:search']);

function isOtherSpecies(frame: Frame): boolean {
  const held = speciesIds(frame.record);
  const named = speciesIn(frame);
  return named.length > 0 && !named.some((each) => held.includes(each));
}

/** What a frame asks for, read with one intent. A yes/no question gets its lead, turned round where it is denied. */
export function candidateOf(
  intent: Exclude<Intent, 'none'>,
  frame: Frame,
  weighed: Weighed,
  context: Context,
): Candidate {
  if (!OF_NO_SPECIES.has(intent) && isOtherSpecies(frame)) return 'a species that the record does not have';
  const draft = MAKERS[intent](frame, weighed, context);
  if (typeof draft === 'string') return draft;
  const [request, rule] = draft;
  const { mood, claim } = frame.clause;
  const polar = mood.kind === 'polar' || (intent === 'species' && asksWhetherHeld(frame));
  // "is it wrong", "something other than": what is asked is not whether it is so.
  const body = frame.clause.items.slice(mood.from);
  const turns = body.some(
    (item, at) => (is(item, 'wrong') && !mood.flipped) || (item.text === 'than' && is(body[at - 1], 'other')),
  );
  const ruling = (polar && !turns ? rule?.() : null) ?? null;
  return { request, ruling: ruling !== null && claim.negated !== mood.flipped ? turned(ruling) : ruling };
}
