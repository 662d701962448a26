import { describe, expect, test } from 'vitest';
import { nameKey, plainText } from '../../src/record/names.js';

describe('nameKey', () => {
  test.each([
    ['IL-32γ', 'il32g'],
    ['il32 gamma', 'il32g'],
    ['IL‑32-GAMMA', 'il32g'],
    ['IL−32 Gamma', 'il32g'],
    ['il32g', 'il32g'],
    ['ＩＬ３２', 'il32'],
    ['IL-032', 'il32'],
    ['I\u200bL\u00ad32', 'il32'],
    ['t a i f - b', 'taifb'],
    ['TAIFβ', 'taifb'],
    ['TNF-alpha', 'tnfa'],
    ['e̶n̶s̶', 'ens'],
    ['alpha', 'alpha'],
    ['IL-302', 'il302'],
    ['!?', ''],
  ])('%s is compared as %s', (typed, key) => {
    expect(nameKey(typed)).toBe(key);
  });

  test.each([
    ['IL32', 'IL33'],
    ['TAIFa', 'TIFA'],
    ['IL-32α', 'IL-32β'],
    ['IL-32θ', 'IL-32'],
  ])('%s and %s stay different names', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

test('plainText keeps words apart and spells Greek letters', () => {
  expect(plainText('  TNF‑α\n and\tIL‐6 ')).toBe('tnf-alpha and il-6');
});
