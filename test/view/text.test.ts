import { describe, expect, test } from 'vitest';
import { factIds } from '../../src/answer/answer.js';
import type { ResolvedRequest } from '../../src/answer/respond.js';
import { refuse, respond } from '../../src/answer/respond.js';
import { answerText } from '../../src/view/text.js';
import { il31, il32 } from '../fixtures/records.js';

const SOURCE = 'Source: Wikipedia, the free encyclopedia, "Interleukin 32", revised about 2013, CC BY-SA 3.0';

async function read(request: ResolvedRequest, record = il32): Promise<string[]> {
  return (await answerText(respond(record, request))).split('\n').filter((line) => line !== '');
}

describe('what a person reads', () => {
  test('a name: its kind and all the others', async () => {
    expect(await read({ do: 'alias', name: 'taif‑B' })).toEqual([
      'TAIFb and IL32',
      'TAIFb is an alias of IL32 (Interleukin 32).',
      'Gene symbol: IL32',
      'Full name: Interleukin 32',
      'Other aliases: NK4, TAIF, TAIFa, TAIFc, TAIFd',
      'Isoforms: IL-32alpha, IL-32beta, IL-32delta, IL-32gamma',
      'Source article: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('one cross-reference: human and mouse, with its page', async () => {
    expect(await read({ do: 'id', databases: ['ensembl'], species: null })).toEqual([
      'IL32 in Ensembl <https://www.ensembl.org/id/ENSG00000008517>',
      'Human gene ID: ENSG00000008517 <https://www.ensembl.org/id/ENSG00000008517>',
      'Mouse gene ID: None recorded',
      'Ensembl: https://www.ensembl.org/id/ENSG00000008517',
      SOURCE,
    ]);
  });

  test('a retired database: its number, no dead link', async () => {
    expect(await read({ do: 'id', databases: ['homologene'], species: null })).toEqual([
      'IL32 in HomoloGene',
      'NCBI retired HomoloGene in January 2024. Its successor is the Orthologs section of NCBI Gene.',
      'Human group number: 128400',
      'Source article: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('all cross-references: one table to copy', async () => {
    const lines = await read({ do: 'id', databases: [], species: null });
    expect(lines.slice(0, 14)).toEqual([
      'IL32: database IDs',
      '"n/a": the record says that there is none. "-": the record has no entry.',
      'Database          Human            Mouse',
      'NCBI Gene         9235             n/a',
      'Ensembl           ENSG00000008517  n/a',
      'UniProtKB         P24001           n/a',
      'RefSeq (mRNA)     NM_001012631     n/a',
      'RefSeq (protein)  NP_001012649     n/a',
      'OMIM              606001           -',
      'HGNC              HGNC:16830       -',
      'HomoloGene        128400           -',
      'GeneCards         IL32             -',
      'PubMed search     IL32             n/a',
      'NCBI retired HomoloGene in January 2024. Its successor is the Orthologs section of NCBI Gene.',
    ]);
    expect(lines.slice(14)).toEqual([
      'NCBI Gene: https://www.ncbi.nlm.nih.gov/gene/9235',
      'Ensembl: https://www.ensembl.org/id/ENSG00000008517',
      'UniProtKB: https://www.uniprot.org/uniprotkb/P24001/entry',
      'RefSeq (mRNA): https://www.ncbi.nlm.nih.gov/nuccore/NM_001012631',
      'RefSeq (protein): https://www.ncbi.nlm.nih.gov/protein/NP_001012649',
      'OMIM: https://omim.org/entry/606001',
      'HGNC: https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:16830',
      'GeneCards: https://www.genecards.org/cgi-bin/carddisp.pl?gene=IL32',
      'PubMed search: https://pubmed.ncbi.nlm.nih.gov/?term=IL32',
      SOURCE,
    ]);
  });

  test('a statement: with its reference', async () => {
    expect(await read({ do: 'function', statements: ['osteoclast-activation'] })).toEqual([
      'IL32: function',
      'IL-32 does not support osteoclast activation. [3]',
      'References: [3] Mabilleau and Sabokbar 2009 · PMID 19137064 · doi:10.1371/journal.pone.0004173',
      '[3] DOI: https://doi.org/10.1371/journal.pone.0004173',
      SOURCE,
    ]);
  });

  test('a yes/no question: the verdict leads', async () => {
    const answer = respond(
      il32,
      { do: 'function', statements: ['osteoclast-activation'] },
      { verdict: 'no' },
    );
    expect((await answerText(answer)).split('\n')[2]).toBe(
      'No. IL-32 does not support osteoclast activation. [3]',
    );
  });

  test('a reference: its parts and what rests on it', async () => {
    expect(await read({ do: 'cite', references: ['mabilleau-2009'], format: null })).toEqual([
      'Interleukin-32 promotes osteoclast differentiation but not osteoclast activation <https://doi.org/10.1371/journal.pone.0004173>',
      'Authors: Mabilleau G, Sabokbar A',
      'Journal: PLoS ONE 4(1):e4173',
      'Year: 2009',
      'DOI: 10.1371/journal.pone.0004173 <https://doi.org/10.1371/journal.pone.0004173>',
      'PMID: 19137064 <https://pubmed.ncbi.nlm.nih.gov/19137064/>',
      'PMCID: PMC2613539 <https://pmc.ncbi.nlm.nih.gov/articles/PMC2613539/>',
      'Statements that rest on it:',
      '• IL-32 can support osteoclast differentiation. [3]',
      '• IL-32 does not support osteoclast activation. [3]',
      '• In its effect on osteoclasts, IL-32 regulates the MAPK/ERK pathway and the actin cytoskeleton. [3]',
      'DOI: https://doi.org/10.1371/journal.pone.0004173',
      'PubMed: https://pubmed.ncbi.nlm.nih.gov/19137064/',
      'PubMed Central: https://pmc.ncbi.nlm.nih.gov/articles/PMC2613539/',
      SOURCE,
    ]);
  });

  test('a reference with thirty authors names ten, the last, and how many', async () => {
    const lines = await read({ do: 'cite', references: ['dillon-2004'], format: null }, il31);
    expect(lines[1]).toBe(
      'Authors: Dillon SR, Sprecher C, Hammond A, Bilsborough J, Rosenfeld-Franklin M, Presnell SR, Haugen HS, Maurer M, Harder B, Johnston J, … Gross JA (30 authors)',
    );
  });

  test('the place: bp, rounding, and that the assembly is inferred', async () => {
    expect(await read({ do: 'locate', species: null })).toEqual([
      'IL32: where it lies <https://genome.ucsc.edu/cgi-bin/hgTracks?db=hg19&position=chr16:3120000-3130000>',
      'IL32 lies on chromosome 16 (human), at 3.12–3.13 Mb.',
      'Coordinates: chr16:3,120,000-3,130,000',
      'Assembly: GRCh37 (hg19), inferred',
      'Chromosome: 16',
      'Coordinates are in bp, rounded to 10,000 bp in the source.',
      'The source names no assembly; its coordinates fit GRCh37 (hg19), not GRCh38 (hg38).',
      'UCSC (hg19): https://genome.ucsc.edu/cgi-bin/hgTracks?db=hg19&position=chr16:3120000-3130000',
      'Ensembl (GRCh37): https://grch37.ensembl.org/Homo_sapiens/Location/View?r=16:3120000-3130000',
      'NCBI Gene: https://www.ncbi.nlm.nih.gov/gene/9235',
      SOURCE,
    ]);
    expect(await read({ do: 'locate', species: 'mouse' })).toEqual([
      'IL32: where it lies',
      'The record has no location of IL32 in mouse.',
      'Source article: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('a species without a counterpart', async () => {
    expect(await read({ do: 'species', species: 'mouse' })).toEqual([
      'IL32: mouse',
      'Mouse: the record has a mouse column for IL32 and gives no counterpart in it (n/a).',
      'Mouse: none recorded: NCBI Gene, Ensembl, UniProtKB, RefSeq (mRNA), RefSeq (protein), PubMed search, location',
      'Source article: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('a refusal: what was not found, and what there is', async () => {
    const answer = refuse(il32, 'The record has no statement about "IL-10".', {
      do: 'topic',
      topic: 'IL-10',
    });
    expect((await answerText(answer)).split('\n\n')).toEqual([
      'Not in the IL32 record',
      'The record has no statement about "IL-10".',
      SOURCE,
    ]);
    expect(answer.suggestions.map(({ label }) => label)).toEqual([
      'At a glance',
      'All its names',
      'All database IDs',
      'What it does',
    ]);
  });
});

test('a request for what the record does not hold is refused', () => {
  expect(respond(il31, { do: 'alias', name: 'IL32' }).kind).toBe('none');
  expect(respond(il32, { do: 'function', statements: ['no-such-thing'] }).kind).toBe('none');
  expect(respond(il32, { do: 'cite', references: ['no-such-thing'], format: null }).kind).toBe('none');
});

test('"Ask next" never offers what was just answered, and the evidence comes first', () => {
  const answer = respond(il32, { do: 'function', statements: ['chemokines'] });
  expect(answer.suggestions.map(({ label }) => label)).toEqual([
    '[2] Kim et al. 2005',
    'What it does',
    'All database IDs',
    'At a glance',
  ]);
  const all = respond(il32, { do: 'function', statements: [] });
  expect(all.suggestions.map(({ label }) => label)).not.toContain('What it does');
});

test('facts are named by stable ids, in the order shown', () => {
  expect(factIds(respond(il32, { do: 'id', databases: ['uniprot', 'ensembl'], species: 'human' }))).toEqual([
    'id:ensembl:human',
    'id:uniprot:human',
  ]);
  expect(factIds(respond(il32, { do: 'cite', references: ['kim-2005'], format: null }))).toEqual([
    'citation:kim-2005',
  ]);
});
