import { type Gene, type GridEntity, type GridStatement, isSpokenOf, spoken, withArticle } from './gene.js';
import { counts, opposites, proofs, type RecordedTrait, type Trait } from './qualities.js';
import { anyStatement, type Grid, type GridQuestion, inverse, type Lead, nameAt } from './question.js';
import { unsaid } from './truth.js';
import { VERBS } from './verbs.js';

/** A way to ask whether the gene is something or has it; `thing` comes with its article. */
interface TraitForm {
  readonly inverse: boolean;
  readonly is: (name: string, thing: string) => string;
  readonly has: (name: string, thing: string) => string;
}

const FORMS: Readonly<Record<Grid['half'], readonly TraitForm[]>> = {
  development: [
    { inverse: false, is: (n, t) => `is ${n} ${t}?`, has: (n, t) => `does ${n} have ${t}?` },
    { inverse: false, is: (n, t) => `isn't ${n} ${t}?`, has: (n, t) => `doesn't ${n} contain ${t}?` },
    { inverse: false, is: (n, t) => `${n} is ${t}, isn't it?`, has: (n, t) => `${n} has ${t}, right?` },
    {
      inverse: false,
      is: (n, t) => `${n} isn't ${t}, is it?`,
      has: (n, t) => `${n} doesn't have ${t}, does it?`,
    },
    {
      inverse: false,
      is: (n, t) => `is it true that ${n} is ${t}?`,
      has: (n, t) => `is it true that ${n} contains ${t}?`,
    },
    { inverse: true, is: (n, t) => `is it wrong that ${n} is ${t}?`, has: (n, t) => `does ${n} lack ${t}?` },
  ],
  heldOut: [
    { inverse: false, is: (n, t) => `would you call ${n} ${t}?`, has: (n, t) => `is there ${t} in ${n}?` },
    { inverse: false, is: (n, t) => `${n} is ${t}, correct?`, has: (n, t) => `does ${n} carry ${t}` },
    { inverse: false, is: (n, t) => `so ${n} isn't ${t}, is it?`, has: (n, t) => `has ${n} got ${t}?` },
    {
      inverse: false,
      is: (n, t) => `am i right that ${n} is ${t}?`,
      has: (n, t) => `am i right that ${n} has ${t}?`,
    },
    {
      inverse: true,
      is: (n, t) => `is it incorrect that ${n} is ${t}?`,
      has: (n, t) => `is it false that ${n} has ${t}?`,
    },
    {
      inverse: true,
      is: (n, t) => `is it correct that ${n} is not ${t}?`,
      has: (n, t) => `is ${n} without ${t}?`,
    },
  ],
};

const STRANGE_CLASSES: Readonly<Record<Grid['half'], readonly string[]>> = {
  development: [
    'kinase',
    'phosphatase',
    'protease',
    'ion channel',
    'transcription factor',
    'hormone',
    'chaperone',
    'tumor suppressor',
  ],
  heldOut: [
    'ligase',
    'transporter',
    'growth factor',
    'oncogene',
    'pseudogene',
    'ribosomal protein',
    'collagen',
    'helicase',
  ],
};

const STRANGE_PARTS: Readonly<Record<Grid['half'], readonly string[]>> = {
  development: [
    'zinc finger',
    'SH2 domain',
    'leucine zipper',
    'death domain',
    'coiled coil',
    'signal peptide',
  ],
  heldOut: [
    'PDZ domain',
    'bromodomain',
    'WD40 repeat',
    'homeobox',
    'ankyrin repeat',
    'nuclear export signal',
  ],
};

/** Questions about what the gene is, has and contains: recorded and not, with verbs that mean something else, counts and proof. */
export function traitQuestions(grid: Grid): readonly GridQuestion[] {
  const recorded = traitsOf(grid.gene);
  return [
    ...recorded.flatMap((trait, at) =>
      formsOf(grid, trait.relation, nameAt(grid, at), trait.object, trait.leads, trait.statements),
    ),
    ...strangers(grid),
    ...recorded.flatMap((trait, at) => wrongVerbs(grid, trait, at)),
    ...recorded.flatMap((trait, at) => counts(grid, trait, at)),
    ...recorded.flatMap((trait, at) => proofs(grid, trait, at)),
    ...opposites(grid),
  ];
}

