import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const chromosome = z
  .strictObject({
    length: z.int().positive(),
    centromere: z.tuple([z.int().nonnegative(), z.int().positive()]),
  })
  .refine(({ length, centromere: [start, end] }) => start < end && end < length, {
    error: 'expected a centromere [start, end) inside the chromosome',
    path: ['centromere'],
  });

const source = z.strictObject({ what: z.string(), table: z.string(), url: z.url({ protocol: /^https$/u }) });

const chromosomesSchema = z.strictObject({
  species: z.string().min(1),
  note: z.string().optional(),
  assemblies: z.record(
    z.string(),
    z.strictObject({ sources: z.array(source).min(1), chromosomes: z.record(z.string(), chromosome) }),
  ),
});

/** Lengths and centromeres of one species' chromosomes, for each assembly: bp, centromeres 0-based and half-open. */
export type Chromosomes = z.infer<typeof chromosomesSchema>;
export type Chromosome = z.infer<typeof chromosome>;

/**
 * Reads a file of chromosome lengths and centromeres.
 * Throws an error whose message has the file, the path inside it and what was expected.
 */
export async function loadChromosomes(file: string): Promise<Chromosomes> {
  const text = await readFile(file, 'utf8');
  const parsed = chromosomesSchema.safeParse(jsonOf(text, file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${file}: ${path.join('.') || '(top)'}: ${message}`,
  );
  throw new Error(problems.join('\n'));
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: expected JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
