import { root } from '../search/stem.js';
import type { Claim } from '../understand/claim.js';
import { isParticiple, type Thing } from '../understand/items.js';
import { AMOUNTS, acts, covers, isExplained, isSpoken, sensesAsked } from './bearing.js';
import { areComparable, EFFECTS, type Fact, type Sense } from './facts.js';
import { best, no, type Ruling, unsaid, yes } from './ruling.js';

/** A fact that bears on one object of a claim, and how it comes out for the claim as if it were not denied. */
export interface Hit {
  readonly fact: Fact;
  readonly ruling: Ruling;
}

/** A claim held against the facts of a record. */
export interface Weighed {
  readonly facts: readonly Fact[];
  /** the facts that bear on each object of the claim */
  readonly hits: readonly (readonly Hit[])[];
  /** how the claim without its denial comes out; null where it claims nothing */
  readonly whole: Ruling | null;
}

/** Holds a claim against facts: the table of verdicts. */
export function weigh(claim: Claim, facts: readonly Fact[]): Weighed {
  const hits: Hit[][] = [];
  for (const thing of claim.objects) {
    const list: Hit[] = [];
    for (const fact of facts) {
      const ruling = held(claim, fact, thing);
      if (ruling !== null) list.push({ fact, ruling: isExplained(claim, fact) ? ruling : STRANGE });
    }
    if (list.length === 0)
      for (const fact of facts) if (isSpoken(thing, fact)) list.push({ fact, ruling: SPOKEN });
    // A statement that gives no number does not settle how many there are.
    const numbered = list.filter(({ ruling }) => ruling === THE_NUMBER || ruling === OTHER_NUMBER);
    hits.push(numbered.length > 0 ? numbered : list);
  }
  return { facts, hits, whole: wholeRuling(claim, facts, hits) };
}

const STRANGE = unsaid('a word that neither the vocabulary nor the recorded sentence has');
const UNRECORDED = unsaid('not recorded');
const SPOKEN = unsaid('only words of the sentence');
const THE_NUMBER = yes('the recorded number');
const OTHER_NUMBER = no('another number is recorded');
const LOST = unsaid('the gene is taken away or overdone');
const ELSEWHERE = unsaid('another place than recorded');
const OTHER_VERB = unsaid('another verb than the recorded relation');

/** One fact against one object of a claim; null when the fact does not speak of it. */
function held(claim: Claim, fact: Fact, thing: Thing): Ruling | null {
  const speaks = thing.entities.some((id) => fact.objects.has(id));
  if (claim.recorded) {
    if (!speaks) return null;
    if (!covers(fact, claim)) return ELSEWHERE;
    if (claim.sameness !== null && thing.kinds.includes('gene')) return unsaid('whether they are the same');
    if (claim.proven && fact.hedged) return no('recorded as putative only');
    return counted(fact, claim, thing) ?? affirmed(fact, 'the record has it');
  }
  const byLeaning = leaned(claim, fact, thing);
  if (byLeaning !== null && (!speaks || claim.verb !== null)) return byLeaning;
  if (!speaks) return null;
  const linked = claim.family === 'associate' && claim.perturbed === null && fact.holds;
  if (fact.perturbed !== claim.perturbed && !linked) return LOST;
  if (!isSameSubject(claim, fact)) return unsaid('recorded of another subject');
  const rulings = fact.senses
    .filter(({ objects }) => thing.entities.some((id) => objects.has(id)))
    .map((sense) =>
      sense.direction === 'static'
        ? fixedRuling(sense, fact, claim, thing)
        : effectRuling(sense, fact, claim, thing),
    );
  const ruling = best(rulings) ?? unsaid('nothing fits');
  const isKept =
    thing.part === null || (thing.part === 'tail' && ['be', 'have'].includes(claim.family ?? ''));
  return isKept || ruling.says === 'unsaid' ? ruling : unsaid('only a part of the recorded name');
}

