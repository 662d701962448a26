import type { GeneCatalogue } from '../catalogue/catalogue.js';
import type { CatalogueGene } from '../catalogue/gene.js';
import { askCtxp, MOST_PAPERS, type PaperFact } from './ctxp.js';
import { askDatasets, askDatasetsGene, datasetsFacts } from './datasets.js';
import { type Gathered, MOST_LEADS } from './draft.js';
import type { GeneFacts, SpeciesFacts } from './facts.js';
import { hgncFacts, hgncOrthologs, hgncTranscripts, maneOf } from './hgnc-facts.js';
import { type Http, ServiceError } from './http.js';
import { askMyGene, type MyGeneHit, myGeneFacts } from './mygene.js';
import { targetAmong, targetInCatalogue, termOf } from './target.js';

/** Where the services are. */
export interface ServiceUrls {
  readonly mygene: string;
  readonly datasets: string;
  readonly ctxp: string;
}

export const SERVICE_URLS: ServiceUrls = {
  mygene: 'https://mygene.info/v3',
  datasets: 'https://api.ncbi.nlm.nih.gov/datasets/v2',
  ctxp: 'https://pmc.ncbi.nlm.nih.gov/api/ctxp/v1/pubmed',
};

export interface GatherOptions {
  readonly http: Http;
  readonly urls: ServiceUrls;
  /** null: the services alone say which gene is meant */
  readonly catalogue: GeneCatalogue | null;
  /** species beside the human one */
  readonly species: readonly SpeciesFacts[];
  readonly email: string | null;
  /** "2026-11-27" */
  readonly today: string;
  /** what is being done, a line each */
  readonly report: (line: string) => void;
}

/** What was had, and which services did not answer. */
export interface GatheredAll {
  readonly gathered: Gathered;
  readonly failed: readonly string[];
}

const HUMAN = 9606;

/**
 * Asks MyGene.info, NCBI Datasets and NCBI's citation exporter, one after the other, for one gene. A service that fails costs its
 * own facts alone.
 * @param typed a symbol, another name, or an NCBI, Ensembl or HGNC id
 * @throws TargetError when it is no gene or several; ServiceError when nobody could say which gene it is
 */
export async function gather(typed: string, options: GatherOptions): Promise<GatheredAll> {
  const { catalogue, report } = options;
  const failed: string[] = [];
  const tried = async <T>(service: string, ask: () => Promise<T>): Promise<T | null> => {
    report(`${service} ...`);
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failed.push(`${service}: ${error.message}`);
      return null;
    }
  };
  const known = catalogue === null ? null : targetInCatalogue(catalogue, typed);
  const hits = await tried('MyGene.info', () => askForGene(typed, known, options));
  if (known === null && hits === null) throw new ServiceError(failed.join('\n'));
  const own = hits === null ? null : ownHit(hits, typed, known);
  const entrez = known?.accessions.ncbigene[0] ?? own?.entrezgene ?? null;
  const orthologs = await tried('NCBI Datasets', () => askForOrthologs(entrez, options));
  const mane = known === null ? null : maneOf(known);
  const fromMyGene =
    own === null ? null : myGeneFacts(own, { ensembl: known?.accessions.ensembl[0] ?? null, mane });
  const spare =
    fromMyGene !== null || entrez === null
      ? null
      : await tried('NCBI Datasets (the human gene)', () =>
          askDatasetsGene(options.http, options.urls.datasets, entrez),
        );
  const human = [
    ...(known === null ? [] : [hgncFacts(known)]),
    ...(fromMyGene === null ? [] : [fromMyGene]),
    ...(spare === null ? [] : [datasetsFacts(spare)]),
    ...(known === null ? [] : [hgncTranscripts(known)]),
  ];
  const others = otherSpecies(orthologs?.map(datasetsFacts) ?? [], hits ?? [], known, options.species);
  const papers = await tried('NCBI citations', () => askForPapers(fromMyGene, options));
  return {
    failed,
    gathered: {
      human,
      others,
      without:
        orthologs === null
          ? []
          : options.species.filter(({ taxon }) => !others.some((facts) => facts.taxon === taxon)),
      papers: papers ?? [],
      mane,
      asked: options.today,
      catalogued: catalogue?.source.made.slice(0, 10) ?? null,
      isOtherSymbol: (name) => {
        const owner = catalogue?.bySymbol(name) ?? null;
        return owner !== null && owner.hgncId !== known?.hgncId;
      },
    },
  };
}

function askForGene(
  typed: string,
  known: CatalogueGene | null,
  { http, urls, email, species }: GatherOptions,
): Promise<readonly MyGeneHit[]> {
  if (known === null) return askMyGene(http, urls.mygene, { ...termOf(typed), taxa: [HUMAN], email });
  const mouse = known.accessions.mgi.length === 1 ? known.accessions.mgi : [];
  const question = {
    terms: [known.hgncId.replace('HGNC:', ''), ...mouse],
    scopes: ['HGNC', 'MGI'],
    taxa: [HUMAN, ...species.map(({ taxon }) => taxon)],
    email,
  };
  return askMyGene(http, urls.mygene, question);
}

/** A hit that is not the gene that HGNC means is no hit. */
function ownHit(hits: readonly MyGeneHit[], typed: string, known: CatalogueGene | null): MyGeneHit | null {
  if (known === null) return targetAmong(hits, typed);
  const number = known.hgncId.replace('HGNC:', '');
  return hits.find(({ taxid, HGNC }) => taxid === HUMAN && HGNC?.replace(/^HGNC:/iu, '') === number) ?? null;
}

async function askForOrthologs(entrez: string | null, { http, urls, species }: GatherOptions) {
  const taxa = species.map(({ taxon }) => taxon);
  if (taxa.length === 0) return [];
  if (entrez === null) throw new ServiceError('the gene has no NCBI Gene ID');
  return askDatasets(http, urls.datasets, { entrez, taxa });
}

/** NCBI's ortholog first; what the others say is taken where they mean the same gene. */
function otherSpecies(
  orthologs: readonly GeneFacts[],
  hits: readonly MyGeneHit[],
  known: CatalogueGene | null,
  species: readonly SpeciesFacts[],
): readonly GeneFacts[] {
  const number = (facts: GeneFacts): string | undefined =>
    facts.identifiers.find(({ database }) => database === 'ncbigene')?.accession;
  const fromMyGene = hits
    .filter(({ taxid }) => taxid !== HUMAN)
    .map((hit) => myGeneFacts(hit, { ensembl: null, mane: null }))
    .filter((facts) => {
      const ncbi = orthologs.find(({ taxon }) => taxon === facts.taxon);
      return ncbi === undefined || number(ncbi) === number(facts);
    });
  const all = [...orthologs, ...fromMyGene, ...(known === null ? [] : hgncOrthologs(known))];
  return all.filter(({ taxon }) => species.some((each) => each.taxon === taxon));
}

async function askForPapers(
  facts: GeneFacts | null,
  { http, urls }: GatherOptions,
): Promise<readonly PaperFact[]> {
  const pmids = [...new Set(facts?.leads.slice(0, 2 * MOST_LEADS).map(({ pmid }) => pmid))];
  return askCtxp(http, urls.ctxp, pmids.slice(0, MOST_PAPERS));
}
