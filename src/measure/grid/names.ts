import type { Gene } from './gene.js';
import type { Grid, GridQuestion, Lead } from './question.js';

/** Questions about names: two names of the record, names of other genes, made-up ones, and what kind of name one is. */
export function nameQuestions(grid: Grid): readonly GridQuestion[] {
  return [...pairs(grid), ...kinds(grid), ...strangers(grid), ...open(grid)];
}

type Name = Gene['record']['names'][number];

const SAME: Readonly<Record<Grid['half'], readonly ((a: string, b: string) => string)[]>> = {
  development: [
    (a, b) => `is ${a} the same as ${b}?`,
    (a, b) => `are ${a} and ${b} the same gene?`,
    (a, b) => `is ${a} another name for ${b}?`,
    (a, b) => `isn't ${a} the same as ${b}?`,
    (a, b) => `is it true that ${a} is ${b}?`,
  ],
  heldOut: [
    (a, b) => `are ${a} and ${b} one and the same?`,
    (a, b) => `do ${a} and ${b} mean the same thing?`,
    (a, b) => `${a} is just ${b}, correct?`,
    (a, b) => `is ${b} also called ${a}?`,
    (a, b) => `${a} isn't ${b}, is it?`,
  ],
};

const DIFFERENT: Readonly<Record<Grid['half'], (a: string, b: string) => string>> = {
  development: (a, b) => `is ${a} different from ${b}?`,
  heldOut: (a, b) => `are ${a} and ${b} two different things?`,
};

function isIsoform({ kind }: Name): boolean {
  return kind === 'isoform';
}

/** Names that differ in their last letter alone ("TAIFa", "TAIFb") may well stand for different forms. */
function areSiblings(a: string, b: string): boolean {
  return a.length === b.length && a.length > 3 && a.slice(0, -1) === b.slice(0, -1);
}

function isStem(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) === 1 && a.length > 3 && (a.startsWith(b) || b.startsWith(a));
}

/** @returns the leads of "is A the same as B"; null where the record leaves it open what the names stand for */
function sameness(a: Name, b: Name): readonly Lead[] | null {
  if (isIsoform(a) && isIsoform(b)) return ['no'];
  if (isIsoform(a) || isIsoform(b)) return null;
  if (areSiblings(a.name, b.name)) return ['no', 'unsaid'];
  return isStem(a.name, b.name) ? null : ['yes'];
}

function pairs({ gene, half }: Grid): readonly GridQuestion[] {
  const { names } = gene.record;
  return names.flatMap((a, at) =>
    names.slice(at + 1).flatMap((b) => {
      const leads = sameness(a, b);
      if (leads === null) return [];
      const facts = [[a, b].map(({ name }) => `alias:${name}`).join('|')];
      const expect = leads.includes('unsaid') ? ['alias', 'none'] : ['alias', 'summary'];
      const ask = (q: string, verdict: readonly Lead[]): GridQuestion => ({
        part: 'names',
        q,
        expect,
        facts,
        verdict,
      });
      const turned = leads.map((lead): Lead => (lead === 'yes' ? 'no' : 'yes'));
      return [
        ...SAME[half]
          .map((form) => form(b.name, a.name))
          .filter((q) => !isIsoform(a) || !q.endsWith('the same gene?'))
          .map((q) => ask(q, leads)),
        ...(leads.length === 1 ? [ask(DIFFERENT[half](b.name, a.name), turned)] : []),
      ];
    }),
  );
}

