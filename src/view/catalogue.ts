import type { AccessionMatch, GeneCatalogue, GeneMatch } from '../catalogue/catalogue.js';
import { CATALOGUE_DATABASES, type CatalogueDatabase, databaseName } from '../catalogue/databases.js';
import type { CatalogueGene } from '../catalogue/gene.js';
import {
  accessionSentence,
  alikeSentence,
  catalogueSource,
  dateSentence,
  geneLinks,
  geneWords,
  listed,
  nameSentence,
} from '../catalogue/words.js';
import { geneAccessions } from '../search/accessions.js';

/** A piece of text with the page that it leads to. */
export interface LinkedText {
  readonly text: string;
  readonly url: string | null;
}

/** A field of a view: lines of pieces. */
export interface CatalogueField {
  readonly name: string;
  readonly lines: readonly (readonly LinkedText[])[];
}

/** What a reader sees of a gene of which there is no record: plain text, without markup. */
export interface CatalogueView {
  readonly title: string;
  readonly body: readonly string[];
  readonly fields: readonly CatalogueField[];
  readonly source: string;
  readonly isFound: boolean;
}

/** Near names that are offered where there is none. */
const OFFERED = 5;

/** What HGNC knows of a typed name or accession. */
export function catalogueView(catalogue: GeneCatalogue, typed: string): CatalogueView {
  const entries = geneAccessions(catalogue, typed, true).flatMap((found) => found.entries);
  const finding = catalogue.lookUp(typed);
  if (entries.length > 0 && finding.matches.length === 0) return entriesView(catalogue, typed, entries);
  const [only, ...others] = finding.matches;
  if (only === undefined) return nothingView(catalogue, typed);
  const sentences = [nameSentence(typed, finding), dateSentence(finding), alikeSentence(finding)];
  return {
    title: others.length === 0 ? geneWords(only.gene) : `${typed}: ${finding.matches.length} human genes`,
    body: sentences.filter((sentence) => sentence !== null),
    fields: others.length === 0 ? geneFields(only.gene) : finding.matches.map(matchField),
    source: catalogueSource(catalogue),
    isFound: true,
  };
}

function entriesView(
  catalogue: GeneCatalogue,
  typed: string,
  entries: readonly AccessionMatch[],
): CatalogueView {
  const genes = new Set(entries.map(({ gene }) => gene.hgncId));
  const [first] = entries;
  return {
    title:
      genes.size === 1 && first !== undefined ? geneWords(first.gene) : `${typed}: ${genes.size} human genes`,
    body: entries.map(accessionSentence),
    fields:
      genes.size === 1 && first !== undefined
        ? geneFields(first.gene)
        : entries.map(({ gene, database }) => ({
            name: `${gene.symbol}: ${databaseName(database)}`,
            lines: geneLines(gene),
          })),
    source: catalogueSource(catalogue),
    isFound: true,
  };
}

function nothingView(catalogue: GeneCatalogue, typed: string): CatalogueView {
  const near = catalogue
    .near(typed, OFFERED)
    .map(({ name, gene }) => (name === gene.symbol ? name : `${name} (${gene.symbol})`));
  return {
    title: 'No such name',
    body: [
      `HGNC lists no human gene with the name or accession "${typed}".`,
      ...(near.length === 0 ? [] : [`Did you mean ${listed(near, 'or')}?`]),
    ],
    fields: [],
    source: catalogueSource(catalogue),
    isFound: false,
  };
}

function matchField(match: GeneMatch): CatalogueField {
  const reason = match.kind === 'symbol' ? 'approved symbol' : match.kind;
  return { name: `${match.gene.symbol}: ${reason} ${match.name}`, lines: geneLines(match.gene) };
}

function geneLines(gene: CatalogueGene): readonly (readonly LinkedText[])[] {
  const facts = [gene.location, gene.locusType].filter((fact) => fact !== '').join(', ');
  const shown: readonly CatalogueDatabase[] = ['hgnc', 'ncbigene', 'ensembl', 'uniprot'];
  const links = geneLinks(gene)
    .filter(({ database }) => shown.includes(database))
    .map(({ database, accession, url }) => ({
      text: `${databaseName(database)} ${accession}`,
      url,
    }));
  return [plain(gene.name), plain(facts), links].filter((line) => line.some(({ text }) => text !== ''));
}

function plain(text: string): readonly LinkedText[] {
  return [{ text, url: null }];
}

/** All that HGNC has of one gene. */
function geneFields(gene: CatalogueGene): readonly CatalogueField[] {
  const names: readonly (readonly [string, readonly string[]])[] = [
    ['Full name', gene.name === '' ? [] : [gene.name]],
    ['Aliases', [...gene.aliases, ...gene.aliasNames]],
    ['Previous symbols', gene.previousSymbols],
    ['Previous names', gene.previousNames],
    ['Place', gene.location === '' ? [] : [gene.location]],
    ['Kind of locus', gene.locusType === '' ? [] : [gene.locusType]],
  ];
  const links = geneLinks(gene);
  const ids = CATALOGUE_DATABASES.flatMap((database) => {
    const own = links.filter((link) => link.database === database);
    return own.length === 0
      ? []
      : [
          [
            { text: `${databaseName(database)}: `, url: null },
            ...own.map(({ accession, url }) => ({ text: accession, url })),
          ],
        ];
  });
  return [
    ...names
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => ({ name, lines: [plain(values.join(', '))] })),
    ...(ids.length === 0 ? [] : [{ name: 'Database IDs', lines: ids }]),
  ];
}
