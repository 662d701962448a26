import { withArticle } from './gene.js';
import type { Effect, Halves, Verb } from './verbs.js';

/** A claim in words, ready to be put into a form. */
export interface Clause {
  readonly subject: string;
  readonly subjectPlural: boolean;
  readonly object: string;
  readonly objectPlural: boolean;
  readonly verb: Verb;
  /** " in macrophages", or nothing */
  readonly where: string;
}

/** A way to ask for a claim. `inverse`: the form denies it or asks whether it is wrong. */
export interface Form {
  readonly part: string;
  readonly inverse: boolean;
  readonly ask: (clause: Clause) => string;
}

const doVerb = ({ subjectPlural }: Clause) => (subjectPlural ? 'do' : 'does');
const finite = ({ subjectPlural, verb }: Clause) => (subjectPlural ? verb.base : verb.third);
const areVerb = ({ objectPlural }: Clause) => (objectPlural ? 'are' : 'is');
const they = ({ subjectPlural }: Clause) => (subjectPlural ? 'they' : 'it');
const says = (clause: Clause) => `${clause.subject} ${finite(clause)} ${clause.object}${clause.where}`;
const bare = (clause: Clause) => `${clause.subject} ${clause.verb.base} ${clause.object}${clause.where}`;
const denies = ({ verb, ...clause }: Clause) =>
  `${clause.subject} ${clause.subjectPlural ? 'do' : 'does'} not ${verb.base} ${clause.object}${clause.where}`;
const passive = (clause: Clause) =>
  `${clause.object} ${areVerb(clause)} ${clause.verb.participle} by ${clause.subject}${clause.where}`;

function form(part: string, ask: Form['ask'], inverse = false): Form {
  return { part, inverse, ask };
}

export const FORMS: Halves<Form> = {
  development: [
    form('plain', (c) => `${doVerb(c)} ${bare(c)}?`),
    form('plain', (c) => `can ${bare(c)}`),
    form('plain', (c) => `Does anybody know if ${says(c)}?`),
    form('passive', (c) => `${areVerb(c)} ${c.object} ${c.verb.participle} by ${c.subject}${c.where}?`),
    form('passive', (c) => `so ${passive(c)}, right?`),
    form('denied', (c) => `${doVerb(c)}n't ${bare(c)}?`),
    form('denied', (c) => `${areVerb(c)}n't ${c.object} ${c.verb.participle} by ${c.subject}${c.where}?`),
    form('denied', (c) => `is it right that ${denies(c)}?`, true),
    form('denied', (c) => `is it true that ${denies(c)}`, true),
    form('tag', (c) => `${says(c)}, right?`),
    form('tag', (c) => `${says(c)}, ${doVerb(c)}n't ${they(c)}?`),
    form(
      'tag',
      (c) => `${c.subject} ${doVerb(c)}n't ${c.verb.base} ${c.object}${c.where}, ${doVerb(c)} ${they(c)}?`,
    ),
    form('framed', (c) => `is it true that ${says(c)}?`),
    form('framed', (c) => `is it wrong that ${says(c)}?`, true),
    form('framed', (c) => `is it false that ${says(c)}`, true),
  ],
  heldOut: [
    form('plain', (c) => `will ${bare(c)}?`),
    form('plain', (c) => `do we know whether ${says(c)}`),
    form(
      'plain',
      (c) =>
        `${c.subject} ${c.subjectPlural ? 'have' : 'has'} been shown to ${c.verb.base} ${c.object}${c.where}?`,
    ),
    form('plain', (c) => `hi all, ${doVerb(c)} ${bare(c)}? thanks`),
    form('passive', (c) => `can ${c.object} be ${c.verb.participle} by ${c.subject}${c.where}?`),
    form('passive', (c) => `is it known that ${passive(c)}?`),
    form('denied', (c) => `is it not true that ${says(c)}?`),
    form('denied', (c) => `would you agree that ${denies(c)}?`, true),
    form(
      'denied',
      (c) =>
        `is it correct that ${c.subject} ${c.subjectPlural ? 'fail' : 'fails'} to ${c.verb.base} ${c.object}${c.where}?`,
      true,
    ),
    form('denied', (c) => `is it false that ${denies(c)}?`),
    form('tag', (c) => `${says(c)}, correct?`),
    form('tag', (c) => `${passive(c)}, ${areVerb(c)}n't ${c.objectPlural ? 'they' : 'it'}?`),
    form(
      'tag',
      (c) =>
        `${c.object} ${areVerb(c)}n't ${c.verb.participle} by ${c.subject}${c.where}, ${areVerb(c)} ${c.objectPlural ? 'they' : 'it'}?`,
    ),
    form('framed', (c) => `am i right that ${says(c)}?`),
    form('framed', (c) => `is it incorrect that ${says(c)}?`, true),
    form('framed', (c) => `is it a mistake to say that ${says(c)}?`, true),
    form('framed', (c) => `is it correct to say ${says(c)}?`),
  ],
};

/** Ways to say up and down without naming it as somebody's deed: the effect is part of the form. */
export interface Turn {
  readonly effect: Effect;
  readonly ask: (clause: Omit<Clause, 'verb'>) => string;
}

const doObject = ({ objectPlural }: Omit<Clause, 'verb'>) => (objectPlural ? 'do' : 'does');

export const TURNS: Halves<Turn> = {
  development: [
    { effect: 'raise', ask: (c) => `${doObject(c)} ${c.object} go up with ${c.subject}${c.where}?` },
    {
      effect: 'raise',
      ask: (c) =>
        `${c.subjectPlural ? 'do' : 'does'} ${c.subject} cause an increase in ${c.object}${c.where}?`,
    },
    { effect: 'lower', ask: (c) => `${doObject(c)} ${c.object} drop when i add ${c.subject}${c.where}?` },
    {
      effect: 'lower',
      ask: (c) =>
        `${c.subjectPlural ? 'do' : 'does'} ${c.subject} lead to a decrease in ${c.object}${c.where}?`,
    },
    {
      effect: 'touch',
      ask: (c) => `${c.subjectPlural ? 'do' : 'does'} ${c.subject} have an effect on ${c.object}${c.where}?`,
    },
  ],
  heldOut: [
    { effect: 'raise', ask: (c) => `${doObject(c)} ${c.object} rise in response to ${c.subject}${c.where}?` },
    { effect: 'raise', ask: (c) => `do we see more ${c.object} after ${c.subject}${c.where}?` },
    {
      effect: 'lower',
      ask: (c) => `${doObject(c)} ${c.object} fall after treatment with ${c.subject}${c.where}?`,
    },
    { effect: 'lower', ask: (c) => `do we get less ${c.object} with ${c.subject}${c.where}?` },
    { effect: 'touch', ask: (c) => `is there any effect of ${c.subject} on ${c.object}${c.where}?` },
  ],
};

/** The gene taken away or held down, as the subject of a claim. */
export const PERTURBED: Halves<(name: string) => string> = {
  development: [
    (name) => `loss of ${name}`,
    (name) => `${name} knockout`,
    (name) => `blocking ${name}`,
    (name) => `an anti-${name} antibody`,
    (name) => `lack of ${name}`,
    (name) => `${withArticle(name)} antagonist`,
  ],
  heldOut: [
    (name) => `${name} depletion`,
    (name) => `silencing ${name}`,
    (name) => `${name} deficiency`,
    (name) => `an inhibitor of ${name}`,
    (name) => `siRNA against ${name}`,
    (name) => `neutralising ${name}`,
  ],
};
