import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packagePath } from '../package-path.js';

/** How long chromosomes are and how they are banded, for each species and assembly of `data/chromosomes/`. */

const stain = z.string().regex(/^(?:gneg|gpos\d{0,3}|gvar|acen|stalk)$/u, 'expected a Giemsa stain');

const chromosome = z
  .strictObject({
    length: z.int().positive(),
    centromere: z.tuple([z.int().nonnegative(), z.int().positive()]).optional(),
    bands: z.array(z.tuple([z.string(), z.int().positive(), stain])).optional(),
  })
  .refine(({ length, centromere: [start, end] = [0, 1] }) => start < end && end < length, {
    error: 'expected a centromere [start, end) inside the chromosome',
    path: ['centromere'],
  })
  .refine(({ bands = [] }) => bands.every(([, end], at) => end > (bands[at - 1]?.[1] ?? 0)), {
    error: 'expected bands one after the other',
    path: ['bands'],
  })
  .refine(({ length, bands }) => bands === undefined || bands.at(-1)?.[1] === length, {
    error: 'expected bands up to the end of the chromosome',
    path: ['bands'],
  });

const url = z.url({ protocol: /^https$/u });
const source = z.strictObject({ what: z.string(), table: z.string(), url });

const assembly = z.strictObject({
  ucsc: z.string().min(1).describe("UCSC's name of the assembly"),
  ensembl: url.optional().describe("Ensembl's browser for it"),
  sources: z.array(source).min(1),
  chromosomes: z.record(z.string(), chromosome),
});

const chromosomesSchema = z.strictObject({
  species: z.string().min(1),
  taxon: z.int().positive(),
  note: z.string().optional(),
  assemblies: z.record(z.string(), assembly),
});

/**
 * The chromosomes of one species, for each assembly: bp, centromeres 0-based and half-open. A band is its name, its last bp and
 * its stain, and begins where the one before it ends.
 */
export type Chromosomes = z.infer<typeof chromosomesSchema>;
export type Chromosome = z.infer<typeof chromosome>;
export type Assembly = z.infer<typeof assembly>;

/**
 * Reads the text of a file of chromosomes.
 * @throws Error whose message has the file, the path inside it and what was expected
 */
export function parseChromosomes(text: string, file: string): Chromosomes {
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

/** The species whose chromosomes are known, by NCBI taxonomy id. */
const FILES: ReadonlyMap<number, string> = new Map([
  [9606, 'human.json'],
  [10090, 'mouse.json'],
  [10116, 'rat.json'],
]);

const read = new Map<number, Chromosomes>();

/**
 * The chromosomes of a species, read when they are first asked for.
 * @param taxon NCBI taxonomy id
 * @returns null for a species whose chromosomes are not known here
 */
export function chromosomesOf(taxon: number): Chromosomes | null {
  const file = FILES.get(taxon);
  if (file === undefined) return null;
  const known = read.get(taxon);
  if (known !== undefined) return known;
  const path = packagePath('data', 'chromosomes', file);
  const chromosomes = parseChromosomes(readFileSync(path, 'utf8'), path);
  read.set(taxon, chromosomes);
  return chromosomes;
}

/** What is known of an assembly, whichever species it is of; null where nothing is. */
export function assemblyOf(name: string): Assembly | null {
  for (const taxon of FILES.keys()) {
    const found = chromosomesOf(taxon)?.assemblies[name];
    if (found !== undefined) return found;
  }
  return null;
}
