import { isSpeech, type Mark, type Reading } from '../search/reading.js';
import { isNarrative, narrator, SPEAKER } from './ask-background.js';
import {
  clausesOf,
  isAsideClause,
  isLeadIn,
  isLoose,
  isOfField,
  isTag,
  lastChoice,
  reportLength,
} from './ask-clauses.js';

/** The part of a message that asks, and what stands around it. */
export interface Scope {
  /** what is asked, in the order of the text, without stated purposes */
  readonly core: readonly Mark[];
  /** the rest of a short message: it may name what "it" is, but asks nothing */
  readonly context: readonly Mark[];
  /** a yes or no is expected */
  readonly yesNo: boolean;
  /** another thing to choose was left out because the record knows nothing like it */
  readonly choice: boolean;
  /** something is asked or requested in words */
  readonly asks: boolean;
}

const QUESTION_WORDS = new Set(
  'what whats which wich who whom whos whose where wheres when whens why how hows wat wut whatre wer was wie welche welcher welches quel quelle quelles quels cual cuál que qué quale qual'.split(
    ' ',
  ),
);
const AUXILIARIES = new Set(
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
const OPENERS = new Set(
  'and so ok okay but or hi hey hello well also then now btw hmm um uh erm oh yo q question quick stupid dumb silly random sorry please pls thanks again actually just guys all folks right anyone yes no like wait because'.split(
    ' ',
  ),
);
const NOT_ASKING_FACTS = new Set('you u we i someone somebody anyone anybody ya y'.split(' '));
const PURPOSE_VERBS = new Set(
  'design order clone make put add use check verify cite annotate fill write prepare submit print send include build run do finish complete download import map query cross compare label buy paste copy parse link look update curate validate register enter quote give share amplify detect measure quantify plan set start get show test see find read'.split(
    ' ',
  ),
);

/** At most so many words are read beside the asking sentence. */
const CONTEXT_WORDS = 60;

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

/** "wrong?", "typo?": yes would confirm the mistake, no the claim, so that neither would be understood. */
export function asksForMistake({ core, context }: Pick<Scope, 'core' | 'context'>): boolean {
  return [...core, ...context].some(({ text }) =>
    /^(?:wrong|incorrect|mistaken|mistake|typo|error|backwards|crossed)$/u.test(text),
  );
}

export const PRONOUNS: ReadonlySet<string> = new Set('it its itself this that they them'.split(' '));

function acts(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'action') || mark.entities.length > 0;
}

function askingWords(marks: readonly Mark[]): number {
  let first = true;
  let score = 0;
  for (const mark of marks) {
    const [word = ''] = mark.text.split(' ');
    if (QUESTION_WORDS.has(word)) score = Math.max(score, 2);
    if (REQUESTS.has(word) && (first || mark.before !== ' ')) score = Math.max(score, 1.6);
    if (AUXILIARIES.has(word) && (first || mark.before !== ' ')) score = Math.max(score, 2);
    if (!OPENERS.has(word)) first = false;
  }
  return score;
}

function askScore(reading: Reading, marks: readonly Mark[], order: number): number {
  const sentence = marks[0]?.sentence ?? 0;
  const asked = reading.tokens.asked.has(sentence) ? 3 : 0;
  const telling = Math.min(3, marks.filter((mark) => isTelling(mark) || mark.kind === 'accession').length);
  const named = marks.some((mark) => mark.kind === 'own') ? 1 : 0;
  const acting = marks.some(acts) ? 0.5 : 0;
  return asked + askingWords(marks) + telling + named + acting + order * 0.1;
}

function grouped<K>(marks: readonly Mark[], by: (mark: Mark) => K): readonly (readonly Mark[])[] {
  const groups = new Map<K, Mark[]>();
  for (const mark of marks) {
    const key = by(mark);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mark]);
    else group.push(mark);
  }
  return [...groups.values()];
}

function hasContent(marks: readonly Mark[]): boolean {
  return marks.some(
    (mark) =>
      mark.kind === 'own' ||
      mark.kind === 'other' ||
      mark.kind === 'accession' ||
      mark.kind === 'unknown' ||
      mark.entities.length > 0 ||
      (mark.reference !== null && mark.reference.by !== 'title') ||
      mark.terms.some(
        (term) => term.kind !== 'generic' && term.kind !== 'action' && !(term.kind === 'aspect' && term.weak),
      ),
  );
}

