import { stem } from '../search/stem.js';
import { unknownVerb } from './grammar.js';
import { type Draft, type Item, is, isCell, isParticipant, isParticiple, isVerbForm } from './items.js';

/** Verbs that the vocabulary does not know, told by where they stand. */

function stands(item: Item, list: string): boolean {
  return item.lists.has(list) || item.text.endsWith('ly');
}

/** Where the verb of a subject can stand: behind what belongs to it ("IL-2 protein") and small words. */
function verbPlace(items: readonly Item[], { at: from, mark }: Item): number {
  let at = from + 1;
  while (items[at]?.pronoun === true && items[at]?.mark.segment === mark.segment) at += 1;
  for (let item = items[at]; item !== undefined; item = items[at]) {
    if (item.verb !== null || isParticipant(item) || !stands(item, 'before verb')) break;
    at += 1;
  }
  return at;
}

/** What can stand in the verb's place: a word of no other part, or a thing in the form of a verb ("phosphorylates"). */
function canBeVerb(item: Item): boolean {
  const { own, pronoun, verb, thing, mark, text } = item;
  if (own || pronoun || verb !== null || mark.reference !== null || item.lists.has('never verb'))
    return false;
  if (mark.kind === 'number' || mark.kind === 'accession' || mark.kind === 'other') return false;
  return (
    /^\p{L}{3,}$/u.test(text) &&
    isVerbForm(item) &&
    (thing === null || !thing.kinds.every((kind) => kind === 'gene' || kind === 'cell' || kind === 'class'))
  );
}

/**
 * Verbs that the vocabulary does not know are told by where they stand: behind "does it", behind the subject and before an
 * object, or as a participle before "by".
 */
export function placeUnknownVerbs(items: readonly Draft[]): void {
  const asked = items.findIndex((item) => item.lists.has('support'));
  for (const subject of items) {
    if (subject.at <= asked || !isParticipant(subject) || isCell(subject)) continue;
    const at = verbPlace(items, subject);
    const item = items[at];
    if (item === undefined || item.mark.segment !== subject.mark.segment || !canBeVerb(item)) continue;
    const inverted = asked >= 0 && subject.at - asked <= 3;
    const behind = items.slice(at + 1).find((one) => !stands(one, 'between'));
    const speaks = inverted
      ? /[^s]$|ss$/u.test(item.text)
      : /(?:[^s]s|ed)$/u.test(item.text) && isParticipant(behind);
    if (speaks && (item.thing === null || inverted || stem(item.text) !== item.key))
      item.verb = unknownVerb(item.text);
  }
  for (const item of items)
    if (is(items[item.at + 1], 'agent') && isParticiple(item.text) && canBeVerb(item))
      item.verb = unknownVerb(item.text);
}