/** Which way a class leans ("pro-X", "anti-X") towards what is asked, or null. */
function leaningOn(fact: Fact, { text, names, kinds }: Thing): number | null {
  for (const { root: leant, sign } of fact.leanings)
    for (const name of [text, ...names]) {
      const [, lean, what = '', more] = /^(?:(pro|anti)[- ]?)?(\p{L}+)(.*)/u.exec(name) ?? [];
      const whole = more === '' || lean !== undefined || kinds.includes('process');
      if (whole && root(what) === leant) return lean === 'anti' ? -sign : sign;
    }
  return null;
}

/** "pro-X" against "raises X", "lowers X" or "is anti-X". */
function leaned(claim: Claim, fact: Fact, thing: Thing): Ruling | null {
  const leaning = leaningOn(fact, thing);
  if (leaning === null) return null;
  if (claim.direction === 'in') return unsaid('the gene leans, it is not acted upon');
  const effect = EFFECTS.has(claim.family ?? '') ? claim.sign : null;
  if (acts(claim) && effect === null) return OTHER_VERB;
  if (!covers(fact, claim)) return ELSEWHERE;
  const sign = leaning * (effect ?? 1);
  if (sign === 0) return yes('a leaning affects it');
  return sign > 0 ? yes('the recorded leaning') : no('the opposite of the recorded leaning');
}

/** What is recorded of an isoform or of another thing is not said of the gene, nor the other way round. */
function isSameSubject({ isoforms, objects }: Claim, { subject, ...fact }: Fact): boolean {
  if (subject !== null)
    return isoforms.includes(subject) || objects.some(({ entities }) => entities.includes(subject));
  return isoforms.length === 0 || isoforms.some((id) => fact.isoforms.includes(id));
}

/** What the gene is, has or contains: only "is it", "does it have", "does it contain" ask for it. */
function fixedRuling(sense: Sense, fact: Fact, claim: Claim, thing: Thing): Ruling {
  const { family } = claim;
  const has = sense.family === 'have';
  const same = family === sense.family;
  const inCells =
    family === 'express' && claim.where.length > 0 && claim.where.every(({ isPlace }) => isPlace);
  const is = (family === 'be' || inCells) && sense.family === 'locate';
  const described =
    family === 'be' && has && !claim.called && (isParticiple(thing.text) || thing.kinds.includes('process'));
  if (family === null) return unsaid('nothing is claimed');
  if (claim.proven && !acts(claim) && fact.hedged) return no('recorded as putative only');
  const putative = claim.hedged && !claim.proven && fact.hedged && has;
  if (!same && !is && !described && !putative) return OTHER_VERB;
  if (!covers(fact, claim)) return ELSEWHERE;
  const numbered = counted(fact, claim, thing);
  if (numbered !== null) return numbered;
  if (claim.hedged && !fact.hedged) return unsaid('recorded without reserve');
  if (described && fact.hedged && !putative) return unsaid('a putative site is not the deed');
  return affirmed(fact, putative ? 'recorded as putative' : 'the recorded relation');
}

function affirmed(fact: Fact, row: string): Ruling {
  return fact.holds ? yes(row) : no(`${row}, denied`);
}

/** A number that is asked against the recorded one. */
function counted({ amounts }: Fact, claim: Claim, { entities }: Thing): Ruling | null {
  const { count = null, many = false } = entities.flatMap((id) => amounts.get(id) ?? [])[0] ?? {};
  const { counts, fewest, most } = claim;
  const [asked] = counts;
  if (count !== null) {
    if (fewest !== null)
      return count >= fewest ? yes('at least so many are recorded') : no('fewer are recorded');
    if (most !== null) return count <= most ? yes('at most so many are recorded') : no('more are recorded');
    if (asked !== undefined) return counts.includes(count) ? THE_NUMBER : OTHER_NUMBER;
    if (claim.many && count === 1) return no('one is recorded');
  }
  if (many && (asked === 1 || claim.sameness === 'same' || claim.only === 'object'))
    return no('more than one is recorded');
  const told = many ? 2 : 1;
  const numbered = (asked ?? 0) > 1 || (fewest ?? 0) > told || most !== null || (claim.many && !many);
  return numbered ? unsaid('no number is recorded') : null;
}

