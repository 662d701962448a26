import { type EffectFact, type GridEntity, isCountable, spoken } from './gene.js';
import { anyStatement, type Grid, type GridQuestion, type Lead, nameAt } from './question.js';
import { type Asked, askable, type Truth, truthOf } from './truth.js';
import { VERBS, type Verb } from './verbs.js';

/** Questions that are narrower or wider than what is recorded: only, all, always, both, A and B, and choices of A or B. */
export function quantityQuestions(grid: Grid): readonly GridQuestion[] {
  const objects = askable(grid.gene, 'out');
  const raising = VERBS[grid.half].filter(({ effect }) => effect === 'raise');
  const claims = objects.flatMap((object, at) =>
    raising.slice(0, 4).flatMap((verb, turn) => {
      const truth = truthOf(grid.gene, askedOf(verb, object));
      return truth === null ? [] : [{ object, verb, truth, name: nameAt(grid, at + turn) }];
    }),
  );
  return [
    ...claims.filter(({ truth }) => truth.leads[0] === 'yes').flatMap((claim) => bounded(grid, claim)),
    ...pairs(grid, claims),
    ...choices(grid, claims),
    ...isoforms(grid, claims),
  ];
}

interface Claim {
  readonly object: GridEntity;
  readonly verb: Verb;
  readonly truth: Truth;
  readonly name: string;
}

function askedOf(verb: Verb, object: GridEntity): Asked {
  return { verb, object, direction: 'out', where: null, perturbed: false };
}

function cellsOf({ gene }: Grid, { object }: Claim): readonly string[] {
  const facts: readonly EffectFact[] = gene.effects.filter(({ objects }) => objects.includes(object.id));
  const cells = facts.flatMap(({ where }) => where.map((id) => gene.entities.get(id)));
  return [
    ...new Set(
      cells.flatMap((cell) => (cell?.kind === 'cell' || cell?.kind === 'tissue' ? [spoken(cell)] : [])),
    ),
  ];
}

function bounded(grid: Grid, claim: Claim): readonly GridQuestion[] {
  const { verb, name, truth, object } = claim;
  const thing = spoken(object);
  const others = grid.gene.effects.flatMap(({ objects, sign, direction, statement }) =>
    direction === 'out' && sign !== '-' && statement.polarity === 'positive' ? objects : [],
  );
  const alone = new Set(others).size < 2;
  const ask = (q: string, ...verdict: Lead[]): GridQuestion => ({
    part: 'quantified',
    q,
    expect: ['function', 'none'],
    facts: truth.facts,
    verdict,
  });
  const onlyThing: readonly Lead[] = alone ? ['unsaid'] : ['no', 'unsaid'];
  const [cell, ...moreCells] = cellsOf(grid, claim);
  const onlyCell: readonly Lead[] = moreCells.length === 0 ? ['unsaid'] : ['no', 'unsaid'];
  if (grid.half === 'development') {
    return [
      ask(`does ${name} only ${verb.base} ${thing}?`, ...onlyThing),
      ask(`does ${name} always ${verb.base} ${thing}?`, 'unsaid'),
      ask(`is ${name} the only thing that ${verb.third} ${thing}?`, 'unsaid'),
      ask(`does ${name} ${verb.base} ${thing} in every cell?`, 'unsaid'),
      ...(cell === undefined
        ? []
        : [ask(`does ${name} ${verb.base} ${thing} only in ${cell}?`, ...onlyCell)]),
      ...(isCountable(object) ? [ask(`does ${name} ${verb.base} all ${thing}?`, 'unsaid')] : []),
    ];
  }
  return [
    ask(`is ${thing} the only thing ${name} ${verb.third}?`, ...onlyThing),
    ask(`is it every time that ${name} ${verb.third} ${thing}?`, 'unsaid'),
    ask(`does nothing but ${name} ${verb.base} ${thing}?`, 'unsaid'),
    ask(`does ${name} ${verb.base} ${thing} in all cells`, 'unsaid'),
    ...(cell === undefined
      ? []
      : [ask(`does ${name} ${verb.base} ${thing} in ${cell} and nowhere else?`, ...onlyCell)]),
    ...(isCountable(object) ? [ask(`does ${name} ${verb.base} each of the ${thing}?`, 'unsaid')] : []),
  ];
}

