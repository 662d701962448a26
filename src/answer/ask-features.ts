import type { DatabaseKey } from '../record/databases.js';
import type { GeneRecord, Reference, Species } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { rankReferences } from '../search/references.js';
import type { Aspect } from '../search/vocabulary.js';
import type { Scope } from './ask-scope.js';

/** What the recognised words of the asking part amount to. */
export interface Features {
  readonly scope: Scope;
  readonly marks: readonly Mark[];
  readonly own: readonly Mark[];
  readonly others: readonly Mark[];
  readonly accessions: readonly Mark[];
  readonly unknown: readonly Mark[];
  readonly beyond: readonly Mark[];
  /** databases named outright, in the order of the question */
  readonly databases: readonly DatabaseKey[];
  /** databases that a word alone may mean ("mRNA") */
  readonly weakDatabases: readonly DatabaseKey[];
  readonly formats: readonly string[];
  readonly species: readonly Species[];
  readonly spaces: readonly string[];
  /** whether a search of the literature is asked for */
  readonly searches: boolean;
  /** references by author, journal or year, best first; by words of the title only where a paper is asked */
  readonly references: readonly Reference[];
  /** the words of what is asked, without what only leads in */
  readonly words: readonly string[];
  has(aspect: Aspect): boolean;
  hasWeak(aspect: Aspect): boolean;
  word(pattern: RegExp): boolean;
}

/** What stands around a word and may explain it. */
interface Surroundings {
  /** things of the record are named */
  readonly amongThings: boolean;
  /** what the protein contains is asked */
  readonly contains: boolean;
  /** lab work is spoken of in which bands are those of a gel */
  readonly onGel: boolean;
  /** classes of proteins to choose from are named */
  readonly ofClasses: boolean;
  /** a search of the literature is asked for */
  readonly searches: boolean;
}

function beyondWhat(mark: Mark): string | null {
  for (const term of mark.terms) if (term.kind === 'beyond') return term.what;
  return null;
}

const GEL =
  /^(?:gels?|blots?|blotting|western|western blot|wb|pcr|qpcr|rt pcr|q pcr|rt qpcr|lanes?|ladder|stronger|got stronger|weaker|got weaker|fainter|brighter|smear)$/u;

function surroundings(scope: Scope): Surroundings {
  const marks = scope.core;
  const classes = marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'thing' && term.group === 'class'),
  );
  const kind = marks.some((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'family' && !term.weak),
  );
  return {
    amongThings: marks.some((mark) => mark.entities.length > 0),
    contains: asksWhatItContains(marks),
    onGel: [...marks, ...scope.context].some(
      (mark, at, all) =>
        GEL.test(mark.text) || (mark.kind === 'own' && /^bands?$/u.test(all[at + 1]?.text ?? '')),
    ),
    ofClasses:
      classes.length > (kind || marks.some((mark) => /^(?:or|rather|rather than)$/u.test(mark.text)) ? 0 : 1),
    searches: marks.some(
      (mark) =>
        mark.terms.some((term) => term.kind === 'database' && term.database === 'pubmed_search') ||
        SEARCHES.test(mark.text),
    ),
  };
}

/** Words that make a name of the literature a search of it, in whatever language. */
const SEARCHES =
  /search|browse|^term$|^lists?$|^results$|^everything$|^query$|^hits?$|^opens?$|^aram|検索|搜索|검색|such(?:e|en|link)$|recherche|buscar|búsqueda|busqueda|ricerca|cercare|поиск/u;

/** A word that names a fact no record holds, unless this record or the question's own kind of fact explains it. */
function isBeyond(mark: Mark, { amongThings, contains, onGel, ofClasses, searches }: Surroundings): boolean {
  if (!mark.terms.some((term) => term.kind === 'beyond') || mark.entities.length > 0) return false;
  if (mark.reference !== null && mark.reference.by !== 'title' && mark.reference.by !== 'year') return false;
  if (amongThings && mark.terms.some((term) => term.kind === 'action')) return false;
  if (contains && mark.text === 'sequence') return false;
  if ((onGel || mark.text === 'bands') && /^bands?$/u.test(mark.text)) return false;
  if (ofClasses && /^receptors?$/u.test(mark.text)) return false;
  if (contains && mark.text === 'how much') return false;
  if (searches && beyondWhat(mark) === 'other papers') return false;
  return !mark.terms.some(
    (term) =>
      (term.kind === 'database' && !term.weak) ||
      term.kind === 'space' ||
      term.kind === 'format' ||
      term.kind === 'species' ||
      term.kind === 'activity' ||
      term.kind === 'generic' ||
      (term.kind === 'aspect' && !term.weak),
  );
}

