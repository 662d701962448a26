import type { AccessionMatch } from './catalogue.js';
import { accessionForms } from './databases.js';
import { equalRun } from './table.js';
import { accessionKey, geneAt, type Tables } from './tables.js';

/** Every entry of the catalogue that a typed accession can be, in the order of the databases; empty when there is none. */
export function findAccessions(tables: Tables, typed: string): readonly AccessionMatch[] {
  return accessionForms(typed).flatMap(({ database, accession }) => {
    const { from, to } = equalRun(tables.accessions, accessionKey(database, accession));
    return Array.from({ length: to - from }, (_, at) => ({
      gene: geneAt(tables, tables.accessionGenes[from + at] ?? 0),
      database,
      accession,
    }));
  });
}
