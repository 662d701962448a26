import { root } from '../search/stem.js';
import type { Claim } from '../understand/claim.js';
import type { Thing } from '../understand/items.js';
import { EFFECTS, type Fact, type Sense } from './facts.js';

/** Whether a fact bears on a claim at all: its words, its place, its verb. */

/** Families of nouns for how much there is of a gene's product. */
export const AMOUNTS: ReadonlySet<string> = new Set(['express', 'make']);
/** Families for that there is some of it somewhere. */
const SEEN: ReadonlySet<string> = new Set(['express', 'locate']);

/** A word that nothing accounts for, or a means, may narrow what is claimed, unless the recorded sentence has it too. */
export function isExplained({ unexplained, means }: Claim, { words, objects, where }: Fact): boolean {
  return (
    unexplained.every((word) => word.split(' ').every((one) => words.has(root(one)))) &&
    means.every(
      ({ entities }) => entities.length === 0 || entities.some((id) => objects.has(id) || where.has(id)),
    )
  );
}

/** Whether a claim is of a deed, not of what the gene is or has. */
export function acts({ verb }: Claim): boolean {
  return verb !== null && verb.use !== 'static';
}

/** Whether a fact is so where a claim has it. */
export function covers(fact: Fact, claim: Claim): boolean {
  return claim.where.every(
    (thing) =>
      thing.entities.some((id) => fact.where.has(id) || fact.objects.has(id)) || isSpoken(thing, fact),
  );
}

/** Whether the sentence of a fact has the words of a thing that the record knows by no name: "DRG neurons". */
export function isSpoken({ entities, text }: Thing, { loose }: Fact): boolean {
  return entities.length === 0 && text.split(' ').every((word) => loose.has(root(word)));
}

/** What a fact tells with the asked verb, direction and place: "what raises it", "does it rise in T cells". */
export function sensesAsked(claim: Claim, fact: Fact, direction = claim.direction): readonly Sense[] {
  if (!covers(fact, claim)) return [];
  return fact.senses.filter((sense) => {
    const fixed = sense.direction === 'static';
    // Who binds whom is one and the same.
    const mutual = sense.family === 'bind' && claim.family === 'bind';
    const fits = direction === null || sense.direction === direction || mutual;
    const both = [sense.family, claim.family ?? ''];
    const same = [AMOUNTS, SEEN].some((families) => both.every((one) => families.has(one)));
    return same || sense.family === claim.family
      ? fits || fixed
      : fits && !fixed && EFFECTS.has(claim.family ?? '') && EFFECTS.has(sense.family);
  });
}
