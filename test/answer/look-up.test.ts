import { describe, expect, it } from 'vitest';
import { factIds } from '../../src/answer/answer.js';
import { lookUpIdentifier, lookUpName, lookUpReference, lookUpTopic } from '../../src/answer/look-up.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { nextSteps } from '../../src/view/next.js';
import { il31, il32 } from '../fixtures/records.js';

describe('a database', () => {
  it.each([
    ['uniport', ['uniprot']],
    ['swiss prot', ['uniprot']],
    ['entrez', ['ncbigene']],
    ['NCBI Gene', ['ncbigene']],
    ['LocusLink', ['ncbigene']],
    ['ensembel', ['ensembl']],
    ['mrna', ['refseq_mrna']],
    ['NP_', ['refseq_protein']],
    ['refseq', ['refseq_mrna', 'refseq_protein']],
    ['MIM', ['omim']],
    ['homolo gene', ['homologene']],
    ['gene card', ['genecards']],
    ['pubmed', ['pubmed_search']],
    ['ens', ['ensembl']],
    ['klingon', []],
    ['hgnc', ['hgnc']],
  ])('"%s" means %j', (typed, expected) => {
    const answer = lookUpIdentifier(il32, typed);
    const entries = answer.kind === 'identifier' ? answer.entries : [];
    expect([...new Set(entries.map(({ database }) => database))]).toEqual(expected);
  });
});

describe('a topic', () => {
  it.each([
    ['osteoclst', ['osteoclast-differentiation', 'osteoclast-activation', 'osteoclast-pathway']],
    ['bone eating cells', ['osteoclast-differentiation', 'osteoclast-activation', 'osteoclast-pathway']],
    ['IL-8', ['chemokines']],
    ['interleukin 8', ['chemokines']],
    ['inflammation', ['pro-inflammatory']],
    ['what does IL33 bind', []],
    ['erk', ['osteoclast-pathway']],
    ['tyrosine sulphation', ['tyrosine-sulfation-site']],
    ['splice', ['splice-variants']],
    ['TNF-\u03b1', ['tnf-macrophages', 'inflammatory-cytokines']],
    ['monocy', ['inflammatory-cytokines']],
    ['weather', []],
  ])('"%s" finds %j', (typed, expected) => {
    expect(factIds(lookUpTopic(il32, typed)).map((id) => id.replace('function:', ''))).toEqual(expected);
  });
});

const cited = (record: GeneRecord, typed: string): readonly string[] =>
  factIds(lookUpReference(record, typed, null)).map((id) => id.replace('citation:', ''));

describe('a reference', () => {
  it.each(['kim 2006', 'mabilleau 2005', 'smith 2005'])('%s contradicts every reference', (typed) => {
    expect(cited(il32, typed)).toEqual([]);
  });

  it.each([
    ['kim', ['kim-2005']],
    ['mabileau', ['mabilleau-2009']],
    ['Dinarello 2005', ['kim-2005']],
    ['plos one', ['mabilleau-2009']],
    ['plos', ['mabilleau-2009']],
    ['the osteoclast paper', ['mabilleau-2009']],
    ['2009', ['mabilleau-2009']],
    ['PMID 15664165', ['kim-2005']],
    ['entrez gene', ['entrez-gene']],
    ['PMID 15664166', []],
    ['Goda', []],
  ])('"%s" finds %j', (typed, expected) => {
    expect(cited(il32, typed)).toEqual(expected);
  });

  it.each([
    ['Van Goor', 'van-goor'],
    ['van goor 2006', 'van-goor'],
    ['World Health Organization 2010', 'who'],
    ['van Gogh 2011', 'gogh'],
    ['Gogh', 'gogh'],
  ])('finds authors of several words and with particles: %s', (typed, id) => {
    const paper = { type: 'article-journal', title: 'T' } as const;
    const more: GeneRecord['references'] = [
      { ...paper, id: 'van-goor', author: [{ family: 'Van Goor' }], issued: { 'date-parts': [[2006]] } },
      {
        ...paper,
        id: 'who',
        author: [{ literal: 'World Health Organization' }],
        issued: { 'date-parts': [[2010]] },
      },
      {
        ...paper,
        id: 'gogh',
        author: [{ family: 'Gogh', 'non-dropping-particle': 'van' }],
        issued: { 'date-parts': [[2011]] },
      },
    ];
    expect(cited({ ...il32, references: [...il32.references, ...more] }, typed)).toEqual([id]);
  });

  it('finds an author whose name has a hyphen', () => {
    expect(cited(il31, 'Rosenfeld-Franklin')).toEqual(['dillon-2004']);
  });
});

describe('a name that is not recorded', () => {
  it.each([
    ['il-32 gama', ['IL-32gamma']],
    ['intreleukin 32', ['Interleukin 32']],
    ['IL33', []],
    ['il-33 gama', []],
    ['TIFA', []],
    ['TAIFe', []],
    ['NK5', []],
    ['weather', []],
  ])('"%s" is near %j', (typed, names) => {
    const labels = nextSteps(lookUpName(il32, typed)).map(({ label }) => label);
    expect(labels).toEqual([...names.map((name) => `Did you mean ${name}?`), 'All its names']);
  });
});

describe('a word that was sent before it was whole', () => {
  it('finds the statements that have it', () => {
    expect(factIds(lookUpTopic(il32, 'sulf'))).toEqual(['function:tyrosine-sulfation-site']);
  });

  it('finds the references of an author or a journal', () => {
    expect(factIds(lookUpReference(il32, 'mab', null))).toEqual(['citation:mabilleau-2009']);
    expect(factIds(lookUpReference(il32, 'immun', null))).toEqual(['citation:kim-2005']);
  });

  it('finds nothing by two letters', () => {
    expect(lookUpTopic(il32, 'xq').kind).toBe('none');
  });
});
