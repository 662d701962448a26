import type { GeneCatalogue } from '../src/catalogue/catalogue.js';
import { catalogueSource } from '../src/catalogue/words.js';
import type { GeneRecord } from '../src/record/schema.js';
import { geneSymbol } from '../src/record/words.js';
import { noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { termsReply } from '../src/reply/terms.js';
import { findTerms, type TermsFound } from '../src/search/terms.js';
import { otherTermsIn } from '../src/view/other-genes.js';
import { notInRecords } from '../src/view/terms.js';

/** The entry in a message's menu; one for all records. */
export const LOOK_UP_NAME = 'Look up gene terms';

/** What is looked up in: the records, and the catalogue of all human genes where there is one. */
export interface LookedUpIn {
  readonly records: readonly GeneRecord[];
  readonly catalogue: GeneCatalogue | null;
}

/**
 * Explains every alias, accession, PMID, PMCID, DOI and "Kim 2005" of the records in somebody's message, to the one who asked,
 * and the names and accessions of other human genes; names what of that kind nobody knows.
 * @param text the message, any length
 */
export function lookUpTerms(where: LookedUpIn, text: string): Reply {
  const found = findTerms(where.records, text);
  return explained(where, found, text, true) ?? noticeReply(nothingFound(where.records, found));
}

/** As `lookUpTerms`; null when nothing that is known stands in the text. */
export function explainTerms(where: LookedUpIn, text: string): Reply | null {
  return explained(where, findTerms(where.records, text), text, false);
}

function explained(
  { records, catalogue }: LookedUpIn,
  { terms, unknown }: TermsFound,
  text: string,
  shareable: boolean,
): Reply | null {
  const others = catalogue === null ? [] : otherTermsIn(records, text, catalogue);
  if (terms.length + others.length === 0) return null;
  return termsReply(terms, {
    unknown: unknown.filter((typed) => !others.some((other) => other.typed === typed)),
    others,
    catalogue: catalogue === null ? null : catalogueSource(catalogue),
    shareable,
  });
}

function nothingFound(records: readonly GeneRecord[], { unknown }: TermsFound): string {
  const genes = records.map(geneSymbol).join(', ');
  const nothing = `That message has no name, accession or reference of ${genes}.`;
  return unknown.length === 0 ? nothing : `${nothing} ${notInRecords(records, unknown)}`;
}
