import type { AccessionMatch, GeneCatalogue } from '../catalogue/catalogue.js';
import { scanAccessions } from './accessions.js';
import { readable } from './normalise.js';

/** An accession in a text and what it is in the catalogue of all human genes. */
export interface GeneAccession {
  /** as it stands in the text */
  readonly typed: string;
  readonly entries: readonly AccessionMatch[];
}

/**
 * The accessions of a text that the catalogue knows.
 * @param text as typed
 * @param bare whether bare numbers count: where an accession is asked for, not in a running text
 */
export function geneAccessions(
  catalogue: GeneCatalogue,
  text: string,
  bare: boolean,
): readonly GeneAccession[] {
  return scanAccessions(readable(text)).flatMap(({ typed, base, space }) => {
    if (space === null && !bare) return [];
    const database = typeof space === 'object' && space !== null ? space.other : space;
    const entries = catalogue.byAccession(base.replace(/\.\d{1,3}$/u, ''), database);
    return entries.length === 0 ? [] : [{ typed, entries }];
  });
}
