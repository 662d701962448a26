import { DATABASE_KEYS, type DatabaseKey } from '../record/databases.js';
import type { GeneRecord, Reference } from '../record/schema.js';
import { isSpeech, type Mark } from '../search/reading.js';
import { indexOf } from '../search/record-index.js';
import { rankReferences } from '../search/references.js';
import { phraseKey } from '../search/tokens.js';
import type { Aspect } from '../search/vocabulary.js';
import { actionsOf } from './ask-claims.js';
import type { Features } from './ask-features.js';
import { contextThings, findByRelation, findFunction } from './ask-function.js';
import type { ResolvedRequest } from './respond.js';

/** How forgiving an intent is of words that it does not explain. */
export type Strictness = 'tolerant' | 'careful' | 'strict';

/** One way to understand a question. */
export interface Candidate {
  readonly request: ResolvedRequest;
  /** how plainly the words ask for it; the highest wins */
  readonly score: number;
  readonly strictness: Strictness;
  /** the things that the question names decide, other genes among them */
  readonly aboutThings: boolean;
  /** what the words were taken for, for `--why` */
  readonly because: string;
}

const ABOUT_THINGS = 'things that statements are about';
const PLAIN = 3;
const LIKELY = 2;
const FAINT = 1;

function candidate(
  request: ResolvedRequest,
  score: number,
  strictness: Strictness,
  because: string,
): Candidate {
  return { request, score, strictness, because, aboutThings: because === ABOUT_THINGS };
}

/** Everything a question could be asking for, best first. */
export function candidatesOf(record: GeneRecord, features: Features): readonly Candidate[] {
  const all = [
    ...identifierCandidates(features),
    ...citationCandidates(record, features),
    ...locationCandidates(features),
    ...speciesCandidates(features),
    ...nameCandidates(record, features),
    ...functionCandidates(record, features),
    ...summaryCandidates(features),
    ...helpCandidates(features),
  ];
  const focus = focusOf(features);
  const raised = all.map((one) =>
    focus?.includes(one.request.do)
      ? {
          ...one,
          score:
            one.score + (features.has('family') && one.request.do === 'function' ? IN_FOCUS * 1.5 : IN_FOCUS),
        }
      : one,
  );
  return raised.sort((a, b) => b.score - a.score);
}

/** What stands right behind the asking word outweighs what else is spoken of. */
const IN_FOCUS = 1;
/** So many words behind the asking word are looked at. */
const FOCUS_WORDS = 4;
const ASKING = /^(?:who|whos|what|which|wich|give|gimme|list|show|need|want|find|get|send|state)$/u;
/** These ask only where a message begins with them. */
const ASKING_FIRST = /^(?:name|every|all|any)$/u;

const DOES: Readonly<Partial<Record<Aspect, ResolvedRequest['do']>>> = {
  names: 'alias',
  isoform: 'alias',
  citation: 'cite',
  author: 'cite',
  evidence: 'cite',
  identifiers: 'id',
  refseq: 'id',
  location: 'locate',
  assembly: 'locate',
  species: 'species',
  motifs: 'function',
  family: 'function',
  function: 'function',
};

function doesOf(mark: Mark): readonly ResolvedRequest['do'][] {
  return mark.terms.flatMap((term): readonly ResolvedRequest['do'][] => {
    switch (term.kind) {
      case 'database':
        return term.weak ? [] : ['id'];
      case 'space':
      case 'format':
        return ['cite'];
      case 'aspect': {
        const does = term.weak ? undefined : DOES[term.aspect];
        return does === undefined ? [] : [does];
      }
      default:
        return [];
    }
  });
}

/** "which symbol does that database use": the database is asked about. */
function filesBy({ marks }: Features): boolean {
  return marks.some(
    (mark, at) =>
      mark.terms.some((term) => term.kind === 'database' && !term.weak) &&
      /^(?:does|do|did|by|is)$/u.test(marks[at - 1]?.text ?? ''),
  );
}

/** The kinds of facts that the words behind "which", "give me" or "every" name, or null when none do. */
function focusOf(features: Features): readonly ResolvedRequest['do'][] | null {
  const { marks } = features;
  const begins = ASKING_FIRST.test(marks[0]?.text ?? '');
  const at = begins ? 0 : marks.findIndex((mark) => ASKING.test(mark.text.split(' ')[0] ?? ''));
  if (at < 0) return null;
  const segment = marks[at]?.segment;
  const behind = marks.slice(at, at + 1 + FOCUS_WORDS).filter((mark) => mark.segment === segment);
  const first = behind.find((mark, n) => doesOf(mark).length > 0 && !(n === 0 && mark.text === 'name'));
  if (first === undefined) return null;
  const does = doesOf(first);
  return (does.includes('alias') || does.includes('function')) && filesBy(features) ? null : does;
}

