import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import type { Request } from '../../src/answer/request.js';
import { il31, il32 } from '../fixtures/records.js';

/** What the second question asks once the first was answered. */
function then(first: string, second: string): Request | 'none' {
  const before = ask([il32], first);
  const after = ask([il32], second, { previous: { record: before.record, request: before.request } });
  return after.kind === 'none' ? 'none' : after.request;
}

const cite = (references: readonly string[], format: string | null = null): Request => ({
  do: 'cite',
  references,
  format,
});

describe('follow-ups', () => {
  it.each([
    ['refseq mrna?', 'and the protein one?', { do: 'id', databases: ['refseq_protein'], species: null }],
    ['refseq protein', 'and the mRNA?', { do: 'id', databases: ['refseq_mrna'], species: null }],
    ['entrez id for il32?', 'and ensembl', { do: 'id', databases: ['ensembl'], species: null }],
    ['uniprot of IL32', 'and for NK4?', { do: 'id', databases: ['uniprot'], species: null }],
    ['uniprot accession', 'link?', { do: 'id', databases: ['uniprot'], species: null }],
    ['uniprot accession', 'and in mouse?', { do: 'species', species: 'mouse' }],
    ['uniprot accession', 'human?', { do: 'id', databases: ['uniprot'], species: 'human' }],
    ['coords?', 'is that hg19 or hg38?', { do: 'locate', species: null }],
    ['does IL-32 induce IL-6', 'what else?', { do: 'function', statements: [] }],
    ['does IL-32 induce TNF', 'and IL-8?', { do: 'function', statements: ['chemokines'] }],
  ] as const)('"%s", then "%s"', (first, second, request) => {
    expect(then(first, second)).toEqual(request);
  });

  it.each([
    ['does IL-32 activate osteoclasts?', 'which paper?', cite(['mabilleau-2009'])],
    ['does IL-32 induce IL-8', 'source?', cite(['kim-2005'])],
    ['is there an RGD motif', 'source?', cite(['entrez-gene'])],
    ['does IL-32 induce IL-8', 'in bibtex?', cite(['kim-2005'], 'bibtex')],
    ['Kim 2005', "what's its DOI?", cite(['kim-2005'])],
    ['Kim 2005 doi', 'the other paper', cite(['mabilleau-2009'])],
    ['Kim 2005', 'as RIS please', cite(['kim-2005'], 'ris')],
    ['Vancouver citation for the Immunity paper', 'now the PLoS one', cite(['mabilleau-2009'], 'vancouver')],
  ])('"%s", then "%s"', (first, second, request) => {
    expect(then(first, second)).toEqual(request);
  });

  it.each([
    ['IL-32 ensembl id', 'and for IL-33?'],
    ['uniprot accession', 'what about IL-6?'],
    ['does IL-32 induce TNF', 'and in B cells?'],
    ['does IL-32 induce TNF', 'tell me more about TNF'],
    ['does IL-32 activate osteoclasts?', 'why?'],
    ['Kim 2005', 'is it published in Nature'],
    ['does mouse have il32', 'which mouse cytokine do i use instead then'],
    ['uniprot accession', 'and the structure?'],
  ])('"%s", then "%s" is refused', (first, second) => {
    expect(then(first, second)).toBe('none');
  });

  it('reads a full question without regard to the last one', () => {
    expect(then('Kim 2005', 'what is the ensembl id of IL-32?')).toEqual({
      do: 'id',
      databases: ['ensembl'],
      species: null,
    });
  });

  it('stays with the record of the last answer', () => {
    const before = ask([il32, il31], 'IL-31 uniprot');
    const after = ask([il32, il31], 'and ensembl?', {
      previous: { record: before.record, request: before.request },
    });
    expect(after.record.command).toBe('il31');
  });
});
