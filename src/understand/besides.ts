import type { Verb } from './grammar.js';
import { type Item, is, isCell, isNominal, isParticipant, isParticiple, isVerbForm } from './items.js';
import { MAKING } from './roles.js';

/** What a clause says besides its one claim: then it has no Yes or No, although parts of it may. */

/** "more than X", "X but not Y", "without X", "in the absence of X", "only when", "by doing": a condition or a comparison. */
function isLimited(body: readonly Item[]): boolean {
  return body.some((item, at) => {
    const { text } = item;
    const before = body[at - 1];
    const next = body[at + 1];
    if (text === 'than') return isParticipant(next) || is(next, 'place word');
    if (is(item, 'through') && next?.own === true) return true;
    if (is(item, 'agent')) return next?.text.endsWith('ing') === true && next.thing === null;
    if (text === 'without') return next?.thing != null;
    if (text === 'but') {
      const another = !is(before, 'not') && body.slice(at + 1).some(isParticipant);
      return another || body.slice(at + 1, at + 7).some((one) => is(one, 'not'));
    }
    if (text === 'like') return isParticipant(next) && !isParticipant(before);
    if (text === 'alone') return before?.own === true;
    if (is(item, 'only') && is(next, 'condition')) return true;
    const ofLoss = is(item, 'loss') && item.verb === null && next?.text === 'of';
    return ofLoss && body.slice(at + 2).find((one) => !is(one, 'determiner'))?.thing != null;
  });
}

/** A deed of its own, not the noun of one, not what makes something or is done to cells, not what describes the next word, not "makes it do". */
function isDeed(body: readonly Item[], item: Item): boolean {
  const { at, verb, text } = item;
  if (verb === null || verb.use === 'static' || MAKING.has(verb.family) || is(item, 'effect')) return false;
  const before = body[at - 1];
  if (isCell(body.slice(at + 1).find((one) => !is(one, 'determiner')))) return false;
  // "when T cells are activated by X", "osteoclasts differentiate", "needs X to open": part of what is said.
  const cells = is(before, 'auxiliary') && isCell(body.slice(0, at).findLast(isParticipant));
  if (cells || before?.text === 'to' || before?.thing?.kinds.includes('process') === true) return false;
  if (text.endsWith('ing')) return is(before, 'besides');
  if (verb.use === 'causative') return is(before, 'linking');
  const describes = isParticiple(text) && body[at + 1]?.thing != null && !isParticipant(before);
  return isVerbForm(item) && (!describes || is(before, 'auxiliary'));
}

/** "does activation of X by A lead to B": the noun of a deed, and another one. */
function hasConsequence(body: readonly Item[], main: Item): boolean {
  if (!isNominal(body, main) || main.verb?.use !== 'transitive' || MAKING.has(main.verb.family)) return false;
  if (isCell(body.slice(main.at + 1).find(isParticipant))) return false;
  return body
    .slice(main.at + 2)
    .some((item) => item.verb !== null && isVerbForm(item) && item.verb.use !== 'static');
}

/** Two deeds in one: "is X blocked by A and raised by B", "prevents it from turning into B". */
function isCompound(body: readonly Item[], verb: Verb | null): boolean {
  const [first, second, third] = body.filter((item) => isDeed(body, item));
  const same = first?.verb?.family === second?.verb?.family && (second?.at ?? 0) - (first?.at ?? 0) === 2;
  if (third !== undefined || (second !== undefined && !same)) return true;
  const isPrevention = (item: Item): boolean => item.verb?.use === 'causative' && item.verb.sign < 0;
  if (verb?.sign === 0 && verb.use !== 'causative' && body.some(isPrevention)) return true;
  if (verb === null) return false;
  const main = body.find((item) => item.verb === verb);
  return main !== undefined && hasConsequence(body, main);
}

/** "just one form, no splicing": what is denied beside another claim. */
function isAddition(body: readonly Item[], { text, at, mark }: Item): boolean {
  return text === 'no' && at > 0 && body[at - 1]?.mark.segment !== mark.segment;
}

/**
 * What a clause says besides its one claim, in a few words, or null.
 * @param verb its verb
 * @param denied the words of it that deny
 * @param lead what stands before it
 */
export function besidesOf(
  body: readonly Item[],
  verb: Verb | null,
  denied: readonly Item[],
  lead: readonly Item[],
): string | null {
  const actor = body.find(isParticipant);
  const other = lead.findLast((item) => isParticipant(item) && !isCell(item));
  if (
    actor?.pronoun === true &&
    other?.thing?.kinds.includes('gene') === true &&
    !body.some(({ own }) => own)
  )
    return 'another gene may be meant';
  const [opening] = lead.filter((item) => !is(item, 'lead in'));
  const isTold = lead.some((item) => item.own || is(item, 'giving'));
  if (opening !== undefined && ['if', 'unless', 'without'].includes(opening.text) && !isTold)
    return 'a condition or a comparison';
  if (isCompound(body, verb)) return 'two deeds in one';
  if (isLimited(body) || body.some((item) => is(item, 'contrast'))) return 'a condition or a comparison';
  const isLess = (item: Item): boolean => item.verb === null && is(item, 'quantity down');
  if (verb?.sign === -1 && body.some(isLess)) return 'less of what is lowered';
  return denied.some((item) => isAddition(body, item)) ? 'something else is denied' : null;
}
