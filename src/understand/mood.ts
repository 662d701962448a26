import { type Item, is, isCell, isParticipant, isParticiple } from './items.js';

/** How a clause asks. */
export interface Mood {
  /** `open`: who, what, where; `polar`: yes or no; `choice`: this or that */
  readonly kind: 'open' | 'polar' | 'choice';
  /** "is it false that ...": the answer is the other one */
  readonly flipped: boolean;
  /** the auxiliary stands before the subject: "does it not" asks the same as "does it" */
  readonly inverted: boolean;
  /** the claim stands behind "is it true that", "did they show that" */
  readonly framed: boolean;
  /** index of the first item of the claim */
  readonly from: number;
  /** "..., does it?": the tag turns a denial into the plain question */
  readonly echoed: boolean;
  /** index behind the last item of the claim: a tag ("right?", "isn't it") stands behind it */
  readonly to: number;
  /** nothing says that it is so but the question mark: "two sites?", "present?" */
  readonly elliptic: boolean;
  /** how many items there are */
  readonly length: number;
}

export function startsSegment(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return (
    before === undefined ||
    before.mark.segment !== items[at]?.mark.segment ||
    is(before, 'lead in') ||
    is(before, 'framing')
  );
}

/** "is it true that", "is it wrong to say": where the claim behind it begins, and whether it denies the claim. */
function framingOf(items: readonly Item[], to: number): { from: number; wrong: boolean } | null {
  for (let at = 0; at < to; at += 1) {
    if (!is(items[at], 'judgement') || is(items[at - 1], 'or')) continue;
    const before = items.slice(Math.max(0, at - 4), at);
    const opens = before.some((item) => is(item, 'auxiliary be')) || startsSegment(items, at);
    let from = at + 1;
    while (from < to && is(items[from], 'framing behind')) from += 1;
    const leads = from > at + 1 || (from < to - 1 && items[from]?.mark.segment !== items[at]?.mark.segment);
    const subject = before.every((one) => one.pronoun || !isParticipant(one));
    if (opens && leads && subject && items.slice(from, to).some(isParticipant))
      return { from, wrong: is(items[at], 'wrong') };
  }
  return null;
}

/** "is that this gene": a word for the gene says what is asked. */
function isGeneric({ pronoun, mark }: Item): boolean {
  return pronoun && mark.terms.some(({ kind }) => kind === 'generic');
}

/** Where a tag begins ("..., right?", "..., isn't it?", "..., is that true"), or the number of items. */
function tagStart(items: readonly Item[]): number {
  let start = items.length;
  const asks = is(items[0], 'auxiliary') || items.some((item) => is(item, 'question word'));
  for (let at = items.length - 1; at > 0; at -= 1) {
    const item = items[at];
    if (item === undefined || !is(item, 'closing') || isGeneric(item)) break;
    const apart = items[at - 1]?.mark.segment !== item.mark.segment;
    const closes = is(item, at === items.length - 1 ? 'late tag' : 'tag opening');
    if ((closes && (apart || !asks || !is(item, 'auxiliary'))) || (apart && is(item, 'tag'))) start = at;
    if (apart) break;
  }
  return start;
}

/** "can you tell me", "does anybody know": a request, whatever its first word. */
function isRequest(items: readonly Item[], at: number): boolean {
  if (!is(items[at], 'auxiliary')) return false;
  const [first, second, third, fourth] = items.slice(at, at + 4);
  if (is(first, 'auxiliary modal') && is(second, 'person') && is(third, 'seeing')) return true;
  return is(second, 'speaker') && (is(third, 'asking') || is(fourth, 'asking'));
}

function isInversion(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  if (next === undefined || !is(items[at], 'auxiliary') || !startsSegment(items, at)) return false;
  return (
    isParticipant(next) ||
    is(next, 'determiner') ||
    (!is(next, 'person') && ['accession', 'known', 'unknown', 'common'].includes(next.mark.kind))
  );
}

/** The mood of a clause that asks for a yes or no without saying so. */
export function elliptical({ flipped, inverted, framed, from, echoed, to, length }: Mood): Mood {
  return { kind: 'polar', flipped, inverted, framed, from, echoed, to, elliptic: true, length };
}

/** "in the lung" */
function isWithin(items: readonly Item[], { at }: Item): boolean {
  return is(items[items[at - 1]?.text === 'the' ? at - 2 : at - 1], 'inside');
}

/** "its a cytokine": "it is", the apostrophe left out. */
export function saysItIs(items: readonly Item[], { text, at }: Item): boolean {
  return /^(?:its?|thats?)$/u.test(text) && /^an?$/u.test(items[at + 1]?.text ?? '');
}

