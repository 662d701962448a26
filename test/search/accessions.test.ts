import { describe, expect, it } from 'vitest';
import { type AccessionFind, findAccessions, scanAccessions } from '../../src/search/accessions.js';
import { il32 } from '../fixtures/records.js';

/** The first accession that the record knows, else the first. */
function findAccession(record: typeof il32, typed: string): AccessionFind | null {
  const finds = findAccessions(record, typed);
  return finds.find((one) => one.found !== 'unknown') ?? finds[0] ?? null;
}

function found(typed: string): unknown {
  const find = findAccession(il32, typed);
  if (find === null) return null;
  if (find.found === 'identifier') return [find.database, find.base, find.suffix, find.assumed];
  if (find.found === 'reference') return [find.database, find.reference.id, find.assumed];
  return ['unknown', find.databaseName, find.base];
}

describe('findAccession', () => {
  it.each([
    ['9235', ['ncbigene', '9235', '', true]],
    ['GeneID: 9235', ['ncbigene', '9235', '', false]],
    ['NCBIGene:9235', ['ncbigene', '9235', '', false]],
    ['https://www.ncbi.nlm.nih.gov/gene/9235', ['ncbigene', '9235', '', false]],
    ['LOC9235', ['ncbigene', '9235', '', false]],
    ['ENSEMBL:ensg00000008517', ['ensembl', 'ENSG00000008517', '', false]],
    ['ENSG00000008517.12', ['ensembl', 'ENSG00000008517', '.12', false]],
    ['uniprotkb:P24001', ['uniprot', 'P24001', '', false]],
    ['P24001-2', ['uniprot', 'P24001', '-2', false]],
    ['>sp|P24001|IL32_HUMAN Interleukin-32', ['uniprot', 'P24001', '', false]],
    ['nm_001012631.4', ['refseq_mrna', 'NM_001012631', '.4', false]],
    ['NM 001012631', ['refseq_mrna', 'NM_001012631', '', false]],
    ['NP_001012649', ['refseq_protein', 'NP_001012649', '', false]],
    ['MIM:606001', ['omim', '606001', '', false]],
    ['OMIM#606001', ['omim', '606001', '', false]],
    ['606001', ['omim', '606001', '', true]],
    ['https://omim.org/entry/606001', ['omim', '606001', '', false]],
    ['homologene 128400', ['homologene', '128400', '', false]],
    ['9235.0', ['ncbigene', '9235', '', true]],
    ['ENSG00000008517.18_PAR_Y', ['ensembl', 'ENSG00000008517', '.18_PAR_Y', false]],
    ['NP_001012649.1:p.Thr22Ile', ['refseq_protein', 'NP_001012649', '.1', false]],
    ['NM_001012631.4(IL32):c.65C>T', ['refseq_mrna', 'NM_001012631', '.4', false]],
  ])('reads %s', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it.each([
    ['PMID 15664165', ['pubmed', 'kim-2005', false]],
    ['15664165', ['pubmed', 'kim-2005', true]],
    ['https://pubmed.ncbi.nlm.nih.gov/15664165/', ['pubmed', 'kim-2005', false]],
    ['https://europepmc.org/article/MED/15664165', ['pubmed', 'kim-2005', false]],
    ['https://europepmc.org/article/PMC/PMC2613539', ['pmc', 'mabilleau-2009', false]],
    ['PMC2613539', ['pmc', 'mabilleau-2009', false]],
    ['pmcid: 2613539', ['pmc', 'mabilleau-2009', false]],
    ['doi:10.1371/JOURNAL.PONE.0004173.', ['doi', 'mabilleau-2009', false]],
    ['https://doi.org/10.1016/j.immuni.2004.12.003)', ['doi', 'kim-2005', false]],
  ])('reads %s as a reference', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it.each([
    ['ENSG00000008518', ['unknown', 'Ensembl', 'ENSG00000008518']],
    ['NM_001012632', ['unknown', 'RefSeq (mRNA)', 'NM_001012632']],
    ['OMIM 128400', ['unknown', 'OMIM', '128400']],
    ['PMID 9235', ['unknown', 'PubMed', '9235']],
    ['HGNC:9235', ['unknown', 'HGNC', 'HGNC:9235']],
    ['rs28372698', ['unknown', 'dbSNP', 'RS28372698']],
    ['10.1371/journal.pone.0004137', ['unknown', 'DOI', '10.1371/journal.pone.0004137']],
    ['9236', ['unknown', null, '9236']],
    ['A8K3F5', ['unknown', 'UniProtKB', 'A8K3F5']],
    ['tr|A0A024R1R8|A0A024R1R8_HUMAN', ['unknown', 'UniProtKB', 'A0A024R1R8']],
  ])('says that %s is not in the record', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it.each(['', 'hello', 'what is NK4?', 'chromosome 16', '3 sites', '99%'])('finds none in "%s"', (typed) => {
    expect(found(typed)).toBeNull();
  });

  it('offers what the record has in that database', () => {
    const find = findAccession(il32, 'ENSG00000008518');
    expect(find?.found === 'unknown' && find.near).toEqual([
      { database: 'ensembl', species: 'human', accession: 'ENSG00000008517' },
    ]);
  });
});

describe('scanAccessions', () => {
  it('finds each once, in order', () => {
    const text = 'P24001 and ENSG00000008517.2, see PMID: 15664165 or 10.1016/j.immuni.2004.12.003.';
    expect(scanAccessions(text).map(({ typed, start }) => [typed, start])).toEqual([
      ['P24001', 0],
      ['ENSG00000008517.2', 11],
      ['15664165', 34],
      ['10.1016/j.immuni.2004.12.003', 52],
    ]);
  });

  it('stays fast on hostile text', () => {
    const started = performance.now();
    for (const text of [
      'pmid '.repeat(1200),
      '1'.repeat(6000),
      '10.1016/'.repeat(750),
      'omim id id id '.repeat(400),
    ]) {
      scanAccessions(text);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
