import { type Clause, FORMS, type Form, PERTURBED, TURNS } from './forms.js';
import { type GridEntity, isCountable, isSpokenOf, plural, spoken } from './gene.js';
import { type Grid, type GridQuestion, inverse, nameAt } from './question.js';
import { type Asked, askable, type Truth, truthOf } from './truth.js';
import { AGENTS, VERBS, type Verb, verbsIn } from './verbs.js';

/** Questions about what the gene does and what is done to it: verbs x objects x cells x forms, and the gene taken away. */
export function effectQuestions(grid: Grid): readonly GridQuestion[] {
  const claims = [...claimsOf(grid, 'out'), ...claimsOf(grid, 'in')];
  return [
    ...claims.flatMap(({ asked, truth, words }, at) =>
      formsFor(grid, asked, at).map((form) => formQuestion(form, asked, truth, words)),
    ),
    ...agentQuestions(grid),
    ...turnQuestions(grid),
    ...perturbedQuestions(grid),
    ...otherSubjects(grid),
  ];
}

/** Every form for what is asked of the gene at large; two in turn for each cell, of which there are many. */
function formsFor({ half }: Grid, { where }: Asked, at: number): readonly Form[] {
  const forms = FORMS[half];
  return where === null ? forms : forms.filter((_, turn) => (turn - at) % 7 === 0);
}

interface Claim {
  readonly asked: Asked;
  readonly truth: Truth;
  readonly words: Clause;
}

/** Cells that no statement of a record is likely to name; those that one does are left out. */
const ELSEWHERE = {
  development: ['hepatocyte', 'keratinocyte', 'melanocyte'],
  heldOut: ['astrocyte', 'podocyte', 'chondrocyte'],
} as const;

function claimsOf(grid: Grid, direction: 'out' | 'in'): readonly Claim[] {
  const { gene } = grid;
  const places = placesOf(grid);
  return askable(gene, direction).flatMap((object, at) =>
    verbsFor(grid, object).flatMap((verb, turn) =>
      places.flatMap((place, step) => {
        const asked: Asked = { verb, object, direction, where: place.id, perturbed: false };
        const truth = truthOf(gene, asked);
        const name = nameAt(grid, at + turn + step);
        return truth === null ? [] : [{ asked, truth, words: clauseOf(name, asked, verb, place.words) }];
      }),
    ),
  );
}

/** The verbs of the half, and those that the record's own sentences about a thing have. */
function verbsFor({ gene, half }: Grid, object: GridEntity): readonly Verb[] {
  const texts = gene.record.statements
    .filter(({ mentions }) => mentions.includes(object.id))
    .map(({ text }) => text);
  const own = texts.flatMap(verbsIn).filter(({ base }) => !VERBS[half].some((verb) => verb.base === base));
  return [...VERBS[half], ...own];
}

interface Place {
  readonly id: string | null;
  readonly words: string;
}

function placesOf({ gene, half }: Grid): readonly Place[] {
  const cells = [...gene.entities.values()].filter(({ kind }) => kind === 'cell' || kind === 'tissue');
  const strange = ELSEWHERE[half].filter((cell) => !isSpokenOf(gene, cell));
  return [
    { id: null, words: '' },
    ...cells.map((cell) => ({ id: cell.id, words: ` in ${spoken(cell)}` })),
    ...strange.slice(0, 1).map((cell) => ({ id: 'elsewhere', words: ` in ${plural(cell)}` })),
  ];
}

function clauseOf(name: string, { object, direction }: Asked, verb: Verb, where: string): Clause {
  const [thing, many] = [spoken(object), isCountable(object)];
  if (direction === 'out') {
    return { subject: name, subjectPlural: false, object: thing, objectPlural: many, verb, where };
  }
  return { subject: thing, subjectPlural: many, object: name, objectPlural: false, verb, where };
}

function formQuestion(form: Form, asked: Asked, truth: Truth, words: Clause): GridQuestion {
  const part = asked.direction === 'in' ? 'direction' : asked.where === null ? form.part : 'cells';
  return question(part, form.ask(words), truth, form.inverse);
}

function question(part: string, q: string, { expect, facts, leads }: Truth, turned = false): GridQuestion {
  return { part, q, expect, facts, verdict: turned ? leads.map(inverse) : leads };
}

function agentQuestions(grid: Grid): readonly GridQuestion[] {
  const { gene, half } = grid;
  return askable(gene, 'out').flatMap((object, at) =>
    AGENTS[half].flatMap(({ effect, noun }, turn) => {
      const asked: Asked = {
        verb: { effect, base: noun },
        object,
        direction: 'out',
        where: null,
        perturbed: false,
      };
      const truth = truthOf(gene, asked);
      const name = nameAt(grid, at + turn);
      if (truth === null) return [];
      const claim = `${noun} of ${spoken(object)}`;
      return [
        question('nominal', `is ${name} ${claim}?`, truth),
        question('nominal', `${name} isn't ${claim}, is it?`, truth),
        question('nominal', `is it true that ${name} is not ${claim}?`, truth, true),
      ];
    }),
  );
}

function turnQuestions(grid: Grid): readonly GridQuestion[] {
  const { gene, half } = grid;
  return (['out', 'in'] as const).flatMap((direction) =>
    askable(gene, direction).flatMap((object, at) =>
      TURNS[half].flatMap(({ effect, ask }, turn) => {
        const asked: Asked = {
          verb: { effect, base: 'turn' },
          object,
          direction,
          where: null,
          perturbed: false,
        };
        const truth = truthOf(gene, asked);
        const name = nameAt(grid, at + turn);
        const [anyVerb] = VERBS[half];
        if (truth === null || anyVerb === undefined) return [];
        return [question('turned', ask(clauseOf(name, asked, anyVerb, '')), truth)];
      }),
    ),
  );
}

function perturbedQuestions(grid: Grid): readonly GridQuestion[] {
  const { gene, half } = grid;
  const plain = FORMS[half].filter(({ part }) => part === 'plain' || part === 'tag');
  return askable(gene, 'out').flatMap((object, at) =>
    VERBS[half]
      .filter(({ effect }) => effect !== 'own')
      .flatMap((verb, turn) => {
        const asked: Asked = { verb, object, direction: 'out', where: null, perturbed: true };
        const truth = truthOf(gene, asked);
        const name = nameAt(grid, at + turn);
        if (truth === null) return [];
        return PERTURBED[half].map((perturb, step) => {
          const words = clauseOf(perturb(name), asked, verb, '');
          const form = plain[(at + turn + step) % plain.length];
          return question('perturbed', form?.ask(words) ?? '', truth);
        });
      }),
  );
}

/** Genes that act in place of this one: well-known symbols, far from most records, of which those that a record names are left out. */
const OTHERS = { development: ['TP53', 'GAPDH', 'BRCA1'], heldOut: ['EGFR', 'PAX6', 'HBB'] } as const;

function otherSubjects({ gene, half }: Grid): readonly GridQuestion[] {
  const others = OTHERS[half].filter((symbol) => !isSpokenOf(gene, symbol));
  const objects: readonly GridEntity[] = askable(gene, 'out');
  const verbs = VERBS[half].filter(({ effect }) => effect === 'raise' || effect === 'lower').slice(0, 6);
  return objects.flatMap((object, at) =>
    verbs.map((verb, turn) => {
      const other = others[(at + turn) % Math.max(others.length, 1)] ?? 'TP53';
      return {
        part: 'other gene',
        q: `does ${other} ${verb.base} ${spoken(object)}?`,
        expect: ['none'],
        verdict: 'unsaid' as const,
      };
    }),
  );
}
