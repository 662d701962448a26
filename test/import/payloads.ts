/**
 * Answers of services, in the shapes that really occur. The genes and papers are real, the sentences are made up for the tests.
 */

interface Answers {
  readonly mygene: readonly object[];
  readonly datasets: object;
}

const CLEAN = { _score: 22.7, _license: 'https://example.org/licence' };

/** One value where MyGene.info has one, lists where it has several. */
export const TP53: Answers = {
  mygene: [
    {
      ...CLEAN,
      query: '11998',
      _id: '7157',
      entrezgene: '7157',
      taxid: 9606,
      symbol: 'TP53',
      name: 'tumor protein p53',
      type_of_gene: 'protein-coding',
      alias: ['BCC7', 'LFS1', 'P53', 'TRP53', 'RELA'],
      HGNC: '11998',
      MIM: '191170',
      map_location: '17p13.1',
      ensembl: { gene: 'ENSG00000141510' },
      uniprot: { 'Swiss-Prot': 'P04637', TrEMBL: ['A0A087WT22'] },
      refseq: {
        rna: ['NM_000546.6', 'NM_001126112.3', 'XM_054314545.1'],
        translation: [
          { rna: 'NM_001126112.3', protein: 'NP_001119584.1' },
          { rna: 'NM_000546.6', protein: 'NP_000537.3' },
          { rna: 'XM_054314545.1', protein: 'XP_054170520.1' },
        ],
      },
      genomic_pos: [
        { chr: '17', start: 7661779, end: 7687546, strand: -1, ensemblgene: 'ENSG00000141510' },
        { chr: 'HSCHR17_1_CTG1', start: 1, end: 2000, strand: 1, ensemblgene: 'ENSG00000299999' },
      ],
      genomic_pos_hg19: { chr: '17', start: 7565097, end: 7590856, strand: -1 },
      summary:
        'This gene makes a protein that binds DNA (e.g. near damaged sites). Its loss is frequent in tumors, cf. the table. Several transcripts are known. [provided by RefSeq, Dec 2016].',
      generif: [
        { pubmed: 11111111, text: 'An old finding about apoptosis in T cells.' },
        { pubmed: [33333333, 11111112], text: 'A newer finding about  macrophages and p53.' },
        { pubmed: '22222222', text: 'A finding about mitochondria.' },
        { pubmed: 22222222, text: 'Another finding of the same paper.' },
      ],
    },
    {
      ...CLEAN,
      query: 'MGI:98834',
      _id: '22059',
      entrezgene: '22059',
      taxid: 10090,
      symbol: 'Trp53',
      name: 'transformation related protein 53',
      alias: 'bbl',
      MGI: 'MGI:98834',
      ensembl: { gene: 'ENSMUSG00000059552' },
      uniprot: { 'Swiss-Prot': 'P02340' },
    },
  ],
  datasets: {
    reports: [
      {
        gene: {
          gene_id: '22059',
          symbol: 'Trp53',
          description: 'transformation related protein 53',
          tax_id: '10090',
          type: 'PROTEIN_CODING',
          orientation: 'plus',
          chromosomes: ['11'],
          nomenclature_authority: { authority: 'MGI', identifier: 'MGI:98834' },
          swiss_prot_accessions: ['P02340'],
          ensembl_gene_ids: ['ENSMUSG00000059552'],
          annotations: [
            {
              assembly_name: 'C57BL_6NJ_v1',
              genomic_locations: [
                { sequence_name: '11', genomic_range: { begin: '1', end: '2', orientation: 'plus' } },
              ],
            },
            {
              assembly_name: 'GRCm39',
              genomic_locations: [
                {
                  genomic_accession_version: 'NC_000077.7',
                  sequence_name: '11',
                  genomic_range: { begin: '69471185', end: '69482699', orientation: 'plus' },
                },
              ],
            },
          ],
          map_locations: [
            { map_type: 'Genetic', map_value: '11 42.83 cM' },
            { map_type: 'Cytogenetic', map_value: '11 B3' },
          ],
        },
        query: ['22059'],
      },
    ],
    total_count: 1,
  },
};

