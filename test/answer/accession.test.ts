import { describe, expect, test } from 'vitest';
import { type Answer, answersIn, factIds } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import { lookUp, lookUpIdentifier } from '../../src/answer/look-up.js';
import { viewBase } from '../../src/view/base.js';
import { il32 } from '../fixtures/records.js';

/** The facts of an answer to accessions, and what is said besides. */
const told = (answer: Answer) => [
  factIds(answer),
  answer.kind === 'none' ? answer.reason : answersIn(answer).flatMap((one) => viewBase(one).notes),
];

describe('a list of accessions: each that is recorded, in the order pasted, and which are not', () => {
  const none = 'None of NM_001012632, P24002 is in the record of IL32. Accessions are matched exactly.';
  test.each([
    [
      'MIM:606001; ENSG00000008517, NM_001012632',
      ['id:omim:human', 'id:ensembl:human'],
      ['Not in this record: NM_001012632.'],
    ],
    [
      'P24001 15664165 P24001',
      ['id:uniprot:human', 'citation:kim-2005'],
      ['A bare number can be from any database; 15664165 was read as PMID.'],
    ],
    ['PMID:15664165, ENSG00000008517', ['citation:kim-2005', 'id:ensembl:human'], []],
    [
      'NM_001012631.4 P24001',
      ['id:refseq_mrna:human', 'id:uniprot:human'],
      ['".4" is the version of the RefSeq (mRNA) entry. The record of IL32 names NM_001012631 without one.'],
    ],
    ['NM_001012632 P24002', [], none],
  ])('%s', (typed, facts, notes) => {
    expect(told(lookUpIdentifier(il32, typed))).toEqual([facts, notes]);
    expect(told(ask([il32], typed))).toEqual([facts, notes]);
    const again = lookUp(il32, ask([il32], typed).request);
    expect(told(again)).toEqual([facts, notes]);
  });
});

describe('what stands behind an accession is told apart from it', () => {
  test.each([
    [
      'NP_001012649.1:p.Thr22Ile',
      [
        '".1" is the version of the RefSeq (protein) entry. The record of IL32 names NP_001012649 without one.',
        'The record has nothing on the change p.Thr22Ile.',
      ],
    ],
    [
      'ENSG00000008517.18_PAR_Y',
      [
        '".18_PAR_Y": a copy in the pseudoautosomal region of chromosome Y. The record of IL32 names ENSG00000008517 without it.',
      ],
    ],
    ['9235.0', ['A bare number can be from any database; 9235 was read as NCBI Gene ID.']],
    ['16830', ['A bare number can be from any database; 16830 was read as HGNC ID.']],
    ['P24001', []],
  ])('%s', (typed, notes) => {
    const answer = lookUpIdentifier(il32, typed);
    expect([answer.kind, viewBase(answer).notes]).toEqual(['identifier', notes]);
  });
});