const ID_WORDS =
  /^(?:ids?|identifiers?|accessions?|numbers?|nr|no|link|entry|accession numbers?|acc|code|record)$/u;

/** "I have the NM, now the protein accession": its twin in the same database. */
function asksTwin(features: Features): boolean {
  return (
    features.word(/^protein (?:accession|id|entry|identifier|number)$/u) &&
    features.accessions.some(
      ({ accession }) => accession?.found === 'identifier' && accession.database === 'refseq_mrna',
    )
  );
}

function refseqDatabases(features: Features): readonly DatabaseKey[] {
  if (asksTwin(features)) return ['refseq_protein'];
  if (!features.has('refseq')) return [];
  const protein =
    features.word(/^(?:proteins?|prot|peptide|polypeptide|np)$/u) ||
    features.databases.includes('refseq_protein');
  const transcript =
    features.weakDatabases.includes('refseq_mrna') ||
    features.databases.includes('refseq_mrna') ||
    features.word(/^(?:rna|nm)$/u);
  if (protein === transcript) return ['refseq_mrna', 'refseq_protein'];
  return protein ? ['refseq_protein'] : ['refseq_mrna'];
}

/** "a link where I can browse PubMed for it": not the number of a paper, but a search. */
function searchesLiterature(features: Features): boolean {
  return (
    features.spaces.includes('pubmed') &&
    features.references.length === 0 &&
    features.searches &&
    !features.word(/\b(?:pmids?|ids?|numbers?|identifiers?)$/u)
  );
}

function identifierCandidates(features: Features): readonly Candidate[] {
  const found: Candidate[] = [];
  const wanted = new Set([...features.databases, ...refseqDatabases(features)]);
  if (searchesLiterature(features)) wanted.add('pubmed_search');
  const databases = DATABASE_KEYS.filter((key) => wanted.has(key));
  const ids = (list: readonly DatabaseKey[]): ResolvedRequest => ({
    do: 'id',
    databases: list,
    species: null,
  });
  if (databases.length > 0) {
    const every =
      features.has('identifiers') &&
      features.word(/^(?:all|every|each|everything)\b/u) &&
      (databases.length < 2 || features.word(/^(?:incl|including|especially|everything)$/u));
    if (every) found.push(candidate(ids([]), PLAIN + 0.9, 'tolerant', 'every database was asked for'));
    found.push(
      candidate(
        ids(databases),
        PLAIN + 0.3 + Math.min(0.5, databases.length / 10),
        'tolerant',
        'a database was named',
      ),
    );
    if (databases.length > 3 && features.word(/^(?:list|table|single|everything)$/u))
      found.push(candidate(ids([]), PLAIN + 0.9, 'tolerant', 'many databases were asked for'));
  } else if (features.has('identifiers'))
    found.push(candidate(ids([]), PLAIN, 'tolerant', 'identifiers were asked for'));
  if (features.weakDatabases.length > 0 && databases.length === 0) {
    const asked = features.word(ID_WORDS);
    found.push(
      candidate(
        ids(features.weakDatabases),
        asked ? LIKELY : FAINT + 0.2,
        asked ? 'tolerant' : 'strict',
        'a word that can mean a database',
      ),
    );
  }
  if (features.word(/^(?:ids?|identifiers?|accession|accession number)$/u))
    found.push(candidate(ids([]), FAINT, 'strict', 'an identifier of no named database'));
  return found;
}

/** Words of titles count only as far as they tell references apart. */
function titleHits(record: GeneRecord, marks: readonly Mark[]): readonly Reference[] {
  const hits = marks
    .filter((mark) => !mark.terms.some(({ kind }) => kind === 'generic'))
    .flatMap((mark) => (mark.reference === null ? [] : [mark.reference]))
    .filter((hit) => hit.references.length < record.references.length);
  return rankReferences(record, hits);
}

function supporting(record: GeneRecord, features: Features): readonly Reference[] {
  const finding = findFunction(record, features.scope);
  const [first] = finding.found ? finding.statements : [];
  if (!finding.found || first === undefined) return [];
  const cited = new Set(finding.statements.flatMap((statement) => statement.references));
  return record.references.filter(({ id }) => cited.has(id));
}

