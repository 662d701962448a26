import { root } from '../search/stem.js';
import type { Claim } from '../understand/claim.js';
import { isParticiple, type Thing } from '../understand/items.js';
import { areComparable, EFFECTS, type Fact, type Reading } from './facts.js';

/** How a claim comes out against the record, and the row of the table that says so. */
export interface Ruling {
  readonly says: 'yes' | 'no' | 'unsaid';
  readonly row: string;
}

/** A fact that bears on one object of a claim, and how it comes out for the claim as if it were not denied. */
export interface Hit {
  readonly fact: Fact;
  readonly ruling: Ruling;
}

export const yes = (row: string): Ruling => ({ says: 'yes', row });
export const no = (row: string): Ruling => ({ says: 'no', row });
export const unsaid = (row: string): Ruling => ({ says: 'unsaid', row });

/** Families that hold whatever a thing "has". */
const HOLDING: ReadonlySet<string> = new Set(['have', 'make', 'need']);

type Match = (fact: Fact, claim: Claim) => Ruling;

function speaksOf(fact: Fact, thing: Thing): boolean {
  return thing.entities.some((id) => fact.objects.has(id));
}

function leaningOn(fact: Fact, thing: Thing): { sign: number; own: boolean } | null {
  for (const leaning of fact.leanings) {
    for (const name of [thing.text, ...thing.names]) {
      const [, lean, what = '', more = ''] = /^(?:(pro|anti)[- ]?)?(\p{L}+)(.*)/u.exec(name) ?? [];
      const happens = thing.kinds.includes('process') || lean !== undefined;
      if (root(what) !== leaning.root || (more !== '' && !happens)) continue;
      const asked = lean === 'anti' ? -1 : 1;
      return { sign: asked * leaning.sign, own: lean !== undefined };
    }
  }
  return null;
}

/** "pro-X" against "raises X", "lowers X" or "is anti-X". */
function leaned(claim: Claim, fact: Fact, thing: Thing): Ruling | null {
  const leaning = leaningOn(fact, thing);
  if (leaning === null) return null;
  if (claim.direction === 'in') return unsaid('the gene leans, it is not acted upon');
  const acting = claim.sign !== null && claim.family !== null && EFFECTS.has(claim.family);
  const does = claim.verb !== null && claim.verb.use !== 'static';
  if (does && !acting) return unsaid('another verb than the recorded relation');
  if (!covers(fact, claim)) return unsaid('another place than recorded');
  const sign =
    leaning.sign * (acting && !leaning.own ? (claim.sign ?? 1) : acting && claim.sign === -1 ? -1 : 1);
  if (sign === 0) return yes('a leaning affects it');
  return sign > 0 ? yes('the recorded leaning') : no('the opposite of the recorded leaning');
}

/** One fact against one object of a claim; null when the fact does not speak of it. */
function held(claim: Claim, fact: Fact, thing: Thing): Ruling | null {
  if (claim.recorded) {
    if (!speaksOf(fact, thing)) return null;
    if (claim.proven && fact.hedged) return no('recorded as putative only');
    return counted(fact, claim) ?? affirmed(fact, 'the record has it');
  }
  const fixed = fact.readings.some(({ direction }) => direction === 'static');
  const byLeaning = fixed ? leaned(claim, fact, thing) : null;
  if (byLeaning !== null && (!speaksOf(fact, thing) || claim.verb !== null)) return byLeaning;
  if (!speaksOf(fact, thing)) return null;
  if (fact.perturbed !== claim.perturbed) return unsaid('the gene is taken away or overdone');
  if (!sameSubject(claim, fact)) return unsaid('recorded of another subject');
  const rulings = fact.readings
    .filter((reading) => thing.entities.some((id) => reading.objects.has(id)))
    .map((reading) => read(reading)(fact, claim));
  return best(rulings) ?? unsaid('nothing fits');

  function read(reading: Reading): Match {
    return reading.direction === 'static'
      ? (one, asked) => fixedRuling(reading, one, asked, thing)
      : (one, asked) => effectRuling(reading, one, asked, thing);
  }
}

/** What is recorded of an isoform or of another thing is not said of the gene, nor the other way round. */
function sameSubject({ isoforms, objects }: Claim, { subject, readings }: Fact): boolean {
  if (subject !== null)
    return isoforms.includes(subject) || objects.some(({ entities }) => entities.includes(subject));
  return isoforms.length === 0 || readings.every(({ direction }) => direction === 'static');
}

/** The ruling that says most: yes, then no, then unsaid. */
export function best(rulings: readonly Ruling[]): Ruling | null {
  return (
    rulings.find(({ says }) => says === 'yes') ??
    rulings.find(({ says }) => says === 'no') ??
    rulings[0] ??
    null
  );
}

