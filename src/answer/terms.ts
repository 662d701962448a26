import { findReferenceMentions } from '../citation/mentions.js';
import { DATABASES } from '../record/databases.js';
import type { GeneRecord } from '../record/schema.js';
import { referenceLabel } from '../record/words.js';
import { type FoundTerm, findTerms } from '../search/terms.js';
import type { Suggestion } from './request.js';

/**
 * Every alias, accession, PMID, PMCID, DOI and "Kim 2005" of the records in a text, each once, in the order of the text.
 * @param text a message of any length, as it was written
 */
export function termsIn(records: readonly GeneRecord[], text: string): readonly FoundTerm[] {
  const found = [...findTerms(records, text)];
  for (const record of records) {
    for (const mention of findReferenceMentions(text, record.references)) {
      if (mention.kind !== 'known') continue;
      const { start, end, reference } = mention;
      if (found.some((term) => start < term.end && term.start < end)) continue;
      found.push({ record, start, end, typed: mention.text, what: { is: 'reference', reference } });
    }
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start)
    .filter((term) => !seen.has(termKey(term)) && seen.add(termKey(term)));
}

function termKey({ record, what }: FoundTerm): string {
  switch (what.is) {
    case 'name':
      return `${record.command} name ${what.name.name}`;
    case 'identifier':
      return `${record.command} ${what.identifier.database} ${what.identifier.accession}`;
    case 'reference':
      return `${record.command} reference ${what.reference.id}`;
  }
}

/** The answer that has more about a term. */
export function moreAbout({ what }: FoundTerm): Suggestion {
  switch (what.is) {
    case 'name':
      return { label: what.name.name, request: { do: 'alias', name: what.name.name } };
    case 'identifier': {
      const { database, species } = what.identifier;
      return { label: DATABASES[database].name, request: { do: 'id', databases: [database], species } };
    }
    case 'reference':
      return {
        label: `Cite ${referenceLabel(what.reference)}`.slice(0, 38),
        request: { do: 'cite', references: [what.reference.id], format: null },
      };
  }
}
