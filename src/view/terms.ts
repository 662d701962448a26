import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import {
  geneFullName,
  geneSymbol,
  nameKindPhrase,
  plainTitle,
  referenceLabel,
  speciesName,
} from '../record/words.js';
import type { FoundTerm } from '../search/terms.js';
import { identifierNotes } from './accession.js';

/** What a term is, in one or more sentences. */
export function explainTerm({ record, typed, what }: FoundTerm): string {
  const gene = `${geneSymbol(record)} (${geneFullName(record)})`;
  switch (what.found) {
    case 'name':
      return what.name.kind === 'symbol' || what.name.kind === 'name' || typed === what.name.name
        ? `${nameKindPhrase(what.name).replace(/^[at]/u, (letter) => letter.toUpperCase())} of ${gene}.`
        : `${what.name.name} is ${nameKindPhrase(what.name)} of ${gene}.`;
    case 'identifier': {
      const { identifier } = what;
      const { name, noun, retired } = DATABASES[identifier.database];
      const notes = [
        ...identifierNotes(record, { ...what, typed }),
        ...(retired === undefined ? [] : [retired]),
      ];
      const sentence = `${name} ${noun} of ${gene}, ${speciesName(record, identifier.species).toLowerCase()}.`;
      return [sentence, ...notes].join(' ');
    }
    case 'reference': {
      const { reference } = what;
      const label = referenceLabel(reference);
      const title = plainTitle(reference);
      return label === title ? label : `${label}: ${title}`;
    }
  }
}

/** At most so many unknown terms are named. */
const NAMED = 15;

/** "Not in this record: IL33, NM_001012632." */
export function notInRecords(records: readonly GeneRecord[], unknown: readonly string[]): string {
  const where = records.length === 1 ? 'Not in this record' : 'Not in these records';
  const more = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  return `${where}: ${unknown.slice(0, NAMED).join(', ')}${more}.`;
}
