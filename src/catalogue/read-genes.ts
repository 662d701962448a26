import type { CatalogueGene } from './gene.js';
import { type BadRow, HgncError, rowReader } from './hgnc.js';

/** The genes of a file of HGNC, and the rows that could not be used. */
export interface GenesRead {
  readonly genes: readonly CatalogueGene[];
  readonly bad: readonly BadRow[];
}

/**
 * Reads a file of HGNC: the complete set or the withdrawn entries.
 * @param lines the lines of the file, in order, without their ends
 * @param onGene called after each row with the number of rows read so far
 * @throws HgncError when the first line is not HGNC's or there is no usable row
 */
export async function readGenes(
  lines: AsyncIterable<string> | Iterable<string>,
  onRow: (rows: number) => void = () => undefined,
): Promise<GenesRead> {
  const genes: CatalogueGene[] = [];
  let reader: ReturnType<typeof rowReader> | null = null;
  let rows = 0;
  for await (const line of lines) {
    if (reader === null) reader = rowReader(line);
    else if (line.trim() !== '') {
      const gene = reader.read(line);
      if (gene !== null) genes.push(gene);
      rows += 1;
      onRow(rows);
    }
  }
  if (genes.length === 0) throw new HgncError('The file has no row that could be used.');
  return { genes, bad: reader?.bad ?? [] };
}

/** The complete set and the withdrawn entries together; an id that stands in both is the approved gene's. */
export function joinGenes(
  complete: readonly CatalogueGene[],
  withdrawn: readonly CatalogueGene[],
): readonly CatalogueGene[] {
  const known = new Set(complete.map(({ hgncId }) => hgncId));
  return [...complete, ...withdrawn.filter(({ hgncId }) => !known.has(hgncId))];
}