function isPolite(marks: readonly Mark[]): boolean {
  return marks.every((mark) => isSpeech(mark) || mark.text === 'help');
}

function best(reading: Reading, groups: readonly (readonly Mark[])[]): number {
  let at = 0;
  let most = -1;
  groups.forEach((group, order) => {
    const score = askScore(reading, group, order);
    if (score > most) [at, most] = [order, score];
  });
  return at;
}

interface Split {
  readonly core: readonly Mark[];
  readonly context: readonly Mark[];
}

const splits = new WeakMap<Reading, Split>();

/** The sentences that ask, and the others; found once for each reading. */
function splitSentences(reading: Reading): Split {
  const known = splits.get(reading);
  if (known !== undefined) return known;
  const split = splitAnew(reading);
  splits.set(reading, split);
  return split;
}

/** "she doesn't want the name or the number": what is not asked. */
function isDeclined(marks: readonly Mark[]): boolean {
  return marks.some(
    ({ text }, at) =>
      /^(?:dont|doesnt|didnt|not)$/u.test(text) &&
      marks.slice(at + 1, at + 3).some((mark) => /^(?:want|need|ask|asking|mean)$/u.test(mark.text)),
  );
}

function splitAnew(reading: Reading): Split {
  const sentences = grouped(reading.marks, (mark) => mark.sentence).filter(
    (marks) => !isPolite(marks) || marks.length === reading.marks.length,
  );
  const told = sentences.filter(
    (marks) => isNarrative(reading, marks) || (sentences.length > 2 && isDeclined(marks)),
  );
  const said = sentences.filter((marks) => !told.includes(marks));
  const untagged = said.filter((marks) => !isTag(marks));
  const asks = untagged.some((marks) => marks.some(isFact)) ? untagged : said;
  const polite = reading.marks.filter((mark) => !sentences.some((marks) => marks.includes(mark)));
  if (sentences.length < 2 || reading.tokens.list.length <= 12) {
    const alone = asks.length > 0 && asks.some(hasContent);
    return alone
      ? { core: asks.flat(), context: [...told.flat(), ...polite] }
      : { core: sentences.flat(), context: polite };
  }
  const tags = said.length === asks.length ? [] : said.filter((marks) => !asks.includes(marks));
  const open = sentences.filter((marks) => !tags.includes(marks));
  const whole = open.findIndex((marks) => marks.some(namesSubject) && marks.some(isFact));
  const askable = open.filter(
    (marks, at) => at >= whole || marks.some((mark) => isOfField(mark) || isLoose(mark)),
  );
  const chosen = best(reading, askable);
  let core = askable[chosen] ?? [];
  let rest = askable.filter((_, at) => at !== chosen);
  const before = askable[chosen - 1];
  if (!hasContent(core) && before !== undefined) {
    core = [...before, ...core];
    rest = askable.filter((_, at) => at !== chosen && at !== chosen - 1);
  }
  if (reading.tokens.list.length > CONTEXT_WORDS) return { core, context: [] };
  const facts = rest.filter((marks) => marks.some(isFact));
  if (!core.some(isFact) && facts.length === 1 && (core.some(namesSubject) || !core.some(hasFieldWord))) {
    core = sentences
      .filter((marks) => marks.some((mark) => core.includes(mark)) || facts.includes(marks))
      .flat();
    rest = rest.filter((marks) => !facts.includes(marks));
  }
  return { core: [...core, ...tags.flat()], context: rest.flat() };
}

/** What a question about the gene can be after: a kind of fact, or a thing that statements are about. */
function isFact(mark: Mark): boolean {
  return isTelling(mark) || mark.entities.length > 0 || mark.kind === 'accession';
}

function hasFieldWord(mark: Mark): boolean {
  return mark.kind !== 'own' && isOfField(mark);
}

