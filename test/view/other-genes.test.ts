import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { refuse, respond } from '../../src/answer/respond.js';
import type { GeneCatalogue } from '../../src/catalogue/catalogue.js';
import { withOtherGenes } from '../../src/view/other-genes.js';
import { sampleCatalogue } from '../catalogue/support.js';
import { il31, il32 } from '../fixtures/records.js';

let catalogue: GeneCatalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const refusal = refuse(il32, 'That is not in it.', { do: 'card' });
const SOURCE = 'Source: HGNC complete set, catalogue of 2026-01-02, CC0.';
const notes = (typed: string): readonly string[] => {
  const all = withOtherGenes(refusal, typed, catalogue).notes;
  if (all.length > 0) expect(all.at(-1)).toBe(SOURCE);
  return all.slice(0, -1);
};

describe('a refusal says which other genes were named', () => {
  test.each([
    [
      'TIFA',
      [
        'TIFA is another human gene (TRAF interacting protein with forkhead associated domain). It is also an alias of IL22 (interleukin 22).',
      ],
    ],
    [
      'is TIFa the same as GAPDH?',
      [
        'TIFA is another human gene (TRAF interacting protein with forkhead associated domain). It is also an alias of IL22 (interleukin 22).',
        'GAPDH is another human gene (glyceraldehyde-3-phosphate dehydrogenase).',
      ],
    ],
    ['GAPDH', ['GAPDH is another human gene (glyceraldehyde-3-phosphate dehydrogenase).']],
    [
      'what is MARCH1 called now?',
      [
        'MARCH1 is a previous symbol of MARCHF1, another human gene (membrane associated ring-CH-type finger 1).',
      ],
    ],
    ['catalase', ['catalase is another human gene (CAT).']],
    ['CAT?', ['CAT is another human gene (catalase).']],
    ['does it eat the cat?', []],
    ['what is CAT?', ['CAT is another human gene (catalase).']],
    ['WHAT IS THE REST OF IT?', []],
    [
      '1-Mar',
      [
        '"1-Mar" is what spreadsheets make of MARCH1, MARC1 and Mar1: MARCHF1 (membrane associated ring-CH-type finger 1), a previous symbol of MARCHF1; MTARC1 (mitochondrial amidoxime reducing component 1), a previous symbol of MTARC1; RTL1 (retrotransposon Gag like 1), an alias of RTL1.',
      ],
    ],
    ['OLDGENE2', ['HGNC has withdrawn OLDGENE2 (HGNC:900002); its place was taken by IL32.']],
    [
      'ENSG00000169429',
      ['ENSG00000169429 is the Ensembl gene ID of CXCL8 (C-X-C motif chemokine ligand 8).'],
    ],
    ['is P04637 its accession?', ['P04637 is the UniProtKB accession of TP53 (tumor protein p53).']],
    ['IL32', []],
    ['NK4', []],
    ['does it induce IL-8?', []],
    ['what does 9235 mean in 2005?', []],
    ['nothing of the kind', []],
  ])('%s', (typed, wanted) => {
    expect(notes(typed)).toEqual(wanted);
  });

  test('three at most', () => {
    expect(notes('IL33, IL31, IL2 and GAPDH')).toHaveLength(3);
  });

  test('and nothing without a catalogue, or where there is an answer', () => {
    expect(withOtherGenes(refusal, 'GAPDH', null)).toBe(refusal);
    const card = respond(il32, { do: 'card' });
    expect(withOtherGenes(card, 'GAPDH', catalogue)).toBe(card);
  });
});

describe('with several records', () => {
  test('the question which gene is meant says what was named', () => {
    const answer = ask([il31, il32], 'what is GAPDH called now?');
    expect(answer.kind).toBe('clarify');
    expect(withOtherGenes(answer, 'what is GAPDH called now?', catalogue).notes).toEqual([
      'GAPDH is another human gene (glyceraldehyde-3-phosphate dehydrogenase).',
      SOURCE,
    ]);
    expect(withOtherGenes(ask([il31, il32], 'its uniprot id?'), 'its uniprot id?', catalogue).notes).toEqual(
      [],
    );
  });
});
