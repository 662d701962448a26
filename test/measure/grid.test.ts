import { describe, expect, it } from 'vitest';
import type { GridRecord, GridStatement } from '../../src/measure/grid/gene.js';
import { gridOf } from '../../src/measure/grid/grid.js';
import { AGENTS, VERBS } from '../../src/measure/grid/verbs.js';
import { cxcl8, il31, il32, klzf7, kvnx6 } from '../fixtures/records.js';

/** A record of a few statements of which each has one thing, so that every truth can be told by hand. */
function recordOf(
  ...statements: readonly Pick<GridStatement, 'id' | 'text' | 'polarity' | 'claim'>[]
): GridRecord {
  const things = [
    ...new Set(statements.flatMap(({ claim }) => [...(claim?.objects ?? []), ...(claim?.where ?? [])])),
  ];
  return {
    names: [{ name: 'ZARB1', kind: 'symbol' }],
    species: ['human'],
    identifiers: [{ database: 'uniprot', species: 'human', accession: 'P24001' }],
    locations: [],
    entities: things.map((id) => ({
      id,
      kind: id.endsWith('cyte') ? 'cell' : 'gene',
      name: id.toUpperCase(),
      also: [],
    })),
    statements: statements.map((each) => ({
      ...each,
      mentions: [...(each.claim?.objects ?? []), ...(each.claim?.where ?? [])],
      references: [],
    })),
    references: [],
  };
}

/** The leads of questions of the development grid, undefined for one that it does not ask. */
function truths(record: GridRecord, questions: readonly string[]): readonly unknown[] {
  const grid = new Map(
    gridOf(record, 0, Number.POSITIVE_INFINITY).map(({ q, verdict }) => [q.toLowerCase(), verdict]),
  );
  return questions.map((q) => [grid.get(q)].flat());
}

const RAISED = recordOf({
  id: 'a',
  text: 'ZARB1 induces KLON.',
  polarity: 'positive',
  claim: { relation: 'induces', objects: ['klon'], where: [] },
});
const GRIDS = [il32, cxcl8, klzf7, kvnx6].map((record) => ({
  development: gridOf(record),
  heldOut: gridOf(record, 1),
}));

describe('a grid', () => {
  it('has 1,500 questions and more, each once', () => {
    for (const grid of GRIDS.flatMap(({ development, heldOut }) => [development, heldOut])) {
      expect(grid.length).toBeGreaterThanOrEqual(1500);
      expect(new Set(grid.map(({ q }) => q)).size).toBe(grid.length);
    }
  });

  it('is the same for the same seed and in another order for another', () => {
    expect(gridOf(RAISED, 3)).toEqual(gridOf(RAISED, 3));
    expect(gridOf(RAISED, 3)).not.toEqual(gridOf(RAISED, 4));
  });

  it('shares no effect question between the development half and the other', () => {
    const effects = [
      'plain',
      'passive',
      'denied',
      'tag',
      'framed',
      'nominal',
      'turned',
      'perturbed',
      'cells',
    ];
    for (const { development, heldOut } of GRIDS) {
      const developed = new Set(development.map(({ q }) => q));
      const fresh = heldOut.filter(({ part }) => effects.includes(part));
      expect(fresh.filter(({ q }) => developed.has(q))).toEqual([]);
    }
  });

  it('keeps the verbs of its halves apart', () => {
    const words = new Set(VERBS.development.map(({ base }) => base));
    expect(VERBS.heldOut.filter(({ base }) => words.has(base))).toEqual([]);
    const nouns = new Set(AGENTS.development.map(({ noun }) => noun));
    expect(AGENTS.heldOut.filter(({ noun }) => nouns.has(noun))).toEqual([]);
  });

  it('has no lead that drowns the others', () => {
    for (const { development } of GRIDS) {
      for (const lead of ['yes', 'no', 'unsaid']) {
        const count = development.filter(({ verdict }) => [verdict].flat()[0] === lead).length;
        expect(count / development.length).toBeGreaterThan(0.2);
      }
    }
  });

  it('is made of records without any statement too', () => {
    expect(gridOf(recordOf()).map(({ part }) => part)).toContain('accessions');
    expect(gridOf(il31).length).toBeGreaterThan(200);
  });
});