/** Marks of a stated purpose ("to design primers", "for my qPCR"): they say why something is asked, not what. */
function purposes(marks: readonly Mark[]): ReadonlySet<Mark> {
  const dropped = new Set<Mark>();
  const telling = marks.flatMap((mark, at) => (isTelling(mark) ? [at] : []));
  const things = marks.findIndex((mark) => mark.entities.length > 0);
  const [first] = telling;
  const asked = things >= 0 ? things : marks.findIndex(asksKind);
  if (asked >= 0) dropPlaces(marks, asked, dropped);
  if (first === undefined) return dropped;
  for (const [at, mark] of marks.entries()) {
    const next = marks[at + 1];
    if (next === undefined || dropped.has(mark)) continue;
    if (first < at && (isReason(mark, next) || isManner(marks, at))) {
      for (const later of marks.slice(at)) dropped.add(later);
      break;
    }
    const aim = mark.text === 'to' && PURPOSE_VERBS.has(next.text.split(' ')[0] ?? '');
    if (aim && (first < at || marks[telling[telling.length - 1] ?? at]?.segment !== mark.segment)) {
      dropSegment(marks, at, dropped);
    }
    if (mark.text === 'for' || isInMine(mark, next)) dropFor(marks, at, dropped);
  }
  return dropped;
}

/** Family and motifs: facts of the text, wherever it is quoted from. */
function asksKind(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'aspect' && (term.aspect === 'family' || term.aspect === 'motifs'),
  );
}

const SOURCE_PARTS = /^(?:summary|text|page|entry|record|description|blurb|website|site)$/u;

/** "freezer", "spreadsheet". */
function isOfTheRoom(mark: Mark): boolean {
  return mark.terms.some(
    (term) => term.kind === 'activity' || (term.kind === 'beyond' && term.what === 'everyday matters'),
  );
}

/** "in my network figure", "in the Entrez summary": where somebody draws or reads it, behind a thing that is asked about. */
function dropPlaces(marks: readonly Mark[], thing: number, dropped: Set<Mark>): void {
  for (const [at, mark] of marks.entries()) {
    const [next, then, last] = [marks[at + 1], marks[at + 2], marks[at + 3]];
    if (!/^(?:in|into|on|for|from|per|by)$/u.test(mark.text) || next === undefined || then === undefined)
      continue;
    const behind = marks.slice(at + 2).filter(({ segment }) => segment === mark.segment);
    const end = behind.findIndex(({ text }) =>
      /^(?:after|with|w|when|once|upon|by|because|if|and)$/u.test(text),
    );
    const rest = end < 0 ? behind : behind.slice(0, end);
    const mine = at > thing && /^(?:my|our)$/u.test(next.text) && !rest.some(isOfField);
    const shelf =
      at > thing && /^(?:the|a)$/u.test(next.text) && rest.some(isOfTheRoom) && !rest.some(isOfField);
    const source =
      /^(?:the|its)$/u.test(next.text) && namesDatabase(then) && SOURCE_PARTS.test(last?.text ?? '');
    if (mine || shelf) for (const one of [mark, next, ...rest]) dropped.add(one);
    else if (source && last !== undefined) for (const one of [mark, next, then, last]) dropped.add(one);
  }
}

/** "as a bedtime story": how it is to be told. */
function isManner(marks: readonly Mark[], at: number): boolean {
  const rest = marks.slice(at + 2).filter(({ segment }) => segment === marks[at]?.segment);
  return (
    marks[at]?.text === 'as' &&
    /^an?$/u.test(marks[at + 1]?.text ?? '') &&
    rest.length > 0 &&
    !rest.some(isOfField) &&
    !rest.some((mark) => mark.terms.some(({ kind }) => kind === 'format'))
  );
}

/** "because ...", "so that I ...", "as my ...": what follows says why. */
function isReason(mark: Mark, next: Mark): boolean {
  if (/^(?:because|cuz|cos|coz|since|bc)$/u.test(mark.text)) return next.text !== 'of';
  if (mark.text === 'so') return /^(?:that|i|we)$/u.test(next.text);
  return mark.text === 'as' && /^(?:my|i|we|our|im)$/u.test(next.text);
}

