import { DATABASE_KEYS, type DatabaseKey } from '../record/databases.js';
import type { Species } from '../record/schema.js';
import { speciesIds } from '../record/words.js';
import type { Mark } from '../search/marks.js';
import type { Frame } from '../understand/frame.js';
import type { Intent } from '../understand/intents.js';
import { databaseOf } from '../understand/placeholders.js';
import { chooseDatabases, namedDatabases } from './choose-databases.js';
import { chooseReferences, jointReferences, referenceHits } from './choose-references.js';
import { chooseStatements } from './choose-statements.js';
import type { Fact } from './facts.js';
import type { Context } from './follow.js';
import { identifierVerdict } from './identifier-verdict.js';
import { namesAsked, nameVerdict } from './name-verdict.js';
import type { ResolvedRequest } from './request.js';
import { hitsOf, type Ruling } from './verdict.js';
import { citationVerdict, claimVerdict, placeVerdict, speciesVerdict } from './verdicts.js';

/** A frame read with one intent: what would be answered, or why it does not bear the intent out. */
export type Candidate =
  | {
      readonly fits: true;
      readonly request: ResolvedRequest;
      readonly ruling: Ruling | null;
      readonly own: boolean;
    }
  | { readonly fits: false; readonly why: string };

/** More databases than these in one question are all of them. */
const MANY = 3;

/** Names that are answered one by one; what is named beyond them is left to the whole list. */
const MOST_NAMES = 8;

type Make = (frame: Frame, facts: readonly Fact[], context: Context) => Candidate;

const misfit = (why: string): Candidate => ({ fits: false, why });
const taken = (request: ResolvedRequest, ruling: Ruling | null = null, own = true): Candidate => ({
  fits: true,
  request,
  ruling,
  own,
});

/** The species of the record that a frame names, or null; the first one named. */
export function speciesOf({ focus, record }: Frame): Species | null {
  const held = speciesIds(record);
  const named = focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'species' && held.includes(term.species) ? [term.species] : [])),
  );
  return named.find((each) => each !== held[0]) ?? named[0] ?? null;
}

function formatOf({ focus }: Frame): string | null {
  for (const { terms } of focus) for (const term of terms) if (term.kind === 'format') return term.format;
  return null;
}

const alias: Make = (frame) => {
  const special = namesAsked(frame);
  const shouted = !/\p{Ll}/u.test(frame.focus.map(({ raw }) => raw).join(''));
  const strange = frame.focus.some((mark) => isStrange(mark, shouted));
  if (strange && frame.clause.mood.kind === 'polar') return misfit('a name that is not recorded');
  const own =
    special.length > 0 ||
    frame.subject !== 'none' ||
    frame.focus.some(({ terms }) => terms.some(({ kind }) => kind === 'aspect'));
  const [name = null, ...beside] = special.slice(0, MOST_NAMES);
  const request = { do: 'alias', name, ...(beside.length === 0 ? {} : { beside }) } as const;
  return taken(request, nameVerdict(frame), own);
};

/** What is shaped like a symbol and is none of this gene's. */
function isStrange({ kind, raw, entities, terms }: Mark, shouted: boolean): boolean {
  if (kind === 'other') return true;
  if (entities.length > 0 || terms.length > 0) return false;
  const word = kind === 'everyday' || kind === 'matter';
  if (word) return !shouted && raw.length > 2 && /^[A-Z][A-Z0-9-]+$/u.test(raw);
  return (kind === 'unknown' || kind === 'common') && /^[A-Z][A-Z0-9-]+$/u.test(raw);
}

