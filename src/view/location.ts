import type { LocationAnswer } from '../answer/answer.js';
import { assemblyOf } from '../record/chromosomes.js';
import { databaseLink } from '../record/databases.js';
import { locationIn } from '../record/lookups.js';
import type { GeneLocation, GeneRecord, Species } from '../record/schema.js';
import { bp, geneSymbol, megabases, speciesName } from '../record/words.js';
import { leadOf, viewBase } from './base.js';
import type { AnswerView, ViewLink } from './view.js';

/** What a reader sees of the gene's place: said once, exact where it is exact, with browsers that show the gene. */
export function locationView(answer: LocationAnswer): AnswerView {
  const { record, species } = answer;
  const symbol = geneSymbol(record);
  const name = speciesName(record, species).toLowerCase();
  const places = locationIn(record, species).flatMap(({ place }) => place ?? []);
  const base = { ...viewBase(answer), title: `Where ${symbol} lies`, lead: leadOf(answer) };
  const band = record.cytobands.find((each) => each.species === species)?.band;
  const [first] = places;
  if (first === undefined)
    return {
      ...base,
      body: [band === undefined ? noPlace(record, species) : `In band ${band} of the ${name} genome.`],
    };
  const links = browserLinks(record, species, first, places.length > 1);
  return {
    ...base,
    url: links[0]?.url ?? null,
    body: placeText(
      `On ${name} chromosome ${first.chromosome}${band === undefined ? '' : `, band ${band}`}`,
      places,
    ),
    notes: [...base.notes, ...new Set(places.flatMap(placeNotes))],
    links,
  };
}

function noPlace(record: GeneRecord, species: Species): string {
  const name = speciesName(record, species).toLowerCase();
  const of = record.species.find(({ id }) => id === species);
  return of?.counterpart?.kind === 'none'
    ? `The source says that ${geneSymbol(record)} has no counterpart in ${name}.`
    : `The record has no location of ${geneSymbol(record)} in ${name}.`;
}

/** One sentence for one place, a list for those on several assemblies. */
function placeText(opening: string, places: readonly GeneLocation[]): readonly string[] {
  const [line, ...others] = places.map(placeLine);
  return others.length === 0
    ? [`${opening}: ${line}.`]
    : [`${opening}:`, `• ${line}`, ...others.map((each) => `• ${each}`)];
}

/** "chr16:3,065,297-3,069,668 (plus strand), GRCh38 (hg38)"; a rounded place is not given to the base. */
function placeLine(place: GeneLocation): string {
  const { chromosome, start, end, rounding, strand, assembly } = place;
  const where = rounding === 1 ? `chr${chromosome}:${bp(start)}-${bp(end)}` : `about ${megabases(place)}`;
  const direction = strand === undefined ? '' : ` (${strand === '+' ? 'plus' : 'minus'} strand)`;
  return `${where}${direction}, ${assembly === undefined ? 'assembly not stated' : assemblyTitle(assembly)}`;
}

function assemblyTitle(assembly: string): string {
  const ucsc = assemblyOf(assembly)?.ucsc;
  return ucsc === undefined ? assembly : `${assembly} (${ucsc})`;
}

/** "GRCh37 (hg19), inferred"; "not stated" where nobody knows the assembly. */
export function assemblyName({ assembly, assemblyBasis }: GeneLocation): string {
  if (assembly === undefined) return 'not stated';
  return `${assemblyTitle(assembly)}${assemblyBasis === 'inferred' ? ', inferred' : ''}`;
}

function placeNotes({ rounding, assemblyNote }: GeneLocation): string[] {
  const rounded =
    rounding === 1
      ? []
      : [`The source rounds to ${bp(rounding)} bp; the links show that much more on both sides.`];
  return [...rounded, ...(assemblyNote === undefined ? [] : [assemblyNote])];
}

/** The place as a browser's window: as wide as the gene may be, for the ends of a rounded place may lie outside it. */
function windowOf({ start, end, rounding }: GeneLocation): string {
  const margin = rounding === 1 ? 0 : rounding;
  return `${Math.max(1, start - margin)}-${end + margin}`;
}

/** @param named whether the links say their assembly: where the text gives several places */
function browserLinks(record: GeneRecord, species: Species, place: GeneLocation, named: boolean): ViewLink[] {
  const { chromosome, assembly = '' } = place;
  const { ucsc, ensembl } = assemblyOf(assembly) ?? {};
  const region = `${chromosome}:${windowOf(place)}`;
  const gene = record.identifiers.find(
    (entry) => entry.database === 'ncbigene' && entry.species === species,
  )?.accession;
  const pages = [
    {
      label: named ? `UCSC (${ucsc})` : 'UCSC',
      url: ucsc && `https://genome.ucsc.edu/cgi-bin/hgTracks?db=${ucsc}&position=chr${region}`,
    },
    {
      label: named ? `Ensembl (${assembly})` : 'Ensembl',
      url: ensembl && `${ensembl}/Location/View?r=${region}`,
    },
    { label: 'NCBI Gene', url: gene ? databaseLink('ncbigene', gene) : null },
  ];
  return pages.flatMap(({ label, url }) => (url ? [{ label, url }] : []));
}
