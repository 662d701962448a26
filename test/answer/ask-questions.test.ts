import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { il32 } from '../fixtures/records.js';

describe('anything typed', () => {
  it('gets an answer of some kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        expect(ask([il32], typed).record.command).toBe('il32');
      }),
    );
  });

  it('is never answered when it is noise around no word of ours', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[bcdfghjkqvwxz]{6,12}( [bcdfghjkqvwxz]{6,12}){0,5}$/), (typed) => {
        expect(['none', 'help']).toContain(ask([il32], typed).kind);
      }),
    );
  });

  it.each([
    ['words', 'a '.repeat(3000)],
    ['one word', 'a'.repeat(6000)],
    ['names', 'IL-32 '.repeat(1000)],
    ['digits', '1'.repeat(6000)],
    ['commas', ',a'.repeat(3000)],
    ['expressions', '(.*)+[a-z]\\'.repeat(500)],
    ['tags', '<a'.repeat(3000)],
    ['questions', 'is it? '.repeat(850)],
    ['unknown words', 'zorblax '.repeat(750)],
  ])('takes no time: 6,000 characters of %s', (_, typed) => {
    const started = performance.now();
    ask([il32], typed);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
