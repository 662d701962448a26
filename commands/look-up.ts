import { termsIn } from '../src/answer/terms.js';
import type { GeneRecord } from '../src/record/schema.js';
import { geneSymbol } from '../src/record/words.js';
import { noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { termsReply } from '../src/reply/terms.js';

/** The entry in a message's menu; one for all records. */
export const LOOK_UP_NAME = 'Look up gene terms';

/**
 * Explains every alias, accession, PMID, PMCID, DOI and "Kim 2005" of the records in somebody's message, to the one who asked.
 * @param text the message, any length
 */
export function lookUpTerms(records: readonly GeneRecord[], text: string): Reply {
  const genes = records.map(geneSymbol).join(', ');
  return (
    explainTerms(records, text) ??
    noticeReply(`No name, accession or reference of ${genes} was found in that message.`)
  );
}

/** As `lookUpTerms`; null when nothing of the records stands in the text. */
export function explainTerms(records: readonly GeneRecord[], text: string): Reply | null {
  const [first, ...others] = termsIn(records, text);
  return first === undefined ? null : termsReply([first, ...others]);
}
