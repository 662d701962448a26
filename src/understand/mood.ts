import { isIn } from './grammar.js';
import { type Item, isAuxiliary, isParticipant, isParticiple } from './items.js';

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

const DETERMINERS: ReadonlySet<string> = new Set(
  'there the a an my any this that these those our all both either only such really also every some it its not no one'.split(
    ' ',
  ),
);

function startsSegment(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return (
    before === undefined ||
    before.mark.segment !== items[at]?.mark.segment ||
    isIn('lead in', before.text) ||
    isIn('framing', before.text)
  );
}

function isJudgement(text: string | undefined): boolean {
  return isIn('right', text) || isIn('wrong', text);
}

/** "is it true that", "is it wrong to say": where the frame ends, and whether it denies. */
function frameOf(items: readonly Item[]): { end: number; start: number; wrong: boolean } | null {
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || !isJudgement(item.text) || isIn('or', items[at - 1]?.text)) continue;
    const before = items.slice(Math.max(0, at - 4), at);
    const opens = before.some(({ text }) => isIn('auxiliary be', text)) || startsSegment(items, at);
    let end = at + 1;
    if (isIn('or', items[end]?.text) && isJudgement(items[end + 1]?.text)) end += 2;
    while (
      /^(?:to|say|claim|that|if|whether|think|assume|the|for)$/u.test(items[end]?.text ?? '') &&
      end - at < 5
    )
      end += 1;
    const leads =
      end > at + 1 || (opens && items[end]?.mark.segment !== item.mark.segment && end < items.length - 1);
    const subject = before.every((one) => one.pronoun || isAuxiliary(one.text) || !isParticipant(one));
    if (opens && leads && subject && items.slice(end).some(isParticipant))
      return { start: Math.max(0, at - 2), end, wrong: isIn('wrong', item.text) };
  }
  return null;
}

/** Where a tag begins ("..., right?", "..., isn't it?", "..., is that true"), or the number of items. */
function tagStart(items: readonly Item[]): number {
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return items.length;
  let start = items.length;
  for (let at = items.length - 1; at >= Math.max(1, items.length - 5); at -= 1) {
    const item = items[at];
    if (item === undefined) break;
    const run = items.slice(at);
    const ownSegment = items[at - 1]?.mark.segment !== item.mark.segment;
    const small = run.every(
      ({ text, own, thing, pronoun }) =>
        !own &&
        (thing === null || pronoun) &&
        (isAuxiliary(text) ||
          isJudgement(text) ||
          isIn('tag', text) ||
          isIn('pronoun', text) ||
          isIn('or', text) ||
          isIn('not', text) ||
          isIn('person', text) ||
          isIn('checking', text) ||
          isIn('plain', text) ||
          isIn('lead in', text) ||
          isIn('auxiliary be', text)),
    );
    if (!small) break;
    const closes =
      run.length === 1
        ? isIn('late tag', item.text) || (ownSegment && isIn('tag', item.text))
        : isAuxiliary(item.text) || isIn('or', item.text) || isIn('tag', item.text);
    if (closes && (ownSegment || isAuxiliary(item.text) || isIn('or', item.text) || run.length === 1))
      start = at;
    if (ownSegment) break;
  }
  return start;
}

/** "can you tell me", "does anybody know": a request, whatever its first word. */
function isRequest(items: readonly Item[], at: number): boolean {
  const modal = isIn('auxiliary modal', items[at]?.text);
  if (modal && isIn('person', items[at + 1]?.text) && isIn('seeing', items[at + 2]?.text)) return true;
  const [, second, third, fourth] = items.slice(at, at + 4);
  const asks = [third, fourth].some((item) => isIn('asking', item?.text));
  return isIn('speaker', second?.text) && asks;
}

function isInversion(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (item === undefined || next === undefined || !isAuxiliary(item.text) || !startsSegment(items, at))
    return false;
  if (isIn('person', next.text) && !isParticipant(next))
    return /^(?:we|they)$/u.test(next.text) && isIn('seeing', items[at + 2]?.text);
  return (
    isParticipant(next) ||
    DETERMINERS.has(next.text) ||
    next.mark.kind === 'accession' ||
    next.mark.kind === 'known' ||
    next.mark.kind === 'unknown' ||
    next.mark.kind === 'common'
  );
}

