import { z } from 'zod';
import { LabelledError } from './labelled.js';
import { FIGURES, type Figure } from './report.js';
import type { Score } from './score.js';

const figures = z.partialRecord(z.enum(FIGURES.map(([figure]) => figure)), z.number().min(0).max(100));

/** The sets that are measured, each with the lines that its figures, in percent, must not cross. */
const linesSchema = z.array(
  z
    .strictObject({
      name: z.string().min(1),
      record: z.string().describe('path of the record'),
      questions: z.string().optional().describe('path of labelled questions'),
      seed: z.int().min(0).optional().describe('seed of a grid of the record, in place of questions'),
      least: figures,
      most: figures,
    })
    .refine(
      ({ questions, seed }) => (questions === undefined) !== (seed === undefined),
      'expected questions or a seed',
    ),
);

/** One set and its lines. */
export type Lines = z.infer<typeof linesSchema>[number];

/**
 * Reads the file of measured sets.
 * @throws LabelledError when it is not one
 */
export function readLines(text: string): readonly Lines[] {
  const parsed = linesSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LabelledError(`lines: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a list of sets'}`);
}

/** What crosses its line, one sentence each. */
export function crossed(score: Score, { least, most }: Pick<Lines, 'least' | 'most'>): readonly string[] {
  return FIGURES.flatMap(([figure, words]) => [
    ...outside(score, figure, words, least[figure], 'at least'),
    ...outside(score, figure, words, most[figure], 'at most'),
  ]);
}

function outside(
  score: Score,
  figure: Figure,
  words: string,
  line: number | undefined,
  side: 'at least' | 'at most',
): readonly string[] {
  const { count, of } = score[figure];
  if (line === undefined || of === 0) return [];
  const value = (count / of) * 100;
  const isOutside = side === 'at least' ? value < line : value > line;
  return isOutside ? [`${words}: expected ${side} ${line}%, found ${value.toFixed(2)}%`] : [];
}