function citationCandidates(record: GeneRecord, features: Features): readonly Candidate[] {
  const format = features.formats[0] ?? null;
  const quoted = quotedTitle(record, features);
  const cite = (references: readonly Reference[]): ResolvedRequest => ({
    do: 'cite',
    references: references.map(({ id }) => id),
    format,
  });
  const plain = isCitationPlain(features);
  const found: Candidate[] = [];
  const truly = claimed(record, features);
  if (truly.length > 0) found.push(candidate(cite(truly), PLAIN + 1, 'careful', 'who said what'));
  if (quoted !== null)
    found.push(candidate(cite([quoted]), PLAIN + 1, 'careful', 'the title of a reference'));
  if (features.references.length > 0 && (plain || isOnlyReference(features))) {
    const [...best] = plain ? narrowed(features, titleHits(record, features.marks)) : features.references;
    found.push(candidate(cite(best), plain ? PLAIN + 0.6 : LIKELY + 0.4, 'careful', 'a reference was named'));
  }
  if (!plain || features.references.length > 0) return found;
  return [...found, ...byTopic(record, features, cite)];
}

/** "the splicing claim comes from Smith, doesn't it": the references that say it, whoever was named. */
function claimed(record: GeneRecord, features: Features): readonly Reference[] {
  const names = features.marks.some(
    ({ reference }) => reference !== null && (reference.by === 'author' || reference.by === 'journal'),
  );
  const things = features.marks.some((mark) => mark.entities.length > 0 && mark.reference?.by !== 'author');
  const claims =
    (features.hasWeak('evidence') || features.has('evidence')) &&
    features.word(/from|claims?|source|according/u);
  return names && things && claims ? supporting(record, features) : [];
}

/** A reference named with nothing asked of it ("Smith 2005"): what else is said must not be a question of its own. */
function isOnlyReference(features: Features): boolean {
  const lead = features.marks[0]?.text ?? '';
  if (/^(?:who|whos|why|when|where|how|does|do|did|has|have|can|will)$/u.test(lead)) return false;
  return features.marks.every(
    (mark) =>
      isSpeech(mark) ||
      mark.kind === 'own' ||
      mark.kind === 'number' ||
      mark.reference !== null ||
      mark.entities.length > 0 ||
      mark.terms.some((term) => term.kind === 'generic' || (term.kind === 'aspect' && term.weak)),
  );
}

const MIN_TITLE_WORDS = 5;

/** A title pasted whole. */
function quotedTitle(record: GeneRecord, features: Features): Reference | null {
  if (features.marks.length < MIN_TITLE_WORDS - 1) return null;
  const typed = phraseKey(features.marks.map((mark) => mark.raw).join(' '));
  const found = indexOf(record).titles.find(
    ({ key, words }) => words >= MIN_TITLE_WORDS && typed.includes(key),
  );
  return found?.reference ?? null;
}

/** References named by author, journal or year, told apart by words of the title. */
function narrowed(features: Features, byTitle: readonly Reference[]): readonly Reference[] {
  const both = byTitle.filter((reference) => features.references.includes(reference));
  return both.length > 0 ? both : features.references;
}

/** So many words of one title, and fewer of every other, recite it. */
const RECITED_WORDS = 3;

function recitedTitle(record: GeneRecord, features: Features): Reference | null {
  const own = features.marks.filter((mark) => mark.kind !== 'own' && mark.reference?.by === 'title');
  const counted = record.references
    .map((reference) => ({
      reference,
      words: new Set(
        own.filter((mark) => mark.reference?.references.includes(reference)).map(({ text }) => text),
      ).size,
    }))
    .sort((a, b) => b.words - a.words);
  const [first, second] = counted;
  if (first === undefined || first.words < RECITED_WORDS || first.words === second?.words) return null;
  return first.reference;
}

/** "which reference backs this", beside a claim that names things. */
function pointsAtClaim(features: Features): boolean {
  const points =
    features.word(/^(?:this|that|it)$/u) ||
    features.marks.some(({ text }) => /^backs? (?:this|that|it)$/u.test(text));
  const { context } = features.scope;
  return points && context.some((mark) => mark.kind === 'own') && contextThings(features.scope).length > 0;
}

