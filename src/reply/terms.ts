import type { OtherTerm } from '../answer/other-genes.js';
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

/** What a message has besides the terms of records. */
export interface BesideTerms {
  /** what looks like a term and is in no record */
  readonly unknown?: readonly string[];
  /** names and accessions of other human genes */
  readonly others?: readonly OtherTerm[];
  /** where those are from */
  readonly catalogue?: string | null;
}

/**
 * The terms that were found in somebody's message, each explained, with buttons to what the record has about them.
 * @param terms in the order of the message; those of other genes stand behind them
 */
export function termsReply(
  terms: readonly FoundTerm[],
  { unknown = [], others = [], catalogue = null }: BesideTerms = {},
): Reply {
  const shown = terms.slice(0, LIMITS.embedFields);
  const [first] = terms;
  const records = [...new Set(terms.map((term) => term.record))];
  const sources = [...records.map((each) => sourceLine(each)), ...(others.length > 0 ? [catalogue] : [])];
  const count = terms.length + others.length;
  const left = count - Math.min(count, LIMITS.embedFields);
  const description = [
    left > 0 ? `The first ${count - left} are explained here.` : '',
    unknown.length > 0 ? escapeText(notInRecords(records, unknown)) : '',
  ].filter((line) => line !== '');
  const embed = withinTotal({
    color: COLOUR,
    author: {
      name: clamp(
        [records.map(geneSymbol).join(', '), 'Gene terms'].filter(Boolean).join(' · '),
        LIMITS.embedAuthor,
      ),
    },
    title: count === 1 ? '1 term in that message' : `${count} terms in that message`,
    description: clamp(description.join('\n'), LIMITS.embedDescription),
    fields: [
      ...shown.map((term) => ({ name: termName(term), value: termValue(term), inline: false })),
      ...others.map((term) => ({
        name: termName(term),
        value: withLink(term.sentence, term.url),
        inline: false,
      })),
    ].slice(0, LIMITS.embedFields),
    footer: { text: clamp([...new Set(sources)].join('\n'), LIMITS.embedFooter) },
  });
  const buttons = row(nextButtons(shown.map((term) => ({ record: term.record, ...moreAbout(term) }))));
  return {
    message: { content: '', embeds: [embed], components: buttons === null ? [] : [buttons], files: [] },
    private: true,
    outcome: 'answered',
    context: first === undefined ? null : contextFor(first.record, moreAbout(first).request),
  };
}

function termName({ typed }: { readonly typed: string }): string {
  return clamp(escapeText(typed.replace(/\s+/gu, ' ')), LIMITS.embedFieldName);
}

function termValue(term: FoundTerm): string {
  return withLink(explainTerm(term), termUrl(term));
}

function withLink(sentence: string, url: string | null): string {
  const text = escapeText(sentence);
  return clamp(url === null ? text : `${text}\n[Open](${url})`, LIMITS.embedFieldValue);
}

function termUrl({ what }: FoundTerm): string | null {
  if (what.is === 'reference') return referenceLinks(what.reference)[0]?.url ?? null;
  if (what.is === 'name' || what.identifier.accession === null) return null;
  return databaseLink(what.identifier.database, what.identifier.accession);
}
