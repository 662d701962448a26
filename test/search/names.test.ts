import { describe, expect, it, test } from 'vitest';
import { findName, nearNames } from '../../src/search/names.js';
import { il31, il32 } from '../fixtures/records.js';

test.each(['NKX2-5', 'H3-3A', '3-10C', 'HLA-DRB1', 'C9orf72', 'MT-ND1', 'HOXA@'])(
  '%s is found as it is written, and with spaces for its hyphens',
  (symbol) => {
    const record = { ...il32, names: [{ name: symbol, kind: 'symbol' as const }] };
    for (const typed of [symbol, symbol.toLowerCase(), symbol.replace('-', ' '), symbol.replace('-', '‑')])
      expect(findName(record, typed)?.name).toBe(symbol);
  },
);

test('a gap inside a number makes two of it', () => {
  for (const typed of ['IL-3 2', 'IL 3-2']) expect(findName(il32, typed)).toBeNull();
});

describe('findName', () => {
  it.each([
    ['IL-32\u03b3', 'IL-32gamma'],
    ['il32 gamma', 'IL-32gamma'],
    ['IL\u201132-GAMMA', 'IL-32gamma'],
    ['\uff29\uff2c\uff13\uff12', 'IL32'],
    ['il32g', 'IL-32gamma'],
    ['interleukin-32', 'Interleukin 32'],
    ['interleukin 32 gamma', 'IL-32gamma'],
    ['rhIL-32', 'IL32'],
    ['IL032', 'IL32'],
    ['taif-b', 'TAIFb'],
    ['nk 4', 'NK4'],
  ])('%s is %s', (typed, name) => {
    expect(findName(il32, typed)?.name).toBe(name);
  });

  it.each([
    'IL33',
    'IL3',
    'IL-3 2',
    'IL-32\u03b8',
    'IL-32R',
    'IL322',
    'TAIFe',
    'TIFA',
    'TIF',
    '',
    '-',
    'toString',
  ])('"%s" is none of its names', (typed) => {
    expect(findName(il32, typed)).toBeNull();
  });

  it('knows the names of another record', () => {
    expect([findName(il31, 'il-31')?.name, findName(il31, 'NK4')]).toEqual(['IL31', null]);
  });
});

describe('nearNames', () => {
  it('offers the nearest first', () => {
    expect(nearNames(il32, 'TAIFe', 3).map(({ name }) => name)).toEqual(['TAIF', 'TAIFa', 'TAIFb']);
    expect(nearNames(il32, 'TIFA', 3).map(({ name }) => name)).toEqual(['TAIFa']);
    expect(nearNames(il32, 'IL33', 2).map(({ name }) => name)).toEqual(['IL32', 'Interleukin 32']);
  });

  it('offers nothing for something else', () => {
    expect(nearNames(il32, 'haemoglobin', 3)).toEqual([]);
    expect(nearNames(il32, '', 3)).toEqual([]);
  });
});

describe('misspelt letters of isoforms', () => {
  it.each([
    ['interleukin 32', 'Interleukin 32'],
    ['il-32 gama', 'IL-32gamma'],
    ['il32 alpa', 'IL-32alpha'],
  ])('%s is near %s', (typed, name) => {
    expect(nearNames(il32, typed, 1).map((one) => one.name)).toEqual([name]);
  });
});
