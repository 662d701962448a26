import type { Mark } from '../search/reading.js';
import type { Aspect } from '../search/vocabulary.js';
import type { Candidate, Strictness } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import { isTelling } from './ask-words.js';
import type { ResolvedRequest } from './respond.js';

/** How much of a question the chosen reading explains. */
export interface Coverage {
  /** 0 to 1 */
  readonly share: number;
  /** words that nothing explains, the weightiest first */
  readonly unexplained: readonly Mark[];
  /** a word that stands where the subject stands and is not this gene, or null */
  readonly blocking: Mark | null;
}

const THRESHOLDS: Readonly<Record<Strictness, number>> = { tolerant: 0.5, careful: 0.66, strict: 0.72 };

/** The least share that must be explained. */
export function threshold(strictness: Strictness): number {
  return THRESHOLDS[strictness];
}

const COMMON: Readonly<Record<Strictness, number>> = { tolerant: 0.1, careful: 0.5, strict: 0.6 };
const NUMBER: Readonly<Record<Strictness, number>> = { tolerant: 0.3, careful: 0.5, strict: 1 };
const COMMON_ALONE = 1;
/** Volumes and pages come with references; years are looked at elsewhere. */
const NUMBER_OF_REFERENCE = 0.1;
const MATTER: Readonly<Record<Strictness, number>> = { tolerant: 0, careful: 0.1, strict: 0.25 };
const MATTER_ALONE = 1;
const UNUSED = 0.8;
/** Short words that measure something. */
const UNIT = /^(?:ml|ul|kd|bp|nm|um|mm|iu|pg|ng|ug|mg|g|l|mol|hz|rpm|c|ca)$/u;
const UNKNOWN: Readonly<Record<Strictness, number>> = { tolerant: 1, careful: 1.6, strict: 2 };

/** What the words of a strict reading may mean besides the gene's name; other known words make it another question. */
const FITTING: Readonly<Partial<Record<ResolvedRequest['do'], readonly Aspect[]>>> = {
  card: ['summary', 'definition', 'function', 'help', 'family'],
  alias: ['names', 'isoform', 'definition', 'summary', 'identifiers'],
  function: ['function', 'motifs', 'family', 'summary', 'help', 'isoform'],
  id: ['identifiers', 'refseq'],
  help: ['help', 'function', 'summary', 'identifiers', 'citation', 'location'],
};

function isUsed(mark: Mark, { request, strictness }: Candidate): boolean {
  const fitting = FITTING[request.do];
  if (strictness !== 'strict' || fitting === undefined || mark.kind !== 'known') return true;
  return mark.terms.some((term) => {
    if (term.kind === 'generic' || term.kind === 'species') return true;
    if (term.kind === 'activity') return request.do !== 'id';
    if (term.kind === 'database') return request.do === 'id';
    if (term.kind === 'action') return request.do === 'function' || term.action === 'link';
    if (term.kind === 'thing')
      return request.do === 'function' || term.thing === 'splicing' || term.group === 'class';
    return term.kind === 'aspect' && (term.weak || fitting.includes(term.aspect));
  });
}

/** Nothing but the gene or nothing of it is explained: each other word is what may have been asked. */
function isAlone({ request, strictness }: Candidate, named: boolean): boolean {
  return strictness === 'strict' && (request.do === 'card' || !named);
}

function weight(mark: Mark, candidate: Candidate, named: boolean): number {
  const { strictness } = candidate;
  switch (mark.kind) {
    case 'known':
      return isUsed(mark, candidate) ? 0 : UNUSED;
    case 'matter':
      return strictness === 'strict' && !named ? MATTER_ALONE : MATTER[strictness];
    case 'unknown':
      return mark.raw.length <= 3 && !ACRONYM.test(mark.raw) && !UNIT.test(mark.text)
        ? COMMON[strictness]
        : UNKNOWN[strictness];
    case 'common':
      return isAlone(candidate, named) ? COMMON_ALONE : COMMON[strictness];
    case 'number':
      if (candidate.request.do === 'locate') return 0;
      return candidate.request.do === 'cite' ? NUMBER_OF_REFERENCE : NUMBER[strictness];
    case 'foreign':
      return strictness === 'tolerant' ? 0.1 : strictness === 'strict' ? 1 : 0.5;
    default:
      return 0;
  }
}

function explained(mark: Mark): number {
  if (mark.kind === 'own' || mark.kind === 'accession') return 1.5;
  if (isTelling(mark)) return 2;
  if (mark.reference !== null && mark.reference.by !== 'title') return 2;
  if (mark.entities.length > 0) return 1.5;
  if (mark.kind !== 'known') return 0;
  if (mark.terms.some((term) => term.kind === 'action')) return 1;
  return mark.terms.some((term) => term.kind === 'aspect') ? 0.8 : 0.5;
}