/** "is it active in X": what a process or a pathway "is" is a deed of the gene. */
function deedOf(claim: Claim, { kinds }: Thing): Pick<Claim, 'family' | 'sign' | 'direction'> {
  const happens = kinds.includes('process') || kinds.includes('pathway');
  return happens && !claim.called && (claim.family === 'be' || claim.family === 'have')
    ? { family: 'raise', sign: claim.anti ? -1 : 1, direction: 'out' }
    : claim;
}

/** What is done to one thing of the gene, its binding or its expression, is not done to another. */
function isSameAspect({ aspects }: Claim, { senses, ...fact }: Fact): boolean {
  const amount = fact.aspects.every((one) => AMOUNTS.has(one));
  const isTold = (one: string): boolean =>
    fact.aspects.includes(one) || senses.some(({ family }) => family === one) || (amount && AMOUNTS.has(one));
  return aspects.every((one) => EFFECTS.has(one) || isTold(one));
}

/** "phosphorylate" and "dephosphorylate". */
function isUndone(one: string, other: string): boolean {
  return one === `de${other}` || other === `de${one}`;
}

/** What the gene does, or what is done to it: verb, direction, place and sign decide. */
function effectRuling(sense: Sense, fact: Fact, claim: Claim, thing: Thing): Ruling {
  const asked = deedOf(claim, thing);
  if (asked.family === null || asked.sign === null) return OTHER_VERB;
  if (asked.family === 'associate' && !claim.named && claim.objects.length > 1)
    return unsaid('other things are linked');
  if (asked.family === 'associate')
    return covers(fact, claim) && fact.holds
      ? (counted(fact, claim, thing) ?? yes('any deed is a link'))
      : ELSEWHERE;
  const makes = asked.family === 'make' && asked.direction === 'out' && EFFECTS.has(sense.family);
  const effect = makes || areComparable(asked.family, sense.family);
  const undone = isUndone(asked.family, sense.family);
  if (!effect && !undone && asked.family !== sense.family) return OTHER_VERB;
  const { direction } = asked;
  // Who binds whom is one and the same.
  const mutual = asked.family === 'bind';
  if (direction !== null && direction !== sense.direction && !mutual) return unsaid('the other direction');
  if (direction === null && claim.named && !mutual) return unsaid('who acts is not told');
  if (!covers(fact, claim)) return ELSEWHERE;
  if (sense.direction === 'in' && !isSameAspect(claim, fact)) return unsaid('something else of the gene');
  if (!fact.holds && undone) return unsaid('denied in the record, the opposite asked');
  if (!fact.holds)
    return !effect || sense.sign === 0 || sense.sign === asked.sign
      ? no('denied in the record')
      : unsaid('denied in the record, another effect asked');
  if (undone) return no('the opposite deed');
  const number = counted(fact, claim, thing);
  if (number !== null && number.says !== 'yes') return number;
  if (effect && asked.sign !== 0 && sense.sign === 0) return unsaid('the record gives no direction');
  const opposite = effect ? asked.sign !== 0 && asked.sign !== sense.sign : asked.sign * sense.sign < 0;
  return opposite ? no('the opposite sign') : yes('the recorded relation and sign');
}

