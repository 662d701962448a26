import { describe, expect, it } from 'vitest';
import type { GeneRecord } from '../../src/record/schema.js';
import { completeQuestions } from '../../src/search/complete.js';
import { findDatabases, findReferences, findStatements } from '../../src/search/find.js';
import { lexicon, meanings } from '../../src/search/lexicon.js';
import { indexWords, nearWords } from '../../src/search/spelling.js';
import { il31, il32 } from '../fixtures/records.js';

describe('findDatabases', () => {
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
    ['', []],
    ['klingon', []],
    ['hgnc', ['hgnc']],
  ])('"%s" means %j', (typed, expected) => {
    expect(findDatabases(il32, typed)).toEqual(expected);
  });
});

describe('nearWords', () => {
  it('finds a misspelt word and scores it', () => {
    expect(nearWords('osteoclst', lexicon().words)[0]?.key).toBe('osteoclast');
    expect(nearWords('uniport', lexicon().words)[0]).toEqual({ key: 'uniprot', score: 1 / 7 });
  });

  it('takes a word for another one only where one letter in four is wrong', () => {
    const words = indexWords(['magnesium', 'centromere']);
    expect(nearWords('magnesuim', words)).toEqual([{ key: 'magnesium', score: 1 / 9 }]);
    expect(['manganese', 'centrifuge'].flatMap((word) => nearWords(word, words))).toEqual([]);
  });

  it.each(['il33', 'p24001', 'tnf', 'zzzzzzz'])('leaves %s alone', (word) => {
    expect(nearWords(word, lexicon().words)).toEqual([]);
  });

  it('knows phrases however they are spaced', () => {
    expect(meanings('gene cards')).toEqual(meanings('GeneCards'.toLowerCase()));
    expect(meanings('do i')).not.toEqual(meanings('wtf'));
  });
});

const ids = (list: readonly { id: string }[]): readonly string[] => list.map(({ id }) => id);

describe('findStatements', () => {
  it.each([
    ['osteoclst', ['osteoclast-differentiation', 'osteoclast-activation', 'osteoclast-pathway']],
    ['bone eating cells', ['osteoclast-differentiation', 'osteoclast-activation', 'osteoclast-pathway']],
    ['IL-8', ['chemokines']],
    ['interleukin 8', ['chemokines']],
    ['erk', ['osteoclast-pathway']],
    ['tyrosine sulphation', ['tyrosine-sulfation-site']],
    ['splice', ['splice-variants']],
    ['TNF-\u03b1', ['tnf-macrophages', 'inflammatory-cytokines']],
    ['monocy', ['inflammatory-cytokines']],
    ['weather', []],
    ['', []],
  ])('"%s" finds %j', (typed, expected) => {
    expect(ids(findStatements(il32, typed))).toEqual(expected);
  });
});

describe('findReferences', () => {
  it.each(['kim 2006', 'mabilleau 2005', 'smith 2005'])('%s contradicts every reference', (typed) => {
    expect(findReferences(il32, typed)).toEqual([]);
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
    ['mab', ['mabilleau-2009']],
    ['entrez gene', ['entrez-gene']],
    ['PMID 15664166', []],
    ['Goda', []],
  ])('"%s" finds %j', (typed, expected) => {
    expect(ids(findReferences(il32, typed))).toEqual(expected);
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
    expect(ids(findReferences({ ...il32, references: [...il32.references, ...more] }, typed))).toEqual([id]);
  });

  it('finds an author whose name has a hyphen', () => {
    expect(ids(findReferences(il31, 'Rosenfeld-Franklin'))).toEqual(['dillon-2004']);
  });
});

describe('completeQuestions', () => {
  it('has good defaults for an empty box', () => {
    expect(completeQuestions(il32, '', 6)).toEqual([
      'What is IL32?',
      'What does IL32 do?',
      'What are the other names of IL32?',
      'What are all the database IDs of IL32?',
      'Where in the genome is IL32?',
      'Which references does the record have?',
    ]);
  });

  it.each([
    ['osteo', 'Does IL32 support osteoclast differentiation?'],
    ['unip', 'What is the UniProtKB accession of IL32?'],
    ['bibtex kim', 'BibTeX for Kim et al. 2005'],
    ['mouse', 'Is there a mouse ortholog of IL32?'],
    ['taifb', 'What is TAIFb?'],
    ['where', 'Where in the genome is IL32?'],
  ])('"%s" offers "%s" first', (typed, first) => {
    expect(completeQuestions(il32, typed, 5)[0]).toBe(first);
  });

  it('keeps to the limit and to 100 characters', () => {
    const all = completeQuestions(il31, '', 100);
    expect(completeQuestions(il31, '', 3)).toHaveLength(3);
    expect(Math.max(...all.map((text) => text.length))).toBeLessThanOrEqual(100);
    expect(new Set(all).size).toBe(all.length);
  });
});
