import { nameKey } from '../record/names.js';
import { everyday, isForeignGlue } from './everyday.js';
import type { Draft } from './marks.js';
import { findName, isSymbolShaped } from './names.js';
import { geneKey, type RecordIndex } from './record-index.js';
import type { Token } from './tokens.js';

/** Recognisers of gene names: this gene's, its siblings', and whatever is shaped like one. Exact, never fuzzy. */

const MAX_NAME_TOKENS = 4;
/** The most words of a name whose number may be another. */
const MOST_FAMILY_TOKENS = 8;

export const GREEK_NAME =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/u;

/** Words behind a hyphen that make a compound of a gene's name, not another gene (IL-2-induced). */
const SUFFIX_WORD = /^[a-z]{5,}$/u;

export function joined(tokens: readonly Token[], at: number, length: number): string | null {
  let text = '';
  for (let n = 0; n < length; n += 1) {
    const token = tokens[at + n];
    if (
      token === undefined ||
      (n > 0 && !/^[ _-]?$/u.test(token.before.trim() === '' ? '' : token.before.trim()))
    )
      return null;
    text += (n > 0 ? ' ' : '') + token.text;
  }
  return text;
}

/** Whether a word can begin one of the gene's names: cheap, so that most words are not compared. */
function mayBeginName(index: RecordIndex, token: Token): boolean {
  if (sharesStart(index, token.text)) return true;
  const bare = token.text.replace(/^(?:rhu|rh|rec|hu|hr|r|h)(?=.)/u, '');
  return bare !== token.text && sharesStart(index, bare);
}

function sharesStart({ names, initials }: RecordIndex, text: string): boolean {
  if (!initials.has(text[0] ?? '')) return false;
  for (const key of names.keys()) if (key.startsWith(text) || text.startsWith(key)) return true;
  return false;
}

export function ownName(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const first = tokens[at];
  const spelled = index.spelledNames.find(({ words }) =>
    words.every((word, n) => tokens[at + n]?.text === word),
  );
  if (spelled !== undefined) return { kind: 'own', length: spelled.words.length, name: spelled.name };
  if (first === undefined || !mayBeginName(index, first)) return null;
  let best: Draft | null = null;
  for (let length = 1; length <= MAX_NAME_TOKENS; length += 1) {
    const text = joined(tokens, at, length);
    if (text === null) break;
    const last = tokens[at + length - 1];
    if (
      length > 1 &&
      last !== undefined &&
      last.text.length === 1 &&
      last.before !== '-' &&
      last.text === 'a'
    )
      continue;
    const name = findName(index.record, text);
    if (name !== null) best = { kind: 'own', length, name };
  }
  return best === null ? null : withoutSuffix(tokens, at, best);
}

/** `IL-2 zeta`, `IL-2R`, `IL-2-BP`: the gene's name with something behind it that is not listed is another thing. */
function withoutSuffix(tokens: readonly Token[], at: number, own: Draft): Draft {
  const next = tokens[at + own.length];
  if (next === undefined) return own;
  if (/^[ -]$/u.test(next.before) && GREEK_NAME.test(next.text))
    return { kind: 'other', length: own.length + 1 };
  if (next.before === '-' && /^(?:like|related|derived)$/u.test(next.text))
    return { kind: 'other', length: own.length + 1 };
  if (next.before === '-' && next.text.length <= 3 && !/^(?:the|and|is|in|id|ids|of)$/u.test(next.text)) {
    return { kind: 'other', length: own.length + 1 };
  }
  return own;
}

/** `IL-33`, `interleukin 33`, `il 33`: the letters of one of the gene's names with another number. */
export function sibling(index: RecordIndex, tokens: readonly Token[], at: number): Draft | null {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined) return null;
  if (
    second !== undefined &&
    index.families.has(first.text) &&
    /^\d{1,4}[a-z]{0,6}$/u.test(second.text) &&
    /^[ _-]?$/u.test(second.before)
  ) {
    const third = tokens[at + 2];
    return {
      kind: 'other',
      length: third !== undefined && /^[ -]$/u.test(third.before) && GREEK_NAME.test(third.text) ? 3 : 2,
    };
  }
  const length = longSibling(index, tokens, at);
  if (length > 0) return { kind: 'other', length };
  return index.lettered.has(first.text.slice(0, -1)) ? { kind: 'other', length: 1 } : null;
}

/** The words of one of the gene's names with another number behind them ("zinc finger 8" beside "zinc finger 7"): how many tokens, or 0. */
function longSibling(index: RecordIndex, tokens: readonly Token[], at: number): number {
  for (let length = 3; length <= MOST_FAMILY_TOKENS; length += 1) {
    const last = tokens[at + length - 1];
    if (last === undefined) return 0;
    if (!/^\d{1,4}$/u.test(last.text)) continue;
    const words = joined(tokens, at, length - 1);
    if (words !== null && index.families.has(nameKey(words))) return length;
  }
  return 0;
}

/** Anything shaped like a gene symbol, `NKX2-5` and `CD-14` included. */
export function symbol(tokens: readonly Token[], at: number): Draft | null {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined) return null;
  const hyphened =
    second?.before === '-' && /^(?:\d{1,4}[a-z]{0,3}|[a-z]\d{0,2})$/u.test(second.text) ? second.text : null;
  if (hyphened !== null && /^[a-z]{2,6}\d{0,3}$/u.test(first.text) && isSymbolShaped(first.text + hyphened)) {
    if (everyday(first.text, first.stem) === null || isForeignGlue(first.text))
      return { kind: 'other', length: 2 };
  }
  return isSymbolShaped(first.text) && everyday(first.text, first.stem) === null
    ? { kind: 'other', length: 1 }
    : null;
}

export function geneEntity(
  index: RecordIndex,
  tokens: readonly Token[],
  at: number,
  length: number,
): readonly string[] {
  return index.genes.get(geneKey(joined(tokens, at, length) ?? '')) ?? [];
}

/** A gene the record mentions, with something short behind a hyphen (TNF-R1), is another gene. */
export function extended(tokens: readonly Token[], at: number, draft: Draft): Draft {
  const next = tokens[at + draft.length];
  const greek = next !== undefined && next.before === '-' && GREEK_NAME.test(next.text);
  if (greek && draft.terms?.some((term) => term.kind === 'thing' && term.group === 'gene') === true)
    return { kind: 'other', length: draft.length + 1 };
  if (next === undefined || next.before !== '-' || SUFFIX_WORD.test(next.text) || GREEK_NAME.test(next.text))
    return draft;
  const isGene =
    draft.terms?.some((term) => term.kind === 'thing' && term.group === 'gene') === true ||
    draft.kind === 'other';
  return isGene && /^(?:[a-z]{0,2}\d{1,2}|r[ab]?|bp)$/u.test(next.text)
    ? { kind: 'other', length: draft.length + 1 }
    : draft;
}
