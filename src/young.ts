import { setFlagsFromString } from 'node:v8';

/**
 * How far V8's young generation grows: it doubles, up to 16 MiB and as much again, with whatever outlives a collection while a
 * program loads, and keeps that room. Here the loading outlives everything and answers nothing, so it would only be room: half of
 * what the bot takes more than a bare one. Measured with 1, 2, 4, 8 and 16 MiB: an answer takes the same time from 4 on.
 */
export const youngGeneration = {
  stays: (): void => setFlagsFromString('--semi-space-growth-factor=1'),
  quadruples: (): void => setFlagsFromString('--semi-space-growth-factor=4'),
} as const;
