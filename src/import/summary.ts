/** RefSeq's summaries: who wrote one stands in a bracket at its end, and decides whether it may be copied. */

/** Sentences that may be used, with the date of the bracket; or why not. */
export type Summary =
  | { readonly usable: true; readonly sentences: readonly string[]; readonly date: string }
  | { readonly usable: false; readonly reason: string };

const BRACKET = /\[(provided|supplied) by ([^,\]]+?)(?:, ([^\]]+))?\]\.?\s*$/u;
/** Written by staff of the National Library of Medicine, and so in the public domain. */
const PUBLIC_DOMAIN = 'RefSeq';

/** Where no sentence ends, though a full stop stands there. */
const ABBREVIATIONS = /(?:\b(?:e\.g|i\.e|et al|cf|vs|approx|Dr|Fig|No|sp|subsp|St|var)|\b\p{Lu})\.$/u;

/**
 * Cuts a summary into sentences.
 * @param text as NCBI has it, with the bracket at its end
 */
export function readSummary(text: string): Summary {
  const [bracket, , provider = '', date = ''] = BRACKET.exec(text) ?? [];
  if (bracket === undefined) return { usable: false, reason: 'it does not say who wrote it' };
  if (provider !== PUBLIC_DOMAIN) return { usable: false, reason: `${provider} wrote it, not RefSeq` };
  return { usable: true, sentences: sentencesOf(text.slice(0, text.length - bracket.length)), date };
}

/** A full stop, a space and a capital or a digit end a sentence, but for abbreviations and what stands in parentheses. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const piece of text
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/(?<=[.!?][)"]?) (?=[\p{Lu}\d"(])/u)) {
    const last = sentences.at(-1);
    if (last !== undefined && (ABBREVIATIONS.test(last) || isOpen(last)))
      sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece);
  }
  return sentences.filter((sentence) => sentence !== '');
}

function isOpen(text: string): boolean {
  return (text.match(/\(/gu)?.length ?? 0) > (text.match(/\)/gu)?.length ?? 0);
}
