/** What a verb says of its object: raises it, lowers it, touches it without saying how, or does something of its own kind. */
export type Effect = 'raise' | 'lower' | 'touch' | 'own';

/** A verb in the forms that questions need. `particle` stands behind the object of a long form ("turn on"). */
export interface Verb {
  readonly effect: Effect;
  readonly base: string;
  readonly third: string;
  readonly participle: string;
  /** any form of it in a sentence, with both spellings of -ise */
  readonly stem: RegExp;
}

/** A word list in two halves: what one may develop against, and what is kept for a fresh look. */
export interface Halves<T> {
  readonly development: readonly T[];
  readonly heldOut: readonly T[];
}

function third(base: string): string {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(base) ? `${base}es` : `${base}s`;
}

function participle(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

const STEMS: Readonly<Record<string, string>> = { bind: 'b(?:ind|ound)', drive: 'dr(?:ive|ove)' };

function stemOf(base: string): RegExp {
  const stem =
    STEMS[base] ?? base.replace(/(?:is)?e$/u, (end) => (end === 'ise' ? 'i[sz]' : '')).replace(/y$/u, '');
  return new RegExp(`\\b${stem}[a-z]*`, 'iu');
}

/** Inflects the first word; `irregular` is its participle where that is not formed with -ed. */
function verb(effect: Effect, text: string, irregular?: string): Verb {
  const [first = '', ...rest] = text.split(' ');
  const whole = (form: string) => [form, ...rest].join(' ');
  return {
    effect,
    base: text,
    third: whole(third(first)),
    participle: whole(irregular ?? participle(first)),
    stem: stemOf(first),
  };
}

function verbs(effect: Effect, bases: readonly string[]): readonly Verb[] {
  return bases.map((base) => verb(effect, base));
}

export const VERBS: Halves<Verb> = {
  development: [
    ...verbs('raise', [
      'induce',
      'increase',
      'raise',
      'stimulate',
      'boost',
      'trigger',
      'upregulate',
      'promote',
    ]),
    ...verbs('lower', [
      'inhibit',
      'suppress',
      'block',
      'reduce',
      'decrease',
      'prevent',
      'downregulate',
      'lower',
    ]),
    ...verbs('touch', ['affect', 'influence', 'regulate']),
    ...verbs('own', ['phosphorylate', 'cleave', 'degrade', 'transport', 'methylate', 'secrete']),
    verb('own', 'bind', 'bound'),
  ],
  heldOut: [
    ...verbs('raise', ['enhance', 'elevate', 'augment', 'up-regulate', 'evoke', 'amplify', 'turn up']),
    verb('raise', 'drive', 'driven'),
    ...verbs('lower', [
      'dampen',
      'diminish',
      'repress',
      'attenuate',
      'abolish',
      'impair',
      'turn down',
      'curb',
    ]),
    verb('lower', 'shut down', 'shut'),
    ...verbs('touch', ['impact', 'modulate']),
    verb('touch', 'control', 'controlled'),
    ...verbs('own', [
      'ubiquitinate',
      'acetylate',
      'dephosphorylate',
      'glycosylate',
      'hydrolyse',
      'import',
      'digest',
    ]),
  ],
};

/** "is X a ... of Y?" */
export const AGENTS: Halves<{ readonly effect: Effect; readonly noun: string }> = {
  development: [
    { effect: 'raise', noun: 'an inducer' },
    { effect: 'raise', noun: 'a stimulator' },
    { effect: 'lower', noun: 'an inhibitor' },
    { effect: 'lower', noun: 'a suppressor' },
  ],
  heldOut: [
    { effect: 'raise', noun: 'an enhancer' },
    { effect: 'raise', noun: 'a positive regulator' },
    { effect: 'lower', noun: 'a repressor' },
    { effect: 'lower', noun: 'a negative regulator' },
    { effect: 'lower', noun: 'a blocker' },
  ],
};

/** Verbs that a record's own sentence may have; such a verb is always asked about, whichever half is in use. */
const SENTENCE_VERBS: readonly Verb[] = [
  ...VERBS.development,
  ...VERBS.heldOut.filter(({ base }) => !base.includes(' ')),
  ...verbs('raise', ['support', 'activate', 'stabilise']),
  ...verbs('lower', ['silence', 'limit', 'antagonise', 'shorten', 'thin']),
  ...verbs('own', [
    'conduct',
    'recognise',
    'splice',
    'oxidise',
    'deubiquitinate',
    'sequester',
    'anchor',
    'recruit',
  ]),
];

/** The verbs of a sentence, each once. */
export function verbsIn(text: string): readonly Verb[] {
  const found = SENTENCE_VERBS.filter((each) => each.stem.test(text));
  return found.filter(({ base }, at) => found.findIndex((other) => other.base === base) === at);
}
