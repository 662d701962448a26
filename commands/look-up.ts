import type { GeneRecord } from '../src/record/schema.js';
import { geneSymbol } from '../src/record/words.js';
import { noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { termsReply } from '../src/reply/terms.js';
import { findTerms } from '../src/search/terms.js';

/** The entry in a message's menu; one for all records. */
export const LOOK_UP_NAME = 'Look up gene terms';

/**
 * Explains every alias, accession, PMID, PMCID and DOI of the records in somebody's message.
 * @param text the message, any length
 */
export function lookUpTerms(records: readonly GeneRecord[], text: string): Reply {
  const terms = findTerms(records, text);
  if (terms.length > 0) return termsReply(terms);
  const genes = records.map(geneSymbol).join(', ');
  return noticeReply(`No name, accession or reference of ${genes} was found in that message.`);
}
