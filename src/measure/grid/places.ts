import type { GridPlace } from './gene.js';
import type { Grid, GridQuestion, Lead } from './question.js';

const UCSC: Readonly<Record<string, string>> = {
  GRCh37: 'hg19',
  GRCh38: 'hg38',
  GRCm38: 'mm10',
  GRCm39: 'mm39',
};
const CHROMOSOMES = ['1', '2', '3', '4', '5', '7', '9', '11', '14', '16', '17', '19', '21', 'X', 'Y'];

/** Questions about the place of the gene in the species that the record is about, and about its species. */
export function placeQuestions(grid: Grid): readonly GridQuestion[] {
  const first = grid.gene.record.locations.filter(
    ({ species }) => species === grid.gene.record.locations[0]?.species,
  );
  const [only, ...more] = first;
  if (only?.place == null || more.length > 0) return [];
  const context = { grid, place: only.place, species: only.species };
  return [...chromosomes(context), ...ranges(context), ...assemblies(context), ...open(context)];
}

interface Context {
  readonly grid: Grid;
  readonly place: GridPlace;
  readonly species: string;
}

function ask({ species }: Context, q: string, verdict: readonly Lead[] | Lead): GridQuestion {
  const isSure = !verdict.includes('unsaid');
  return {
    part: 'places',
    q,
    expect: isSure ? ['location'] : ['location', 'none'],
    facts: [`location:${species}`],
    verdict,
  };
}

function chromosomes(context: Context): readonly GridQuestion[] {
  const { grid, place } = context;
  const name = grid.gene.symbol;
  const forms: readonly ((chromosome: string) => string)[] =
    grid.half === 'development'
      ? [
          (c) => `is ${name} on chromosome ${c}?`,
          (c) => `${name} is on chr${c}, right?`,
          (c) => `isn't ${name} on chromosome ${c}?`,
          (c) => `is it true that ${name} lies on chromosome ${c}`,
        ]
      : [
          (c) => `does ${name} sit on chr ${c}?`,
          (c) => `${name} maps to chromosome ${c}, correct?`,
          (c) => `${name} isn't on chromosome ${c}, is it?`,
          (c) => `am i right that ${name} is on chr${c}?`,
        ];
  const turned =
    grid.half === 'development'
      ? (c: string) => `is it wrong that ${name} is on chromosome ${c}?`
      : (c: string) => `is it incorrect that ${name} is on chr${c}?`;
  return [place.chromosome, ...CHROMOSOMES.filter((c) => c !== place.chromosome)].flatMap((c) => {
    const isHere = c === place.chromosome;
    return [
      ...forms.map((form) => ask(context, form(c), isHere ? 'yes' : 'no')),
      ask(context, turned(c), isHere ? 'no' : 'yes'),
    ];
  });
}