const SLOT = /^(?:of|for|about|from|to|in|on|by|with|against)$/u;
const DETERMINER = /^(?:the|a|an|this|that|these|those|some|human|our|my)$/u;

/** Endings of adjectives: what describes a thing is not the thing. */
const ADJECTIVE = /(?:ed|ing|ive|able|ible|ful|less|ly|ary|ous|ish)$/u;
const ACRONYM = /^[A-Z][A-Z0-9]{1,6}$/u;

/** A weighty unknown word in the place of the subject: "uniprot id of dectin", "dectin uniprot id". */
function blockingWord(features: Features): Mark | null {
  if (features.own.length > 0 || features.accessions.length > 0) return null;
  const named = features.references.length > 0;
  const tellingSegments = new Set(features.marks.filter(isTelling).map((mark) => mark.segment));
  for (const [at, mark] of features.marks.entries()) {
    if (mark.kind !== 'unknown' || (named && !followsSlot(features.marks, at))) continue;
    if (ACRONYM.test(mark.raw) && mark.text.length > 2 && at < 2) return mark;
    if (
      tellingSegments.has(mark.segment) &&
      !describes(features.marks, at) &&
      !isSpeakers(features.marks, mark)
    )
      return mark;
  }
  return null;
}

/** "a prefilled link", "the deep link": a word that only describes what stands behind it. */
function describes(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  const next = marks[at + 1];
  if (mark === undefined || next === undefined || next.segment !== mark.segment) return false;
  if (ACRONYM.test(mark.raw) || followsSlot(marks, at)) return false;
  return (
    (ADJECTIVE.test(mark.text) && next.terms.length > 0) || (mark.kind === 'common' && isUndirected(next))
  );
}

function isUndirected(mark: Mark): boolean {
  return mark.terms.length > 0 && mark.terms.every((term) => term.kind === 'generic');
}

function followsSlot(marks: readonly Mark[], at: number): boolean {
  const before = marks[at - 1]?.text ?? '';
  return SLOT.test(before) || (DETERMINER.test(before) && SLOT.test(marks[at - 2]?.text ?? ''));
}

const SUBJECT = /^(?:it|its|this|that|these|they|gene|protein|you|your|yours|u|one|ours|here|record|bot)\b/u;