function isEffectAsked(claim: Claim, thing: Thing): boolean {
  const does = thing.kinds.some((kind) => kind === 'process' || kind === 'pathway');
  return does && (claim.family === 'be' || claim.family === 'have');
}

/** What the gene is, has or contains: only "is it", "does it have", "does it contain" ask for it. */
function fixedRuling(reading: Reading, fact: Fact, claim: Claim, thing: Thing): Ruling {
  const { family } = claim;
  const same =
    family === reading.family ||
    (family === 'be' && reading.family === 'locate') ||
    (family !== null && HOLDING.has(family) && reading.family === 'have');
  const described =
    family === 'be' &&
    reading.family === 'have' &&
    (isParticiple(thing.text) || thing.kinds.includes('process'));
  if (family === null) return unsaid('nothing is claimed');
  const acts = claim.verb !== null && claim.verb.use !== 'static';
  if (claim.proven && !acts && !claim.hedged && fact.hedged) return no('recorded as putative only');
  const putative = claim.hedged && fact.hedged && reading.family === 'have';
  if (!same && !described && !putative) return unsaid('another verb than the recorded relation');
  if (claim.where.length > 0 && !covers(fact, claim)) return unsaid('another place than recorded');
  const numbered = counted(fact, claim);
  if (numbered !== null) return numbered;
  if (claim.hedged && !fact.hedged) return unsaid('recorded without reserve');
  if (putative) return affirmed(fact, 'recorded as putative');
  if (described && fact.hedged) return unsaid('a putative site is not the deed');
  return affirmed(fact, 'the recorded relation');
}

function affirmed(fact: Fact, row: string): Ruling {
  return fact.holds ? yes(row) : no(`${row}, denied`);
}

/** A number that is asked against the recorded one. */
function counted(fact: Fact, claim: Claim): Ruling | null {
  const [asked] = claim.counts;
  if (claim.fewest !== null && fact.count !== null)
    return fact.count >= claim.fewest ? yes('at least so many are recorded') : no('fewer are recorded');
  if (claim.most !== null && fact.count !== null)
    return fact.count <= claim.most ? yes('at most so many are recorded') : no('more are recorded');
  if (asked !== undefined && fact.count !== null)
    return claim.counts.includes(fact.count) ? yes('the recorded number') : no('another number is recorded');
  if (asked === 1 && fact.many) return no('more than one is recorded');
  if ((asked !== undefined && asked > 1) || (claim.fewest ?? 0) > 1 || claim.most !== null)
    return unsaid('no number is recorded');
  if ((claim.sameness === 'same' || claim.only === 'object') && fact.many)
    return no('more than one is recorded');
  if (claim.many && fact.count === 1) return no('one is recorded');
  return null;
}

export function covers(fact: Fact, claim: Claim): boolean {
  return claim.where.every(({ entities }) =>
    entities.some((id) => fact.where.has(id) || fact.objects.has(id)),
  );
}

/** What the gene does, or what is done to it: verb, direction, place and sign decide. */
function effectRuling(reading: Reading, fact: Fact, claim: Claim, thing: Thing): Ruling {
  const asked = isEffectAsked(claim, thing)
    ? { family: 'raise', sign: claim.anti ? (-1 as const) : (1 as const), direction: 'out' as const }
    : claim;
  if (asked.family === null || asked.sign === null) return unsaid('another verb than the recorded relation');
  const effect = areComparable(asked.family, reading.family);
  if (asked.family === 'associate')
    return covers(fact, claim) && fact.holds
      ? yes('any deed is a link')
      : unsaid('another place than recorded');
  if (!effect && asked.family !== reading.family) return unsaid('another verb than the recorded relation');
  const direction = asked.direction ?? (asked.family === 'need' ? 'in' : null);
  if (direction !== null && direction !== reading.direction) return unsaid('the other direction');
  if (!covers(fact, claim)) return unsaid('another place than recorded');
  if (!fact.holds)
    return asked.sign > 0 || !effect
      ? no('denied in the record')
      : unsaid('denied in the record, another effect asked');
  if (!effect && asked.sign * reading.sign < 0) return no('the opposite sign');
  if (!effect || asked.sign === 0) return yes('the recorded relation');
  if (reading.sign === 0) return unsaid('the record gives no direction');
  return asked.sign === reading.sign ? yes('the recorded relation and sign') : no('the opposite sign');
}

const STRANGE = unsaid('a word that neither the vocabulary nor the recorded sentence has');