/** How a clause asks. `asked`: a question mark stands behind it. */
export function moodOf(items: readonly Item[], asked: boolean): Mood {
  const to = tagStart(items);
  const tag = items.slice(to);
  const echoed = is(tag[0], 'auxiliary') && !tag.some((item) => is(item, 'judgement'));
  const made = (kind: Mood['kind'], how: Partial<Mood> = {}): Mood => {
    const { flipped = false, inverted = false, framed = false, from = 0, elliptic = false } = how;
    return { kind, flipped, inverted, framed, from, echoed, to, elliptic, length: items.length };
  };
  const common = made('open');
  const polar = (how: Partial<Mood>): Mood =>
    made(isChoice(items.slice(how.from ?? 0, to)) ? 'choice' : 'polar', how);
  const framing = framingOf(items, to);
  if (framing !== null) return polar({ framed: true, flipped: framing.wrong, from: framing.from });
  const start = items.findIndex((item) => !is(item, 'lead in'));
  const opens = items.some(
    (item, at) => at < to && is(item, 'question word') && (at <= start + 2 || startsSegment(items, at)),
  );
  // "would you call it a", "would you say that", "can someone confirm that": judged is the claim.
  const [first, second, third, fourth] = items.slice(start);
  if (is(first, 'auxiliary') && is(second, 'speaker')) {
    if (is(third, 'deeming')) return polar({ framed: true });
    const said = (first?.text === 'would' && third?.text === 'say') || is(third, 'checking');
    if (said && !opens && items.slice(start + 3).some(canBeTagged))
      return polar({ framed: true, from: start + (is(fourth, 'framing behind') ? 4 : 3) });
  }
  const request = items.findIndex((_, at) => isRequest(items, at));
  if (request >= 0) {
    const told = items.findIndex((item, at) => at > request && is(item, 'whether'));
    return told >= 0 && !opens ? polar({ framed: true, from: told + 1 }) : common;
  }
  const inversion = items.findIndex((_, at) => at < to && isInversion(items, at));
  if (inversion >= 0) {
    return polar({ inverted: true, from: isComplete(items.slice(inversion)) ? inversion : 0 });
  }
  if (opens) return common;
  if (tag.length > 0 && items.slice(0, to).some(canBeTagged))
    return polar({
      flipped: tag.some((item) => is(item, 'wrong')) && !tag.some((item) => is(item, 'either way')),
    });
  if (
    (items[start]?.text === 'any' || (asked && items[start]?.text === 'got')) &&
    !is(items[start + 1], 'talk')
  )
    return polar({ elliptic: true });
  if (is(items[start], 'checking')) return polar({ from: start + 1 });
  if (!asked) return common;
  const states = items.some((item) => item.verb !== null || is(item, 'auxiliary') || saysItIs(items, item));
  const be = items.some((item) => is(item, 'auxiliary be'));
  if (states && items.some((item) => (be ? canBeTagged(item) : isParticipant(item)))) return polar({});
  const amounts = items.some(({ thing }) => thing !== null);
  const named = items.some(({ own, mark }) => own || mark.terms.some(({ kind }) => kind === 'species'));
  const isTold = (item: Item): boolean =>
    predicates(item) ||
    (amounts && is(item, 'quantity')) ||
    (named &&
      (is(item, 'alias word') || is(item, 'isoform word')) &&
      /^an?$/u.test(items[item.at - 1]?.text ?? '')) ||
    (amounts && is(item, 'inside') && /^t?here$/u.test(items[item.at + 1]?.text ?? '')) ||
    (isWithin(items, item) && item.mark.reference?.by === 'journal') ||
    (named && (item.mark.accession !== null || (isCell(item) && isWithin(items, item))));
  return items.some(isTold) ? made('polar', { elliptic: true }) : common;
}

function canBeTagged(item: Item): boolean {
  return isParticipant(item) || item.mark.accession !== null || item.mark.reference !== null;
}

/** What can be asked of a thing without a verb: how many, how sure, whether at all, whether that alone. */
function predicates(item: Item): boolean {
  return item.mark.kind === 'number' || item.mark.before.includes('=') || is(item, 'predicate');
}

/** A part that names both the gene and what is asked of it needs nothing of what stands before. */
function isComplete(items: readonly Item[]): boolean {
  return (
    items.some((item) => item.own || item.pronoun) &&
    items.some((item) => item.thing !== null || item.mark.terms.length > 0)
  );
}

/** A polar question with an alternative that names something else ("A or B?") is a choice. */
function isChoice(claim: readonly Item[]): boolean {
  const at = claim.findIndex(
    (item, n) => is(item, 'or') && !claim.slice(0, n).some(({ text }) => text === 'either'),
  );
  return at >= 0 && claim.slice(at + 1).some(isAlternative);
}

function isAlternative({ thing, own, verb, mark, lists, text }: Item): boolean {
  return (
    thing !== null ||
    own ||
    verb !== null ||
    mark.kind === 'number' ||
    mark.kind === 'accession' ||
    mark.terms.length > 0 ||
    lists.has('alternative') ||
    isParticiple(text)
  );
}
