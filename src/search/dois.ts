/** One way to read where a DOI in a text ends. `base` is the DOI in lower case, undressed; `end` an offset in the text. */
export interface DoiReading {
  readonly base: string;
  readonly end: number;
}

/** A DOI in a text: offsets with its dress (`doi:`, the resolver's address), and its readings, the likeliest first. */
export interface DoiMention {
  readonly start: number;
  /** where the DOI itself begins, behind its dress */
  readonly from: number;
  readonly readings: readonly [DoiReading, ...DoiReading[]];
}

/** The directory indicator 10, a registrant's code, perhaps subdivided, and a slash (DOI Handbook, 2.2). */
const START =
  /(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(?:doi:)?|\bdoi\s{0,3}[:=]?\s{0,3})?(?<![\d.])(10\.\d{4,9}(?:\.\d{1,9})*(?:\/|%2F))/giu;
/** A DOI made of an SICI, or in its likeness: an article's place in angle brackets, its code and a check character. */
const SICI = /^[^\s<>]*(?:<|&lt;|%3C)[^\s<>]*?(?:>|&gt;|%3E)\d\.\d\.[a-z]{2}(?:;|%3B)\d-(?:[a-z\d#]|%23)/iu;
/** What a DOI is written beside: another number behind a comma or semicolon, Markdown, a column of a table. */
const BORDER =
  /[;,](?=10\.\d{4}|https?:|doi\b|pm(?:id|cid|c)\b|[a-z]{2,12}[:=])|\]\(|["<>|\s]|&(?:quot|lt|gt);/iu;
/** The view of an article that a publisher's address adds to its DOI. */
const VIEW =
  /(?:v\d{1,2})?(?:\.(?:full|abstract|short))?(?:\/(?:full|abstract|pdf|epdf|meta|html))*(?:\.?(?:full-text|pdf))?$/iu;
/** A DOI is no longer than this; the handbook sets no limit, this one keeps the reading of hostile text short. */
const LONGEST = 400;

/**
 * Every DOI in a text, in its order. A DOI may hold any printable character (DOI Handbook, 2.2), so where it ends is a guess: the
 * readings are to be held against the DOIs that are known, and the first one is right where none is.
 * @param text any text; percent-encoded and HTML-escaped DOIs are decoded
 */
export function scanDois(text: string): readonly DoiMention[] {
  const found: DoiMention[] = [];
  const start = new RegExp(START);
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const from = match.index + match[0].length - (match[1]?.length ?? 0);
    const run = /^\S+/u.exec(text.slice(from, from + LONGEST))?.[0] ?? '';
    const readings = readingsOf(run, isInAddress(text, from), match[1]?.length ?? 0);
    const [first, ...others] = readings.map((length) => readingOf(run, from, length));
    if (first === undefined) continue;
    found.push({ start: match.index, from, readings: [first, ...others] });
    start.lastIndex = first.end;
  }
  return found;
}

function readingOf(run: string, from: number, length: number): DoiReading {
  return { base: decoded(run.slice(0, length)).toLowerCase(), end: from + length };
}

/** Lengths of the run that may be the DOI, longer than its prefix alone. */
function readingsOf(run: string, inAddress: boolean, prefix: number): readonly number[] {
  const sici = SICI.exec(run)?.[0].length;
  const bordered = run.slice(0, BORDER.exec(run)?.index ?? run.length);
  const whole = trimmedLength(bordered);
  const query = trimmedLength(bordered.slice(0, whole).replace(/[?#&].*$/u, ''));
  const view = bordered.slice(0, query).replace(VIEW, '').length;
  const likely = inAddress || view < query ? [view, query, whole] : [whole, view, query];
  const lengths = [...(sici === undefined ? [] : [sici]), ...likely, trimmedLength(run), run.length];
  return [...new Set(lengths)].filter((length) => length > prefix);
}

function isInAddress(text: string, from: number): boolean {
  return /https?:\/\/[^\s<>"]{1,300}$/iu.test(text.slice(Math.max(0, from - 310), from));
}

/** Length without what belongs to the sentence: punctuation, Markdown marks, and brackets that it does not open itself. */
function trimmedLength(raw: string): number {
  let length = raw.length;
  const closing = new Map(
    [')', ']', '}'].map((mark, index) => [mark, balance(raw, '([{'.charAt(index), mark)]),
  );
  for (; length > 0; length--) {
    const last = raw.charAt(length - 1);
    const surplus = closing.get(last);
    if (surplus === undefined ? !/[.,;:!?'’”»*_~`|\\。，、；>]/u.test(last) : surplus <= 0) break;
    if (surplus !== undefined) closing.set(last, surplus - 1);
  }
  return length;
}

/** How many more closing marks than opening ones. */
function balance(raw: string, open: string, close: string): number {
  return raw.split(close).length - raw.split(open).length;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decoded(raw: string): string {
  const unescaped = raw.replace(/&(lt|gt|amp|quot);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
  try {
    return decodeURIComponent(unescaped);
  } catch {
    return unescaped;
  }
}
