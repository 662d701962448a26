import type { Reference } from '../record/schema.js';
import { doiLink } from '../record/words.js';

/** The address that a reader should follow first: its own URL, else DOI, else PubMed, else PMC. */
export function mainLink(reference: Reference): string | undefined {
  const { URL: own, DOI, PMID, PMCID } = reference;
  if (own !== undefined) return own;
  if (DOI !== undefined) return doiLink(DOI);
  if (PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`;
  return PMCID && `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`;
}
