import type { GeneRecord } from '../record/schema.js';
import type { Mark } from '../search/reading.js';
import { actionsOf, speaksOfGene } from './ask-claims.js';
import { isAnotherGene, kindsOf } from './ask-kinds.js';
import type { Scope } from './ask-scope.js';

/** Whether a question that names recorded things is about this gene at all: "what is an osteoclast" is not. */

function thingsOf(scope: Scope): readonly Mark[] {
  return scope.core.filter((mark) => mark.entities.length > 0 || mark.kind === 'other');
}

/** Nothing but other genes, and nothing that is done to them. */
function namesGenesOnly(record: GeneRecord, scope: Scope): boolean {
  const acted = scope.core.some((mark) => actionsOf(mark).some((action) => action !== 'link'));
  return !acted && thingsOf(scope).every((mark) => isAnotherGene(record, mark));
}

const LEADS_IN = /^(?:and|so|ok|hi|hey|hello|but|please|pls|well)$/u;

/** Verbs of effects: what follows them is their object. */
function isVerb(mark: Mark | undefined): boolean {
  return mark !== undefined && actionsOf(mark).some((action) => action !== 'link' && action !== 'change');
}

/** "how do macrophages ...", "what is a mitogen", "what does ERK do": about the thing itself. */
function asksInGeneral(marks: readonly Mark[]): boolean {
  const texts = marks.map((mark) => mark.text);
  const at = texts.findIndex((text) => !LEADS_IN.test(text));
  const lead = texts[at] ?? '';
  const next = texts[at + 1] ?? '';
  if (/^(?:how|hows|why|when|where)$/u.test(lead)) return !/^(?:many|about|come)$/u.test(next);
  if (/^(?:who|whos)$/u.test(lead)) return true;
  if (!/^(?:what|whats|define|explain)\b/u.test(lead)) return false;
  return /^(?:is|are|was|does|do|s)$/u.test(next) || lead === 'whats' || isVerb(marks[at + 1]);
}

/** "does TNF induce IL-6", "do mitogens activate T cells": something else acts. "is IL-6 induced" leaves the actor open. */
function anotherActs(record: GeneRecord, scope: Scope): boolean {
  const things = thingsOf(scope);
  const [first] = things;
  if (first === undefined) return true;
  if (things.length === 1 && isPassive(scope, first)) return false;
  const kinds = kindsOf(record, first);
  if (first.kind === 'other' || kinds.includes('gene') || kinds.includes('stimulus')) return true;
  if (things.length > 1 && kinds.includes('pathway')) return true;
  return things.some(
    (mark) =>
      isAnotherGene(record, mark) && /^(?:to|by|with|after|from|upon|on|of)$/u.test(before(scope, mark)),
  );
}

function before(scope: Scope, mark: Mark): string {
  return scope.core[scope.core.indexOf(mark) - 1]?.text ?? '';
}

function isPassive(scope: Scope, thing: Mark): boolean {
  const verb = scope.core.slice(scope.core.indexOf(thing) + 1).find((mark) => actionsOf(mark).length > 0);
  return verb !== undefined && /ed$/u.test(verb.text);
}

function asksForSummary(mark: Mark): boolean {
  return mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'summary' && !term.weak);
}

/** "when I give them IL-2": another gene's product was given to the cells. */
function isGivenAnother(record: GeneRecord, scope: Scope): boolean {
  return scope.core.some(
    (mark, at) =>
      isAnotherGene(record, mark) &&
      scope.core
        .slice(Math.max(0, at - 3), at)
        .some(({ text }) => /^(?:give|gave|add|added|adding|giving|treat|treated)$/u.test(text)),
  );
}

/** At most so many words make "and IL-8?" a follow-up of an answer about function. */
const SHORT_FOLLOW_UP = 6;

/**
 * Whether the question is about this gene: named, pointed at, or meant because nothing else can be.
 * @param afterFunction the last answer was about function, so that "and IL-8?" asks the same of another thing
 */
export function concernsGene(record: GeneRecord, scope: Scope, afterFunction: boolean): boolean {
  if (speaksOfGene([...scope.core, ...scope.context])) return true;
  const followsUp = afterFunction && scope.core.length <= SHORT_FOLLOW_UP && !scope.core.some(asksForSummary);
  if (namesGenesOnly(record, scope)) return followsUp;
  const texts = scope.core.map((mark) => mark.text);
  if (isGivenAnother(record, scope)) return false;
  if (asksInGeneral(scope.core)) return false;
  const open = /^(?:is|are) there\b/u.test(texts.join(' '));
  return !scope.yesNo || open || !anotherActs(record, scope);
}
