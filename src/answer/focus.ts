import type { AccessionFind } from '../search/accessions.js';
import type { Aspect } from '../search/vocabulary.js';
import type { Frame } from '../understand/frame.js';
import { isIn } from '../understand/grammar.js';

/** What the words of a question say, as far as it asks. */
type Focus = Pick<Frame, 'focus'>;

/** Whether a word, or two that stand together, is in a list of the grammar. */
export function says({ focus }: Focus, list: string): boolean {
  const words = focus.flatMap(({ text }) => (text.includes(' ') ? text.split(' ') : [text]));
  return words.some((word, at) => isIn(list, word) || isIn(list, `${word} ${words[at + 1]}`));
}

/** Whether one of some kinds of fact is named. */
export function asksFor({ focus }: Focus, ...aspects: readonly Aspect[]): boolean {
  return focus.some(({ terms }) =>
    terms.some((term) => term.kind === 'aspect' && aspects.includes(term.aspect)),
  );
}

/** The accessions of a question that were found in one way. */
export function accessionsFound<Found extends AccessionFind['found']>(
  { accessions }: Pick<Frame, 'accessions'>,
  found: Found,
): readonly Extract<AccessionFind, { found: Found }>[] {
  return accessions.filter((one): one is Extract<AccessionFind, { found: Found }> => one.found === found);
}
