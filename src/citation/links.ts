import type { Reference } from '../record/schema.js';

/** The address that a reader should follow first: its own URL, else DOI, else PubMed, else PMC. */
export function mainLink(reference: Reference): string | undefined {
  const { URL: own, DOI, PMID, PMCID } = reference;
  if (own !== undefined) return own;
  if (DOI !== undefined) return doiLink(DOI);
  if (PMID !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`;
  return PMCID && `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`;
}

/** A DOI as a link. Characters that would end or change an address are percent-encoded (DOI Handbook, 3.6). */
export function doiLink(doi: string): string {
  return `https://doi.org/${doi.replaceAll(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu, encodeURIComponent)}`;
}
