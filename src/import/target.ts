import type { GeneCatalogue, GeneMatch } from '../catalogue/catalogue.js';
import type { CatalogueGene } from '../catalogue/gene.js';
import { geneAccessions } from '../search/accessions.js';
import type { MyGeneHit, MyGeneQuestion } from './mygene.js';

/** Which gene a record is wanted of. */

/** A typed gene that is none, or several; the message says which it could be. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

/**
 * The gene of the catalogue that is meant by a symbol, another name, or an NCBI, Ensembl or HGNC id. A bare number is NCBI's.
 * @returns null when the catalogue does not know it
 * @throws TargetError when several genes have that name, or it was withdrawn
 */
export function targetInCatalogue(catalogue: GeneCatalogue, typed: string): CatalogueGene | null {
  const entries = /^\d{1,10}$/u.test(typed.trim())
    ? catalogue.byAccession(typed.trim(), null)
    : geneAccessions(catalogue, typed, false).flatMap((found) => found.entries);
  const byId = entries.find(({ database }) => database === 'ncbigene') ?? entries[0];
  if (byId !== undefined) return approved(byId.gene);
  const { matches } = catalogue.lookUp(typed);
  const [only, ...others] = matches.some(({ kind }) => kind === 'symbol')
    ? matches.filter(({ kind }) => kind === 'symbol')
    : matches;
  if (only === undefined) return null;
  if (others.length > 0) throw severalGenes(typed, matches);
  return approved(only.gene);
}

function severalGenes(typed: string, matches: readonly GeneMatch[]): TargetError {
  const list = matches.map(({ gene, kind }) => `  ${gene.symbol}  ${gene.name} (${kind})`);
  return new TargetError(
    [`"${typed}" is a name of several genes. Give the symbol of one:`, ...list].join('\n'),
  );
}

function approved(gene: CatalogueGene): CatalogueGene {
  if (gene.status === 'approved') return gene;
  const now = gene.replacedBy.length === 0 ? '' : ` Its place was taken by ${gene.replacedBy.join(' and ')}.`;
  throw new TargetError(`HGNC has withdrawn ${gene.symbol} (${gene.hgncId}).${now}`);
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^HGNC:(\d{1,6})$/iu, 'HGNC'],
  [/^(ENSG\d{11})(?:\.\d+)?$/iu, 'ensembl.gene'],
  [/^(\d{1,10})$/u, 'entrezgene'],
];

/** What MyGene.info is asked for a typed gene, where there is no catalogue. */
export function termOf(typed: string): Pick<MyGeneQuestion, 'terms' | 'scopes'> {
  const text = typed.trim();
  for (const [form, scope] of FORMS) {
    const term = form.exec(text)?.[1];
    if (term !== undefined) return { terms: [term.toUpperCase()], scopes: [scope] };
  }
  return { terms: [text], scopes: ['symbol', 'alias'] };
}

/**
 * The human gene among MyGene.info's hits: that with the symbol that was typed, else the only one.
 * @throws TargetError when there is none, or several
 */
export function targetAmong(hits: readonly MyGeneHit[], typed: string): MyGeneHit {
  const human = hits.filter(({ taxid }) => taxid === 9606);
  const exact = human.filter(({ symbol }) => symbol?.toLowerCase() === typed.trim().toLowerCase());
  const [only, ...others] = exact.length > 0 ? exact : human;
  if (only === undefined) throw new TargetError(`No human gene is known as "${typed}".`);
  if (others.length === 0) return only;
  const list = human.map(({ symbol, name }) => `  ${symbol}  ${name ?? ''}`);
  throw new TargetError(
    [`"${typed}" is a name of several genes. Give the symbol of one:`, ...list].join('\n'),
  );
}
