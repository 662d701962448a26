import type { Mark } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';
import type { Aspect, Term } from '../search/vocabulary.js';
import type { Features } from './ask-features.js';
import type { ResolvedRequest } from './respond.js';

/** What stands right behind the asking word outweighs what else is spoken of. */
export const IN_FOCUS = 1;
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

function doesFor(term: Term): ResolvedRequest['do'] | undefined {
  switch (term.kind) {
    case 'database':
      return term.weak ? undefined : 'id';
    case 'space':
    case 'format':
      return 'cite';
    case 'aspect':
      return term.weak ? undefined : DOES[term.aspect];
    default:
      return undefined;
  }
}

function doesOf({ terms }: Mark): readonly ResolvedRequest['do'][] {
  return terms.map(doesFor).filter((does) => does !== undefined);
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
export function focusOf(features: Features): readonly ResolvedRequest['do'][] | null {
  const { marks } = features;
  const begins = marks.findIndex(
    (mark, place) => ASKING_FIRST.test(mark.text) && mark.sentence !== marks[place - 1]?.sentence,
  );
  const at = begins >= 0 ? begins : marks.findIndex((mark) => ASKING.test(firstWord(mark.text)));
  if (at < 0) return null;
  const segment = marks[at]?.segment;
  const behind = marks.slice(at, at + 1 + FOCUS_WORDS).filter((mark) => mark.segment === segment);
  const first = behind.find((mark, n) => mark.terms.some(doesFor) && !(n === 0 && mark.text === 'name'));
  if (first === undefined) return null;
  const does = doesOf(first);
  return (does.includes('alias') || does.includes('function')) && filesBy(features) ? null : does;
}