const id: Make = (frame, _, context) => {
  const named = namedDatabases(frame);
  const databases = chooseDatabases(frame, context.databases);
  const species = speciesOf(frame);
  const found = frame.accessions.flatMap((one) => (one.found === 'identifier' ? [one.database] : []));
  const lost = frame.accessions.filter((one) => one.found === 'unknown');
  const first = found.length > 0 ? null : species;
  if (lost.length > 0 && found.length === 0) {
    const own = frame.focus.flatMap(({ accession, raw }) =>
      accession?.found === 'unknown' && raw !== accession.typed
        ? DATABASE_KEYS.filter((key) => key === accession.database)
        : [],
    );
    const asked = named.length > 0 ? named : [...new Set(own)];
    const polar = frame.clause.mood.kind === 'polar' && asked.length > 0 && frame.subject !== 'other';
    return polar
      ? taken({ do: 'id', databases: asked, species: first }, identifierVerdict(frame, asked, species))
      : misfit('an accession that is not recorded');
  }
  if (isMislabelled(frame)) return misfit('an accession of another database');
  if (databases.length === 0) return misfit('no database and no accession');
  if (named.length > MANY && lost.length === 0) return taken({ do: 'id', databases: [], species: first });
  const held = databases.filter((key) => frame.record.identifiers.some((one) => one.database === key));
  if (held.length === 0) return misfit('a database that the record does not have');
  if (species !== null && isEmpty(frame, species))
    return taken({ do: 'species', species, databases: held }, speciesVerdict(frame, species));
  return taken(
    { do: 'id', databases: held, species: first },
    identifierVerdict(frame, named, species),
    named.length > 0 || found.length > 0,
  );
};

/** "entrez P24001": the database that stands before an accession is not its own. */
function isMislabelled({ focus }: Frame): boolean {
  return focus.some(({ accession, before }, at) => {
    const last = focus[at - 1];
    const named = last === undefined || before !== ' ' ? null : databaseOf(last);
    return accession?.found === 'identifier' && named !== null && named !== accession.database;
  });
}

/** "is X an isoform": names are asked about, whatever statements have the word. */
function asksOfName({ focus, clause }: Frame): boolean {
  const special = focus.some(({ name }) => name !== null && name.kind !== 'symbol' && name.kind !== 'name');
  const told = clause.claim.objects.map(({ text }) => text);
  const words = focus.filter(({ text }) => told.includes(text));
  return (
    special &&
    words.length > 0 &&
    words.every(({ terms }) =>
      terms.some((term) => term.kind === 'aspect' && (term.aspect === 'isoform' || term.aspect === 'names')),
    )
  );
}

/** Whether the record has no accession at all in a species: then that is the answer. */
function isEmpty({ record }: Frame, species: Species): boolean {
  return record.identifiers.every((one) => one.species !== species || one.accession === null);
}

const functions: Make = (frame, facts, context) => {
  const { claim, mood } = frame.clause;
  if (asksOfName(frame)) return alias(frame, facts, context);
  if (claim.verb === null && frame.accessions.length > 0)
    return misfit('an accession does nothing without a verb');
  const ruling = claimVerdict(frame, facts);
  const hits = hitsOf(claim, facts);
  const fresh = [
    ...claim.objects.filter((_, at) => hits[at]?.length === 0),
    ...claim.where,
    ...claim.means,
  ].filter(({ entities }) => entities.length === 0);
  const known = hits.some((each) => each.length > 0);
  if (claim.perturbed && !facts.some(({ perturbed }) => perturbed))
    return misfit('the gene is taken away or overdone');
  if (claim.direction === 'between') return misfit('other things act on each other');
  if (
    fresh.length > 0 &&
    (!known || mood.kind === 'polar') &&
    ruling?.says !== 'yes' &&
    ruling?.says !== 'no'
  )
    return misfit('a thing that is not recorded');
  const statements = chooseStatements(frame, facts, context.statements);
  const acts = claim.verb !== null && claim.verb.use !== 'static';
  const broad = !acts && claim.objects.length === 0 && claim.where.length === 0 && frame.unknown.length === 0;
  if (statements.length === 0 && broad && mood.kind === 'open')
    return taken({ do: 'function', statements: [] });
  if (statements.length === 0) return misfit('no statement fits');
  return taken(
    { do: 'function', statements },
    ruling,
    claim.objects.length > 0 || claim.where.length > 0 || claim.verb !== null,
  );
};

function isStrangeYear({ years, record }: Frame): boolean {
  return years.some((year) => !record.references.some(({ issued }) => issued?.['date-parts'][0][0] === year));
}

