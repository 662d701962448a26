import { isOrdinary } from '../search/ordinary.js';
import { isSpeech, type Mark } from '../search/reading.js';
import { firstWord } from '../search/tokens.js';

/**
 * The clauses of a message and what each is there for. People tell stories around what they ask: where they stand, who said it,
 * what it is for. A clause without anything of the record's field is such an aside; what somebody is said to claim is a claim.
 */

const JOINS = /^(?:b4|because|bc|cuz|cos|coz|since|but|though|although|tho|while|whereas|before|otherwise)$/u;
const TIMES = /^(?:before|b4|since)$/u;
/** "I", as it stands at the start of a clause of its own. */
const STARTS = /^(?:im|ive|ill|id|weve|were|theyll|theyre|theyve|hes|shes)$/u;
const PERSON = /^(?:i|we|he|she|my|our|they|someone|somebody|everyone)$/u;
const LEADS_ON =
  /^(?:and|so|then|as|that|which|where|if|when|what|whether|how|can|could|do|did|does|should|may|might|must|would|will|shall|am|are|were|is|was|have|had|who|than|like|the|of|for|to|by|from|in|on|with|at)$/u;

const AUXILIARY = /^(?:is|are|was|were|does|do|did|has|have|can|could|should|will|would|am)$/u;

/** Any word that can start a clause inside a segment. */
const MAY_START = new RegExp(
  `${JOINS.source}|${STARTS.source}|${PERSON.source}|^(?:or|so|and|as|then)$`,
  'u',
);

function startsClause(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  const before = marks[at - 1];
  if (mark === undefined || before === undefined) return false;
  if (mark.segment !== before.segment) return true;
  if (!MAY_START.test(mark.text)) return false;
  const next = marks[at + 1]?.text ?? '';
  if ((mark.text === 'or' || mark.text === 'so') && AUXILIARY.test(next)) return true;
  if (JOINS.test(mark.text))
    return TIMES.test(mark.text) ? PERSON.test(next) || STARTS.test(next) : next !== 'of';
  if (/^(?:so|and|as|then)$/u.test(mark.text)) return PERSON.test(next) || STARTS.test(next);
  if (STARTS.test(mark.text)) return !LEADS_ON.test(before.text);
  return PERSON.test(mark.text) && isOfField(before);
}

/** Cuts marks into clauses, in their order. */
export function clausesOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const clauses: Mark[][] = [];
  marks.forEach((mark, at) => {
    const last = clauses[clauses.length - 1];
    if (last === undefined || startsClause(marks, at)) clauses.push([mark]);
    else last.push(mark);
  });
  return clauses;
}

/** What a message speaks of only to ask for it. */
const ALWAYS_ASKED =
  /^(?:other (?:databases|species)|scores|tasks|advice|comparisons|secrets|citation counts|discovery)/u;

/** Whether a word is of a kind that is spoken of only to ask for it: other databases, advice, comparisons. */
export function isAlwaysAsked(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'beyond' && ALWAYS_ASKED.test(term.what));
}

/** "registering its plasmid in the LIMS, ...", "according to the summary, ...": what is done, or who says so. */
export function isLeadIn(clause: readonly Mark[]): boolean {
  const [first] = clause;
  if (first === undefined || clause.length < 3 || asks(clause)) return false;
  const does =
    /^[a-z]{3,}ing$/u.test(first.text) &&
    !/^(?:anything|something|everything|nothing|thing|during|according|string|looking|meaning)$/u.test(
      first.text,
    );
  return (does && !clause.some((mark) => mark.entities.length > 0)) || first.text === 'according';
}

/** A word that is of everyday life wherever it is not what is asked: "store", "vendor", "coffee". */
export function isLoose(mark: Mark): boolean {
  return (
    mark.terms.length > 0 &&
    mark.entities.length === 0 &&
    mark.terms.every(
      (term) => term.kind === 'activity' || (term.kind === 'beyond' && !ALWAYS_ASKED.test(term.what)),
    ) &&
    mark.text.split(' ').every((word) => isOrdinary(word))
  );
}

/** Whether a word is of the record's field: a gene, an accession, a kind of fact, a thing or an effect. */
export function isOfField(mark: Mark): boolean {
  if (mark.kind === 'own' || mark.kind === 'other' || mark.kind === 'accession') return true;
  if (mark.entities.length > 0) return true;
  if (mark.reference !== null && mark.reference.by !== 'title') return true;
  if (isLoose(mark)) return false;
  return mark.terms.some(
    (term) =>
      term.kind !== 'generic' &&
      term.kind !== 'activity' &&
      term.kind !== 'action' &&
      !(term.kind === 'aspect' && term.weak),
  );
}

const FRAME =
  /^(?:i|im|ive|ill|we|you|he|she|they|it|its|a|an|the|my|our|your|is|are|was|were|has|have|had|got|gets|so|to|on|in|at|for|of|before|because|since|but|not|no|this|that|all|and)$/u;