/** "does the sequence contain an RGD motif" asks for the motif, not for the sequence. */
function asksWhatItContains(marks: readonly Mark[]): boolean {
  const motif = marks.some((mark) =>
    mark.terms.some(
      (term) =>
        (term.kind === 'thing' && term.group === 'motif') ||
        (term.kind === 'aspect' && term.aspect === 'motifs'),
    ),
  );
  return (
    motif &&
    marks.some((mark) =>
      /^(?:in|on|within|contains?|carry|carries|have|has|bears?|includes?|many|how much|sites?)$/u.test(
        mark.text,
      ),
    )
  );
}

/** "did Smith write the 2005 one": no task for the bot. */
function isAuthored(marks: readonly Mark[], mark: Mark): boolean {
  const before = marks[marks.indexOf(mark) - 1];
  return /^writ/u.test(mark.text) && before?.reference?.by === 'author';
}

/** "convert P01375 to ...": looking the same thing up elsewhere. */
function isConversion(marks: readonly Mark[], mark: Mark): boolean {
  return (
    /^(?:convert|translat|map)/u.test(mark.text) &&
    /^(?:identifier|reference)$/u.test(marks[marks.indexOf(mark) + 1]?.accession?.found ?? '')
  );
}

export const LEADS_IN =
  /^(?:and|so|ok|okay|hi|hey|hello|but|please|pls|well|hmm|also|then|now|sorry|hm|um|yo)$/u;

function wordsOf(marks: readonly Mark[]): readonly string[] {
  const words: string[] = [];
  for (const { text } of marks)
    for (const word of text.includes(' ') ? text.split(' ') : [text])
      if (words.length > 0 || !LEADS_IN.test(word)) words.push(word);
  return words;
}

/** "the Entrez summary says": a text that is quoted, not the number in that database. */
function isQuoted(marks: readonly Mark[], mark: Mark): boolean {
  const next = marks[marks.indexOf(mark) + 1];
  return (
    next !== undefined &&
    next.segment === mark.segment &&
    /^(?:summary|text|description|paragraph|blurb|prose)$/u.test(next.text)
  );
}

/** What the terms of some marks name, in the order of the question. */
function namedBy(marks: readonly Mark[]) {
  const strong: Aspect[] = [];
  const weak: Aspect[] = [];
  const databases: DatabaseKey[] = [];
  const weakDatabases: DatabaseKey[] = [];
  const formats: string[] = [];
  const species: Species[] = [];
  const spaces: string[] = [];
  let beyond = false;
  for (const mark of marks) {
    for (const term of mark.terms) {
      if (term.kind === 'aspect') addOnce(term.weak ? weak : strong, term.aspect);
      else if (term.kind === 'format') addOnce(formats, term.format);
      else if (term.kind === 'species') addOnce(species, term.species);
      else if (term.kind === 'space') addOnce(spaces, term.space);
      else if (term.kind === 'beyond') beyond = true;
      else if (term.kind === 'database' && !isQuoted(marks, mark))
        addOnce(term.weak ? weakDatabases : databases, term.database);
    }
  }
  return { strong, weak, databases, weakDatabases, formats, species, spaces, beyond };
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}

/** Collects what the words of a scope amount to. */
export function featuresOf(record: GeneRecord, scope: Scope): Features {
  const marks = scope.core;
  const { strong, weak, databases, weakDatabases, formats, species, spaces, beyond } = namedBy(marks);
  const around = beyond || spaces.length > 0 ? surroundings(scope) : null;
  const hits = marks.flatMap((mark) =>
    mark.reference === null || mark.reference.by === 'title' ? [] : [mark.reference],
  );
  const of = (kind: Mark['kind']): readonly Mark[] => marks.filter((mark) => mark.kind === kind);
  return {
    scope,
    marks,
    own: of('own'),
    others: of('other'),
    accessions: of('accession'),
    unknown: of('unknown'),
    beyond:
      around === null
        ? []
        : marks.filter(
            (mark) => isBeyond(mark, around) && !isAuthored(marks, mark) && !isConversion(marks, mark),
          ),
    databases,
    weakDatabases,
    formats,
    species,
    spaces,
    searches: around?.searches === true,
    references: rankReferences(record, hits),
    words: wordsOf(marks),
    has: (aspect) => strong.includes(aspect),
    hasWeak: (aspect) => weak.includes(aspect),
    word: (pattern) => marks.some((mark) => pattern.test(mark.text)),
  };
}