/** How a clause asks. `asked`: a question mark stands behind it. */
export function moodOf(items: readonly Item[], asked: boolean): Mood {
  const tag = tagStart(items);
  const frame = frameOf(items.slice(0, tag));
  const start = items.findIndex(({ text }) => !isIn('lead in', text));
  const inversion = items.findIndex((_, at) => isInversion(items, at) && at < tag);
  const open = items.findIndex(
    ({ text }, at) =>
      isIn('question word', text) && at < tag && (at <= start + 2 || startsSegment(items, at)),
  );
  const request = items.findIndex((item, at) => isAuxiliary(item.text) && isRequest(items, at));
  const whether = items.findIndex(({ text }) => text === 'if' || text === 'whether');
  const says = items.findIndex(
    ({ text }, at) => isIn('saying', text) && isIn('framing', items[at + 1]?.text),
  );
  const tagged =
    tag < items.length &&
    items
      .slice(0, tag)
      .some(
        (item) =>
          isParticipant(item) ||
          item.mark.accession !== null ||
          item.mark.reference !== null ||
          item.mark.kind === 'number',
      );
  const checks = start >= 0 && isIn('checking', items[start]?.text) && items.length - start > 2;
  const echoed = isEcho(items.slice(tag));
  const common = {
    length: items.length,
    echoed,
    flipped: false,
    inverted: false,
    framed: false,
    elliptic: false,
    from: 0,
    to: tag,
  };
  if (frame !== null)
    return chosen(items, { ...common, kind: 'polar', flipped: frame.wrong, framed: true, from: frame.end });
  if (request >= 0) {
    const told = items.findIndex(({ text }, at) => text === 'that' && isIn('checking', items[at - 1]?.text));
    const behind = Math.max(whether, told);
    if (behind > request && open < 0)
      return chosen(items, { ...common, kind: 'polar', framed: true, from: behind + 1 });
    return { ...common, kind: 'open' };
  }
  if (
    inversion >= 0 &&
    (open < 0 || open > inversion || items[open]?.mark.segment !== items[inversion]?.mark.segment)
  ) {
    if (says > inversion && open < 0)
      return chosen(items, { ...common, kind: 'polar', framed: true, from: says + 2 });
    const from = inversion > 0 && isWhole(items.slice(inversion)) ? inversion : 0;
    return chosen(items, { ...common, kind: 'polar', inverted: true, from });
  }
  if (tagged && open < 0) return chosen(items, { ...common, kind: 'polar', flipped: flippedTag(items, tag) });
  if (checks && open < 0) return chosen(items, { ...common, kind: 'polar', from: start + 1 });
  const states = items.some((item) => item.verb !== null || isAuxiliary(item.text));
  if (asked && open < 0 && states && items.some(isParticipant))
    return chosen(items, { ...common, kind: 'polar' });
  const things = items.some(({ thing }) => thing !== null);
  if (asked && open < 0 && items.some((item) => predicates(item) || (things && isAmount(item))))
    return { ...common, kind: 'polar', elliptic: true };
  return { ...common, kind: 'open' };
}

function isAmount({ text, verb }: Item): boolean {
  return verb === null && (isIn('quantity up', text) || isIn('quantity down', text));
}

/** What can be asked of a thing without a verb: how many, how sure, whether at all, whether that alone. */
function predicates({ text, mark }: Item): boolean {
  if (mark.kind === 'number' || mark.before.includes('=')) return true;
  return ELLIPTIC.some((list) => isIn(list, text) || isIn(list, mark.text));
}

const ELLIPTIC = ['hedge', 'proof', 'recording', 'only', 'same', 'different', 'each number'];

/** A part that names both the gene and what is asked of it needs nothing of what stands before. */
function isWhole(items: readonly Item[]): boolean {
  return (
    items.some((item) => item.own || item.pronoun) &&
    items.some((item) => item.thing !== null || item.mark.terms.length > 0)
  );
}

function isEcho([first, second]: readonly Item[]): boolean {
  return isAuxiliary(first?.text) && isIn('echo', second?.text);
}

/** "..., wrong?" asks for the denial. */
function flippedTag(items: readonly Item[], tag: number): boolean {
  const words = items.slice(tag).map(({ text }) => text);
  return (
    words.some((text) => isIn('wrong', text)) &&
    !words.some((text) => isIn('right', text) || isIn('or', text))
  );
}

/** A polar question with an alternative that names something else ("A or B?") is a choice. */
function chosen(items: readonly Item[], mood: Mood): Mood {
  const at = items.findIndex(({ text }, n) => isIn('or', text) && n >= mood.from && n < mood.to);
  if (at < 0) return mood;
  const next = items.slice(at + 1, mood.to);
  const says = next.some(
    (item) =>
      item.thing !== null ||
      item.own ||
      item.verb !== null ||
      isIn('quantity up', item.text) ||
      isIn('quantity down', item.text) ||
      item.mark.kind === 'number' ||
      isIn('each number', item.text) ||
      isIn('more than one', item.text) ||
      item.mark.kind === 'accession' ||
      item.mark.terms.length > 0 ||
      isIn('hedge', item.text) ||
      isIn('proof', item.text) ||
      isIn('different', item.text) ||
      isIn('same', item.text) ||
      isIn('both', item.text) ||
      isIn('other', item.text) ||
      isParticiple(item.text),
  );
  return says ? { ...mood, kind: 'choice' } : mood;
}
