import type { AccessionMatch, GeneCatalogue, GeneMatch, NameFinding } from './catalogue.js';
import { accessionNoun, accessionPage, CATALOGUE_DATABASES, type CatalogueDatabase } from './databases.js';
import type { CatalogueGene } from './gene.js';

/** How the catalogue's findings are said in a sentence. Plain text, no markup. */

/** "TIFA (TRAF interacting protein with forkhead associated domain)" */
export function geneWords({ symbol, name }: CatalogueGene): string {
  return name === '' ? symbol : `${symbol} (${name})`;
}

/** Why a name means a gene: "the approved symbol", "a previous symbol of RELA". */
function reasonWords({ kind, gene }: GeneMatch): string {
  switch (kind) {
    case 'symbol':
      return 'the approved symbol';
    case 'name':
      return `the full name of ${gene.symbol}`;
    case 'withdrawn symbol':
      return `a withdrawn entry${gene.replacedBy.length === 0 ? '' : `, now ${listed(gene.replacedBy, 'and')}`}`;
    default:
      return `${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind} of ${gene.symbol}`;
  }
}

/** "A", "A and B", "A, B and C" */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** At most so many genes are named in a sentence; HOX1 and MT1 are names of ten and eleven. */
const NAMED = 5;

/** What a typed name is, in one sentence; null when HGNC lists no such name. */
export function nameSentence(typed: string, { matches, date }: NameFinding): string | null {
  const [only, ...others] = matches;
  if (only === undefined) return null;
  const spoken =
    date?.typed === 'date'
      ? `"${typed}" is what spreadsheets make of ${listed(unique(matches.map(({ name }) => name)), 'and')}: `
      : '';
  if (others.length > 0 || spoken !== '') {
    const genes = matches.slice(0, NAMED).map((match) => `${geneWords(match.gene)}, ${reasonWords(match)}`);
    const more = matches.length > NAMED ? `; and ${matches.length - NAMED} more` : '';
    return `${spoken === '' ? `${typed} is a name of ${matches.length} human genes: ` : spoken}${genes.join('; ')}${more}.`;
  }
  if (only.kind === 'withdrawn symbol') return withdrawnSentence(only.gene);
  return only.kind === 'symbol'
    ? `${geneWords(only.gene)} is a human gene.`
    : `${typed} is ${reasonWords(only)}${only.gene.name === '' || only.kind === 'name' ? '' : ` (${only.gene.name})`}.`;
}

function withdrawnSentence({ symbol, hgncId, replacedBy }: CatalogueGene): string {
  const now = replacedBy.length === 0 ? '' : `; its place was taken by ${listed(replacedBy, 'and')}`;
  return `HGNC has withdrawn ${symbol} (${hgncId})${now}.`;
}

/** What a gene of the catalogue is beside the gene that somebody asked about: "TIFA is another human gene (...)". */
export function otherGeneSentence(typed: string, finding: NameFinding): string | null {
  const [first, ...others] = finding.matches;
  if (first === undefined) return null;
  const { gene, kind } = first;
  if (kind === 'symbol') {
    const also = others.slice(0, NAMED).map((match) => `${reasonWords(match)} (${match.gene.name})`);
    const more = also.length === 0 ? '' : ` It is also ${listed(also, 'and')}.`;
    return `${gene.symbol} is another human gene (${gene.name}).${more}`;
  }
  if (others.length > 0 || kind === 'withdrawn symbol' || finding.date?.typed === 'date')
    return nameSentence(typed, finding);
  return kind === 'name'
    ? `${typed} is another human gene (${gene.symbol}).`
    : `${typed} is ${reasonWords(first)}, another human gene (${gene.name}).`;
}

/** What an accession is an entry of: "ENSG00000169429 is the Ensembl gene ID of CXCL8 (...)". */
export function accessionSentence({ database, accession, gene }: AccessionMatch): string {
  return `${accession} is the ${accessionNoun(database)} of ${geneWords(gene)}.`;
}

/** A symbol that spreadsheets turn into a date, explained; null when there is none. */
export function dateSentence({ matches, date }: NameFinding): string | null {
  const name = matches[0]?.name;
  return date?.typed === 'symbol' && name !== undefined
    ? `Spreadsheets turn ${name} into the date ${date.shown}.`
    : null;
}

/** Names that differ in hyphens, spaces or a Greek letter alone: "Written otherwise, AP-2 is an alias of TFAP2A." */
export function alikeSentence({ alike }: NameFinding): string | null {
  const told = alike.slice(0, NAMED).map((match) => `${match.name} is ${reasonWords(match)}`);
  return told.length === 0 ? null : `Written otherwise: ${told.join('; ')}.`;
}

/** What a name in a message is, in a sentence or two; empty when HGNC lists no such name. */
export function explainName(typed: string, finding: NameFinding): string {
  return [nameSentence(typed, finding), dateSentence(finding)].filter((each) => each !== null).join(' ');
}

/** The page of a gene at HGNC. */
export function genePage({ hgncId }: CatalogueGene): string | null {
  return accessionPage('hgnc', hgncId);
}

/** Where all this is from: HGNC's licence asks for nothing, readers want to know the date. */
export function catalogueSource({ source }: GeneCatalogue): string {
  return `Source: HGNC complete set, catalogue of ${source.made.slice(0, 10)}, CC0`;
}

/** The accessions of a gene, with their pages, in the order of the databases. */
export function geneLinks(gene: CatalogueGene): readonly {
  readonly database: CatalogueDatabase;
  readonly accession: string;
  readonly url: string | null;
}[] {
  return CATALOGUE_DATABASES.flatMap((database) =>
    gene.accessions[database].map((accession) => ({
      database,
      accession,
      url: accessionPage(database, accession),
    })),
  );
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
