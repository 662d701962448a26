import { contentWords, type Gene, type GridReference, spoken } from './gene.js';
import type { Grid, GridQuestion, Lead } from './question.js';

/** Questions about references: author, year, journal, numbers, and who showed what. */
export function referenceQuestions(grid: Grid): readonly GridQuestion[] {
  const papers = grid.gene.record.references.flatMap((reference) => paperOf(grid.gene, reference));
  return [
    ...papers.flatMap((paper) => facts(grid, paper)),
    ...papers.flatMap((paper) => shown(grid, paper)),
    ...papers.flatMap((paper) => open(grid, paper)),
    ...strangers(grid, papers),
  ];
}

interface Paper {
  readonly reference: GridReference;
  readonly author: string;
  readonly year: number;
  readonly journal: string | null;
  /** no other reference of the record has its first author */
  readonly isAlone: boolean;
}

function firstAuthor({ author }: GridReference): string | null {
  const [first] = author ?? [];
  return first !== undefined && 'family' in first ? first.family : null;
}

function paperOf({ record }: Gene, reference: GridReference): readonly Paper[] {
  const author = firstAuthor(reference);
  const year = reference.issued?.['date-parts'][0]?.[0];
  if (author === null || year === undefined) return [];
  const isAlone = record.references.filter((other) => firstAuthor(other) === author).length === 1;
  return [{ reference, author, year, journal: reference['container-title'] ?? null, isAlone }];
}

const JOURNALS = {
  development: ['Nature', 'Cell', 'Blood'],
  heldOut: ['The Lancet', 'Nature Medicine', 'eLife'],
} as const;

function label(q: string, reference: GridReference, verdict: readonly Lead[] | Lead): GridQuestion {
  const open = verdict.includes('unsaid');
  return {
    part: 'references',
    q,
    expect: open ? ['citation', 'none'] : ['citation'],
    facts: [`citation:${reference.id}`],
    verdict,
  };
}

function facts(
  { half }: Grid,
  { reference, author, year, journal, isAlone }: Paper,
): readonly GridQuestion[] {
  if (!isAlone) return [];
  const wrong = [year - 3, year + 2, year + 6];
  const others = JOURNALS[half].filter((other) => other !== journal);
  const years: readonly ((y: number) => string)[] =
    half === 'development'
      ? [(y) => `is the ${author} paper from ${y}?`, (y) => `${author} et al. was published in ${y}, right?`]
      : [(y) => `did ${author} publish in ${y}?`, (y) => `the ${author} article came out in ${y}, correct?`];
  const places: readonly ((j: string) => string)[] =
    half === 'development'
      ? [(j) => `is the ${author} paper in ${j}?`]
      : [(j) => `was the ${author} ${year} article published in ${j}?`];
  return [
    ...years.flatMap((form) => [
      label(form(year), reference, 'yes'),
      ...wrong.map((y) => label(form(y), reference, ['no', 'unsaid'])),
    ]),
    ...(journal === null
      ? []
      : places.flatMap((form) => [
          label(form(journal), reference, 'yes'),
          ...others.map((j) => label(form(j), reference, ['no', 'unsaid'])),
        ])),
    ...numbers(half, { reference, author }),
  ];
}

function numbers(
  half: Grid['half'],
  { reference, author }: Pick<Paper, 'reference' | 'author'>,
): readonly GridQuestion[] {
  const { PMID, DOI } = reference;
  return [
    ...(PMID === undefined
      ? []
      : [
          label(
            half === 'development'
              ? `is PMID ${PMID} the ${author} paper?`
              : `${author} is pmid ${PMID}, correct?`,
            reference,
            'yes',
          ),
        ]),
    ...(PMID === undefined
      ? []
      : [
          label(
            half === 'development' ? `PMID of the ${author} paper` : `pubmed id for ${author}?`,
            reference,
            'none',
          ),
        ]),
    ...(DOI === undefined
      ? []
      : [
          label(
            half === 'development' ? `doi of ${author} et al.` : `what's the DOI of the ${author} article`,
            reference,
            'none',
          ),
        ]),
  ];
}

/** "did Kim show that ...": so where the statement cites the reference; otherwise the record says who did. */
function shown({ gene, half }: Grid, { reference, author, isAlone }: Paper): readonly GridQuestion[] {
  if (!isAlone) return [];
  const raises = half === 'development' ? 'increases' : 'enhances';
  return gene.effects
    .filter(
      ({ sign, direction, statement, perturbed }) =>
        sign === '+' && direction === 'out' && statement.polarity === 'positive' && !perturbed,
    )
    .flatMap(({ statement, objects }) => {
      const object = gene.entities.get(objects[0] ?? '');
      if (object === undefined) return [];
      const cited = new Set(
        gene.effects
          .filter((each) => each.objects.includes(object.id))
          .flatMap((each) => each.statement.references),
      );
      const isTheirs = statement.references.includes(reference.id);
      if (!isTheirs && cited.has(reference.id)) return [];
      const claim = `${gene.symbol} ${raises} ${spoken(object)}`;
      return [
        {
          part: 'who showed',
          q:
            half === 'development'
              ? `did ${author} show that ${claim}?`
              : `is it ${author} who found that ${claim}?`,
          expect: isTheirs ? ['function', 'citation'] : ['function', 'citation', 'none'],
          verdict: isTheirs ? (['yes'] as const) : (['no', 'unsaid'] as const),
        },
      ];
    });
}

function open({ half }: Grid, { reference, author, year, isAlone }: Paper): readonly GridQuestion[] {
  if (!isAlone) return [];
  const ways =
    half === 'development'
      ? [`cite ${author} ${year}`, `the ${author} paper`, `bibtex for ${author} ${year}`]
      : [
          `reference for ${author} ${year} please`,
          `full citation of the ${author} paper?`,
          `${author} ${year} in RIS`,
        ];
  return ways.map((q) => label(q, reference, 'none'));
}

const AUTHORS = {
  development: ['Mukherjee', 'Papadopoulos', 'Lindqvist'],
  heldOut: ['Okonkwo', 'Fernandez', 'Szymanski'],
} as const;

function strangers({ gene, half }: Grid, papers: readonly Paper[]): readonly GridQuestion[] {
  const known = new Set(
    gene.record.references.flatMap(({ author, title }) => [
      ...(author ?? []).flatMap((each) => contentWords('family' in each ? each.family : each.literal)),
      ...contentWords(title),
    ]),
  );
  const names = AUTHORS[half].filter((name) => !contentWords(name).some((word) => known.has(word)));
  const ask = (q: string): GridQuestion => ({
    part: 'other references',
    q,
    expect: ['none'],
    verdict: ['unsaid', 'no'],
  });
  const [paper] = papers;
  return [
    ...names.flatMap((name) => [
      ask(half === 'development' ? `is there a paper by ${name}?` : `did ${name} publish on ${gene.symbol}?`),
      ask(half === 'development' ? `cite ${name} 2011` : `reference for ${name} 2011 please`),
    ]),
    ...(paper === undefined
      ? []
      : [
          ask(
            half === 'development'
              ? `cite ${paper.author} ${paper.year - 11}`
              : `reference for ${paper.author} ${paper.year - 11} please`,
          ),
        ]),
  ];
}
