import { describe, expect, it } from 'vitest';
import { readText } from '../../src/search/reading.js';
import { frameOf } from '../../src/understand/frame.js';
import type { Thing } from '../../src/understand/items.js';
import { il32 } from '../fixtures/records.js';

const clause = (question: string) => frameOf(il32, readText(il32, question)).clause;
const names = (things: readonly Thing[]): string =>
  things.map(({ entities, text }) => (entities.length > 0 ? entities.join('/') : `?${text}`)).join(' ');

/** Who does what to whom, in short: family, sign, direction, objects, places. */
function claimed(question: string): string {
  const { family, sign, direction, objects, where } = clause(question).claim;
  return [family, sign, direction, names(objects), where.length > 0 ? `@ ${names(where)}` : '']
    .join(' ')
    .trim();
}

describe('a claim', () => {
  it.each([
    ['does IL-32 induce TNF-alpha in macrophages?', 'raise 1 out tnf @ macrophage'],
    ['is TNF-alpha suppressed by IL-32?', 'lower -1 out tnf'],
    ['does IL-2 lower IL-32 in NK cells?', 'lower -1 in il-2 @ nk-cell'],
    ['do macrophages release TNF after treatment with IL-32?', 'let 1 out tnf @ macrophage'],
    ['does IL-32 keep macrophages from producing TNF?', 'let -1 out tnf @ macrophage'],
    ['is IL-32 an inhibitor of IL-6?', 'lower -1 out il-6'],
    ['does IL-32 lead to less IL-8?', 'let -1 out il-8'],
    ['does IL-32 activate osteoclasts?', 'raise 1 out osteoclast-activation'],
    ['does IL-32 conjugate TNF?', '=conjug 0 out tnf'],
    ['does IL-32 induce IL-10?', 'raise 1 out ?il 10'],
    ['in HeLa cells, does IL-32 induce TNF?', 'raise 1 out tnf @ ?hela'],
    ['in macrophages, is it true that IL-32 induces TNF?', 'raise 1 out tnf @ macrophage'],
    ['in elephants, does IL-32 induce TNF?', 'raise 1 out tnf @ ?elephants'],
    ['in theory, does IL-32 induce TNF?', 'raise 1 out tnf'],
    ['does IL-32 in macrophages induce TNF?', 'raise 1 out tnf @ macrophage'],
    ['is the expression of IL-32 up-regulated by IL-2?', 'raise 1 in il-2'],
    ['is TNF expression suppressed by IL-32?', 'lower -1 out tnf'],
  ])('"%s": %s', (question, expected) => {
    expect(claimed(question)).toBe(expected);
  });

  it.each([
    ["doesn't IL-32 induce IL-6?", false],
    ['is it true that IL-32 does not induce IL-6?', true],
    ["IL-32 doesn't induce IL-6, right?", true],
    ["IL-32 doesn't induce IL-6, does it?", false],
    ['does IL-32 fail to induce IL-6?', true],
    ['does IL-32 have no isoforms?', true],
  ])('"%s" denies: %s', (question, negated) => {
    expect(clause(question).claim.negated).toBe(negated);
  });

  it.each([
    'does loss of IL-32 raise IL-6?',
    'does IL-32 antagonism raise IL-6?',
    'does an anti-IL-32 antibody lower TNF?',
  ])('"%s" is about the gene taken away', (question) => {
    expect(clause(question).claim.perturbed).toBe('loss');
  });
});

describe('a mood', () => {
  it.each([
    ['what does IL-32 induce?', 'open', false],
    ['can you tell me the uniprot id of IL-32?', 'open', false],
    ['can you tell me if IL-32 induces IL-6?', 'polar', false],
    ['is it wrong that IL-32 induces IL-8?', 'polar', true],
    ['true or false: IL-32 induces IL-8', 'polar', false],
    ["IL-32 is a cytokine, isn't it?", 'polar', false],
    ['does IL-32 induce TNF or IL-10?', 'choice', false],
  ])('"%s": %s, turned round: %s', (question, kind, flipped) => {
    const { mood } = clause(question);
    expect([mood.kind, mood.flipped]).toEqual([kind, flipped]);
  });
});

describe('a place', () => {
  it('is read with all its parts', () => {
    const { place } = frameOf(il32, readText(il32, 'is IL32 at chr16:3,120,000-3,130,000 in hg19?'));
    expect(place).toEqual({
      chromosome: '16',
      arm: null,
      band: null,
      spots: [
        { bp: 3_120_000, near: 1 },
        { bp: 3_130_000, near: 1 },
      ],
      assemblies: ['GRCh37'],
    });
  });
});