/** "in my table", "with our panel". */
function isInMine(mark: Mark, next: Mark): boolean {
  return /^(?:in|into|on|onto|with|from|at|using)$/u.test(mark.text) && /^(?:my|our)$/u.test(next.text);
}

function dropSegment(marks: readonly Mark[], at: number, dropped: Set<Mark>): void {
  for (let n = at; n < marks.length; n += 1) {
    const later = marks[n];
    if (later === undefined || later.segment !== marks[at]?.segment) return;
    if (later.kind !== 'own' && !(isTelling(later) && later.terms.some((term) => term.kind === 'database')))
      dropped.add(later);
  }
}

/** "for my qPCR", "for the grant": dropped when it names lab work or something of everyday life, and something else is asked. */
function dropFor(marks: readonly Mark[], at: number, dropped: Set<Mark>): void {
  const phrase: Mark[] = [];
  for (let n = at + 1; n < marks.length; n += 1) {
    const mark = marks[n];
    if (
      mark === undefined ||
      mark.segment !== marks[at]?.segment ||
      mark.kind === 'own' ||
      mark.kind === 'other' ||
      (isTelling(mark) && !/^(?:my|our)$/u.test(phrase[0]?.text ?? ''))
    )
      break;
    if (
      /^(?:i|we|is|are|of|in|on|and|what|which|does|do|the|please|pls|against|from)$/u.test(mark.text) &&
      phrase.length > 0
    )
      break;
    phrase.push(mark);
  }
  const isWork = phrase.some(
    (mark) => mark.terms.some((term) => term.kind === 'activity') || WORK.test(mark.text),
  );
  const isMine =
    /^(?:my|our|his|her|their|a|an|some)$/u.test(phrase[0]?.text ?? '') &&
    !phrase.some(({ text }) => /^(?:genes?|proteins?)$/u.test(text)) &&
    phrase.every(
      (mark) =>
        mark.entities.length === 0 && (!isBeyondOnly(mark) || /^(?:my|our)$/u.test(phrase[0]?.text ?? '')),
    );
  if (isWork || isMine) for (const mark of phrase) dropped.add(mark);
}

const WORK =
  /^(?:search|searches|analysis|input|run|job|lookup|upload|annotation|design|experiment|supplement|supplementary|thesis)$/u;

function isBeyondOnly(mark: Mark): boolean {
  return mark.terms.length > 0 && mark.terms.every((term) => term.kind === 'beyond');
}

/** "... is the group of which gene": what is asked stands at the end. */
const ASKS_WHO = /^(?:who|whos|what|whats)$/u;
const ASKS_WHICH = /^(?:which|wich|whose)$/u;

function isYesNo(reading: Reading, marks: readonly Mark[]): boolean {
  if (
    marks.some(
      (mark, at) => ASKS_WHICH.test(mark.text) && !/[,;]/u.test(mark.before) && marks[at - 1]?.text !== 'and',
    )
  )
    return false;
  if (marks.some((mark, at) => ASKS_WHO.test(mark.text) && at > 0 && mark.segment !== marks[at - 1]?.segment))
    return false;
  let leading = true;
  for (const [at, mark] of marks.entries()) {
    const [word = ''] = mark.text.split(' ');
    const next = marks[at + 1]?.text.split(' ')[0] ?? '';
    const starts = leading || mark.segment !== marks[at - 1]?.segment;
    if (QUESTION_WORDS.has(word) && starts) return false;
    if (
      AUXILIARIES.has(word) &&
      (starts || /^(?:but|or|and|so|that)$/u.test(marks[at - 1]?.text ?? '')) &&
      !NOT_ASKING_FACTS.has(next)
    )
      return true;
    if (!OPENERS.has(word)) leading = false;
  }
  const last = marks[marks.length - 1];
  const asked = marks.some((mark) => reading.tokens.asked.has(mark.sentence));
  return asked && last !== undefined && /\b(?:right|correct|true|yes|no|not|too|known)$/u.test(last.text);
}

/**
 * Segments in which people tell of themselves ("I'm doing a PubMed search") beside one that asks of the gene by name or for a
 * kind of fact.
 */
