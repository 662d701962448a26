import type { Mark, Reading } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';
import { NO_MARKS } from './ask-words.js';

/** What a message tells before or beside its question: who asks, and what somebody is doing. It asks nothing. */

/** Words for the person who asks. */
export const SPEAKER = /^(?:i|im|ive|we|my|our|weve|were)$/u;

const TELLER =
  /^(?:people|person|lab|labs|group|groups|guys|folks|team|crowd|guy|girl|student|students|postdoc|postdocs|colleague|colleagues|labmate|labmates|supervisor|boss|pi|reviewer|reviewers|neighbors?|neighbours?|friend|friends|collaborators?|professor|prof|someone|somebody|everyone|everybody|he|she|they|chairs?|speaker)$/u;
const REPORTS =
  /^(?:asks?|asked|asking|wants?|wanted|wonders?|wondered|wondering|claims?|claimed|says|said|tells?|told|insists?|insisted|thinks?|thought|swears?|reckons?|believes?|argues?|argued|curious)$/u;
const REPORTED = /^(?:if|whether|that|me|us|to|know|about)$/u;
const ASKS = /^(?:what|which|who|where|when|why|how|whats|does|is|are|can|do|did)$/u;

function namesGene(mark: Mark): boolean {
  return mark.kind === 'own' || (mark.accession !== null && mark.accession.found !== 'unknown');
}

/** "the neutrophil people next door ask if ...": the words that only say who asks, when the gene is named behind them. */
export function narrator(marks: readonly Mark[]): ReadonlySet<Mark> {
  const verb = marks.findIndex((mark) => REPORTS.test(mark.text));
  if (verb < 1) return NO_MARKS;
  const before = marks.slice(0, verb);
  if (before.some((mark) => namesGene(mark) || ASKS.test(firstWord(mark.text)))) return NO_MARKS;
  if (!before.some((mark) => TELLER.test(mark.text)) || !marks.slice(verb).some(namesGene)) return NO_MARKS;
  let end = verb + 1;
  while (REPORTED.test(marks[end]?.text ?? '')) end += 1;
  return new Set(marks.slice(0, end));
}

/** Any fact that no record holds may be mused about ("thinking if ..."), but another animal is another subject. */
function isMused(mark: Mark): boolean {
  return (
    mark.terms.some((term) => term.kind === 'beyond' && term.what !== 'other species') &&
    mark.entities.length === 0
  );
}

function isTold(mark: Mark): boolean {
  const facts = mark.terms.some(
    (term) =>
      term.kind !== 'activity' &&
      term.kind !== 'generic' &&
      !(term.kind === 'aspect' && term.weak) &&
      !(term.kind === 'beyond' && term.what === 'experimental conditions and reagents'),
  );
  return !facts && mark.entities.length === 0 && mark.kind !== 'other' && !namesGene(mark);
}

/** "thinking of a gel", "I am making slides": a sentence of its own in which somebody only tells what they are doing. */
export function isNarrative(reading: Reading, marks: readonly Mark[]): boolean {
  const [first] = marks;
  if (first === undefined || reading.tokens.asked.has(first.sentence)) return false;
  const muses = /^[a-z]{3,}ing$/u.test(first.text);
  const tells = muses || SPEAKER.test(first.text);
  const told = marks.every((mark) => isTold(mark) || (muses && isMused(mark)));
  return tells && told && !/^(?:need|want|wanna)$/u.test(marks[1]?.text ?? '');
}