describe('the truth of a grid', () => {
  it('follows sign, denial, frame and direction', () => {
    expect(
      truths(RAISED, [
        'does zarb1 induce klon?',
        'does zarb1 inhibit klon?',
        "doesn't zarb1 induce klon?",
        "zarb1 doesn't induce klon, does it?",
        'is it right that zarb1 does not induce klon?',
        'is it wrong that zarb1 inhibits klon?',
        'is zarb1 an inhibitor of klon?',
        'does klon induce zarb1?',
        'does zarb1 phosphorylate klon?',
      ]),
    ).toEqual([['yes'], ['no'], ['yes'], ['yes'], ['no'], ['yes'], ['no'], ['unsaid'], ['unsaid']]);
  });

  it('of a taken away gene is never recorded', () => {
    const perturbed = gridOf(RAISED).filter(({ part }) => part === 'perturbed');
    expect(perturbed.length).toBeGreaterThan(20);
    expect(new Set(perturbed.flatMap(({ verdict }) => verdict))).toEqual(new Set(['unsaid']));
  });

  it('keeps to the recorded cells', () => {
    const record = recordOf({
      id: 'a',
      text: 'ZARB1 induces KLON in monocytes.',
      polarity: 'positive',
      claim: { relation: 'induces', objects: ['klon'], where: ['monocyte'] },
    });
    const cells = gridOf(record).filter(({ part, q }) => part === 'cells' && q.includes('hepatocyte'));
    expect(cells.length).toBeGreaterThan(10);
    expect(new Set(cells.flatMap(({ verdict }) => verdict))).toEqual(new Set(['unsaid']));
  });

  it('takes a verb that stands in the sentence alone', () => {
    const record = recordOf(
      {
        id: 'a',
        text: 'ZARB1 phosphorylates KLON.',
        polarity: 'positive',
        claim: { relation: 'regulates', objects: ['klon'], where: [] },
      },
      {
        id: 'b',
        text: 'ZARB1 is cleaved by MIRT.',
        polarity: 'positive',
        claim: { relation: 'regulates', objects: ['mirt'], where: [] },
      },
      {
        id: 'c',
        text: 'ZARB1 represses VUSK.',
        polarity: 'positive',
        claim: { relation: 'regulates', objects: ['vusk'], where: [] },
      },
    );
    expect(
      truths(record, [
        'does zarb1 phosphorylate klon?',
        'does zarb1 cleave klon?',
        'does zarb1 cleave mirt?',
        'does mirt cleave zarb1?',
        'does zarb1 repress vusk?',
        'does zarb1 regulate klon?',
      ]),
    ).toEqual([['yes'], ['unsaid'], ['unsaid'], ['yes'], ['yes'], ['yes']]);
  });

  it('of what a sentence says to act on the gene goes the other way, and of loss it says nothing', () => {
    const record = recordOf(
      {
        id: 'a',
        text: 'Quorn blocks ZARB1.',
        polarity: 'positive',
        claim: { relation: 'regulates', objects: ['quorn'], where: [] },
      },
      {
        id: 'b',
        text: 'Loss of ZARB1 raises VUSK.',
        polarity: 'positive',
        claim: { relation: 'regulates', objects: ['vusk'], where: [] },
      },
    );
    expect(
      truths(record, [
        'does quorn block zarb1?',
        'does quorn induce zarb1?',
        'does zarb1 block quorn?',
        'does zarb1 raise vusk?',
      ]),
    ).toEqual([['yes'], ['no'], ['unsaid'], [undefined]]);
  });

  it('of a denied statement is No, and the other way round nothing', () => {
    const record = recordOf({
      id: 'a',
      text: 'ZARB1 does not support KLON.',
      polarity: 'negative',
      claim: { relation: 'supports', objects: ['klon'], where: [] },
    });
    expect(
      truths(record, [
        'does zarb1 promote klon?',
        'is it right that zarb1 does not promote klon?',
        'does zarb1 block klon?',
      ]),
    ).toEqual([['no'], ['yes'], ['unsaid']]);
  });
});