function ownStatements(core: readonly Mark[]): ReadonlySet<Mark> {
  const segments = grouped(core, (mark) => mark.segment);
  if (segments.length < 2) return new Set();
  const tells = (marks: readonly Mark[]): boolean =>
    SPEAKER.test(marks[0]?.text ?? '') &&
    askingWords(marks) === 0 &&
    !marks.some((mark) => namesSubject(mark) || mark.terms.some((term) => term.kind === 'species')) &&
    !marks.slice(1, 4).some(({ text }) => /^(?:need|want|wanna|require)$/u.test(text));
  const asks = (marks: readonly Mark[]): boolean =>
    (askingWords(marks) > 0 && marks.some((mark) => isTelling(mark) || mark.kind === 'own')) ||
    (marks.some(isTelling) && marks.some((mark) => mark.kind === 'own'));
  if (!segments.some((marks) => !tells(marks) && asks(marks))) return new Set();
  const told = segments.filter(tells).flat();
  if (told.some(namesDatabase) && !core.some((mark) => isFact(mark) && !told.includes(mark)))
    return new Set();
  const named = core.some(
    (mark, at) => mark.kind === 'own' && !told.includes(mark) && core[at - 1]?.text !== 'not',
  );
  return new Set(!named && told.some((mark) => mark.kind === 'other') ? [] : told);
}

interface Background {
  readonly told: ReadonlySet<Mark>;
  /** somebody is said to have claimed something */
  readonly reported: boolean;
  /** whether what was said is so is asked */
  readonly tagged: boolean;
  /** an alternative of everyday life was offered */
  readonly choice: boolean;
}

/** Clauses that only tell, report or confirm, beside one that names the gene or a kind of fact. */
function backgroundOf(marks: readonly Mark[]): Background {
  const told = new Set<Mark>();
  const clauses = clausesOf(marks);
  let reports = false;
  let tagged = false;
  let choice = false;
  const rest: (readonly Mark[])[] = [];
  const facts = clauses.filter(
    (clause) => !isLeadIn(clause) && clause.some(isFact) && askingWords(clause) > 0,
  );
  for (const clause of clauses) {
    if (facts.length > 0 && isLeadIn(clause)) {
      for (const mark of clause) told.add(mark);
      continue;
    }
    const tag = clauses.length > 1 && isTag(clause);
    const reported = reportLength(clause);
    if (tag || (clauses.length > 1 && isAsideClause(clause))) for (const mark of clause) told.add(mark);
    else {
      const otherwise = lastChoice(clause);
      choice ||= otherwise < clause.length;
      for (const [at, mark] of clause.entries()) if (at < reported || at >= otherwise) told.add(mark);
      rest.push(clause.slice(reported, otherwise));
    }
    reports ||= reported > 0;
    tagged ||= tag;
  }
  const stands = rest
    .flat()
    .some((mark) => namesSubject(mark) || isTelling(mark) || mark.entities.length > 0);
  return stands
    ? { told, reported: reports, tagged, choice }
    : { told: new Set(), reported: false, tagged: false, choice: false };
}

function namesDatabase(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'database' && !term.weak);
}

function scopeOf(reading: Reading, core: readonly Mark[], context: readonly Mark[]): Scope {
  const told = new Set([...takenBack(core), ...ownStatements(core), ...narrator(core)]);
  const spoken = core.filter((mark) => !told.has(mark));
  const background = backgroundOf(spoken);
  const asked = spoken.filter((mark) => !background.told.has(mark));
  const dropped = purposes(asked);
  const claimsIt = background.tagged || (background.reported && asked.some(claims));
  return {
    core: asked.filter((mark) => !dropped.has(mark)),
    context: [...told, ...background.told, ...context],
    asks: askingWords(asked) > 0,
    choice: background.choice,
    yesNo: isYesNo(reading, asked) || (claimsIt && !asksForMore(asked)),
  };
}

/** What a reported claim is made of: things, effects, numbers and places; a kind of fact alone claims nothing. */
function claims(mark: Mark): boolean {
  return (
    mark.entities.length > 0 ||
    mark.kind === 'accession' ||
    mark.kind === 'number' ||
    mark.terms.some(({ kind }) => kind === 'thing' || kind === 'action' || kind === 'species')
  );
}

