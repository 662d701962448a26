import type { GeneRecord, Reference } from '../record/schema.js';
import { isSpeech, type Mark } from '../search/reading.js';
import { indexOf } from '../search/record-index.js';
import { rankReferences } from '../search/references.js';
import { phraseKey } from '../search/tokens.js';
import { type Candidate, candidate, LIKELY, PLAIN } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import { contextThings, findFunction } from './ask-function.js';
import { searchesLiterature } from './ask-intents-id.js';
import type { ResolvedRequest } from './respond.js';

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

/** Readings of a question as one for references. */
export function citationCandidates(record: GeneRecord, features: Features): readonly Candidate[] {
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
  const { titles } = indexOf(record);
  const raw = features.marks.map((mark) => mark.raw).join(' ');
  if (titles.every(({ key }) => key.length > raw.length)) return null;
  const typed = phraseKey(raw);
  const found = titles.find(({ key, words }) => words >= MIN_TITLE_WORDS && typed.includes(key));
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

/** A gene, a cell, a pathway or a motif that the record does not have. */
function isUnrecorded(mark: Mark): boolean {
  const thing = mark.terms.some(
    (term) => term.kind === 'thing' && /^(?:gene|cell|pathway|motif|stimulus)$/u.test(term.group),
  );
  return thing && mark.entities.length === 0 && mark.reference === null;
}

/** "which one is not a journal article". */
function deniesArticle({ marks }: Features): boolean {
  return marks.some(
    ({ text }, at) =>
      text === 'not' &&
      marks
        .slice(at + 1, at + 4)
        .some((mark) => /^(?:journal articles?|journal|articles?|papers?)$/u.test(mark.text)),
  );
}

function byTopic(
  record: GeneRecord,
  features: Features,
  cite: (references: readonly Reference[]) => ResolvedRequest,
): readonly Candidate[] {
  const articles = record.references.filter((reference) => reference.type === 'article-journal');
  const things = features.marks.some(
    (mark) => mark.entities.length > 0 || mark.kind === 'other' || isUnrecorded(mark),
  );
  const every =
    features.word(/^(?:both|two|all|every|each)$/u) &&
    features.word(/^(?:papers|articles|journal articles|publications)$/u);
  if (
    every &&
    !features.databases.includes('pubmed_search') &&
    !things &&
    features.references.length === 0 &&
    articles.length > 1
  )
    return [candidate(cite(articles), PLAIN + 0.8, 'careful', 'all the articles')];
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
    if (features.marks.some(isUnrecorded)) return [];
    if (features.own.length > 0 && features.marks.some(({ text }) => /^back(?:s|ed)?\b/u.test(text)))
      return [];
  }
  if (titled.length > 0 && titled.length < record.references.length) {
    return [candidate(cite(titled), PLAIN + 0.7, 'careful', 'words of a title')];
  }
  const numbered = ordinals(record, features);
  if (numbered.length > 0)
    return [candidate(cite(numbered), PLAIN + strong, 'careful', 'a reference by its number')];
  if (
    (features.word(/^(?:webpage|web page|website)$/u) || deniesArticle(features)) &&
    features.has('citation')
  ) {
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

const LISTED = /^(?:item|refs?|references?|citations?|number|footnotes?)$/u;

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