/** Two things in one question: Yes only where both are so. */
function pairs(grid: Grid, claims: readonly Claim[]): readonly GridQuestion[] {
  return claims.flatMap((first) =>
    claims
      .filter((second) => second.verb === first.verb && second.object.id > first.object.id)
      .flatMap((second) => {
        const facts = [...new Set([...first.truth.facts, ...second.truth.facts])];
        const leads = bothLeads(first.truth.leads, second.truth.leads);
        const both = `${spoken(first.object)} and ${spoken(second.object)}`;
        const ask = (q: string): GridQuestion => ({
          part: 'pairs',
          q,
          expect: leads.includes('unsaid') ? ['function', 'none'] : ['function'],
          facts:
            leads.length === 1 && leads[0] === 'yes'
              ? facts
              : [facts.join('|')].filter((fact) => fact !== ''),
          verdict: leads,
        });
        const { verb, name } = first;
        return grid.half === 'development'
          ? [ask(`does ${name} ${verb.base} both ${both}?`), ask(`does ${name} ${verb.base} ${both}?`)]
          : [
              ask(`are both ${both} ${verb.participle} by ${name}?`),
              ask(`${name} ${verb.third} ${both}, right?`),
            ];
      }),
  );
}

function bothLeads(first: readonly Lead[], second: readonly Lead[]): readonly Lead[] {
  const all = [...first, ...second];
  if (all.every((lead) => lead === 'yes')) return ['yes'];
  return all.includes('no') ? ['no', 'unsaid'] : ['unsaid'];
}

/** "A or B?" has neither Yes nor No for an answer, but the one that is so. */
function choices(grid: Grid, claims: readonly Claim[]): readonly GridQuestion[] {
  const [up, down] =
    grid.half === 'development' ? (['increase', 'decrease'] as const) : (['enhance', 'diminish'] as const);
  return claims
    .filter(({ truth }) => truth.leads.length === 1 && truth.leads[0] === 'yes')
    .flatMap(({ name, object, truth, verb }) => {
      const cells = cellsOf(grid, { name, object, truth, verb });
      const ask = (q: string): GridQuestion => ({
        part: 'choices',
        q,
        expect: ['function'],
        facts: truth.facts,
        verdict: 'none',
      });
      return [
        ask(`does ${name} ${up} or ${down} ${spoken(object)}?`),
        ...(cells[0] === undefined
          ? []
          : [ask(`does ${name} ${verb.base} ${spoken(object)} in ${cells[0]} or in hepatocytes?`)]),
      ];
    });
}

/** A statement about the gene does not say which of its isoforms does it. */
function isoforms(grid: Grid, claims: readonly Claim[]): readonly GridQuestion[] {
  const names = grid.gene.record.names.filter(({ kind }) => kind === 'isoform').map(({ name }) => name);
  const spokenOf = new Set(
    grid.gene.record.statements.flatMap(({ text }) => names.filter((name) => text.includes(name))),
  );
  const open = names.filter((name) => !spokenOf.has(name));
  return claims.slice(0, open.length === 0 ? 0 : 40).map(({ verb, object, truth }, at) => ({
    part: 'isoforms',
    q:
      grid.half === 'development'
        ? `does only ${open[at % open.length]} ${verb.base} ${spoken(object)}?`
        : `is it ${open[at % open.length]} alone that ${verb.third} ${spoken(object)}?`,
    expect: ['function', 'none'],
    facts: truth.facts.length === 0 ? anyStatement([]) : truth.facts,
    verdict: 'unsaid',
  }));
}