function byTopic(
  record: GeneRecord,
  features: Features,
  cite: (references: readonly Reference[]) => ResolvedRequest,
): readonly Candidate[] {
  const articles = record.references.filter((reference) => reference.type === 'article-journal');
  const things = features.marks.some((mark) => mark.entities.length > 0 || mark.kind === 'other');
  const pointed = !things && pointsAtClaim(features);
  if (pointed) {
    const references = supporting(record, features);
    return references.length === 0
      ? []
      : [candidate(cite(references), PLAIN, 'careful', 'the source of a statement')];
  }
  const titled = titleHits(
    record,
    features.marks.filter((mark) => mark.kind !== 'own'),
  );
  const strong = features.spaces.length + features.formats.length > 0 || features.has('citation') ? 0.4 : 0;
  const recited = recitedTitle(record, features);
  if (recited !== null) return [candidate(cite([recited]), PLAIN + 0.7, 'careful', 'words of a title')];
  if (things) {
    const references = supporting(record, features);
    const best = references.length > 0 ? references : titled;
    if (best.length > 0)
      return [candidate(cite(best), PLAIN + strong, 'careful', 'the source of a statement')];
    if (features.own.length > 0 && features.marks.some(({ text }) => /^back(?:s|ed)?\b/u.test(text)))
      return [];
  }
  if (titled.length > 0 && titled.length < record.references.length) {
    return [candidate(cite(titled), PLAIN + 0.7, 'careful', 'words of a title')];
  }
  const numbered = ordinals(record, features);
  if (numbered.length > 0)
    return [candidate(cite(numbered), PLAIN + strong, 'careful', 'a reference by its number')];
  if (features.word(/^(?:webpage|web page|website)$/u) && features.has('citation')) {
    const pages = record.references.filter((reference) => reference.type === 'webpage');
    if (pages.length > 0)
      return [candidate(cite(pages), PLAIN, 'careful', 'the web pages among the references')];
  }
  const ofArticles =
    features.spaces.length > 0 ||
    features.formats.length > 0 ||
    features.word(/^(?:papers?|articles?|journal articles?|journals?|both|publications?)$/u);
  const chosen = ofArticles && articles.length > 0 ? articles : [];
  return [
    candidate(
      cite(chosen),
      PLAIN - 0.2 + strong,
      things || features.own.length === 0 ? 'strict' : 'careful',
      'references were asked for',
    ),
  ];
}

const ORDINALS: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, last: -1 };

/** References named by their place in the list: "the second paper", "ref 3", "refs 2 and 3", "footnotes 1 to 3". */
function ordinals(record: GeneRecord, features: Features): readonly Reference[] {
  const { marks } = features;
  for (const [at, mark] of marks.entries()) {
    const place = ORDINALS[mark.text];
    if (place !== undefined && isReferenceWord(marks[at + 1])) return atPlaces(record, [place]);
    const footnote = /^footnotes? ([1-9])$/u.exec(mark.text)?.[1];
    const skip = /^(?:no|nr|number)$/u.test(marks[at + 1]?.text ?? '') ? 2 : 1;
    const first = footnote ?? (LISTED.test(mark.text) ? placeNumber(marks[at + skip]) : null);
    if (first === null) continue;
    return atPlaces(
      record,
      placesFrom(marks.slice(at + (footnote === undefined ? skip + 1 : 1)), Number(first)),
    );
  }
  return [];
}

const LISTED = /^(?:refs?|references?|citations?|number|footnotes?)$/u;

function isReferenceWord(mark: Mark | undefined): boolean {
  return mark?.terms.some((term) => term.kind === 'aspect' && term.aspect === 'citation') === true;
}

function placeNumber(mark: Mark | undefined): string | null {
  return /^#?([1-9])$/u.exec(mark?.text ?? '')?.[1] ?? null;
}

/** The places that "1", "1 and 3" and "1 to 3" name, from 0. */
function placesFrom(marks: readonly Mark[], first: number): readonly number[] {
  const places = [first - 1];
  let range = false;
  for (const mark of marks) {
    const number = placeNumber(mark);
    if (number === null && !/^(?:and|to|through|thru|till|n|or)$/u.test(mark.text)) break;
    range ||= /^(?:to|through|thru|till)$/u.test(mark.text) || (number !== null && /-/u.test(mark.before));
    if (number === null) continue;
    const last = places[places.length - 1] ?? 0;
    const from = range ? last + 1 : Number(number) - 1;
    for (let place = from; place < Number(number); place += 1) places.push(place);
    range = false;
  }
  return places;
}

function atPlaces(record: GeneRecord, places: readonly number[]): readonly Reference[] {
  return places.flatMap((place) => record.references.at(place) ?? []);
}

/** "where ... from", in that order. */
function cameFrom({ marks }: Features): boolean {
  const where = marks.findIndex(({ text }) => /^wheres?$/u.test(text));
  const from = marks.findLastIndex(({ text }) => text === 'from');
  return where >= 0 && (from < 0 || where < from);
}