function wholeRuling(claim: Claim, facts: readonly Fact[], hits: Weighed['hits']): Ruling | null {
  if (claim.perturbed !== null && !facts.some(({ perturbed }) => perturbed !== null)) return LOST;
  if (claim.direction === 'between') return unsaid('other things act on each other');
  if (claim.means.some(({ entities }) => entities.length === 0))
    return unsaid('a means that is not recorded');
  if (hits.length === 0) return placed(claim, facts);
  const each: Ruling[] = [];
  for (const list of hits) each.push(best(list.map(({ ruling }) => ruling)) ?? UNRECORDED);
  if (claim.either && !claim.negated && each.some(({ says }) => says === 'yes')) return best(each);
  const missing = each.find(({ says }) => says === 'unsaid');
  const denied = each.find(({ says }) => says === 'no');
  if (missing !== undefined) return missing;
  if (denied === undefined) return limited(claim, facts) ?? each[0] ?? null;
  return claim.negated && each.some(({ says }) => says === 'yes') ? unsaid('one is so, one is not') : denied;
}

/** "is it in X", "found in X": where the gene is expressed is asked. */
function placeClaim(claim: Claim): Claim {
  const { family, where, sign, recorded, objects } = claim;
  const isPlace =
    where.length > 0 &&
    sign === null &&
    ((family === null && recorded) ||
      family === 'be' ||
      family === 'locate' ||
      (family === 'have' && objects.length === 0));
  return isPlace ? { ...claim, family: 'express', sign: 1, direction: 'in' } : claim;
}

/** No object is named: "does it rise in T cells". */
function placed(said: Claim, facts: readonly Fact[]): Ruling | null {
  const claim = placeClaim(said);
  if (claim.sign === null || claim.family === null) return null;
  if (claim.direction === 'out' && (claim.sign !== 0 || claim.where.length === 0))
    return unsaid('what it acts on is not told');
  const told = facts
    .filter((fact) => isExplained(claim, fact) && isSameSubject(claim, fact))
    .flatMap((fact) =>
      sensesAsked(claim, fact, claim.direction ?? 'in').map(({ sign }) => ({ sign, holds: fact.holds })),
    );
  const agrees = (holds: boolean): boolean =>
    told.some((one) => one.holds === holds && (claim.sign === 0 || one.sign === claim.sign));
  if (agrees(true)) return limited(claim, facts) ?? yes('recorded there');
  if (agrees(false)) return no('denied in the record');
  if (!told.some(({ holds }) => holds)) return unsaid('nothing is recorded there');
  return told.some(({ sign, holds }) => holds && sign !== 0)
    ? no('the opposite sign')
    : unsaid('the record gives no direction');
}

/** Quantifiers over a claim that holds: a record lists examples, so that "all" is never said and "only" falls by a second example. */
function limited(claim: Claim, facts: readonly Fact[]): Ruling | null {
  if (claim.foremost) return unsaid('the record does not rank');
  if (claim.universal) return unsaid('the record lists examples, not all');
  if (claim.only === null) return null;
  if (claim.only === 'object' && claim.family === 'be') return unsaid('whether nothing else is one');
  const isNamed = (things: readonly Thing[], id: string): boolean =>
    things.some(({ entities }) => entities.includes(id));
  const kinds = new Set(claim.objects.flatMap((thing) => thing.kinds));
  const mine = ({ objects }: Fact): boolean => [...objects].some((id) => isNamed(claim.objects, id));
  const isAlike = ({ direction, family }: Sense): boolean =>
    direction === (claim.direction ?? 'static') &&
    (direction === 'static' ||
      family === claim.family ||
      (EFFECTS.has(family) && EFFECTS.has(claim.family ?? '')));
  const refuted = facts.some((fact) => {
    if (!fact.holds || !fact.senses.some(isAlike)) return false;
    if (claim.only === 'object')
      return [...fact.kinds].some(([id, kind]) => kinds.has(kind) && !isNamed(claim.objects, id));
    if (claim.only === 'cause') return claim.direction === 'in' && !mine(fact) && covers(fact, claim);
    return (
      (claim.objects.length === 0 || mine(fact)) && [...fact.where].some((id) => !isNamed(claim.where, id))
    );
  });
  return refuted ? no('another one is recorded') : unsaid('whether it is the only one');
}
