import { describe, expect, test } from 'vitest';
import { RELATIONS, relationEntry } from '../../src/record/relations.js';

describe('the table of relations', () => {
  test('what acts one way is acted upon the other way, with the same sign', () => {
    for (const { key, sign, direction, inverse } of RELATIONS) {
      if (inverse === null) continue;
      const other = relationEntry(inverse);
      expect([key, other.inverse, other.sign]).toEqual([key, key, sign]);
      expect([direction, other.direction].toSorted()).toEqual(
        direction === 'none' ? ['none', 'none'] : ['in', 'out'],
      );
    }
  });

  test('has what gene records say, the relations of version 1 among it', () => {
    expect(RELATIONS.map(({ key }) => key)).toEqual([
      'is',
      'has',
      'contains',
      'part-of',
      'binds',
      'bound-by',
      'induces',
      'induced-by',
      'increases',
      'increased-by',
      'decreases',
      'decreased-by',
      'inhibits',
      'inhibited-by',
      'activates',
      'activated-by',
      'supports',
      'supported-by',
      'prevents',
      'prevented-by',
      'required-for',
      'requires',
      'regulates',
      'regulated-by',
      'modifies',
      'modified-by',
      'cleaves',
      'cleaved-by',
      'degrades',
      'degraded-by',
      'transports',
      'transported-by',
      'causes',
      'caused-by',
      'treats',
      'treated-by',
      'associated-with',
      'expressed-in',
      'expresses',
      'located-in',
      'secretes',
      'secreted-by',
    ]);
  });

  test('a key that is not in it is a fault of ours', () => {
    expect(() => relationEntry('teleports')).toThrow('no relation "teleports"');
  });
});
