import { root, stem } from '../search/stem.js';
import { isIn, unknownVerb } from './grammar.js';
import { type Item, isAuxiliary, isCell, isParticipant, isParticiple, isVerbForm } from './items.js';

/** Verbs that the vocabulary does not know, told by where they stand. */

function isPlain(item: Item): boolean {
  return (
    isIn('plain', item.text) ||
    isIn('not', item.text) ||
    isIn('quantity up', item.text) ||
    /ly$/u.test(item.text)
  );
}

/** The subject's end: a gene or a thing, and words that belong to it ("IL-2 protein"). */
function subjectEnd(items: readonly Item[], from: number): number {
  let at = from;
  while (items[at + 1]?.pronoun === true && items[at + 1]?.mark.segment === items[at]?.mark.segment) at += 1;
  return at;
}

function skipSmall(items: readonly Item[], from: number): number {
  let at = from;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined || item.verb !== null || isParticipant(item)) break;
    if (!isPlain(item) && !isAuxiliary(item.text) && !isIn('failing', item.text)) break;
    at += 1;
  }
  return at;
}

/** What can stand in the verb's place: a word of no other part, or a thing in the form of a verb ("phosphorylates"). */
function canBeVerb(item: Item | undefined): item is Item {
  if (item === undefined || item.own || item.pronoun || item.verb !== null) return false;
  if (isIn('failing', item.text) || isIn('lacking', item.text) || isIn('each number', item.text))
    return false;
  if (isAuxiliary(item.text) || isIn('question word', item.text) || isIn('place word', item.text))
    return false;
  if (isIn('or', item.text) || isIn('and', item.text) || isIn('tag', item.text) || isIn('by', item.text))
    return false;
  if (item.mark.kind === 'number' || item.mark.kind === 'accession' || item.mark.kind === 'other')
    return false;
  if (item.mark.reference !== null && item.mark.reference.by !== 'title') return false;
  if (!/^\p{L}{3,}$/u.test(item.text) || !isVerbForm(item.text)) return false;
  return (
    item.thing === null ||
    !item.thing.kinds.every((kind) => kind === 'gene' || kind === 'cell' || kind === 'class')
  );
}

/**
 * Verbs that the vocabulary does not know are told by where they stand: behind "does it", behind the subject and before an
 * object, or as a participle before "by".
 */
export function placeUnknownVerbs(items: Item[]): void {
  const asked = items.findIndex(
    (item) => isIn('auxiliary do', item.text) || isIn('auxiliary modal', item.text),
  );
  const subjects = items.filter((item) => item.own || item.pronoun || (item.thing !== null && !isCell(item)));
  for (const subject of subjects.filter((item) => item.at > asked)) {
    const at = skipSmall(items, subjectEnd(items, subject.at) + 1);
    const item = items[at];
    const behind = items.slice(at + 1).find((one) => !isPlain(one));
    const inverted = asked >= 0 && subject.at - asked <= 3;
    const speaks = inverted
      ? /[^s]$|ss$/u.test(item?.text ?? '')
      : /(?:[^s]s|ed)$/u.test(item?.text ?? '') && isParticipant(behind);
    const base = item !== undefined && stem(item.text) !== root(item.text);
    if (
      canBeVerb(item) &&
      item.mark.segment === subject.mark.segment &&
      speaks &&
      (item.thing === null || base || inverted)
    )
      item.verb = unknownVerb(item.text);
  }
  items.forEach((item, at) => {
    const next = items[at + 1];
    if (
      isIn('agent', next?.text) &&
      isParticipant(items[at + 2]) &&
      isParticiple(item.text) &&
      canBeVerb(item)
    )
      item.verb = unknownVerb(item.text);
  });
}