/** Whether a citation or its parts are asked for outright. */
function isCitationPlain(features: Features): boolean {
  if (searchesLiterature(features) || whoseGene(features)) return false;
  if (
    features.marks.some(
      (mark, at) =>
        /^footnotes?(?: [1-9])?$/u.test(mark.text) &&
        (/\d/u.test(mark.text) || placeNumber(features.marks[at + 1]) !== null),
    )
  )
    return true;
  if (features.spaces.length > 0 || features.formats.length > 0)
    return !features.databases.includes('pubmed_search') || features.references.length > 0;
  if (
    features.has('evidence') &&
    features.scope.yesNo &&
    /\bevidence\b/u.test(features.marks.map((mark) => mark.text).join(' '))
  )
    return false;
  if (
    features.hasWeak('evidence') &&
    cameFrom(features) &&
    features.word(/^(?:from|shown|reported|stated)$|come|coming/u)
  )
    return true;
  if (features.references.length > 0 && features.word(/^(?:published|appear|appeared|printed)$/u))
    return true;
  return features.has('citation') || features.has('author') || features.has('evidence');
}

/** "whose page is P24001": an accession's owner, not an author. */
function whoseGene(features: Features): boolean {
  const authored = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'author'),
  );
  return (
    authored.length > 0 &&
    authored.every(({ text }) => /^whose(?: group)?$/u.test(text)) &&
    features.accessions.some((mark) => mark.accession?.found === 'identifier') &&
    !features.marks.some(
      (mark) =>
        mark.text !== 'ref' &&
        mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'citation'),
    ) &&
    !features.has('evidence')
  );
}

function locationCandidates(features: Features): readonly Candidate[] {
  const locate: ResolvedRequest = { do: 'locate', species: null };
  if ((features.has('location') && !mapsNames(features)) || features.has('assembly'))
    return [candidate(locate, PLAIN + 0.5, 'tolerant', 'a place in the genome was asked for')];
  if (numberedPlace(features))
    return [candidate(locate, LIKELY - 0.2, 'tolerant', 'a chromosome by its number')];
  const where = features.word(/^(?:where|wheres)$/u);
  const lies = features.word(/^(?:lies?|sits?|sitting|region|genome|genomic|find|found)$/u);
  const onBench = features.marks.some((mark) => mark.terms.some(({ kind }) => kind === 'activity'));
  if (where && !onBench && (lies || features.own.length > 0 || features.word(/^(?:it|gene)$/u)))
    return [candidate(locate, LIKELY - 0.3, 'strict', 'where it is')];
  return features.hasWeak('location') && features.word(/^(?:genome|genomic|region)$/u)
    ? [candidate(locate, FAINT + 0.3, 'strict', 'a word of places')]
    : [];
}

/** "at the IL2 locus", "mapped to IL2": the gene is the place of something else. */
function isSetting({ marks }: Features, place: Mark): boolean {
  const at = marks.indexOf(place);
  if (/^mapp?(?:s|ed)? (?:to|on)$/u.test(place.text)) return marks[at + 1]?.kind === 'own';
  const lead = marks[at - 2]?.text === 'the' ? marks[at - 3]?.text : marks[at - 2]?.text;
  return (
    marks[at - 1]?.kind === 'own' &&
    /^(?:at|from|in|for|of)$/u.test(lead ?? '') &&
    /^loc(?:us|i)$/u.test(place.text)
  );
}

/** "which symbol does that map to": not to a place. */
function mapsNames(features: Features): boolean {
  const places = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'location' && !term.weak),
  );
  const names =
    features.has('names') ||
    features.databases.length > 0 ||
    features.has('identifiers') ||
    features.accessions.length > 0;
  if (places.every((mark) => isSetting(features, mark))) return true;
  return names && places.every(({ text }) => /^map/u.test(text));
}

const CHROMOSOME = /^(?:[1-9]|1\d|2[0-2]|x|y)$/u;

/** "is it on 16 or 17". */
function numberedPlace(features: Features): boolean {
  const spoken = features.own.length > 0 || features.word(/^(?:it|gene)$/u);
  return (
    spoken &&
    features.marks.some(
      (mark, at) =>
        mark.text === 'on' &&
        CHROMOSOME.test(features.marks[features.marks[at + 1]?.text === 'the' ? at + 2 : at + 1]?.text ?? ''),
    )
  );
}