/** No mouse gene: NCBI Datasets answers with an empty object; one alias is a text; several loci of Ensembl. */
export const IL32: Answers = {
  mygene: [
    {
      query: '16830',
      _id: '9235',
      entrezgene: 9235,
      taxid: 9606,
      symbol: 'IL32',
      name: 'interleukin 32',
      type_of_gene: 'protein-coding',
      alias: 'TAIFa',
      HGNC: '16830',
      MIM: '606001',
      map_location: '16p13.3',
      ensembl: [{ gene: 'ENSG00000263162' }, { gene: 'ENSG00000008517' }],
      uniprot: { 'Swiss-Prot': ['P24001'] },
      refseq: { translation: { rna: 'NM_001376923.1', protein: 'NP_001363852.1' } },
      genomic_pos: { chr: '16', start: 3065348, end: 3082192, strand: 1, ensemblgene: 'ENSG00000008517' },
      genomic_pos_hg19: { chr: '16', start: 3115298, end: 3131908, strand: 1 },
      summary: 'This gene makes a cytokine. [supplied by OMIM, Nov 2002]',
      generif: { pubmed: 15664165, text: 'A finding about monocytes.' },
    },
  ],
  datasets: {},
};

/** Little is known of it, and what is there is odd. */
export const CXCL8: Answers = {
  mygene: [
    {
      query: '6025',
      _id: '3576',
      entrezgene: '3576',
      taxid: 9606,
      symbol: 'CXCL8',
      name: 'C-X-C motif chemokine ligand 8',
      alias: null,
      HGNC: '6025',
      uniprot: 'P10145',
      refseq: { rna: 'NM_000584.4' },
      genomic_pos: { chr: '4', start: '73740541', end: 73743716, strand: 1 },
      genomic_pos_hg19: { chr: '4', start: 74606223, end: 999999999, strand: 1 },
      map_location: 'somewhere on 4',
      summary: 'Made up without a bracket.',
      generif: [{ pubmed: 12345678, text: 'x'.repeat(200).replace(/x{9}/gu, 'neutroph ') + 'y'.repeat(200) }],
    },
  ],
  datasets: { reports: [] },
};

interface Paper {
  readonly PMID: string;
}

/** Citations as NCBI's exporter sends them. */
export const PAPERS: readonly Paper[] = [
  {
    source: 'PubMed',
    accessed: { 'date-parts': [[2026, 11, 27]] },
    id: 'pmid:33333333',
    title: 'A newer paper about macrophages.',
    author: [
      { family: 'Menden', given: 'Michael P' },
      { family: 'OLDENBURG', given: 'KS' },
      { family: 'Some Sequencing Consortium' },
    ],
    'container-title': 'Nature communications',
    'container-title-short': 'Nat Commun',
    ISSN: '2041-1723',
    issued: { 'date-parts': [[2021, 6, 17]] },
    page: '1639-41',
    volume: '10',
    issue: '1',
    PMID: '33333333',
    PMCID: 'PMC6572829',
    DOI: '10.1038/s41467-019-09799-2',
    type: 'article-journal',
    status: 'ppublish',
  },
  {
    title: 'Mitochondria',
    author: [{ family: 'Kim', given: 'S H' }],
    issued: { 'date-parts': [[2014]] },
    page: 'not pages at all, truly',
    PMID: '22222222',
    type: 'article-journal',
  },
  {
    title: 'An old paper',
    author: { family: 'Lee', given: 'A' },
    issued: { 'date-parts': [[2001, 2]] },
    'container-title': 'J Old Things',
    volume: 3,
    page: '5-9',
    PMID: 11111111,
    type: 'article-journal',
  },
  {
    title: 'Monocytes',
    author: [{ family: 'Kim', given: 'S H' }],
    issued: { 'date-parts': [[2005, 1]] },
    'container-title': 'Immunity',
    PMID: '15664165',
    DOI: '10.1016/j.immuni.2004.12.003',
    type: 'article-journal',
  },
].map((paper) => ({ ...paper, PMID: String(paper.PMID) }));
