import type { Source } from '../record/schema.js';

/** Where the facts of a draft are from, as sources of the record. */

/** The ids of the sources that drafts have. */
const SOURCE_IDS = ['hgnc', 'mygene', 'datasets', 'refseq-summary', 'generif', 'draft'] as const;

export type SourceId = (typeof SOURCE_IDS)[number];

/** What marks a statement that nobody has reviewed, in the file and, as the publisher of its source, under every answer. */
const LEAD_PUBLISHER = 'NCBI GeneRIF, not yet reviewed';

export interface SourceFacts {
  readonly symbol: string;
  readonly entrez: string | null;
  /** when the services were asked, "2026-11-27" */
  readonly asked: string;
  /** when HGNC's file was made into the catalogue, "2026-11-01"; null without a catalogue */
  readonly catalogued: string | null;
  /** the date in the bracket of RefSeq's summary, "Mar 2014" */
  readonly summarised: string | null;
}

const NLM = 'National Library of Medicine';
const PUBLIC_DOMAIN = {
  name: 'public domain',
  url: 'https://www.ncbi.nlm.nih.gov/home/about/policies/',
};

/** All sources that a draft can name; the record keeps those that a fact names. */
export function sourcesOf({ symbol, entrez, asked, catalogued, summarised }: SourceFacts): readonly Source[] {
  const genePage = `https://www.ncbi.nlm.nih.gov/gene/${entrez ?? `?term=${encodeURIComponent(symbol)}`}`;
  return [
    {
      id: 'hgnc',
      title: `${symbol} in HGNC's complete set`,
      publisher: 'HGNC, the HUGO Gene Nomenclature Committee',
      url: 'https://www.genenames.org/',
      revised: catalogued ?? asked,
      licence: { name: 'CC0 1.0', url: 'https://www.genenames.org/about/license/' },
      credits: [],
    },
    {
      id: 'mygene',
      title: `${symbol} in MyGene.info`,
      publisher: 'MyGene.info, the gene annotation service of Scripps Research',
      url: 'https://mygene.info/',
      revised: asked,
      licence: { name: 'as is; each source its own', url: 'https://mygene.info/terms' },
      credits: ['Xin J, et al. Genome Biol. 2016;17:91. doi:10.1186/s13059-016-0953-9'],
    },
    {
      id: 'datasets',
      title: `Orthologs of ${symbol} in NCBI Datasets`,
      publisher: NLM,
      url: 'https://www.ncbi.nlm.nih.gov/datasets/',
      revised: asked,
      licence: PUBLIC_DOMAIN,
      credits: [],
    },
    {
      id: 'refseq-summary',
      title: `RefSeq summary of ${symbol}`,
      publisher: NLM,
      url: genePage,
      revised: summarised === null || summarised === '' ? asked : summarised,
      licence: PUBLIC_DOMAIN,
      credits: ['Provided by RefSeq'],
    },
    {
      id: 'generif',
      title: `GeneRIFs of ${symbol}`,
      publisher: LEAD_PUBLISHER,
      url: genePage,
      revised: asked,
      licence: { name: 'no licence stated' },
      credits: [],
    },
    {
      id: 'draft',
      title: `Draft of ${symbol} from public services`,
      publisher: 'HGNC, MyGene.info and NCBI',
      url: genePage,
      revised: asked,
      licence: { name: 'each source its own' },
      credits: ['Citations: PubMed, National Library of Medicine'],
    },
  ];
}