function speciesCandidates(features: Features): readonly Candidate[] {
  const species = features.species.includes('mouse') ? 'mouse' : null;
  const of = (which: 'mouse' | 'human' | null): ResolvedRequest => ({ do: 'species', species: which });
  const told = features.scope.context.some((mark) =>
    mark.terms.some((term) => term.kind === 'species' && term.species === 'mouse'),
  );
  if (told && features.scope.yesNo && features.word(/^(?:there|exist|exists|present|have|has|got)$/u))
    return [candidate(of('mouse'), LIKELY, 'careful', 'the mouse was spoken of')];
  if (species !== null) return [candidate(of('mouse'), PLAIN + 1.6, 'careful', 'the mouse was named')];
  if (features.has('species'))
    return [candidate(of(null), PLAIN, 'careful', 'a counterpart in another species was asked for')];
  if (features.species.includes('human'))
    return [
      candidate(
        of('human'),
        features.scope.yesNo ? LIKELY - 0.3 : FAINT + 0.2,
        'strict',
        'the human was named',
      ),
    ];
  return [];
}

function nameCandidates(record: GeneRecord, features: Features): readonly Candidate[] {
  const found: Candidate[] = [];
  const spoken = [...features.own, ...namesBeside(features)];
  const named = spoken.map((mark) => mark.name).filter((name) => name !== null);
  const told = named.find((name) => name.kind === 'alias' || name.kind === 'isoform') ?? named[0] ?? null;
  const only = told !== null && (told.kind === 'alias' || told.kind === 'isoform') ? told : null;
  const request = (name: string | null): ResolvedRequest => ({ do: 'alias', name });
  if (features.has('names') && !namesOfThings(features)) {
    const asksSame = features.scope.yesNo || only !== null;
    found.push(
      candidate(
        request(asksSame && told !== null ? told.name : null),
        PLAIN - 0.1,
        features.scope.yesNo ? 'strict' : 'careful',
        'names were asked for',
      ),
    );
  } else if (features.hasWeak('names') && features.own.length > 0) {
    const contextName = features.scope.yesNo || only !== null ? (only?.name ?? null) : null;
    found.push(candidate(request(contextName), LIKELY - 0.1, 'strict', 'a name was asked about'));
  }
  if (
    only !== null &&
    features.has('isoform') &&
    !features.word(/^(?:many|structure)$/u) &&
    !features.marks.some((mark) => mark.entities.length > 0 && !/^isoforms?$/u.test(mark.text)) &&
    actionless(features)
  )
    found.push(candidate(request(only.name), PLAIN, 'strict', 'an isoform was asked about'));
  if (
    features.has('isoform') &&
    features.word(/^(?:names?|list|listed|which|called|what)$/u) &&
    !features.scope.yesNo &&
    actionless(features)
  ) {
    found.push(candidate(request(null), LIKELY + 0.3, 'strict', 'the isoforms were asked for'));
  }
  if (only !== null)
    found.push(
      candidate(
        request(only.name),
        whatIsThat(features) ? PLAIN : LIKELY - 0.4,
        'strict',
        'a name was given',
      ),
    );
  if (only !== null && features.word(/^belongs?(?: to)?$/u) && !asksOtherFact(features))
    found.push(candidate(request(only.name), PLAIN, 'strict', 'what a name belongs to'));
  if (only !== null && features.word(/^(?:besides?|except|other than|apart from)$/u))
    found.push(candidate(request(null), PLAIN + 0.7, 'strict', 'other names than one'));
  if (lettersListed(record, features))
    found.push(candidate(request(null), LIKELY, 'strict', 'letters of isoforms were given'));
  const pair = named.length > 1 && record.names.length > 1;
  if (pair) {
    const compared = new Set(named.map(({ kind }) => kind)).size > 1 && !asksOtherFact(features);
    found.push(
      candidate(
        request(told?.name ?? null),
        compared ? PLAIN + 0.6 : LIKELY - 0.2,
        'strict',
        'two names were given',
      ),
    );
  }
  return found;
}

/** "delta listed too?": letters that stand for isoforms, beside the gene's name. */
function lettersListed(record: GeneRecord, features: Features): boolean {
  const { letters } = indexOf(record);
  return (
    features.own.length > 0 &&
    actionless(features) &&
    features.marks.some((mark) => mark.kind === 'matter' && letters.has(mark.text))
  );
}

/** A database, a reference or a thing beside two names that are held against each other. */
function asksOtherFact(features: Features): boolean {
  const things = features.marks.some((mark) => mark.entities.length > 0);
  return (
    things ||
    features.databases.length > 0 ||
    features.accessions.length > 0 ||
    features.references.length > 0 ||
    features.has('citation')
  );
}

