import { describe, expect, it } from 'vitest';
import { readText } from '../../src/search/reading.js';
import { il32 } from '../fixtures/records.js';

describe('numbers in words', () => {
  const marks = (typed: string): readonly string[] =>
    readText(il32, typed).marks.flatMap(({ kind, raw }) =>
      kind === 'own' || kind === 'other' ? [`${raw}: ${kind}`] : [],
    );

  it.each([
    ['interleukin thirty two', ['interleukin thirty two: own']],
    ['I L twelve', ['I L twelve: other']],
    ['I L thirty two', ['I L thirty two: own']],
    ['i l 7 and interleukin eight', ['i l 7: other', 'interleukin eight: other']],
    ['il thirty', ['il thirty: other']],
    ['thirty two tubes of il 32', ['il 32: own']],
    ['two interleukins', []],
    ['I like it', []],
  ])('read "%s" as %j', (typed, expected) => {
    expect(marks(typed)).toEqual(expected);
  });
});

describe('reading', () => {
  const own = (typed: string) => readText(il32, typed).marks.find(({ kind }) => kind === 'own')?.name?.name;

  it.each([
    ['interleukin thirty two', 'Interleukin 32'],
    ['I L thirty two', 'IL32'],
    ['Il_32 Beta', 'IL-32beta'],
    ['N K 4', 'NK4'],
    ["l'expression d'IL-32", 'IL32'],
    ['where is rhIL-32 made', 'IL32'],
  ])('finds the gene in "%s"', (typed, expected) => {
    expect(own(typed)).toBe(expected);
  });

  it('takes another spoken number for another gene', () => {
    expect(readText(il32, 'interleukin thirty three').marks.map(({ kind }) => kind)).toEqual(['other']);
  });

  it('takes unknown words of another language for that language', () => {
    const kinds = readText(il32, 'necesito el codigo uniprot de esta proteina para el pedido').marks.map(
      ({ raw, kind }) => `${raw} ${kind}`,
    );
    expect(kinds).toContain('necesito everyday');
    expect(kinds).toContain('pedido foreign');
    expect(kinds).toContain('uniprot known');
  });

  it('puts a particle that stands apart to its verb', () => {
    const shut = readText(il32, 'does IL-2 shut IL-32 expression off').marks.find(
      ({ raw }) => raw === 'shut',
    );
    expect(shut?.terms.map((term) => (term.kind === 'action' ? term.action : term.kind))).toEqual(['lower']);
  });

  it('joins an accession that was typed letter by letter', () => {
    const [mark] = readText(il32, 'P 2 4 0 0 1').marks;
    expect(mark?.accession?.found).toBe('identifier');
  });
});
