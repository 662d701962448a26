import { moreAbout } from '../answer/terms.js';
import { LIMITS } from '../limits.js';
import { databaseLink } from '../record/databases.js';
import { geneSymbol, referenceLinks, sourceLine } from '../record/words.js';
import type { FoundTerm } from '../search/terms.js';
import { explainTerm, notInRecords } from '../view/terms.js';
import { nextButtons, row } from './components.js';
import { contextFor } from './context.js';
import { withinTotal } from './embed.js';
import { clamp, escapeText } from './markdown.js';
import type { Reply } from './reply.js';

const COLOUR = 0x4b7bec;

/**
 * The terms that were found in somebody's message, each explained, with buttons to what the record has about them.
 * @param terms at least one, in the order of the message
 * @param unknown what looks like a term and is in no record
 */
export function termsReply(
  terms: readonly [FoundTerm, ...FoundTerm[]],
  unknown: readonly string[] = [],
): Reply {
  const shown = terms.slice(0, LIMITS.embedFields);
  const [{ record, ...first }] = terms;
  const records = [...new Set(terms.map((term) => term.record))];
  const sources = [...new Set(records.map((each) => sourceLine(each)))];
  const left = terms.length - shown.length;
  const description = [
    left > 0 ? `The first ${shown.length} are explained here.` : '',
    unknown.length > 0 ? escapeText(notInRecords(records, unknown)) : '',
  ].filter((line) => line !== '');
  const embed = withinTotal({
    color: COLOUR,
    author: { name: clamp(`${records.map(geneSymbol).join(', ')} · Gene terms`, LIMITS.embedAuthor) },
    title: terms.length === 1 ? '1 term in that message' : `${terms.length} terms in that message`,
    description: clamp(description.join('\n'), LIMITS.embedDescription),
    fields: shown.map((term) => ({ name: termName(term), value: termValue(term), inline: false })),
    footer: { text: clamp(sources.join('\n'), LIMITS.embedFooter) },
  });
  const buttons = row(nextButtons(shown.map((term) => ({ record: term.record, ...moreAbout(term) }))));
  return {
    message: { content: '', embeds: [embed], components: buttons === null ? [] : [buttons], files: [] },
    private: true,
    outcome: 'answered',
    context: contextFor(record, moreAbout({ record, ...first }).request),
  };
}

function termName({ typed }: FoundTerm): string {
  return clamp(escapeText(typed.replace(/\s+/gu, ' ')), LIMITS.embedFieldName);
}

function termValue(term: FoundTerm): string {
  const url = termUrl(term);
  const text = escapeText(explainTerm(term));
  return clamp(url === null ? text : `${text}\n[Open](${url})`, LIMITS.embedFieldValue);
}

function termUrl({ what }: FoundTerm): string | null {
  if (what.is === 'reference') return referenceLinks(what.reference)[0]?.url ?? null;
  if (what.is === 'name' || what.identifier.accession === null) return null;
  return databaseLink(what.identifier.database, what.identifier.accession);
}