const MOLECULE_IS_THAT =
  /\b(?:which|wich|what) (?:\p{L}+ )?(?:interleukins?|cytokines?|gene|protein|molecule|factor) (?:is|was) (?:that|this|it|the one)\b/u;
const IS_THAT_OURS = /\bis (?:that|this|it) (?:our|the|an?|your) (?:interleukin|cytokine|gene|protein)\b/u;

/** "which interleukin is that", "what gene is it". */
function whatIsThat(features: Features): boolean {
  const said = features.marks.map(({ text }) => text).join(' ');
  return MOLECULE_IS_THAT.test(said) || IS_THAT_OURS.test(said);
}

/** "which cytokines ..., I need their names", "they call it a hormone": of things, not of the gene. */
function namesOfThings(features: Features): boolean {
  const named = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'names' && !term.weak),
  );
  const [first, second] = features.marks;
  const asks = first?.text === 'name' && /^(?:the|a|all|any|some|every|which)$/u.test(second?.text ?? '');
  const ofThings = features.marks.some((mark, at) => {
    const next = /^(?:the|all|any|these|those)$/u.test(features.marks[at + 2]?.text ?? '')
      ? features.marks[at + 3]
      : features.marks[at + 2];
    return (
      named.includes(mark) &&
      features.marks[at + 1]?.text === 'of' &&
      next !== undefined &&
      next.kind !== 'own' &&
      isThing(next) &&
      !next.terms.some((term) => term.kind === 'thing' && term.thing === 'splicing')
    );
  });
  const things = features.marks.some(
    (mark, at) =>
      named.includes(mark) && /^names?$/u.test(mark.text) && features.marks[at - 1]?.text === 'pathway',
  );
  if (things) return true;
  if (ofThings && (features.own.length > 0 || features.word(/^its?$/u))) return true;
  const same =
    named.every(({ text }) => /^same/u.test(text)) && features.marks.some((mark) => mark.entities.length > 0);
  if (same) return true;
  const calls = features.scope.yesNo && named.every(({ text }) => /^call/u.test(text));
  return (
    (calls || asks || features.word(/^their$/u)) &&
    features.marks.some((mark) => mark.entities.length > 0 || isThing(mark))
  );
}

/** Names in the rest of the message, where the asking part holds one against them: "... says so, is that it?" */
function namesBeside(features: Features): readonly Mark[] {
  return features.own.length > 0 && features.scope.yesNo
    ? features.scope.context.filter((mark) => mark.kind === 'own')
    : [];
}

function actionless(features: Features): boolean {
  return !features.marks.some((mark) =>
    actionsOf(mark).some((action) => action !== 'link' && action !== 'produce'),
  );
}

function functionCandidates(record: GeneRecord, features: Features): readonly Candidate[] {
  const request = (statements: readonly string[]): ResolvedRequest => ({ do: 'function', statements });
  const things = features.marks.filter((mark) => mark.entities.length > 0);
  const loose = features.others.length > 0 || features.marks.some(isThing);
  const acting = features.marks.flatMap(actionsOf);
  const beside =
    (acting.length > 0 || features.word(/^(?:have|has|got|hav)$/u)) &&
    contextThings(features.scope).length > 0;
  const found: Candidate[] = [];
  if (
    things.length > 0 ||
    beside ||
    (loose &&
      (acting.length > 0 ||
        features.own.length > 0 ||
        features.has('motifs') ||
        features.word(/^(?:its?|protein)$/u)))
  ) {
    const sure = things.length > 0 ? LIKELY + 0.2 + Math.min(0.3, things.length * 0.1) : LIKELY - 0.3;
    found.push(candidate(request([]), sure, 'careful', ABOUT_THINGS));
  } else if (features.has('motifs'))
    found.push(candidate(claims(record, ['contains']), LIKELY + 0.1, 'careful', 'motifs'));
  else if (features.has('family'))
    found.push(candidate(claims(record, ['is']), LIKELY + 0.1, 'strict', 'what kind of thing it is'));
  else if (features.has('function') && !isSpeakersOwn(features))
    found.push(candidate(request([]), LIKELY, 'strict', 'what it does'));
  else if (acting.some((action) => action !== 'change' && (action !== 'link' || asksWhich(features)))) {
    const statements = findByRelation(record, features.scope);
    const spoken =
      features.own.length > 0 ||
      features.word(/^(?:it|its|gene|protein)$/u) ||
      (asksWhich(features) && features.references.length === 0);
    if (statements.length > 0 && spoken)
      found.push(
        candidate(request(statements.map(({ id }) => id)), LIKELY - 0.2, 'careful', 'a verb of effects'),
      );
  } else if (asksForWork(features)) {
    found.push(candidate(request([]), LIKELY - 0.35, 'strict', 'what it does'));
  }
  return found;
}