/** A word that nothing accounts for, or a means, may narrow what is claimed, unless the recorded sentence has it too. */
function explained({ unexplained, means }: Claim, { words, objects, where }: Fact): boolean {
  return (
    unexplained.every((word) => word.split(' ').every((one) => words.has(root(one)))) &&
    means.every(
      ({ entities }) => entities.length === 0 || entities.some((id) => objects.has(id) || where.has(id)),
    )
  );
}

/** The facts that bear on each object of a claim. */
export function hitsOf(claim: Claim, facts: readonly Fact[]): readonly (readonly Hit[])[] {
  return claim.objects.map((thing) =>
    facts.flatMap((fact) => {
      const ruling = held(claim, fact, thing);
      return ruling === null ? [] : [{ fact, ruling: explained(claim, fact) ? ruling : STRANGE }];
    }),
  );
}

/** How a claim without its denial comes out. */
export function positiveRuling(claim: Claim, facts: readonly Fact[]): Ruling | null {
  if (claim.perturbed && !facts.some(({ perturbed }) => perturbed))
    return unsaid('the gene is taken away or overdone');
  if (claim.direction === 'between') return unsaid('other things act on each other');
  if (claim.means.some(({ entities }) => entities.length === 0))
    return unsaid('a means that is not recorded');
  const each = hitsOf(claim, facts).map(
    (hits) => best(hits.map(({ ruling }) => ruling)) ?? unsaid('not recorded'),
  );
  const [first] = each;
  if (first === undefined) return placed(claim, facts);
  const missing = each.find(({ says }) => says === 'unsaid');
  if (missing !== undefined) return missing;
  const denied = each.find(({ says }) => says === 'no');
  if (denied !== undefined)
    return each.length > 1 && claim.negated && each.some(({ says }) => says === 'yes')
      ? unsaid('one is so, one is not')
      : denied;
  return limited(claim, facts) ?? first;
}

/** No object is named: "does it rise in T cells". */
function placed(claim: Claim, facts: readonly Fact[]): Ruling | null {
  if (claim.sign === null || claim.family === null) return null;
  const hits = facts.flatMap((fact) =>
    covers(fact, claim) && fact.holds && explained(claim, fact)
      ? fact.readings.filter(
          ({ direction, family }) =>
            direction === (claim.direction ?? 'in') || (direction === 'static' && family === claim.family),
        )
      : [],
  );
  const family = claim.family;
  const free = EFFECTS.has(family) && family !== 'attract';
  const fits = hits.filter((reading) => reading.family === family || (free && EFFECTS.has(reading.family)));
  if (fits.length === 0) return unsaid('nothing is recorded there');
  if (fits.some(({ sign }) => claim.sign === 0 || sign === claim.sign))
    return limited(claim, facts) ?? yes('recorded there');
  return fits.some(({ sign }) => sign !== 0)
    ? no('the opposite sign')
    : unsaid('the record gives no direction');
}

/** Quantifiers over a claim that holds: a record lists examples, so that "all" is never said and "only" falls by a second example. */
function limited(claim: Claim, facts: readonly Fact[]): Ruling | null {
  if (claim.foremost) return unsaid('the record does not rank');
  if (claim.universal) return unsaid('the record lists examples, not all');
  if (claim.another && claim.only === null) return null;
  if (claim.only === null) return null;
  const mine = (ids: ReadonlySet<string>): boolean =>
    claim.objects.some(({ entities }) => entities.some((id) => ids.has(id)));
  const same = ({ direction, family }: Reading): boolean =>
    direction === (claim.direction ?? 'static') &&
    (family === claim.family ||
      direction === 'static' ||
      (EFFECTS.has(family) && EFFECTS.has(claim.family ?? '')));
  const alike = facts.filter((fact) => fact.holds && fact.readings.some(same));
  const refuted = alike.some((fact) => {
    if (claim.only === 'where')
      return (
        (claim.objects.length === 0 || mine(fact.objects)) &&
        [...fact.where].some((id) => !claim.where.some(({ entities }) => entities.includes(id)))
      );
    if (claim.only === 'cause') return claim.direction === 'in' && !mine(fact.objects);
    return [...fact.objects].some((id) => !claim.objects.some(({ entities }) => entities.includes(id)));
  });
  return refuted ? no('another one is recorded') : unsaid('whether it is the only one');
}

const OTHER: Readonly<Record<Ruling['says'], Ruling['says']>> = { yes: 'no', no: 'yes', unsaid: 'unsaid' };

/** The ruling on the claim as asked: turned round when the claim denies or the frame does ("is it false that"). */
export function turned(ruling: Ruling | null, ...denials: readonly boolean[]): Ruling | null {
  if (ruling === null) return null;
  const odd = denials.filter((denied) => denied).length % 2 === 1;
  return odd ? { says: OTHER[ruling.says], row: `${ruling.row}; the denial is asked` } : ruling;
}