/** A year or a name that no reference has. */
function isStrangeReference(frame: Frame): boolean {
  return (
    isStrangeYear(frame) ||
    frame.focus.some(({ kind, raw }) => kind === 'unknown' && /^\p{Lu}\p{Ll}/u.test(raw))
  );
}

const cite: Make = (frame, facts, context) => {
  const hits = referenceHits(frame);
  const strange = isStrangeYear(frame);
  const lost = frame.accessions.some(({ found }) => found === 'unknown');
  if (lost) return misfit('a reference that is not recorded');
  const joint = jointReferences(frame);
  const kinds = new Set(hits.map(({ by }) => by));
  const open = frame.clause.mood.kind === 'open';
  if (open && strange) return misfit('a year without a reference');
  if (open && kinds.size > 1 && joint.length === 0)
    return misfit('author, year and journal of different references');
  const statements = chooseStatements(frame, facts, []);
  const { ids, named } = chooseReferences(frame, statements, context.references);
  const format = formatOf(frame);
  if (ids.length === 0 && context.request?.do === 'ask' && frame.subject === 'none')
    return misfit('a refusal has no source');
  return taken({ do: 'cite', references: ids, format }, citationVerdict(frame, facts, ids), named);
};

const location: Make = (frame) => {
  const species = speciesOf(frame) ?? speciesIds(frame.record)[0] ?? null;
  const { place, record, clause } = frame;
  const assemblies = record.locations
    .filter((one) => one.species === species)
    .flatMap((one) => one.place?.assembly ?? []);
  const other =
    place !== null &&
    place.assemblies.length > 0 &&
    !place.assemblies.some((one) => assemblies.includes(one));
  if (other && clause.mood.kind === 'open') return misfit('another assembly');
  if (!frame.record.locations.some((one) => one.species === species))
    return misfit('no place of that species');
  return taken(
    { do: 'locate', species: species === record.species[0]?.id ? null : species },
    species === null ? null : placeVerdict(frame, species),
  );
};

const species: Make = (frame, facts, context) => {
  const named = speciesOf(frame);
  const identified = chooseDatabases(frame, context.databases).length > 0 || frame.accessions.length > 0;
  if (named !== null && identified) return id(frame, facts, context);
  if (named !== null && context.request?.do === 'locate' && !isEmpty(frame, named))
    return location(frame, facts, context);
  return taken({ do: 'species', species: named }, speciesVerdict(frame, named));
};

const always =
  (request: ResolvedRequest): Make =>
  () =>
    taken(request);

const MAKERS: Readonly<Record<Exclude<Intent, 'none'>, Make>> = {
  help: always({ do: 'help' }),
  alias,
  id,
  'id:all': (frame) => taken({ do: 'id', databases: [], species: speciesOf(frame) }),
  'id:search': (frame) => {
    const databases: readonly DatabaseKey[] = ['pubmed_search'];
    return frame.record.identifiers.some(({ database }) => database === 'pubmed_search')
      ? taken({ do: 'id', databases, species: null })
      : misfit('no search is recorded');
  },
  function: functions,
  'function:all': always({ do: 'function', statements: [] }),
  cite,
  'cite:all': (frame) =>
    isStrangeReference(frame)
      ? misfit('a reference that is not recorded')
      : taken({ do: 'cite', references: [], format: formatOf(frame) }),
  location,
  species,
  summary: always({ do: 'card' }),
};

/** Of these nothing is told of a species that the record does not have. */
const OF_SPECIES: ReadonlySet<Intent> = new Set([
  'id',
  'id:all',
  'location',
  'species',
  'alias',
  'summary',
  'function',
  'function:all',
]);

function isOtherSpecies(frame: Frame): boolean {
  const held = speciesIds(frame.record);
  const named = frame.focus.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === 'species' ? [term.species] : [])),
  );
  return named.length > 0 && !named.some((each) => held.includes(each));
}

/** What a frame asks for, read with one intent. */
export function candidateOf(
  intent: Exclude<Intent, 'none'>,
  frame: Frame,
  facts: readonly Fact[],
  context: Context,
): Candidate {
  if (OF_SPECIES.has(intent) && isOtherSpecies(frame))
    return misfit('a species that the record does not have');
  return MAKERS[intent](frame, facts, context);
}
