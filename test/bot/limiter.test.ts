import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../src/bot/limiter.js';

describe('the limit for each person', () => {
  it('lets so many through in a window, and says how long it stays open', () => {
    let now = 5_000;
    const { secondsToWait } = createLimiter({ points: 2, seconds: 10 }, () => now);
    expect([secondsToWait('ada'), secondsToWait('ada'), secondsToWait('ada')]).toEqual([0, 0, 10]);
    now += 9_500;
    expect(secondsToWait('ada')).toBe(1);
    now += 500;
    expect([secondsToWait('ada'), secondsToWait('ada'), secondsToWait('ada')]).toEqual([0, 0, 10]);
  });

  it('counts each person alone, whoever asks meanwhile', () => {
    let now = 0;
    const { secondsToWait } = createLimiter({ points: 1, seconds: 10 }, () => now);
    expect(secondsToWait('ada')).toBe(0);
    now += 4_000;
    expect(secondsToWait('ben')).toBe(0);
    now += 6_000;
    expect([secondsToWait('ben'), secondsToWait('ada'), secondsToWait('ben')]).toEqual([4, 0, 4]);
  });
});
