import { describe, expect, it } from 'vitest';
import { isOrdinary } from '../../src/search/tokens.js';

describe('isOrdinary', () => {
  it.each(['browse', 'worse', 'format', 'elephant', 'colour'])('%s is a common word', (word) => {
    expect(isOrdinary(word)).toBe(true);
  });

  it.each(['receptor', 'osteoclast', 'kinase', 'foobarium', 'dectin', 'tnf'])('%s is none', (word) => {
    expect(isOrdinary(word)).toBe(false);
  });
});
