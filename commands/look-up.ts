import type { GeneRecord } from '../src/record/schema.js';
import { geneSymbol } from '../src/record/words.js';
import { noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { termsReply } from '../src/reply/terms.js';
import { findTerms, type TermsFound } from '../src/search/terms.js';
import { notInRecords } from '../src/view/terms.js';

/** The entry in a message's menu; one for all records. */
export const LOOK_UP_NAME = 'Look up gene terms';

/**
 * Explains every alias, accession, PMID, PMCID, DOI and "Kim 2005" of the records in somebody's message, to the one who asked,
 * and names what of that kind is in none of them.
 * @param text the message, any length
 */
export function lookUpTerms(records: readonly GeneRecord[], text: string): Reply {
  const found = findTerms(records, text);
  return explained(found) ?? noticeReply(nothingFound(records, found));
}

/** As `lookUpTerms`; null when nothing of the records stands in the text. */
export function explainTerms(records: readonly GeneRecord[], text: string): Reply | null {
  return explained(findTerms(records, text));
}

function explained({ terms: [first, ...others], unknown }: TermsFound): Reply | null {
  return first === undefined ? null : termsReply([first, ...others], unknown);
}

function nothingFound(records: readonly GeneRecord[], { unknown }: TermsFound): string {
  const genes = records.map(geneSymbol).join(', ');
  const nothing = `That message has no name, accession or reference of ${genes}.`;
  return unknown.length === 0 ? nothing : `${nothing} ${notInRecords(records, unknown)}`;
}
