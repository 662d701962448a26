import { readFileSync } from 'node:fs';
import { catalogueOf, type GeneCatalogue, type NameFinding } from '../../src/catalogue/catalogue.js';
import type { CatalogueGene } from '../../src/catalogue/gene.js';
import { joinGenes, readGenes } from '../../src/catalogue/read-genes.js';
import { buildTables } from '../../src/catalogue/tables.js';
import { packagePath } from '../../src/package-path.js';

export const SAMPLE = packagePath('test', 'catalogue', 'hgnc-sample.txt');
export const WITHDRAWN_SAMPLE = packagePath('test', 'catalogue', 'withdrawn-sample.txt');

const WORDS = new Set(['cat', 'rest', 'set', 'great', 'large', 'hat']);

export function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n');
}

export async function sampleGenes(): Promise<readonly CatalogueGene[]> {
  const complete = await readGenes(linesOf(SAMPLE));
  const withdrawn = await readGenes(linesOf(WITHDRAWN_SAMPLE));
  return joinGenes(complete.genes, withdrawn.genes);
}

/** A catalogue of the sixty genes of the sample. */
export async function sampleCatalogue(): Promise<GeneCatalogue> {
  return catalogueOfGenes(await sampleGenes(), (word) => WORDS.has(word));
}

export function catalogueOfGenes(
  genes: readonly CatalogueGene[],
  isWord: (word: string) => boolean,
): GeneCatalogue {
  const approved = genes.filter(({ status }) => status === 'approved').length;
  const source = {
    from: 'hgnc-sample.txt',
    sha256: '',
    made: '2026-01-02T03:04:05.000Z',
    approved,
    withdrawn: genes.length - approved,
  };
  return catalogueOf(buildTables(genes, isWord), source);
}

/** "RELA alias p65" for each match. */
export function told({ matches }: Pick<NameFinding, 'matches'>): string[] {
  return matches.map(({ gene, kind, name }) => `${gene.symbol} ${kind} ${name}`);
}
