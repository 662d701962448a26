import type { LocationAnswer } from '../answer/answer.js';
import { assemblyOf } from '../record/chromosomes.js';
import { databaseLink } from '../record/databases.js';
import { placeIn } from '../record/lookups.js';
import type { GeneLocation, GeneRecord, Species } from '../record/schema.js';
import { bp, geneSymbol, megabases, speciesName } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import { type AnswerView, copyField, narrowField, type ViewLink } from './view.js';

/** What a reader sees of the gene's place: chromosome, coordinates in bp, assembly, browsers. */
export function locationView(answer: LocationAnswer): AnswerView {
  const { record, species } = answer;
  const place = placeIn(record, species);
  const base = { ...viewBase(answer), title: `${geneSymbol(record)}: where it lies`, lead: leadOf(answer) };
  if (place === null) {
    return {
      ...base,
      body: [
        `The record has no location of ${geneSymbol(record)} in ${speciesName(record, species).toLowerCase()}.`,
      ],
    };
  }
  const links = browserLinks(record, species, place);
  return {
    ...base,
    url: links[0]?.url ?? null,
    body: [
      `${geneSymbol(record)} lies on chromosome ${place.chromosome} (${speciesName(record, species).toLowerCase()}), at ${megabases(place)}.`,
    ],
    fields: [
      copyField('Coordinates', `chr${place.chromosome}:${bp(place.start)}-${bp(place.end)}`, null),
      narrowField('Assembly', assemblyName(place)),
      narrowField('Chromosome', place.chromosome),
    ],
    notes: [...answer.notes, ...placeNotes(place)],
    links,
  };
}

/** "GRCh37 (hg19), inferred"; "not stated" where nobody knows the assembly. */
export function assemblyName({ assembly, assemblyBasis }: GeneLocation): string {
  if (assembly === undefined) return 'not stated';
  const ucsc = assemblyOf(assembly)?.ucsc;
  return `${assembly}${ucsc === undefined ? '' : ` (${ucsc})`}${assemblyBasis === 'inferred' ? ', inferred' : ''}`;
}

function placeNotes({ rounding, assemblyNote }: GeneLocation): string[] {
  const rounded =
    rounding === 1 ? [] : [`Coordinates are in bp, rounded to ${bp(rounding)} bp in the source.`];
  return [...rounded, ...(assemblyNote === undefined ? [] : [assemblyNote])];
}

function browserLinks(
  record: GeneRecord,
  species: Species,
  { chromosome, start, end, assembly = '' }: GeneLocation,
): ViewLink[] {
  const { ucsc, ensembl } = assemblyOf(assembly) ?? {};
  const gene = record.identifiers.find(
    (entry) => entry.database === 'ncbigene' && entry.species === species,
  )?.accession;
  const ncbi = gene === null || gene === undefined ? null : databaseLink('ncbigene', gene);
  return [
    ...(ucsc === undefined
      ? []
      : [
          {
            label: `UCSC (${ucsc})`,
            url: `https://genome.ucsc.edu/cgi-bin/hgTracks?db=${ucsc}&position=chr${chromosome}:${start}-${end}`,
          },
        ]),
    ...(ensembl === undefined
      ? []
      : [
          { label: `Ensembl (${assembly})`, url: `${ensembl}/Location/View?r=${chromosome}:${start}-${end}` },
        ]),
    ...(ncbi === null ? [] : [{ label: 'NCBI Gene', url: ncbi }]),
  ];
}
