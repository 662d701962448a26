import { assumedNote, suffixNote } from '../answer/accession.js';
import { DATABASES } from '../record/databases.js';
import { geneFullName, geneSymbol, nameKindPhrase, referenceLabel, speciesName } from '../record/words.js';
import type { FoundTerm } from '../search/terms.js';

/** What a term is, in one or more sentences. */
export function explainTerm({ record, typed, what }: FoundTerm): string {
  const gene = `${geneSymbol(record)} (${geneFullName(record)})`;
  switch (what.is) {
    case 'name':
      return what.name.kind === 'symbol' || what.name.kind === 'name'
        ? `${nameKindPhrase(what.name).replace(/^the/u, 'The')} of ${gene}.`
        : `${what.name.name} is ${nameKindPhrase(what.name)} of ${gene}.`;
    case 'identifier': {
      const { identifier, assumed } = what;
      const { name, noun } = DATABASES[identifier.database];
      const notes = [
        ...assumedNote(assumed, typed, `${name} ${noun}`),
        suffixNote(record, identifier, `${identifier.accession ?? ''}${what.suffix}`),
      ].filter((note) => note !== null);
      const sentence = `${name} ${noun} of ${gene}, ${speciesName(record, identifier.species).toLowerCase()}.`;
      return [sentence, ...notes].join(' ');
    }
    case 'reference': {
      const { reference } = what;
      const label = referenceLabel(reference);
      return label === reference.title ? label : `${label}: ${reference.title}`;
    }
  }
}