/** An everyday noun where the gene should stand: "uniprot id of the elephant", "uniprot is slow". */
function blockingNoun(features: Features, { request, strictness, aboutThings }: Candidate): Mark | null {
  const ordinary = features.marks.filter((mark) => mark.kind === 'common');
  if (request.do === 'function') {
    const actor = !aboutThings && request.statements.length > 0 ? ordinaryActor(features) : null;
    return actor ?? features.marks.find((_, at) => isMisplaced(features.marks, at)) ?? null;
  }
  if (strictness !== 'tolerant') return null;
  const tells = features.own.length > 0 || features.accessions.length > 0 || features.references.length > 0;
  const subject = features.marks.some((mark) => SUBJECT.test(mark.text));
  if (tells) return null;
  const blocks = (mark: Mark): boolean => {
    const at = features.marks.indexOf(mark);
    if (/'s$/u.test(mark.raw) || isAttached(features.marks, at)) return true;
    return !subject && isBeside(features.marks, at) && !describes(features.marks, at);
  };
  return ordinary.find(blocks) ?? null;
}

/** What a kind of fact can be asked of, so that "of ..." behind it names the subject. */
function takesSubject(mark: Mark | undefined): boolean {
  return mark !== undefined && (isTelling(mark) || mark.kind === 'own' || SUBJECT.test(mark.text));
}

/** "uniprot id of the elephant": a noun that "of", "for" or "in" hangs on the kind of fact or the gene. */
function isAttached(marks: readonly Mark[], at: number): boolean {
  let back = at - 1;
  while (DETERMINER.test(marks[back]?.text ?? '') || marks[back]?.kind === 'common') back -= 1;
  const slot = marks[back];
  if (slot === undefined || !SLOT.test(slot.text) || slot.segment !== marks[at]?.segment) return false;
  back -= 1;
  while (marks[back] !== undefined && !takesSubject(marks[back]) && isUndirectedAt(marks, back)) back -= 1;
  return back < 0 || takesSubject(marks[back]);
}

function isUndirectedAt(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  return mark !== undefined && isUndirected(mark);
}

/** "elephant uniprot id", "uniprot id elephant", "uniprot is slow": a word that stands right beside the kind of fact. */
function isBeside(marks: readonly Mark[], at: number): boolean {
  const same = (one: Mark | undefined): one is Mark =>
    one !== undefined && one.segment === marks[at]?.segment;
  let next = at + 1;
  while (marks[next]?.kind === 'common' || isUndirectedAt(marks, next)) next += 1;
  const behind = marks[next];
  if (same(behind) && isTelling(behind)) return true;
  let back = at - 1;
  while (
    marks[back]?.kind === 'common' ||
    isUndirectedAt(marks, back) ||
    COPULA.test(marks[back]?.text ?? '')
  )
    back -= 1;
  const ahead = marks[back];
  return same(ahead) && isTelling(ahead);
}

const COPULA = /^(?:is|are|was|were|be|seems?|looks?|so|too|very|really|quite|such|a|the)$/u;

/** "does cold exposure raise it": something of everyday life that acts on the gene. */
function ordinaryActor({ marks, scope }: Features): Mark | null {
  const gene = marks.findIndex((mark) => mark.kind === 'own' || /^(?:it|gene)$/u.test(mark.text));
  if (!scope.yesNo || gene < 1) return null;
  const segment = marks[gene]?.segment;
  return marks.slice(0, gene).find((mark) => mark.kind === 'common' && mark.segment === segment) ?? null;
}

const PLACE = /^(?:in|inside|within|by|with|after|via|during|from|on|of|against|to)$/u;
const IDIOM =
  /^(?:general|detail|theory|short|fact|way|ways|question|practice|principle|average|total|chance|accident|advance|parallel|addition|purpose|mind|reality|truth|context|place|order|response|end|level|levels|kind|sort|culture|vitro|vivo|humans?|ear|day|time)$/u;

/** "in elephants", "induce happiness": an everyday noun as the place or the object of an effect. */
function isMisplaced(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark === undefined || !/^(?:common|unknown)$/u.test(mark.kind) || IDIOM.test(mark.text)) return false;
  const next = marks[at + 1];
  if (next !== undefined && next.segment === mark.segment && next.before === ' ' && next.kind === 'known')
    return false;
  let back = at - 1;
  while (DETERMINER.test(marks[back]?.text ?? '') || marks[back]?.kind === 'common') back -= 1;
  const before = marks[back];
  if (before === undefined || before.segment !== mark.segment) return false;
  const acts = before.terms.some(
    (term) => term.kind === 'action' && term.action !== 'link' && term.action !== 'change',
  );
  return PLACE.test(before.text) || acts;
}

/** "killer cell transcript 4": a number behind a noun is part of a name that the record does not have. */
function isDesignation(marks: readonly Mark[], mark: Mark): boolean {
  const before = marks[marks.indexOf(mark) - 1];
  return mark.kind === 'number' && mark.before === ' ' && before?.kind === 'known';
}

/** "4 potential sites": how many, beside what is counted. */
function isCount(marks: readonly Mark[], mark: Mark): boolean {
  const behind = marks.slice(marks.indexOf(mark) + 1, marks.indexOf(mark) + 4);
  return (
    mark.kind === 'number' &&
    behind.some((one) =>
      one.terms.some(
        (term) => term.kind === 'thing' && (term.group === 'motif' || term.thing === 'splicing'),
      ),
    )
  );
}

/** "our BMMs": a word for something of the speaker's. */
function isSpeakers(marks: readonly Mark[], mark: Mark): boolean {
  return (
    mark.kind === 'unknown' && /^(?:my|our|his|her|their)$/u.test(marks[marks.indexOf(mark) - 1]?.text ?? '')
  );
}

/** How much of a question one candidate explains. */
export function coverage(features: Features, candidate: Candidate): Coverage {
  const named = features.own.length > 0 || features.word(/^(?:it|its|gene|protein)\b/u);
  const weigh = (mark: Mark): number =>
    candidate.aboutThings && isCount(features.marks, mark)
      ? 0
      : isSpeakers(features.marks, mark)
        ? COMMON[candidate.strictness]
        : candidate.aboutThings && isDesignation(features.marks, mark)
          ? UNKNOWN.careful
          : weight(mark, candidate, named);
  const known = features.marks.reduce(
    (sum, mark) => sum + (isUsed(mark, candidate) ? explained(mark) : 0),
    0,
  );
  const unexplained = features.marks.filter((mark) => weigh(mark) > 0).sort((a, b) => weigh(b) - weigh(a));
  const open = unexplained.reduce((sum, mark) => sum + weigh(mark), 0);
  return {
    share: known + open === 0 ? 1 : known / (known + open),
    unexplained,
    blocking:
      candidate.strictness === 'strict'
        ? null
        : (blockingWord(features) ?? blockingNoun(features, candidate)),
  };
}
