import type { GeneRecord, Species } from '../record/schema.js';
import type { Verdict } from './answer.js';
import type { Features } from './ask-features.js';
import { asksForMistake } from './ask-scope.js';

/** Yes for a name of the gene that was asked about; No where another gene was suspected behind it. */
export function nameVerdict(name: string | null, features: Features): Verdict | null {
  if (name === null || !features.scope.yesNo || choosesOrDenies(features)) return null;
  if (isDenied(features)) return 'no';
  const kinds = features.own.map((mark) => mark.name?.kind);
  const [kind] = kinds;
  const asksIsoform = features.word(/^(?:isoforms?|splice (?:variants?|forms?))$/u);
  if (asksIsoform && kind === 'alias') return kinds.includes('isoform') ? null : 'no';
  if (features.word(/\b(?:official|symbol)\b/u) && kind === 'alias') return kinds.length > 1 ? null : 'no';
  if (features.word(/^alias$/u) && kind === 'symbol' && kinds.length === 1) return null;
  return features.word(/^(?:different|a different gene|another|separate|distinct)$/u) ? 'no' : 'yes';
}

/** "A or B", "A ≠ B": neither yes nor no would be understood. */
function choosesOrDenies(features: Features): boolean {
  return (
    features.word(/^(?:or|either)$/u) ||
    features.scope.choice ||
    asksForMistake(features.scope) ||
    features.marks.some(({ before }) => /[≠≢]|!=/u.test(before))
  );
}

/** "X is not one of its names, right?" is denied; "isn't X one of them" asks the same as without the not. */
function isDenied({ marks }: Features): boolean {
  const at = marks.findIndex(({ text }) => /^(?:not|isnt|arent|aint|never)$/u.test(text));
  const asked =
    /^(?:is|are|isnt|arent|was|does|so|and|but)$/u.test(marks[0]?.text ?? '') && marks[1]?.kind !== 'own';
  return at > 0 && !asked && marks.slice(0, at).some((mark) => mark.kind === 'own');
}

/** The chromosome that a yes/no question names, or null. */
function askedChromosome(features: Features): string | null {
  for (const [at, mark] of features.marks.entries()) {
    const joined = /^chr(\d{1,2}|x|y|mt)$/u.exec(mark.text)?.[1];
    if (joined !== undefined) return joined.toUpperCase();
    const next = features.marks[at + 1]?.text ?? '';
    if (/^(?:chromosome|chr|chrom)$/u.test(mark.text) && /^(?:\d{1,2}|x|y|mt)$/u.test(next))
      return next.toUpperCase();
    const there = next === 'the' ? (features.marks[at + 2]?.text ?? '') : next;
    if (mark.text === 'on' && /^(?:[1-9]|1\d|2[0-2]|x|y)$/u.test(there)) return there.toUpperCase();
  }
  return null;
}

const ASSEMBLY_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:hg19|hg 19|grch37|grch 37|build 37|b37)$/u, 'GRCh37'],
  [/^(?:hg38|hg 38|grch38|grch 38|build 38|b38)$/u, 'GRCh38'],
  [/^(?:mm10|grcm38)$/u, 'GRCm38'],
  [/^(?:mm39|grcm39)$/u, 'GRCm39'],
  [/^(?:hg18|ncbi36|t2t|chm13)$/u, 'another'],
];

function askedAssemblies(features: Features): readonly string[] {
  return features.marks.flatMap((mark) =>
    ASSEMBLY_NAMES.filter(([pattern]) => pattern.test(mark.text)).map(([, name]) => name),
  );
}

function assemblyOf(record: GeneRecord): string | null {
  return record.locations.find((location) => location.place !== null)?.place?.assembly ?? null;
}

/** Yes or no to a chromosome or an assembly that was named. */
export function locationVerdict(record: GeneRecord, features: Features): Verdict | null {
  if (!features.scope.yesNo || choosesOrDenies(features)) return null;
  const place = record.locations.find((location) => location.place !== null)?.place;
  const chromosome = askedChromosome(features);
  if (chromosome !== null && place) return place.chromosome === chromosome ? 'yes' : 'no';
  const assemblies = askedAssemblies(features);
  if (assemblies.length !== 1) return null;
  return assemblies[0] === assemblyOf(record) ? 'yes' : 'no';
}

type Place = NonNullable<GeneRecord['locations'][number]['place']>;

const MB = 1_000_000;
/** Places are given in hundredths of a megabase by those who ask. */
const NEAR_BP = 20_000;

function megabases(bp: number): string {
  return (bp / MB).toFixed(2);
}

/** Whether positions (Mb, or bp of six digits and more) were named and none is near the gene's. */
function isElsewhere(features: Features, { start, end }: Place): boolean {
  const said = features.marks
    .map(({ kind, raw, before }) => (kind === 'accession' ? ' ' : before + raw))
    .join('');
  const inMb = [...said.matchAll(/(\d{1,3}(?:\.(\d+))?)\s?mb\b/giu)].map((found) => ({
    bp: Number(found[1]) * MB,
    near: Math.max(NEAR_BP, MB / 10 ** (found[2]?.length ?? 0)),
  }));
  const inBp = [...said.matchAll(/\d{6,9}|\d{1,3}(?:,\d{3}){1,2}/gu)].map((found) =>
    Number(found[0].replaceAll(',', '')),
  );
  const positions = [...inMb, ...inBp.map((bp) => ({ bp, near: NEAR_BP }))];
  return positions.length > 0 && positions.every(({ bp, near }) => bp < start - near || bp > end + near);
}

/** Why a place cannot be given: it was asked on an assembly that the record does not use. Null when it can. */
export function locationProblem(record: GeneRecord, features: Features): string | null {
  const place = record.locations.find((location) => location.place !== null)?.place;
  const chromosome = askedChromosome(features);
  if (
    !features.scope.yesNo &&
    features.own.length === 0 &&
    chromosome !== null &&
    place &&
    place.chromosome !== chromosome
  )
    return `The record places the gene on chromosome ${place.chromosome}, not on ${chromosome}.`;
  if (place !== undefined && place !== null && features.own.length === 0 && isElsewhere(features, place))
    return `The record places the gene elsewhere: on chromosome ${place.chromosome}, at ${megabases(place.start)} Mb.`;
  const assemblies = askedAssemblies(features);
  const recorded = assemblyOf(record);
  if (assemblies.length === 0 || features.scope.yesNo || recorded === null || assemblies.includes(recorded))
    return null;
  return `The record gives the place on ${recorded} only, not on the assembly that was asked.`;
}

function saysNotAvailable({ marks }: Features): boolean {
  return marks.some(
    ({ text }, at) => text === 'n' && marks[at + 1]?.text === 'a' && marks[at + 1]?.before === '/',
  );
}

/** Whether the record has anything of the species that was asked about. */
export function speciesVerdict(
  record: GeneRecord,
  species: Species | null,
  features: Features,
): Verdict | null {
  if (
    species === null ||
    !features.scope.yesNo ||
    features.word(/^(?:no|not|isnt|never|or|either|error|wrong)$/u)
  )
    return null;
  if (features.scope.choice) return null;
  const held = record.identifiers.some((entry) => entry.species === species && entry.accession !== null);
  const lacks =
    saysNotAvailable(features) ||
    features.word(/^(?:empty|blank|missing|lacks?|absent|without|none|na|void|unfilled)$/u);
  return held === lacks ? 'no' : 'yes';
}
