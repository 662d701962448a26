import { isSpeech, type Mark, type Reading } from '../search/reading.js';
import { isNarrative } from './ask-background.js';
import { isLoose, isOfField, isTag } from './ask-clauses.js';
import { acts, askingWords, grouped, hasFieldWord, isFact, isTelling, namesSubject } from './ask-words.js';

/** At most so many words are read beside the asking sentence. */
export const CONTEXT_WORDS = 60;

/** How much a sentence or a clause looks like the one that asks; the higher, the more. */
export function askScore(reading: Reading, marks: readonly Mark[], order: number): number {
  const sentence = marks[0]?.sentence ?? 0;
  const asked = reading.tokens.asked.has(sentence) ? 3 : 0;
  const telling = Math.min(3, marks.filter((mark) => isTelling(mark) || mark.kind === 'accession').length);
  const named = marks.some((mark) => mark.kind === 'own') ? 1 : 0;
  const acting = marks.some(acts) ? 0.5 : 0;
  return asked + askingWords(marks) + telling + named + acting + order * 0.1;
}

/** Whether anything besides talk stands in a run of marks. */
export function hasContent(marks: readonly Mark[]): boolean {
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
export function splitSentences(reading: Reading): Split {
  const [first] = reading.marks;
  if (reading.marks.every(({ sentence }) => sentence === first?.sentence))
    return { core: reading.marks, context: [] };
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