const ASKS = /^(?:what|whats|which|who|whos|whose|where|wheres|when|why|how|hows)$/u;

function asks(clause: readonly Mark[]): boolean {
  return clause.some((mark) => ASKS.test(firstWord(mark.text)));
}

function names(mark: Mark): boolean {
  return (
    mark.kind === 'own' || mark.kind === 'other' || mark.kind === 'accession' || mark.entities.length > 0
  );
}

/** "got two slots left on the plate": a clause of everyday life that asks nothing. */
export function isAsideClause(clause: readonly Mark[]): boolean {
  if (/^or (?:am|did|do|have) (?:i|we)\b/u.test(clause.map(({ text }) => text).join(' '))) return true;
  if (/^(?:dont|not|no|never)$/u.test(clause[0]?.text ?? '') && clause.length > 2) return !clause.some(names);
  if (clause.some(isOfField) || asks(clause)) return false;
  if (/^(?:can|could|should|may|must|will|would|do|is|are)$/u.test(clause[0]?.text ?? '')) return false;
  const weighty = clause.filter((mark) => !isSpeech(mark) && mark.kind !== 'number');
  return weighty.length > 0 && clause.some((mark) => FRAME.test(mark.text)) && clause.length > 2;
}

/** So many words at most are an alternative of everyday life. */
const CHOICE_WORDS = 6;

/**
 * "... or waste of the kit", "... or trash": where an alternative without anything of the field begins.
 * @returns the length of the clause when there is none
 */
export function lastChoice(clause: readonly Mark[]): number {
  const at = clause.findLastIndex(({ text }) => text === 'or');
  if (at < 2) return clause.length;
  const behind = clause.slice(at + 1);
  const plain =
    behind.length > 0 &&
    behind.length <= CHOICE_WORDS &&
    !behind.some((mark) => isOfField(mark) || mark.kind === 'unknown');
  const asks = clause.slice(0, at).some((mark) => isOfField(mark));
  return plain && asks ? at : clause.length;
}

const VERDICT =
  /^(?:agrees?|agreed|true|false|right|wrong|correct|correctly|sure|certain|legit|fits?|stay|stands?|holds?|ok|okay|fine|accurate|match|matches|confirms?|confirmed|crossed|backwards|mistaken|off|really|nonsense|rubbish|myth|bs|fact|bet|yes|no|y|n|real|thoughts|plausible|known|supported|expected|normal|typical|usual|weird|artefact|artifact|surprising|keep|drop|remove|delete|bin|covered|record|recorded)$/u;
const POINTS =
  /^(?:that|this|it|its|thats|so|is|isnt|does|did|can|or|and|i|im|am|you|me|we|my|have|got|get|if|about|of|the|be|a|not|to|do|dont|in|with|w|on|are|was|what|whats|right|then|still|yes|no|whether)$/u;

/** "sure about that?", "or have I got it crossed", "does that fit": asks whether what was said is so. */
export function isTag(clause: readonly Mark[]): boolean {
  const texts = clause.flatMap((mark) => mark.text.split(' '));
  if (texts[0] === 'who' && /^(?:wins|won|buys|pays|owes|loses)$/u.test(texts[1] ?? '') && texts.length < 6)
    return true;
  if (
    clause.some((mark) => isOfField(mark) && !/known$/u.test(mark.text)) ||
    !texts.some((text) => VERDICT.test(text))
  )
    return false;
  const rest = texts.filter((text) => !VERDICT.test(text) && !POINTS.test(text));
  return rest.length <= 1 && texts.length <= 9 && clause.every((mark) => mark.kind !== 'unknown');
}

const REPORTS =
  /^(?:says?|said|saying|states?|stated|claims?|claimed|claiming|insists?|insisted|writes?|wrote|written|told|tells|thinks?|thought|swears?|swore|reckons?|believes?|argues?|argued|suggests?|suggested|reads|heard|hear|read|implies|mentions?|maintains?)$/u;

/** "a coauthor insists": somebody, not the authors of a reference. */
function isAuthor(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'author');
}

/**
 * "a flyer on the board says ...", "somebody told me that ...": the words in front of a reported claim.
 * @returns how many marks of the clause only report; 0 when it is no report
 */
export function reportLength(clause: readonly Mark[]): number {
  const verb = clause.findIndex((mark) => REPORTS.test(mark.text));
  if (verb < 1) return 0;
  const before = clause.slice(0, verb);
  const field = before.some(
    (mark) =>
      (isOfField(mark) && !isAuthor(mark)) ||
      ASKS.test(mark.text) ||
      /^(?:it|does|do|did|is|you|bot)$/u.test(mark.text),
  );
  if (field) return 0;
  let end = verb + 1;
  while (/^(?:that|me|us)$/u.test(clause[end]?.text ?? '')) end += 1;
  const rest = clause.slice(end);
  if (rest.length === 0) return clause.length;
  return rest.some((mark) => mark.kind === 'own' || /^(?:it|this|the)$/u.test(mark.text)) && rest.length > 1
    ? end
    : 0;
}