/** "my job": of the one who asks. */
function isSpeakersOwn(features: Features): boolean {
  const named = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'function' && !term.weak),
  );
  return named.every((mark) =>
    /^(?:my|our|your)$/u.test(features.marks[features.marks.indexOf(mark) - 1]?.text ?? ''),
  );
}

/** "what does it do", "how does it work". */
function asksForWork(features: Features): boolean {
  if (features.word(/^(?:how|hows)$/u) && features.word(/^(?:works?|act|acts)$/u)) return true;
  const last = features.marks[features.marks.length - 1]?.text;
  if (last === 'for' && asksWhat(features)) return features.own.length > 0 || features.word(/^(?:it|gene)$/u);
  const acts = features.marks.some(
    ({ text }, at) =>
      /^(?:do|does|act|acts)$/u.test(text) &&
      !/^(?:i|we|you|u|people)$/u.test(features.marks[at + 1]?.text ?? ''),
  );
  return acts && asksWhat(features);
}

function asksWhich(features: Features): boolean {
  return features.word(/^(?:which|what|wich)$/u);
}

function asksWhat(features: Features): boolean {
  return features.word(/^(?:what|whats|how|wat|wut)$/u);
}

function isThing(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'thing');
}

function claims(record: GeneRecord, relations: readonly string[]): ResolvedRequest {
  const statements = record.statements
    .filter((statement) => relations.includes(statement.claim.relation))
    .map(({ id }) => id);
  return { do: 'function', statements };
}

function summaryCandidates(features: Features): readonly Candidate[] {
  const card: ResolvedRequest = { do: 'card' };
  const found: Candidate[] = [];
  const plain =
    features.own.some((mark) => mark.name?.kind === 'alias' || mark.name?.kind === 'isoform') &&
    features.marks.some(({ text }) => /^(?:wtf|what)/u.test(text));
  if (features.has('summary') && !plain)
    found.push(candidate(card, LIKELY - 0.3, 'strict', 'a summary was asked for'));
  else if (features.has('definition') || features.hasWeak('summary'))
    found.push(candidate(card, FAINT + 0.4, 'strict', 'a summary may be meant'));
  if (features.own.length > 0) found.push(candidate(card, LIKELY - 0.5, 'strict', 'the gene was named'));
  else if (features.word(/^(?:gene|protein)$/u) && asksWhat(features))
    found.push(candidate(card, FAINT, 'strict', 'the gene was meant'));
  return found;
}

const GREETING = /^(?:hi|hello|hey|hiya|heya|yo|greetings|morning|sup|hola|hallo|bonjour)$/u;

function helpCandidates(features: Features): readonly Candidate[] {
  const help: ResolvedRequest = { do: 'help' };
  if (features.marks.some((mark) => mark.text === 'help' && /--$/u.test(mark.before)))
    return [candidate(help, PLAIN, 'strict', 'help was asked for as an option')];
  if (features.has('help')) {
    const alone = features.own.length === 0 && features.others.length === 0;
    return [candidate(help, alone ? LIKELY - 0.25 : FAINT + 0.3, 'strict', 'help was asked for')];
  }
  const [first] = features.marks;
  if (first?.text === 'man' && features.own.length === 1 && features.marks.length === 2)
    return [candidate(help, LIKELY, 'strict', 'a manual page was asked for')];
  const words = features.marks.filter((mark) => !isSpeech(mark));
  const bot = features.marks.some(({ text }) => /^(?:bot|bots)$/u.test(text));
  const plain = words.every(
    (mark) =>
      mark.kind !== 'own' && mark.kind !== 'other' && mark.kind !== 'accession' && mark.entities.length === 0,
  );
  const plainBot = bot && plain;
  const you = features.word(/^(?:you|u)$/u) && features.word(/^can$/u) && features.word(/^(?:i|we|one)$/u);
  if (you && plain && features.word(/^(?:what|which|how|whats)$/u))
    return [candidate(help, LIKELY, 'strict', 'what the bot can be asked')];
  if (plainBot && features.word(/^(?:what|which|how|whats|can)$/u) && features.databases.length === 0)
    return [candidate(help, LIKELY, 'strict', 'the bot was asked about')];
  const greets = features.marks.some((mark) => GREETING.test(mark.text)) && words.length === 0;
  return greets ? [candidate(help, FAINT, 'strict', 'a greeting')] : [];
}