const CORRECTS = /^(?:wait|mean|meant|ment|sorry|scratch|correction|nope|oops)$/u;

/** "X, no wait, Y: ...": what was said before somebody corrected themselves, when it was only a name. */
function takenBack(marks: readonly Mark[]): ReadonlySet<Mark> {
  const at = marks.findIndex(({ text }) => CORRECTS.test(text));
  const before = marks.slice(0, Math.max(at, 0));
  const names = before.filter((mark) => mark.kind === 'own' || mark.kind === 'other');
  const faint = (mark: Mark): boolean => mark.terms.every((term) => term.kind === 'aspect' && term.weak);
  const named = marks.slice(at + 1).some((mark) => mark.kind === 'own' || mark.kind === 'other');
  const only = before.every(
    (mark) => /^(?:own|other|everyday|common)$/u.test(mark.kind) || mark.text === 'no' || faint(mark),
  );
  const swaps =
    !/^(?:mean|meant|ment)$/u.test(marks[at]?.text ?? '') || names.some(({ kind }) => kind === 'other');
  return at > 0 && named && only && swaps && names.length > 0 ? new Set(before) : new Set();
}

function asksForMore(marks: readonly Mark[]): boolean {
  return marks.some(({ text }) =>
    /^(?:what|whats|which|wich|who|whos|whose|where|when|why|how|hows)\b/u.test(text),
  );
}

/** What a message asks: the whole of a short one, the asking sentence of a long one. */
export function wideScope(reading: Reading): Scope {
  const { core, context } = splitSentences(reading);
  return scopeOf(reading, core, context);
}

/** "which refseq mRNA do you have" needs no name beside what somebody says of themselves. */
function asksImplicitly(marks: readonly Mark[]): boolean {
  const field = marks.some((mark) =>
    mark.terms.some(
      (term) =>
        (term.kind === 'database' && !term.weak) ||
        (term.kind === 'aspect' && (term.aspect === 'refseq' || term.aspect === 'location')),
    ),
  );
  return field && askingWords(marks) >= 2;
}

function isSelfContained(marks: readonly Mark[], speaksOfThemselves: boolean): boolean {
  if (asksImplicitly(marks) && speaksOfThemselves) return true;
  const subject = marks.some(
    (mark) =>
      mark.kind === 'own' ||
      (mark.kind === 'accession' && mark.accession?.found !== 'unknown') ||
      (mark.reference !== null && mark.reference.by !== 'title') ||
      mark.text === 'it' ||
      mark.text === 'its',
  );
  if (subject && marks.some((mark) => isTelling(mark) || acts(mark))) return true;
  return marks.some((mark) => mark.kind === 'own') && askingWords(marks) >= 2;
}

/** So many other readings of a message are tried. */
const MOST_READINGS = 5;

