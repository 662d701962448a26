import type { Mark } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';
import { isOfField } from './ask-clauses.js';

/** Words that open a question, of English and of the languages that people mix in. */
export const QUESTION_WORDS = new Set(
  'what whats which wich who whom whos whose where wheres when whens why how hows wat wut whatre wer was wie welche welcher welches quel quelle quelles quels cual cuál que qué quale qual'.split(
    ' ',
  ),
);

/** Verbs that open a question that wants yes or no. */
export const AUXILIARIES = new Set(
  'is are was were does do did dose can could has have had will would should shall shd isnt arent doesnt dont didnt wasnt hasnt havent cant couldnt wouldnt aint may might must'.split(
    ' ',
  ),
);

const REQUESTS = new Set(
  'give gimme list show tell send print find get cite need want provide display remind export explain describe summarize summarise name fetch return lemme look looking require state quote define dump pls please plz drop share'.split(
    ' ',
  ),
);

/** Words in front of a question that are not part of it. */
export const OPENERS = new Set(
  'and so ok okay but or hi hey hello well also then now btw hmm um uh erm oh yo q question quick stupid dumb silly random sorry please pls thanks again actually just guys all folks right anyone yes no like wait because'.split(
    ' ',
  ),
);

/** Whether a run of words names a kind of fact outright. */
export function isTelling(mark: Mark): boolean {
  return mark.terms.some(
    (term) =>
      (term.kind === 'database' && !term.weak) ||
      term.kind === 'space' ||
      term.kind === 'format' ||
      term.kind === 'species' ||
      (term.kind === 'aspect' && !term.weak && term.aspect !== 'help'),
  );
}

/** The empty set of marks, shared: most questions hold nothing that is set aside. */
export const NO_MARKS: ReadonlySet<Mark> = new Set();

/** Words that point at the gene. */
export const PRONOUNS: ReadonlySet<string> = new Set('it its itself this that they them'.split(' '));

/** Whether a mark is an effect or a thing of the record. */
export function acts(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'action') || mark.entities.length > 0;
}

/** How plainly words ask: 2 for a question word or a leading verb, 1.6 for a request, 0 for neither. */
export function askingWords(marks: readonly Mark[]): number {
  let first = true;
  let score = 0;
  for (const mark of marks) {
    const word = firstWord(mark.text);
    if (QUESTION_WORDS.has(word)) score = Math.max(score, 2);
    if (REQUESTS.has(word) && (first || mark.before !== ' ')) score = Math.max(score, 1.6);
    if (AUXILIARIES.has(word) && (first || mark.before !== ' ')) score = Math.max(score, 2);
    if (!OPENERS.has(word)) first = false;
  }
  return score;
}

/** Splits marks into runs of one key, in their order. */
export function grouped<K>(marks: readonly Mark[], by: (mark: Mark) => K): readonly (readonly Mark[])[] {
  const groups = new Map<K, Mark[]>();
  for (const mark of marks) {
    const key = by(mark);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mark]);
    else group.push(mark);
  }
  return [...groups.values()];
}

/** What a question about the gene can be after: a kind of fact, or a thing that statements are about. */
export function isFact(mark: Mark): boolean {
  return isTelling(mark) || mark.entities.length > 0 || mark.kind === 'accession';
}

/** A word of the field other than the gene's name. */
export function hasFieldWord(mark: Mark): boolean {
  return mark.kind !== 'own' && isOfField(mark);
}

/** Whether a mark names a database outright. */
export function namesDatabase(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'database' && !term.weak);
}

/** The gene's name, or an accession of the record. */
export function namesSubject(mark: Mark): boolean {
  return mark.kind === 'own' || (mark.kind === 'accession' && mark.accession?.found !== 'unknown');
}
