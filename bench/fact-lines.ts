import type { GeneRecord } from '../src/record/schema.js';
import { signature } from '../src/record/words.js';

/** A record's facts as plain lines, for the baseline. */
export interface Fact {
  readonly kind: string;
  readonly text: string;
}

/** Every fact of a record as one searchable line with the kind of answer that would show it. */
export function factLines(record: GeneRecord): readonly Fact[] {
  return [
    ...record.names.map(({ name, kind }) => ({
      kind: 'alias',
      text: `${name} ${kind} name alias of ${record.names[0]?.name ?? ''}`,
    })),
    ...record.identifiers.map(({ database, species, accession }) => ({
      kind: 'identifier',
      text: `${database} ${species} ${accession ?? 'none'}`,
    })),
    ...record.statements.map(({ text }) => ({ kind: 'function', text })),
    ...record.references.map((reference) => ({
      kind: 'citation',
      text: [
        reference.title,
        ...(reference.author ?? []).map(signature),
        reference['container-title'] ?? '',
        reference.DOI ?? '',
        reference.PMID ?? '',
        reference.PMCID ?? '',
      ].join(' '),
    })),
    ...record.locations.flatMap(({ species, place }) =>
      place === null
        ? []
        : [
            {
              kind: 'location',
              text: `${species} location chromosome ${place.chromosome} ${(place.start / 1e6).toFixed(2)} Mb`,
            },
          ],
    ),
    ...record.species.map(({ name }) => ({ kind: 'species', text: `${name} species ortholog` })),
    { kind: 'summary', text: record.definition.text },
    { kind: 'help', text: 'help what can I ask alias' },
  ];
}