/** Other readings of a message whose asking sentence cannot be answered whole, the likeliest first. */
export function narrowScopes(reading: Reading): readonly Scope[] {
  const seen = new Set<string>();
  const { core } = splitSentences(reading);
  const segments = grouped(core, (mark) => mark.segment);
  const sentences = grouped(core, (mark) => mark.sentence);
  return [
    ...unitScopes(reading, segments, true),
    pointingScope(reading),
    withoutAsides(reading),
    ...unitScopes(reading, clausesOf(core), false),
    ...unitScopes(reading, sentences, false),
  ]
    .filter((scope) => scope !== null)
    .filter((scope) => {
      const key = scope.core.map(({ at }) => at).join(' ');
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_READINGS);
}

/** "... and is it my wifi": clauses about everyday matters left out. */
function withoutAsides(reading: Reading): Scope | null {
  const { core, context } = splitSentences(reading);
  const segments = grouped(core, (mark) => mark.segment);
  const asides = segments.filter((marks) =>
    marks.some((mark) =>
      mark.terms.some((term) => term.kind === 'beyond' && term.what === 'everyday matters'),
    ),
  );
  const rest = segments.filter((marks) => !asides.includes(marks)).flat();
  const stands = asides.length > 0 && rest.some((mark) => mark.kind === 'own') && rest.some(isTelling);
  return stands ? scopeOf(reading, rest, context) : null;
}

/**
 * The asking parts of a message cut into segments, clauses or sentences, the likeliest first: those that can stand alone where what is left
 * out names no other subject.
 */
function unitScopes(
  reading: Reading,
  units: readonly (readonly Mark[])[],
  unasked: boolean,
): readonly Scope[] {
  const { core, context } = splitSentences(reading);
  if (units.length < 2) return [];
  const spoken = core.some((mark) => SPEAKER.test(mark.text));
  const named = core.some(namesSubject);
  const standsAlone = (marks: readonly Mark[]): boolean =>
    !marks.some(({ text }) => text === 'such') &&
    !meansThoseBefore(marks, core) &&
    (isSelfContained(marks, spoken && !marks.some((mark) => SPEAKER.test(mark.text))) ||
      (named && asksFact(marks)));
  const most = Math.max(...units.map(askingWords));
  return units
    .filter((marks) => unasked || most < 2 || askingWords(marks) >= 2)
    .map((marks, order) => ({ marks, score: askScore(reading, marks, order) }))
    .filter(({ marks }) => standsAlone(marks))
    .sort((a, b) => b.score - a.score)
    .flatMap(({ marks }) => {
      const rest = core.filter((mark) => !marks.includes(mark));
      const otherSubject =
        !marks.some((mark) => mark.kind === 'own') && rest.some((mark) => mark.kind === 'other');
      const asks = askingWords(marks) > 0 || endsAsked(reading, marks);
      const says = asks || (unasked && marks.slice(-1).some(isTelling));
      return says && !otherSubject ? [scopeOf(reading, marks, [...rest, ...context])] : [];
    });
}

/** Whether a part stands right before the question mark, or names the gene and a fact in a sentence that asks. */
function endsAsked(reading: Reading, marks: readonly Mark[]): boolean {
  const last = marks[marks.length - 1];
  if (last === undefined || !reading.tokens.asked.has(last.sentence)) return false;
  if (marks.some(namesSubject) && marks.some(isFact)) return true;
  return reading.marks.findLast(({ sentence }) => sentence === last.sentence) === last;
}

/** "do they make it": "they" are what another part of the message names. */
function meansThoseBefore(marks: readonly Mark[], core: readonly Mark[]): boolean {
  const they = marks.some(({ text }) => /^(?:they|them|those|these)$/u.test(text));
  const cells = core.some(
    (mark) =>
      !marks.includes(mark) &&
      (mark.kind === 'other' || mark.terms.some((term) => term.kind === 'thing' && term.group === 'cell')),
  );
  return they && cells;
}

/** "are splice variants known": asks for a fact; whose, another part of the message says. */
function asksFact(marks: readonly Mark[]): boolean {
  return askingWords(marks) >= 2 && marks.some(isFact);
}

const POINTING = /^(?:that|this|it|they|gene|protein|one|which)$/u;

function namesSubject(mark: Mark): boolean {
  return mark.kind === 'own' || (mark.kind === 'accession' && mark.accession?.found !== 'unknown');
}

/**
 * "there was a band labelled with its alias, what gene is that": the asking segment only points, and what it points at is the one name
 * or accession beside it.
 */
function pointingScope(reading: Reading): Scope | null {
  if (reading.tokens.list.length > CONTEXT_WORDS || reading.marks.some((mark) => mark.kind === 'other'))
    return null;
  const segments = grouped(reading.marks, (mark) => mark.segment);
  const asking = segments.findLast(
    (marks) => askingWords(marks) >= 2 && marks.some((mark) => POINTING.test(mark.text)),
  );
  if (asking === undefined) return null;
  const subject = reading.marks.find((mark) => namesSubject(mark) && !asking.includes(mark));
  if (subject === undefined) return null;
  if (asking.some(({ text }) => /^(?:real|true|right|correct|better|actual)$/u.test(text))) return null;
  const compares = asking.some((mark) => mark.kind === 'own');
  if (!compares && hasContent(asking.filter((mark) => !POINTING.test(mark.text)))) return null;
  return scopeOf(reading, compares ? asking : [subject, ...asking], compares ? [subject] : []);
}
