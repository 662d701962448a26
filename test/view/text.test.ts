import { describe, expect, test } from 'vitest';
import { factIds } from '../../src/answer/answer.js';
import type { ResolvedRequest } from '../../src/answer/request.js';
import { refuse, respond } from '../../src/answer/respond.js';
import { nextSteps } from '../../src/view/next.js';
import { answerText } from '../../src/view/text.js';
import { il31, il32 } from '../fixtures/records.js';

const SOURCE = 'Source: Wikipedia 2013, CC BY-SA 3.0';

async function read(request: ResolvedRequest, record = il32): Promise<string[]> {
  return (await answerText(respond(record, request))).split('\n').filter((line) => line !== '');
}

describe('what a person reads', () => {
  test('a name: its kind and all the others', async () => {
    expect(await read({ do: 'alias', name: 'taif‑B' })).toEqual([
      'Names of IL32',
      'TAIFb is an alias of IL32 (Interleukin 32).',
      'Other aliases: NK4, TAIF, TAIFa, TAIFc, TAIFd',
      'Isoforms: IL-32alpha, IL-32beta, IL-32delta, IL-32gamma',
      'HGNC: https://www.genenames.org/',
      'Wikipedia: https://en.wikipedia.org/wiki/Interleukin_32',
      'Source: HGNC 2024, CC0 1.0; Wikipedia 2013, CC BY-SA 3.0',
    ]);
  });

  test('one cross-reference: human and mouse, with its page', async () => {
    expect(await read({ do: 'id', databases: ['ensembl'], species: null })).toEqual([
      'IL32 in Ensembl <https://www.ensembl.org/id/ENSG00000008517>',
      'Human gene ID: ENSG00000008517',
      'Mouse gene ID: None recorded',
      'Ensembl: https://www.ensembl.org/id/ENSG00000008517',
      SOURCE,
    ]);
  });

  test('"source?" after it: the record’s source of that fact, whole and once, with its page', async () => {
    const answer = {
      ...respond(il32, { do: 'id', databases: ['hgnc'], species: null }),
      sourceAsked: true,
    };
    expect((await answerText(answer)).split('\n').filter((line) => line !== '')).toEqual([
      'IL32 in HGNC <https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:16830>',
      'Source: HGNC, the HUGO Gene Nomenclature Committee, "HGNC complete set", revised October 2024, CC0 1.0',
      'Human ID: HGNC:16830',
      'Source: HGNC: https://www.genenames.org/',
      'HGNC: https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:16830',
    ]);
  });

  test('a retired database: its number, no dead link', async () => {
    expect(await read({ do: 'id', databases: ['homologene'], species: null })).toEqual([
      'IL32 in HomoloGene',
      'NCBI retired HomoloGene in January 2024. Its successor is the Orthologs section of NCBI Gene.',
      'Human group number: 128400',
      'Wikipedia: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('all cross-references: one table to copy', async () => {
    const lines = await read({ do: 'id', databases: [], species: null });
    expect(lines.slice(0, 14)).toEqual([
      'Database IDs of IL32',
      'Mouse: none recorded in NCBI Gene, Ensembl, UniProtKB, RefSeq (mRNA), RefSeq (protein) and PubMed search.',
      'Database       Human',
      'NCBI Gene      9235',
      'Ensembl        ENSG00000008517',
      'UniProtKB      P24001',
      'RefSeq mRNA    NM_001012631',
      'RefSeq protein NP_001012649',
      'OMIM           606001',
      'HGNC           HGNC:16830',
      'HomoloGene     128400',
      'GeneCards      IL32',
      'PubMed search  IL32',
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
      'Source: Wikipedia 2013, CC BY-SA 3.0; HGNC 2024, CC0 1.0',
    ]);
  });

  test('a statement: with its reference', async () => {
    expect(await read({ do: 'function', statements: ['osteoclast-activation'] })).toEqual([
      'IL32 and osteoclast activation',
      'IL-32 does not support osteoclast activation. [3]',
      '[3] Mabilleau and Sabokbar 2009: https://doi.org/10.1371/journal.pone.0004173',
      SOURCE,
    ]);
  });

  test('everything that it does: what matters most first', async () => {
    const lines = await read({ do: 'function', statements: [] });
    expect(lines.slice(0, 3)).toEqual([
      'What IL32 does',
      '• IL32 encodes a member of the cytokine family. [1]',
      '• IL-32 is a pro-inflammatory cytokine. [2]',
    ]);
    expect(lines.findIndex((line) => line.includes('sulfation'))).toBeGreaterThan(
      lines.findIndex((line) => line.includes('osteoclast')),
    );
  });

  test.each<[string[], string]>([
    [['cytokine-family'], 'What IL32 is'],
    [['inflammatory-cytokines', 'tnf-macrophages'], 'IL32 and TNF-alpha'],
    [['osteoclast-differentiation', 'osteoclast-activation', 'osteoclast-pathway'], 'IL32 and osteoclasts'],
    [['tyrosine-sulfation-site', 'chemokines'], 'What IL32 does'],
    [['expression-t-cells', 'expression-nk-cells'], 'IL32: expression'],
    [['expression-t-cells'], 'IL32 and mitogens'],
  ])('the title names what %j are about', async (statements, title) => {
    expect((await read({ do: 'function', statements }))[0]).toBe(title);
  });

  test('a yes/no question with several references behind it: the verdict alone', async () => {
    const request = { do: 'function', statements: ['pro-inflammatory', 'cytokine-family'] } as const;
    expect((await answerText(respond(il32, request, 'yes'))).split('\n')[2]).toBe('Yes.');
  });

  test('a yes/no question: the verdict leads', async () => {
    const answer = respond(il32, { do: 'function', statements: ['osteoclast-activation'] }, 'no');
    expect((await answerText(answer)).split('\n')[2]).toBe(
      'No, according to Mabilleau and Sabokbar 2009. IL-32 does not support osteoclast activation. [3]',
    );
  });

  test('a reference: one line in the usual style, and its pages', async () => {
    expect(await read({ do: 'cite', references: ['mabilleau-2009'], format: null })).toEqual([
      'Reference [3] <https://doi.org/10.1371/journal.pone.0004173>',
      'Mabilleau G, Sabokbar A. Interleukin-32 promotes osteoclast differentiation but not osteoclast activation. PLoS One. 2009;4(1):e4173. doi: 10.1371/journal.pone.0004173. PubMed PMID: 19137064; PubMed Central PMCID: PMC2613539.',
      'DOI: https://doi.org/10.1371/journal.pone.0004173',
      'PubMed: https://pubmed.ncbi.nlm.nih.gov/19137064/',
      'PubMed Central: https://pmc.ncbi.nlm.nih.gov/articles/PMC2613539/',
      SOURCE,
    ]);
  });

  test('a reference in another style: what that does not say stands below', async () => {
    const lines = await read({ do: 'cite', references: ['mabilleau-2009'], format: 'apa' });
    expect(lines.slice(0, 4)).toEqual([
      'Reference [3] <https://doi.org/10.1371/journal.pone.0004173>',
      'Mabilleau, G., & Sabokbar, A. (2009). Interleukin-32 promotes osteoclast differentiation but not osteoclast activation. PLoS ONE, 4(1), Article e4173. https://doi.org/10.1371/journal.pone.0004173',
      'PMID: 19137064',
      'PMCID: PMC2613539',
    ]);
  });

  test('a reference as a file', async () => {
    const lines = await read({ do: 'cite', references: ['kim-2005'], format: 'bibtex' });
    expect(lines.slice(0, 2)).toEqual(['Reference [2] as BibTeX', '@article{kim2005interleukin,']);
  });

  test('all references: a numbered list', async () => {
    const lines = await read({ do: 'cite', references: [], format: null });
    expect(lines.slice(0, 3).map((line) => line.slice(0, 40))).toEqual([
      'All 3 references on IL32',
      '[1] Entrez Gene: Interleukin 32 [Interne',
      '[2] Kim SH, Han SY, Azam T, Yoon DY, Din',
    ]);
  });

  test('the place: once, rounded where it is rounded, with browsers that show the gene', async () => {
    expect(await read({ do: 'locate', species: null })).toEqual([
      'Where IL32 lies <https://genome.ucsc.edu/cgi-bin/hgTracks?db=hg19&position=chr16:3110000-3140000>',
      'On human chromosome 16, band 16p13.3: about 3.12–3.13 Mb, GRCh37 (hg19).',
      'The source rounds to 10,000 bp; the links show that much more on both sides.',
      'The source names no assembly; its coordinates fit this one, not GRCh38 (hg38).',
      'UCSC: https://genome.ucsc.edu/cgi-bin/hgTracks?db=hg19&position=chr16:3110000-3140000',
      'Ensembl: https://grch37.ensembl.org/Homo_sapiens/Location/View?r=16:3110000-3140000',
      'NCBI Gene: https://www.ncbi.nlm.nih.gov/gene/9235',
      'Source: Wikipedia 2013, CC BY-SA 3.0; HGNC 2024, CC0 1.0',
    ]);
    expect(await read({ do: 'locate', species: 'mouse' })).toEqual([
      'Where IL32 lies',
      'The source says that IL32 has no counterpart in mouse.',
      'Wikipedia: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('exact places on two assemblies: each to the base, each with its strand', async () => {
    const place = { chromosome: '16', rounding: 1, strand: '+', assemblyBasis: 'stated' } as const;
    const record = {
      ...il32,
      locations: [
        { species: 'human', place: { ...place, start: 3065297, end: 3069668, assembly: 'GRCh38' } },
        { species: 'human', place: { ...place, start: 3115298, end: 3131908, assembly: 'GRCh37' } },
      ],
    };
    expect((await read({ do: 'locate', species: null }, record)).slice(0, 5)).toEqual([
      'Where IL32 lies <https://genome.ucsc.edu/cgi-bin/hgTracks?db=hg38&position=chr16:3065297-3069668>',
      'On human chromosome 16, band 16p13.3:',
      '• chr16:3,065,297-3,069,668 (plus strand), GRCh38 (hg38)',
      '• chr16:3,115,298-3,131,908 (plus strand), GRCh37 (hg19)',
      'UCSC (hg38): https://genome.ucsc.edu/cgi-bin/hgTracks?db=hg38&position=chr16:3065297-3069668',
    ]);
  });

  test('a species without a counterpart', async () => {
    expect(await read({ do: 'species', species: 'mouse' })).toEqual([
      'IL32 in mouse',
      'The source says that there is no counterpart of IL32.',
      'None recorded: NCBI Gene, Ensembl, UniProtKB, RefSeq (mRNA), RefSeq (protein), PubMed search, location',
      'Wikipedia: https://en.wikipedia.org/wiki/Interleukin_32',
      SOURCE,
    ]);
  });

  test('a question back: without a source, its readings on the buttons', async () => {
    const request = { do: 'ask', question: 'il32 things' } as const;
    const answer = {
      kind: 'clarify',
      record: il32,
      request,
      verdict: null,
      notes: [],
      readings: [],
    } as const;
    expect((await answerText(answer)).split('\n\n')).toEqual([
      'What would you like to know of IL32?',
      'Your question can be read in several ways. Which one do you mean?',
      'At a glance, All its names, All database IDs, What it does',
    ]);
  });

  test('a refusal: what was not found, and what there is', async () => {
    const answer = refuse(il32, 'The record has no statement about "IL-10".', {
      do: 'ask',
      question: 'IL-10',
    });
    expect((await answerText(answer)).split('\n\n')).toEqual([
      'Not in the record',
      'The record has no statement about "IL-10".',
      SOURCE,
    ]);
    expect(nextSteps(answer).map(({ label }) => label)).toEqual([
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
  expect(nextSteps(answer).map(({ label }) => label)).toEqual([
    'Cite [2]',
    'What it does',
    'All database IDs',
    'At a glance',
  ]);
  const all = respond(il32, { do: 'function', statements: [] });
  expect(nextSteps(all).map(({ label }) => label)).not.toContain('What it does');
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
