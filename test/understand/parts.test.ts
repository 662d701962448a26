import { describe, expect, it } from 'vitest';
import { explain } from '../../src/answer/ask.js';
import { readText } from '../../src/search/reading.js';
import { frameOf } from '../../src/understand/frame.js';
import { partsOf } from '../../src/understand/parts.js';
import { il32 } from '../fixtures/records.js';

const parts = (question: string): readonly string[] =>
  partsOf(frameOf(il32, readText(il32, question))).map(({ focus }) =>
    focus.map(({ text }) => text).join(' '),
  );

describe('the parts of a question', () => {
  it.each([
    ['the OMIM number, the location and a citation', ['the omim number', 'the location', 'and a citation']],
    ['aliases and location of IL32', ['aliases', 'and location of il32']],
    ['uniprot id? and what chromosome?', ['uniprot id', 'and what chromosome']],
    ['mouse uniprot and location', ['mouse uniprot', 'mouse and location']],
  ])('"%s": %j', (question, expected) => {
    expect(parts(question)).toEqual(expected);
  });

  it.each([
    'is IL32 on chromosome 16 and in UniProt?',
    'what does it do to TNF and IL-8',
    'the row has no symbol, which Ensembl ID is it',
  ])('"%s" has one', (question) => {
    expect(parts(question)).toEqual([]);
  });

  it('are answered in their order, identifiers together', () => {
    const { decision } = explain([il32], 'give me the aliases, the UniProt ID and the RefSeq protein');
    expect(decision.do === 'answer' ? [decision.request, ...decision.also] : decision).toEqual([
      { do: 'alias', name: null },
      { do: 'id', databases: ['uniprot', 'refseq_protein'], species: null },
    ]);
  });
});