/** The recorded traits, one for each relation and thing; "has" only where its sentence says "has" or "contains". */
function traitsOf(gene: Gene): readonly RecordedTrait[] {
  const found = new Map<string, RecordedTrait>();
  for (const statement of gene.traits) {
    const relation = statement.claim?.relation as Trait;
    const saysSo = relation === 'is' || /\b(?:has|have|contains?|carries)\b/iu.test(statement.text);
    for (const id of saysSo ? (statement.claim?.objects ?? []) : []) {
      const object = gene.entities.get(id);
      if (object === undefined || (relation === 'is' && object.kind !== 'class')) continue;
      const statements = [...(found.get(`${relation} ${id}`)?.statements ?? []), statement];
      const leads: readonly Lead[] = statements.every(({ polarity }) => polarity === 'positive')
        ? ['yes']
        : ['no'];
      found.set(`${relation} ${id}`, { relation, object, leads, statements });
    }
  }
  return [...found.values()].filter(
    ({ statements }) => new Set(statements.map(({ polarity }) => polarity)).size === 1,
  );
}

function formsOf(
  { half }: Grid,
  relation: Trait,
  name: string,
  object: GridEntity,
  leads: readonly Lead[],
  statements: readonly GridStatement[],
): readonly GridQuestion[] {
  const thing = withArticle(object.name);
  return FORMS[half].map((form) => ({
    part: 'traits',
    q: relation === 'is' ? form.is(name, thing) : form.has(name, thing),
    expect: ['function'],
    facts: anyStatement(statements.map(({ id }) => id)),
    verdict: form.inverse ? leads.map(inverse) : leads,
  }));
}

/** Classes and parts that the record has no word of. */
function strangers(grid: Grid): readonly GridQuestion[] {
  const { gene, half } = grid;
  const ask = (thing: string, kind: 'is' | 'has', at: number) =>
    FORMS[half].map((form) => ({
      part: 'not recorded',
      q: form[kind](nameAt(grid, at), withArticle(thing)),
      expect: ['none'],
      verdict: 'unsaid' as const,
    }));
  return [
    ...STRANGE_CLASSES[half]
      .filter((thing) => !isSpokenOf(gene, thing))
      .flatMap((thing, at) => ask(thing, 'is', at)),
    ...STRANGE_PARTS[half]
      .filter((thing) => !isSpokenOf(gene, thing))
      .flatMap((thing, at) => ask(thing, 'has', at)),
  ];
}

/** "does it inhibit myristoylation sites": a thing that it has or is, with a verb that nobody recorded of it. */
function wrongVerbs(grid: Grid, { object, statements }: RecordedTrait, at: number): readonly GridQuestion[] {
  const { gene, half } = grid;
  const words = new Set(object.name.toLowerCase().match(/[a-z\d]{4,}/gu) ?? []);
  const overlaps = gene.effects
    .flatMap(({ objects }) => objects)
    .flatMap((id) => [gene.entities.get(id)?.name ?? '', ...(gene.entities.get(id)?.also ?? [])])
    .some((name) => (name.toLowerCase().match(/[a-z\d]{4,}/gu) ?? []).some((word) => words.has(word)));
  if (overlaps) return [];
  const { facts, expect } = unsaid(gene, object);
  const text = statements
    .map((statement) => statement.text)
    .join(' ')
    .toLowerCase();
  return VERBS[half]
    .filter(
      ({ base, effect }) => effect !== 'touch' && !text.includes(base.slice(0, 5)) && !(base === 'secrete'),
    )
    .map((verb, turn) => ({
      part: 'wrong verb',
      q: `does ${nameAt(grid, at + turn)} ${verb.base} ${spoken(object)}?`,
      expect,
      facts,
      verdict: 'unsaid' as const,
    }));
}
