import { describe, expect, test } from 'vitest';
import { lookUpIdentifier } from '../../src/answer/look-up.js';
import { il32 } from '../fixtures/records.js';

test('a list of accessions: each that is recorded, and which are not', () => {
  const answer = lookUpIdentifier(il32, 'ENSG00000008517; MIM:606001, NM_001012632');
  expect(answer.kind === 'identifier' && answer.entries.map(({ accession }) => accession)).toEqual([
    'ENSG00000008517',
    '606001',
  ]);
  expect(answer.notes).toEqual(['Not in this record: NM_001012632.']);
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
    ['P24001', []],
  ])('%s', (typed, notes) => {
    const answer = lookUpIdentifier(il32, typed);
    expect([answer.kind, answer.notes]).toEqual(['identifier', notes]);
  });
});
