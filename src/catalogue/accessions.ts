import type { AccessionMatch } from './catalogue.js';
import { CATALOGUE_DATABASES } from './databases.js';
import { equalRun } from './table.js';
import { accessionKey, geneAt, type Tables } from './tables.js';

/** A bare number can be an entry of these. */
const NUMBERED = ['ncbigene', 'hgnc', 'omim'];

/**
 * Every entry of the catalogue with an accession, in the order of the databases; empty when there is none.
 * @param accession in the form in which a record would hold it, without version
 * @param database its database; null for a bare number, which several could mean. A transcript may be one of MANE Select, whatever its database
 */
export function findAccessions(
  tables: Tables,
  accession: string,
  database: string | null,
): readonly AccessionMatch[] {
  return CATALOGUE_DATABASES.filter((each) =>
    database === null ? NUMBERED.includes(each) : each === database || each === 'mane',
  ).flatMap((each) => {
    const kept = each === 'hgnc' && database === null ? `HGNC:${accession}` : accession;
    const { from, to } = equalRun(tables.accessions, accessionKey(each, kept));
    return Array.from({ length: to - from }, (_, at) => ({
      gene: geneAt(tables, tables.accessionGenes[from + at] ?? 0),
      database: each,
      accession: kept,
    }));
  });
}
