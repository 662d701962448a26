import type { Judged, Score, Share } from './score.js';

/** The figures of a score in the order in which they are printed, with what they are. */
export const FIGURES = [
  ['right', 'right kind, of the answerable'],
  ['abstained', 'abstained, of the others'],
  ['wrong', 'wrong kind, of all'],
  ['facts', 'right facts, where labelled'],
  ['leads', 'right lead, where labelled'],
  ['wrongLeads', 'wrong Yes or No, of these'],
  ['whole', 'right in all of these, of all'],
] as const satisfies readonly (readonly [keyof Score, string])[];

export type Figure = (typeof FIGURES)[number][0];

/** A share in percent with one decimal, or a dash where nothing was counted. */
export function percent({ count, of }: Share): string {
  return of === 0 ? '-' : `${((count / of) * 100).toFixed(1)}%`;
}

const WIDTH = 34;

/** The figures of a set, a line each. */
export function figureLines(name: string, score: Score): readonly string[] {
  return [
    `${name}: ${score.judged.length} questions`,
    ...FIGURES.map(([figure, words]) => {
      const { count, of } = score[figure];
      return `  ${words.padEnd(WIDTH)}${percent(score[figure]).padStart(8)}  ${`${count} of ${of}`.padStart(14)}`;
    }),
  ];
}

/** How the parts of a set came out, where its questions name parts: right in all, and wrong leads. */
export function partLines({ judged }: Score): readonly string[] {
  const parts = new Map<string, Judged[]>();
  for (const one of judged) {
    const part = one.question.part ?? '';
    parts.set(part, [...(parts.get(part) ?? []), one]);
  }
  if (parts.size < 2) return [];
  return [...parts.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([part, ones]) => {
      const right = percent({ count: ones.filter((one) => one.right).length, of: ones.length });
      const wrong = percent({ count: ones.filter(({ lead }) => lead === 'wrong').length, of: ones.length });
      return `    ${part.padEnd(WIDTH - 2)}${right.padStart(8)}  wrong lead ${wrong.padStart(6)}  of ${ones.length}`;
    });
}

/** Every question that did not come out right, with what was wrong and the start of what was said. */
export function failureLines({ judged }: Score): readonly string[] {
  const failed = judged.filter(({ right }) => !right);
  return failed.length === 0
    ? ['No failures.']
    : [`Failures (${failed.length}):`, ...failed.flatMap(failureText)];
}

function failureText({ question, given, kind, facts, lead }: Judged): readonly string[] {
  const after = question.after === undefined ? '' : ` (after "${question.after}")`;
  const faults = [
    kind === 'right' ? '' : `kind ${kind}`,
    facts === 'wrong' ? 'facts wrong' : '',
    lead === 'wrong' || lead === 'missing' ? `lead ${lead}` : '',
  ].filter((fault) => fault !== '');
  const wanted = [
    question.expect.join(' or '),
    question.facts?.join(', ') ?? '',
    question.verdict === undefined ? '' : `lead ${[question.verdict].flat().join(' or ')}`,
  ].filter((each) => each !== '');
  const start = given.text
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 2)
    .join(' / ')
    .slice(0, 140);
  return [
    `  ${faults.join(', ')}: "${question.q.slice(0, 160)}"${after}`,
    `    expected ${wanted.join('; ')}`,
    `    got ${given.kind} ${given.facts.slice(0, 6).join(', ')}: ${start}`,
  ];
}
