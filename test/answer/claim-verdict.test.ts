import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { parseRecord } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { il32, klzf7, kvnx6 } from '../fixtures/records.js';

function lead(record: GeneRecord, question: string): string {
  const { kind, verdict } = ask([record], question);
  return kind === 'none' ? 'not-said' : (verdict ?? 'no lead');
}

/** A record whose sentence binds one thing and supports another, which is all that the record's relation tells. */
const twoDeeds = parseRecord(
  JSON.stringify({
    ...kvnx6,
    statements: kvnx6.statements.map((statement) =>
      statement.id === 'firing'
        ? {
            ...statement,
            text: 'KVNX6 binds KVNXB2, and together they carry the repetitive firing of Purkinje cells.',
          }
        : statement,
    ),
  }),
  'two-deeds.json',
);

const records = { klzf7, kvnx6, twoDeeds };

describe('Yes and No', () => {
  it.each([
    ['klzf7', 'is serum starvation induced by KLZF7?', 'not-said'],
    ['klzf7', 'is serum starvation turned up by KLZF7?', 'not-said'],
    ['kvnx6', 'is KVNX6 expression promoted by NGF?', 'yes'],
    ['kvnx6', 'is the expression of KVNX6 up-regulated by NGF?', 'yes'],
    ['kvnx6', 'is KVNX6 expression suppressed by NGF?', 'no'],
    ['twoDeeds', 'does KVNX6 induce KVNXB2?', 'not-said'],
    ['twoDeeds', 'does KVNX6 suppress KVNXB2?', 'not-said'],
    ['twoDeeds', 'does KVNX6 bind KVNXB2?', 'yes'],
  ] as const)('follow who acts on whom: %s, "%s" %s', (record, question, said) => {
    expect(lead(records[record], question)).toBe(said);
  });

  it.each([
    ['in macrophages, does IL-32 raise TNF?', 'yes'],
    ['does IL-32 support osteoclast differentiation?', 'yes'],
    ['does IL-32 support osteoclast differentiation and activation?', 'no'],
    ['in T cells, does IL-32 raise TNF?', 'not-said'],
    ['in HeLa cells, does IL-32 suppress TNF?', 'not-said'],
    ['in elephants, does IL-32 raise TNF?', 'not-said'],
    ['does IL-32 block inflammatory cytokines in HeLa cells?', 'not-said'],
  ])('hold in the recorded cells alone: "%s" %s', (question, said) => {
    expect(lead(il32, question)).toBe(said);
  });

  it.each([
    ['does IL-32 methylate inflammatory cytokines?', 'not-said'],
    ['are inflammatory cytokines bound by IL-32?', 'not-said'],
    ['does IL-32 stabilise TNF?', 'not-said'],
    ['so it sequesters TNF, correct?', 'no lead'],
    ['so IL-32 destabilises IL-6, right?', 'not-said'],
    ['is it an inhibitor of MIP-2?', 'no'],
    ['is it an inducer of MIP-2?', 'yes'],
  ])('need the recorded relation: "%s" %s', (question, said) => {
    expect(lead(il32, question)).toBe(said);
  });

  it.each([
    ['are the phosphorylation sites known for sure?', 'no'],
    ['are the phosphorylation sites experimentally shown?', 'no'],
    ['are the phosphorylation sites listed as proven?', 'no'],
    ['are the phosphorylation sites recorded?', 'yes'],
    ['are the phosphorylation sites putative?', 'yes'],
  ])('keep a reserve of the record: "%s" %s', (question, said) => {
    expect(lead(il32, question)).toBe(said);
  });
});
