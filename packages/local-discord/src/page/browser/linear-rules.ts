/**
 * The library's rules for inline code and masked links look again at everything behind each backtick and bracket, which
 * takes seconds on a hostile message of ordinary length. These find the same, and look at each character a few times.
 */

/** What a rule has found at the start of a text: the whole, then its parts. */
type Capture = string[];

/** Runs of backticks behind the first one: where the first of each length begins, as far as one may close it. */
function closingRuns(source: string, opening: number): Map<number, number> {
  const closers = new Map<number, number>();
  for (const run of source.slice(opening).matchAll(/`+/g)) {
    const { length } = run[0];
    if (length <= opening && !closers.has(length)) closers.set(length, opening + run.index);
    if (length === opening) break;
  }
  return closers;
}

/**
 * Inline code: text between two runs of equally many backticks. An opening run may be too long; what is too much belongs
 * to the code. @returns the whole and the code; a run that nothing closes alone; null where there is no backtick
 */
export function matchInlineCode(source: string): Capture | null {
  const opening = /^`+/.exec(source)?.[0].length ?? 0;
  if (opening === 0) return null;
  const closers = closingRuns(source, opening);
  const length = Math.max(0, ...closers.keys());
  const end = closers.get(length);
  if (end === undefined) return [source.slice(0, opening)];
  return [source.slice(0, end + length), source.slice(length, end)];
}

/** Where the label of a link ends that begins with the bracket at 0: the bracket before `(`. One more pair may stand inside. */
function labelEnd(source: string): number | undefined {
  let depth = 0;
  for (let at = 1; at < source.length; at += 1) {
    const character = source[at];
    if (character === '[') depth += 1;
    if (depth > 1) return undefined;
    if (character === ']' && depth === 0) return source[at + 1] === '(' ? at : undefined;
    if (character === ']') depth -= 1;
  }
  return undefined;
}

const ADDRESS_MAX = 2048;

/** The end of an address: before white space or the bracket that closes the link; brackets inside come in pairs. */
function addressEnd(source: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < source.length && at - start <= ADDRESS_MAX; at += 1) {
    const character = source[at] ?? '';
    if (/\s/.test(character)) return at;
    if (character === '\\') at += 1;
    if (character === '(') depth += 1;
    if (character === ')' && depth === 0) return at;
    if (character === ')') depth -= 1;
  }
  return at;
}

/** A masked link, `[label](address "title")`. @returns the whole, the label and the address; null where there is none */
export function matchLink(source: string): Capture | null {
  if (!source.startsWith('[') || !source.includes(')')) return null;
  const label = labelEnd(source);
  if (label === undefined) return null;
  const start = label + 2 + (/^\s*<?/.exec(source.slice(label + 2))?.[0].length ?? 0);
  const end = addressEnd(source, start);
  const tail = /^(?:\s+['"][^\n]*?['"])?\s*\)/.exec(source.slice(end))?.[0];
  if (tail === undefined) return null;
  return [source.slice(0, end) + tail, source.slice(1, label), source.slice(start, end).replace(/>$/, '')];
}