function grouped(position: number): string {
  return String(position).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

function megabases(position: number): string {
  return String(Math.round(position / 10_000) / 100);
}

/** Ranges, points and megabases: inside, far away, and on another chromosome. */
function ranges(context: Context): readonly GridQuestion[] {
  const { grid, place } = context;
  const { chromosome: c, start, end } = place;
  const name = grid.gene.symbol;
  const other = c === '7' ? '9' : '7';
  const far = start > 60_000_000 ? start - 41_370_000 : start + 41_370_000;
  const length = end - start;
  const middle = Math.round((start + end) / 2);
  const cases: readonly (readonly [string, number, number, 'yes' | 'no'])[] = [
    [c, start, end, 'yes'],
    [c, far, far + length, 'no'],
    [c, start + 5_000_000, end + 5_000_000, 'no'],
    [other, start, end, 'no'],
    [other, far, far + length, 'no'],
  ];
  const rangeForms: readonly ((at: string) => string)[] =
    grid.half === 'development'
      ? [
          (at) => `is ${name} at ${at}?`,
          (at) => `${name} is at ${at}, right?`,
          (at) => `is it true that ${name} lies at ${at}?`,
        ]
      : [
          (at) => `does ${name} span ${at}?`,
          (at) => `${name} = ${at}, correct?`,
          (at) => `are the coordinates of ${name} ${at}?`,
        ];
  const pointForms: readonly ((at: string) => string)[] =
    grid.half === 'development'
      ? [(at) => `is ${name} at ${at}?`, (at) => `${name} is around ${at}, isn't it?`]
      : [(at) => `would I find ${name} at ${at}?`, (at) => `${name} lies near ${at}, correct?`];
  return cases.flatMap(([on, from, to, lead]) => {
    const point = on === c && from === start ? middle : from;
    const spans = [
      `chr${on}:${from}-${to}`,
      `chr${on}:${grouped(from)}-${grouped(to)}`,
      `chromosome ${on} from ${grouped(from)} to ${grouped(to)} bp`,
    ];
    const points = [`chr${on}:${grouped(point)}`, `${megabases(point)} Mb on chromosome ${on}`];
    return [
      ...spans.flatMap((at) => rangeForms.map((form) => ask(context, form(at), lead))),
      ...points.flatMap((at) => pointForms.map((form) => ask(context, form(at), lead))),
    ];
  });
}

/** The same coordinates on the recorded assembly, and on another, of which the record does not speak. */
function assemblies(context: Context): readonly GridQuestion[] {
  const { grid, place } = context;
  const name = grid.gene.symbol;
  const at = `chr${place.chromosome}:${place.start}-${place.end}`;
  const other = ['GRCh37', 'GRCh38'].find((assembly) => assembly !== place.assembly) ?? 'GRCh38';
  const names = (assembly: string) => [assembly, UCSC[assembly] ?? assembly];
  const form = (build: string) =>
    grid.half === 'development'
      ? `is ${name} at ${at} in ${build}?`
      : `on ${build}, does ${name} lie at ${at}?`;
  const far = (build: string) =>
    grid.half === 'development'
      ? `is ${name} at chr${place.chromosome}:${place.start + 9_000_000}-${place.end + 9_000_000} in ${build}?`
      : `on ${build}, is ${name} at chr${place.chromosome}:${place.start + 8_000_000}?`;
  if (place.assembly === undefined) return [];
  return [
    ...names(place.assembly).flatMap((build) => [
      ask(context, form(build), 'yes'),
      ask(context, far(build), 'no'),
    ]),
    ...names(other).flatMap((build) => [
      ask(context, form(build), 'unsaid'),
      ask(context, far(build), ['unsaid', 'no']),
    ]),
  ];
}

function open(context: Context): readonly GridQuestion[] {
  const { grid, place } = context;
  const name = grid.gene.symbol;
  const other = place.chromosome === '4' ? '6' : '4';
  const questions =
    grid.half === 'development'
      ? [
          `where is ${name}?`,
          `which chromosome is ${name} on?`,
          `coordinates of ${name}`,
          `is ${name} on chromosome ${place.chromosome} or ${other}?`,
        ]
      : [
          `genomic location of ${name}`,
          `on what chromosome do I find ${name}`,
          `position of ${name} in bp`,
          `${name}: chr${other} or chr${place.chromosome}?`,
        ];
  return questions.map((q) => ask(context, q, 'none'));
}

/** Species that no record has a column for. */
const STRANGE: Readonly<Record<Grid['half'], readonly string[]>> = {
  development: ['chicken', 'zebrafish', 'pig'],
  heldOut: ['dog', 'horse', 'frog'],
};

/** Questions about species: the gene's own, one for which the record has nothing, and one of which it does not speak. */
export function speciesQuestions({ gene, half }: Grid): readonly GridQuestion[] {
  const { identifiers, locations } = gene.record;
  const own = identifiers[0]?.species ?? 'human';
  const name = gene.symbol;
  const ask = (q: string, expect: readonly string[], verdict: readonly Lead[] | Lead): GridQuestion => ({
    part: 'species',
    q,
    expect,
    verdict,
  });
  const known = [...new Set([...identifiers, ...locations].map(({ species }) => species))].filter(
    (species) => species !== own,
  );
  const ownWays =
    half === 'development'
      ? [`is ${name} a ${own} gene?`, `is ${name} found in ${own}?`]
      : [`does ${own} have ${name}?`, `${name} is ${own}, correct?`];
  const onlyWays =
    half === 'development' ? `is ${name} only found in ${own}s?` : `is ${name} unique to ${own}s?`;
  return [
    ...ownWays.map((q) => ask(q, ['species', 'summary'], 'yes')),
    ask(onlyWays, ['species', 'none'], 'unsaid'),
    ...known.flatMap((species) => {
      const has = identifiers.some((each) => each.species === species && each.accession !== null);
      const ways =
        half === 'development'
          ? [`is there a ${species} ${name}?`, `does ${species} have an ortholog of ${name}?`]
          : [`any ${species} ortholog of ${name}?`, `is there a ${species} version of ${name}`];
      return ways.map((q) => ask(q, ['species', 'identifier', 'none'], has ? 'yes' : ['no', 'unsaid']));
    }),
    ...STRANGE[half].flatMap((species) => [
      ask(
        half === 'development'
          ? `is there a ${species} ortholog of ${name}?`
          : `does the ${species} have ${name}?`,
        ['none', 'species'],
        'unsaid',
      ),
      ask(
        half === 'development' ? `Ensembl ID of ${species} ${name}` : `${species} ${name} uniprot id`,
        ['none'],
        'unsaid',
      ),
    ]),
  ];
}
