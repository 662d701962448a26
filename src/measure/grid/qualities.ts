import { type GridEntity, type GridStatement, isPutative, plural, withArticle } from './gene.js';
import { anyStatement, type Grid, type GridQuestion, type Lead, nameAt } from './question.js';

export type Trait = 'is' | 'contains' | 'has';

/** Something that a record says the gene is, contains or has, and the statements that say so. */
export interface RecordedTrait {
  readonly relation: Trait;
  readonly object: GridEntity;
  readonly leads: readonly Lead[];
  readonly statements: readonly GridStatement[];
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The number that a sentence puts before a thing: "3 potential N-myristoylation sites" gives 3. */
function countOf({ text }: GridStatement, { name }: GridEntity): number | null {
  const at = text.toLowerCase().indexOf(name.toLowerCase().split(' ')[0]?.replace(/^n-/u, '') ?? name);
  const before = at < 0 ? '' : text.slice(0, at).toLowerCase();
  const found = /(?<![-\w])(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b[^.\d]{0,25}$/u.exec(
    before,
  )?.[1];
  if (found === undefined) return null;
  const spelt = NUMBERS.indexOf(found);
  return spelt >= 0 ? spelt : Number(found);
}

/** How many of a thing there are: the recorded number and others. */
export function counts(grid: Grid, trait: RecordedTrait, at: number): readonly GridQuestion[] {
  const [statement, ...others] = trait.statements;
  const count = statement === undefined || others.length > 0 ? null : countOf(statement, trait.object);
  if (statement === undefined || count === null || count < 2 || trait.relation === 'is') return [];
  if (statement.polarity === 'negative') return [];
  const [name, things] = [nameAt(grid, at), plural(trait.object.name)];
  const word = (number: number) => NUMBERS[number] ?? String(number);
  const ask = (q: string, ...leads: Lead[]): GridQuestion => ({
    part: 'counts',
    q,
    expect: ['function'],
    facts: anyStatement([statement.id]),
    verdict: leads,
  });
  return grid.half === 'development'
    ? [
        ask(`does ${name} have ${count} ${things}?`, 'yes'),
        ask(`does ${name} have ${count + 1} ${things}?`, 'no'),
        ask(`does ${name} have at least two ${things}?`, 'yes'),
        ask(`does ${name} have more than ${count} ${things}?`, 'no'),
        ask(`does ${name} have only one ${trait.object.name}?`, 'no'),
        ask(`how many ${things} does ${name} have?`, 'none'),
      ]
    : [
        ask(`are there ${word(count)} ${things} in ${name}?`, 'yes'),
        ask(`are there ${word(count + 2)} ${things} in ${name}?`, 'no'),
        ask(`${name} has exactly ${word(count)} ${things}, right?`, 'yes'),
        ask(`does ${name} have just a single ${trait.object.name}?`, 'no'),
        ask(`is it at least ${count + 1} ${things} in ${name}?`, 'no'),
        ask(`number of ${things} in ${name}?`, 'none'),
      ];
}

/** Whether what is recorded is also proven: what a record calls putative is not, and of the rest it does not speak. */
export function proofs(
  grid: Grid,
  { relation, object, statements, leads }: RecordedTrait,
  at: number,
): readonly GridQuestion[] {
  if (relation === 'is' || leads.includes('no')) return [];
  const putative = statements.every(isPutative);
  if (!putative && statements.some(isPutative)) return [];
  const [name, things] = [nameAt(grid, at), plural(object.name)];
  const proven: readonly Lead[] = putative ? ['no'] : ['yes', 'unsaid'];
  const guessed: readonly Lead[] = putative ? ['yes'] : ['no', 'unsaid'];
  const ask = (q: string, verdict: readonly Lead[]): GridQuestion => ({
    part: 'proof',
    q,
    expect: putative ? ['function'] : ['function', 'none'],
    facts: anyStatement(statements.map(({ id }) => id)),
    verdict,
  });
  return grid.half === 'development'
    ? [
        ask(`are the ${things} of ${name} confirmed?`, proven),
        ask(`is it proven that ${name} has ${withArticle(object.name)}?`, proven),
        ask(`are the ${things} in ${name} only putative?`, guessed),
        ask(`are ${name}'s ${things} just predicted?`, guessed),
      ]
    : [
        ask(`have the ${things} of ${name} been verified experimentally?`, proven),
        ask(`are the ${things} in ${name} established?`, proven),
        ask(`are the ${things} of ${name} merely potential ones?`, guessed),
        ask(`is it still only suspected that ${name} has ${plural(object.name)}?`, guessed),
      ];
}

/** "pro-inflammatory" stands against "anti-inflammatory" and against holding inflammation down. */
export function opposites({ gene, half }: Grid): readonly GridQuestion[] {
  return gene.traits.flatMap(({ claim, id, polarity }) =>
    (claim?.objects ?? []).flatMap((object) => {
      const name = gene.entities.get(object)?.name ?? '';
      const [, adjective = '', noun = ''] = /^pro-(\S+)(?: (.+))?$/u.exec(name) ?? [];
      if (adjective === '' || polarity === 'negative') return [];
      const ask = (q: string, ...verdict: Lead[]): GridQuestion => ({
        part: 'opposites',
        q,
        expect: verdict.includes('unsaid') ? ['function', 'none'] : ['function'],
        facts: anyStatement([id]),
        verdict,
      });
      const process = adjective.replace(/atory$/u, 'ation');
      const things = noun === '' ? [] : [ask(`is ${gene.symbol} an anti-${adjective} ${noun}?`, 'no')];
      const held = process === adjective ? [] : ['suppress', 'dampen', 'inhibit', 'reduce'];
      const verbs = half === 'development' ? held.slice(2) : held.slice(0, 2);
      return [
        ...things,
        ask(
          half === 'development'
            ? `is ${gene.symbol} anti-${adjective}?`
            : `${gene.symbol} is anti-${adjective}, correct?`,
          'no',
        ),
        ...verbs.map((verb) => ask(`does ${gene.symbol} ${verb} ${process}?`, 'no')),
      ];
    }),
  );
}