function kinds({ gene, half }: Grid): readonly GridQuestion[] {
  const aliases = gene.record.names.filter(({ kind }) => kind === 'alias').length;
  return gene.record.names.flatMap(({ name, kind }) => {
    const ask = (q: string, ...verdict: Lead[]): GridQuestion => ({
      part: 'kinds of names',
      q,
      expect: verdict.includes('unsaid') ? ['alias', 'none'] : ['alias', 'summary'],
      facts: [`alias:${name}`],
      verdict,
    });
    const isAlias = kind === 'alias';
    return half === 'development'
      ? [
          ...(isAlias ? [ask(`is ${name} an alias of ${gene.symbol}?`, 'yes')] : []),
          ...(isAlias ? [ask(`is ${name} the official symbol?`, 'no', 'unsaid')] : []),
          ...(isAlias ? [ask(`is ${name} the only alias of ${gene.symbol}?`, ...only(aliases))] : []),
          ...(isAlias ? [ask(`is it wrong that ${name} is an alias of ${gene.symbol}?`, 'no')] : []),
          ...(kind === 'isoform' ? [ask(`is ${name} an isoform of ${gene.symbol}?`, 'yes')] : []),
          ...(kind === 'isoform' ? [ask(`is ${name} the main isoform?`, 'unsaid')] : []),
        ]
      : [
          ...(isAlias ? [ask(`is ${gene.symbol} known as ${name} too?`, 'yes')] : []),
          ...(isAlias ? [ask(`does ${gene.symbol} go by ${name}?`, 'yes')] : []),
          ...(isAlias ? [ask(`is it right that ${name} is no name of ${gene.symbol}?`, 'no')] : []),
          ...(kind === 'isoform' ? [ask(`is ${name} one of the isoforms?`, 'yes')] : []),
          ...(kind === 'isoform'
            ? [ask(`is ${name} the most common form of ${gene.symbol}?`, 'unsaid')]
            : []),
        ];
  });
}

function only(count: number): readonly Lead[] {
  return count > 1 ? ['no', 'unsaid'] : ['yes', 'unsaid'];
}

const OTHER_GENES: Readonly<Record<Grid['half'], readonly string[]>> = {
  development: ['TP53', 'EGFR', 'GAPDH', 'BRCA1', 'MYC', 'KRAS', 'INS', 'ACTB'],
  heldOut: ['PTEN', 'CDK2', 'HBB', 'PAX6', 'APOE', 'FOXP3', 'TERT', 'ALB'],
};
const MADE_UP: Readonly<Record<Grid['half'], readonly string[]>> = {
  development: ['QZR7', 'WUV12', 'JAXQ'],
  heldOut: ['VOQ9', 'ZZK31', 'BRUQ'],
};

function strangers({ gene, half }: Grid): readonly GridQuestion[] {
  const known = new Set([
    ...gene.record.names.map(({ name }) => name.toUpperCase()),
    ...gene.record.entities.flatMap(({ name, also }) => [name, ...also]).map((name) => name.toUpperCase()),
  ]);
  const forms =
    half === 'development'
      ? [
          (n: string) => `is ${n} an alias of ${gene.symbol}?`,
          (n: string) => `is ${n} the same as ${gene.symbol}?`,
          (n: string) => `${n} is a name for ${gene.symbol}, right?`,
        ]
      : [
          (n: string) => `is ${gene.symbol} also called ${n}?`,
          (n: string) => `are ${n} and ${gene.symbol} the same gene`,
          (n: string) => `does ${gene.symbol} go by ${n}?`,
        ];
  return [...OTHER_GENES[half], ...MADE_UP[half]]
    .filter((name) => !known.has(name))
    .flatMap((name) =>
      forms.map((form) => ({
        part: 'other names',
        q: form(name),
        expect: ['none', 'alias'],
        verdict: ['no', 'unsaid'] as const,
      })),
    );
}

function open({ gene, half }: Grid): readonly GridQuestion[] {
  const all = gene.record.names.map(({ name }) => `alias:${name}`);
  const ask = (q: string, facts: readonly string[], expect: readonly string[]): GridQuestion => ({
    part: 'open names',
    q,
    expect,
    facts,
    verdict: 'none',
  });
  const lists =
    half === 'development'
      ? [`what are the aliases of ${gene.symbol}?`, `other names for ${gene.symbol}`, 'list all its names']
      : [`synonyms of ${gene.symbol}?`, `what else is ${gene.symbol} called`, 'every name it has please'];
  return [
    ...lists.map((q) => ask(q, all, ['alias'])),
    ...gene.record.names
      .filter(({ kind }) => kind === 'alias' || kind === 'isoform')
      .map(({ name }) =>
        ask(
          half === 'development' ? `what is ${name}?` : `which gene is ${name}`,
          [`alias:${name}`],
          ['alias', 'summary'],
        ),
      ),
  ];
}
